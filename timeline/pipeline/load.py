"""The spaCy pipeline with our components added to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..components.networks import quicken
from ..errors import ModelError
from ..rules.named import NamedDates
from .options import DEFAULT_MODEL, MAX_LENGTH, Options
from .stages import ANCHORER, FINDERS, TAGGER, Pipeline

if TYPE_CHECKING:
    from spacy.language import Language

NEEDED = ("tagger", "parser")  # base components without which the stages see nothing


def load(options: Options) -> Pipeline:
    """Load the spaCy model and add our components. Raises ModelError if it does not fit."""
    customs = (options.country, options.hemisphere, options.fiscal_year_start)
    nlp = _load_model(
        options.model, options.day_first, customs, options.named_dates, options.event_model
    )
    return Pipeline(nlp, options)


@lru_cache(maxsize=2)
def _load_model(
    model: str,
    day_first: bool | None,
    customs: tuple[str | None, str | None, int | None],
    named: NamedDates,
    event_model: str | None,
) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"there is no spaCy pipeline {model!r}",
            f"install it, or leave --model out to use {DEFAULT_MODEL}",
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the spaCy pipeline {model!r} has no {' and no '.join(missing)}",
            "choose a full English pipeline such as en_core_web_sm",
        )
    nlp.max_length = MAX_LENGTH
    quicken(nlp)
    names = ("country", "hemisphere", "fiscal_year_start")
    configs: dict[str, dict[str, Any]] = {
        FINDERS[0]: {"day_first": day_first, "named_dates": dict(named.entries)},
        FINDERS[1]: dict(zip(names, customs, strict=True)),
        TAGGER: {"model": event_model},
        ANCHORER: dict(zip(names, customs, strict=True)),
    }
    for name in (*FINDERS, ANCHORER):
        nlp.add_pipe(name, config=configs.get(name, {}))
    return nlp

"""The four spaCy factories, found through the `spacy_factories` entry point."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ..errors import ModelWarning
from ..rules.customs import make_customs
from ..rules.named import make_named_dates
from .event_anchorer import EventAnchorer
from .event_model import load_model
from .event_tagger import EventTagger
from .timex_normalizer import TimexNormalizer
from .timex_tagger import TimexTagger


@Language.factory(
    "timeline_timex_tagger",
    assigns=["doc._.timeline_matches"],
    requires=["token.pos", "doc.ents"],
    default_config={"day_first": None, "named_dates": {}},
)
def make_timex_tagger(
    nlp: Language, name: str, day_first: bool | None, named_dates: dict[str, str]
) -> Callable[[Doc], Doc]:
    """Finds temporal expressions; `day_first` fixes the order of 03/04/2021.

    `named_dates` are names of your own, each with its EDTF date or interval.
    """
    return TimexTagger(day_first=day_first, named=make_named_dates(named_dates))


@Language.factory(
    "timeline_timex_normalizer",
    assigns=["doc._.timeline_expressions", "doc.spans"],
    requires=["doc._.timeline_matches", "token.dep", "token.tag"],
    default_config={"country": None, "hemisphere": None, "fiscal_year_start": None},
)
def make_timex_normalizer(
    nlp: Language,
    name: str,
    country: str | None,
    hemisphere: str | None,
    fiscal_year_start: int | None,
) -> Callable[[Doc], Doc]:
    """Dates the expressions that the tagger found, as the reader's country counts them."""
    return TimexNormalizer(make_customs(country, hemisphere, fiscal_year_start))


@Language.factory(
    "timeline_event_tagger",
    assigns=["doc._.timeline_events", "doc.spans"],
    requires=["token.dep", "token.tag", "token.lemma", "doc.sents"],
    default_config={"model": None},
)
def make_event_tagger(nlp: Language, name: str, model: str | None) -> Callable[[Doc], Doc]:
    """Finds event triggers and their attributes; warns if the parses are not those of training.

    `model` is the path of another model's file.
    """
    tagger = EventTagger(model=load_model(Path(model)) if model else None)
    misfit = tagger.model.misfit(nlp.meta)
    if misfit:
        warnings.warn(misfit, ModelWarning, stacklevel=2)
    return tagger


@Language.factory(
    "timeline_event_anchorer",
    assigns=["doc._.timeline_anchors", "doc._.timeline_undated", "doc._.timeline_expressions"],
    requires=["doc._.timeline_expressions", "doc._.timeline_events"],
    default_config={"country": None, "hemisphere": None, "fiscal_year_start": None},
)
def make_event_anchorer(
    nlp: Language,
    name: str,
    country: str | None,
    hemisphere: str | None,
    fiscal_year_start: int | None,
) -> Callable[[Doc], Doc]:
    """Dates the events by the expressions, and those that count from an event by that."""
    return EventAnchorer(make_customs(country, hemisphere, fiscal_year_start))

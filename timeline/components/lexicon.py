"""Words set down by hand (models/event_words.toml): event words, and verbs that only carry one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..paths import models_dir

PARTS = {"noun": "NOUN", "verb": "VERB", "adjective": "ADJ"}


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Lemmas by what they say.

    `by_part`: part of speech -> lemma -> TimeML class; the event model learns how far to trust it.
    `names` are events even inside a name.
    """

    by_part: dict[str, dict[str, str]]
    names: frozenset[str]
    light: dict[str, frozenset[str]]


@cache
def load_lexicon(folder: Path | None = None) -> EventLexicon:
    """Read the lexicon of a folder of models, by default ours; read once."""
    home = folder or models_dir()
    words = tomllib.loads((home / "event_words.toml").read_text("utf-8"))
    return EventLexicon(
        by_part={pos: _by_lemma(words[part]) for part, pos in PARTS.items()},
        names=frozenset(words["name"]["OCCURRENCE"].split()),
        light={role: frozenset(verbs.split()) for role, verbs in words["light"].items()},
    )


def _by_lemma(by_class: dict[str, str]) -> dict[str, str]:
    return {lemma: name for name, lemmas in by_class.items() for lemma in lemmas.split()}

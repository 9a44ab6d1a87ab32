"""The words that name events: counts (models/events.toml) and a hand list (event_words.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from ..annotation import Status
from ..paths import models_dir

# A word of the hand list counts like this many sightings, this share of them events; so does, with
# its measured share, an ending ("-ment"): unseen words have an answer, and seen ones their own.
HAND_WEIGHT, HAND_SHARE = 4.0, 0.8
SUFFIX_WEIGHT = 2.0
SUFFIX_MOST = 0.4
FEW = 3  # of fewer sightings the hand list knows the class better


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Per part of speech, how often a lemma was an event and of which class.

    `counts`: part of speech -> lemma -> (class, times an event, times seen).
    `hand`: part of speech -> lemma -> class. `suffixes`: noun ending -> share of events.
    `governing`, `beside`: word -> the status of what stands below it, or beside it.
    """

    counts: dict[str, dict[str, tuple[str, int, int]]]
    hand: dict[str, dict[str, str]]
    suffixes: dict[str, float]
    names: frozenset[str]
    light: dict[str, frozenset[str]]
    governing: dict[str, Status]
    beside: dict[str, Status]
    undoing: frozenset[str]

    def noun_share(self, lemma: str) -> float:
        """Return how likely a common noun names an event, from 0 to 1."""
        _, events, seen = self.counts["noun"].get(lemma, ("", 0, 0))
        if lemma in self.hand["noun"]:
            prior, weight = HAND_SHARE, HAND_WEIGHT
        else:
            prior, weight = self._suffix_share(lemma), SUFFIX_WEIGHT
        return (events + prior * weight) / (seen + weight)

    def share(self, pos: str, lemma: str, prior: float) -> float:
        """Return how likely a word is an event; `prior` holds for one that was not seen."""
        _, events, seen = self.counts[pos].get(lemma, ("", 0, 0))
        return (events + prior * SUFFIX_WEIGHT) / (seen + SUFFIX_WEIGHT)

    def class_of(self, pos: str, lemma: str, default: str) -> str:
        """Return the TimeML class of an event word: the counted one, else the hand list's."""
        class_, events, _ = self.counts[pos].get(lemma, ("", 0, 0))
        by_hand = self.hand[pos].get(lemma)
        return by_hand if by_hand and events < FEW else class_ or default

    def _suffix_share(self, lemma: str) -> float:
        for length in (4, 3):
            share = self.suffixes.get(lemma[-length:])
            if share is not None and len(lemma) > length + 2:
                # An ending alone does not make an event: "version", "television".
                return min(share, SUFFIX_MOST)
        return 0.0


@cache
def load_lexicon(folder: Path | None = None) -> EventLexicon:
    """Read the lexicon of a folder of models, by default ours; read once."""
    home = folder or models_dir()
    counted = tomllib.loads((home / "events.toml").read_text("utf-8"))
    by_hand = tomllib.loads((home / "event_words.toml").read_text("utf-8"))
    parts = ("noun", "verb", "adjective")
    return EventLexicon(
        counts={part: {k: (v[0], v[1], v[2]) for k, v in counted[part].items()} for part in parts},
        hand={part: _by_lemma(by_hand[part]) for part in parts},
        suffixes=counted["suffix"],
        names=frozenset(by_hand["name"]["OCCURRENCE"].split()),
        light={role: frozenset(verbs.split()) for role, verbs in by_hand["light"].items()},
        governing=_by_status(by_hand["governing"]),
        beside=_by_status(by_hand["beside"]),
        undoing=frozenset(by_hand["undoing"]["verbs"].split()),
    )


def _by_status(words: dict[str, str]) -> dict[str, Status]:
    known: tuple[Status, ...] = get_args(Status)
    return {word: status for status in known for word in words.get(status, "").split()}


def _by_lemma(by_class: dict[str, str]) -> dict[str, str]:
    return {lemma: name for name, lemmas in by_class.items() for lemma in lemmas.split()}

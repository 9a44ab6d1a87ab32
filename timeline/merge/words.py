"""What kind of happening a word names (words.toml): two words of one kind may be one happening."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# A verb and its noun, from the longest ending to the shortest: "exploded", "explosion" -> "explo".
_ENDINGS = (
    "ations", "ation", "itions", "ition", "sions", "sion", "tions", "tion", "ments", "ment",
    "ings", "ing", "ures", "ure", "ances", "ance", "ences", "ence", "als", "al", "ies", "ied",
    "ers", "er", "es", "ed", "de", "se", "te", "y", "e", "s", "d", "t",
)  # fmt: skip
SHORTEST = 4  # letters of a stem that may stand for a family


@dataclass(frozen=True, slots=True)
class Words:
    """Lemma -> kind, and what is special about some kinds."""

    kinds: Mapping[str, str]
    once: frozenset[str]
    lifelong: frozenset[str]
    light: frozenset[str]
    speech: frozenset[str]
    another: frozenset[str]


def stem(lemma: str) -> str:
    """What a verb and its noun share: "explode" and "explosion" give "explo"; short words stay."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= SHORTEST:
            left = lemma[: -len(ending)]
            return left[:-1] if left.endswith("e") and len(left) > SHORTEST else left
    return lemma


def kind_of(lemma: str) -> str:
    """The kind that a verb or noun names: "death" gives "die", "explosion" gives "explode"."""
    lemma = lemma.lower()
    return load_words().kinds.get(lemma) or stem(lemma)


@cache
def load_words() -> Words:
    """Read the shipped words, once."""
    tables = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
    kinds = {word: row.split()[0] for row in tables["kinds"] for word in row.split()}

    def named(table: str) -> frozenset[str]:
        return frozenset(kinds.get(word) or stem(word) for word in tables[table].split())

    return Words(
        kinds=kinds,
        once=named("once"),
        lifelong=named("lifelong"),
        light=named("light"),
        speech=named("speech"),
        another=frozenset(tables["another"].split()),
    )

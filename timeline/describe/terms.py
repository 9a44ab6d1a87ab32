"""Joins what begins or ends to the term that it is said of: "a term of two years, beginning"."""

from __future__ import annotations

from ..rules.terms import REACH, TERMS
from .parse import Parse

BOUNDING = frozenset({"begin", "commence", "end", "expire", "run", "start"})


def join_term(parse: Parse, i: int) -> None:
    """Hang a participle of beginning on the noun of a term right before it."""
    if parse.lemma[i].lower() not in BOUNDING or parse.lower[i - 1] != ",":
        return
    noun = i - 2
    for _ in range(REACH):
        if noun < parse.sentence[i] or parse.pos[noun] in ("VERB", "AUX", "PUNCT"):
            return
        if parse.pos[noun] == "NOUN" and parse.lemma[noun].lower() in TERMS:
            parse.attach(i, noun, "acl")
            return
        noun -= 1

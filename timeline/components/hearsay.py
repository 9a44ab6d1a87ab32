"""What a sentence says at its head of how it is known: "On information and belief, he fled"."""

from __future__ import annotations

import re

from ..describe.parse import Parse

# A pleading's words for what the one who pleads was told, and a story's for what is only told.
_ON_BELIEF = re.compile(
    r"(?:^|[,;]\s)\W{0,4}(?:\d{1,3}\.\s{1,3})?(?:and,?\s|but,?\s)?"
    r"(?:(?:up)?on\s(?:(?:his|her|its|their)\s)?information\sand\sbelief"
    r"|by\s(?:his|her|their|some|most|all|one)\s(?:own\s)?accounts?)\b",
    re.IGNORECASE,
)


def is_on_belief(parse: Parse, i: int) -> bool:
    """Whether the sentence of a token tells it as information and belief."""
    start, end = parse.sentence_span(i)
    return _ON_BELIEF.search(parse.text[start:end]) is not None

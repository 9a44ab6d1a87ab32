"""Titles that name a happening: the day beside it is its own, not the document's.

"The assassination of Brand, Larn, 3 May 1963"; "Total eclipse, Larn, 11 August 1999".
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from ..paths import models_dir
from .title import HAPPENING, names_kind

# What a paper that names its kind is written at, or tells of on the same day.
_RECORDED = frozenset(
    """ceremony conference congress consultation convention delivery demonstration discovery
    exhibition injection inspection investigation listing negotiation operation performance
    publication purchase sale surgery swearing-in talks trial visit""".split()
)
_CELL = re.compile(r"[,|;:\t•·]|\s[-–—]\s")
_PREPOSITION = re.compile(r"\s(?:of|in|at|on|over|to|for|from|by|near|under)\s")
_ADDRESSES = frozenset(("to", "for", "from", "dear", "by"))
_ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)
FIRST_WORDS = (
    2  # of a line that is a name and no sentence: "General election", "Royal visit to Larn"
)


def tells_of_happening(before: str) -> bool:
    """Whether the words before a day name what happened on it, and no paper of that day."""
    if HAPPENING.search(before):
        return True
    nouns = {found[0].lower() for found in _nouns().finditer(before)}
    if names_kind(before):
        return bool(nouns - _RECORDED)
    return bool(nouns) or _is_of_a_thing(before)


def is_named_happening(line: str) -> bool:
    """Whether a line is the name of a happening: the day below it is that of the happening."""
    if HAPPENING.search(line):
        return True
    article = _ARTICLE.match(line)
    words = (line[article.end() :] if article else line).split(maxsplit=FIRST_WORDS)
    return not names_kind(line) and bool(_nouns().search(" ".join(words[:FIRST_WORDS])))


def _is_of_a_thing(before: str) -> bool:
    """Whether a line begins with a thing and not with a name: "Moon landing", "The old bridge"."""
    head = _PREPOSITION.split(_CELL.split(before.strip(), maxsplit=1)[0], maxsplit=1)[0].split()
    if len(head) < FIRST_WORDS or head[0].lower() in _ADDRESSES or names_kind(head[-1]):
        return False
    return head[-1].isalpha() and head[-1].islower()


@cache
def _nouns() -> re.Pattern[str]:
    """The nouns that name events (models/event_words.toml), but for those of documents' kinds."""
    words = tomllib.loads((models_dir() / "event_words.toml").read_text("utf-8"))
    nouns = {*words["noun"]["OCCURRENCE"].split(), *words["name"]["OCCURRENCE"].split()}
    listed = "|".join(re.escape(noun) for noun in sorted(nouns) if not names_kind(noun))
    return re.compile(rf"\b(?:{listed})(?=s?\b)", re.IGNORECASE)

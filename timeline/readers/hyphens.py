"""Words that a line's end cut in two: whether the hyphen is the writer's or the page's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
# A hyphen at the end of a line, the one that only shows there included; a dash has a space before.
CUT = re.compile(r"(?<=\w)[-‐\u00ad]$")
# What makes compounds that are written with a hyphen, and begins no longer word that is cut there.
FIRSTS = frozenset(
    "self ex non well ill long short high low half all cross vice two three four five six seven "
    "eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third much "
    "so far near full part large small old new free hard soft deep open late early mid one near "
    "quasi semi multi".split()
)
ENDINGS = frozenset("age ages al ed en er ers est ing ings ish ism ist ly ment ness th ty".split())


def collect_words(lines: Iterable[str]) -> frozenset[str]:
    """The words of lines in small letters, those at their ends that a hyphen cuts left out."""
    words: set[str] = set()
    for line in lines:
        whole = line.rsplit(None, 1)[0] if CUT.search(line) and " " in line else line
        words.update(word.lower().replace("‐", "-") for word in WORD.findall(whole))
    return frozenset(words)


def join_lines(line: str, following: str, known: Collection[str]) -> str:
    """Two lines as one; `known` are words of the text, which tell how a word that is cut is spelt.

    >>> join_lines("they nego-", "tiated", ()), join_lines("the Anglo-", "Saxon league", ())
    ('they negotiated', 'the Anglo-Saxon league')
    >>> join_lines("on 12-", "13 April", ()), join_lines("a long-", "term loan", ())
    ('on 12-13 April', 'a long-term loan')
    """
    if not CUT.search(line):
        return f"{line}{'' if line.endswith(('—', '/')) and line[-2:-1] != ' ' else ' '}{following}"
    if line.endswith("\u00ad"):
        return line[:-1] + following
    whole = line[:-1] if _is_cut(line[:-1], following, known) else f"{line[:-1]}-"
    return whole + following


def _is_cut(left: str, right: str, known: Collection[str]) -> bool:
    """Whether the hyphen between two lines belongs to no word."""
    before, after = _last_word(left), _first_word(right)
    if not before or not after:
        return False  # figures: "12-" above "13 April", "20-" above "year"
    glued, spelt = (before + after).lower(), f"{before}-{after}".lower()
    if glued in known or spelt in known:
        return glued in known
    if after[0].isupper() and not before.isupper():
        return False
    return before.lower().rsplit("-", 1)[-1] not in FIRSTS or after.lower() in ENDINGS


def _last_word(text: str) -> str:
    found = re.search(r"[^\W\d_]+(?:[-‐][^\W\d_]+){0,4}$", text[-60:])
    return found[0] if found else ""


def _first_word(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text[:60])
    return found[0] if found else ""

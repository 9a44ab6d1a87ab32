"""Where in a text it is worth looking: stretches around the words and digits rules need."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..document import Block
from .lexicon import DIGIT_TRIGGERS, WEAK, Lexicon, read_lexicon
from .trie import one_of

REACH = 60  # characters of context on either side of a trigger
_SNAP = 24  # characters within which the edge of a stretch is moved to a white space

_LOOKS = ("year", "numeric", "number", "dayth", "saidhour")
_PARAGRAPH = re.compile(r"\n[ \t\r]{0,200}\n")
# Dates and clock times, decades ('90s, 1990s), days (5th), short years ('68), years, other numbers.
_DIGITS = (
    r"[0-9]{1,4}[-/.:][0-9]{1,2}(?![0-9])|[0-9]{2,4}'?s(?!\w)|'[0-9][0-9](?!\w)"
    r"|[0-9]{1,2}(?:st|nd|rd|th|(?<=[23])d)(?!\w)|[0-9]{4}(?![0-9])|[0-9]{1,40}"
)
# A number alone is no reason to look, but an hour as it is said may be one: "I was in by eleven."
_HOUR = (
    r"(?<!\w)(?P<said>at|by|about|around|till|until|before|after|since|nearly)"
    r"(?=\s{1,3}(?:(?:about|around|nearly)\s)?(?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)(?:\s?[.,;:!?)](?!\d)|\s{1,3}[a-z]))"
)


# Before a number of three digits that may be a year.
_BEFORE_EARLY = tuple(
    f"{word} "
    for word in "in since until till by before after during from about around circa c. year".split()
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text that holds triggers; `bits` says which."""

    start: int
    end: int
    bits: int


def find_zones(low: str, edges: Sequence[int], language: str = "en") -> Iterator[Zone]:
    """Stretches of a lower-case text that may hold expressions; none crosses one of the edges."""
    pattern, words, weak = _compiled(language)
    year, numeric, number, dayth, said = (words["\0" + name] for name in _LOOKS)
    start = end = bits = 0
    waiting = 0  # bits of plain numbers that a stretch may still come to hold,
    block_waiting, near = -1, -1  # where they stand, and how far they may wait
    block = -1
    for found in pattern.finditer(low):
        at, after = found.span()
        word = found.group()
        if word[0] <= "9":
            if word[0] == "'":
                bit = numeric | number
            elif word.isdigit():
                early = 2 <= after - at <= 3 and low.endswith(_BEFORE_EARLY, 0, at)
                bit = year | number if after - at == 4 or early else number
            elif word[-1] in "tdh":
                bit = dayth | number
            else:
                bit = numeric | number | (year if word[:4].isdigit() else 0)
        elif found["said"]:
            bit = said
        else:
            bit = words[word] if word in words else words[" ".join(word.split())]
        here = bisect_right(edges, at)
        if not bit & ~weak:
            if here == block and at <= end + REACH and bits:
                bits |= bit
            else:
                waiting = bit | (waiting if here == block_waiting and at <= near else 0)
                block_waiting, near = here, at + REACH
            continue
        if bits and (here != block or at - REACH > end + REACH):
            yield _zone(low, edges, block, start, end, bits)
            bits = 0
        if not bits:
            start, block = at, here
        # Also where the stretch goes on from a trigger far before the number.
        if here == block_waiting and at <= near:
            bits |= waiting
        bits |= bit
        end = after
    if bits:
        yield _zone(low, edges, block, start, end, bits)


def widen(
    zones: Iterable[Zone], spans: Sequence[tuple[int, int]], low: str, edges: Sequence[int]
) -> list[Zone]:
    """The zones, and stretches around spans that are to be looked at as well; none overlap."""
    more = [_zone(low, edges, bisect_right(edges, lo), lo, hi, 0) for lo, hi in spans]
    merged: list[Zone] = []
    for zone in sorted([*zones, *more], key=lambda zone: (zone.start, zone.end)):
        last = merged[-1] if merged else None
        if last is None or zone.start >= last.end:
            merged.append(zone)
        else:
            end = max(last.end, zone.end)
            merged[-1] = Zone(last.start, end, last.bits | zone.bits)
    return merged


def find_edges(text: str, blocks: Iterable[Block]) -> list[int]:
    """Offsets that no expression may cross: blank lines and the edges of blocks."""
    edges = {found.start() for found in _PARAGRAPH.finditer(text)}
    for block in blocks:
        edges.update((block.start, block.end))
    edges.discard(0)
    return sorted(edges)


def _zone(low: str, edges: Sequence[int], block: int, start: int, end: int, bits: int) -> Zone:
    least = edges[block - 1] if block > 0 else 0
    most = edges[block] if block < len(edges) else len(low)
    lo, hi = max(least, start - REACH), min(most, end + REACH)
    for position in range(lo, max(least, lo - _SNAP), -1):
        lo = position
        if low[position - 1].isspace():
            break
    for position in range(hi, min(most, hi + _SNAP)):
        hi = position
        if low[position].isspace():
            break
    return Zone(lo, hi, bits)


@cache
def _compiled(language: str) -> tuple[re.Pattern[str], dict[str, int], int]:
    lexicon = read_lexicon(language)
    words = _trigger_words(lexicon)
    for name in DIGIT_TRIGGERS:
        words["\0" + name] = lexicon.bits[name]
    weak = sum(lexicon.bits[name] for name in WEAK)
    trie = one_of({word: "" for word in words if not word.startswith("\0")})
    return re.compile(rf"(?<![^\W\d]){trie}(?![^\W\d])|{_DIGITS}|{_HOUR}"), words, weak


def _trigger_words(lexicon: Lexicon) -> dict[str, int]:
    words: dict[str, int] = {}
    for name, cls in lexicon.classes.items():
        if cls.trigger:
            for word in cls.values:
                words[word] = words.get(word, 0) | lexicon.bits[name]
    # A phrase ("may day") is found by itself and hides the words inside it: it stands for them too.
    for phrase in [word for word in words if " " in word]:
        for word in phrase.split():
            words[phrase] |= words.get(word, 0)
    return words

"""Punctuation and edges of a title."""

from __future__ import annotations

import itertools
from collections.abc import Set as AbstractSet

from .datewords import FINITE
from .labels import NOMINAL
from .parse import Parse

DATES = frozenset({"DATE", "TIME"})
MARKS = frozenset({",", ";", ":", "(", ")", "--", "_", "\u2013", "\u2014"})
DASHES = frozenset({"--", "_", "\u2013", "\u2014", ";"})
NEAR = 8  # words between a comma and the noun behind it
LEADING = frozenset({"ever", "immediately", "just", "long", "shortly", "soon"})
OPENERS = frozenset({"after", "as", "before", "since", "when"})
FARTHEST = 25  # words left out before a comma that still belongs to what follows
# A title neither begins nor ends with these.
LOOSE = frozenset({"CCONJ", "SCONJ", "PUNCT", "SPACE", "SYM"})
OPENING = frozenset({"``", "`", "\u201c", "\u2018"})
CLOSING = frozenset({"''", "\u201d"})
STRAIGHT = '"'
QUOTES = OPENING | CLOSING | {STRAIGHT}
BRACKETS = frozenset({"(", ")", "[", "]", "{", "}"})
PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
CURRENCIES = frozenset({"$", "\u00a3", "\u20ac", "\u00a5", "#"})


def tidy(parse: Parse, tokens: list[int], commas: frozenset[int] = frozenset()) -> list[int]:
    """Drop punctuation that lost its neighbours, lone quotes, and what may not stand at an edge.

    `commas` may stay without their neighbours: the one between a quotation and its speaker, the
    "and" behind which a date went.
    """
    lone = parse.facts(_may_be_lone)
    if any(map(lone.__getitem__, tokens)):
        tokens = _without_lone(parse, tokens, commas)
    trimmed = _trim(parse, tokens)
    if QUOTES.isdisjoint(map(parse.lower.__getitem__, trimmed)):
        return trimmed
    trimmed = _trim(parse, _without_empty_quotes(parse, trimmed))
    if not _balanced(parse, trimmed) or _misquotes(parse, trimmed):
        trimmed = _trim(parse, [t for t in trimmed if parse.lower[t] not in QUOTES])
    return trimmed


def _without_empty_quotes(parse: Parse, tokens: list[int]) -> list[int]:
    """Drop quotation marks between which nothing is left."""
    pairs = itertools.pairwise(tokens)
    empty = {t for pair in pairs if all(parse.lower[k] in QUOTES for k in pair) for t in pair}
    return [t for t in tokens if t not in empty] if empty else tokens


def is_firm(parse: Parse, t: int) -> bool:
    """Tell whether a token is never dropped."""
    loose = _may_be_lone(parse, t) or parse.lower[t] in QUOTES
    return not (loose or _cannot_begin(parse, t) or _cannot_end(parse, t))


def _may_be_lone(parse: Parse, t: int) -> bool:
    """Tell whether a token stays or goes with its neighbours."""
    word = parse.lower[t]
    marked = parse.pos[t] in ("CCONJ", "PUNCT", "SPACE") or word in BRACKETS
    return marked or word == "," or word == "respectively"


def _without_lone(parse: Parse, tokens: list[int], commas: frozenset[int]) -> list[int]:
    """Drop the punctuation and joints that lost their neighbours."""
    lone = parse.facts(_may_be_lone)
    kept = set(tokens)
    result: list[int] = []
    for t in tokens:
        if not lone[t]:
            result.append(t)
            continue
        pos, word = parse.pos[t], parse.lower[t]
        if pos == "SPACE" or word in BRACKETS or word == "respectively":
            continue
        if pos == "PUNCT" and t not in commas and word not in QUOTES:
            if t + 1 not in kept and not _stands_before(parse, t, kept):
                continue
            if word in DASHES and result and not _closes_dash(parse, result[-1], t):
                if _explains_gap(parse, result, t):
                    return result
                result.append(t)
                continue
            if t - 1 not in kept and not _closes_gap(parse, result, t):
                continue
        elif (
            pos == "CCONJ" and t + 1 not in kept and t not in commas and not _joins(parse, t, kept)
        ):
            continue
        if word == "," and result and _repeats(parse, result[-1], t):
            continue
        result.append(t)
    return result


def _closes_dash(parse: Parse, before: int, dash: int) -> bool:
    """Tell whether what stood between two dashes was left out."""
    return any(parse.lower[t] == parse.lower[dash] for t in range(before + 1, dash))


def _explains_gap(parse: Parse, before: list[int], dash: int) -> bool:
    """Tell whether what a dash goes on about was left out: "three others -- a nurse, a guard"."""
    gap = range(before[-1] + 1, dash)
    opened = any(parse.lower[t] == parse.lower[dash] for t in before)
    said = any(parse.pos[t] in NOMINAL and parse.entity[t] not in DATES for t in gap)
    return said and not opened and parse.lower[dash] != ";"


def _stands_before(parse: Parse, comma: int, kept: AbstractSet[int]) -> bool:
    """Tell whether only words that describe the next one are left out behind a comma."""
    behind = comma + 1
    while behind < len(parse) and behind not in kept and behind < comma + NEAR:
        behind += 1
    if behind not in kept or parse.lower[comma] != ",":
        return False
    if parse.dep[behind] not in ("compound", "conj", "nsubj"):
        return False
    return all(parse.head[t] in range(t + 1, behind + 1) for t in range(comma + 1, behind))


def _joins(parse: Parse, joint: int, kept: AbstractSet[int]) -> bool:
    """Tell whether both names that a joint stands between are there: "Sharon and (Mr) Shalom".

    Also where only what describes the other is left out: "laws and (global) treaties".
    """
    head = parse.head[joint]
    other = next((k for k in parse.children(head, "conj") if k > joint), None)
    if other is None or head not in kept or joint - 1 not in kept:
        return False
    below = [k for k in range(joint + 1, other) if k not in kept]
    if other in kept and all(parse.pos[k] == "ADV" or other == parse.head[k] for k in below):
        return True
    return parse.pos[other] == "PROPN" and other in kept


def _repeats(parse: Parse, before: int, comma: int) -> bool:
    """Tell whether a comma stands behind another one, or behind "that" after a gap."""
    if parse.lower[before] == ",":
        return True
    return before < comma - 1 and (parse.dep[before] == "mark" or parse.pos[before] == "ADP")


def _closes_gap(parse: Parse, before: list[int], t: int) -> bool:
    """Tell whether a comma only stands behind what was left out, not before it as well."""
    if parse.lower[t] != "," or not before or before[-1] > t or t - before[-1] > FARTHEST:
        return False
    if parse.pos[t + 1] == "ADP":
        opening = next((k for k in reversed(before) if parse.lower[k] == ","), -1)
        return parse.head[t + 1] < opening  # ", which took place [there], on rebels"
    opened = any(parse.lower[k] == "," for k in before[-8:])
    verbal = parse.dep[t + 1] in ("aux", "auxpass") or parse.tag[t + 1] in FINITE
    if verbal and sum(parse.lower[k] == "," for k in before) == 1 and opened:
        return True  # it closes what was opened behind the subject
    if parse.dep[t + 1] in ("aux", "auxpass") and not opened:
        return False
    gap = range(before[-1] + 1, t)
    marks = (k for k in gap if parse.lower[k] in MARKS and parse.entity[k] not in DATES)
    return parse.pos[before[-1]] != "PUNCT" and next(marks, None) is None


def _misquotes(parse: Parse, tokens: list[int]) -> bool:
    """Tell whether a quotation has lost words in its midst."""
    opened = False
    for before, t in itertools.pairwise(tokens):
        word = parse.lower[before]
        if word in QUOTES:
            opened = not opened if word == STRAIGHT else word in OPENING
        if opened and t != before + 1 and parse.pos[t] != "PUNCT" and word not in QUOTES:
            return True
    return False


def _balanced(parse: Parse, tokens: list[int]) -> bool:
    words = [parse.lower[t] for t in tokens]
    opened, straight = 0, words.count(STRAIGHT)
    for word in words:
        if word in OPENING:
            opened += 1
        elif word in CLOSING:
            opened -= 1
            if opened < 0:
                return False
    return opened == 0 and straight % 2 == 0


def _trim(parse: Parse, tokens: list[int]) -> list[int]:
    cannot_begin, cannot_end = parse.facts(_cannot_begin), parse.facts(_cannot_end)
    begin, end = 0, len(tokens)
    while begin < end and cannot_begin[tokens[begin]]:
        begin += 1
    while begin < end and cannot_end[tokens[end - 1]]:
        end -= 1
    quoted = end - begin > 2 and parse.lower[tokens[end - 1]] in QUOTES
    if quoted and parse.lower[tokens[end - 2]] == ",":
        end -= 2  # nothing stands behind the comma
    return tokens[begin:end]


def _cannot_begin(parse: Parse, t: int) -> bool:
    word = parse.lower[t]
    if word in CURRENCIES or word in QUOTES or word in CONDITIONS:
        return False
    if word in OPENERS and parse.dep[t] == "prep":
        return False  # "Since its beginning the fund has helped"
    if parse.dep[t] == "preconj":
        return False  # "Neither he nor she came"
    if word in LEADING and t + 1 < len(parse) and parse.lower[t + 1] in OPENERS:
        return True  # "long after he left"
    return parse.pos[t] in LOOSE or parse.tag[t] in ("WDT", "WRB") or parse.dep[t] == "mark"


def _cannot_end(parse: Parse, t: int) -> bool:
    if parse.lower[t] in QUOTES:
        return False
    if parse.lower[t] == "according":
        return True
    if parse.dep[t] == "prt":
        return False
    if parse.lower[t] in PARTICLES and not parse.kids[t]:
        # "pulled them out": nothing was ever below it.
        return False
    if parse.tag[t] == "POS":
        return parse.dep[parse.head[t]] == "poss"  # not of "the decision by Moody's"
    dangling = parse.pos[t] in ("ADP", "DET") or parse.tag[t] in ("PRP$", "TO", "WDT")
    return dangling or parse.pos[t] in LOOSE

"""What belongs to a dating expression: hedges, labels, marks and the words that lead up to it."""

from __future__ import annotations

from collections.abc import Collection

from ..rules.chronicle import leads_line
from .parse import Parse

HEDGES = frozenset({"about", "almost", "around", "approximately", "exactly", "just", "nearly",
                    "roughly"})  # fmt: skip
EARLY = frozenset({"early", "far", "late", "long", "recently", "soon"})
STRETCHES = frozenset({"weekend", "week", "night", "period", "fortnight", "holiday"})
JOINTS = frozenset({"-", "\u2013", "/"})


def label(parse: Parse, tokens: range) -> range | None:
    """A date that leads a line, with what parts it from what happened then: "1952 – "."""
    mark = leads_line(parse.text, parse.start[tokens[0]], parse.end[tokens[-1]])
    if mark is None or mark[0].strip() in ("", ",", ".", ")", "]"):
        return None
    stop = tokens.stop
    while stop < len(parse) and parse.start[stop] < mark.end():
        stop += 1
    return range(tokens.start, stop)


def opens_sentence(parse: Parse, first: int) -> bool:
    """True for "In May 2021 parliament voted", whatever the parser made of the noun behind it."""
    before = first - 1
    return (
        before >= 0
        and parse.sentence[first] == before
        and parse.lower[before] in ("in", "on", "at", "by", "since", "during", "until", "from")
    )


def is_torn(parse: Parse, root: int, tokens: range) -> bool:
    """True for "in 2019 one captain died", where the parser made the year a part of the noun."""
    first, after = tokens[0], tokens[-1] + 1
    if first == 0 or parse.lower[first - 1] not in ("in", "on", "since", "until", "by"):
        return False
    own = after < len(parse.lower) and parse.tag[after] in ("CD", "DT", "PRP$")
    return own and parse.head[root] > after


def chain_before(parse: Parse, tokens: range) -> list[int]:
    """Return "on or" of "on or around 10 January": the first of two prepositions dates too.

    So do "as early as" 2019 and "over the weekend of" 9-11 February.
    """
    first = tokens[0]
    before = parse.lower[max(first - 4, 0) : first]
    if before[-1:] == ["as"] and before[-3:-2] == ["as"]:
        return list(range(first - 3, first))
    if before[-2:] == ["as", "of"]:
        return [first - 2, first - 1]
    if before[-1:] == ["of"] and before[-3:-2] == ["the"] and before[-2] in STRETCHES:
        led = parse.pos[max(first - 4, 0)] == "ADP"
        return list(range(first - 4, first)) if led else []
    at = first if parse.pos[first] in ("ADP", "ADV") else first - 1
    as_early = parse.lower[max(at - 2, 0) : at + 1]
    if len(as_early) == 3 and as_early[::2] == ["as", "as"] and as_early[1] in EARLY:
        return list(range(at - 2, first))
    if at < 2 or parse.pos[at] not in ("ADP", "ADV", "SCONJ") or parse.lower[at - 1] != "or":
        return []
    return list(range(at - 2, first)) if parse.pos[at - 2] in ("ADP", "ADV") else []


def hedge(parse: Parse, tokens: range) -> list[int]:
    """Return the "about" of "at about 1.40 a.m."."""
    before = tokens[0] - 1
    hedged = before >= 0 and parse.head[before] in tokens and parse.lower[before] in HEDGES
    return [before] if hedged else []


def glued(parse: Parse, last: int) -> list[int]:
    """Return "-94" behind "1493": a number that a dash or slash ties to the expression."""
    joint, number = last + 1, last + 2
    if number >= len(parse) or parse.lower[joint] not in JOINTS or parse.tag[number] != "CD":
        return []
    tied = parse.end[last] == parse.start[joint] and parse.end[joint] == parse.start[number]
    return [joint, number] if tied else []


def heads_line(parse: Parse, tokens: range, line_starts: Collection[int]) -> bool:
    """Tell whether an expression stands first in its line, a bullet aside."""
    first = tokens[0]
    while first and parse.sentence[first] < first and parse.pos[first - 1] in ("PUNCT", "SYM"):
        first -= 1
    return parse.start[first] in line_starts and tokens[-1] + 1 < parse.sentence_end(tokens[-1])


def is_set_off(parse: Parse, tokens: range) -> bool:
    """Tell whether marks close it: "The Sound War, 1897-1898", "by 20 May (owner: Ann)"."""
    before, after = tokens[0] - 1, tokens[-1] + 1
    if before < 0:
        return False
    closed = after >= len(parse) or parse.pos[after] in ("PUNCT", "SPACE")
    led = parse.pos[before] == "ADP" and parse.lower[after : after + 1] == ["("]
    return led or (closed and parse.lower[before] in (",", "("))

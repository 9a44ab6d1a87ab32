"""What a title can spare where it is too long, without saying anything else than before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .compress import compress
from .parse import Parse
from .tidy import QUOTES, is_firm, tidy

LONGEST = 100  # characters
FLOOD = 150  # tokens of a clause
TITLE = 8  # tokens between quotation marks that may be a name
HYPHENS = frozenset({"-", "\u2010", "\u2011", "/"})


def shorten(
    parse: Parse,
    i: int,
    tokens: list[int],
    commas: frozenset[int],
    said: Mapping[int, str],
    longest: int = LONGEST,
) -> list[int]:
    """Drop the branches that cost least, or cut the end, until a title is as short as it must be.

    `said` holds the words that stand for a token.
    """
    longest -= sum(len(words) - parse.end[t] + parse.start[t] for t, words in said.items())
    tokens = tidy(parse, tokens, commas)
    if width(parse, tokens) <= longest:
        return tokens
    spared = {i}
    tied = parse.facts(_is_tied)
    bound = {i}.union(t for t in tokens if tied[t])
    bound |= _in_short_quotes(parse, tokens)
    up = i
    while parse.head[up] != up:
        up = parse.head[up]
        spared.add(up)
    # The events of a clause ask for the same.
    asked = compress, tuple(tokens), commas, longest, frozenset(spared), frozenset(bound)
    if asked not in parse.memo:
        parse.memo[asked] = compress(parse, tokens, commas, longest, spared | commas, bound)
    least: list[int] | None = parse.memo[asked]
    if least:
        return least

    tokens = _cut(parse, i, tokens, commas, longest)
    while len(tokens) > 1 and width(parse, tokens) > longest:
        tokens = tidy(parse, tokens[:-1], commas)  # the event stands too far behind
    return tokens


def nearest(i: int, tokens: list[int]) -> list[int]:
    """Of a flood of words its begin and what stands around the event: no clause is that long."""
    if len(tokens) <= FLOOD:
        return tokens
    place = tokens.index(i) if i in tokens else 0
    near = FLOOD // 3
    return [*tokens[:near], *tokens[max(near, place - near) : max(near, place) + near]]


def _cut(
    parse: Parse, i: int, tokens: list[int], commas: frozenset[int], longest: int
) -> list[int]:
    """Cut words off the end, or before a speaker put last, and what lost its other half with them.

    The event itself stays.
    """
    place = tokens.index(i) if i in tokens else 0
    tail = next((k for k in range(place, 0, -1) if tokens[k] in commas), len(tokens))
    if parse.dep[i] == "advcl":
        tail = len(tokens)  # a participle: its own end is cut
    head, rest = tokens[:tail], tokens[tail:]

    firm = parse.facts(is_firm)
    least = width(parse, [t for t in tokens if firm[t]])

    def cut() -> list[int]:
        return tidy(parse, [*head, *rest], commas)

    # First what stands behind the event, then also what stands before it.
    for stop in (i, -1):
        while len(head) > 1 and head[-1] != stop:
            if least <= longest and width(parse, cut()) <= longest:
                break
            last = head.pop()
            least -= parse.room[last] if firm[last] else 0
    while len(head) > 2 and head[-1] != i and _is_torn(parse, head[-1]):
        head.pop()
    return cut()


def _is_torn(parse: Parse, t: int) -> bool:
    """Tell whether a title that was cut behind this token lacks the other half of a phrase."""
    if parse.dep[t] in (
        "amod",
        "compound",
        "nummod",
        "nmod",
        "poss",
        "aux",
        "auxpass",
        "quantmod",
        "advmod",
        "npadvmod",
        "nsubj",
        "nsubjpass",
        "det",
        "mark",
        "punct",
    ):
        return parse.head[t] > t
    if parse.pos[t] in ("ADP", "DET"):
        return parse.dep[t] != "prt"
    return (
        parse.tag[t] in ("VBG", "VBN", "VB")
        and parse.child(t, "dobj", "xcomp", "ccomp") is not None
    )


def width(parse: Parse, tokens: Iterable[int]) -> int:
    """Return the length that these tokens would have as a title, at most."""
    return sum(map(parse.room.__getitem__, tokens)) - 1


def _is_tied(parse: Parse, t: int) -> bool:
    """Tell whether a branch stays because of the words beside it."""
    return _in_name(parse, t) or _is_glued(parse, t)


def _in_name(parse: Parse, t: int) -> bool:
    """Tell whether a branch is part of the name above it: "Centers for Disease Control"."""
    entity, head = parse.entity[t], parse.head[t]
    if not entity or entity != parse.entity[head]:
        return False
    if parse.dep[t] != "conj":
        return True
    between = range(min(t, head), max(t, head))
    return all(parse.entity[k] == entity for k in between)  # "Standard and Poor's"


def _is_glued(parse: Parse, t: int) -> bool:
    """Tell whether a hyphen ties a token to another one: "semi-official"."""
    before = t > 0 and parse.end[t - 1] == parse.start[t]
    behind = t + 1 < len(parse) and parse.end[t] == parse.start[t + 1]
    return (before and parse.lower[t - 1] in HYPHENS) or (behind and parse.lower[t + 1] in HYPHENS)


def _in_short_quotes(parse: Parse, tokens: list[int]) -> set[int]:
    """Return what stands between quotation marks as a title does."""
    marks = [t for t in tokens if parse.lower[t] in QUOTES]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return {t for first, last in pairs if last - first < TITLE for t in range(first, last + 1)}

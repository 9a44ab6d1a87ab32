"""What a title can spare where it is too long, without saying anything else than before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from .compress import compress
from .ending import last_whole
from .parse import Parse
from .spare import DROPPED_FIRST, DROPPED_IN_ORDER, SPARED, Kind, kinds
from .tidy import QUOTES, tidy

LONGEST = 100  # characters
LOOSE = 12  # characters that tidying saves at most, as a rule
NOTHING = -1e9
SHORTEST = 45  # a title that was cut to less has lost too much
FLOOD = 150  # tokens of a clause
TITLE = 8  # tokens between quotation marks that may be a name
HYPHENS = frozenset({"-", "\u2010", "\u2011", "/"})
COMPLETING = ("xcomp", "ccomp", "advcl")


def shorten(
    parse: Parse,
    i: int,
    tokens: list[int],
    commas: frozenset[int],
    said: Mapping[int, str],
    longest: int = LONGEST,
) -> list[int]:
    """Drop branches, the least needed first, until the title is not longer than it may be.

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
    least = compress(parse, tokens, commas, longest, spared | commas, bound)
    if least:
        return least

    droppable = parse.facts(kinds)

    def drop(order: Iterable[Kind], tokens: list[int]) -> list[int]:
        for kind in order:
            for branch in [t for t in reversed(tokens) if kind in droppable[t]]:
                if branch in spared or branch in bound:
                    continue
                if parse.head[branch] == i and parse.dep[branch] == "advcl":
                    continue  # what it was done for
                gone = set(parse.subtree(branch)) - commas
                if gone.isdisjoint(spared) and not _holds_another(parse, branch, tokens):
                    tokens = [t for t in tokens if t not in gone]
                    if width(parse, tokens) <= longest + LOOSE:
                        tokens = tidy(parse, tokens, commas)
                        if width(parse, tokens) <= longest:
                            return tokens
        return tidy(parse, tokens, commas)

    tokens = drop(DROPPED_FIRST, tokens)
    if width(parse, tokens) <= longest:
        return tokens
    ended, best = _end(parse, i, tokens, commas, longest)
    for kind, price in SPARED:
        if best + price >= longest - 1:
            break
        fewer = _all_without(parse, tokens, kind, bound)
        if len(fewer) == len(tokens):
            continue
        other, worth = _end(parse, i, fewer, commas, longest)
        if other and worth - price > best:
            ended, best = other, worth - price
    if ended:
        return ended
    tokens = drop(DROPPED_IN_ORDER, tokens)
    if width(parse, tokens) <= longest:
        return tokens
    ended, _ = _end(parse, i, tokens, commas, longest, shortest=0)
    if ended:
        return ended
    tokens = _cut(parse, i, tokens, commas, longest)
    while len(tokens) > 1 and width(parse, tokens) > longest:
        tokens = tidy(parse, tokens[:-1], commas)  # the event stands too far behind
    return tokens


def _end(
    parse: Parse,
    i: int,
    tokens: list[int],
    commas: frozenset[int],
    longest: int,
    shortest: int = SHORTEST,
) -> tuple[list[int], float]:
    """Return the tokens up to the last place where a statement is whole and short enough.

    Also what they are worth. A speaker put last stays.
    """
    place = tokens.index(i) if i in tokens else 0
    tail = len(tokens)
    if parse.dep[i] != "advcl":
        tail = next((k for k in range(place, 0, -1) if tokens[k] in commas), tail)
    head, rest = tokens[:tail], tokens[tail:]
    turn = i if i in head else _top(parse, head)
    room = width(parse, rest) + 1 if rest else 0
    if width(parse, tokens) <= longest:
        return tidy(parse, tokens, commas), float(width(parse, tokens))
    kept, worth = last_whole(parse, turn, head, longest, room)
    ended = tidy(parse, [*head[:kept], *rest], commas) if kept else []
    return (ended, worth) if kept and width(parse, ended) >= shortest else ([], NOTHING)


def _top(parse: Parse, tokens: list[int]) -> int:
    """Return the verb that these tokens hang on."""
    inside = set(tokens)
    return next((t for t in tokens if parse.head[t] not in inside or parse.head[t] == t), tokens[0])


def _all_without(parse: Parse, tokens: list[int], kind: Kind, bound: Collection[int]) -> list[int]:
    """Return the tokens without all branches of one kind."""
    spare = parse.facts(kinds)
    heads = [t for t in tokens if kind in spare[t] and t not in bound]
    if not heads:
        return tokens
    inside = set(tokens)
    gone = {k for t in heads if parse.head[t] in inside for k in parse.subtree(t)}
    return [t for t in tokens if t not in gone]


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

    def cut() -> list[int]:
        return tidy(parse, [*head, *rest], commas)

    while len(head) > 1 and head[-1] != i and width(parse, cut()) > longest:
        head.pop()
    while len(head) > 1 and width(parse, cut()) > longest:
        head.pop()  # an event at the end of a line that is too long
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


def _holds_another(parse: Parse, branch: int, tokens: list[int]) -> bool:
    """Tell whether what follows needs the branch: "called on the city to pay" without "on"."""
    return any(k in tokens for k in parse.facts(_needing)[branch])


def _needing(parse: Parse, branch: int) -> list[int]:
    """Return the infinitives behind a branch that may need it."""
    if parse.dep[branch] not in ("prep", "dobj", "dative"):
        return []
    return [
        k
        for k in parse.kids[parse.head[branch]]
        if k > branch
        and parse.dep[k] in COMPLETING
        and (parse.tag[k] == "VB" or any(parse.tag[t] == "TO" for t in parse.kids[k]))
    ]

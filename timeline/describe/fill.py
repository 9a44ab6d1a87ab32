"""What a title with room can still tell of its own clause: the names that say where and of what.

"A car bomb hit a patrol" of a sentence that goes on "in the southern city of Basra".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from .parse import Parse
from .phrase import is_aside, without_empty_prepositions
from .reading import NAMES
from .shorten import width

HANGING = frozenset({"agent", "prep"})
SOURCES = frozenset({"according", "including"})  # phrases that do not say where


def with_names(
    parse: Parse,
    kept: Sequence[int],
    dating: frozenset[int],
    expressed: Collection[int],
    longest: int,
) -> tuple[list[int], frozenset[int]]:
    """Return the tokens of a title with the named phrases of its clause that fit, and commas.

    A phrase with a date of its own is another event's.
    """
    tokens = list(kept)
    commas: set[int] = set()
    if any(a > b for a, b in pairwise(tokens)):
        return tokens, frozenset()
    for branch in _branches(parse, kept, dating):
        added = _phrase(parse, branch, dating)
        if not added or any(t in expressed for t in range(added[0], added[-1] + 1)):
            continue
        if not any(parse.entity[t] in NAMES for t in added):
            continue
        apart = _comma(parse, added, tokens[0], dating)
        whole = sorted({*tokens, *added, *apart})
        if width(parse, whole) <= longest:
            tokens = whole
            commas.update(apart)
    return tokens, frozenset(commas)


def _comma(parse: Parse, added: Sequence[int], first: int, dating: frozenset[int]) -> list[int]:
    """The comma that sets a phrase off: behind one that is put first, else before it."""
    edge, step = (added[-1] + 1, 1) if added[0] < first else (added[0] - 1, -1)
    while edge in dating:
        edge += step
    return [edge] if parse.lower[edge] == "," else []


def _branches(parse: Parse, kept: Sequence[int], dating: frozenset[int]) -> Iterator[int]:
    """Yield the phrases that hang on a title's words and were left out, in text order."""
    inside = set(kept)
    begin = parse.sentence[kept[-1]]
    for t in range(begin, parse.sentence_end(kept[-1])):
        if t in inside or t in dating or parse.dep[t] not in HANGING:
            continue
        if parse.head[t] in inside and parse.lower[t] not in SOURCES:
            yield t


def _phrase(parse: Parse, branch: int, dating: frozenset[int]) -> list[int]:
    """Return an unbroken phrase without its asides, or nothing."""
    without = {t for t in parse.subtree(branch) if t in dating}
    without |= {
        kid
        for t in parse.subtree(branch)
        for kid in parse.kids[t]
        if is_aside(parse, kid, t, brief=False)
    }
    tokens = [t for t in parse.subtree(branch, without) if parse.pos[t] != "SPACE"]
    tokens = without_empty_prepositions(parse, tokens, dating)
    while tokens and parse.pos[tokens[-1]] == "PUNCT":
        tokens.pop()
    unbroken = bool(tokens) and branch in tokens and tokens[-1] - tokens[0] == len(tokens) - 1
    return tokens if unbroken else []

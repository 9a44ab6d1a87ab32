"""Marked stretches of a text, and which of two annotators' marks belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch [start, end) of a document that someone marked, with TimeML's attributes.

    `by` is the rule or the model that marked it; empty for people. An attribute that the annotator
    left out is absent or empty: both compare as "".
    """

    start: int
    end: int
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    by: str = ""

    def get(self, name: str) -> str:
        """An attribute's value, "" where there is none."""
        return self.attributes.get(name, "")

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold mark and the found mark that answers it; one side is None where nothing does."""

    gold: Mark | None
    found: Mark | None

    @property
    def both(self) -> bool:
        """True if the two overlap (TempEval-3: a relaxed match)."""
        return self.gold is not None and self.found is not None

    @property
    def exact(self) -> bool:
        """True if the two are the same stretch (TempEval-3: a strict match)."""
        return (
            self.gold is not None and self.found is not None and self.gold.span == self.found.span
        )

    def agrees(self, name: str) -> bool:
        """True if the two overlap and have the same string as an attribute."""
        return (
            self.gold is not None
            and self.found is not None
            and self.gold.get(name) == self.found.get(name)
        )

    @property
    def start(self) -> int:
        """Where the pair stands in the text."""
        return min(mark.start for mark in (self.gold, self.found) if mark is not None)


def pair_marks(gold: Iterable[Mark], found: Iterable[Mark]) -> list[Pair]:
    """Match marks one to one, in text order: equal stretches first, then any overlap.

    No mark is matched twice: the second of two equal found marks is spurious. Marks that touch do
    not overlap; an empty one overlaps nothing.

    >>> [p.exact for p in pair_marks([Mark(0, 4)], [Mark(0, 6), Mark(0, 4)])]
    [True, False]
    """
    wanted, given = sorted(gold, key=_order), sorted(found, key=_order)
    pairs: list[Pair] = []
    left: list[Mark] = []
    for mark in wanted:
        index = next((i for i, other in enumerate(given) if other.span == mark.span), None)
        if index is None:
            left.append(mark)
        else:
            pairs.append(Pair(mark, given.pop(index)))
    pairs.extend(_pair_overlaps(left, given))
    return sorted(pairs, key=lambda pair: pair.start)


def _pair_overlaps(gold: Sequence[Mark], found: Sequence[Mark]) -> Iterable[Pair]:
    free = list(found)
    for mark in gold:
        index = next((i for i, other in enumerate(free) if _overlap(mark, other)), None)
        yield Pair(mark, None if index is None else free.pop(index))
    yield from (Pair(None, other) for other in free)


def _overlap(a: Mark, b: Mark) -> bool:
    return max(a.start, b.start) < min(a.end, b.end)


def _order(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end

"""What went wrong, one record a fault, with the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .marks import Mark, Pair

AROUND = 60  # characters of context on each side


@dataclass(frozen=True, slots=True)
class Fault:
    """One disagreement with the gold annotation.

    `kind` is missed, spurious, span (the stretch differs), or the attribute that is wrong. `gold`
    and `found` are what each side has: words for the first three, values for the others.
    """

    kind: str
    document: str
    start: int
    words: str
    gold: str
    found: str
    by: str
    before: str
    after: str


def find_faults(
    document: str, text: str, pairs: Iterable[Pair], attributes: Iterable[str]
) -> Iterator[Fault]:
    """The faults of one document, in text order; a pair with two faults gives two."""
    names = tuple(attributes)
    for pair in pairs:
        gold, found = pair.gold, pair.found
        if gold is None or found is None:
            mark = gold or found
            if mark is not None:
                sides = (mark.text, "") if found is None else ("", mark.text)
                kind = "missed" if found is None else "spurious"
                yield _fault(kind, document, text, mark, *sides, by=mark.by)
            continue
        if not pair.exact:
            yield _fault("span", document, text, gold, gold.text, found.text, by=found.by)
        for name in names:
            if not pair.agrees(name):
                sides = (gold.get(name), found.get(name) or found.get("reason"))
                yield _fault(name, document, text, gold, *sides, by=found.by)


def _fault(
    kind: str, document: str, text: str, mark: Mark, gold: str, found: str, *, by: str
) -> Fault:
    return Fault(
        kind=kind,
        document=document,
        start=mark.start,
        words=mark.text,
        gold=gold,
        found=found,
        by=by,
        before=text[max(0, mark.start - AROUND) : mark.start],
        after=text[mark.end : mark.end + AROUND],
    )

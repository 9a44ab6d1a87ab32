"""How well events are dated: figures over gold events with the time that people gave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .moments import When, round_month
from .score import ByRule, Tally

NOTHING = "(nothing)"  # the sieve of an event that none dated
KINDS = ("day", "before", "after", "between", "interval", "unknown")


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold event with its time and ours.

    `gold` is None where people gave no time that can be compared. `found`: we found the event;
    `when`: the time that our sieve `by` gave it. `date` is the document's own day, and `confidence`
    how sure we were.
    """

    document: str
    start: int
    words: str
    value: str
    gold: When | None
    found: bool
    when: When | None
    by: str
    date: int | None
    context: tuple[str, str] = ("", "")
    confidence: float | None = None

    @property
    def exact(self) -> bool:
        """Ours is the gold time, on both sides and to the day."""
        return self.when is not None and self.gold == round_month(self.when)

    @property
    def relaxed(self) -> bool:
        """Both may be true: begins and ends share a day."""
        return self.when is not None and self.gold is not None and self.gold.meets(self.when)

    @property
    def right_day(self) -> bool:
        """We gave one day, and it is the one."""
        return self.when is not None and self.when.day is not None and self.exact

    @property
    def baseline(self) -> bool:
        """The document's own day is the gold time."""
        if self.date is None:
            return False
        return self.gold == round_month(When((self.date, self.date), (self.date, self.date)))


def score_anchors(judged: Sequence[Judged]) -> dict[str, Tally]:
    """Exact and relaxed over all gold events, single days, and all on the document's date.

    Recall is the accuracy: an event that is not found or not dated is wrong.
    """
    days = [j for j in judged if j.when is not None and j.when.day is not None]
    one_day = sum(j.gold is not None and j.gold.day is not None for j in judged)
    return {
        "exact": _tally(judged, lambda j: j.exact),
        "relaxed": _tally(judged, lambda j: j.relaxed),
        "day": Tally(one_day, len(days), sum(j.right_day for j in days)),
        "document date": Tally(
            len(judged), sum(j.date is not None for j in judged), sum(j.baseline for j in judged)
        ),
    }


def score_kinds(judged: Iterable[Judged]) -> dict[str, Tally]:
    """Exact, by the kind of the gold time."""
    groups = _group(judged, lambda j: "unknown" if j.gold is None else j.gold.kind)
    return {kind: _tally(groups[kind], lambda j: j.exact) for kind in KINDS if kind in groups}


def score_sieves(judged: Iterable[Judged]) -> list[ByRule]:
    """What each sieve dated, and how much of it is right; the most wrong first."""
    groups = _group(judged, lambda j: j.by if j.when is not None else NOTHING)
    rows = [
        ByRule(
            rule=sieve,
            found=len(group),
            relaxed=sum(j.relaxed for j in group),
            strict=sum(j.exact for j in group),
            right={"exact": sum(j.exact for j in group)},
        )
        for sieve, group in groups.items()
    ]
    return sorted(rows, key=lambda row: (row.strict - row.found, row.rule))


def _tally(judged: Sequence[Judged], is_right: Callable[[Judged], bool]) -> Tally:
    dated = sum(j.when is not None for j in judged)
    return Tally(len(judged), dated, sum(is_right(j) for j in judged))


def _group(judged: Iterable[Judged], key: Callable[[Judged], str]) -> Mapping[str, list[Judged]]:
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(key(one), []).append(one)
    return groups

"""The field's figures over matched marks: strict, relaxed, attribute F1 as in TempEval-3.

Counts are summed over documents before any ratio is taken (micro average). An attribute is right
when its string equals the gold one: "1998-W6" is not "1998-W06", nor "PXD" "P2D", "T10" "T10:00".
TempEval-3 forgives no such spelling, and neither do we: figures stay comparable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .marks import Mark, Pair

TIMEX_ATTRIBUTES = ("type", "value")
EVENT_ATTRIBUTES = ("class", "tense", "aspect", "polarity", "modality")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were wanted, how many were found, and how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found right; None where there is no gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there was nothing to find and nothing was found."""
        total = self.gold + self.found
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True)
class TwoSided(Tally):
    """A tally of two lists that do not match one to one: `right` are of ours, `gold_right` of gold.

    One row of ours may answer two of the gold, and a row may follow from several of the other list.
    """

    gold_right: int = 0

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found right; None where there is no gold."""
        return self.gold_right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there was nothing to find and nothing was found."""
        precision, recall = self.precision or 0.0, self.recall or 0.0
        if not self.gold and not self.found:
            return None
        return 2 * precision * recall / (precision + recall) if self.right else 0.0


def tally(pairs: Sequence[Pair], is_right: Callable[[Pair], bool]) -> Tally:
    """Count gold marks, found marks and the pairs that are right."""
    return Tally(
        gold=sum(pair.gold is not None for pair in pairs),
        found=sum(pair.found is not None for pair in pairs),
        right=sum(is_right(pair) for pair in pairs),
    )


def score_marks(pairs: Sequence[Pair], attributes: Iterable[str]) -> dict[str, Tally]:
    """Strict and relaxed matches, and for each attribute the relaxed matches where it is right."""
    figures = {
        "strict": tally(pairs, lambda pair: pair.exact),
        "relaxed": tally(pairs, lambda pair: pair.both),
    }
    for name in attributes:
        figures[name] = tally(pairs, lambda pair, name=name: pair.agrees(name))  # type: ignore[misc]
    return figures


def score_timexes(pairs: Sequence[Pair]) -> dict[str, Tally]:
    """The figures of temporal expressions: strict, relaxed, type, value."""
    return score_marks(pairs, TIMEX_ATTRIBUTES)


def score_events(pairs: Sequence[Pair]) -> dict[str, Tally]:
    """The figures of events: strict, relaxed, class, tense, aspect, polarity, modality."""
    return score_marks(pairs, EVENT_ATTRIBUTES)


def score_labels(pairs: Sequence[Pair], name: str) -> dict[str, Tally]:
    """For each value of an attribute, how well it was given: by people, by us, by both."""

    def one(label: str) -> Tally:
        return Tally(
            gold=sum(_has(pair.gold, name, label) for pair in pairs),
            found=sum(_has(pair.found, name, label) for pair in pairs),
            right=sum(
                _has(pair.gold, name, label) and _has(pair.found, name, label) for pair in pairs
            ),
        )

    return {label: one(label) for label in _labels(pairs, name)}


def score_parts_of_speech(pairs: Sequence[Pair]) -> dict[str, Tally]:
    """For each part of speech, how well its marks were found (strict).

    A matched pair belongs to its gold mark's group, a spurious mark to its own.
    """
    groups: dict[str, list[Pair]] = {label: [] for label in _labels(pairs, "pos")}
    for pair in pairs:
        mark = pair.gold or pair.found
        if mark is not None:
            groups[mark.get("pos")].append(pair)
    return {
        label: tally(group, lambda pair: pair.exact) for label, group in groups.items() if group
    }


@dataclass(frozen=True, slots=True)
class ByRule:
    """What one rule or model found, and how much of it is right."""

    rule: str
    found: int
    relaxed: int
    strict: int
    right: dict[str, int]


def score_rules(pairs: Sequence[Pair], attributes: Iterable[str]) -> list[ByRule]:
    """The precision of each rule; the most wrong of the last attribute (value, class) first."""
    names = tuple(attributes)
    made: dict[str, list[Pair]] = {}
    for pair in pairs:
        if pair.found is not None:
            made.setdefault(pair.found.by, []).append(pair)
    rows = [
        ByRule(
            rule=rule,
            found=len(group),
            relaxed=sum(pair.both for pair in group),
            strict=sum(pair.exact for pair in group),
            right={name: sum(pair.agrees(name) for pair in group) for name in names},
        )
        for rule, group in made.items()
    ]
    return sorted(rows, key=lambda row: (row.right[names[-1]] - row.found, row.rule))


def _has(mark: Mark | None, name: str, label: str) -> bool:
    return mark is not None and mark.get(name) == label


def _labels(pairs: Sequence[Pair], name: str) -> list[str]:
    """The values of an attribute on either side, sorted."""
    marks = (mark for pair in pairs for mark in (pair.gold, pair.found) if mark is not None)
    return sorted({mark.get(name) for mark in marks})

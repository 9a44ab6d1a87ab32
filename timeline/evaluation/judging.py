"""Which expected expressions of the cases were found, and which of these mean the same time.

Of our overlapping expressions only the longest counts, so a range stands for its ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..annotation import TemporalExpression
from ..temporal.arithmetic import first_moment, iso, last_moment, truncate
from ..temporal.granularity import Granularity
from ..temporal.timex3 import to_timex3
from ..temporal.values import Interval, Moment, OneOf, Unresolved
from .cases import Case, Expected
from .faults import AROUND, Fault
from .marks import Mark, Pair, pair_marks
from .meaning import means


@dataclass(frozen=True, slots=True)
class Answer:
    """An expected expression and the longest of ours that meets it; one side is None if alone.

    `right` if both mean the same.
    """

    case: Case
    expected: Expected | None
    found: TemporalExpression | None
    right: bool


def judge_case(case: Case, expressions: Iterable[TemporalExpression]) -> list[Answer]:
    """What became of each expected expression, and what was found that should not have been."""
    longest = keep_longest(expressions)
    by_span = {(e.start, e.end): e for e in longest}
    gold = [Mark(e.start, e.end, e.text) for e in case.expected]
    wanted = {mark.span: e for mark, e in zip(gold, case.expected, strict=True)}
    answers = []
    for pair in pair_marks(gold, [Mark(e.start, e.end, e.text) for e in longest]):
        expected, found = _side(pair, wanted, by_span)
        if expected is not None and found is None:
            found = _joined(expected, case, longest)
        right = expected is not None and found is not None and _right(found, expected, case)
        answers.append(Answer(case, expected, found, right))
    return answers


def _right(found: TemporalExpression, expected: Expected, case: Case) -> bool:
    value = found.value
    if _joined(expected, case, [found]) and expected.kind == "date" and isinstance(value, Moment):
        value = truncate(value, Granularity.DAY)
    return means(value, expected, case.date)


def _joined(
    expected: Expected, case: Case, longest: Iterable[TemporalExpression]
) -> TemporalExpression | None:
    """Our clock time on its day, where theirs are apart: "Christmas" and "8:00" of one phrase.

    Elsewhere ("Monday at 10:30") an assistant joins them as TimeML does.
    """
    for found in longest:
        inside = [e for e in case.expected if found.start <= e.start and e.end <= found.end]
        if sorted(e.kind for e in inside) == ["date", "time"] and expected in inside:
            is_clock = isinstance(found.value, Moment) and found.value.granularity.is_clock
            return found if is_clock else None
    return None


def keep_longest(expressions: Iterable[TemporalExpression]) -> list[TemporalExpression]:
    """The expressions that overlap no longer one, in text order."""
    kept: list[TemporalExpression] = []
    for expression in sorted(expressions, key=lambda e: (e.start - e.end, e.start, e.id)):
        if all(e.end <= expression.start or expression.end <= e.start for e in kept):
            kept.append(expression)
    return sorted(kept, key=lambda e: e.start)


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """Of `expected` expressions so many `found` and `right`; of `negatives` so many `clean`.

    `spurious` counts what was found beside the expected in texts that have some.
    """

    expected: int = 0
    found: int = 0
    right: int = 0
    negatives: int = 0
    clean: int = 0
    spurious: int = 0

    def shares(self) -> dict[str, float | None]:
        """Found and right of the expected, clean of the negatives; None of nothing."""
        return {
            "found": self.found / self.expected if self.expected else None,
            "right": self.right / self.expected if self.expected else None,
            "clean": self.clean / self.negatives if self.negatives else None,
        }


def count_cases(judged: Sequence[tuple[Case, Sequence[Answer]]]) -> dict[str, CaseCounts]:
    """The counts of all cases under "all", then by kind (date, daterange, time, ...)."""
    answers = [answer for _, group in judged for answer in group]
    positive = [answer for answer in answers if answer.expected is not None]
    negative = [group for case, group in judged if not case.expected]
    spurious = sum(a.expected is None and bool(a.case.expected) for a in answers)
    counts = {
        "all": CaseCounts(
            *_counts(positive), len(negative), sum(not group for group in negative), spurious
        )
    }
    for kind in sorted({a.expected.kind for a in positive if a.expected}):
        of_kind = [a for a in positive if a.expected and a.expected.kind == kind]
        counts[kind] = CaseCounts(*_counts(of_kind))
    return counts


def case_faults(document: str, text: str, answers: Iterable[Answer]) -> Iterator[Fault]:
    """What went wrong in one case: missed, spurious, or another time than any that is accepted."""
    for answer in answers:
        expected, found = answer.expected, answer.found
        side = expected or found
        if answer.right or side is None:
            continue
        kind = "spurious" if expected is None else "missed" if found is None else "value"
        yield Fault(
            kind=kind,
            document=document,
            start=side.start,
            words=side.text,
            gold=" | ".join(expected.timex) if expected else "",
            found=describe(found) if found else "",
            by=found.rule if found else "",
            before=text[max(0, side.start - AROUND) : side.start],
            after=text[side.end : side.end + AROUND],
        )


def describe(expression: TemporalExpression) -> str:
    """The words that were found and their value; for a range, its first and last day."""
    value = expression.value
    if isinstance(value, Unresolved):
        return f"{expression.text}: {value.reason}"
    first, last = first_moment(value), last_moment(value)
    said = to_timex3(value).value
    if isinstance(value, (Interval, OneOf)):
        said = f"{iso(first) if first else ''}..{iso(last) if last else ''}"
    return f"{expression.text}: {said}"


def _counts(answers: Sequence[Answer]) -> tuple[int, int, int]:
    return len(answers), sum(a.found is not None for a in answers), sum(a.right for a in answers)


def _side(
    pair: Pair,
    wanted: dict[tuple[int, int], Expected],
    found: dict[tuple[int, int], TemporalExpression],
) -> tuple[Expected | None, TemporalExpression | None]:
    return (
        wanted[pair.gold.span] if pair.gold else None,
        found[pair.found.span] if pair.found else None,
    )

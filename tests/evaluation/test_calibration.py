"""Bins, curves and errors of confidences, by hand."""

import pytest

from timeline.evaluation.calibration import Bin, Point, measure_calibration
from timeline.evaluation.marks import Mark, pair_marks
from timeline.evaluation.run import Result
from timeline.evaluation.score import Tally
from timeline.evaluation.tables import calibration_rows, compared_rows, curve_rows


def measure(gold, *found):
    """Gold marks at these places; found ones at (place, confidence)."""
    return measure_calibration(
        pair_marks(
            [Mark(at, at + 1) for at in gold],
            [Mark(at, at + 1, attributes={"confidence": sure}) for at, sure in found],
        )
    )


def test_bins_and_error_by_hand():
    made = measure([1, 2, 9], (1, "0.9"), (2, "1.0"), (3, "0.62"), (4, "0.68"))
    assert made.bins == (Bin(0.6, 0.7, 2, 0.65, 0.0), Bin(0.9, 1.0, 2, 0.95, 1.0))
    assert made.error == pytest.approx((2 * 0.65 + 2 * 0.05) / 4)


def test_the_curve_leaves_out_what_changes_nothing():
    made = measure([1, 2, 9], (1, "0.9"), (2, "0.5"), (3, "0.52"))
    assert made.curve == (Point(0.0, 3, 3, 2), Point(0.55, 3, 1, 1), Point(0.95, 3, 0, 0))


def test_marks_without_a_confidence_are_always_there():
    made = measure([1, 2], (1, ""), (2, "0.7"))
    assert [b.found for b in made.bins] == [1]
    assert made.curve == (Point(0.0, 2, 2, 2), Point(0.75, 2, 1, 1))


def test_nothing_is_measured_of_rules():
    made = measure([1], (1, ""))
    assert (made.bins, made.curve, made.error) == ((), (), None)


def test_a_mark_that_only_overlaps_is_not_right():
    pairs = pair_marks([Mark(0, 5)], [Mark(0, 4, attributes={"confidence": "0.8"})])
    assert measure_calibration(pairs).bins == (Bin(0.8, 0.9, 1, 0.8, 0.0),)


def result(right, calibration):
    return Result(
        "bank", "test", 1, "a" * 64, timexes={"value": Tally(4, 4, right)}, calibration=calibration
    )


def test_rows():
    made = result(2, measure([1, 2], (1, "0.9"), (3, "0.62")))
    assert list(calibration_rows([made])) == [
        ("bank", "test", "event", "0.6", "0.7", "1", "62.0", "0.0"),
        ("bank", "test", "event", "0.9", "1.0", "1", "90.0", "100.0"),
        ("bank", "test", "event", "expected", "error", "2", "36.0", ""),
    ]
    first, *_ = curve_rows([made])
    assert first == ("bank", "test", "event", "0.00", "2", "2", "1", "50.0", "50.0", "50.0")


def test_two_models():
    one, other = (result(right, measure([])) for right in (2, 3))
    assert list(compared_rows([one], [other])) == [
        ("bank", "test", "timex", "value", "50.0", "75.0", "-25.0")
    ]

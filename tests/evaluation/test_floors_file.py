"""The file of the floors: what was saved holds, what fell is told."""

import json

import pytest

from timeline.errors import OptionError, ReadError
from timeline.evaluation.floors import check_floors, read_floors, round_down, save_floors
from timeline.evaluation.run import Result
from timeline.evaluation.score import Tally


def result(right, sha256="a" * 64, part="development", found=3):
    return Result("bank", part, 2, sha256, timexes={"value": Tally(3, found, right)})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "scores.json"


def test_round_down():
    assert [round_down(x) for x in (66.66667, 100.0, 70.1, 0.0)] == [66.6, 100.0, 70.1, 0.0]


def test_what_was_saved_holds(path):
    save_floors([result(2)], path)
    assert json.loads(path.read_text()) == {
        "floors": {
            "bank": {
                "development": {
                    "documents": 2,
                    "sha256": "a" * 64,
                    "figures": {"timex value": 66.6},
                }
            }
        }
    }
    assert check_floors([result(2)], read_floors(path)) == []
    assert check_floors([result(3)], read_floors(path)) == []


def test_what_fell_is_told(path):
    save_floors([result(2)], path)
    (breach,) = check_floors([result(1)], read_floors(path))
    assert (breach.corpus, breach.part, breach.figure, breach.floor) == (
        "bank", "development", "timex value", 66.6,
    )  # fmt: skip
    assert breach.now == pytest.approx(100 / 3)


def test_a_figure_that_is_gone_is_a_breach(path):
    save_floors([result(2)], path)
    (breach,) = check_floors([Result("bank", "development", 2, "a" * 64)], read_floors(path))
    assert (breach.now, breach.reason) == (None, "no longer measured")


def test_other_documents_cannot_be_compared(path):
    save_floors([result(2)], path)
    (breach,) = check_floors([result(3, sha256="b" * 64)], read_floors(path))
    assert (breach.figure, breach.floor) == ("", None)
    assert "bbbbbbbbbbbb" in breach.reason


def test_parts_are_compared_with_themselves_only(path):
    save_floors([result(3)], path)
    with pytest.raises(OptionError, match="no floors"):
        check_floors([result(0, part="test")], read_floors(path))
    save_floors([result(1, part="test")], path)
    assert check_floors([result(1, part="test"), result(3)], read_floors(path)) == []


def test_a_floor_is_lowered_by_name_only(path):
    save_floors([result(2)], path)
    before = path.read_text()
    with pytest.raises(OptionError, match=r"timex value: 33\.3 after 66\.6"):
        save_floors([result(1)], path)
    assert path.read_text() == before
    save_floors([result(1)], path, lower=True)
    assert read_floors(path)["bank"]["development"].figures == {"timex value": 33.3}
    save_floors([result(3)], path)
    assert read_floors(path)["bank"]["development"].figures == {"timex value": 100.0}


def test_other_documents_may_have_other_floors(path):
    save_floors([result(3)], path)
    save_floors([result(1, sha256="b" * 64)], path)
    assert read_floors(path)["bank"]["development"].figures == {"timex value": 33.3}


def test_the_rest_of_the_file_stays(path):
    path.write_text('{"model": {"seed": 1}}')
    save_floors([result(2)], path)
    assert json.loads(path.read_text())["model"] == {"seed": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there are no floors"),
        ("{", "not JSON"),
        ("[]", "holds no floors"),
        ("{}", "holds no floors"),
        ('{"floors": {"bank": {"development": {"figures": {}}}}}', "holds no floors"),
    ],
)
def test_a_file_that_holds_none(path, content, message):
    if content is not None:
        path.write_text(content)
    with pytest.raises(ReadError, match=message):
        read_floors(path)


def test_floors_of_gold_entities_stand_beside_the_others(path):
    def dated(share, given):
        return Result("bank", "test", 2, "a" * 64, shares={"anchor exact": share}, given=given)

    save_floors([dated(0.25, False)], path)
    save_floors([dated(0.5, True)], path)
    (held,) = [parts["test"].figures for parts in read_floors(path).values()]
    assert held == {"anchor exact": 25.0, "given anchor exact": 50.0}
    assert check_floors([dated(0.25, False)], read_floors(path)) == []
    (breach,) = check_floors([dated(0.4, True)], read_floors(path))
    assert breach.figure == "given anchor exact"
    with pytest.raises(OptionError, match="given anchor exact"):
        save_floors([dated(0.4, True)], path)

"""Sheets to be read, and what an answer means."""

import importlib
from types import ModuleType

import pytest

from timeline.annotation import Event
from timeline.document import Document

DAY = 10  # 1970-01-11


@pytest.fixture(scope="module")
def script(scripts: None) -> ModuleType:
    pytest.importorskip("scipy", reason="needs scipy, which only training uses")
    return importlib.import_module("draw_times")


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("D", "1970-01-11"),
        ("D-1", "1970-01-10"),
        ("1998-01-08", "1998-01-08"),
        ("<D", "before1970-01-11"),
        (">D-7<D", "after1970-01-04before1970-01-11"),
        ("<D|>D", "beginPoint=before1970-01-11endPoint=after1970-01-11"),
        ("1997-06-01|D+2", "beginPoint=1997-06-01endPoint=1970-01-13"),
        ("?", "xxxx-xx-xx"),
        ("x", None),
    ],
)
def test_an_answer_is_a_value_of_eventtime(script, answer: str, value: str | None) -> None:
    assert script.read_answer(answer, DAY) == value


@pytest.mark.parametrize("answer", ["", "D|", "|D", "<", "yesterday", "D+", "<D<D", "98-01-08"])
def test_what_is_no_answer_is_refused(script, answer: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        script.read_answer(answer, DAY)


def test_a_sheet_numbers_the_events(script) -> None:
    text = "They met. They left."
    events = tuple(
        Event(f"e{at}", at, at + len(word), word, word, "VERB", "OCCURRENCE", "PAST", "NONE", "POS",
              None, "happened", (0, 21))
        for at, word in ((5, "met"), (15, "left"))
    )  # fmt: skip
    lines = list(script.Sheet(Document("a", text, "a"), (), DAY, events).lines())
    assert lines == ["# a  D = 1970-01-11, Sunday", "They [1 met]. They [2 left]."]

"""JSON written piece by piece has the bytes of JSON made whole."""

from __future__ import annotations

from io import StringIO

import msgspec
import pytest
from chronologies import make_news

from timeline.chronology import Timeline
from timeline.exporters import Layout, json
from timeline.exporters.safe import escape_json


def whole(timeline: Timeline) -> str:
    data = msgspec.json.format(msgspec.json.encode(timeline), indent=2)
    return escape_json(data.decode("utf-8")) + "\n"


@pytest.mark.parametrize("together", [1, 2, 1000])
def test_pieces_are_those_of_the_whole(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "TOGETHER", together)
    timeline = make_news()
    text = "line one\nline \u202e two\t\x1b[31m \u2028 \U0001f600 \\n"
    documents = tuple(msgspec.structs.replace(d, text=d.text + text) for d in timeline.documents)
    for one in (timeline, msgspec.structs.replace(timeline, documents=documents, entries=())):
        written = StringIO()
        json.write(one, written, Layout())
        assert written.getvalue() == whole(one)


def test_no_piece_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "TOGETHER", 1)
    timeline = make_news()
    entries = timeline.entries * 100
    many = msgspec.structs.replace(timeline, entries=entries)
    longest = max(map(len, json.pieces(many)))
    assert longest < 3 * max(map(len, json.pieces(timeline)))

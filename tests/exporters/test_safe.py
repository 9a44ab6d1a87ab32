"""Hostile strings: nothing that a document says steers a terminal, a spreadsheet or a page."""

import csv
import io
import json
import re
import unicodedata

import pytest
from chronologies import HOSTILE, make_hostile
from hypothesis import given
from hypothesis import strategies as st

from timeline.exporters import FORMATS, Layout
from timeline.exporters.safe import escape_json, mend_surrogates, show, show_cell, show_markdown

# Written apart from the code's own list: what a reader's screen may never get.
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, été, 日本語, 👩‍👩‍👧", "plain words, été, 日本語, 👩‍👩‍👧"),
        ("a\tb\r\nc\n\n  d", "a b c d"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x9b2J\x7f\x07", r"\x9b2J\x7f\x07"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("\u2066a\u2069 \u200fb", r"\u2066a\u2069 \u200fb"),
        ("line\u2028break\x0bhere\x85now", "line break here now"),
        ("half \ud800 pair", r"half \ud800 pair"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("", ""),
    ],
)
def test_show(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_show_is_one_safe_line(text: str) -> None:
    shown = show(text)
    assert not STEERING.search(shown)
    shown.encode("utf-8")
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("  =1", "'=1"),
        ("\tplain", "'plain"),
        ("\uff1d1", "'\uff1d1"),
        ("1 = 1", "1 = 1"),
        ("plain", "plain"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_show_cell(text: str, shown: str) -> None:
    assert show_cell(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("**b** _i_ `c`", r"\*\*b\*\* \_i\_ \`c\`"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("[x](y) ![i](z)", r"\[x\](y) \!\[i\](z)"),
        ("back\\slash", r"back\\slash"),
        ("a\nb", "a b"),
    ],
)
def test_show_markdown(text: str, shown: str) -> None:
    assert show_markdown(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_escaped_json_is_the_same_data(text: str) -> None:
    encoded = json.dumps(mend_surrogates(text), ensure_ascii=False)
    escaped = escape_json(encoded)
    assert json.loads(escaped) == mend_surrogates(text)
    assert not STEERING.search(escaped)
    assert len(mend_surrogates(text)) == len(text)


def write(name: str, layout: Layout) -> str:
    stream = io.StringIO()
    FORMATS[name].write(make_hostile(), stream, layout)
    return stream.getvalue()


# What is left over: a file of one document, and files that are no text.
OTHERS = {"timeml", *(name for name, one in FORMATS.items() if one.binary)}


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in OTHERS])
@pytest.mark.parametrize("width", [40, 100])
def test_every_format_is_safe(name: str, width: int) -> None:
    text = write(name, Layout(width=width))
    # What a format is made of: tabs, or a calendar's line ends.
    own = {"tsv": "\t", "ics": "\r"}.get(name, "")
    allowed = text.replace("\n", "").replace(own, "") if own else text.replace("\n", "")
    assert not STEERING.search(allowed)
    assert text.encode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_coloured_table_has_only_its_own_colours() -> None:
    text = write("table", Layout(width=100, color=True))
    assert not STEERING.search(re.sub("\x1b\\[[0-9;]*m", "", text).replace("\n", ""))
    # rich's own markup in a document stays words.
    assert "[bold red]markup[/]" in write("table", Layout(width=200))
    assert ":smile:" in write("table", Layout(width=200))


def test_tab_separated_cells_stay_apart() -> None:
    lines = write("tsv", Layout()).splitlines()
    assert len(lines) == len(HOSTILE)
    assert {line.count("\t") for line in lines} == {12}


def test_no_cell_of_a_document_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv", Layout()))))
    assert len(rows) == len(HOSTILE)
    for row in rows:
        assert not row["title"].startswith(("=", "+", "-", "@"))
        assert not row["words"].startswith(("=", "+", "-", "@"))
    assert rows[0]["title"] == "'" + HOSTILE[0]


def test_markdown_rows_have_their_columns() -> None:
    text = write("markdown", Layout())
    rows = [line for line in text.splitlines() if line.startswith("| Sun 2 Jan")]
    assert len(rows) == len(HOSTILE)
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "<script" not in text


def test_json_keeps_what_the_text_formats_escape() -> None:
    data = json.loads(write("json", Layout()))
    titles = [entry["title"] for entry in data["entries"]]
    assert titles == [mend_surrogates(text) for text in HOSTILE]
    for event in data["events"]:
        source = next(d for d in data["documents"] if d["id"] == event["document"])
        assert source["text"][event["start"] : event["end"]] == event["title"]

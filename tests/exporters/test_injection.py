"""No string of a chronology, wherever it comes from, becomes syntax of any format.

A benign chronology and a hostile one of the same shape are written in each format, and what a
program that knows the format sees must have the same structure: as many rows, elements, events.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import icalendar
import msgspec
import openpyxl
import pyarrow.parquet
import pytest
from chronologies import HOSTILE, Maker, instant, interval
from format_readers import write_bytes

from timeline import chronology as c
from timeline.exporters import FORMATS
from timeline.exporters.safe import mend_surrogates

# The names of files, titles, words and settings that would do harm if they were taken as syntax.
NASTIES = (
    *HOSTILE,
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\uff1d1+1",
    '=HYPERLINK("http://example.org","x")',
    "</script><script>alert(1)</script>",
    "--><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "</textarea></style></template><svg/onload=alert(1)>",
    "]]><EVENT eid='e99'/><!--",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:file:///etc/passwd",
    "x\nBEGIN:VALARM\nACTION:PROCEDURE",
    "x;ENCODING=BASE64:eA==,\\n\\,\\;",
    "# head\n\n- item\n\n| a | b |\n|---|---|\n```\ncode",
    "x | y | z",
    "<!-- a --> \\| [x]: javascript:alert(1)",
    "%%{init: {'theme': 'dark'}}%%\nsection evil\n2021 : x : y",
    "end\n2021-01-01: evil #tag @name\nsection x",
    "// comment\n2022: x",
    "\U000e0001tag \u00ad \u200b",
    "__proto__",
    "constructor",
    "_x0041_x",
)
BENIGN = "Something happened there"
GIVEN = {BENIGN, *(mend_surrogates(nasty) for nasty in NASTIES)}
# What cannot be any string: the schema allows some words only, or the program reads it.
READ = {
    "schema", "id", "document", "documents", "events", "event", "shape", "basis", "granularity",
    "earliest", "latest", "expression", "first_day", "last_day", "reading_date", "corrected",
    "after", "before", "anchor_id", "ends", "text", "edtf", "sieve", "status", "stated",
}  # fmt: skip
TYPES = {"DATE", "TIME", "DURATION", "SET", "INTERVAL"}
Shape = Any


def make(word: str) -> c.Timeline:
    """A chronology with the string in every place that is free, in the texts too."""
    made = Maker()
    for number in range(2):
        name = made.document(f"{word}-{number}", "2022-01-10", source=f"{word}.txt")
        one = made.entry(name, word, instant("2022-01-02", "2022-01-02"), word, word)
        gives_way = c.Conflict(event=one.events[0], time=one.time, note=word, quote=word)
        lasted = interval(("2021-05-03", "2021-05-03"), ("2021-05-11", None))
        made.entry(name, word, lasted, word, conflicts=(gives_way,))
        made.leave_undated(name, word, word)
        made.failures.append(c.Failure(source=word, reason=word))
    timeline = made.make()
    who = c.Participant(text=word, start=0, end=4, role="agent", type=word)
    events = tuple(
        msgspec.structs.replace(event, participants=(who,), places=(who,), attributed_to=word,
                                modality=word, locator=c.Locator(line=1, page=1, heading=word,
                                                                 cue=word))
        for event in timeline.events
    )  # fmt: skip
    documents = tuple(
        msgspec.structs.replace(document, title=word, warnings=(word,), metadata={word: word})
        for document in timeline.documents
    )
    links = (c.Link(event=events[0].id, relation=word, other=events[1].id, sieve="x", signal=word),)
    gap = c.Gap(after=timeline.entries[1].id, before=timeline.entries[0].id,
                first_day="2021-05-12", last_day="2022-01-01", days=235)  # fmt: skip
    return fill(
        msgspec.structs.replace(
            timeline, events=events, documents=documents, links=links, gaps=(gap,)
        ),
        word,
    )


def fill(timeline: c.Timeline, word: str) -> c.Timeline:
    """The string in place of every other one that is free."""

    def change(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            changed = {k: change(v, k) for k, v in value.items()}
            return (
                changed | {"options": {word: word, "date": word}} if "rules" in value else changed
            )
        if isinstance(value, list):
            return [change(one, key) for one in value]
        if isinstance(value, str) and key not in READ and value not in TYPES:
            return word
        return value

    return msgspec.convert(change(msgspec.to_builtins(timeline), ""), c.Timeline)


def write(name: str, timeline: c.Timeline, **layout: Any) -> bytes:
    if FORMATS[name].holds_one:
        timeline = c.of_document(timeline, timeline.documents[0].id)
    return write_bytes(name, timeline, **layout)


class Elements(HTMLParser):
    """The elements of a page with the names of their attributes, as a browser sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, *(name for name, _ in attrs)))
        for name, value in attrs:
            assert not name.startswith("on") or tag == "body", (tag, name)
            assert not (value or "").strip().lower().startswith("javascript:")

    def handle_endtag(self, tag: str) -> None:
        self.seen.append((f"/{tag}",))

    def handle_comment(self, data: str) -> None:
        self.seen.append(("!",))


def page(data: bytes) -> Shape:
    parser = Elements()
    parser.feed(data.decode())
    parser.close()
    return parser.seen


def keys(value: Any) -> Shape:
    """The shape of JSON: keys and lengths; a key that a source gives is only counted."""
    if isinstance(value, dict):
        free = {key for key in value if key in GIVEN}
        return sorted((k, keys(v)) for k, v in value.items() if k not in free), len(free)
    return [keys(one) for one in value] if isinstance(value, list) else type(value).__name__


def table(mark: str) -> Callable[[bytes], Shape]:
    def shape(data: bytes) -> Shape:
        rows = list(csv.reader(io.StringIO(data.decode()), delimiter=mark))
        if mark == ",":  # a spreadsheet's
            for cell in (cell for row in rows for cell in row):
                formula = cell.startswith(("=", "+", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff20"))
                assert not formula, cell
                assert not re.match(r"-(?!\d{4}\b)", cell), cell
        return [len(row) for row in rows]

    return shape


def workbook(data: bytes) -> Shape:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [cell.value for cell in cells if cell.hyperlink]
    shape = [(sheet.title, sheet.max_row, sheet.max_column) for sheet in book]
    assert not book.defined_names
    return shape


def calendar(data: bytes) -> Shape:
    text = data.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), "unfolded"
    assert "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    read = icalendar.Calendar.from_ical(data)
    return [(part.name, sorted(part.keys())) for part in read.walk()]


def markdown(data: bytes) -> Shape:
    """Lines by how they begin, and the bars of tables that are no words."""
    text = data.decode()
    bare = re.sub(r"\\.", "", text)
    assert "<" not in re.sub(r"<(?:/?(?:br|sub|sup)|!-- [a-z ]+ --)>", "", bare)
    assert "`" not in bare and "[" not in bare and "!" not in bare
    lines = [re.sub(r"\\.", "", line) for line in text.splitlines()]
    return [(line[:1] if line[:1] in "|#>-" else "w" * bool(line), line.count("|"))
            for line in lines]  # fmt: skip


def mermaid(data: bytes) -> Shape:
    lines = data.decode().splitlines()
    for line in lines[1:]:
        assert not re.search(r"[<>{}%`\"\\]|;(?<!#\d;)(?<!#\d\d;)(?<!#\d\d\d;)", line), line
    return [(len(line) - len(line.lstrip()), line.strip().split(" ")[0] == "section",
             line.count(" : ")) for line in lines]  # fmt: skip


def markwhen(data: bytes) -> Shape:
    """Lines by how they begin, and the tags and boxes in each: our own only."""
    begins = re.compile(r"[-\d/<~.]+|section\b|group\b|end|//|#|")
    marks = re.compile(r"[#@!](?=\w)|[\[\]<>]")
    found = []
    for line in data.decode().splitlines():
        begin = begins.match(line)
        assert begin
        found.append((begin[0], marks.findall(line, begin.end())))
    return found


def elements(data: bytes) -> Shape:
    assert b"<!DOCTYPE" not in data and b"<!ENTITY" not in data and b"<!--" not in data
    tree = ElementTree.fromstring(data)
    return [(one.tag, sorted(one.attrib)) for one in tree.iter()]


def slides(data: bytes) -> Shape:
    """TimelineJS puts its texts into a page as HTML."""
    read = json.loads(data)
    return keys(read), [page(text.encode()) for text in _strings(read)]


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return [value] if isinstance(value, str) else []


def lines_of_json(data: bytes) -> Shape:
    return [keys(json.loads(line)) for line in data.decode().split("\n") if line]


def columns(data: bytes) -> Shape:
    read = pyarrow.parquet.read_table(io.BytesIO(data))
    return read.schema.names, read.num_rows


def screen(data: bytes) -> Shape:
    """What is left when the colours are taken away steers nothing, and no markup was obeyed."""
    text = re.sub("\x1b\\[[0-9;]*m", "", data.decode())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)
    codes = re.findall("\x1b\\[([0-9;]*)m", data.decode())
    assert set(codes) <= {"0", "1", "2", "31", "32", "33", "34", "35", "36", "1;33"}, set(codes)
    return None


SHAPES: dict[str, Callable[[bytes], Shape]] = {
    "table": screen,
    "tsv": table("\t"),
    "json": lambda data: keys(json.loads(data)),
    "jsonl": lines_of_json,
    "csv": table(","),
    "markdown": markdown,
    "html": page,
    "timeml": elements,
    "ics": calendar,
    "timelinejs": slides,
    "mermaid": mermaid,
    "markwhen": markwhen,
    "timesketch": lines_of_json,
    "xlsx": workbook,
    "parquet": columns,
}


def test_every_format_is_watched() -> None:
    assert set(SHAPES) == set(FORMATS)


@pytest.mark.parametrize("nasty", NASTIES, ids=[f"nasty{n}" for n in range(len(NASTIES))])
def test_a_string_is_never_syntax(nasty: str) -> None:
    plain, hostile = make(BENIGN), make(nasty)
    for name, shape in SHAPES.items():
        layout = {"width": 200, "color": True} if name == "table" else {}
        expected = shape(write(name, plain, **layout))
        assert shape(write(name, hostile, **layout)) == expected, name

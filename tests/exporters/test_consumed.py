"""Formats for other programs, as those read them: TimelineJS, Mermaid, Markwhen, sheets, tables."""

import io
import json
import zipfile
from html import unescape
from types import SimpleNamespace

import msgspec
import openpyxl
import pyarrow.parquet as pq
import pytest
from chronologies import HOSTILE, Maker, instant, interval, make_hostile, make_mixed, make_news
from format_readers import (
    read_markwhen,
    read_mermaid,
    read_parquet,
    read_timesketch,
    read_xlsx,
    write_bytes,
)

from timeline import chronology as c
from timeline.exporters import FORMATS
from timeline.exporters.mermaid import LONGEST
from timeline.exporters.safe import (
    LONGEST_CELL,
    mend_surrogates,
    show,
    show_html,
    show_markwhen,
    show_mermaid,
    show_sheet,
)

# Each is what some format takes for its own.
TITLES = (
    *HOSTILE,
    "title x", "section 3", "timeline", "a : b: c", "x %% comment", "%%{init: {}}%%", "a ==> b; c",
    "#43; &amp; &#43;", "$$x^2$$", "<img src=x onerror=alert(1)>", "]]>", "</script>", "\ud800\x00",
    "2022-01-03: another", "1914/1933: more", "now: then", "id: foo", "// comment", "- [x] done",
    "!id #tag @name", "[a](javascript:x)", "_x0041_ _x000A_", "#N/A", "+1", "-1", "@SUM(A1)",
    "\ufffe\uffff", "w" * 10_000, "😀" * 20_000,
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile() -> c.Timeline:
    made = Maker()
    for number, title in enumerate(TITLES):
        name = made.document(f"d{number}", "2022-01-10", source=f"{title}.txt")
        made.entry(name, title, instant("2022-01-02", "2022-01-02"), title)
    return made.make()


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
@pytest.mark.parametrize("make", [make_news, make_mixed, make_hostile])
def test_the_same_chronology_gives_the_same_bytes(name: str, make) -> None:
    assert write_bytes(name, make()) == write_bytes(name, make())


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_a_pipe_gets_the_bytes_of_a_file(name: str) -> None:
    parts: list[bytes] = []
    # What cannot be wound back, told or closed.
    FORMATS[name].write(make_news(), SimpleNamespace(write=parts.append))
    assert b"".join(parts) == write_bytes(name, make_news())


def test_no_part_of_a_workbook_tells_when_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(write_bytes("xlsx", make_news()))) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_an_empty_chronology(name: str) -> None:
    empty = msgspec.structs.replace(make_news(), entries=(), undated=())
    data = write_bytes(name, empty)
    assert (read_xlsx(data)["Chronology"] if name == "xlsx" else read_parquet(data)) == []


def test_a_workbook_has_all_that_is_told_and_no_formula(hostile: c.Timeline) -> None:
    rows = read_xlsx(write_bytes("xlsx", hostile))["Chronology"]
    assert [row["title"] for row in rows] == [show_sheet(title) for title in TITLES]
    assert max(len(row["title"].encode("utf-16-le")) for row in rows) <= 2 * LONGEST_CELL
    book = openpyxl.load_workbook(io.BytesIO(write_bytes("xlsx", hostile)))
    cells = {cell.value: cell for cell in book["Chronology"]["B"]}
    assert cells["=cmd|' /C calc'!A0"].quotePrefix and cells["#N/A"].data_type == "s"
    assert "_x005F_x0041_ _x005F_x000A_" in cells


def test_a_workbook_has_five_sheets_with_frozen_headers() -> None:
    data = write_bytes("xlsx", make_mixed())
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Chronology", "Undated", "Sources", "Conflicts", "Failures"]
    assert {sheet.freeze_panes for sheet in book} == {"A2"}
    assert book["Chronology"].column_dimensions["B"].width == 60
    sheets = read_xlsx(data)
    assert sheets["Failures"] == [{"source": "broken.jsonl", "reason": "line 3 is not JSON"}]
    assert sheets["Conflicts"][0]["quote"] == "Another quote"
    assert [row["source"] for row in sheets["Sources"]] == ["rome.txt", "log.txt", "x.txt"]
    undated = read_xlsx(write_bytes("xlsx", make_news()))["Undated"]
    assert undated[0]["reason"] == "a duration places nothing in time"


def test_dates_of_a_workbook_are_dates_where_all_programs_agree() -> None:
    made = Maker()
    name = made.document("text")
    days = ["1900-02-28", "1900-03-01", "9999-12-31", "-0043-03-15", "2024-05-06T06:10+02:00"]
    for day in days:
        made.entry(name, "It happened", instant(day, day))
    book = openpyxl.load_workbook(io.BytesIO(write_bytes("xlsx", made.make(), fields=("begin",))))
    cells = book["Chronology"]["A"][1:]
    assert [cell.is_date for cell in cells] == [False, True, True, False, True]
    assert str(cells[-1].value) == "2024-05-06 06:10:00"
    assert cells[-1].number_format == 'yyyy-mm-dd hh:mm"+02:00"'
    assert [cells[0].value, cells[3].value] == ["1900-02-28", "-0043-03-15"]


def test_a_table_is_typed_and_keeps_the_words(hostile: c.Timeline) -> None:
    rows = read_parquet(write_bytes("parquet", hostile))
    assert [row["title"] for row in rows] == [mend_surrogates(title) for title in TITLES]
    assert rows[0]["events"][0]["sentence"] == TITLES[0]
    meta = pq.read_schema(io.BytesIO(write_bytes("parquet", make_news()))).metadata
    assert json.loads(meta[b"timeline.provenance"])["reading_date"] == "2026-01-01"
    assert meta[b"timeline.undated"] == b"1"
    conflicts = [row["conflicts"] for row in read_parquet(write_bytes("parquet", make_mixed()))]
    assert [one["begin_earliest"] for many in conflicts for one in many] == ["2024-05-07"]


def test_timelinejs_shows_the_words_and_runs_none(hostile: c.Timeline) -> None:
    slides = json.loads(write_bytes("timelinejs", hostile))["events"]
    for slide, title in zip(slides, TITLES, strict=True):
        headline, text = slide["text"]["headline"], slide["text"]["text"]
        assert unescape(headline) == show(title) and not set(headline) & set("<>\"'")
        assert not set(text.replace("<p>", "").replace("</p>", "")) & set("<>\"'")
        # Left on, TimelineJS makes links of what looks like an address.
        assert slide["autolink"] is False and slide["display_date"] == "Sun 2 Jan 2022"
    assert len({slide["unique_id"] for slide in slides}) == len(slides)


@pytest.mark.parametrize(
    ("when", "fields"),
    [
        (instant("2018-01-01", "2018-12-31", granularity="year"), [{"year": 2018}, None]),
        (
            instant("2021-03-01", "2021-03-31", granularity="month"),
            [{"year": 2021, "month": 3}, None],
        ),
        (instant("-0043-01-01", "-0043-12-31", granularity="year"), [{"year": -43}, None]),
        (
            interval(("1914-01-01", "1914-12-31"), ("1933-01-01", "1933-12-31")),
            [{"year": 1914}, {"year": 1933}],
        ),
        (
            instant("2022-01-04", "2022-01-08"),
            [{"year": 2022, "month": 1, "day": 4}, {"year": 2022, "month": 1, "day": 8}],
        ),
        (instant(None, "2022-01-07"), [{"year": 2022, "month": 1, "day": 7}, None]),
        (
            instant("2024-05-06T06:10Z", "2024-05-06T06:10Z"),
            [{"year": 2024, "month": 5, "day": 6, "hour": 6, "minute": 10}, None],
        ),
    ],
)
def test_timelinejs_has_the_fields_that_are_told(when: c.Time, fields: list) -> None:
    made = Maker()
    made.entry(made.document("text"), "It happened", when)
    (slide,) = json.loads(write_bytes("timelinejs", made.make()))["events"]
    assert [slide["start_date"], slide.get("end_date")] == fields


def test_a_mermaid_diagram_is_one_line_an_event(hostile: c.Timeline) -> None:
    events = [event for _, event in read_mermaid(write_bytes("mermaid", hostile))]
    cut = [t if len(t) <= LONGEST else f"{t[:LONGEST]}…" for t in TITLES]
    assert events == [show(title) for title in cut]


def test_markwhen_is_one_entry_a_title(hostile: c.Timeline) -> None:
    titles = [claim.title for claim in read_markwhen(write_bytes("markwhen", hostile))]
    assert titles == [show_markwhen(title) for title in TITLES]


@pytest.mark.parametrize(
    ("when", "line"),
    [
        (interval(("1914-01-01", "1914-12-31"), ("1933-01-01", "1933-12-31")), "1914/1933: "),
        (instant("2022-01-04", "2022-01-08"), "2022-01-04/2022-01-08: "),
        (
            instant("2021-03-01", "2021-03-31", granularity="month"),
            "\n2021-03: X (Mar 2021) #month",
        ),
        (instant("0476-09-04", "0476-09-04"), "0476-09-04: "),
        (instant("-0043-03-15", "-0043-03-15"), "44 BCE: X (15 Mar 44 BC) #exact"),
        (
            interval(("-0026-01-01", "-0026-12-31"), ("0014-01-01", "0014-12-31")),
            "27 BCE - 14 CE: ",
        ),
        (instant("2024-05-06T06:10", "2024-05-06T06:10"), "2024-05-06 06:10: "),
        (instant("2024-05-06T01:10+02:00", "2024-05-06T01:10+02:00"), "2024-05-05T23:10:00Z: "),
        (instant(None, "2022-01-07"), "2022-01-07: X (by 7 Jan 2022) #before"),
    ],
)
def test_markwhen_ranges(when: c.Time, line: str) -> None:
    made = Maker()
    made.entry(made.document("text"), "X", when)
    assert line in write_bytes("markwhen", made.make()).decode()


def test_timesketch_says_what_a_day_is_and_gives_a_period_two_lines() -> None:
    lines = list(read_timesketch(write_bytes("timesketch", make_mixed())))
    told = [(line["datetime"][:10], line["timestamp_desc"]) for line in lines]
    assert ("1914-01-01", "Begin, earliest day (period)") in told
    assert ("1933-01-01", "End, earliest day (period)") in told
    assert ("2024-05-06", "Event, time (exact)") in told
    assert ("2024-05-06", "Begin, time, zone not told (period)") in told
    news = list(read_timesketch(write_bytes("timesketch", make_news())))
    assert [line["timestamp_desc"] for line in news] == [
        "Event, day (exact)", "Event, earliest day (approximate)", "Event, latest day (before)",
    ]  # fmt: skip
    assert news[1]["message"] == (
        "Government buildings were ransacked (4-8 Jan 2022 (uncertain); approximate)"
    )


@pytest.mark.parametrize(
    ("escape", "text", "shown"),
    [
        (show_html, '<a href="x">\'&', "&lt;a href=&quot;x&quot;&gt;&#x27;&amp;"),
        (show_mermaid, "a: b; #c <d> 50%", "a#58; b#59; #35;c #60;d#62; 50#37;"),
        (show_markwhen, "Stop! #1 @me [x] <b> a#b", "Stop! ＃1 ＠me ［x］ ＜b＞ a＃b"),
        (show_sheet, "_x0041_\x1b", "_x005F_x0041_\\x1b"),
        (show_sheet, "_xyz_ a_x00g1_", "_xyz_ a_x00g1_"),
    ],
)
def test_escapes(escape, text: str, shown: str) -> None:
    assert escape(text) == shown


def test_the_years_of_a_format_are_told_once() -> None:
    from timeline.exporters import ics, markwhen, timelinejs, timesketch

    for module in (ics, markwhen, timelinejs, timesketch):
        name = module.__name__.rpartition(".")[2]
        assert FORMATS[name].years == module.YEARS

"""The formats that a chronology is written in: one record a format, one file each.

get_exporter("csv").write(timeline, stream)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from ..errors import OptionError
from .registry import Exporter, Layout, load_plugins
from .suggest import suggest

__all__ = ["FORMATS", "Exporter", "Layout", "find_exporter", "get_exporter", "list_exporters"]

_HERE = __name__

FORMATS: Mapping[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter(
            name="table",
            suffixes=(".txt",),
            aliases=("text",),
            summary="a table for people, as wide as the terminal",
            loses="all but date, title, dating words and certainty; invisible characters are shown "
            "as escapes",
            writer=f"{_HERE}.terminal:write",
            every_title=False,
            takes_fields=True,
        ),
        Exporter(
            name="tsv",
            suffixes=(".tsv",),
            summary="one line an entry, columns apart by tabs, without a header",
            loses="all but the first event of an entry; undated events; tabs and line breaks "
            "become spaces",
            writer=f"{_HERE}.tsv:write",
            every_title=False,
            takes_fields=True,
        ),
        Exporter(
            name="json",
            suffixes=(".json",),
            summary="everything, as `timeline schema` describes it",
            loses="nothing",
            writer=f"{_HERE}.json:write",
        ),
        Exporter(
            name="jsonl",
            suffixes=(".jsonl", ".ndjson"),
            summary="one JSON object an entry, with its events, evidence and sources inside",
            loses="the texts, undated events, and expressions that date nothing",
            writer=f"{_HERE}.jsonl:write",
            takes_fields=True,
        ),
        Exporter(
            name="csv",
            suffixes=(".csv",),
            summary="for spreadsheets: a header and one row an entry",
            loses="as tsv; a text that starts like a formula (= + - @) gets an apostrophe first",
            writer=f"{_HERE}.csv:write",
            every_title=False,
            takes_fields=True,
        ),
        Exporter(
            name="markdown",
            suffixes=(".md", ".markdown"),
            summary="tables of the entries and, unless rows were chosen, of the undated events, "
            "for a page or a note",
            loses="all but date, title, dating words, certainty and source",
            writer=f"{_HERE}.markdown:write",
            takes_fields=True,
        ),
        Exporter(
            name="html",
            suffixes=(".html", ".htm"),
            aliases=("report",),
            summary="one page for a browser, without a network: a drawn axis, the list, and the "
            "texts with the words and the reason for every date",
            loses="TimeML's finer attributes of events; it is for people, and no program reads it",
            writer=f"{_HERE}.html:write",
        ),
        Exporter(
            name="timeml",
            suffixes=(".tml", ".xml"),
            summary="TimeML 1.2.1: TIMEX3, EVENT, MAKEINSTANCE, TLINK; a document a file, several "
            "with `-o FOLDER/`",
            loses="titles, status, participants, bounds, all but the first evidence; a range is an "
            "empty DURATION between its ends; what XML cannot hold is U+FFFD",
            writer=f"{_HERE}.timeml:write",
            every_title=False,
            holds_one=True,
        ),
        Exporter(
            name="ics",
            suffixes=(".ics", ".ical"),
            aliases=("icalendar", "calendar"),
            summary="a calendar: days stay days, clock times only where the text has them",
            loses="what lies before the year 1 or has no bound; which side is open, but for the "
            "words; zones, whose clock times are told in UTC; undated events",
            writer=f"{_HERE}.ics:write",
            every_title=False,
            years=(1, 9998),
        ),
        Exporter(
            name="timelinejs",
            suffixes=(".timelinejs",),
            aliases=("knightlab",),
            summary="JSON for Knight Lab's TimelineJS",
            loses="which side of a bound is open, but for the words shown; zones, which only the "
            "words tell; entries without a bound; undated events; all but the first event",
            writer=f"{_HERE}.timelinejs:write",
            every_title=False,
            years=(-271820, 275759),
        ),
        Exporter(
            name="mermaid",
            suffixes=(".mmd", ".mermaid"),
            summary="a Mermaid timeline diagram, for Markdown pages; Mermaid draws no more than "
            "50,000 characters (--top)",
            loses="all but the date as people write it, the certainty and 160 characters of the "
            "title; scale: periods are equally wide",
            writer=f"{_HERE}.mermaid:write",
            every_title=False,
        ),
        Exporter(
            name="markwhen",
            suffixes=(".mw", ".markwhen"),
            summary="Markwhen, with EDTF ranges and years before Christ",
            loses="months and days before Christ and which side of a bound is open, but for the "
            "words; seconds without a zone; its signs (# @ ! [ ] < >) become full-width; entries "
            "without a bound; undated events",
            writer=f"{_HERE}.markwhen:write",
            every_title=False,
            years=(-99998, 9999),
        ),
        Exporter(
            name="timesketch",
            suffixes=(".timesketch",),
            summary="JSON Lines for Timesketch: a line an instant, two for begin and end",
            loses="what is no instant: of a stretch the first day stands, as midnight UTC, and "
            "timestamp_desc says so; what lies before the year 1 or has no bound; undated events",
            writer=f"{_HERE}.timesketch:write",
            every_title=False,
            years=(1, 9999),
        ),
        Exporter(
            name="xlsx",
            suffixes=(".xlsx",),
            aliases=("excel",),
            summary="a workbook: chronology, undated events, sources, conflicts, failures",
            loses="as csv, without the apostrophe; dates before March 1900 are text; texts end "
            "after 32,767 characters",
            writer=f"{_HERE}.xlsx:write",
            binary=True,
            takes_fields=True,
            needs="openpyxl",
            extra="xlsx",
        ),
        Exporter(
            name="parquet",
            suffixes=(".parquet", ".pq"),
            summary="a typed table: bounds as text and as days, events and evidence as lists",
            loses="the texts, undated events, and expressions that date nothing; bounds have a day "
            "column in the years 1 to 9999",
            writer=f"{_HERE}.parquet:write",
            binary=True,
            needs="pyarrow",
            extra="parquet",
        ),
    )
}


def list_exporters() -> dict[str, Exporter]:
    """Return every format by name, those of other packages last; ours cannot be replaced."""
    return {**FORMATS, **{n: e for n, e in load_plugins().items() if n not in FORMATS}}


def get_exporter(name: str) -> Exporter:
    """Return the format of this name or suffix ("md"), in any case; raises OptionError."""
    known: Mapping[str, Exporter] = FORMATS
    found = _find(name, known)
    if found is None:
        known = list_exporters()
        found = _find(name, known)
    if found is None:
        raise OptionError(f"unknown format {name!r}", suggest(name, known, "formats"))
    return found


def _find(name: str, known: Mapping[str, Exporter]) -> Exporter | None:
    """By name as it stands, else by any of the names in small letters."""
    small = name.lower()
    if found := known.get(name) or known.get(small):
        return found
    return next((one for one in known.values() if small in one.all_names), None)


def find_exporter(path: str) -> Exporter:
    """Return the format that a file's name ends in; raises OptionError."""
    suffix = PurePath(path).suffix.lower()
    for exporter in FORMATS.values():
        if suffix in exporter.suffixes:
            return exporter
    known = list_exporters()
    for exporter in known.values():
        if suffix in exporter.suffixes:
            return exporter
    what = f"no format has the suffix {suffix!r}" if suffix else f"{path}: no suffix names a format"
    raise OptionError(what, f"choose one with -f; formats: {', '.join(known)}")

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
            takes_fields=True,
        ),
        Exporter(
            name="tsv",
            suffixes=(".tsv",),
            summary="one line an entry, columns apart by tabs, without a header",
            loses="all but the first event of an entry; undated events; tabs and line breaks "
            "become spaces",
            writer=f"{_HERE}.tsv:write",
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
            holds_one=True,
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

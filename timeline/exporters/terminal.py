"""A table for people: the only file that knows rich."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from ..chronology import Conflict, Timeline, certainty
from .columns import Row, choose_columns, get_lines, get_rows, tell_gap
from .dates import describe_date, write_gap, write_time
from .groups import find_headings
from .missing import chosen_by, count_left_out, count_waiting, date_hint
from .registry import Layout
from .safe import show

WIDTH = 100  # columns, where no terminal says how many
_HEIGHT = 25  # lines; only so that rich does not ask a dumb terminal for its size
_GAP = 3  # columns between two of the table's
_LEAST_EVENT = 20  # columns; below, words and certainty go under the event
# What a column may take: a share of the width, but at least so many columns.
_SHARES = {"date": (0.32, 24), "dating words": (0.26, 0), "source": (0.16, 0)}
_QUOTE = 120  # characters of a quoted sentence
_DOCUMENTS = 8  # documents named in the header; more are counted
# How sure a date is -> its colour and what the legend says of it.
_TONES = {
    "exact": ("green", "one day or a clock time"),
    "wide": ("cyan", "some time within it"),
    "period": ("blue", "from then to then"),
    "open": ("yellow", "uncertain or open"),
    "inferred": ("red", "inferred"),
}
_TONE_OF = {
    "exact": "exact", "daypart": "exact", "period": "period", "since": "period",
    "until": "period", "ongoing": "period", "approximate": "open", "before": "open",
    "after": "open", "inferred": "inferred",
}  # fmt: skip
_SEE_ALL = "-f json lists them, `timeline explain` says why"


def write(timeline: Timeline, stream: TextIO, layout: Layout) -> None:
    """Write documents and their dates, the entries, then what is not among them."""
    width = layout.width or WIDTH
    # Rendered apart, so that no line keeps the blanks that fill a column.
    rendered = StringIO()
    console = Console(
        file=rendered,
        width=width,
        height=_HEIGHT,
        # Not "auto": that asks TERM, and whoever calls has decided.
        color_system="standard" if layout.color else None,
        force_terminal=layout.color,
        force_jupyter=False,
        no_color=not layout.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    rows = list(get_rows(timeline))
    parts = [list(_header(timeline)) if layout.header is not False else []]
    if layout.fields:
        parts.append([_chosen(timeline, layout.fields)])
    else:
        parts.append([_table(rows, timeline, width)] if rows else [])
    if not rows:
        parts.append([Text("no dated events")])
    parts.append([_legend(rows)] if layout.color and rows and not layout.fields else [])
    parts.append(list(_footer(timeline)))
    console.print(Group(*_separate(parts)))
    for line in rendered.getvalue().removesuffix("\n").split("\n"):
        stream.write(line.rstrip() + "\n")


def _separate(parts: list[list[RenderableType]]) -> Iterator[RenderableType]:
    """The parts with an empty line between them."""
    for number, part in enumerate(filter(None, parts)):
        if number:
            yield Text()
        yield from part


def _header(timeline: Timeline) -> Iterator[RenderableType]:
    documents = timeline.documents
    if chosen_by(timeline):
        # Those that the rows are from: the others are not what was asked for.
        told = {name for entry in timeline.entries for name in entry.documents}
        documents = tuple(one for one in documents if one.id in told) or documents
    for document in documents[:_DOCUMENTS]:
        name, title = show(document.source), show(document.title or "")
        yield Text(name + (f": {title}" if title and title != name else ""), style="bold")
        yield Text(f"  {describe_date(document)}")
        for warning in document.warnings:
            yield Text(f"  {show(warning)}", style="yellow")
    more = len(timeline.documents) - len(documents[:_DOCUMENTS])
    if more > 0:
        yield Text(f"and {_count(more, 'more document')} (-f json tells the date of each)")


def _table(rows: list[Row], timeline: Timeline, width: int) -> Table:
    """A column each for date, event, words, certainty and source.

    Where narrow, two columns: the last three go under the event.
    """
    dates = [Text(write_time(row.entry.time), style=_tone(row)[0]) for row in rows]
    events = [_event(row, timeline) for row in rows]
    words = [Text(_quote(row.words), style="dim") for row in rows]
    sures = [_sure(row) for row in rows]
    columns = {"date": dates, "event": events, "dating words": words, "certainty": sures}
    if len(timeline.documents) > 1:
        names = {document.id: document.source for document in timeline.documents}
        told = (", ".join(names[name] for name in row.entry.documents) for row in rows)
        columns["source"] = [Text(show(text), style="dim") for text in told]
    _insert_headings(columns, rows, timeline)
    widths = _fit(columns, width)
    if widths["event"] < _LEAST_EVENT:
        sources = columns.get("source", [Text()] * len(columns["event"]))
        for event, text, sure, source in zip(events, words, sures, sources, strict=True):
            where = f"in {source.plain}" if source.plain else ""
            under = (
                text.plain,
                f"({sure.plain.replace(chr(10), ', ')})" if sure.plain else "",
                where,
            )
            if not any(under):
                continue
            event.append("\n" + " ".join(filter(None, under)), style="dim")
        columns = {"date": dates, "event": events}
        widths = _fit(columns, width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(name, width=widths[name], overflow="fold")
    for cells in zip(*columns.values(), strict=True):
        table.add_row(*cells)
    return table


def _insert_headings(columns: dict[str, list[Text]], rows: list[Row], timeline: Timeline) -> None:
    """A row before each entry that ends a stretch of silence, and where a year or month begins."""
    gaps = {gap.before: gap for gap in timeline.gaps}
    headings = find_headings([row.entry.time for row in rows])
    for place in reversed(range(len(rows))):
        above = [{"date": Text(words, style="bold")} for words in headings.get(place, ())]
        if above and place:
            above.insert(0, {})
        if gap := gaps.get(rows[place].entry.id):
            silence = {"date": write_gap(gap), "event": f"({tell_gap(gap)})"}
            above.insert(0, {name: Text(said, style="dim") for name, said in silence.items()})
        for name, cells in columns.items():
            cells[place:place] = [said.get(name, Text()) for said in above]


def _tone(row: Row) -> tuple[str, str]:
    return _TONES[_TONE_OF.get(certainty(row.entry.time), "wide")]


def _legend(rows: list[Row]) -> Text:
    """What the colours of the dates stand for, of those that are there."""
    used = {_tone(row) for row in rows}
    legend = Text()
    for tone in filter(used.__contains__, _TONES.values()):
        color, meaning = tone
        legend.append("   " if legend else "").append("■ ", style=color).append(meaning)
    return legend


def _fit(columns: dict[str, list[Text]], width: int) -> dict[str, int]:
    """Columns as wide as their longest line up to a share of the width; the event has the rest."""
    widths = {}
    for name, cells in columns.items():
        lines = [name, *(line for cell in cells for line in cell.plain.split("\n"))]
        widths[name] = max(map(cell_len, lines))
    for name, (share, least) in _SHARES.items():
        if name in widths:
            most = max(int(width * share), min(least, width // 3))
            widths[name] = min(widths[name], most)
    rest = width - sum(widths.values()) + widths["event"] - _GAP * (len(columns) - 1)
    widths["event"] = min(widths["event"], max(rest, 1))
    return widths


def _event(row: Row, timeline: Timeline) -> Text:
    """The title, and below it what contradicts the date: both quotes."""
    event = Text(show(row.entry.title))
    if row.entry.conflicts:
        event.append(f"\n{show(row.document.source)}: {_clip(row.sentence)}", style="dim")
    for conflict in row.entry.conflicts:
        document = next((e.document for e in timeline.events if e.id == conflict.event), None)
        source = next((d.source for d in timeline.documents if d.id == document), "")
        event.append(f"\n{_contradiction(conflict, source)}", style="red")
    return event


def _sure(row: Row) -> Text:
    """The certainty, and below it the confidence."""
    sure = Text(show(row.standing), style=_tone(row)[0])
    return sure.append(f"\n{row.confidence}", style="dim") if row.confidence else sure


def _clip(quote: str) -> str:
    text = show(quote)
    return f'"{text}"' if len(text) <= _QUOTE else f'"{text[: _QUOTE - 3]}..."'


def _chosen(timeline: Timeline, fields: tuple[str, ...]) -> Table:
    columns = choose_columns(fields)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for cells in get_lines(timeline, columns):
        table.add_row(*(Text("" if cell is None else show(str(cell))) for cell in cells))
    return table


def _quote(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{show(text)}"' for text in words)


def _contradiction(conflict: Conflict, source: str) -> str:
    words = _quote(tuple(e.text for e in conflict.time.evidence if e.text))
    where = f"in {show(source)}" if source else ""
    told = " ".join(filter(None, ["but", write_time(conflict.time), where, words]))
    return f"{told}: {_clip(conflict.quote)}" if conflict.quote else told


def _footer(timeline: Timeline) -> Iterator[RenderableType]:
    shown = {event for entry in timeline.entries for event in entry.events}
    undated = sum(one.event not in shown for one in timeline.undated)
    unresolved = sum(one.reason is not None for one in timeline.expressions)
    if undated:
        yield Text(
            f"{_count(undated, 'event')} not dated (--all adds those bounded by tense; {_SEE_ALL})",
            style="dim",
        )
    if unresolved:
        yield Text(f"{_count(unresolved, 'time expression')} unresolved ({_SEE_ALL})", style="dim")
    waiting = count_waiting(timeline)
    if count := sum(waiting.values()):
        need = "needs" if count == 1 else "need"
        hint = date_hint(len(waiting))
        yield Text(f"{count} of them {need} a document date: {hint}", style="yellow")
    if left := count_left_out(timeline):
        yield Text(f"{_count(left, 'event')} left out by {', '.join(chosen_by(timeline))}")
    for failure in timeline.failures:
        yield Text(f"failed: {show(failure.source)}: {show(failure.reason)}", style="red")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

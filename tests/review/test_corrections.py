"""What a person corrects: read from a table, applied whole or not at all, and found again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import msgspec
import pytest
from happenings import Teller, to_json
from hypothesis import given
from hypothesis import strategies as st

from timeline.chronology import Entry, Timeline, certainty
from timeline.earlier import read_timeline
from timeline.errors import ReadError
from timeline.exporters import FORMATS, Layout
from timeline.report import unite
from timeline.report.several import merge_timelines
from timeline.review import apply_again, apply_table

ROWS = (
    ("Anders Vik died in Port Lenn.", "die", "2021-05-04", {"agent": "Anders Vik"}),
    ("The ferry sank off Cape Toll.", "sink", "2021-05-01", {"agent": "the ferry"}),
    ("Police arrested the captain.", "arrest", "2021-05-02", {"patient": "the captain"}),
)
Cells = list[list[str]]


def make(above: str = "", rows: tuple = ROWS) -> Timeline:
    made = Teller()
    if above:
        made.texts["a"], made.dates["a"] = above, None
    for sentence, lemma, day, more in rows:
        made.tell("a", sentence, lemma, day, **more)
    return unite(made.make())


def table(timeline: Timeline) -> Cells:
    stream = io.StringIO()
    FORMATS["csv"].write(timeline, stream, Layout())
    return list(csv.reader(io.StringIO(stream.getvalue())))


def write(cells: Cells, delimiter: str = ",") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(cells)
    return stream.getvalue().encode()


def edit(timeline: Timeline, change: Callable[[Cells], None], **how: bool) -> Timeline:
    cells = table(timeline)
    change(cells)
    return apply_table(timeline, write(cells), "case.csv", **how).timeline


def put(row: int, **cells: str) -> Callable[[Cells], None]:
    def change(table: Cells) -> None:
        for name, cell in cells.items():
            table[row][table[0].index(name)] = cell

    return change


def entry(timeline: Timeline, title: str) -> Entry:
    (found,) = [e for e in timeline.entries if e.title.startswith(title)]
    return found


# The dates that a person writes ------------------------------------------------------------------

DATES = [
    # cells, edtf, begin.earliest, end.latest, shape, certainty
    ({"begin": "2021-05-03"}, "2021-05-03", "2021-05-03", "2021-05-03", "instant", "exact"),
    ({"end": "2021-05-03"}, "2021-05-03", "2021-05-03", "2021-05-03", "instant", "exact"),
    ({"begin": "2021", "end": "2021"}, "2021", "2021-01-01", "2021-12-31", "instant", "year"),
    ({"begin": "2021-05-01", "end": "2021-05-31"}, "2021-05", "2021-05-01", "2021-05-31",
     "instant", "month"),
    ({"begin": "", "end": "2021-05-03"}, "[..2021-05-03]", None, "2021-05-03", "instant", "before"),
    ({"begin": "2021-05-02", "end": "2021-05-03"}, "[2021-05-02..2021-05-03]", "2021-05-02",
     "2021-05-03", "instant", "approximate"),
    ({"edtf": "1914/1933"}, "1914/1933", "1914-01-01", "1933-12-31", "interval", "period"),
    ({"edtf": "-0043-03-15"}, "-0043-03-15", "-0043-03-15", "-0043-03-15", "instant", "exact"),
    ({"edtf": "2021-05~"}, "2021-05~", "2021-05-01", "2021-05-31", "instant", "approximate"),
    ({"edtf": "[2021-05..]"}, "[2021-05-01..]", "2021-05-01", None, "instant", "after"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "edtf", "first", "last", "shape", "word"), DATES)
def test_a_corrected_date(
    cells: dict[str, str], edtf: str, first: str | None, last: str | None, shape: str, word: str
) -> None:
    found = entry(edit(make(), put(3, **cells)), "Anders Vik died")
    assert found.corrected == ("date",) and found.time.basis == "person"
    assert found.time.edtf == edtf and found.time.shape == shape
    assert (found.time.begin.earliest, found.time.end.latest) == (first, last)
    assert certainty(found.time) == word
    assert found.time.evidence[0].note == "given by a person in case.csv"


REFUSED = [
    ({"begin": "yesterday"}, "line 4: 'yesterday' is not a date"),
    ({"begin": "2021-02-30", "end": "2021-02-30"}, "line 4: "),
    ({"begin": "03/05/2021"}, "line 4: '03/05/2021' is not a date"),
    ({"begin": "", "end": ""}, "line 4: it has no date left"),
    ({"begin": "2021-05-09", "end": "2021-05-01"}, "line 4: it ends on 2021-05-01"),
    ({"edtf": "1933/1914"}, "line 4: it ends on 1914"),
    ({"edtf": "soon"}, "line 4: 'soon' is not an EDTF date"),
    ({"title": " "}, "line 4: its title is empty"),
    ({"id": "a/e9999"}, "line 4: there is no entry 'a/e9999'"),
]


@pytest.mark.parametrize(("cells", "sentence"), REFUSED)
def test_a_fault_is_told_with_its_line(cells: dict[str, str], sentence: str) -> None:
    with pytest.raises(ReadError, match=r"case\.csv: ") as caught:
        edit(make(), put(3, **cells))
    assert sentence in caught.value.message


def test_an_id_twice_is_a_fault() -> None:
    with pytest.raises(ReadError, match=r"line 5: the id 'a/e.*' is there twice"):
        edit(make(), lambda cells: cells.append([*cells[3]]))


def test_an_untouched_table_changes_nothing() -> None:
    timeline = make()
    assert edit(timeline, lambda cells: None) == timeline


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_write(delimiter: str, encoding: str) -> None:
    cells = table(make())
    put(3, title="Anders Vik died at sea")(cells)
    data = write(cells, delimiter).decode().encode(encoding)
    found = entry(apply_table(make(), data, "case.csv").timeline, "Anders")
    assert (found.title, found.corrected) == ("Anders Vik died at sea", ("title",))


@pytest.mark.parametrize(
    "form", ["{d:02}/{m:02}/{y}", "{m}/{d}/{y}", "{d}.{m}.{y}", "{y}/{m:02}/{d:02}"]
)
def test_dates_that_a_spreadsheet_rewrote_are_read_as_the_untouched_ones_show(form: str) -> None:
    rows = (*ROWS, ("The court sat in Lenn.", "sit", "2021-06-30", {"agent": "the court"}))
    timeline = make(rows=rows)
    cells = table(timeline)
    for row in cells[1:]:
        year, month, day = map(int, row[0].split("-"))
        row[0] = row[1] = form.format(y=year, m=month, d=day)
    put(3, begin=form.format(y=2021, m=5, d=3))(cells)
    found = apply_table(timeline, write(cells), "case.csv").timeline
    assert [e.corrected for e in found.entries] == [(), (), ("date",), ()]
    assert found.entries[2].time.begin.earliest == "2021-05-03"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "has no header"),
        (b"begin,end\n2021,2022\n", "has no header with the column id"),
        (b"id,title,title\n", "has a column twice"),
        (b"id,title\na,b,c\n", "row 2: 3 cells under 2 columns"),
        (b'id,title\n,"\x00\n', "a new row needs a date"),
    ],
)
def test_what_is_no_table(data: bytes, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        apply_table(make(), data, "case.csv")
    assert sentence in caught.value.message


# Rows taken out and added ------------------------------------------------------------------------


def test_a_row_taken_out_leaves_its_events_with_a_reason() -> None:
    timeline = make()
    found = edit(timeline, lambda cells: cells.pop(1))
    assert [e.title for e in found.entries] == [e.title for e in timeline.entries[1:]]
    (undated,) = found.undated
    assert undated.event == timeline.entries[0].events[0]
    assert undated.reason == "taken out by a person"
    assert edit(timeline, lambda cells: cells.pop(1), keep_missing=True) == timeline


def test_an_added_row_quotes_the_persons_own_words() -> None:
    def add(cells: Cells) -> None:
        row = [""] * len(cells[0])
        cells.append(row)
        put(len(cells) - 1, begin="2021-05-02", end="2021-05-09", title="=HYPERLINK(1)")(cells)

    found = edit(make(), add)
    added = entry(found, "=HYPERLINK")
    assert added.corrected == ("added",) and added.time.edtf == "2021-05-02/2021-05-09"
    notes = found.documents[-1]
    (event,) = [e for e in found.events if e.document == notes.id]
    assert (notes.source, notes.text[event.start : event.end]) == ("case.csv", "=HYPERLINK(1)")
    (evidence,) = added.time.evidence
    assert notes.text[evidence.start : evidence.end] == evidence.text
    assert "'=HYPERLINK" in write(table(found)).decode()
    assert edit(found, lambda cells: None) == found  # the guard is no correction


def test_an_event_without_a_date_gets_one_by_its_id() -> None:
    gone = edit(make(), lambda cells: cells.pop(1))

    def add(cells: Cells) -> None:
        cells.append([""] * len(cells[0]))
        put(len(cells) - 1, begin="2021-05-07", id=gone.undated[0].event)(cells)

    found = edit(gone, add)
    assert found.undated == () and entry(found, "The ferry").time.edtf == "2021-05-07"


def test_cells_that_cannot_be_corrected_are_told() -> None:
    cells = table(make())
    put(2, words="on Sunday")(cells)
    done = apply_table(make(), write(cells), "case.csv")
    assert done.timeline == make()
    assert done.told == ("line 3: words cannot be corrected; it stays as it was",)


# A later run -------------------------------------------------------------------------------------


def work_over(timeline: Timeline) -> Timeline:
    """One date and one title changed, one row taken out, one added, and one more round."""

    def change(cells: Cells) -> None:
        put(3, begin="2021-05-03")(cells)
        put(2, title="Arrest of the captain")(cells)
        cells.pop(1)
        cells.append([""] * len(cells[0]))
        put(len(cells) - 1, begin="2021-04", title="The ferry was repaired")(cells)

    once = edit(timeline, change)
    return edit(once, put(3, title="Death of Anders Vik"))


def told(timeline: Timeline) -> list[tuple[object, ...]]:
    return [(e.title, e.time.edtf, e.corrected) for e in timeline.entries]


def test_corrections_survive_a_text_that_grew_above() -> None:
    reviewed = work_over(make())
    new = make(above="The council met.\nNothing was told for years.\n\n")
    again = apply_again(new, reviewed)
    assert again.told == () and told(again.timeline) == told(reviewed)
    assert [u.reason for u in again.timeline.undated] == ["taken out by a person"]
    # And from there into a third run.
    assert told(apply_again(make(above="More.\n\n"), again.timeline).timeline) == told(reviewed)


def test_a_reviewed_chronology_reads_back() -> None:
    reviewed = work_over(make())
    assert read_timeline(to_json(reviewed), "case.json") == reviewed


def test_what_is_not_found_again_is_told_and_kept_for_later() -> None:
    reviewed = work_over(make())
    less = apply_again(make(rows=ROWS[1:]), reviewed)
    assert less.told == (
        'nothing like "Anders Vik died in Port Lenn" (Mon 3 May 2021) is left to correct',
        'nothing like "Death of Anders Vik" (Mon 3 May 2021) is left to correct',
    )
    assert [c.applied for c in less.timeline.corrections].count(False) == 2
    later = apply_again(make(), less.timeline)
    assert later.told == () and sorted(told(later.timeline)) == sorted(told(reviewed))


def test_a_date_that_changed_in_the_text_is_told_and_the_person_is_right() -> None:
    reviewed = edit(make(), put(3, begin="2021-05-03"))
    rows = ((ROWS[0][0], "die", "2021-05-06", ROWS[0][3]), *ROWS[1:])
    again = apply_again(make(rows=rows), reviewed)
    assert entry(again.timeline, "Anders").time.edtf == "2021-05-03"
    assert again.told == (
        '"Anders Vik died in Port Lenn" is now Thu 6 May 2021 in the text; the correction stays',
    )


def test_a_merge_keeps_the_persons_date() -> None:
    more = {"agent": "Anders Vik", "place": "Port Lenn"}
    made = Teller()
    made.tell("b", "Anders Vik died in Port Lenn.", "die", "2021-05-04", **more)
    rows = ((*ROWS[0][:3], more), *ROWS[1:])
    reviewed = edit(make(rows=rows), put(3, begin="2021-05-03"))
    for order in ([reviewed, made.make()], [made.make(), reviewed]):
        found = entry(merge_timelines(order), "Anders")
        assert found.time.edtf == "2021-05-03" and found.corrected == ("date",)


@given(st.lists(st.sampled_from(["date", "title", "drop", "add"]), max_size=5), st.data())
def test_any_corrections_are_done_again_alike(kinds: list[str], data: st.DataObject) -> None:
    reviewed = make()
    for number, kind in enumerate(kinds):
        cells = table(reviewed)
        if kind == "add" or len(cells) == 1:
            cells.append([""] * len(cells[0]))
            put(len(cells) - 1, begin=f"2020-01-{number + 1:02}", title=f"Note {number}")(cells)
        else:
            row = data.draw(st.integers(1, len(cells) - 1))
            if kind == "date":
                put(row, edtf=f"2020-02-{number + 1:02}")(cells)
            elif kind == "title":
                put(row, title=f"Title {number}")(cells)
            else:
                cells.pop(row)
        reviewed = apply_table(reviewed, write(cells), f"round-{number}.csv").timeline
    again = apply_again(make(above="Above.\n\n"), reviewed)
    assert again.told == () and told(again.timeline) == told(reviewed)
    assert msgspec.json.decode(to_json(again.timeline), type=Timeline) == again.timeline


@pytest.mark.parametrize(
    ("cell", "day"),
    [("28/04/2021", "2021-04-28"), ("4/28/2021", "2021-04-28"), ("5.5.2021", "2021-05-05")],
)
def test_a_day_that_cannot_be_a_month_needs_no_order(cell: str, day: str) -> None:
    found = entry(edit(make(), put(3, begin=cell)), "Anders Vik died")
    assert found.time.begin.earliest == day


def test_added_rows_are_told_by_their_line_of_the_table() -> None:
    def add(cells: Cells) -> None:
        for title, begin in (("The inquest opened", "28/04/2022"), ("It closed", "2022-05-02")):
            cells.append([""] * len(cells[0]))
            put(len(cells) - 1, title=title, begin=begin)(cells)

    timeline = edit(make(), add)
    lines = {event.title: event.locator.line for event in timeline.events}
    assert (lines["The inquest opened"], lines["It closed"]) == (5, 6)
    assert entry(timeline, "The inquest").time.begin.earliest == "2022-04-28"

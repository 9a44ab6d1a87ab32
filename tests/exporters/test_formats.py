"""What each format writes."""

import csv
import io
import json
import re
from collections.abc import Callable

import jsonschema
import msgspec
import pytest
from chronologies import make_hostile, make_mixed, make_news

from timeline import chronology
from timeline.errors import OptionError, TimelineError
from timeline.exporters import (
    FORMATS,
    Exporter,
    Layout,
    find_exporter,
    get_exporter,
    list_exporters,
)
from timeline.exporters.columns import COLUMNS, DEFAULT
from timeline.exporters.jsonl import Line

MADE = [make_news, make_mixed, make_hostile]
TEXTS = [name for name, one in FORMATS.items() if not one.binary]


def write(name: str, timeline: chronology.Timeline, **layout) -> str:
    stream = io.StringIO()
    FORMATS[name].write(timeline, stream, Layout(**layout))
    return stream.getvalue()


def validate(data: object, record: type) -> None:
    schema = msgspec.json.schema(record)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize("make", MADE)
def test_json_is_the_whole_chronology(make: Callable[[], chronology.Timeline]) -> None:
    text = write("json", make())
    validate(json.loads(text), chronology.Timeline)
    assert text.startswith('{\n  "schema": "timeline/1",\n  "provenance": {\n')
    assert text.endswith("}\n")


@pytest.mark.parametrize("make", [make_news, make_mixed])
def test_json_reads_back(make: Callable[[], chronology.Timeline]) -> None:
    made = make()
    assert msgspec.json.decode(write("json", made), type=chronology.Timeline) == made


@pytest.mark.parametrize("make", MADE)
def test_json_lines_are_complete(make: Callable[[], chronology.Timeline]) -> None:
    made = make()
    lines = write("jsonl", made).splitlines()
    assert len(lines) == len(made.entries)
    for line, entry in zip(lines, made.entries, strict=True):
        data = json.loads(line)
        validate(data, Line)
        assert (data["schema"], data["id"]) == ("timeline/1", entry.id)
        assert [event["id"] for event in data["events"]] == list(entry.events)
        assert [source["id"] for source in data["documents"]] == list(entry.documents)
        assert {"class", "quote", "trigger"} <= set(data["events"][0])
        assert list(data["time"]["begin"]) == ["earliest", "latest"]


def test_json_line_quotes_the_sentence() -> None:
    data = json.loads(write("jsonl", make_news()).splitlines()[0])
    assert data["events"][0]["quote"] == "Protests erupted in several cities"


def test_csv_has_the_columns_of_the_contract() -> None:
    rows = list(csv.reader(io.StringIO(write("csv", make_news()))))
    assert rows[0] == (
        "begin end certainty title words document line start stop value edtf id status".split()
    )
    assert rows[1] == [
        "2022-01-02", "2022-01-02", "exact", "Protests erupted in several cities", "January 2",
        "wire", "1", "15", "49", "2022-01-02", "2022-01-02", "wire/n15", "happened",
    ]  # fmt: skip
    assert [row[:3] for row in rows[2:]] == [
        ["2022-01-04", "2022-01-08", "approximate"],
        ["", "2022-01-07", "before"],
    ]


def test_a_date_before_christ_is_a_date_in_a_spreadsheet() -> None:
    rows = list(csv.DictReader(io.StringIO(write("csv", make_mixed()))))
    assert rows[0]["begin"] == "-0043-03-15"


def test_tsv_is_csv_without_header() -> None:
    lines = write("tsv", make_mixed()).splitlines()
    assert [line.split("\t") for line in lines] == (
        list(csv.reader(io.StringIO(write("csv", make_mixed()))))[1:]
    )


def test_header_on_request() -> None:
    assert write("tsv", make_news(), header=True).splitlines()[0] == "\t".join(DEFAULT)
    assert write("csv", make_news(), header=False) == "".join(
        write("csv", make_news()).splitlines(keepends=True)[1:]
    )
    assert "document date" not in write("table", make_news(), header=False)
    assert "document date" not in write("markdown", make_news(), header=False)


@pytest.mark.parametrize("name", [n for n in TEXTS if FORMATS[n].takes_fields])
def test_chosen_fields(name: str) -> None:
    text = write(name, make_news(), fields=("title", "begin"), width=100)
    assert "Order was restored" in text
    assert "a few days later" not in text
    assert text.index("Protests erupted") < text.index("2022-01-02")


def test_chosen_fields_of_json_lines_are_flat() -> None:
    lines = write("jsonl", make_news(), fields=("id", "begin", "line")).splitlines()
    assert json.loads(lines[2]) == {"id": "wire/n128", "begin": None, "line": 3}


@pytest.mark.parametrize("name", [n for n, e in FORMATS.items() if e.takes_fields])
def test_unknown_field(name: str) -> None:
    with pytest.raises(OptionError, match="unknown field 'titel'") as caught:
        write(name, make_news(), fields=("titel",))
    assert "did you mean title?" in (caught.value.hint or "")
    assert "begin" in (caught.value.hint or "")


@pytest.mark.parametrize("field", COLUMNS)
@pytest.mark.parametrize("make", MADE)
def test_every_field_has_values(make: Callable[[], chronology.Timeline], field: str) -> None:
    lines = write("csv", make(), fields=(field,)).splitlines()
    assert lines[0] == field
    assert len(lines) == 1 + len(make().entries)


def test_markdown() -> None:
    assert write("markdown", make_news()) == (
        "# Chronology\n\n"
        "- wire.txt: document date Mon 10 Jan 2022\n\n"
        "| Date | Event | Dating words | Certainty | Source |\n"
        "| --- | --- | --- | --- | --- |\n"
        '| Sun 2 Jan 2022 | Protests erupted in several cities | "January 2" | exact '
        "| wire.txt, line 1 |\n"
        '| 4-8 Jan 2022 (uncertain) | Government buildings were ransacked | "a few days later" '
        "| approximate | wire.txt, line 2 |\n"
        '| by 7 Jan 2022 | Order was restored | "the morning of January 7" | before '
        "| wire.txt, line 3 |\n"
        "\n## Undated\n\n"
        "| Event | Reason |\n"
        "| --- | --- |\n"
        "| The riots were in the making | a duration places nothing in time |\n"
    )


@pytest.mark.parametrize("option", ["since", "until", "top"])
def test_chosen_rows_come_without_the_undated(option: str) -> None:
    made = make_news()
    provenance = msgspec.structs.replace(made.provenance, options={option: 1})
    chosen = msgspec.structs.replace(made, provenance=provenance)
    assert "Undated" not in write("markdown", chosen)
    assert write("markdown", made).startswith(write("markdown", chosen))
    assert json.loads(write("json", chosen))["undated"]


def test_markdown_names_the_page_where_there_is_one() -> None:
    made = make_news()
    change = msgspec.structs.replace
    events = tuple(change(e, locator=change(e.locator, page=7)) for e in made.events)
    assert ", line " in write("markdown", made)
    paged = write("markdown", change(made, events=events))
    assert ", page 7" in paged
    assert ", line " not in paged


def test_markdown_tells_conflicts_and_failures() -> None:
    text = write("markdown", make_mixed())
    assert re.search(
        r'The certificate expired<br>"[^|]+"<br>but Tue 7 May 2024: '
        r'"Another quote" \(another document says so\)',
        text,
    )
    assert "## Failed\n\n- broken.jsonl: line 3 is not JSON\n" in text


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "timeml"])
@pytest.mark.parametrize("make", MADE)
def test_the_same_chronology_gives_the_same_bytes(name: str, make: Callable) -> None:
    assert write(name, make()) == write(name, make())


@pytest.mark.parametrize("name", TEXTS)
def test_an_empty_chronology(name: str) -> None:
    made = make_news()
    empty = msgspec.structs.replace(made, entries=(), events=(), expressions=(), undated=())
    text = write(name, empty)
    expected = {"jsonl": "", "tsv": "", "csv": ",".join(DEFAULT) + "\n"}
    assert text == expected.get(name, text)
    if name == "table":
        assert "no dated events" in text


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.csv", "csv"),
        ("b/c.JSON", "json"),
        ("x.md", "markdown"),
        ("x.jsonl", "jsonl"),
        ("report.HTML", "html"),
        ("t.tsv", "tsv"),
    ],
)
def test_a_suffix_names_a_format(path: str, name: str) -> None:
    assert find_exporter(path).name == name


def test_suffixes_are_told_apart() -> None:
    suffixes = [suffix for exporter in FORMATS.values() for suffix in exporter.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("path", ["out", "out.xyz", ".csv"])
def test_an_unknown_suffix(path: str) -> None:
    with pytest.raises(OptionError) as caught:
        find_exporter(path)
    assert "choose one with -f" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("CSV", "csv"),
        ("md", "markdown"),
        ("Markdown", "markdown"),
        ("text", "table"),
        ("txt", "table"),
        ("ndjson", "jsonl"),
        ("tml", "timeml"),
        ("xml", "timeml"),
    ],
)
def test_a_format_goes_by_its_suffixes_too(wanted: str, name: str) -> None:
    assert get_exporter(wanted).name == name


def test_no_two_formats_share_a_name() -> None:
    names = [name for one in FORMATS.values() for name in set(one.all_names)]
    assert len(names) == len(set(names))


def test_an_unknown_format() -> None:
    with pytest.raises(OptionError, match="unknown format 'jsno'") as caught:
        get_exporter("jsno")
    assert "did you mean json?" in (caught.value.hint or "")


class Point:
    """Stands in for an installed package's entry point."""

    def __init__(self, name: str, thing: object) -> None:
        self.name, self.value, self.thing = name, name, thing

    def load(self) -> object:
        if isinstance(self.thing, Exception):
            raise self.thing
        return self.thing


def offer(monkeypatch: pytest.MonkeyPatch, *points: Point) -> None:
    monkeypatch.setattr(
        "importlib.metadata.entry_points",
        lambda group: points if group == "timeline.exporters" else (),
    )


def count(timeline: chronology.Timeline, stream: io.StringIO, layout: Layout) -> None:
    stream.write(f"{len(timeline.entries)}\n")


def test_other_packages_add_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    counter = Exporter(
        name="count", suffixes=(".n",), summary="a number", loses="the rest", writer=count
    )
    impostor = Exporter(name="csv", suffixes=(".csv",), summary="", loses="", writer=count)
    offer(monkeypatch, Point("count", counter), Point("csv", impostor))
    stream = io.StringIO()
    get_exporter("count").write(make_news(), stream)
    assert stream.getvalue() == "3\n"
    assert find_exporter("x.n") is counter
    assert list(list_exporters())[-1] == "count"
    assert list_exporters()["csv"] is FORMATS["csv"]


@pytest.mark.parametrize("thing", [ImportError("no module x"), AttributeError("no y"), "a string"])
def test_a_broken_plug_in_is_named(monkeypatch: pytest.MonkeyPatch, thing: object) -> None:
    offer(monkeypatch, Point("broken", thing))
    with pytest.raises(TimelineError, match="'broken'"):
        get_exporter("count")
    assert get_exporter("csv") is FORMATS["csv"]

"""`timeline render`: saved chronologies in any format, old ones too; refusals before any work."""

import importlib.util
import json
from pathlib import Path

import msgspec
import pytest
from chronologies import make_hostile, make_mixed, make_news
from cli.calling import run
from click.shell_completion import ShellComplete
from format_readers import read_parquet, read_xlsx, write_bytes
from happenings import Teller

from timeline import chronology as c
from timeline.cli.main import COMPLETE, main
from timeline.earlier import read_timeline
from timeline.earlier.lines import PARTIAL, read_any, read_lines
from timeline.errors import ReadError
from timeline.exporters import FORMATS, find_exporter
from timeline.report.several import merge_timelines

OLDER = Path(__file__).resolve().parents[1] / "older" / "note.json"
MADE = [make_news, make_mixed, make_hostile]
SUFFIXES = [(suffix, name) for name, one in FORMATS.items() for suffix in one.suffixes]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("case.json").write_bytes(write_bytes("json", make_mixed()))
    Path("case.jsonl").write_bytes(write_bytes("jsonl", make_mixed()))
    return tmp_path


@pytest.mark.parametrize("make", MADE)
def test_json_comes_back_byte_by_byte(here: Path, make) -> None:
    data = write_bytes("json", make())
    assert run("render", "-", "-f", "json", text=data).stdout_bytes == data


def make_disputed() -> c.Timeline:
    """Two documents that date one death differently."""
    told = Teller()
    for name, day in (("a", "2021-05-04"), ("b", "2021-05-03"), ("c", "2021-05-04")):
        told.tell(name, "Anders Vik died in Port Lenn.", "die", day, agent="Anders Vik")
    return merge_timelines([told.make()])


@pytest.mark.parametrize("make", [make_news, make_hostile, make_disputed])
def test_json_lines_come_back_byte_by_byte(here: Path, make) -> None:
    data = write_bytes("jsonl", make())
    assert (b'"conflicts":[{' in data) == (make is make_disputed)
    assert run("render", "-", "-f", "jsonl", text=data).stdout_bytes == data
    assert read_any(data, "x").documents[0].warnings == (PARTIAL,)


@pytest.mark.parametrize("name", ["csv", "tsv", "timesketch", "mermaid", "markwhen"])
@pytest.mark.parametrize("make", MADE)
def test_lines_hold_what_the_flat_formats_tell(here: Path, name: str, make) -> None:
    whole = msgspec.structs.replace(make(), undated=())
    lines = write_bytes("jsonl", whole)
    assert write_bytes(name, read_any(lines, "x")) == write_bytes(name, read_back(whole))


def read_back(timeline: c.Timeline) -> c.Timeline:
    return read_timeline(write_bytes("json", timeline), "x")


@pytest.mark.parametrize(("suffix", "name"), SUFFIXES)
def test_every_format_by_its_suffix(here: Path, suffix: str, name: str) -> None:
    assert find_exporter(f"case{suffix.upper()}").name == name
    if FORMATS[name].holds_one:
        Path("case.json").write_bytes(write_bytes("json", make_news()))
    done = run("render", "case.json", "-q", "-o", f"out{suffix}")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    source = make_news() if FORMATS[name].holds_one else make_mixed()
    assert Path(f"out{suffix}").read_bytes() == write_bytes(name, read_back(source))


@pytest.mark.parametrize("name", FORMATS)
def test_an_older_file_becomes_any_format(here: Path, name: str) -> None:
    done = run("render", OLDER, "-f", name)
    data = done.stdout_bytes
    told = str(read_xlsx(data)) if name == "xlsx" else data.decode("utf-8", "replace")
    assert done.exit_code == 0 and "resigned" in told


def test_the_older_file_is_old_and_whole() -> None:
    # Written before links, gaps, quotes of conflicts, metadata, headings and corrections.
    data = json.loads(OLDER.read_text(encoding="utf-8"))
    assert not {"links", "gaps", "corrections"} & set(data)
    assert "meaning" not in data["expressions"][0] and "metadata" not in data["documents"][0]
    found = read_timeline(OLDER.read_bytes(), "note.json")
    assert [entry.title for entry in found.entries] == [e["title"] for e in data["entries"]]
    assert len(found.entries) == 4 and found.links == () and found.expressions[0].meaning is None


def test_rows_and_columns_can_be_chosen(here: Path) -> None:
    done = run("render", "case.json", "-f", "csv", "--fields", "begin,title", "--since", "2024")
    lines = done.stdout.splitlines()
    assert lines[0] == "begin,title" and len(lines) < 1 + len(make_mixed().entries)
    assert all("Caesar" not in line for line in lines)
    data = json.loads(run("render", "case.json", "-f", "json", "--top", "1").stdout)
    assert len(data["entries"]) == 1 and data["provenance"]["options"]["top"] == 1
    assert run("render", "case.json", "--fields", "titel").exit_code == 2
    rows = read_xlsx(
        run("render", "case.json", "-f", "xlsx", "--fields", "title,begin").stdout_bytes
    )
    assert set(rows["Chronology"][0]) == {"title", "begin"}


def test_binary_formats_go_through_a_pipe(here: Path) -> None:
    piped = run("render", "case.json", "-f", "parquet").stdout_bytes
    assert len(read_parquet(piped)) == len(make_mixed().entries)


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.binary])
def test_binary_formats_are_refused_by_a_terminal(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str, output: list[str]
) -> None:
    monkeypatch.setattr("timeline.cli.target.is_terminal", lambda: True)
    done = run("render", "case.json", "-f", name, *output)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"timeline: {name} is not text, and this is a terminal\nhint: ")
    assert f"-o chronology{FORMATS[name].suffixes[0]}" in done.stderr
    assert run("render", "case.json", "-f", name, "-o", f"x.{name}").exit_code == 0


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.extra])
@pytest.mark.parametrize("command", ["extract", "render", "merge"])
def test_a_missing_extra_is_told_before_any_work(
    here: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    needed, find = FORMATS[name].needs, importlib.util.find_spec
    monkeypatch.setattr(
        "timeline.exporters.registry.find_spec", lambda n: None if n == needed else find(n)
    )
    monkeypatch.setattr("timeline.batch.run.run", lambda *_: pytest.fail("it was read"))
    monkeypatch.setattr("timeline.cli.earlier.read_bytes", lambda *_: pytest.fail("it was read"))
    for arguments in (["-f", name], ["-o", f"x{FORMATS[name].suffixes[0]}"]):
        done = run(command, "case.json", *arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == (
            f"timeline: the format {name} needs {needed}, which is not installed\n"
            f"hint: pip install 'timeline-extract[{FORMATS[name].extra}]'\n"
        )


def test_what_a_format_leaves_out_is_told(here: Path) -> None:
    done = run("render", "case.json", "-f", "ics", "-o", "case.ics")
    assert done.stderr == "timeline: ics leaves out entries: 2 before the year 1\n"
    assert run("render", "case.json", "-f", "ics", "-o", "case.ics", "-q").stderr == ""
    assert run("merge", "case.json", "-f", "ics", "-o", "case.ics").stderr == done.stderr
    assert run("render", "case.json", "-f", "csv").stderr == ""


def broken() -> dict[str, bytes]:
    line = json.loads(write_bytes("jsonl", make_news()).splitlines()[0])

    def change(**more: object) -> bytes:
        return json.dumps({**line, **more}).encode()

    event = line["events"][0]
    return {
        "text.jsonl": b"Protests erupted.",
        "flat.jsonl": b'{"title": "x", "begin": "2022-01-02"}',
        "type": change(title=5),
        "twice": json.dumps(line).encode() + b"\n" + json.dumps(line).encode(),
        "short quote": change(events=[{**event, "quote": "x"}]),
        "far": change(events=[{**event, "sentence": {"start": 10**15, "end": 10**15 + 34}}]),
        "negative": change(events=[{**event, "sentence": {"start": -50, "end": -16}}]),
        "no date": change(
            time={**line["time"], "begin": {"earliest": "2021-02-31", "latest": None}}
        ),
        "no document": change(documents=[]),
        "no event": change(events=[]),
        "deep.jsonl": b"[" * 200_000,
        "latin.jsonl": b'{"id": "\xff"}',
    }


@pytest.mark.parametrize("name", broken())
def test_lines_that_are_no_chronology_get_one_sentence(here: Path, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_any(broken()[name], name)
    assert caught.value.message.startswith(name) and "\n" not in caught.value.message
    assert "timeline extract" in (caught.value.hint or "")


def test_what_is_no_chronology(here: Path) -> None:
    Path("bad.json").write_text("[]")
    for name in ("bad.json", "none.json", "."):
        done = run("render", name, "-f", "csv")
        assert (done.exit_code, done.stdout) == (2, "") and len(done.stderr.splitlines()) <= 2
    assert run("render", "case.json", "case.json").exit_code == 2


def test_a_file_may_not_be_written_over_itself(here: Path) -> None:
    done = run("render", "case.json", "-o", "case.json")
    assert done.exit_code == 2 and "is a source too" in done.stderr


def test_an_empty_file_of_lines_is_an_empty_chronology() -> None:
    assert read_lines(b"", "x.jsonl").entries == ()


def test_formats_tells_all_and_what_each_loses() -> None:
    rows = [line.split("\t") for line in run("formats").stdout.splitlines()]
    assert [row[0] for row in rows] == list(FORMATS)
    assert all(len(row) == 5 and row[3] for row in rows)


def test_formats_tells_people_what_has_to_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.cli.formats.is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    assert "to be installed" not in run("formats").stdout
    monkeypatch.setattr("timeline.exporters.registry.find_spec", lambda _: None)
    told = run("formats").stdout
    assert max(map(len, told.splitlines())) <= 60
    assert "to be installed: pip install 'timeline-extract[xlsx]'" in " ".join(told.split())


@pytest.mark.parametrize(("typed", "offered"), [("x", ["xlsx"]), ("time", None), ("", None)])
def test_a_shell_completes_the_formats(typed: str, offered: list[str] | None) -> None:
    shell = ShellComplete(main, {}, "timeline", COMPLETE)
    found = [item.value for item in shell.get_completions(["render", "-f"], typed)]
    assert found == (offered or [name for name in FORMATS if name.startswith(typed)])


# What a user meant ------------------------------------------------------------------------------

COUNCILLOR = "Labour councillor Dean Osgood"


def make_council() -> c.Timeline:
    """Something dated of Mill Lane and of Dean Osgood; of the councillor as such nothing is."""
    told = Teller()
    told.tell("a", "Dean Osgood resigned.", "resign", "2024-02-28")
    told.tell(
        "b", "Mill Lane, the Health and Ann Fell met.", "meet", "2024-03-01", agent="Ann Fell"
    )
    made = told.make()
    people = [("Ann Fell, of Mill Lane", "PERSON"), ("of Mill Lane", "FAC"), ("the Health", "ORG")]
    some = [c.Participant(text=t, start=0, end=9, role="agent", type=kind) for t, kind in people]
    events = [
        msgspec.structs.replace(event, participants=tuple(some) if n else ())
        for n, event in enumerate(made.events)
    ]
    return msgspec.structs.replace(made, events=tuple(events))


def make_resigned() -> c.Timeline:
    """The councillor takes part, but in something without a date."""
    made = make_council()
    who = c.Participant(text=COUNCILLOR, start=0, end=9, role="agent", type="PERSON")
    first = msgspec.structs.replace(made.events[0], participants=(who,))
    return msgspec.structs.replace(
        made,
        events=(first, *made.events[1:]),
        entries=tuple(e for e in made.entries if first.id not in e.events),
        undated=(c.Undated(event=first.id, reason="only tense"),),
    )


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (COUNCILLOR, 1),
        ("Dean Osgood", 1),
        ("former chair Dean Osgood", 1),
        ("councillor Mark Osgood", 0),
        ("friends of Dean Osgood", 0),
    ],
)
def test_a_name_is_found_behind_a_role(here: Path, name: str, found: int) -> None:
    data = write_bytes("json", make_council())
    done = run("render", "-", "-f", "tsv", "--about", name, text=data)
    assert done.stdout.count("\n") == found


def test_nobody_is_suggested_who_was_asked_for(here: Path) -> None:
    data = write_bytes("json", make_resigned())
    done = run("render", "-", "-f", "tsv", "--about", COUNCILLOR, text=data)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == (
        f"timeline: --about: nothing dated is told of {COUNCILLOR!r}; 1 event without a date\n"
        "hint: most is told of: Ann Fell\n"
    )


ORDER = "a table has corrections only: timeline apply CHRONOLOGY CORRECTIONS, in this order"
MISTAKEN = [
    (["render", "news.html"], "news.html is no JSON: invalid", "extract -f json"),
    (["render", "case.csv"], "case.csv is no JSON: invalid", ORDER),
    (["apply", "case.csv", "case.json"], "case.csv is no JSON: invalid", ORDER),
    (["explain", "case.json"], "case.json: this is a chronology, and documents", "timeline render"),
    (["extract", "case.json"], "case.json: this is a chronology, and documents", "timeline render"),
]


@pytest.mark.parametrize(("call", "sentence", "hint"), MISTAKEN)
def test_the_wrong_file_is_told(here: Path, call: list[str], sentence: str, hint: str) -> None:
    Path("news.html").write_text("<p>It fell.</p>", "utf-8")
    Path("case.csv").write_bytes(write_bytes("csv", make_mixed()))
    done = run(*call)
    assert (done.exit_code, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()[:2]
    assert first.startswith(f"timeline: {sentence}") and hint in second


def test_other_names_of_formats_are_told() -> None:
    cells = [line.split("\t") for line in run("formats").stdout.splitlines()]
    assert {line[0]: line[4] for line in cells}["xlsx"] == "excel"


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("14/03/2024", "write it as 2024-03-14"),
        ("3/14/2024", "write it as 2024-03-14"),
        ("03/04/2024", "write it as 2024-03-04 or 2024-04-03"),
        ("soon", "write 2022-01-10, 2022-01, 2022, 44 BC or -0043"),
    ],
)
def test_a_date_of_numbers_is_told_in_iso(here: Path, date: str, hint: str) -> None:
    done = run("render", "case.json", "--since", date)
    assert done.stderr == f"timeline: --since: {date!r} is not a date\nhint: {hint}\n"

"""`timeline merge` and `timeline diff`: earlier outputs in, sentences for what is none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.calling import run
from happenings import Teller, to_json

DEATH = {"agent": "Anders Vik", "place": "Port Lenn"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, day, sentence in (
        ("a", "2021-05-04", "Anders Vik died on 4 May in Port Lenn."),
        ("b", "2021-05-03", "Anders Vik died on 3 May in Port Lenn."),
    ):
        made = Teller()
        made.tell(name, sentence, "die", day, **DEATH)
        Path(f"{name}.json").write_bytes(to_json(made.make()))
    return tmp_path


def test_merge_shows_both_quotes(here: Path) -> None:
    done = run("merge", "a.json", "b.json", "-f", "table")
    flat = " ".join(done.stdout.split())
    assert done.exit_code == 0 and "disputed" in flat
    assert "Tue 4 May 2021" in flat and "but Mon 3 May 2021 in b.txt" in flat
    for fmt, sign in (
        ("markdown", "but Mon 3 May 2021"),
        ("json", '"quote"'),
        ("jsonl", '"quote"'),
    ):
        assert sign in run("merge", "a.json", "b.json", "-f", fmt).stdout
    fields = run(
        "merge", "a.json", "b.json", "-f", "csv", "--fields", "conflicts,other_dates"
    ).stdout
    assert fields.splitlines()[1].startswith("1,")


def test_the_order_of_files_does_not_matter_and_a_merge_reads_back(here: Path) -> None:
    one, other = run("merge", "a.json", "b.json"), run("merge", "b.json", "a.json")
    assert one.stdout == other.stdout and one.stdout.count("\n") == 1
    assert run("merge", "a.json", "b.json", "-o", "ab.json").exit_code == 0
    assert run("merge", "ab.json").stdout == one.stdout
    assert run("merge", "ab.json", "a.json").stdout == one.stdout
    piped = run("merge", "-", "b.json", text=Path("a.json").read_bytes())
    assert piped.stdout == one.stdout


def test_a_file_may_be_replaced_by_its_union(here: Path) -> None:
    assert run("merge", "a.json", "b.json", "-o", "a.json").exit_code == 0
    assert len(json.loads(Path("a.json").read_text())["documents"]) == 2


def test_diff_formats_and_exit_codes(here: Path) -> None:
    same = run("diff", "a.json", "a.json", "--exit-code", "-f", "table")
    assert (same.exit_code, same.stdout) == (0, "no difference, 1 unchanged\n")
    assert run("diff", "a.json", "a.json", "--exit-code").stdout == ""
    lines = run("diff", "a.json", "b.json").stdout.splitlines()
    assert [line.split("\t")[:5] for line in lines] == [
        ["moved", "2021-05-04", "2021-05-04", "2021-05-03", "2021-05-03"]
    ]
    assert run("diff", "a.json", "b.json", "--exit-code").exit_code == 1
    told = run("diff", "a.json", "b.json", "-f", "table").stdout
    assert "~ Tue 4 May 2021 -> Mon 3 May 2021: Anders Vik died on 3 May in Port Lenn" in told
    assert told.endswith("1 moved, 0 unchanged\n")
    found = json.loads(run("diff", "a.json", "b.json", "-f", "json").stdout)
    assert [x["kind"] for x in found["changes"]] == ["moved"]
    assert run("diff", "a.json", "b.json", "-o", "d.tsv").stdout == ""
    assert Path("d.tsv").read_text().startswith("moved\t")


def broken() -> dict[str, bytes]:
    made = Teller()
    made.tell("a", "Anders Vik died in Port Lenn.", "die", "2021-05-04", **DEATH)
    good = json.loads(to_json(made.make()))

    def change(path: str, value: object) -> bytes:
        data = json.loads(json.dumps(good))
        *way, last = path.split(".")
        place = data
        for step in way:
            place = place[int(step) if step.isdecimal() else step]
        place[int(last) if last.isdecimal() else last] = value
        return json.dumps(data).encode()

    return {
        "empty": b"",
        "text": b"Anders Vik died.",
        "list": b"[]",
        "number": b"1e999999",
        "schema": change("schema", "timeline/2"),
        "deep": b"[" * 200_000,
        "deep text": b'{"schema":' * 100_000,
        "latin": b'{"schema": "\xff"}',
        "escape": b'{"\x1b[31m": 1}',
        "no events": change("events", []),
        "no event": change("entries.0.events", []),
        "no document": change("documents", []),
        "outside": change("events.0.end", 10**9),
        "backwards": change("events.0.sentence.start", 10**6),
        "no date": change("entries.0.time.begin.earliest", "2021-02-31"),
        "no cell": change("entries.0.time.granularity", "fortnight"),
        "unknown undated": change("undated", [{"event": "a/e999", "reason": "x"}]),
        "wrong type": change("entries.0.title", 5),
        "twice": change("documents", [*good["documents"], *good["documents"]]),
    }


@pytest.mark.parametrize("name", broken())
@pytest.mark.parametrize("command", ["merge", "diff"])
def test_what_is_no_chronology_gets_one_sentence(here: Path, name: str, command: str) -> None:
    Path("bad.json").write_bytes(broken()[name])
    done = run(command, "a.json", "bad.json")
    assert (done.exit_code, done.stdout) == (2, "")
    first, *rest = done.stderr.splitlines()
    assert first.startswith("timeline: bad.json ") and "\x1b" not in done.stderr
    assert all(line.startswith("hint: ") for line in rest) and len(rest) <= 1


@pytest.mark.parametrize("command", ["merge", "diff"])
def test_what_cannot_be_read(here: Path, command: str) -> None:
    (here / "folder").mkdir()
    for names in (["none.json", "a.json"], ["folder", "a.json"], ["-", "-"]):
        done = run(command, *names)
        assert (done.exit_code, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) <= 2
    assert run(command).exit_code == 2


def test_choices_are_those_of_extract(here: Path) -> None:
    assert run("merge", "a.json", "--since", "2022").stdout == ""
    assert run("merge", "a.json", "--about", "Vik").stdout.count("\n") == 1
    nobody = run("merge", "a.json", "--about", "Lund")
    assert nobody.stdout == "" and "nothing dated is told of 'Lund'" in nobody.stderr
    assert run("merge", "a.json", "--gaps", "never").exit_code == 2
    month = run("merge", "a.json", "--granularity", "month").stdout
    assert month.startswith("2021-05-01\t2021-05-31\tmonth\t")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX pipes")
def test_a_folder_takes_a_file_of_each_document(here: Path) -> None:
    assert run("merge", "a.json", "b.json", "-f", "timeml", "-o", "out/").exit_code == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.tml", "b.tml"]
    done = run("merge", "a.json", "b.json", "-f", "csv", "-o", "out/")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (
        2,
        "timeline: out/ is a folder, and csv one file",
    )


def test_through_pipes(here: Path) -> None:
    program = f'timeline() {{ "{sys.executable}" -m timeline "$@"; }}; set -o pipefail; '
    line = "cat a.json | timeline merge - b.json -f json | timeline diff a.json - | cut -f1"
    done = subprocess.run(
        ["bash", "-c", program + line], capture_output=True, text=True, timeout=60, cwd=here
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "contradicted\n", "")


def test_apply_by_table_and_again(here: Path) -> None:
    assert run("merge", "a.json", "-o", "a.csv").exit_code == 0
    table = Path("a.csv").read_text(encoding="utf-8").replace("2021-05-04", "2021-05-05", 2)
    Path("a.csv").write_text(table, encoding="utf-8")
    done = run("apply", "a.json", "a.csv", "-o", "new.json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "exact, corrected" in run("merge", "new.json", "-f", "table").stdout
    again = run("apply", "a.json", "new.json")
    assert again.stdout == run("apply", "a.json", "-", text=table.encode()).stdout
    assert again.stdout.startswith("2021-05-05\t2021-05-05\texact")
    other = run("apply", "b.json", "new.json")
    assert other.exit_code == 0 and "nothing like" not in other.stderr


def test_a_table_with_a_fault_changes_nothing(here: Path) -> None:
    Path("bad.csv").write_text("id,begin\nnobody,2021\n", encoding="utf-8")
    before = Path("a.json").read_bytes()
    done = run("apply", "a.json", "bad.csv", "-o", "a.json")
    assert done.exit_code == 2 and before == Path("a.json").read_bytes()
    assert done.stderr == (
        "timeline: bad.csv: line 2: there is no entry 'nobody'\nhint: nothing was changed\n"
    )


def test_rows_that_are_missing_are_told_and_many_are_asked_about(here: Path) -> None:
    made = Teller()
    for day in range(1, 8):
        made.tell("a", f"The ferry sank on {day} May.", "sink", f"2021-05-{day:02}")
    Path("seven.json").write_bytes(to_json(made.make()))
    lines = run("merge", "seven.json", "-f", "csv").stdout.splitlines()
    few, many = "\n".join(lines[:2]), "\n".join(lines[:-1])
    asked = run("apply", "seven.json", "-", text=few.encode())
    assert asked.exit_code == 2 and "no row for 6 of 7 entries" in asked.stderr
    kept = run("apply", "seven.json", "-", "--missing", "keep", text=few.encode())
    assert (kept.exit_code, kept.stderr, kept.stdout.count("\n")) == (0, "", 7)
    gone = run("apply", "seven.json", "-", "--missing", "remove", text=few.encode())
    assert (gone.exit_code, gone.stderr, gone.stdout.count("\n")) == (0, "", 1)
    told = run("apply", "seven.json", "-", text=many.encode())
    assert told.exit_code == 0 and "1 entry has no row: taken out" in told.stderr


def test_extract_keeps_what_a_person_corrected(here: Path) -> None:
    Path("a.txt").write_text("Oslo, 6 May 2021\n\nThe ferry sank on 4 May 2021.\n")
    assert run("extract", "a.txt", "-o", "case.json").exit_code == 0
    table = run("extract", "a.txt", "-f", "csv").stdout.replace("ferry sank", "old ferry sank")
    assert run("apply", "case.json", "-", "-o", "case.json", text=table.encode()).exit_code == 0
    refused = run("extract", "a.txt", "-o", "case.json")
    assert refused.exit_code == 2 and "case.json holds 1 correction by a person" in refused.stderr
    again = ("extract", "a.txt", "--corrections", "case.json", "-o", "case.json")
    assert run(*again).exit_code == 0
    assert json.loads(Path("case.json").read_text())["entries"][0]["title"].startswith("The old")


def test_another_title_is_a_change(here: Path) -> None:
    data = json.loads(Path("a.json").read_text())
    was, data["entries"][0]["title"] = data["entries"][0]["title"], "Vik drowned"
    Path("c.json").write_text(json.dumps(data))
    told = run("diff", "a.json", "c.json", "-f", "table", "--exit-code")
    assert told.exit_code == 1
    assert told.stdout == (
        "* Tue 4 May 2021: Vik drowned (a.txt, line 2)\n"
        f"    titled before: {was}\n"
        "1 retitled, 0 unchanged\n"
    )

"""`timeline evaluate` from its arguments to its exit code, on documents of our own."""

import json

import pytest
from evaluation_records import annotated, day, event, expression

from timeline.cli.main import main
from timeline.evaluation.score import EVENT_ATTRIBUTES
from timeline.pipeline import Pipeline

GOLD = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-09"/></DCT>
<TEXT>It <EVENT eid="e1" class="OCCURRENCE">opened</EVENT> on <TIMEX3 tid="t1" type="DATE"
value="2024-05-06">6 May</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def found(monkeypatch):
    """What the program finds; the tests set it. No model is loaded."""
    found = {"value": day(2024, 5, 6)}

    def annotate_all(self, documents):
        for document in documents:
            text = document.text
            times = [expression(text, "6 May", found["value"], rule="day-month")]
            yield annotated(document, times, [event(text, "opened")])

    monkeypatch.setattr(Pipeline, "annotate_all", annotate_all)
    monkeypatch.setattr("timeline.pipeline.load", lambda options: Pipeline(None, options))
    return found


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.tml").write_text(GOLD)
    return folder


@pytest.fixture
def run(capsys):
    def run(*args):
        with pytest.raises(SystemExit) as leave:
            main(["evaluate", *map(str, args)])
        out, err = capsys.readouterr()
        return leave.value.code, out, err

    return run


def test_figures_through_a_pipe(run, gold, found):
    code, out, err = run(gold)
    assert (code, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert rows[0] == [
        "corpus", "unlisted", "1", "timex", "strict", "1", "1", "1", "100.0", "100.0", "100.0",
    ]  # fmt: skip
    assert [row[3:5] for row in rows] == [
        *(["timex", name] for name in ("strict", "relaxed", "type", "value")),
        *(["event", name] for name in ("strict", "relaxed", *EVENT_ATTRIBUTES)),
    ]


def test_a_table_has_a_head_and_columns(run, gold, found):
    code, out, _ = run(gold, "-f", "table")
    head, first, *_ = out.splitlines()
    assert code == 0
    assert head.split()[:5] == ["corpus", "part", "documents", "of", "figure"]
    assert len(head) == len(first)
    assert first.endswith("100.0")


def test_json(run, gold, found):
    _, out, _ = run(gold, "-f", "json")
    (result,) = json.loads(out)["results"]
    assert result["timexes"]["value"]["f1"] == 1
    assert "faults" not in result


def test_errors_and_rules(run, gold, found):
    found["value"] = day(2024, 5, 7)
    _, out, _ = run(gold, "--errors", "timex", "--kind", "value", "--limit", "5", "--by-rule")
    assert out.splitlines() == [
        "\t".join(row)
        for row in (
            ("corpus", "unlisted", "value", "a", "13", "2024-05-06", "2024-05-07", "day-month",
             "It opened on [6 May]."),
            ("corpus", "unlisted", "timex", "day-month", "1", "1", "1", "0", "0.0"),
            ("corpus", "unlisted", "event", "rule", "1", "1", "1", "1", "100.0"),
        )
    ]  # fmt: skip


def test_words_of_a_document_do_not_steer_the_terminal(run, gold, found):
    (gold / "a.tml").write_text(GOLD.replace(">6 May", ">6 May\u202e\u009b"), encoding="utf-8")
    _, out, _ = run(gold, "--errors", "timex")
    assert "\u202e" not in out
    assert "\u009b" not in out
    assert "6 May" in out


def test_floors(run, gold, found, tmp_path):
    floors = tmp_path / "floors.json"
    code, _, err = run(gold, "--check", "--floors", floors)
    assert code == 2
    assert "there are no floors" in err
    assert run(gold, "--save", "--floors", floors)[0] == 0
    assert run(gold, "--check", "--floors", floors)[0] == 0
    found["value"] = day(2024, 5, 7)
    code, out, err = run(gold, "--check", "--floors", floors)
    assert code == 1
    assert "corpus unlisted timex value: 0.00, below its floor 100.0" in err
    assert out
    code, _, err = run(gold, "--save", "--floors", floors)
    assert code == 2
    assert "--lower-floors" in err
    assert run(gold, "--save", "--lower-floors", "--floors", floors)[0] == 0


def test_a_floor_that_nothing_was_measured_for_does_not_pass(run, gold, found, tmp_path):
    floors = tmp_path / "floors.json"
    run(gold, "--save", "--floors", floors)
    gold.rename(tmp_path / "another")
    code, _, err = run(tmp_path / "another", "--check", "--floors", floors)
    assert code == 2
    assert "no floors for any" in err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["nowhere"], "no such file"),
        ([], "gold"),
        (["nowhere", "--kind", "value"], "--errors"),
        (["nowhere", "--lower-floors"], "--save"),
        (["nowhere", "--part", "dev"], "--part"),
    ],
)
def test_wrong_calls_are_one_sentence(run, args, message):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert message in err.lower()
    assert "Traceback" not in err


def test_the_command_runs_the_real_pipeline(run, gold):
    code, out, _ = run(gold)
    assert code == 0
    assert "corpus\tunlisted\t1\ttimex\tvalue\t1\t1\t1\t" in out


def test_an_event_model_is_compared_by_its_file(run, gold, found, monkeypatch):
    loaded = []
    monkeypatch.setattr(
        "timeline.pipeline.load", lambda options: loaded.append(options) or Pipeline(None, options)
    )
    code, *_ = run(gold, "--compare", "older/events.npz", "--model", "some")
    assert code == 0
    assert [(o.model, o.event_model) for o in loaded] == [
        ("some", None),
        ("some", "older/events.npz"),
    ]


def test_calibration_curve_and_comparison(run, gold, found):
    code, out, _ = run(gold, "--compare", "another", "--calibration", "--curve")
    assert code == 0
    rows = [line.split("\t") for line in out.splitlines()]
    # The fake events have no confidence; both models are the same.
    assert rows[0] == ["corpus", "unlisted", "timex", "strict", "100.0", "100.0", "+0.0"]
    assert {row[2] for row in rows} == {"timex", "event"}

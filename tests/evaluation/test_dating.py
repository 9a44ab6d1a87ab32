"""Dates and order against gold, on documents and answers of our own."""

from pathlib import Path

import pytest
from evaluation_records import annotated, day, event

from timeline.annotation import Anchor, Bounds, DocumentDate
from timeline.errors import ReadError
from timeline.evaluation.corpora import find_corpora
from timeline.evaluation.event_times import read_when
from timeline.evaluation.moments import When, round_month, show_when, when_of
from timeline.evaluation.order import compare_begins
from timeline.evaluation.run import evaluate
from timeline.evaluation.score import Tally, TwoSided
from timeline.evaluation.tables import fault_rows, figure_rows
from timeline.evaluation.timelines import (
    Mention,
    Row,
    agrees,
    dates_of,
    find_sentences,
    is_about,
    number_of,
    place_mention,
    read_timeline,
    score_timelines,
)
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import Moment

DOC = """<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-09">9 May</TIMEX3></DCT>
<TEXT>It <EVENT eid="e1" class="OCCURRENCE">opened</EVENT> and <EVENT eid="e2" class="OCCURRENCE"
>shut</EVENT> and <EVENT eid="e3" class="STATE">lay</EVENT> there.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei7" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<MAKEINSTANCE eventID="e2" eiid="ei8" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
</TimeML>"""
TIMES = (
    ("e1", "2024-05-06"),
    ("e2", "after2024-04-01before2024-04-28"),
    ("e3", "beginPoint=before2024-05-09endPoint=after2024-05-09"),
    ("e9", "n/a"),
)


def anchor(one, begin, end=None, shape="instant", sieve="attached"):
    return Anchor(
        event_id=one.id,
        relation="IS_INCLUDED",
        shape=shape,
        begin=Bounds(*begin),
        end=Bounds(*(end or begin)),
        granularity=Granularity.DAY,
        basis="expression",
        sieve=sieve,
        evidence=(),
    )


class Fake:
    """Finds the words it is told to, with their anchors: (word, begin, end, shape)."""

    def __init__(self, *rows):
        self.rows, self.given = rows, []

    def __call__(self, documents):
        for document in documents:
            self.given.append(document.annotations is not None)
            rows = [(event(document.text, word), times) for word, *times in self.rows]
            made = annotated(document, [], [one for one, _ in rows])
            anchors = tuple(anchor(one, *times) for one, times in rows if times)
            date = DocumentDate(day(2024, 5, 9), "dct")
            yield type(made)(
                document=made.document,
                date=date,
                sentences=made.sentences,
                expressions=(),
                events=made.events,
                anchors=anchors,
            )


@pytest.fixture
def shelf(tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "a.tml").write_text(DOC)
    return tmp_path


@pytest.fixture
def times(shelf):
    (shelf / "times").mkdir()
    lines = [f"a\t0\t0\tevent\t{eid}\t1\ttime\t{value}\n" for eid, value in TIMES]
    (shelf / "times" / "t.tab").write_text("".join(lines))
    return find_corpora([str(shelf / "times")], [], {})


D = 19844  # 2024-05-01, in days since 1970


@pytest.mark.parametrize(
    ("value", "when", "kind"),
    [
        ("2024-05-01", When((D, D), (D, D)), "day"),
        ("before2024-05-01", When((None, D), (None, D)), "before"),
        ("after2024-05-01", When((D, None), (D, None)), "after"),
        ("after2024-05-01before2024-05-28", When((D, D + 30), (D, D + 30)), "between"),
        ("beginPoint=2024-05-01endPoint=after2024-05-02", When((D, D), (D + 1, None), True),
         "interval"),
        ("beginPoint=before2024-05-01endPoint=xxxx-xx-xx", When((None, D), (None, None), True),
         "interval"),
        ("n/a", None, ""),
        ("2024-05-01,2024-05-02", None, ""),
        ("beginPoint=2024-05-01", None, ""),
    ],
)  # fmt: skip
def test_the_times_of_eventtime(value, when, kind):
    assert read_when(value) == when
    assert when is None or when.kind == kind
    if when is not None:
        assert read_when(show_when(when)) == when


def test_an_anchor_in_days():
    one = event("It opened", "opened")
    clock = Moment(year=2024, month=5, day=1, hour=23, minute=30, zone="-05:00",
                   granularity=Granularity.MINUTE)  # fmt: skip
    assert when_of(anchor(one, (clock, clock))) == When((D, D), (D, D))
    april = when_of(anchor(one, (day(2024, 4, 1), day(2024, 4, 30))))
    assert april == round_month(When((D - 30, D - 3), (D - 30, D - 3)))
    assert april != round_month(When((D - 30, D - 2), (D - 30, D - 2)))


def test_relaxed_means_that_both_may_be_true():
    may, before, after = (read_when(v) for v in ("2024-05-01", "before2024-05-01",
                                                 "after2024-05-02"))  # fmt: skip
    assert may.meets(before)
    assert before.meets(may)
    assert not may.meets(after)
    assert not before.meets(after)


def test_event_times(times):
    late, early = day(2024, 5, 9), None
    fake = Fake(
        ("opened", (day(2024, 5, 6), day(2024, 5, 6))),
        ("shut", (early, late)),
        ("lay", (late, late)),
    )
    (result,) = evaluate(times, fake)
    assert fake.given == [False]
    assert result.groups["anchor"] == {
        "exact": Tally(4, 3, 1),
        "relaxed": Tally(4, 3, 3),
        "day": Tally(1, 2, 1),
        "document date": Tally(4, 4, 0),
    }
    assert result.groups["anchor kind"] == {
        "day": Tally(1, 1, 1),
        "between": Tally(1, 1, 0),
        "interval": Tally(1, 1, 0),
        "unknown": Tally(1, 0, 0),
    }
    assert result.figures() == {
        "anchor exact": 25, "anchor relaxed": 75, "anchor day precision": 50,
        "anchor day recall": 100,
    }  # fmt: skip
    (sieve, nothing) = sorted(result.rules["anchor"], key=lambda row: -row.found)
    assert (sieve.rule, sieve.found, sieve.strict, nothing.found) == ("attached", 3, 1, 1)
    rows = list(fault_rows([result], "anchor"))
    assert [(row[2], row[5], row[6]) for row in rows] == [
        ("missed", "n/a", ""),
        ("time", "after2024-04-01before2024-04-28", "before2024-05-09"),
        ("time", "beginPoint=before2024-05-09endPoint=after2024-05-09", "2024-05-09"),
    ]


def test_an_event_that_was_not_found_is_wrong_and_gold_ones_are_given(times):
    fake = Fake(("there", (day(2024, 5, 6), day(2024, 5, 6))))
    (result,) = evaluate(times, fake, given=True)
    assert fake.given == [True]
    assert result.groups["anchor"]["exact"] == Tally(4, 0, 0)
    assert "given anchor exact" in result.figures()
    assert {row[3] for row in figure_rows([result])} == {"given anchor"}


def test_a_table_without_its_documents_is_refused(times, shelf):
    (shelf / "bank" / "a.tml").unlink()
    with pytest.raises(ReadError, match="in no folder beside"):
        find_corpora([str(shelf / "times")], [], {})


def test_order(shelf, monkeypatch):
    (shelf / "order").mkdir()
    rows = ("7\t8\tBEFORE", "8\t7\tAFTER", "7\t8\tVAGUE", "7\t8\tEQUAL")
    lines = [f"a\topened\tshut\t{row}\n" for row in rows]
    (shelf / "order" / "o.tab").write_text("".join(lines))
    corpora = find_corpora([str(shelf / "order")], [], {})
    fake = Fake(("opened", (day(2024, 5, 6), day(2024, 5, 6))), ("shut", (day(2024, 5, 7), None)))
    (result,) = evaluate(corpora, fake)
    assert result.groups["order"]["decided"] == Tally(3, 3, 2)
    figures = result.figures()
    assert (figures["order decided"], round(figures["order right"], 1)) == (100, 66.7)
    assert figures["order guessed decided"] == 100  # where dates settle it, nothing is guessed
    open_fake = Fake(("opened",), ("shut", (day(2024, 5, 6), None)))
    monkeypatch.setattr(
        "timeline.evaluation.dating.guess_order", lambda found, a, b: ("BEFORE", 0.9)
    )
    (result,) = evaluate(corpora, open_fake)
    assert result.groups["order"]["decided"] == Tally(3, 0, 0)
    assert result.groups["order guessed"]["decided"] == Tally(3, 3, 1)


def test_begins_on_one_day_settle_nothing():
    first, later = Bounds(day(2024, 5, 6), day(2024, 5, 6)), Bounds(day(2024, 5, 6), None)
    noon = Moment(year=2024, month=5, day=6, hour=12, granularity=Granularity.HOUR)
    assert compare_begins(first, first) == "VAGUE"
    assert compare_begins(first, later) == "VAGUE"
    assert compare_begins(first, None) == "VAGUE"
    assert compare_begins(Bounds(noon, noon), Bounds(noon, noon)) == "EQUAL"
    assert compare_begins(Bounds(None, day(2024, 5, 5)), first) == "BEFORE"


def mention(words, sentence="1"):
    return Mention("7", sentence, words)


def test_awareness_by_hand():
    gold = (
        Row(0, "", (mention("lost"),)),
        Row(1, "2024-05-01", (mention("opened"), mention("opening"))),
        Row(2, "2024-05", (mention("shut"),)),
    )
    # Stated: three dates, opened = opening, opening before shut.
    assert score_timelines([(gold, gold)]) == TwoSided(5, 5, 5, 5)
    ours = (
        Row(1, "2024-05-01", (mention("opened"),)),
        Row(2, "2024-05-02", (mention("shut"),)),
        Row(3, "2024-05-03", (mention("lost"),)),
    )
    # Right of ours: the date of "opened", opened before shut; of the gold: the date alone, for
    # ours do not know "opening".
    assert score_timelines([(gold, ours)]) == TwoSided(5, 5, 2, 1)


def test_timelines_of_entities(tmp_path):
    for name in ("documents", "timelines"):
        (tmp_path / "made" / "trial" / name).mkdir(parents=True)
    folder = tmp_path / "made" / "trial"
    text = DOC.replace("<TEXT>It", '<TEXT><s id="1">May 9</s><s id="2">It').replace(
        "there.", "there.</s>"
    )
    (folder / "documents" / "7_A_door.tml").write_text(text)
    (folder / "timelines" / "door.txt").write_text(
        "Door\n0\tXXXX-XX-XX\t7-2-lay\n1\t2024-05-XX\t7-2-opened\n2\t2024-05-09\t7-2-shut\n"
    )
    fake = Fake(
        ("opened", (day(2024, 5, 1), day(2024, 5, 31))),
        ("shut", (day(2024, 5, 8), day(2024, 5, 8))),
    )
    corpora = find_corpora([str(tmp_path)], [], {})
    assert [(c.name, c.kind) for c in corpora] == [("made", "timelines")]
    (result,) = evaluate(corpora, fake)
    assert result.groups["timeline"]["mentions"] == Tally(2, 2, 1)
    assert result.figures()["timeline relations"] == 0  # no event of ours is about a door


def test_mentions_are_found_in_their_sentence():
    source = '<s id="3">It <EVENT eid="e1">took</EVENT> off</s><s id="4">AT&amp;T took off</s>'
    text = "It took off\nAT&T took off"
    places = find_sentences(source, text)
    assert places == {"3": (0, 11), "4": (12, 25)}
    assert place_mention(mention("took_off", "4"), text, places["4"]) == (17, 25)
    assert place_mention(mention("tookoff", "4"), text, places["4"]) is None
    assert place_mention(mention("at&t", "4"), text, places["4"]) == (12, 16)
    assert place_mention(mention("AT&T_off", "4"), text, places["4"]) == (12, 16)
    assert place_mention(mention("off_took", "4"), text, places["4"]) is None


def test_dates_of_mentions(tmp_path):
    table = tmp_path / "door.txt"
    table.write_text(
        "Door\n1\t2024-05-XX\t7-2-opened\t9-1-opened\n2\tXXX-XX-XX\t7-2-lay\n"
        "3\t2024-06-01\t7-2-opened\n"
    )
    gold = read_timeline(table)
    assert [row.date for row in gold.rows] == ["2024-05", "", "2024-06-01"]
    assert dates_of([gold], [number_of(Path("7_A_door.tml"))]) == {
        mention("opened", "2"): {"2024-05", "2024-06-01"}
    }


def test_dates_are_compared_as_finely_as_the_gold_is():
    one = event("It opened", "opened")
    may = anchor(one, (day(2024, 5, 1), day(2024, 5, 31)))
    assert agrees("2024-05", may)
    assert agrees("2024", may)
    assert not agrees("2024-05-01", may)
    assert not agrees("", may)
    assert not agrees("2024", anchor(one, (None, day(2024, 5, 31))))


def test_who_it_is_about():
    assert is_about({"Apple 's iPhone 4": ""}, "iPhone 4")
    assert is_about({"Jobs": "PERSON"}, "Steve Jobs")
    assert not is_about({"jobs": ""}, "Steve Jobs")
    assert not is_about({}, "Steve Jobs")


def test_chronologies(tmp_path):
    (tmp_path / "a.txt").write_text("It opened on 6 May.")
    (tmp_path / "a.expected.json").write_text(
        """{"read_on": "2024-05-09", "options": {}, "entries": [{"trigger": "opened", "start": 3,
        "words": "6 May", "shape": "instant", "begin": ["2024-05-06", "2024-05-06"],
        "end": ["2024-05-06", "2024-05-06"]}], "optional": [], "undated": []}"""
    )
    corpora = find_corpora([str(tmp_path)], [], {})
    bounds = {"earliest": "2024-05-06", "latest": "2024-05-06"}
    row = {"id": "n", "title": "It opened", "events": ["e3"],
           "time": {"shape": "instant", "begin": bounds, "end": bounds}}  # fmt: skip
    output = {"events": [{"id": "e3", "start": 3}], "entries": [row, {**row, "id": "m"}]}

    def extract(path, answer):
        assert (path.name, answer["read_on"]) == ("a.txt", "2024-05-09")
        return output

    (result,) = evaluate(corpora, Fake(), extract=extract)
    assert result.groups["chronology"]["entries"] == TwoSided(1, 2, 2, 1)
    output["entries"] = []
    (result,) = evaluate(corpora, Fake(), extract=extract)
    assert result.figures() == {"chronology recall": 0, "chronology precision": 100}
    assert [fault.kind for fault in result.faults["chronology"]] == ["missed"]
    assert list(evaluate(corpora, Fake())) == []

"""A corpus measured from its documents to its figures."""

import json

import pytest
from evaluation_records import annotated, day, event, expression

from timeline.evaluation.corpora import Corpus
from timeline.evaluation.run import evaluate
from timeline.evaluation.score import Tally
from timeline.evaluation.tables import fault_rows, figure_rows, rule_rows, to_plain

TIMEML = """<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-09">9 May</TIMEX3></DCT>
<TEXT>It <EVENT eid="e1" class="OCCURRENCE">opened</EVENT> on <TIMEX3 tid="t1" type="DATE"
value="2024-05-06">6 May</TIMEX3> and <EVENT eid="e2" class="STATE">lay</EVENT> there.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
</TimeML>"""
PLAIN = "<TimeML><TEXT>Nothing is annotated on 6 May.</TEXT></TimeML>"
EMPTY_TIMEX = '<TIMEX3 tid="t9" type="DURATION" value="P1D"/>'


class Fake:
    """An annotator that finds the words it was told to; it keeps what it was given."""

    def __init__(self, *found):
        self.found, self.given = found, []

    def __call__(self, documents):
        for document in documents:
            self.given.append(document)
            text = document.text
            times = [expression(text, *row) for row in self.found if row[0] in text]
            events = [event(text, word) for word in ("opened", "there") if word in text]
            yield annotated(document, times, events)


@pytest.fixture
def corpus(tmp_path):
    def make(kind="timeml", **files):
        paths = []
        for name, content in files.items():
            path = tmp_path / f"{name}.{'tml' if kind == 'timeml' else 'jsonl'}"
            path.write_text(content)
            paths.append(path)
        return Corpus("bank", "development", kind, tuple(paths))

    return make


def test_a_corpus_by_hand(corpus):
    fake = Fake(("6 May", day(2024, 5, 7), "DATE", "day-month"))
    (result,) = evaluate([corpus(a=TIMEML)], fake)
    assert result.timexes == {
        "strict": Tally(1, 1, 1),
        "relaxed": Tally(1, 1, 1),
        "type": Tally(1, 1, 1),
        "value": Tally(1, 1, 0),
    }
    assert result.events["strict"] == Tally(2, 2, 1)
    assert result.events["class"] == result.events["tense"] == Tally(2, 2, 1)
    assert result.classes == {"OCCURRENCE": Tally(1, 2, 1), "STATE": Tally(1, 0, 0)}
    assert result.figures() == {
        "timex strict": 100, "timex relaxed": 100, "timex type": 100, "timex value": 0,
        "event strict": 50, "event class": 50, "event tense": 50, "event aspect": 50,
        "event polarity": 50,
    }  # fmt: skip


def test_the_gold_annotation_is_not_given_away(corpus):
    fake = Fake()
    list(evaluate([corpus(a=TIMEML)], fake))
    (given,) = fake.given
    assert given.annotations is None
    assert (given.given_date, given.given_basis) == ("2024-05-09", "dct")


def test_what_nobody_annotated_is_not_scored(corpus):
    fake = Fake(("6 May", day(2024, 5, 6)))
    (result,) = evaluate([corpus(a=PLAIN)], fake)
    assert (result.timexes, result.events, result.figures()) == ({}, {}, {})
    assert result.faults == {"timex": [], "event": []}


def test_documents_are_summed(corpus):
    fake = Fake(("6 May", day(2024, 5, 6)))
    (result,) = evaluate([corpus(a=TIMEML, b=TIMEML, c=PLAIN)], fake)
    assert result.documents == 3
    assert result.timexes["value"] == Tally(2, 3, 2)


def test_the_rows_say_the_same(corpus):
    fake = Fake(("6 May", day(2024, 5, 7), "DATE", "day-month"), ("on", day(2024, 5, 6)))
    results = list(evaluate([corpus(a=TIMEML)], fake))
    rows = list(figure_rows(results))
    assert (
        "bank",
        "development",
        "1",
        "timex",
        "value",
        "1",
        "2",
        "0",
        "0.0",
        "0.0",
        "0.0",
    ) in rows
    assert len(rows) == 11
    # Two classes, two parts of speech, one modality: none.
    assert len(list(figure_rows(results, details=True))) == 11 + 2 + 2 + 1
    assert next(rule_rows(results)) == (
        "bank", "development", "timex", "day-month", "1", "1", "1", "0", "0.0",
    )  # fmt: skip
    (fault,) = fault_rows(results, "timex", ["value"])
    assert fault == (
        "bank", "development", "value", "a", "13", "2024-05-06", "2024-05-07", "day-month",
        "It opened on [6 May] and lay there.",
    )  # fmt: skip
    assert [row[2] for row in fault_rows(results, "timex")] == ["spurious", "value"]
    plain = json.loads(json.dumps(to_plain(results[0], faults=True)))
    assert plain["timexes"]["strict"] == {
        "gold": 1, "found": 2, "right": 1, "precision": 0.5, "recall": 1.0, "f1": 2 / 3,
    }  # fmt: skip
    assert len(plain["faults"]["timex"]) == 2


def test_a_limit_holds_for_each_kind(corpus):
    fake = Fake(("on", day(2024, 5, 6)))
    results = list(evaluate([corpus(a=TIMEML, b=TIMEML)], fake))
    kinds = [row[2] for row in fault_rows(results, "timex", limit=1)]
    assert kinds == ["missed", "spurious"]
    assert len(list(fault_rows(results, "timex"))) == 4


def test_cases(corpus):
    expected = {
        "text": "6 May", "start": 5, "end": 10, "kind": "date", "timex": ["XXXX-05-06"],
        "values": [{"value": "2023-05-06"}, {"value": "2024-05-06"}],
    }  # fmt: skip
    rows = [
        {"text": "Meet 6 May.", "reference": "2024-01-07T00:00:00", "expected": [expected]},
        {"text": "Nothing on it.", "reference": "2024-01-07T12:00:00.5", "expected": []},
    ]
    fake = Fake(("6 May", day(2024, 5, 6)), ("on", day(2024, 5, 6)))
    (result,) = evaluate([corpus("cases", a="\n".join(map(json.dumps, rows)))], fake)
    assert result.figures() == {"case found": 100, "case right": 100, "case clean": 0}
    assert [(d.given_date, d.given_basis) for d in fake.given] == [
        ("2024-01-07T00:00:00", "field"),
        ("2024-01-07T12:00:00", "field"),
    ]
    assert [row[3:6] for row in figure_rows([result])] == [
        ("case", "found", "1"),
        ("case", "right", "1"),
        ("case", "clean", "1"),
    ]
    assert [(f.kind, f.found) for f in result.faults["case"]] == [("spurious", "on: 2024-05-06")]


def test_an_empty_expression_of_the_gold_does_not_count(corpus):
    text = TIMEML.replace("</TimeML>", EMPTY_TIMEX + "</TimeML>")
    (result,) = evaluate([corpus(a=text)], Fake())
    assert result.timexes["strict"] == Tally(1, 0, 0)

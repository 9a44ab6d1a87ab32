"""Hand-made records for the tests of evaluation."""

from timeline.annotation import Annotated, DocumentDate, Event, TemporalExpression
from timeline.document import Document
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import Moment


def day(year, month, day):
    return Moment(Granularity.DAY, year, month, day)


def document(text, annotations=None, name="d"):
    return Document(name, text, name, annotations=annotations)


def expression(text, words, value, type="DATE", rule="some-rule", start=None):
    start = text.index(words) if start is None else start
    return TemporalExpression(
        f"t{start}", start, start + len(words), words, type, None, value, rule
    )


def event(text, word, class_="OCCURRENCE", tense="PAST", found_by="rule"):
    start = text.index(word)
    return Event(
        id=f"e{start}", start=start, end=start + len(word), text=word, lemma=word, pos="VERB",
        class_=class_, tense=tense, aspect="NONE", polarity="POS", modality=None,
        status="happened", sentence=(0, len(text)), found_by=found_by,
    )  # fmt: skip


def annotated(of, expressions=(), events=()):
    return Annotated(of, DocumentDate(None, None), (), tuple(expressions), tuple(events), ())

"""Sentences with marked events and expressions, on recorded parses: no model runs in the tests.

A row's text marks events as [erupted], [said:REPORTING], [works:OCCURRENCE,PRESENT], [fight:-]
(denied), and expressions as {January 2=2022-01-02}. Values: a year, month, day, 2022-01-05T17
or T17:40;
a/b an interval, a..b an uncertain instant, 9d a duration, SET, PAST, ?why an unresolved one;
@same day, @+1 week, @keep 3 year: counted from the event that the words behind it name.
~ before it: relative, ^ counted from the expression before it, ~~ an interval that is named and not
a range ("the past two weeks").
`record_parses.py` writes parses.json anew when rows are added.
"""

import json
import re
from functools import cache
from pathlib import Path

from spacy.lang.en import English
from spacy.tokens import Doc
from spacy.vocab import Vocab, create_vocab

from timeline.annotation import Anchor, Bounds, DocumentDate, Event, Passage, TemporalExpression
from timeline.document import Block, BlockKind
from timeline.sieves import Scene, date_events, make_scene
from timeline.temporal.arithmetic import iso
from timeline.temporal.edtf import parse_date
from timeline.temporal.expression import Amount, AtEvent, Expr, Pick, Shift
from timeline.temporal.granularity import Granularity
from timeline.temporal.values import (
    Duration,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    Reference,
    TimeValue,
    Unresolved,
)

DIARY = "day"
PARSES = Path(__file__).with_name("parses.json")
_MARK = re.compile(r"\[([^\]:]{1,40})(?::([A-Z_,-]{1,60}))?\]|\{([^}=]{1,60})=([^}]{1,60})\}")
_FIELDS = ("words", "spaces", "lemmas", "pos", "tags", "deps", "heads", "sent_starts")


@cache
def _parses() -> dict[str, dict[str, list]]:
    return json.loads(PARSES.read_text(encoding="utf-8"))


@cache
def _vocab() -> Vocab:
    return create_vocab("en", English.Defaults)  # knows what lower case is


def plain(marked: str) -> str:
    """A row's text without its marks."""
    return _MARK.sub(lambda m: m[1] or m[3], marked)


def _kind(line: str) -> BlockKind:
    if line.startswith("- "):
        return "list-item"
    return "heading" if line.isupper() or line.startswith("# ") else "paragraph"


def doc_of(text: str) -> Doc:
    """The recorded parse of a text."""
    row = _parses()[text]
    doc = Doc(_vocab(), **{name: row[name] for name in _FIELDS})
    assert doc.text == text
    return doc


def expr_of(said: str) -> Expr | None:
    """The meaning that a mark states: one that is counted from an event."""
    if not said.startswith("@"):
        return None
    *how, count, unit = ("", *said[1:].split())
    size, event = Granularity[unit.upper()], AtEvent("it")
    if count == "same":
        return Pick("same", size, event)
    number = abs(int(count))
    amount = Amount(number, number, size, mod="LESS_THAN" if "less" in how else None)
    return Shift(event, amount, -1 if count[0] == "-" else 1, keep="keep" in how)


UNITS = {
    "d": Granularity.DAY,
    "w": Granularity.WEEK,
    "m": Granularity.MONTH,
    "y": Granularity.YEAR,
}


def value_of(text: str) -> TimeValue | Unresolved:
    """The value that a mark states."""
    if text.startswith("?"):
        return Unresolved(text[1:])
    if text.startswith("@"):
        return Unresolved("depends on an event")
    if text == "SET":
        return Recurrence("P1W", "EVERY")
    if text == "PAST":
        return Reference.PAST
    if re.fullmatch(r"\d{1,3}[dwmy]", text):
        return Duration(((int(text[:-1]), int(text[:-1]), UNITS[text[-1]]),))
    if "/" in text:
        start, end = text.split("/")
        return Interval(parse_date(start), parse_date(end))
    if ".." in text:
        first, last = (parse_date(part) for part in text.split(".."))
        return OneOf(first, last, Granularity.DAY)
    if "T" in text:
        day, clock = text.split("T")
        at = parse_date(day)
        hour, _, minute = clock.partition(":")
        day_of = (at.year, at.month, at.day)
        if not minute:
            return Moment(Granularity.HOUR, *day_of, hour=int(hour))
        return Moment(Granularity.MINUTE, *day_of, hour=int(hour), minute=int(minute))
    return parse_date(text)


def read(marked: str) -> tuple[str, tuple[Event, ...], tuple[TemporalExpression, ...]]:
    """The plain text, the events and the expressions of a row."""
    text = plain(marked)
    doc = doc_of(text)
    events: list[Event] = []
    expressions: list[TemporalExpression] = []
    removed = 0
    for mark in _MARK.finditer(marked):
        words = mark[1] or mark[3]
        start = mark.start() - removed
        removed += len(mark[0]) - len(words)
        if mark[1]:
            events.append(_event(doc, words, start, (mark[2] or "OCCURRENCE").split(",")))
        else:
            before = expressions[-1].id if mark[4].startswith("^") else None
            expressions.append(_expression(words, start, mark[4].lstrip("^"), before))
    return text, tuple(events), tuple(expressions)


def _event(doc: Doc, words: str, start: int, flags: list[str]) -> Event:
    span = doc.char_span(start, start + len(words))
    assert span is not None, f"{words!r} is no token"
    is_noun = span.root.pos_ in ("NOUN", "PROPN")
    tense = next((f for f in flags if f in ("PAST", "PRESENT", "FUTURE", "INFINITIVE")), None)
    class_ = next((f for f in flags if f not in ("-", tense, "PERFECTIVE")), "OCCURRENCE")
    denied = "-" in flags
    return Event(
        id=f"e{start}",
        start=start,
        end=start + len(words),
        text=words,
        lemma=span.root.lemma_.lower(),
        pos="NOUN" if is_noun else "VERB",
        class_=class_,
        tense="NONE" if is_noun else tense or "PAST",
        aspect="PERFECTIVE" if "PERFECTIVE" in flags else "NONE",
        polarity="NEG" if denied else "POS",
        modality=None,
        status="denied" if denied else "planned" if tense == "FUTURE" else "happened",
        sentence=(span.sent.start_char, span.sent.end_char),
    )


def _expression(words: str, start: int, said: str, before: str | None) -> TemporalExpression:
    relative = said.startswith("~")
    value = value_of(said.lstrip("~"))
    kind, letter = "DATE", "t"
    if isinstance(value, Interval) and not said.startswith("~~"):
        kind, letter = "INTERVAL", "i"
    elif isinstance(value, Duration):
        kind = "DURATION"
    elif isinstance(value, Recurrence):
        kind = "SET"
    return TemporalExpression(
        id=f"{letter}{start}",
        start=start,
        end=start + len(words),
        text=words,
        type=kind,
        expr=expr_of(said),
        value=value,
        rule="row",
        anchor_id="t0" if relative else before,
    )


def date_of(text: str | None, basis: str = "given") -> DocumentDate:
    """A document's date, or none."""
    return DocumentDate(parse_date(text), basis) if text else DocumentDate(None, None)


def scene_of(marked: str, date: str | None = "2022-01-10", basis: str = "given") -> Scene:
    """The scene of a row; blank lines part its blocks."""
    text, events, expressions = read(marked)
    blocks = [Block(m.start(), m.end(), _kind(m[0])) for m in re.finditer(r"[^\n]+", text)]
    own = date_of(date, basis)
    passages: list[Passage] = []
    if basis == DIARY:  # the first expression is the stamp of an entry
        first = expressions[0]
        stamp = DocumentDate(own.value, DIARY, first.text, first.start, first.end)
        passages = [Passage(0, len(text), stamp)]
    return make_scene(doc_of(text), expressions, events, own, blocks, passages)


def run(
    marked: str, date: str | None = "2022-01-10", basis: str = "given"
) -> tuple[dict[str, Anchor], dict[str, str], Scene]:
    """Anchors and reasons by trigger (a second one of the same word gets a 2), and the scene."""
    scene = scene_of(marked, date, basis)
    dated = date_events(scene)
    anchors, undated = dated.anchors, dated.undated
    names: dict[str, str] = {}
    for event in scene.events:
        name = event.text if event.text not in names.values() else f"{event.text}2"
        names[event.id] = name
    by_name = {names[a.event_id]: a for a in anchors}
    return by_name, {names[e]: why for e, why in undated}, scene


def show(anchor: Anchor | None) -> str:
    """An anchor in one line: "attached 2022-01-02", "aspect 2021-05-03/2021-05-11"."""
    if anchor is None:
        return "-"
    if anchor.shape == "instant":
        assert anchor.begin == anchor.end, "an instant has one pair of bounds"
        return f"{anchor.sieve} {_bounds(anchor.begin)}"
    return f"{anchor.sieve} {_bounds(anchor.begin)}/{_bounds(anchor.end)}"


def _bounds(bounds: Bounds) -> str:
    first = iso(bounds.earliest) if bounds.earliest else ""
    last = iso(bounds.latest) if bounds.latest else ""
    return first if first and first == last else f"{first}..{last}"

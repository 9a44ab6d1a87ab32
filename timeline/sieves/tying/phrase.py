"""What stands around an expression: the word that bounds it, and whether it dates or compares."""

from __future__ import annotations

from ...annotation import TemporalExpression
from ...rules.covering import names_the_period
from ...rules.cues import is_quoted
from ...temporal.arithmetic import first_moment
from ...temporal.granularity import Granularity
from ...temporal.values import Interval, Moment, OneOf, Unresolved
from ..base import Scene
from ..grammar import words
from .rescheduled import moves_in_time

SIGNALS = frozenset(
    """by until till til before after since from between during throughout within of for over
    through on in at to than about with like as following under past inside around""".split()
)
DEGREES = frozenset("early late recently soon back ago".split())
UNITS = frozenset("percent % point points cent cents pence".split())
DIARY = "day"  # basis of a passage's date
COMPARISON = 10  # tokens between "from" and the date of the number that it compares with


def signal_before(scene: Scene, expression: TemporalExpression) -> tuple[str, int]:
    """The bounding word before an expression, and the index of the phrase's first token.

    ("by", 7) of "by about noon"; ("no later than", 3).
    """
    first = scene.within[expression.id].start
    doc, i = scene.doc, first - 1
    steps = 0
    while i >= 0 and steps < 3 and doc[i].lower_ in words.HEDGES and doc[i].lower_ not in SIGNALS:
        i, steps = i - 1, steps + 1
    if i < 0:
        return "", first
    if i and doc[i].lower_ in ("about", "around") and doc[i - 1].lower_ in SIGNALS:
        i -= 1  # "by about noon"
    word = doc[i].lower_
    before = [doc[k].lower_ for k in (i - 2, i - 1) if k >= 0]
    if word == "following" and before[-1:] == ["the"]:
        return (
            ("", i - 1) if i < 2 or doc[i - 2].lower_ not in SIGNALS else (doc[i - 2].lower_, i - 2)
        )
    if word == "from" and before == ["with", "effect"]:
        return "on", i - 2  # "terminated with effect from 3 May"
    if word == "through" and i and doc[i - 1].lemma_.lower() in words.PHRASAL:
        return "", first  # "the merger fell through that June"
    if word == "than" and before in (["no", "later"], ["not", "later"]):
        return "no later than", i - 2
    if word == "of" and before[-1:] == ["as"]:
        return "as of", i - 1
    if word == "as" and before[-1:] and before[-1] in DEGREES:
        start = i - 3 if before[-1] in ("back", "ago") else i - 2
        return "in", max(start, 0)  # "as early as 2019", "as long ago as 1962"
    if word == "to" and before[-1:] in (["up"], ["prior"]):
        return ("until", i - 1) if before[-1] == "up" else ("before", i - 1)
    if word == "as" and before in (["as", "early"], ["as", "late"], ["as", "recently"]):
        return "", i - 2  # "as early as 1848"
    if word in ("than", "like") and before[-1:] not in (["more"], ["less"]):
        return word, i
    return (word, i) if word in SIGNALS else ("", first)


def dates_nothing(scene: Scene, expression: TemporalExpression, first: int, signal: str) -> bool:
    """True for a topic, an aim or what is compared with: "up from 4 pence a year earlier"."""
    if is_quoted(scene.text, expression.start, expression.end):
        return True
    if expression.type == "INTERVAL" and names_the_period(scene.text, expression.start):
        return True  # "Reporting period: 1 July to 31 December"
    at_clock = signal == "about" and _is_clock(expression)  # "came down about 3 am"
    if (signal in words.TOPIC and not at_clock) or (
        not signal and _names_figures(scene, expression)
    ):
        return True
    if signal == "for" and first and scene.doc[first - 1].lemma_.lower() in words.FORECASTS:
        return not is_fine(expression)  # "lowered its forecast for the year"
    if signal == "since" and _ranks(scene, first):
        return True  # "the third accident since 2019", "the lowest since May"
    if signal == "to" and expression.type != "INTERVAL":
        # "adjourned to 4 March": what is put off is then
        return not moves_in_time(scene.doc[first].head)
    said = set(expression.text.lower().split())
    if signal == "from" and expression.type != "INTERVAL" and said & words.AGO:
        return True
    if signal == "from" and _moves_from(scene, expression, first):
        return True
    if _closes_a_period(scene, first) or _is_apposition(scene, expression, first):
        return True
    return not is_fine(expression) and _is_compared(scene, first)


def _is_clock(expression: TemporalExpression) -> bool:
    value = expression.value
    return isinstance(value, Moment) and value.granularity.is_clock


def _is_compared(scene: Scene, first: int) -> bool:
    """True for the date of a number that another one is compared with, in the same sentence."""
    if scene.doc[first].is_sent_start:
        return False
    for i in range(first - 1, max(first - COMPARISON, -1), -1):
        token = scene.doc[i]
        if token.pos_ in ("VERB", "AUX") and token.lower_ != "compared":
            return False
        if token.lower_ == "than" and i and scene.doc[i - 1].lower_ in words.COUNTING:
            return False  # "received more than 80 reports last year"
        if token.lower_ in ("from", "than", "versus", "compared", "against"):
            # "from 1951 until his retirement in 1989" compares no figures
            numbers = (scene.doc[k] for k in range(i + 1, first) if k not in scene.inside)
            return any(t.like_num or t.pos_ == "SYM" for t in numbers)
        if token.is_sent_start:
            return False
    return False


def _moves_from(scene: Scene, expression: TemporalExpression, first: int) -> bool:
    """True for the day with which a figure is compared: "rose 34 points from Tuesday to 14,742"."""
    doc, stop = scene.doc, scene.within[expression.id].stop
    before = first - 2 if first > 1 and doc[first - 1].text == "," else first - 1
    if before >= 0 and doc[before].lower_ in UNITS:
        return True
    return stop + 1 < len(doc) and doc[stop].lower_ == "to" and bool(doc[stop + 1].like_num)


def _names_figures(scene: Scene, expression: TemporalExpression) -> bool:
    """True for "Reports Second-Quarter 2024 Results": the results are for that time."""
    stop = scene.within[expression.id].stop
    if is_fine(expression) or stop >= len(scene.doc):
        return False
    return scene.doc[stop].lower_ in words.FIGURES


def _closes_a_period(scene: Scene, first: int) -> bool:
    """True for the last day of a period that figures are for: "the year ended 31 March 2021"."""
    if first < 2 or scene.doc[first - 1].lower_ not in ("ended", "ending"):
        return False
    return scene.doc[first - 2].lemma_.lower() in words.PERIODS


def _is_apposition(scene: Scene, expression: TemporalExpression, first: int) -> bool:
    """True for what only says more of the time before: "after 2012, the last year of the pact".

    A time that is counted from it is another: "left school in 1916, the following year he sailed".
    """
    if first < 2 or scene.doc[first].lower_ != "the" or scene.doc[first - 1].text != ",":
        return False
    before = scene.inside.get(first - 2)
    if before is None or before.type != "DATE" or is_fine(expression):
        return False
    return expression.anchor_id != before.id


def _ranks(scene: Scene, first: int) -> bool:
    """True for an ordinal or a superlative before the phrase, with no other verb between."""
    for i in range(first - 1, max(first - COMPARISON, -1), -1):
        token = scene.doc[i]
        if token.pos_ in ("VERB", "AUX") or token.is_sent_start:
            return token.is_sent_start is True and token.tag_ in ("JJS", "RBS")
        ordinal = token.lower_ in words.ORDINALS and i not in scene.inside
        if token.tag_ in ("JJS", "RBS") or (ordinal and token.pos_ in ("ADJ", "ADV", "NUM")):
            return True
    return False


def is_fine(expression: TemporalExpression) -> bool:
    """True for a day or less."""
    value = expression.value
    if isinstance(value, Interval):
        value = value.start  # type: ignore[assignment]
    return isinstance(value, (Moment, OneOf)) and value.granularity <= Granularity.DAY


def is_month(expression: TemporalExpression) -> bool:
    """True for a month of a year."""
    value = expression.value
    return isinstance(value, Moment) and value.granularity is Granularity.MONTH


def lies_ahead(scene: Scene, expression: TemporalExpression) -> bool:
    """True for a time that begins after the document's own date.

    What a diary or a log tells under a day may have come after it: it is no report of that day.
    """
    date = scene.speech_at(expression.start)[0]
    speech = None if date.basis == DIARY else date.value
    if isinstance(expression.value, Unresolved) or speech is None:
        return False
    first = first_moment(expression.value)
    return first is not None and first.cell.lo >= speech.cell.hi

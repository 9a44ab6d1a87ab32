"""Whether a number is a clock time: two with a full stop between them, or an hour as it is said."""

from __future__ import annotations

import re

from ...temporal.expression import Base, Partial, Pick
from .context import Context

_REACH = 2000  # characters on either side in which the text shows how it writes its clock times
_NEAR = 60  # characters on either side in which a word may show a price or another measure
_DOTTED = re.compile(
    r"(?<![\d.,$£€])(?:[01]?\d|2[0-3])\.[0-5]\d ?(?:[ap]\.m\b|[ap]m\b|hours\b|hrs\b)", re.I
)
_MEASURE = re.compile(
    r"[$£€¥%]|\b(?:per ?cent|percentage|points?|shares?|stocks?|rose|fell|traded|trading|priced?"
    r"|index|rate|ratio|magnitude|scored?|average|section|clause|paragraph|version|chapter|page"
    r"|figure|table|seconds)\b",
    re.I,
)
_GOES_ON = re.compile(
    r"\s{0,3}(?:$|[,;:!?)\n–—]|\.(?!\d)|-\s)"
    r"|\s{1,3}(?:the (?:next|same|following|previous)|that|this"
    r"|on (?!the\b|an?\b|\d)|in the|and (?!\d)|but|when|while|before|after|because|yesterday|today"
    r"|tomorrow|sharp|exactly|precisely|he|she|it|they|we|I|you|a|an|the|there|his|her|my|our"
    r"|their|its)\b"
)


def dotted_clock(context: Context) -> bool:
    """A time as in "at 5.20", where the text writes its clock times with a full stop.

    Another time near it shows that: "5.42 p.m.", "twenty past nine"; or "at about" before it where
    hours are told. A word of prices, shares or sections beside it shows the opposite, and so does a
    unit behind it.
    """
    hour = context.slots.number("hour")
    if not hour or not _GOES_ON.match(context.after):
        return False
    text, start, end = context.text, context.start, context.end
    if _MEASURE.search(text[max(0, start - _NEAR) : end + _NEAR]):
        return False
    told = _TOLD if _ABOUT.search(context.before) else _SAID
    if told.search(text[max(0, start - _TOLD_NEAR) : start] + text[end : end + _TOLD_NEAR]):
        return True
    return bool(_DOTTED.search(text[max(0, start - _REACH) : end + _REACH]))


_ABOUT = re.compile(r"\bat (?:about|around|roughly) $", re.I)
_LED = re.compile(
    r"\b(?:at|by|about|around|till|until|before|after|since|nearly|was|is|just|gone|from|and|to)"
    r"\s{1,3}(?:about\s|around\s)?$",
    re.I,
)
_NO_RATIO = re.compile(r"\b(?:from|by|lost|won|beat|odds)\s{1,3}$", re.I)
_HOURS = r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SAYING = (
    rf"o'clock|\b(?:half (?:past )?{_HOURS}|quarter (?:to|past)"
    rf"|(?:five|ten|twenty|twenty-five) (?:to|past) {_HOURS}|midnight|midday|noon)\b"
)
_SAID = re.compile(_SAYING, re.I)
_TOLD = re.compile(
    r"(?<![\d.,$£€])(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[ap]\.?m\b|(?![\d.]))"
    rf"|\b\d{{1,2}} ?[ap]\.?m\b|{_SAYING}",
    re.I,
)
_TOLD_NEAR = 400  # characters on either side in which a clock time shows that hours are told


def spoken_clock(context: Context) -> bool:
    """The minutes of an hour as they are said: "at twenty to one", "till half three"."""
    if _NO_RATIO.search(context.before) or not _LED.search(context.before):
        return False
    return bool(_GOES_ON.match(context.after) or re.match(r"\s{1,3}when\b", context.after))


def hour_told(context: Context) -> bool:
    """A bare hour ("by eleven") where clock times are told, and nothing is counted or traded."""
    if not 1 <= (context.slots.number("hour") or 0) <= 12 or not _GOES_ON.match(context.after):
        return False
    text, start, end = context.text, context.start, context.end
    if _MEASURE.search(text[max(0, start - _NEAR) : end + _NEAR]):
        return False
    before, after = text[max(0, start - _TOLD_NEAR) : start], text[end : end + _TOLD_NEAR]
    return bool(_TOLD.search(before) or _TOLD.search(after))


def a_part_of_a_day(context: Context) -> bool:
    """An hour in a part of a day ("six yesterday evening"), not before another clock time."""
    expr = context.slots.nodes["outer"].expr
    part = expr.what if isinstance(expr, Pick) else expr
    return isinstance(part, Partial) and part.part is not None and part.hour is None


def at_a_weekdays_part(context: Context) -> bool:
    """The night of a weekday: "the night of Saturday", whose day of the month follows."""
    expr = context.slots.nodes["at"].expr
    while isinstance(expr, Pick) and not isinstance(expr.base, Base):
        expr = expr.base
    said = expr if isinstance(expr, Partial) else None
    return said is not None and said.weekday is not None and said.hour is None


def a_night(context: Context) -> bool:
    """A night, which runs into the day that follows."""
    expr = context.slots.nodes["at"].expr
    return isinstance(expr, Partial) and expr.part == "NI"


_GAP = re.compile(r"[ \t]{3}|\t")


_NEXT_SENTENCE = re.compile(r"\.\s[A-Z][a-z]")


def in_one_cell(context: Context) -> bool:
    """No stamp of a log with the word behind it: "2140   Night shift begins".

    Nor two sentences: "It was mended by 9 p.m. Night shift began".
    """
    found = context.text[context.start : context.end]
    return not (_GAP.search(found) or _NEXT_SENTENCE.search(found))


_LOG_LINE = re.compile(r"^[ \t]{0,8}(\d{4})(?:-\d{4})?(?=\t|\s{2})", re.MULTILINE)
_LOG_LINES = 3  # at least, for their four digits to be clock times
_YEARS_OF_A_LIFE = re.compile(
    r"\b(?:(?:19|20)\d\d ?[–—-] ?present|[A-Z][a-z]{2,8}\.? (?:19|20)\d\d ?[–—-])", re.IGNORECASE
)


def log_clock(context: Context) -> bool:
    """Four digits that open a line of a log, where all lines that open so may be clock times."""
    line = context.text.rfind("\n", 0, context.start) + 1
    if context.text[line : context.start].strip():
        return False
    near = context.text[max(0, line - _REACH) : context.end + _REACH]
    if _YEARS_OF_A_LIFE.search(near):
        return False  # "2010  Internship" below "2019 – present  Head of Bridges"
    times = [int(found) for found in _LOG_LINE.findall(near)]
    return len(times) >= _LOG_LINES and all(t // 100 < 24 and t % 100 < 60 for t in times)


_MORNING = re.compile(r"\b(?:at|by|from|until|between|about) 0\d[0-5]\d\b(?![.,]\d|-)", re.I)


def report_clock(context: Context) -> bool:
    """Four digits as the services write the time of day: "at 0427", and then "at 1415".

    A morning hour shows itself by its zero, and the way in which the text writes the others.
    """
    first, last = context.slots.spans["military"]
    said = context.text[first:last]
    hour, minute = int(said[:2]), int(said[2:])
    if hour > 23 or minute > 59:
        return False
    if said.startswith("0"):
        return True
    if not re.search(r"\bat (?:about |around )?$", context.before, re.I):
        return False
    return bool(_MORNING.search(context.text[max(0, first - _REACH) : last + _REACH]))


_AT_AN_HOUR = re.compile(
    r"\b(?:at|about|around|by|before|after|past|from|since|till|until)\s{1,3}$", re.IGNORECASE
)


def real_meridiem(context: Context) -> bool:
    """A real a.m. or p.m., not the verb of "I am 10 am I not"; "at 6 am he rose" is one."""
    span = context.slots.spans["meridiem"]
    word = context.text[span[0] : span[1]]
    return (
        "." in word
        or word.isupper()
        or word.lower() == "pm"
        or context.text[span[0] - 1].isdigit()
        or _AT_AN_HOUR.search(context.before) is not None
        or (not re.match(r"\s{1,3}(?!or|and|on|to|in|at|for\b)[a-z]{1,3}\b", context.after))
    )


CLOCKS = {
    "a-night": a_night,
    "report-clock": report_clock,
    "log-clock": log_clock,
    "at-a-weekdays-part": at_a_weekdays_part,
    "a-part-of-a-day": a_part_of_a_day,
    "dotted-clock": dotted_clock,
    "hour-told": hour_told,
    "in-one-cell": in_one_cell,
    "spoken-clock": spoken_clock,
    "real-meridiem": real_meridiem,
}

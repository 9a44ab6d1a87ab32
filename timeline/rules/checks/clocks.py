"""Whether two numbers with a full stop between them are a clock time."""

from __future__ import annotations

import re

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

    Another time near it shows that: "5.42 p.m.". A word of prices, shares or sections beside it
    shows the opposite, and so does a unit behind it.
    """
    hour = context.slots.number("hour")
    if not hour or not _GOES_ON.match(context.after):
        return False
    text, start, end = context.text, context.start, context.end
    if _MEASURE.search(text[max(0, start - _NEAR) : end + _NEAR]):
        return False
    return bool(_DOTTED.search(text[max(0, start - _REACH) : end + _REACH]))


CLOCKS = {"dotted-clock": dotted_clock}

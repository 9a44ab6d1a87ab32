"""Years of few digits, which any number may be: "in August 393", "in 870", "On 14 May 300 men"."""

from __future__ import annotations

import re
from typing import Literal

from .context import Context

_REACH = 2000  # characters on either side in which a text shows what times it tells of
_TIMES = re.compile(
    r"\b(?:AD|BC|CE|BCE|A\.D\.|B\.C\.|[a-z]{3,10}(?:th|st|rd|nd) century|kings?|queens?"
    r"|emperors?|abbots?|abbeys?|bishops?|monks?|monasteries|monastery|saints?|popes?|caliphs?"
    r"|dynasty|reigned|reign|Danes|Vikings?|Romans?|Saxons?|Franks?|legions?|throne|consuls?)\b"
)
_BEFORE_CHRIST = re.compile(r"\d (?:BC|BCE|B\.C\.)")
_AT_A_STOP = re.compile(r"\s?[.,;:)](?!\d)")
_BEFORE = 40  # characters before and after the words that tell what a number is
_AFTER = 80
_HUNDREDS = 3  # digits
_TOLD_BC = 3  # years with their era
_NOT_COUNTING = re.compile(
    r"\s{0,2}(?:[,.;:!?)\]–—]|$)|\s{1,4}(?:the|a|an|he|she|it|they|we|his|her|its|their|this|that|when"
    r"|and|but|or|by|with|after|before|under|at|on|to|from|was|were|had|as|for|in|during|there|who"
    r"|which|until|did|while|because|only)\b"
)

# What follows a number beside the name of a month, from what tells most to what tells least.
_NO_NUMBER_ALONE = re.compile(r"[\w%]|[-–/][\dA-Za-z]|\s?%|[.,:]\d|\s\d")
_ERA = re.compile(r"\s{1,4}(?:AD|BC|CE|BCE|A\.D\.|B\.C\.)(?!\w)")
_CLOSED = re.compile(r"\s?(?:[.,;:!?)\]–—\"”]|$)|\s{1,4}[-–—]\s|\s{0,4}\n\s{0,4}\n")
_NEW_SUBJECT = re.compile(
    r"\s{1,4}(?:the|he|she|it|they|we|his|her|its|their|our|this|that|when|there"
    r"|an?(?!\s(?:day|week|month|year|night|hour|piece|time)\b))\b"
    r"|\s{1,4}to\s\d{1,2}\s[A-Z]"
)
_PART = re.compile(
    r"\s{1,4}(?:of|or|more|others?|each|per|were|have|are|died|left|to\s\d{3}|in\s(?:all|total))\b"
)
_WEAK = re.compile(
    r"\s{1,4}(?:and|but|by|with|after|before|under|at|on|to|from|was|is|had|as|for|in|during|who"
    r"|which|whose|where|until|till|did|while|because|only|through|near|against|into|over)\b"
)
_PLURAL = re.compile(
    r"\s{1,4}(?:[\w'’-]{1,20}\s{1,4}){0,2}"
    r"(?:[a-z]{2,20}(?<!s)s|[A-Z][a-z]{1,20}(?<!s)s|people|men|women|children|police|staff|troops"
    r"|feet|km|m|kg|tons?|tonnes?|percent|million|billion)(?!\w)"
)
# Before the words of time something has been said that no subject can follow: "it burned in May".
_AFTER_A_VERB = re.compile(
    r"[a-z]\s{1,4}(?<!\band\s)(?<!\bbut\s)(?<!\bor\s)(?:(?:early|late|back)\s)?"
    r"(?:in|on|by|since|until|till|from|to|of|before|after|during)\s(?:the\s)?$"
)

Reading = Literal["year", "count", "either"]


def early_year(context: Context) -> bool:
    """A number of three digits that counts nothing, in a text that tells of early times.

    One of two digits only before a stop, in a text that tells of years before Christ.
    """
    if not _NOT_COUNTING.match(context.after):
        return False
    if len(context.words) < _HUNDREDS:
        near = _around(context)
        return len(_BEFORE_CHRIST.findall(near)) >= _TOLD_BC and bool(
            _AT_A_STOP.match(context.after)
        )
    return _tells_of_early_times(context)


def year_beside_month(context: Context) -> bool:
    """The number of three digits beside a month or a season is their year."""
    return _read_beside_month(context) == "year"


def number_beside_day(context: Context) -> bool:
    """The number of three digits after a date may as well be its year as count what follows."""
    return _read_beside_month(context) == "either"


def _read_beside_month(context: Context) -> Reading:
    end = context.slots.spans["hundreds"][1]
    after = context.text[end : end + _AFTER]
    if _NO_NUMBER_ALONE.match(after):
        return "count"
    if _ERA.match(after) or _CLOSED.match(after) or _NEW_SUBJECT.match(after):
        return "year"
    early = _tells_of_early_times(context)
    if _PART.match(after):
        return "either" if early else "count"
    if _WEAK.match(after):
        first = min(start for start, _ in context.slots.spans.values())
        told = _AFTER_A_VERB.search(context.text[max(0, first - _BEFORE) : first])
        return "year" if early or told else "either"
    if _PLURAL.match(after):
        return "either" if early and after.lstrip()[:1].isupper() else "count"
    if after.lstrip()[:1].isupper():
        return "year" if early else "either"
    return "either" if early else "count"


def _tells_of_early_times(context: Context) -> bool:
    return len({found[0].lower() for found in _TIMES.finditer(_around(context))}) > 1


def _around(context: Context) -> str:
    return context.text[max(0, context.start - _REACH) : context.end + _REACH]


EARLY = {
    "early-year": early_year,
    "year-beside-month": year_beside_month,
    "number-beside-day": number_beside_day,
}

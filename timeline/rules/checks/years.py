"""Whether a number is a year, a day or a decade."""

from __future__ import annotations

import re
from itertools import pairwise

from .context import Context

_AGE_BEFORE = re.compile(r"\b(?:in|temperatures?|degrees)\s(?:low|high|upper|mid)\s$")
_PLURAL_AFTER = re.compile(
    r"\s{1,4}(?!was\b|has\b|is\b|as\b|this\b|its\b|his\b|does\b|onwards\b|upwards\b|always\b|perhaps\b|thus\b)(?:[a-z]{2,20}s|people|men|women|feet|km)\b"
)
_OCCASION = re.compile(r"\bthe (?:[a-z]{2,15} ){1,2}of\s$")
_IN_THOSE = re.compile(
    r"\b[Ii]n (?:the [a-z]{3,9} of )?1[0-4]\d\d\b(?! (?:men|people|[a-z]{2,15}s)\b)"
)
_STRONG = (
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "year",
    "as of",
    "back in",
    "circa",
    "class of",
)
_EDGE_BEFORE = re.compile(
    r"(?:^|[.!?\"”]\s{1,4}|\n\s{0,8}|[A-Za-z], |(?:^|\n)\s{0,8}[-*•–] {1,3})$"
)
_LINE_BEFORE = re.compile(r"(?:^|\n)[ \t]{0,8}(?:[-*•–] {1,3})?$")

# A year that heads a line, what may stand behind it there, and the same of the lines around.
_HEAD_BEFORE = re.compile(r"(?:^|\n)[ \t>]{0,8}(?:[-*•–#|(\[]{1,6}[ \t]{0,3})?$")
_HEAD_AFTER = re.compile(r"\*{0,2}[)\]]?(?:\s?[–—:|](?! ?\d)| - (?!\d)|\t|  |[ \t]{0,8}(?:\n|$))")
_LISTED_AFTER = re.compile(r"\*{0,2}[)\]]?(?:[.,]? [\"'“]?[A-Z]|-[A-Z])")
_LISTED = re.compile(
    r"(?:^|\n)[ \t>]{0,8}(?:[-*•–#|(\[]{1,6}[ \t]{0,3})?(?P<year>1\d{3}|20\d\d)"
    r"(?:s|[-–/]\d{2,4})?\*{0,2}[)\]]?(?:[.,]? [\"'“]?[A-Z]|\s?[–—:|-]|\t|  |[ \t]{0,8}(?=\n|$))"
)
_LIST_REACH = 2000  # characters on either side in which a list shows itself
# "2nd. Fog all day and no sight of land": a line that tells more than who came second.
_DAYS = re.compile(
    r"(?:^|\n)[ \t]{0,3}(?P<day>[1-3]?\d)(?:st|nd|rd|th)(?:[.:]|\s?[–—-])\s{1,3}[^\n]{30}",
    re.IGNORECASE,
)
# "Log of the Skua, May 1871": a line that ends with a month, and not with a day of it.
_MONTH_LINE = re.compile(
    r"(?:^|\n)[^\d\n]{0,60}\b(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\.?,?(?: (?:of )?\d{4})?\W{0,4}(?:\n|$)"
)
_LIST = 3  # years that head a line, in order
_LATE = 15  # day of a month that may be the last one told of it


def _number(context: Context) -> int:
    """The first four digits of a match as a number."""
    return int("".join(char for char in context.words if char.isdigit())[:4] or "0")


def ordinal_day(context: Context) -> bool:
    """The number is marked as a day ("the 4th", "14th"), or nothing that it counts comes after."""
    if context.words[-1].isalpha():
        return True
    return bool(re.match(r"[!?;)]|[.,]?(?:\s|$)(?=\s|$)|\s(?:at|from|between)\b", context.after))


def the_or_apostrophe(context: Context) -> bool:
    """A decade in two digits has its article or apostrophe: "the 70s", "'90s", never "his 40s"."""
    words = context.text[context.start : context.end]
    if words[0] in "'’‘":
        return True
    return words[:3].lower() == "the" and not _AGE_BEFORE.search(context.before)


def year_context(context: Context) -> bool:
    """A number of four digits after a preposition is a year unless things are counted with it."""
    number = _number(context)
    counted = _PLURAL_AFTER.match(context.after)
    word = context.lead.strip()
    if _OCCASION.search(context.before) and not counted and 1000 <= number < 1500:
        around = context.text[max(0, context.start - _LIST_REACH) : context.end + _LIST_REACH]
        return len(_IN_THOSE.findall(around)) > 1  # "In the famine of 1125 she sold it."
    if word.endswith(_STRONG):
        return not counted or 1800 <= number <= 2030
    return not counted and 1500 <= number <= 2100


def sentence_edge(context: Context) -> bool:
    """A year that opens a sentence or follows a comma, in a range that years have."""
    number = _number(context)
    return 1500 <= number <= 2100 and bool(_EDGE_BEFORE.search(context.before))


def line_start(context: Context) -> bool:
    """Nothing but the marks of a list stands before it in its line."""
    return bool(_HEAD_BEFORE.search(context.before))


def line_head(context: Context) -> bool:
    """A year that heads a line or is one; before a mere capital only in a list of years in order.

    "1952 – last boat", "## 1960"; "1956. The canal floods" between "1954" and "1961".
    """
    number = _number(context)
    if not 1000 <= number <= 2100 or not _HEAD_BEFORE.search(context.before):
        return False
    if _HEAD_AFTER.match(context.after):
        return number >= 1500 or _is_listed(context)
    return bool(_LISTED_AFTER.match(context.after)) and _is_listed(context)


def _is_listed(context: Context) -> bool:
    """Whether the years that head the lines around follow one another in one direction."""
    around = context.text[max(0, context.start - _LIST_REACH) : context.end + _LIST_REACH]
    years = [int(found["year"]) for found in _LISTED.finditer(around)]
    return len(set(years)) >= _LIST and sorted(years) in (years, years[::-1])


def day_head(context: Context) -> bool:
    """A day that heads a line of a log, in order with those around: "2nd. Fog all day".

    A month may end among them. "1st, 2nd, 3rd" without a month above number points or winners.
    """
    if not _HEAD_BEFORE.search(context.before):
        return False
    first = max(0, context.start - _LIST_REACH)
    around = context.text[first : context.end + _LIST_REACH]
    days = [int(found["day"]) for found in _DAYS.finditer(around)]
    steps = [(day, later - day) for day, later in pairwise(days)]
    turns = [day for day, step in steps if step < 0]
    if len(set(days)) < _LIST or any(day < _LATE for day in turns):
        return False
    skips = bool(turns) or any(step > 1 for _, step in steps)
    return skips or _MONTH_LINE.search(context.text, first, context.start) is not None


def month_stamp(context: Context) -> bool:
    """07/2019 before the colon of a line of notes, or after a preposition of time."""
    year = int(context.words[-4:])
    if not 1900 <= year <= 2100:
        return False
    if context.after[:1] == ":":
        return bool(_LINE_BEFORE.search(context.before))
    return context.lead.split()[-1:] in (["in"], ["since"], ["until"], ["till"], ["by"], ["from"])


def modern_year(context: Context) -> bool:
    """A year of living memory or near, and nothing that is counted with it."""
    number = _number(context)
    counted = re.match(r"\s(?:people|men|women|[a-z]{2,15}s)\b", context.after)
    return 1900 <= number <= 2050 and not (counted and number % 100 == 0)


def not_after_in(context: Context) -> bool:
    """No preposition of time stands before it: "in 2018 people" voted, "in May the" rain fell."""
    return not re.search(
        r"\b(?:in|since|by|until|during|of|last|next)\s{1,4}$", context.before, re.I
    )


_MONTH_COUNT = re.compile(r"[a-z.]{3,10}, \d\d?$")
_OF_A_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|during|of|from|last|next|this|early|late|mid)[\s-]{1,4}$", re.I
)


def no_count(context: Context) -> bool:
    """No number of things behind the comma of a month: "In April, 12 sheep were killed"."""
    if not _MONTH_COUNT.match(context.words):
        return True
    return not _OF_A_MONTH.search(context.before)


def calendar_circa(context: Context) -> bool:
    """A rough date, "around June 2001"; in "get around Wednesday" it is a preposition."""
    sure = context.words.startswith(("c", "appr", "rough"))
    return (
        sure or bool(re.search(r"\d", context.words)) or context.slots.nodes["date"].kind != "day"
    )


YEARS = {
    "line-head": line_head,
    "line-start": line_start,
    "day-head": day_head,
    "month-stamp": month_stamp,
    "ordinal-day": ordinal_day,
    "the-or-apostrophe": the_or_apostrophe,
    "year-context": year_context,
    "sentence-edge": sentence_edge,
    "modern-year": modern_year,
    "not-after-in": not_after_in,
    "no-count": no_count,
    "calendar-circa": calendar_circa,
}

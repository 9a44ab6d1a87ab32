"""Whether a cell is counted from the speaker or from what is told; seasons, parts of days."""

from __future__ import annotations

import re

from ...temporal.expression import Partial, Pick
from .context import Context

_DETERMINED = re.compile(r"\bthe\s{1,4}$", re.IGNORECASE)


def vague_word(context: Context) -> bool:
    """An adverb of time: "now", "soon" and their like."""
    word, before, after = context.words, context.before.lower(), context.after.lower()
    if word == "now":
        return not re.match(r"-", after)
    if word == "soon":
        not_as = not re.search(r"\b(?:as|how|too|so)\s{1,4}$", before)
        told = re.match(
            r"\s{1,4}(?:as|to be|after\w{0,5}|before|became|began|\w{2,20}ed)\b|-", after
        )
        return not_as and not told and not re.search(r"\b(?:was|were|had|been)\s{1,4}$", before)
    if word == "recent":
        return not re.match(r"\s{1,4}(?:day|week|month|quarter|year|decade)s\b", after)
    if word == "current":
        return not re.match(r"s\b|\s{1,4}(?:account|flows?|through|density)\b", after)
    return True


def not_at_its_edge(context: Context) -> bool:
    """No "end of the decade": "by the end of the decade the firm had" names no decade it had."""
    return not _PART_OF.search(context.lead)


def not_in(context: Context) -> bool:
    """No "in" before it: "in the morning it rang" names no morning on which it rang."""
    return context.lead.split()[-1:] != ["in"]


def not_a_heading(context: Context) -> bool:
    """Words inside a sentence; "Recent years" on a line of its own is a heading."""
    line = context.before.rstrip(" \t"), context.after.lstrip(" \t")
    return not (line[0][-1:] in ("", "\n") and line[1][:1] in ("", "\n"))


def past_or_future(context: Context) -> bool:
    """The past, the present or the future itself: no "moment"."""
    return not context.words.endswith("moment")


def speech_which(context: Context) -> bool:
    """A bare "last week"; "the last week" and "the following week" are read elsewhere."""
    words = context.words
    if words.startswith(("previous", "following")) or re.match(
        r"(?:last|past|coming) (?:day|weekend of)", words
    ):
        return False
    return not (
        _DETERMINED.search(context.before)
        and words.startswith(("last", "past", "next", "cur", "pres"))
    )


def not_of(context: Context) -> bool:
    """No "last day of March", no "last weekend"."""
    after = re.match(r"\s{1,4}(?:of|before)\b", context.after)
    return not after and not context.words.endswith((" day", "weekend"))


def the_or_following(context: Context) -> bool:
    """Counted from what is told: "the next week"; "next week" is counted from today."""
    return context.words.startswith(("the", "following", "next day"))


_PART_OF = re.compile(
    r"\b(?:end|beginning|start|middle|rest|remainder|most|much|all|part|half|quarter|close|course"
    r"|months?|weeks?|days?|monday|friday|outset|ahead|remaining) of$"
)


def big_cell(context: Context) -> bool:
    """A cell longer than a day, and no title ("Player of the Year"); "the century" is just any."""
    if context.words.endswith("decade"):
        return bool(_PART_OF.search(context.lead))
    if not context.words.endswith(("week", "weekend", "month", "quarter", "year")):
        return False
    if context.text[context.start : context.end].split()[-1][0].isupper():
        return False
    if context.words.endswith("weekend") or context.after.startswith(("'s", "’s")):
        return True
    return not context.lead.endswith(" of") or bool(_PART_OF.search(context.lead))


def week_or_weekend(context: Context) -> bool:
    """The week of 9 May; "the year ending June 30" is not a year of the calendar."""
    return bool(re.search(r"\b(?:week|weekend|month) (?:of|begin|start|end)", context.words))


def season_context(context: Context) -> bool:
    """A season after a preposition: "fall" is another word too, and halves are mostly of games."""
    if context.words.endswith("half"):
        return False
    if context.words.startswith("the "):
        return not re.match(r"\s{1,4}(?:of|in|from)\s", context.after)
    return bool(
        re.search(r"\b(?:in|since|until|by|late|early|mid|during)[\s-]$", context.before, re.I)
    )


_VERB_TOO = ("fall", "spring")
_SUBJECT_AFTER = re.compile(
    r"\s{0,2}(?:[,.;:!?)]|$)|\s{1,4}(?:he|she|it|they|we|i|you|the|a|an|his|her|when|and|but|with|in)\b",
    re.IGNORECASE,
)


def that_season(context: Context) -> bool:
    """No verb: "the prices that fall"; "That fall she left" opens a sentence or a clause."""
    if not context.words.endswith(_VERB_TOO) or context.text[context.start] == "T":
        return True
    return " same " in context.words or bool(_SUBJECT_AFTER.match(context.after))


def the_part(context: Context) -> bool:
    """An article after "in", none after "at": "in the morning", "at night"."""
    lead = re.search(r"\b(\w{2,6})\s{1,4}$", context.before)
    if context.words.startswith(("early ", "late ", "mid")):
        return True
    return context.words.startswith("the ") == (lead is None or lead[1].lower() != "at")


def and_needs_between(context: Context) -> bool:
    """A range: "9:15 and 9:40" is one only after "between"."""
    words = context.words
    if re.search(r"\sand\s", words):
        return words.startswith("between")
    return not words.startswith("between") or "-" in words


def a_weekday_or_part(context: Context) -> bool:
    """Hours beside a weekday, today or a part of a day; "5 May 4-6" is a score or a page."""
    node = context.slots.nodes["outer"]
    what = node.expr.what if isinstance(node.expr, Pick) else node.expr
    return node.kind == "time" or not isinstance(what, Partial) or what.weekday is not None


def not_to_date(context: Context) -> bool:
    """A range until now; "the year to date" is the year, and "the present owner" is a person."""
    if re.match(r" [a-z]{3,12}(?<!ing)\b", context.after):
        return False
    return not re.search(r"\b(?:week|month|quarter|year) to date$", context.words)


def not_from_and(context: Context) -> bool:
    """Both ends of a range: "from 2015 and 2016" are two dates."""
    return not (context.words.startswith("from") and re.search(r"\sand\s", context.words))


_DONE = re.compile(r"(?:last|yesterday|earlier)\b.{0,30}\s(?:until|till|through|thru|to)\s", re.S)


def not_from_the_past(context: Context) -> bool:
    """No "extended it last week until March": what was done then reaches further."""
    return not _DONE.match(context.words)


def week_of_a_holiday(context: Context) -> bool:
    """The week of a named day: "Easter week"; "Monday week" is another day."""
    expr = context.slots.nodes["date"].expr
    named = isinstance(expr, Partial) and (expr.easter is not None or expr.feast is not None)
    return named and context.words.endswith(("week", "weekend"))


_ASKED = re.compile(r"[^.!?\n]{0,80}\?")


def not_asked(context: Context) -> bool:
    """No question: "Have you driven since then?" tells nothing."""
    return not _ASKED.match(context.after)


def not_a_share(context: Context) -> bool:
    """No share of a whole, "the third quarter of the match"; days and years are counted."""
    return not context.words.endswith(("quarter", "weekend"))


def dawn(context: Context) -> bool:
    """The beginning of a long time, not a morning."""
    return context.words.startswith(("dawn", "the dawn"))


CELLS = {
    "dawn": dawn,
    "not-a-share": not_a_share,
    "not-asked": not_asked,
    "week-of-a-holiday": week_of_a_holiday,
    "vague-word": vague_word,
    "not-in": not_in,
    "not-at-its-edge": not_at_its_edge,
    "not-a-heading": not_a_heading,
    "past-or-future": past_or_future,
    "speech-which": speech_which,
    "not-of": not_of,
    "the-or-following": the_or_following,
    "big-cell": big_cell,
    "week-or-weekend": week_or_weekend,
    "season-context": season_context,
    "that-season": that_season,
    "the-part": the_part,
    "and-needs-between": and_needs_between,
    "not-from-and": not_from_and,
    "not-from-the-past": not_from_the_past,
    "not-to-date": not_to_date,
    "a-weekday-or-part": a_weekday_or_part,
}

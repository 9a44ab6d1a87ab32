"""Checks on the text around a match that a pattern on folded text cannot make."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..temporal.expression import Amount
from .schema import Slots

_BEFORE = 80  # characters looked at before a match
_FUTURE = re.compile(
    r"\b(?:will|'ll|won't|shall|going to|is to|are to|due|expires?|scheduled|expected|starts?|begins?"
    r"|ends?|leaves?|back|again|returns?|meet|opens?)\b[^.!?;]{0,60}$",
    re.IGNORECASE,
)
_WILL_AFTER = re.compile(r"[^.!?;]{0,40}?\b(?:will|shall|won't)\b|'ll\b", re.IGNORECASE)
_NAME_AFTER = re.compile(r"\s([A-Z][a-z]{2,20})")
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Prime Minister|President|Minister)\.?\s$")
_NAME_BEFORE = re.compile(r"\b([A-Z][a-z]{1,20})\s$")
_NOT_FIRST_NAMES = re.compile(
    r"\b(?:In|On|By|Since|Until|Till|From|To|During|Before|After|Of|The|This|Last|Next|Early|Late|Mid"
    r"|And|Or|Between|Through|Every|Each|For|At|But|When|As|Around|About|Circa|It|Its)\s$"
)
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Morning|Afternoon|Evening|Night)$"
)


@dataclass(frozen=True, slots=True)
class Context:
    """A match in its text, as a check sees it."""

    text: str
    start: int
    end: int
    slots: Slots

    @property
    def words(self) -> str:
        """The match itself, in lower case and with single spaces."""
        return " ".join(self.text[self.start : self.end].lower().split())

    @property
    def lead(self) -> str:
        """The last words before the match, in lower case and with single spaces."""
        return " ".join(self.before.lower().split()[-3:])

    @property
    def before(self) -> str:
        """The words before the match."""
        return self.text[max(0, self.start - _BEFORE) : self.start]

    @property
    def after(self) -> str:
        """The words after the match."""
        return self.text[self.end : self.end + _BEFORE]


def has_capital(context: Context) -> bool:
    """The match starts with a capital letter."""
    return context.text[context.start].isupper()


def month_has_capital(context: Context) -> bool:
    """The month is capitalised where its word is also a common one ("may", "march", "dec")."""
    return _ambiguous_has_capital(context, "month", ("may", "march", "mar", "dec", "jan"))


def weekday_has_capital(context: Context) -> bool:
    """A weekday written like a word ("sat", "sun", "wed", "mon", "fri") has its capital."""
    return _ambiguous_has_capital(context, "weekday", ("sat", "sun", "wed", "mon", "fri", "thu"))


def _ambiguous_has_capital(context: Context, slot: str, words: tuple[str, ...]) -> bool:
    span = context.slots.spans.get(slot)
    if span is None:
        return True
    word = context.text[span[0] : span[1]]
    return word.rstrip(".").lower() not in words or word[0].isupper()


def not_a_name(context: Context) -> bool:
    """No capitalised name follows or precedes ("April Jones", "Theresa May")."""
    if _TITLE_BEFORE.search(context.before):
        return False
    after = _NAME_AFTER.match(context.after)
    if after and not _CALENDAR.match(after[1]):
        return False
    before = _NAME_BEFORE.search(context.before)
    return not before or bool(
        _NOT_FIRST_NAMES.search(context.before) or _CALENDAR.match(before[1])
    )


def looks_ahead(context: Context) -> bool:
    """Words before it speak of what is to come ("will be back in three days")."""
    amount = context.slots.nodes["amount"].expr
    if isinstance(amount, Amount) and amount.most is None:
        return False
    return bool(_FUTURE.search(context.before) or _WILL_AFTER.match(context.after))


_SHORT_DAYS = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_WORDLIKE_DAYS = ("sat", "sun", "wed", "fri", "mon")
_AFTER_SHORT_DAY = re.compile(r"[.,]?\s{1,3}(?:\d|[A-Z][a-z]{2}\.?\s\d|at\b|morning|evening|night|afternoon)|$")


def full_weekday(context: Context) -> bool:
    """A weekday by its full name, or a short one where nothing else can be meant."""
    span = context.slots.spans["weekday"]
    word = context.text[span[0] : span[1]]
    plain = word.rstrip(".").lower()
    if plain not in _SHORT_DAYS:
        after = _NAME_AFTER.match(context.after)
        common = not after or after[1].lower() not in ("lounge", "prayers", "night")
        return common and (word[0].isupper() or plain not in _SHORT_DAYS)
    if not word[0].isupper():
        return False
    return plain not in _WORDLIKE_DAYS or bool(_AFTER_SHORT_DAY.match(context.after))


def ordinal_day(context: Context) -> bool:
    """The number is marked as a day: "the 4th", "14th"."""
    return context.words[-1].isalpha()


def the_or_apostrophe(context: Context) -> bool:
    """A decade in two digits has its article or apostrophe: "the 70s", "'90s", never "his 40s"."""
    words = context.text[context.start : context.end]
    if words[0] in "'’‘":
        return True
    return words[:3].lower() == "the" and not _AGE_BEFORE.search(context.before)


_AGE_BEFORE = re.compile(r"\b(?:in|temperatures?|degrees)\s(?:low|high|upper|mid)\s$")


def real_meridiem(context: Context) -> bool:
    """"10 a.m." or "10am", not "I am 10 am I not"."""
    span = context.slots.spans["meridiem"]
    word = context.text[span[0] : span[1]]
    return "." in word or word.isupper() or word.lower() == "pm" or context.text[span[0] - 1].isdigit() or (
        not re.match(r"\s{1,3}[a-z]{1,3}\b", context.after)
    )


_AGE_AFTER = re.compile(r"[-\s]{1,4}olds?\b", re.IGNORECASE)
_AGE_BEFORE_AMOUNT = re.compile(r"\b(?:aged|age of)\s{1,4}$", re.IGNORECASE)
_BARE_BEFORE = re.compile(
    r"\b(?:for|in|over|within|takes?|took|taken|spent|spend|lasts?|lasted|after|hours|only|or|just|be)\s{1,4}$",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(r"\s{1,4}(?:ago|later|earlier|before|after|of)\b")
_NEVER_BARE = ("seasons", "quarters", "seconds", "secs", "mins", "hrs", "yrs", "nights", "weekends")
_DETERMINED = re.compile(r"\bthe\s{1,4}$", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(r"[A-Z][A-Za-z]{1,20}\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")
_PLURAL_AFTER = re.compile(r"\s{1,4}(?!was\b|has\b|is\b|as\b|this\b|its\b|his\b|does\b)[a-z]{2,20}s\b")
_STRONG = ("in", "since", "until", "till", "by", "during", "year", "as of", "back in", "circa", "class of")
_EDGE_BEFORE = re.compile(r"(?:^|[.!?\"”]\s{1,4}|\n\s{0,8}|[A-Za-z], )$")
_UNSURE_MONTHS = ("may", "march", "mar", "dec", "jan", "jun", "sep")


def not_an_age(context: Context) -> bool:
    """No age: "25 years old", "a 34-year-old"."""
    return not (_AGE_AFTER.match(context.after) or _AGE_BEFORE_AMOUNT.search(context.before))


def countable(context: Context) -> bool:
    """A single unit that is an amount here: "a year", "six-month", not "a second man" or "a quarter of it"."""
    text = context.words
    counted = not re.match(r"(?:an?|one|half an?|another)\s", text)
    if text.endswith(("second", "quarter", "season", "sec", "min")):
        return counted or bool(re.match(r"\s{1,4}(?:ago|later|earlier|or two)\b", context.after))
    if not counted:
        return not re.match(r"\s{1,4}(?:shift|care|trip|school|job|market|club|time|sky)\b", context.after)
    return True


def bare_units(context: Context) -> bool:
    """Units without a count that say how long: "for weeks", "years later"."""
    if context.words.rstrip(".") in _NEVER_BARE:
        return False
    return bool(_BARE_BEFORE.search(context.before) or _BARE_AFTER.match(context.after))


def vague_word(context: Context) -> bool:
    """ "now", "soon" and their like as adverbs of time."""
    word, before, after = context.words, context.before.lower(), context.after.lower()
    if word == "now":
        return not re.match(r"\s{1,4}that\b|-", after)
    if word == "soon":
        not_as = not re.search(r"\b(?:as|how|too|so)\s{1,4}$", before)
        return not_as and not re.match(r"\s{1,4}(?:as|to be)\b|-", after)
    if word == "current":
        return not re.match(r"s\b|\s{1,4}(?:account|flows?|through|density)\b", after)
    return True


def past_or_future(context: Context) -> bool:
    """The past, the present or the future itself: no "moment"."""
    return not context.words.endswith("moment")


def not_a_paper(context: Context) -> bool:
    """No part of a name: "USA Today"."""
    if not context.text[context.start].isupper():
        return True
    return not _CAPITAL_BEFORE.search(context.before) and not (
        _CAPITAL_AFTER.match(context.after) and context.before[-1:] not in ("", "\n", '"', "“")
        and not re.search(r"[.!?]\s{1,4}$", context.before)
    )


def speech_which(context: Context) -> bool:
    """ "last week" as such: "the last week" and "the following week" are read elsewhere."""
    words = context.words
    if words.startswith(("previous", "following")) or re.match(r"(?:last|past|coming) (?:day|weekend of)", words):
        return False
    return not (_DETERMINED.search(context.before) and words.startswith(("last", "past", "next", "cur", "pres")))


def not_of(context: Context) -> bool:
    """No "last day of March", no "last weekend"."""
    after = re.match(r"\s{1,4}(?:of|before)\b", context.after)
    return not after and not context.words.endswith((" day", "weekend"))


def the_or_following(context: Context) -> bool:
    """Counted from what is told: "the next week", "following week"; "next week" is counted from today."""
    return context.words.startswith(("the", "following", "next day"))


def not_a_title(context: Context) -> bool:
    """No part of a name: "The Daily Mail"."""
    return not context.text[context.start].isupper() or not (
        _CAPITAL_AFTER.match(context.after) or _CAPITAL_BEFORE.search(context.before)
    )


def and_needs_between(context: Context) -> bool:
    """ "9:15 and 9:40" is a range only after "between"."""
    words = context.words
    if re.search(r"\sand\s", words):
        return words.startswith("between")
    return not words.startswith("between") or "-" in words


def year_context(context: Context) -> bool:
    """A number of four digits after a preposition is a year unless things are counted with it."""
    year = context.slots.nodes["date"].match
    number = int("".join(char for char in context.words if char.isdigit())[:4] or "0")
    counted = _PLURAL_AFTER.match(context.after)
    word = context.lead.strip()
    if word.endswith(_STRONG):
        return not counted or 1800 <= number <= 2030
    return year is not None and not counted and 1500 <= number <= 2100


def sentence_edge(context: Context) -> bool:
    """A year that opens a sentence or follows a comma, in a range that years have."""
    number = int("".join(char for char in context.words if char.isdigit())[:4] or "0")
    return 1500 <= number <= 2100 and bool(_EDGE_BEFORE.search(context.before))


_ARTICLE_BEFORE = re.compile(r"\b(?:a|the|its|his|last year's|this year's)\s$")


def sure_month(context: Context) -> bool:
    """A month whose name is no other word and no first name."""
    if context.words.rstrip(".") not in _UNSURE_MONTHS:
        return True
    return bool(_ARTICLE_BEFORE.search(context.before))


def season_context(context: Context) -> bool:
    """A season after a preposition; "fall" and "spring" are other words too, halves mostly of games."""
    if context.words.endswith("half"):
        return False
    if context.words.startswith("the "):
        return not re.match(r"\s{1,4}(?:of|in|from)\s", context.after)
    return bool(re.search(r"\b(?:in|since|until|by|late|early|mid|during)[\s-]$", context.before, re.I))


def the_part(context: Context) -> bool:
    """ "in the morning", "at night"; never "in evening" or "at the night"."""
    lead = re.search(r"\b(\w{2,6})\s{1,4}$", context.before)
    return context.words.startswith("the ") == (lead is None or lead[1].lower() != "at")


def not_after_in(context: Context) -> bool:
    """No preposition of time stands before it: "in 2018 people" voted, "in May the" rain fell."""
    return not re.search(r"\b(?:in|since|by|until|during|of|last|next)\s{1,4}$", context.before, re.I)


def the_length(context: Context) -> bool:
    """ "the nine months" with its article; in "the six-month stay" the article belongs to the stay."""
    return "-" not in context.words and context.words.endswith("s")


def big_cell(context: Context) -> bool:
    """A cell longer than a day, and not so long that the article means just any ("the century")."""
    return context.words.endswith(("week", "weekend", "month", "quarter", "year"))


def week_or_weekend(context: Context) -> bool:
    """ "the week of 9 May"; "the year ending June 30" is another stretch than the calendar's."""
    return bool(re.search(r"\b(?:week|weekend|month) (?:of|begin|start|end)", context.words))


_ACCOUNTING = re.compile(
    r"\s{1,4}(?:cash |net |operating |pretax )?(?:dividends?|loss(?:es)?|profits?|earnings|income|results?|sales|reports?"
    r"|meetings?|rates?|interest|revenues?|statements?|payments?|of\b|figures|budget|salary)",
    re.IGNORECASE,
)


def not_an_accounting_word(context: Context) -> bool:
    """ "quarterly dividend", "annual report": names of things rather than times."""
    return context.words not in ("quarterly", "annual", "yearly") or not _ACCOUNTING.match(context.after)


_RATE_BEFORE = re.compile(
    r"(?:[$£€]?\d[\d,.]{0,12}|\b(?:million|billion|hundred|thousand|one|two|three|four|five|six|ten|cents?|dollars?))"
    r"(?:\s(?!for|in|takes?|within|over|after|about|times)[a-z]{2,15}){0,2}\s$"
)


_COUNTED_AFTER = re.compile(r"\s{1,4}(?:ago|earlier|later|before|after)\b")


def not_a_rate(context: Context) -> bool:
    """No rate: "$2 million a year", "nearly 700 seats a week"."""
    if not context.words.startswith(("a ", "an ")) or _COUNTED_AFTER.match(context.after):
        return True
    return not _RATE_BEFORE.search(context.before)


_MEASURED_BEFORE = re.compile(r"\b(?:for|just|well|last|lasted|lasts|took|takes|of|in|after|is|was)\s$", re.IGNORECASE)


def not_a_span(context: Context) -> bool:
    """ "for over a week" measures it; in "evolved over several years" the word is a preposition."""
    words = context.words
    if words.startswith(("over ", "under ", "around ")):
        return bool(_MEASURED_BEFORE.search(context.before))
    return True


def modern_year(context: Context) -> bool:
    """A year of living memory or near, and nothing that is counted with it."""
    number = int("".join(char for char in context.words if char.isdigit())[:4] or "0")
    counted = re.match(r"\s(?:people|men|women|[a-z]{2,15}s)\b", context.after)
    return 1900 <= number <= 2050 and not (counted and number % 100 == 0)


def calendar_circa(context: Context) -> bool:
    """ "around June 2001", "about 1850"; in "get around Wednesday" the word is a preposition."""
    sure = context.words.startswith(("c", "appr", "rough"))
    return sure or bool(re.search(r"\d", context.words)) or context.slots.nodes["date"].kind != "day"


def plain_amount(context: Context) -> bool:
    """No title: "60 Minutes"."""
    words = context.text[context.start : context.end]
    last = re.split(r"[\s-]", words)[-1]
    return not last[:1].isupper() or last.isupper() or context.text[context.start : context.end].istitle() and not words[0].isdigit()


def code_capital(context: Context) -> bool:
    """ "Q3" with its capital, or any "q3" beside a year."""
    return "year" in context.slots.spans or context.text[context.start].isupper()


_SURE_DAY = re.compile(r"christmas|easter|new year|good friday|halloween|thanksgiving|juneteenth")
_THING_AFTER = re.compile(r"\s{1,4}(?:eggs?|trees?|island|cards?|gifts?|presents?|bunny|party|carols?)\b", re.IGNORECASE)


def named_day(context: Context) -> bool:
    """A holiday with its capital, or one whose words mean nothing else; no "Easter egg"."""
    if _THING_AFTER.match(context.after):
        return False
    return context.text[context.start].isupper() or bool(_SURE_DAY.search(context.words))


CHECKS: dict[str, Callable[[Context], bool]] = {
    "capital": has_capital,
    "month-capital": month_has_capital,
    "weekday-capital": weekday_has_capital,
    "not-a-name": not_a_name,
    "looks-ahead": looks_ahead,
    "full-weekday": full_weekday,
    "ordinal-day": ordinal_day,
    "the-or-apostrophe": the_or_apostrophe,
    "real-meridiem": real_meridiem,
    "not-an-age": not_an_age,
    "countable": countable,
    "bare-units": bare_units,
    "vague-word": vague_word,
    "past-or-future": past_or_future,
    "not-a-paper": not_a_paper,
    "speech-which": speech_which,
    "not-of": not_of,
    "the-or-following": the_or_following,
    "not-a-title": not_a_title,
    "and-needs-between": and_needs_between,
    "year-context": year_context,
    "sentence-edge": sentence_edge,
    "sure-month": sure_month,
    "season-context": season_context,
    "the-part": the_part,
    "not-after-in": not_after_in,
    "named-day": named_day,
    "code-capital": code_capital,
    "plain-amount": plain_amount,
    "calendar-circa": calendar_circa,
    "modern-year": modern_year,
    "not-a-span": not_a_span,
    "not-a-rate": not_a_rate,
    "not-an-accounting-word": not_an_accounting_word,
    "week-or-weekend": week_or_weekend,
    "big-cell": big_cell,
    "the-length": the_length,
}

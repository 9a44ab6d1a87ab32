"""Whether words are a calendar's or a name: months and weekdays, holidays, titles."""

from __future__ import annotations

import re

from ..lexicon import read_lexicon
from .context import Context

_NAME_AFTER = re.compile(r"\s((?:[A-Z]|del\s|de\s)[a-zA-Z]{2,20})")
_IN_BEFORE = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring)\s$")
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
_SHORT_DAYS = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_WORDLIKE_DAYS = ("sat", "sun", "wed", "fri", "mon")
_AFTER_SHORT_DAY = re.compile(
    r"[.,]?\s{1,3}(?:\d|[A-Z][a-z]{2}\.?\s\d|at\b|morning|evening|night|afternoon)|$"
)
_LIKELY_ADVERBS = 3  # "they may first", "march second": up to third
_MONTH_AFTER = re.compile(r"\s?[-–/]\s?([A-Z][a-z]{2,8})\b")
_CAPITAL_BEFORE = re.compile(r"[A-Z][A-Za-z]{1,20}\s$")
_PERSON_AFTER = re.compile(
    r"['’]|\s{1,3}(?:would|will|had|was|has|is|could|should|might|did|does|must|wants?|and [A-Z])\b"
)
_CAPITAL_AFTER = re.compile(r"\s[A-Z]")
_NAMED_NEAR = 1000  # characters on either side in which somebody's whole name may stand
_UNSURE_MONTHS = ("may", "march", "mar", "dec", "jan", "jun", "sep")
_ARTICLE_BEFORE = re.compile(r"\b(?:a|the|its|his|last year's|this year's)\s$")
_SURE_DAY = re.compile(r"christmas|easter|new year|good friday|halloween|thanksgiving|juneteenth")
_WEEKEND_AFTER = re.compile(r"\s{1,4}weekend\b", re.IGNORECASE)
_THING_AFTER = re.compile(
    r"\s{1,4}(?:eggs?|terms?|trees?|island|islands|cards?|gifts?|presents?|bunny|party|carols?)\b"
    r"|\s{0,4}\((?:the )?(?:\d{4} )?(?:american )?(?:film|movie|album|song|novel|book|band|play"
    r"|comics|tv series|series|video game|game|painting|opera)\)",
    re.IGNORECASE,
)


def has_capital(context: Context) -> bool:
    """The match starts with a capital letter."""
    return context.text[context.start].isupper()


def month_has_capital(context: Context) -> bool:
    """The month is capitalised where its word is also a common one ("may", "march", "dec")."""
    return _ambiguous_has_capital(context, "month", ("may", "march", "mar", "dec", "jan"))


def not_a_month(context: Context) -> bool:
    """A verb or a person, for a refusal: "that May would resign", but not "hired that May".

    It has no capital after "to" ("from November to March").
    """
    words = context.text[context.start : context.end]
    if words.lower().endswith(("that may", "this may")) and words.endswith("May"):
        return bool(_PERSON_AFTER.match(context.after))
    return not words.endswith("to March")


def month_or_ordinal(context: Context) -> bool:
    """The same before an ordinal word, which a verb is hardly followed by: "march eighteenth"."""
    day = context.slots.number("daywords") or 0
    return day > _LIKELY_ADVERBS or month_has_capital(context)


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
    """No capitalised name follows or precedes ("April Jones", "Theresa May").

    After "in" somebody else's may: "In January Brandt sent it to London".
    """
    if _TITLE_BEFORE.search(context.before):
        return False
    if _IN_BEFORE.search(context.before):
        return True
    after = _NAME_AFTER.match(context.after)
    if after and not _CALENDAR.match(after[1]):
        return False
    other = _MONTH_AFTER.match(context.after)
    if other and other[1].lower() in read_lexicon("en").classes["month"].values:
        return True  # "Korea Jan-Feb"
    before = _NAME_BEFORE.search(context.before)
    return not before or bool(_NOT_FIRST_NAMES.search(context.before) or _CALENDAR.match(before[1]))


def no_month_before(context: Context) -> bool:
    """No year of a date that a street's name follows: "On 12 December 1940 Canal Street"."""
    last = re.search(r"([A-Za-z]{3,9})\.?,?\s{1,3}$", context.before)
    return last is None or last[1].lower() not in read_lexicon("en").classes["month"].values


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


def code_capital(context: Context) -> bool:
    """A code of a quarter with its capital, or beside a year."""
    return "year" in context.slots.spans or context.text[context.start].isupper()


def named_day(context: Context) -> bool:
    """A holiday with its capital, or one whose words mean nothing else; no "Easter egg"."""
    if _THING_AFTER.match(context.after):
        return False
    beside_weekend = _WEEKEND_AFTER.match(context.after)
    return (
        context.text[context.start].isupper()
        or bool(_SURE_DAY.search(context.words))
        or bool(beside_weekend)
    )


def not_a_paper(context: Context) -> bool:
    """No part of a name: "USA Today"."""
    if not context.text[context.start].isupper():
        return True
    return not _CAPITAL_BEFORE.search(context.before) and not (
        _CAPITAL_AFTER.match(context.after)
        and context.before[-1:] not in ("", "\n", '"', "“")
        and not re.search(r"[.!?]\s{1,4}$", context.before)
    )


def not_a_title(context: Context) -> bool:
    """No part of a name: "The Daily Mail"."""
    return not context.text[context.start].isupper() or not (
        _CAPITAL_AFTER.match(context.after) or _CAPITAL_BEFORE.search(context.before)
    )


def no_one_named(context: Context) -> bool:
    """A month that is nobody's name near it: after "Tom August", "Berg and August" are two."""
    name = context.text[context.start : context.end]
    if not context.lead.endswith((" and", " or", " of", " for")):
        return True
    around = context.text[max(0, context.start - _NAMED_NEAR) : context.end + _NAMED_NEAR]
    for found in re.finditer(rf"\b([A-Z][a-z]{{1,20}})\s{re.escape(name)}\b", around):
        first = found[1]
        if not _NOT_FIRST_NAMES.match(f"{first} ") and not _CALENDAR.match(first):
            return False
    return True


def sure_month(context: Context) -> bool:
    """A month whose name is no other word and no first name."""
    if context.words.rstrip(".") not in _UNSURE_MONTHS:
        return True
    return bool(_ARTICLE_BEFORE.search(context.before))


_SMALL_WORDS = ("a", "an", "the", "of", "in", "on", "and", "to", "for")


def title_case(context: Context) -> bool:
    """Every longer word begins with a capital or a digit, as in the title of a work."""
    words = re.findall(r"[A-Za-z0-9][\w'-]{0,40}", context.text[context.start : context.end])
    return all(word in _SMALL_WORDS or not word[0].islower() for word in words)


_CLAUSE_VERB = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|announced|report(?:ed|s)|added|stated|agreed|claim(?:ed|s)"
    r"|confirmed|hope[ds]?|thought|thinks?|kn[eo]ws?|believe[ds]?|feared|warned|argued|insisted"
    r"|suggested|promised|is|was|so|him|her|them|me|us|staff|reporters)\s{1,4}$",
    re.IGNORECASE,
)


def no_that_clause(context: Context) -> bool:
    """No "said that Friday was fine": there "that" opens a clause."""
    return not _CLAUSE_VERB.search(context.before)


def named_capital(context: Context) -> bool:
    """A time that has a name, with its capital: "the Armistice" is no "armistice"."""
    spans = context.slots.spans
    start, _ = spans["namedtime"] if "namedtime" in spans else spans["namedday"]
    return context.text[start].isupper()


_ZERO = re.compile(r"\b(?:D-Day|H-Hour)\b")
_ZERO_NEAR = 20_000  # characters on either side in which a plan names its day


def zero_told(context: Context) -> bool:
    """A day of a plan ("D+6") where the text tells of its D-Day at all."""
    around = slice(max(0, context.start - _ZERO_NEAR), context.end + _ZERO_NEAR)
    capital = context.text[context.start].isupper()
    return capital and bool(_ZERO.search(context.text[around]))


_COUNTED = re.compile(r"\bT ?\+ ?\d")
_T_ZERO = re.compile(
    r"\bT(?: ?[-–=+]? ?0| zero)?(?: is| was|:| ?=) ?\S|\b(?:launch|lift-?off|lifted off)"
)
_SETTLES = re.compile(r"\b(?:settle|trade date|trading)", re.IGNORECASE)


def counts_up(context: Context) -> bool:
    """A bare "T+45" where the text says what T is or goes on counting so; none of a settlement."""
    around = slice(max(0, context.start - _ZERO_NEAR), context.end + _ZERO_NEAR)
    text = context.text[around]
    if not _COUNTED.match(context.text, context.start) or _SETTLES.search(text):
        return False
    return _T_ZERO.search(text) is not None or len(_COUNTED.findall(text)) > 1


NAMES = {
    "counts-up": counts_up,
    "zero-told": zero_told,
    "named-capital": named_capital,
    "no-one-named": no_one_named,
    "title-case": title_case,
    "capital": has_capital,
    "month-capital": month_has_capital,
    "month-or-ordinal": month_or_ordinal,
    "not-a-month": not_a_month,
    "no-month-before": no_month_before,
    "no-that-clause": no_that_clause,
    "weekday-capital": weekday_has_capital,
    "not-a-name": not_a_name,
    "full-weekday": full_weekday,
    "code-capital": code_capital,
    "named-day": named_day,
    "not-a-paper": not_a_paper,
    "not-a-title": not_a_title,
    "sure-month": sure_month,
}

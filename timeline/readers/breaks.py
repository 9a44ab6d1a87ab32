"""What the words on both sides of a line break say: whether the sentence goes on across it."""

from __future__ import annotations

import re

# A line that ends with one of these has not come to its end.
OPEN_WORDS = frozenset(
    "a an the of in on at to for from by with without into onto over under between and or but nor "
    "that which who whom whose his her its their our my your this these those as than is are was "
    "were be been has have had will would can could should may might must not no against among "
    "during until toward towards upon within if because although while every very".split()
)
# Titles and the like: the full stop is theirs, and what they belong to follows.
OPEN_SHORTS = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Messrs. Gen. Col. Capt. Lt. Sgt. Maj. Adm. Sen. Rep. Gov. Rev. Hon. "
    "St. Mt. No. Nos. Art. Sec. Fig. Vol. vs. v. c. ca. cf. p. pp. e.g. i.e. approx.".split()
)
SHORTS = frozenset("Inc. Corp. Co. Ltd. Jr. Sr. a.m. p.m. etc. et al.".split())
INITIALS = re.compile(r"(?:[A-Z]\.){2,5}$")
_QUOTES = "\"'”’»)]"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sep(?:t(?:ember)?|\.)?\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# Not that of a chronicle: "1999 The mill burned", "1999: moved to Lissa".
_YEAR = r"[12]\d{3}(?![\d/-]| ?[:–—-]|[ \t]{1,8}[A-Z])"
# How a date ends a line, and how it goes on in the next one.
DATES = tuple(
    (re.compile(rf"\b{before}$"), re.compile(after))
    for before, after in (
        (rf"(?:{_MONTH}|{_MONTH} {_DAY}),?", rf"{_YEAR}\b"),
        (_MONTH, rf"{_DAY}(?:[.,;]|\b(?![:.)]))"),
        (_DAY, rf"(?:of )?{_MONTH}\b"),
        (rf"{_WEEKDAY},?", rf"(?:the )?(?:{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY})\b"),
        (r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Qq]uarter)", rf"{_YEAR}\b"),
    )
)
# A diary's "Monday", "3 May": a date that stands alone at the beginning of its line heads it.
BARE_DATE = re.compile(rf"(?:{_WEEKDAY},? ?)?(?:{_DAY} ?)?(?:{_MONTH} ?)?(?:{_DAY})?,?$")
# One word of a sentence, whatever it is: "... was removed. The"
SENTENCE_BEGINS = re.compile(r"(?:[a-z]{3}|\d)[.!?][\"'”’)]?  ?[A-Z][a-z]{0,20}$")
HYPHEN = re.compile(r"\w-$")
LETTER = re.compile(
    r"(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|to whom)\b"
    r"|.{0,20}\b(?:regards|wishes|thanks|thank you|sincerely|faithfully|truly|respectfully|best),$",
    re.IGNORECASE,
)
COMMA_WORDS = 4  # of a line that a comma leaves open; shorter ones are of addresses and lists
BRACKET_WORDS = 4  # of a line that goes on with a bracket


def is_finished(text: str) -> bool:
    """Whether a line ends with the punctuation of a sentence, quotes and brackets apart."""
    bare = text.rstrip(_QUOTES)
    if not bare.endswith((".", "!", "?", ":", ";", "…")):
        return False
    return bare.rsplit(None, 1)[-1].lstrip("(\"'“‘") not in OPEN_SHORTS


def goes_on(before: str, after: str) -> bool:
    """Whether the words alone say that the sentence of a line goes on in the next one."""
    last = before.rsplit(None, 1)[-1]
    if after[0].islower() and (last in SHORTS or last[-1] == ";" or INITIALS.match(last)):
        return True
    if splits_date(before, after):
        return True
    if is_finished(before):
        return _opens_bracket(before, after)
    return after[0].islower() or is_open(before, after)


def is_open(before: str, after: str) -> bool:
    """Whether an unfinished line shows by its end, or the next by its beginning, that it goes on.

    A small letter at the beginning of the next line is not asked for: below a title it says little.
    """
    if wants_more(before) or HYPHEN.search(before):
        return True
    last = before.rsplit(None, 1)[-1]
    words = before.count(" ") + 1
    if after[0] == "(" and words >= BRACKET_WORDS:
        return True
    if last[-1] == "," and words >= COMMA_WORDS and not LETTER.match(before):
        # A name alone below a comma is a signature.
        return after.count(" ") >= 3 or is_finished(after)
    return _opens_bracket(before, after)


def wants_more(before: str) -> bool:
    """Whether a line ends with a word that must be followed by another."""
    last = before.rsplit(None, 1)[-1]
    if last in OPEN_WORDS or last in OPEN_SHORTS:
        return True
    return bool(SENTENCE_BEGINS.search(before))


def splits_date(before: str, after: str) -> bool:
    """Whether the break stands inside a date: "on 3 May" and "1999", "on Friday," and "4 June"."""
    tail = before[-40:]
    if BARE_DATE.match(before):
        return False
    return any(end.search(tail) and start.match(after) for end, start in DATES)


def _opens_bracket(before: str, after: str) -> bool:
    """Whether a bracket opens in a line and closes in the next one."""
    if before.rfind("(") <= before.rfind(")"):
        return False
    close = after.find(")")
    return close >= 0 and "(" not in after[:close]

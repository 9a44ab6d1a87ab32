"""Titles that name the kind of document, the lines below them, and the day that both tell.

"Minutes of the meeting held in the Scout Hut on 6 June 2023"; "Newsletter of the Larn Ramblers –
June 2021"; under "Board minutes": "Tuesday 14 May 2024, 7.30pm, Village Hall".
"""

from __future__ import annotations

import re
from dataclasses import replace

from .dateline import is_place
from .labels import KINDS, NOT_OWN
from .page import Line, Page, Written

TITLE_LENGTH = 140  # characters
_DECOR = " \t#*=_>-–—~[](){}|.,:;·•\"'"
# Between a document's kind and its date: numbers, words of the meeting, and whose it is; never
# another noun.
_GLUE = re.compile(
    r"(?:[\s,:;.()\-–—|#/]{1,6}+"
    r"|(?:of|for|on|from|dated|held|taken|made|given|issued|published|as|at|the|a|an|no|nr|number"
    r"|meeting|session|board|committee|council|team|staff|weekly|monthly|annual|general|regular"
    r"|meetings|day|status|week|ending|by|hon|honorary|secretary|treasurer|chair|chairman|chairwoman"
    r"|chairperson|president|headmaster|headmistress|principal|director|directors|warden|governors"
    r"|parish|town|city|county|village|district|executive|planning|residents|association|members"
    r"|trustees|auditor|auditors|agent|clerk|surveyor|inspector|master|captain|coroner|to|agm|egm)\b"
    r"|[A-Z]{1,5}-?\d{1,8}\b|\d{1,6}\b){0,30}+",
    re.IGNORECASE,
)
# Whose it is, by name: "Statement of Odile Brand, dated", "Newsletter of the Larn Ramblers –".
_WHOSE = re.compile(
    r" (?:of|by|from|for|to|with) (?:the )?"
    r"(?P<name>[^\W\d_][\w.'’&-]{0,20}(?: [\w.'’&-]{1,20}){0,6}?)"
    r"(?:,|\s?[–—|·(-])\s?(?:dated\s|held\s|on\s){0,2}"
)
HAPPENING = re.compile(
    r"\b(?:accident|attack|battle|blast|collapse|collision|concert|coronation|coup|crash|derailment"
    r"|disaster|earthquake|eruption|explosion|festival|fire|flood|grounding|incident|massacre|outage|parade"
    r"|raid|riots?|siege|sinking|storm|treaty|war|wedding|wreck)\b",
    re.IGNORECASE,
)
_KIND = re.compile(rf"\b{KINDS}\b", re.IGNORECASE)
_NAMED_KIND = re.compile(
    rf"\b(?:[Tt]he|of|on|to|about) (?P<name>(?:[A-Z][\w.'’-]{{0,20}} ){{1,4}})(?i:{KINDS})$"
)
_HELD = re.compile(
    r"\W{0,3}(?:(?:the |this )?(?:meeting|hearing|session|sitting) (?:was )?)?held"
    r"(?: (?:at|in|by) [^\d\n]{2,60})?,?(?: on)?:?\s{1,3}",
    re.IGNORECASE,
)
# "Tuesday 14 May 2024, 7.30pm, Village Hall" below the title of one of these needs no "held".
_MEETING = re.compile(
    r"\b(?:minutes|meeting|agenda|sync|stand-?up|retro(?:spective)?|hearing|session|sitting)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:when|date and time|time and date)\s?[:–-]\s{0,3}", re.IGNORECASE)
# "Filed the claim on 3 March": an entry of a list of what was done.
_DONE = re.compile(r"\w(?:ed|ade|ave|ent|ote|ook) (?:the|a|an|his|her|our|their|my) $")
# Behind a title's date: the hour and the place of what the document records.
_HOUR = re.compile(
    r"[\s,(]{0,3}(?:at\s|from\s)?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|h(?:rs?|ours)?\b)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s{0,2}(?:\([^()\d]{2,40}\)|,(?: [^\W\d]{2,20}){1,4}) {0,3}")
_IN_THE_ROOM = re.compile(r"[\s,]{1,3}(?:in|at) (?:the|our) (?:[^\W\d][\w'’-]{1,20} ?){1,4}\.?")
_AT_PLACE = re.compile(r"[\s,(]{0,3}(?:in|at)\s(?:the\s)?|[\s]?[,–—-]\s")


def day_of_title(written: Written) -> Written:
    """Without the hour at which the meeting began: its minutes tell of later ones as past."""
    fields = replace(written.fields, hour=None, minute=None, second=None, zone=None)
    return replace(written, fields=fields)


def is_held(page: Page, line: Line, index: int, written: Written) -> bool:
    """True for "Held on 6 March 2024 in Room 4, 2-4 pm" below the title of minutes."""
    if len(line.text) > TITLE_LENGTH:
        return False
    before = page.text[line.start : written.start]
    titles = page.head[:index]
    if _HELD.fullmatch(before):
        return any(names_kind(above.text) for above in titles)
    if before and not _WHEN.fullmatch(before):
        return False
    meets = any(_MEETING.search(above.text) for above in titles)
    return meets and _ends_title(page.text[written.end : line.end])


def _ends_title(rest: str) -> bool:
    """True if nothing but an hour and a place follows a title's date."""
    hour = _HOUR.match(rest)
    rest = rest[hour.end() :] if hour else rest
    if _ASIDE.fullmatch(rest):
        return True
    if _IN_THE_ROOM.fullmatch(rest):
        return True
    place = _AT_PLACE.match(rest)
    if place and is_place(rest[place.end() :].strip(_DECOR)):
        return True
    return not rest.strip(_DECOR)


def is_title(page: Page, line: Line, written: Written) -> bool:
    """True for a title that names the kind of document and then only its date, hour and place.

    A report on a crash is written after it: the crash's day in its title dates the report never,
    not even where nothing else does. A wrong day would move every "last week" of the text.
    """
    if len(line.text) > TITLE_LENGTH or not _ends_title(page.text[written.end : line.end]):
        return False
    if line.text.endswith(".") and len(line.text.split()) > 8:
        return False
    return ends_title_of_kind(page.text[line.start : written.start])


def ends_title_of_kind(before: str) -> bool:
    """True if nothing but whose it is stands between a document's kind and the title's date."""
    kinds = list(_KIND.finditer(before))
    if not kinds or NOT_OWN.search(before) or _DONE.search(before, 0, kinds[-1].start()):
        return False
    rest = before[kinds[-1].end() :]
    if _GLUE.fullmatch(rest) or _HELD.fullmatch(rest):
        return True
    whose = _WHOSE.fullmatch(rest)
    return whose is not None and is_place(whose["name"]) and not HAPPENING.search(rest)


def ends_with_a_name(before: str) -> bool:
    """Whether a kind of document is but a part of a name: "Statement on the Kyoto protocol"."""
    named = _NAMED_KIND.search(before.rstrip(_DECOR))
    return named is not None and _GLUE.fullmatch(named["name"]) is None


def names_kind(words: str) -> bool:
    """True if the words name a kind of document."""
    return _KIND.search(words) is not None

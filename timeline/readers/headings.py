"""Which short lines are headings of what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Sign

LONGEST = 90  # characters
MOST_WORDS = 14
LABEL_WORDS = 6  # of a heading that ends with a colon
BODY = 60  # characters from which an unfinished line can be a paragraph
LOOKAHEAD = 4  # blocks that may stand between the first line and the text that it heads

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_AGENCY = (
    r"(?:AP|AFP|UPI|TASS|DPA|ANSA|EFE|Reuters|Xinhua|Bloomberg|.{0,24}\b(?:Newswire|News|Press))"
)
# "LONDON, June 5", "LONDON, 5 June", "NAIROBI, Kenya (AP)", "MOSCOW. /TASS/"
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:[,.] ?| (?=[(/])).{0,40}"
    rf"(?:\b{_MONTH} {{1,2}}\d|\d {{1,2}}{_MONTH}|[(/]{_AGENCY}[)/])",
    re.IGNORECASE,
)
DATE_ONLY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?:,? \d{4})?$",
    re.IGNORECASE,
)
BYLINE = re.compile(r"(?:By|Written by|Reporting by|Story by) [A-Z]")
GREETING = re.compile(
    r"(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening|day)|to whom)\b",
    re.IGNORECASE,
)
SIGN_OFF = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)|thank you|cheers|"
    r"(?:yours )?(?:sincerely|faithfully|truly|respectfully))\b.{0,20}$",
    re.IGNORECASE,
)
UNDERLINE = re.compile(r"([=~^*-])\1{2,200}$")


def find_headings(texts: Sequence[str], signs: Sequence[Sign]) -> frozenset[int]:
    """Indices of the blocks that are headings, by their looks and by what follows them.

    A date alone heads the entry of a diary. A dateline, a byline, a greeting, the end of a letter
    do not head anything, short as they are.
    """
    found: set[int] = set()
    for index in reversed(range(len(texts))):
        below = index + 1
        if signs[index] in ("hash", "capitals"):
            if not is_dateline(texts[index]):
                found.add(index)
        elif signs[index] not in ("text", "field"):
            continue
        elif below < len(texts) and signs[below] == "rule" and UNDERLINE.match(texts[below]):
            if len(texts[index]) <= LONGEST and len(texts[below]) <= 2 * len(texts[index]) + 4:
                found.add(index)
        elif (
            signs[index] == "text"
            and _looks_like_heading(texts[index])
            and _heads(index, texts, found)
        ):
            found.add(index)
    return frozenset(found)


def is_dateline(text: str) -> bool:
    """Whether a line is where and when a report was sent from: "LONDON, June 5 (Newswire) -"."""
    place = text[:3]
    if not place.isupper():
        return False
    return text[-1] in "-_–—" or bool(DATELINE.match(text))


def _looks_like_heading(text: str) -> bool:
    words = text.split()
    if len(text) > LONGEST or len(words) > MOST_WORDS:
        return False
    if text.rstrip("\"'”’»)")[-1:] in tuple(".!?,;…-_–—"):
        return False
    if text.endswith(":") and len(words) > LABEL_WORDS:
        return False
    first = next((c for c in text if c.isalnum()), "a")
    if not (first.isupper() or first.isdigit()):
        return False
    others = (BYLINE, GREETING, SIGN_OFF)
    return not is_dateline(text) and not any(p.match(text) for p in others)


def _heads(index: int, texts: Sequence[str], found: set[int]) -> bool:
    """Whether something longer stands below; below the first line also after a byline or date."""
    below = index + 1
    if index == 0:
        last = min(below + LOOKAHEAD, len(texts)) - 1
        while below < last and (below in found or _is_title_matter(texts[below])):
            below += 1
    return below < len(texts) and _is_body(texts[below], len(texts[index]))


def _is_title_matter(text: str) -> bool:
    """What stands between a title and the text: date, dateline, byline."""
    return len(text) <= LONGEST and (
        is_dateline(text) or any(p.match(text) for p in (DATE_ONLY, BYLINE))
    )


def _is_body(text: str, longer_than: int) -> bool:
    finished = text.rstrip("\"'”’»)").endswith((".", "!", "?", ":", "…"))
    return len(text) > longer_than and (finished or len(text) >= BODY)

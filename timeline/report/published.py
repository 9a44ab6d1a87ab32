"""What a page says of itself, "Last updated 3 March 2021": no event of what it tells."""

from __future__ import annotations

import re

from ..annotation import Annotated, Event

TOLD = "it tells when the document itself was published or changed"
VERBS = frozenset("date edit modify post print publish repost revise update upload".split())
# What a dated head calls the paper: "Report, 14 March 2024".
PAPERS = frozenset(
    "bulletin letter memo memorandum newsletter notice release report review statement".split()
)
LONGEST = 140  # characters of its line
_OPENING = re.compile(
    r"\W{0,8}(?:(?:this |the )?(?:page|article|story|post|report) (?:was |is )?)?"
    r"(?:(?:first|last|originally) ){0,2}",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"\W{0,8}(?:by|authors?:|written by|text:|words:)\s", re.IGNORECASE)
HEADS = ("header", "title", "byline")  # bases whose words stand on the line that dates the document
# "Last updated": the parser takes the adverb for the subject.
_PAGES = frozenset("page article story post report author last first".split())


def is_of_the_page(annotated: Annotated, event: Event) -> bool:
    """True for a verb of publishing that opens its own short line or stands on the dated one.

    "The book was published in May" has a subject of its own and is told. So is the paper's name on
    the dated line.
    """
    text = annotated.document.text
    if event.lemma not in VERBS and event.lemma not in PAPERS:
        return False
    start = text.rfind("\n", 0, event.start) + 1
    end = text.find("\n", event.start)
    end = len(text) if end < 0 else end
    if end - start > LONGEST or text[end : end + 2].strip().islower():
        return False
    own = annotated.date
    if _has_subject(event) and not _AUTHOR.match(text, start, end):
        return False
    dated = own.basis in HEADS and own.start is not None and start <= own.start < end
    if event.lemma in PAPERS:
        return dated and event.pos == "NOUN"
    return dated or _OPENING.fullmatch(text, start, event.start) is not None


def _has_subject(event: Event) -> bool:
    people = (p.text.lower() for p in event.participants if p.role in ("agent", "patient"))
    return any(not _PAGES.intersection(words.split()) for words in people)

"""Lines at the top that date the document: labels, titles, letter heads, bare dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from .dateline import is_place
from .imprint import find_imprints
from .labels import KINDS, LABELS, NOT_OWN, OTHERS
from .page import MOST_COMPARED, Head, Line, Page, Written, can_date

TITLE_LINES = 6
TITLE_LENGTH = 140  # characters
PROSE_WORDS = 10
LAST_LINES = 2

_LABEL = [
    re.compile(
        rf"(?P<label>{'|'.join(labels)})(?!\w)(?P<mark>\s?[:.=]|\s?[-–—]|)(?: on| at)?\s{{0,40}}",
        re.IGNORECASE,
    )
    for labels in LABELS
]
_CELLS = re.compile(
    r"\s?\|\s?|\t|;\s|\s{3,40}|\s\s(?=[A-Z][A-Za-z ]{1,25}:)"
    r"|\s(?=Last (?:updated|modified|revised|edited|changed):)| · | • | / "
)
# "Author: M. Roe. Status: final. Written 2022-05-12. Times are UTC.": fields told as sentences.
_FIELDS = re.compile(r"(?<![ap]\.m)(?<![AP]\.M)\.\s(?=[A-Z])")
FIELD_WORDS = 6
_JUST_LABEL = [re.compile(rf"(?:{'|'.join(labels)})\s?[:.]?", re.IGNORECASE) for labels in LABELS]
_A_LABEL = re.compile(r"(?:Published|Issued|Printed|Written|Updated|Posted) (?=\d|[A-Z])")
_DECOR = " \t#*=_>-–—~[](){}|.,:;·•\"'"
# Between a document's kind and its date: numbers, words of the meeting, and whose it is; never
# another noun.
_GLUE = re.compile(
    r"(?:[\s,:;.()\-–—|#/]{1,6}+"
    r"|(?:of|for|on|from|dated|held|taken|made|given|issued|published|as|at|the|a|an|no|nr|number"
    r"|meeting|session|board|committee|council|team|staff|weekly|monthly|annual|general|regular"
    r"|meetings|day|status|week|ending|by|hon|honorary|secretary|treasurer|chair|chairman|chairwoman"
    r"|chairperson|president|headmaster|headmistress|principal|director|directors|warden|governors"
    r"|trustees|auditor|auditors|agent|clerk|surveyor|inspector|master|captain|coroner)\b|[A-Z]{1,5}-?\d{1,8}\b|\d{1,6}\b){0,30}+",
    re.IGNORECASE,
)
_KIND = re.compile(rf"\b{KINDS}\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\b(?:[ap]\.?m\b\.?|at|the|UTC|GMT|h)\b")
_CLOCK_ZONE = re.compile(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:[A-Z]{1,2}T|UTC|[A-Z]{2,3}ST|[A-Z]DT)\b)?,?",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\W{0,3}(?:(?:the |this )?(?:meeting|hearing|session|sitting) (?:was )?)?held"
    r"(?: (?:at|in|by) [^\d\n]{2,60})?,?(?: on)?:?\s{1,3}",
    re.IGNORECASE,
)
# "Filed the claim on 3 March": an entry of a list of what was done.
_DONE = re.compile(r"\w(?:ed|ade|ave|ent|ote|ook) (?:the|a|an|his|her|our|their|my) $")
_MARKUP = re.compile(r"[#*>_ \t]{1,8}")
# Behind a title's date: the hour and the place of what the document records.
_HOUR = re.compile(
    r"[\s,(]{0,3}(?:at\s|from\s)?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|h(?:rs?|ours)?\b)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s{0,2}(?:\([^()\d]{2,40}\)|,(?: [^\W\d]{2,20}){1,4}) {0,3}")
_AT_PLACE = re.compile(r"[\s,(]{0,3}(?:in|at)\s(?:the\s)?|[\s]?[,–—-]\s")


def find_header(page: Page) -> Iterator[Head]:
    """Dates that the first lines state as the document's own, the surest first."""
    ranked: list[tuple[int, int, Head]] = []
    prose = False
    for index, line in enumerate(page.head):
        if prose and line in page.tail[-LAST_LINES:]:
            break  # what stands there signs the document
        above = page.head[index - 1].text if index else ""
        for rank, head in _labelled(page, line):
            ranked.append((rank, index, head))
        if not prose:
            ranked.extend(
                (rank, index, head) for rank, head in _unlabelled(page, line, index, above)
            )
        prose = prose or is_prose(line)
    for rank, index, written, wording in find_imprints(page):
        if all(head.written.start != written.start for _, _, head in ranked):
            ranked.append((rank, index, Head("header", written, wording)))
    for _, _, head in sorted(ranked, key=lambda entry: entry[:2]):
        yield head


def is_prose(line: Line) -> bool:
    """True for a line that looks like a stretch of running text."""
    words = line.text.split()
    return len(words) >= PROSE_WORDS and sum(word[0].islower() for word in words) * 2 > len(words)


def _unlabelled(page: Page, line: Line, index: int, above: str) -> Iterator[tuple[int, Head]]:
    """The date of a line that is nothing but a date, a letter's head or a title."""
    if is_prose(line) and not _KIND.search(line.text):
        return
    line = page.unwrapped(line)
    marks = _MARKUP.match(line.text)
    dates = page.dates(line.start + (marks.end() if marks else 0), line.end)
    if not dates:
        return
    if len(dates) == 1 and is_bare(page, line, dates[0]):
        just_label = any(label.fullmatch(above) for label in _JUST_LABEL)
        if just_label or not (OTHERS.search(above) or is_chronicle(page, dates[0])):
            yield 1, Head("header", dates[0], "the line above the text")
    elif len(dates) == 1 and _is_letter_head(page, line, dates[0]):
        yield 1, Head("header", dates[0], "the head of the letter")
    elif index < TITLE_LINES and _is_title(page, line, dates[-1]):
        yield 2, Head("header", _day_of(dates[-1]), "the title")
    elif index < TITLE_LINES and _is_held(page, line, index, dates[0]):
        yield 2, Head("header", _day_of(dates[0]), 'the line "held"')


def _day_of(written: Written) -> Written:
    """Without the hour at which the meeting began: its minutes tell of later ones as past."""
    fields = replace(written.fields, hour=None, minute=None, second=None, zone=None)
    return replace(written, fields=fields)


def _is_held(page: Page, line: Line, index: int, written: Written) -> bool:
    """True for "Held on 6 March 2024 in Room 4, 2-4 pm" below the title of minutes."""
    before = page.text[line.start : written.start]
    titled = any(_KIND.search(above.text) for above in page.head[:index])
    return titled and len(line.text) <= TITLE_LENGTH and _HELD.fullmatch(before) is not None


def _labelled(page: Page, line: Line) -> Iterator[tuple[int, Head]]:
    """Dates that stand behind a label, at the start of the line or of one of its cells."""
    for start, end in find_cells(line):
        for rank, label in enumerate(_LABEL):
            found = label.match(page.text, start, end)
            if not found:
                continue
            dates = [d for d in page.dates(found.end(), end) if d.start == found.end()]
            inside = dates or page.dates(found.end(), end)
            written = inside[0] if inside and _is_fill(page, found.end(), inside[0]) else None
            if written and _stands_alone(page, written, end, bool(found["mark"])):
                name = found["label"].strip()
                yield 3 * rank, Head("header", written, f'the line "{name}"')
                break


def find_cells(line: Line) -> Iterator[tuple[int, int]]:
    """The cells of a line of fields; a cell that is only a label takes the next one in."""
    fields = _FIELDS.split(line.text)
    told = any(":" in f or _A_LABEL.match(f) for f in fields)
    terse = told and all(len(f.split()) <= FIELD_WORDS for f in fields)
    borders = [m.span() for p in ((_CELLS, _FIELDS) if terse else (_CELLS,))
               for m in p.finditer(line.text)]  # fmt: skip
    edges = [(0, 0), *sorted(borders)]
    edges.append((len(line.text), len(line.text)))
    spans = [(a[1], b[0]) for a, b in pairwise(edges)]
    for index, (start, end) in enumerate(spans):
        words = line.text[start:end]
        if index + 1 < len(spans) and any(p.fullmatch(words.strip()) for p in _JUST_LABEL):
            end = spans[index + 1][1]
        decor = _MARKUP.match(line.text, start, end)
        yield line.start + (decor.end() if decor else start), line.start + end


def _is_fill(page: Page, start: int, written: Written) -> bool:
    """True if nothing but marks, an hour and a weekday stands between a label and its date."""
    between = _CLOCK_ZONE.sub("", page.text[start : written.start]).strip(_DECOR)
    return not between or between.lower()[:3] in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _stands_alone(page: Page, written: Written, end: int, marked: bool) -> bool:
    """True if a label without a colon does not start a sentence: "Published 1 May, it sold"."""
    rest = page.text[written.end : end].strip(_DECOR)
    return marked or len(rest.split()) <= 4


def is_bare(page: Page, line: Line, written: Written) -> bool:
    """True if a line holds a date, its clock time and nothing else."""
    rest = page.text[line.start : written.start] + page.text[written.end : line.end]
    return not _CLOCK.sub("", rest).strip(_DECOR)


def is_chronicle(page: Page, written: Written) -> bool:
    """True if other lines are bare dates too: each dates an entry, none the document."""
    short = (line for line in page.lines if len(line.text) <= 40 and can_date(line.text))
    for line in islice(short, MOST_COMPARED):
        if line.start <= written.start < line.end:
            continue
        dates = page.dates(line.start, line.end)
        if dates and is_bare(page, line, dates[0]) and dates[0].fields != written.fields:
            return True
    return False


def _is_letter_head(page: Page, line: Line, written: Written) -> bool:
    """True for "London, 4 June 1940" on a line of its own."""
    place = page.text[line.start : written.start].rstrip().removesuffix(" this")
    rest = page.text[written.end : line.end].strip(_DECOR)
    return written.fields.day is not None and (
        not rest and place.endswith(",") and len(place.split()) <= 4 and is_place(place)
    )


def _ends_title(rest: str) -> bool:
    """True if nothing but an hour and a place follows a title's date."""
    hour = _HOUR.match(rest)
    rest = rest[hour.end() :] if hour else rest
    if _ASIDE.fullmatch(rest):
        return True
    place = _AT_PLACE.match(rest)
    if place and is_place(rest[place.end() :].strip(_DECOR)):
        return True
    return not rest.strip(_DECOR)


def _is_title(page: Page, line: Line, written: Written) -> bool:
    """True for a title that names the kind of document and then only its date, hour and place.

    A report on a crash is written after it: the crash's day in its title dates the report never,
    not even where nothing else does. A wrong day would move every "last week" of the text.
    """
    if len(line.text) > TITLE_LENGTH or not _ends_title(page.text[written.end : line.end]):
        return False
    if line.text.endswith(".") and len(line.text.split()) > 8:
        return False
    before = page.text[line.start : written.start]
    kinds = list(_KIND.finditer(before))
    if not kinds or NOT_OWN.search(before) or _DONE.search(before, 0, kinds[-1].start()):
        return False
    return _GLUE.fullmatch(before, kinds[-1].end()) is not None

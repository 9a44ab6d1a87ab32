"""Lines at the top that date the document: labels, titles, letter heads, bare dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from .dateline import is_place
from .happening import tells_of_happening
from .imprint import find_imprints
from .labels import LABELS, OTHERS
from .page import MOST_COMPARED, Head, Line, Page, Written, can_date
from .title import TITLE_LENGTH, day_of_title, is_held, is_title, names_kind

TITLE_LINES = 6
PROSE_WORDS = 10
LAST_LINES = 2
LABEL_WORDS = 4

_LABEL = [
    re.compile(
        rf"(?P<label>{'|'.join(labels)})(?!\w)"
        r"(?:\s\([^()\n]{2,60}\))?(?P<mark>\s?[:.=]|\s?[-–—]|)(?: on| at)?\s{0,40}",
        re.IGNORECASE,
    )
    for labels in LABELS
]
_CELLS = re.compile(
    r"\s?\|\s?|\t|;\s|\s{3,40}|\s\s(?=[A-Z][A-Za-z ]{1,25}:)"
    r"|\s(?=Last (?:updated|modified|revised|edited|changed):)| · | • | / "
    # Behind a first one a label needs no more than one space: "Admitted: 2 May Discharged: 9 May".
    r"|(?<=\d)\s(?=[A-Z][a-z]{2,15}(?: (?:of |date)[a-z]{0,12})?:)"
)
# "Author: M. Roe. Status: final. Written 2022-05-12. Times are UTC.": fields told as sentences.
_FIELDS = re.compile(r"(?<![ap]\.m)(?<![AP]\.M)\.\s(?=[A-Z])")
FIELD_WORDS = 6
_JUST_LABEL = [re.compile(rf"(?:{'|'.join(labels)})\s?[:.]?", re.IGNORECASE) for labels in LABELS]
_A_LABEL = re.compile(r"(?:Published|Issued|Printed|Written|Updated|Posted) (?=\d|[A-Z])")
_LABEL_LAST = re.compile(
    rf"\b(?:{'|'.join(label for labels in LABELS for label in labels)})\s?[:.]?\s{{0,5}}$",
    re.IGNORECASE,
)
_DECOR = " \t#*=_>-–—~[](){}|.,:;·•\"'"
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\b(?:[ap]\.?m\b\.?|at|the|UTC|GMT|h)\b")
_CLOCK_ZONE = re.compile(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:[A-Z]{1,2}T|UTC|[A-Z]{2,3}ST|[A-Z]DT)\b)?,?",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"\W{0,6}(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\W{0,3}")
_NUMBERED = re.compile(r"\d[\w.]{0,8}")
_MARKUP = re.compile(r"[#*>_ \t]{1,8}")


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
        prose = prose or (is_prose(line) and not is_headline(page, line))
    for rank, index, written, wording in find_imprints(page):
        if all(head.written.start != written.start for _, _, head in ranked):
            ranked.append((rank, index, Head("header", written, wording)))
    versions = Counter(_NUMBERED.sub("#", head.where) for _, _, head in ranked)
    for _, _, head in sorted(ranked, key=lambda entry: entry[:2]):
        numbered = _NUMBERED.sub("#", head.where)
        if numbered == head.where or versions[numbered] == 1:
            yield head  # two versions are a list of them


def is_prose(line: Line) -> bool:
    """True for a line that looks like a stretch of running text."""
    words = line.text.split()
    return len(words) >= PROSE_WORDS and sum(word[0].islower() for word in words) * 2 > len(words)


def is_headline(page: Page, line: Line) -> bool:
    """True for a long title: it ends without a stop, and nothing runs on from it."""
    below = page.text[line.end : line.end + 40].lstrip()
    return (
        line.text[-1] not in ".,;:" and len(line.text) <= TITLE_LENGTH and not below[:1].islower()
    )


def _unlabelled(page: Page, line: Line, index: int, above: str) -> Iterator[tuple[int, Head]]:
    """The date of a line that is nothing but a date, a letter's head or a title."""
    if is_prose(line) and not names_kind(line.text):
        return
    line = page.unwrapped(line)
    marks = _MARKUP.match(line.text)
    dates = page.dates(line.start + (marks.end() if marks else 0), line.end)
    if not dates:
        return
    if len(dates) == 1 and is_bare(page, line, dates[0]):
        just_label = any(label.fullmatch(above) for label in _JUST_LABEL)
        if just_label or not (is_other(above) or is_chronicle(page, dates[0])):
            yield 1, Head("header", dates[0], "the line above the text")
    elif len(dates) == 1 and _is_letter_head(page, line, dates[0]):
        yield 1, Head("header", dates[0], "the head of the letter")
    elif index < TITLE_LINES and is_title(page, line, dates[-1]):
        yield 2, Head("header", day_of_title(dates[-1]), "the title")
    elif index < TITLE_LINES and is_held(page, line, index, dates[0]):
        yield 2, Head("header", day_of_title(dates[0]), 'the line "held"')


def find_label(before: str) -> int:
    """Where the label begins that words end with; their end where there is none."""
    label = _LABEL_LAST.search(before)
    return label.start() if label else len(before)


def is_other(above: str) -> bool:
    """True if the line above a date is the label of another day: "Payment due", no headline."""
    label = len(above.split()) <= LABEL_WORDS or above.rstrip("*_ ").endswith(":")
    return label and OTHERS.search(above) is not None


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
    """True if other lines are bare dates or years too: each dates an entry, none the document."""
    if sum(_YEAR_ALONE.fullmatch(line.text) is not None for line in page.lines) > 1:
        return True
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
        not rest
        and place.endswith(",")
        and len(place.split()) <= 4
        and is_place(place)
        and not tells_of_happening(place)
    )

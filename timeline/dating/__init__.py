"""The document's own date: ordered finders, each with its evidence.

The user's date wins, then the source's own field, then what the text says of itself. A head without
a year gets one from the weekdays and years of the text (`year`). There is no fallback: where
nothing dates the document the date has no value, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..annotation import Candidate, DocumentDate
from ..document import Document
from ..errors import OptionError
from ..rules.order import DEFAULT_DAY_FIRST, find_doubtful
from ..temporal.arithmetic import iso
from ..temporal.values import Moment
from .as_of import find_as_of
from .byline import find_byline
from .clues import find_later
from .dateline import find_dateline, find_frame
from .file_name import find_file_date
from .folio import find_folio
from .given import read_date
from .header import find_header
from .issue import find_issue
from .page import Head, Page, full_year, moment_of
from .passages import find_passages
from .period import find_period
from .reported import find_reported
from .signature import find_signature
from .top import find_top
from .year import Verdict, fix_year

__all__ = ["FINDERS", "find_document_date", "find_frame", "find_passages"]

Finder = Callable[[Page], Iterator[Head]]

# The order in which the text's own finders are believed.
FINDERS: tuple[Finder, ...] = (
    find_dateline,
    find_header,
    find_byline,
    find_folio,
    find_issue,
    find_file_date,
    find_signature,
    find_top,
    find_as_of,
    find_reported,
    find_period,
)

NOTHING = (
    "no dateline, header line, byline, file name, signature or 'as of' gives the document's date"
)
FIELDS = {
    "field": "the source's date field",
    "dct": "the document creation time",
    "metadata": "the date in the metadata",
    "front-matter": "the date in the front matter",
    "mail": "the mail's date",
}


def find_document_date(
    document: Document,
    *,
    given: str | None = None,
    reading_date: Moment | None,
    day_first: bool | None = None,
) -> DocumentDate:
    """The document's own date with its evidence and its rivals, or none with the reason.

    `given` is the user's date (ISO 8601 or written out) and wins; OptionError if it is no date. A
    field of the source that is no date is passed over and the note or the reason says so; its weak
    dates speak where nothing else does.
    `reading_date` is the latest day that a date without a year may have.
    """
    if given is not None:
        value = read_date(given, day_first=day_first, reading=reading_date)
        if value is None:
            raise OptionError(
                f"{given!r} is no date of the calendar", "write it as 2022-01-10, 2022-01 or 2022"
            )
        return DocumentDate(value, "given", text=given, confidence=1.0)
    complaint = None
    weak = [
        (moment, words, place)
        for words, place in document.weak_dates
        if (moment := read_date(words, day_first=day_first, reading=reading_date)) is not None
        # Younger than its reader: a clock that was wrong.
        and (reading_date is None or moment.cell.lo < reading_date.cell.hi)
    ]
    if document.given_date is not None:
        basis = document.given_basis or "field"
        value = read_date(document.given_date, day_first=day_first, reading=reading_date)
        if value is not None:
            return DocumentDate(
                value,
                basis,
                text=document.given_date,
                note=document.given_place,
                confidence=1.0,
                alternatives=_weak_candidates(weak, value),
            )
        name = FIELDS.get(basis, basis)
        complaint = f"{name} {document.given_date[:60]!r} is no date of the calendar"
    page = Page(document, day_first, reading_date)
    found = _with_other_order(page, _from_text(page))
    if found.value is None and weak:
        later = find_later(page, weak[0][0])
        if later is not None:
            _, words, place = weak[0]
            told = f"{place}, {words}, is not its own: the text tells of {later} as past"
            return _with_complaint(found, f"{complaint}; {told}" if complaint else told)
        value, words, place = weak[0]
        found = DocumentDate(
            value,
            document.given_basis or "metadata",
            text=words,
            note=place,
            alternatives=_weak_candidates(weak, value),
        )
    elif found.value is not None:
        others = _weak_candidates(weak, found.value)
        found = replace(found, alternatives=(*found.alternatives, *others))
    return _with_complaint(found, complaint)


def _weak_candidates(
    weak: Sequence[tuple[Moment, str, str]], taken: Moment
) -> tuple[Candidate, ...]:
    """What the source's weak dates say, where that is another day."""
    return tuple(
        Candidate(value, f"{place} says {words}")
        for value, words, place in weak
        if iso(value)[:10] != iso(taken)[:10]
    )


def _with_other_order(page: Page, date: DocumentDate) -> DocumentDate:
    """The date, listing what it is if day and month stand the other way round, where none says."""
    if date.value is None or page.day_first is not None or not find_doubtful(date.text or ""):
        return date
    first = not DEFAULT_DAY_FIRST
    other = read_date(date.text or "", day_first=first, reading=page.reading)
    if other is None or iso(other) == iso(date.value):
        return date
    reason = f"{date.text} with the {'day' if first else 'month'} first"
    return replace(date, alternatives=(Candidate(other, reason), *date.alternatives))


def _with_complaint(date: DocumentDate, complaint: str | None) -> DocumentDate:
    """The date of the text, saying also that the source's own was unreadable."""
    if complaint is None:
        return date
    if date.value is None:
        return replace(date, reason=f"{complaint}; {date.reason}")
    return replace(date, note=f"{complaint}; {date.note}" if date.note else complaint)


def _from_text(page: Page) -> DocumentDate:
    """The date of the first head that has one, with what the other heads say."""
    heads = [head for finder in FINDERS for head in finder(page)]
    whole = {id(head): value for head in heads if (value := _complete(page, head)) is not None}
    unread = {key for key, value in whole.items() if _is_unread(page, value)}
    companions = [
        (whole[id(head)], head.where)
        for head in heads
        if id(head) in whole and id(head) not in unread
    ]
    reasons: list[str] = []
    open_years: tuple[Candidate, ...] = ()
    for head in heads:
        value = whole.get(id(head))
        if id(head) in unread:
            reasons.append(f"{head.where} names a day after the reading date")
            continue
        if value is not None:
            if head.basis == "header" and _is_of_the_matter(page, value, companions):
                continue
            verdict = Verdict(value)
        elif head.written.fields.year is not None:
            reasons.append(f"{head.where} names a day that does not exist")
            continue
        else:
            verdict = fix_year(page, head.written, companions)
        if verdict.value is None:
            reasons.append((verdict.reason or "").format(where=head.where))
            open_years = open_years or verdict.alternatives
            continue
        others = [
            Candidate(moment, f"{where} says {iso(moment)}")
            for moment, where in companions
            if iso(moment) != iso(verdict.value)
        ]
        return _record(page, head, verdict, others)
    reason = reasons[0] if reasons else NOTHING
    return DocumentDate(None, None, reason=reason, alternatives=open_years)


def _is_unread(page: Page, value: Moment) -> bool:
    """Whether a date lies behind the reading date, a programme's; somewhere it is tomorrow."""
    return page.reading is not None and value.cell.lo > page.reading.cell.hi


def _is_of_the_matter(page: Page, value: Moment, companions: Sequence[tuple[Moment, str]]) -> bool:
    """Whether a line dates what a report is about: it tells of later days, and so says another."""
    later = any(moment.cell.lo >= value.cell.hi for moment, _ in companions)
    return later and find_later(page, value) is not None


def _record(page: Page, head: Head, verdict: Verdict, others: list[Candidate]) -> DocumentDate:
    start, end = head.written.start, head.written.end
    inside = head.basis != "file-name"
    return DocumentDate(
        verdict.value,
        head.basis,
        text=page.text[start:end] if inside else head.where.removeprefix("the file's name "),
        start=start if inside else None,
        end=end if inside else None,
        note=verdict.note,
        confidence=verdict.confidence,
        alternatives=(*verdict.alternatives, *others),
    )


def _complete(page: Page, head: Head) -> Moment | None:
    """The date of a head that states its year."""
    year = full_year(head.written.fields, page.reading)
    return None if year is None else moment_of(head.written.fields, year)

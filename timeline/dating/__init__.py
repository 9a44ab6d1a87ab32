"""The document's own date: ordered finders, each with its evidence.

The user's date wins, then the source's own field, then what the text says of itself, at last the
day on which its file was made, if it says so. A head without a year gets one from the weekdays and
years of the text (`year`). Where nothing dates the document the date has no value, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..annotation import Candidate, DocumentDate
from ..document import Document
from ..errors import OptionError
from ..temporal.arithmetic import iso
from ..temporal.values import Moment
from .as_of import find_as_of
from .byline import find_byline
from .dateline import find_dateline, find_frame
from .file_name import find_file_date
from .folio import find_folio
from .given import read_date
from .header import find_header
from .page import Head, Page, full_year, moment_of
from .passages import find_passages
from .signature import find_signature
from .year import Verdict, fix_year

__all__ = ["FINDERS", "find_document_date", "find_frame", "find_passages"]

Finder = Callable[[Page], Iterator[Head]]

# The order in which the text's own finders are believed.
FINDERS: tuple[Finder, ...] = (
    find_dateline,
    find_header,
    find_byline,
    find_folio,
    find_file_date,
    find_signature,
    find_as_of,
)

NOTHING = (
    "no dateline, header line, byline, file name, signature or 'as of' gives the document's date"
)
FIELDS = {"field": "the source's date field", "dct": "the document creation time"}


def find_document_date(
    document: Document,
    *,
    given: str | None = None,
    reading_date: Moment | None,
    day_first: bool | None = None,
) -> DocumentDate:
    """The document's own date with its evidence and its rivals, or none with the reason.

    `given` is the user's date (ISO 8601 or written out) and wins; OptionError if it is no date. A
    field of the source that is no date is passed over and the note or the reason says so.
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
    if document.given_date is not None:
        basis = document.given_basis or "field"
        value = read_date(document.given_date, day_first=day_first, reading=reading_date)
        if value is not None:
            return DocumentDate(value, basis, text=document.given_date, confidence=1.0)
        name = FIELDS.get(basis, basis)
        complaint = f"{name} {document.given_date[:60]!r} is no date of the calendar"
    told = _from_text(Page(document, day_first, reading_date))
    return _with_complaint(_with_file(told, document.made_on, reading_date), complaint)


def _with_file(date: DocumentDate, made_on: str | None, reading: Moment | None) -> DocumentDate:
    """The date of the text; where it has none, the day on which its file was made."""
    value = read_date(made_on, day_first=None, reading=None) if made_on else None
    if value is None or (reading is not None and value.cell.lo >= reading.cell.hi):
        return date  # a clock that is wrong
    if date.value is not None:
        if iso(value)[:10] == iso(date.value)[:10]:
            return date
        rival = Candidate(value, f"the file says that it was made on {iso(value)}")
        return replace(date, alternatives=(*date.alternatives, rival))
    note = "when the file was made; nothing in the text dates it"
    return DocumentDate(value, "metadata", text=made_on, note=note, alternatives=date.alternatives)


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
    companions = [(whole[id(head)], head.where) for head in heads if id(head) in whole]
    reasons: list[str] = []
    open_years: tuple[Candidate, ...] = ()
    for head in heads:
        value = whole.get(id(head))
        if value is not None:
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

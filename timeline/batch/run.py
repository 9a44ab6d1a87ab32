"""From sources to a chronology in one call: what the library and the command line both do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..annotation import Annotated
from ..chronology import Failure as FailureRecord
from ..chronology import Provenance, Timeline
from ..document import Document
from ..pipeline import Options
from ..readers.base import Failure
from ..report import make_timeline
from ..rules import load_rules
from ..temporal.arithmetic import iso
from ..temporal.edtf import parse_date
from ..temporal.values import Moment
from .local import annotate_sources


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries of the chronology are wanted; events and expressions stay complete.

    `since` and `until` are ISO 8601 years, months or days, both inclusive; `status` are the
    kinds of happening that are wanted (None: all).
    """

    keep_all: bool = False
    since: str | None = None
    until: str | None = None
    status: tuple[str, ...] | None = None
    top: int | None = None
    min_confidence: float | None = None


def run(
    sources: Iterable[Document | Failure], options: Options, selection: Selection | None = None
) -> Timeline:
    """The chronology of all sources; a broken source is a failure in it.

    Raises OptionError and ModelError.
    """
    selection = selection or Selection()
    annotated: list[Annotated] = []
    failures: list[FailureRecord] = []
    since, until = (_day(selection.since), _day(selection.until))
    for item in annotate_sources(sources, options):
        if isinstance(item, Failure):
            failures.append(FailureRecord(source=item.source, reason=item.reason))
        else:
            annotated.append(item)
    return make_timeline(
        annotated,
        failures=failures,
        provenance=_provenance(options, selection),
        keep_all=selection.keep_all,
        since=since,
        until=until,
        status=selection.status,
        top=selection.top,
        min_confidence=selection.min_confidence,
    )


def _day(text: str | None) -> Moment | None:
    return parse_date(text) if text else None


def _provenance(options: Options, selection: Selection) -> Provenance:
    from .. import __version__

    return Provenance(
        version=__version__,
        model=options.model,
        rules=load_rules("en").digest,
        options={
            "date": options.date,
            "day_first": options.day_first,
            "use_annotations": options.use_annotations,
            "country": options.country,
            "hemisphere": options.hemisphere,
            "fiscal_year_start": options.fiscal_year_start,
            "named_dates": options.named_dates.digest,
            "all": selection.keep_all,
            "since": selection.since,
            "until": selection.until,
            "status": ",".join(selection.status) if selection.status else None,
            "top": selection.top,
            "min_confidence": selection.min_confidence,
        },
        reading_date=iso(options.reading_date) if options.reading_date else None,
    )

"""From sources to a chronology in one call: what the library and the command line both do."""

from __future__ import annotations

from collections.abc import Iterable

from ..annotation import Annotated
from ..chronology import Failure as FailureRecord
from ..chronology import Provenance, Timeline
from ..document import Document
from ..pipeline import Options
from ..readers.base import Failure
from ..report import make_timeline
from ..report.selection import Selection
from ..rules import load_rules
from ..temporal.arithmetic import iso
from .local import annotate_sources

__all__ = ["Selection", "run"]


def run(
    sources: Iterable[Document | Failure], options: Options, selection: Selection | None = None
) -> Timeline:
    """The chronology of all sources; a broken source is a failure in it.

    Raises OptionError and ModelError.
    """
    selection = selection or Selection()
    annotated: list[Annotated] = []
    failures: list[FailureRecord] = []
    choice = selection.make_choice()
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
        choice=choice,
    )


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
            **selection.to_options(),
        },
        reading_date=iso(options.reading_date) if options.reading_date else None,
    )

"""What made a chronology."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..chronology import Provenance
from ..exporters import Layout
from ..pipeline import Options
from ..report.selection import Selection
from ..rules import load_rules
from ..temporal.arithmetic import iso


def make_provenance(options: Options, selection: Selection) -> Provenance:
    """Version, model, rules and options: with the same input they give the same bytes."""
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


def describe_made(
    options: Options, selection: Selection, format: str, layout: Layout
) -> dict[str, str | int | float | bool | None]:
    """Everything that decides the bytes of an output, each by its name."""
    made = make_provenance(options, selection)
    return {
        "version": made.version,
        "model": f"{options.model} {version_of(options.model)}",
        "event_model": options.event_model,
        "rules": made.rules,
        "reading_date": made.reading_date,
        **made.options,
        "format": format,
        "fields": ",".join(layout.fields) if layout.fields else None,
        "header": layout.header,
    }


def version_of(model: str) -> str:
    """A model's version, of a folder what its meta.json says."""
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        meta = Path(model) / "meta.json"
        return sha256(meta.read_bytes()).hexdigest()[:12] if meta.is_file() else "unknown"

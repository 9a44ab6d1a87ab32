"""What made a chronology, and what its options left out."""

from __future__ import annotations

from collections.abc import Iterator

from ...chronology import Timeline
from ..missing import chosen_by, count_left_out
from ..safe import show


def tell_provenance(timeline: Timeline) -> Iterator[list[str]]:
    """Names and words: program, model, rules, reading date, and the options that were given."""
    made = timeline.provenance
    yield ["Program", f"timeline {show(made.version)}"]
    yield ["Model", show(made.model)]
    yield ["Rules", show(made.rules)]
    if made.reading_date:
        yield ["Read on", show(made.reading_date)]
    for name, value in made.options.items():
        if value not in (None, False, ""):
            yield [show(name.replace("_", " ")).capitalize(), show(str(value))]


def count_left(timeline: Timeline) -> list[int | str]:
    """How many events the options left out, and which options."""
    return [count_left_out(timeline), ", ".join(chosen_by(timeline))]

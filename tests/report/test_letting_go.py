"""What was found in a document is let go when its records are made."""

from __future__ import annotations

import dataclasses
import weakref
from collections.abc import Iterator

from report.making import PROVENANCE, row

from timeline.annotation import Annotated
from timeline.chronology import Failure
from timeline.report import make_timeline


@dataclasses.dataclass(frozen=True)
class Watched(Annotated):
    """Knows when it is gone."""


def test_one_document_is_there_at_a_time() -> None:
    found = row("contract", 2)
    fields = {field.name: getattr(found, field.name) for field in dataclasses.fields(found)}
    alive: list[weakref.ref[Watched]] = []
    most: list[int] = []
    failures: list[Failure] = []

    def find() -> Iterator[Annotated]:
        for _ in range(5):
            one = Watched(**fields)
            alive.append(weakref.ref(one))
            yield one
            del one
            most.append(sum(ref() is not None for ref in alive))
        failures.append(Failure(source="x", reason="told last"))

    made = make_timeline(find(), provenance=PROVENANCE, failures=failures)
    assert most == [0] * 5
    assert len(made.documents) == 5
    assert [failure.source for failure in made.failures] == ["x"]

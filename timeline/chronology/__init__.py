"""The chronology as users get it: its records, their order and parts."""

from .certainty import Certainty, certainty
from .documents import (
    Bounds,
    DateAlternative,
    DateEvidence,
    Document,
    DocumentDate,
    Event,
    Evidence,
    Expression,
    Locator,
    Participant,
    Record,
    Span,
    Time,
)
from .order import order_entries, time_key
from .parts import choose_entries, of_document
from .timeline import (
    SCHEMA,
    Conflict,
    Correction,
    Entry,
    Failure,
    Gap,
    Link,
    Provenance,
    Timeline,
    Undated,
)

__all__ = [
    "SCHEMA",
    "Bounds",
    "Certainty",
    "Conflict",
    "Correction",
    "DateAlternative",
    "DateEvidence",
    "Document",
    "DocumentDate",
    "Entry",
    "Event",
    "Evidence",
    "Expression",
    "Failure",
    "Gap",
    "Link",
    "Locator",
    "Participant",
    "Provenance",
    "Record",
    "Span",
    "Time",
    "Timeline",
    "Undated",
    "certainty",
    "choose_entries",
    "of_document",
    "order_entries",
    "time_key",
]

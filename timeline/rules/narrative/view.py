"""All that an expression may be counted from, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...annotation import DocumentDate
from ..covering import Covered
from ..cues import Cue
from ..customs import Customs
from .figures import Figures
from .told import Told

PRESS = ("dateline", "byline", "dct", "report")  # bases that prove a news report


@dataclass(frozen=True, slots=True)
class View:
    """All that an expression may be counted from, where it stands."""

    date: DocumentDate
    date_id: str
    told: Told | None
    figures: Figures | None
    cue: Cue
    compared: bool
    against: bool
    customs: Customs
    near: Told | None = None  # the date that stands just before it, be it of the story or not
    aside: Told | None = None  # the year that the story looked back to, in this paragraph
    block: int = -1
    pointing: bool = False  # "that month", never the month at hand
    definite: bool = False  # "the Monday", one of the story
    joined: bool = False  # no sentence ends between `near` and it
    form: bool = False  # a field of a form: "DOB: "
    recent: Sequence[float] = ()  # where the days begin that were told from the document's date
    covered: Covered | None = None  # the period that a report says it covers

"""What the words of a rule mean: functions from slots to an expression, None for no time."""

from __future__ import annotations

from collections.abc import Callable

from ..schema import Reading, Slots
from .calendar import CALENDAR
from .clock import CLOCK
from .combine import COMBINE
from .duration import DURATION
from .events import EVENTS
from .feasts import FEASTS
from .place import PLACE
from .range import RANGE
from .relative import RELATIVE
from .stretch import STRETCH

PRODUCTIONS: dict[str, Callable[[Slots], Reading | None]] = {
    **CALENDAR,
    **CLOCK,
    **COMBINE,
    **DURATION,
    **EVENTS,
    **FEASTS,
    **PLACE,
    **RANGE,
    **RELATIVE,
    **STRETCH,
}

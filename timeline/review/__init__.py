"""What a person corrects in a chronology: read from a table, applied, and found again.

Corrections are kept in the chronology that they were applied to, so that they survive a re-run:
`apply_table(timeline, data, "case.csv")`, later `apply_again(new, timeline)`.
"""

from .again import apply_again
from .apply import Outcome, apply_table

__all__ = ["Outcome", "apply_again", "apply_table"]

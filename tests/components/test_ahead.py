"""Dates that the words before them look ahead to."""

import pytest
from docs import dated

from timeline.components.clause_cue import find_cue

# sentence of parses.txt, the side of its date
SIDES = (
    ("The port club warmed up for [Tuesday]'s match by winning at home.", "future"),
    ("The parties toured the islands in the run-up to [Sunday]'s election.", "future"),
    ("The offer comes ahead of a meeting of the owners on [Friday].", "future"),
    ("Traders waited ahead of figures due for release [Thursday].", "future"),
    ("Marches were also announced for [Sunday] in the valley.", "future"),
    ("The union was blamed for [Monday]'s march.", "past"),
    ("The crew left the harbour on [Friday], well ahead of the storm.", "past"),
    ("He had resigned ahead of [Monday]'s vote.", "past"),
    ("We had planned to remove the old boiler in [November].", "near"),
)


@pytest.mark.parametrize(("sentence", "side"), SIDES, ids=[one[0] for one in SIDES])
def test_what_stands_ahead_is_to_come(sentence: str, side: str) -> None:
    assert find_cue(dated(sentence)).direction == side

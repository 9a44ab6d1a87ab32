"""Dates that the words before them look ahead to."""

import pytest
from docs import dated

from timeline.components.clause_cue import find_cue

# sentence of parses.txt, the side of its date, whether that comes after what its clause tells
SIDES = (
    ("The port club warmed up for [Tuesday]'s match by winning at home.", "past", True),
    ("The parties toured the islands in the run-up to [Sunday]'s election.", "past", True),
    ("The offer comes ahead of a meeting of the owners on [Friday].", "near", True),
    ("Traders waited ahead of figures due for release [Thursday].", "past", True),
    ("She trained for the [August] games.", "past", True),
    ("The hearing was adjourned until [Tuesday].", "future", True),
    ("She campaigned for the victims of the [January] flood.", "past", False),
    ("They prepared a dinner for the widows of [Sunday]'s fire.", "past", False),
    ("Marches were also announced for [Sunday] in the valley.", "future", False),
    ("The council announced a vote for [January].", "future", False),
    ("The company announced its sales for [January].", "past", False),
    ("The company booked a profit for [January].", "past", False),
    ("The league announced its winners for [January].", "past", False),
    ("The union was blamed for [Monday]'s march.", "past", False),
    ("The crew left the harbour on [Friday], well ahead of the storm.", "past", False),
    ("He had resigned ahead of [Monday]'s vote.", "past", False),
    ("We had planned to remove the old boiler in [November].", "near", False),
)


@pytest.mark.parametrize(("sentence", "side", "ahead"), SIDES, ids=[one[0] for one in SIDES])
def test_what_stands_ahead_is_to_come(sentence: str, side: str, ahead: bool) -> None:
    cue = find_cue(dated(sentence))
    assert (cue.direction, cue.ahead) == (side, ahead)

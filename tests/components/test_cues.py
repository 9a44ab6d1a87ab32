"""What the clause of a date says of it."""

import pytest
from docs import dated

from timeline.components.clause_cue import find_cue
from timeline.rules.cues import Aside, Cue

# sentence of parses.txt with its date in [ ], cue
CUES = (
    ("She will leave on [Monday]", Cue("future")),
    ("She left on [Monday]", Cue("past", sure=True)),
    ("She had left on [Monday]", Cue("past", aside=Aside.FLASHBACK, sure=True)),
    ("She was convicted of robbery on [Monday]", Cue("past", aside=Aside.FLASHBACK)),
    ("She said on [Monday]", Cue("past", aside=Aside.REPORT, scene=True, sure=True)),
    ("It failed to close on [Monday]", Cue("past")),
    # What is reported stands first: an aside of the story.
    ("It closed , she said on [Monday]", Cue("past", aside=Aside.REPORT, sure=True)),
    ("ramp that was installed in [May] fell", Cue("past", aside=Aside.PASSING, sure=True)),
    # An attribute is told in passing; what a plan is about may lie behind.
    ("will sell it under a [June] agreement", Cue("near", aside=Aside.PASSING)),
    ("They postponed it until [Tuesday]", Cue("future", ahead=True)),
    ("They postponed it on [Tuesday]", Cue("past", sure=True)),
    ("It declared a dividend payable [January]", Cue("future", aside=Aside.REPORT)),
    ("He could not be reached [Wednesday]", Cue("past")),
    ("Schedule it for [Monday]", Cue("future")),
    ("It neared a high set in [August]", Cue("past", aside=Aside.PASSING, sure=True)),
    ("although she was nominated in [1921] she stayed", Cue("past", sure=True)),
    ("It is the worst fire since [2017]", Cue("near", aside=Aside.PASSING)),
    # To tell somebody to do a thing is a step of the story, no report.
    ("On [Monday] was told to leave", Cue("past", sure=True)),
    ("She was told to leave by [Monday]", Cue("near")),
    ("She hopes to leave on [Monday]", Cue("future")),
    ("count to be repeated in [August]", Cue("future", aside=Aside.PASSING)),
    ("He will act until a successor is named in [June]", Cue("future")),
    ("He acted until a successor was named in [June]", Cue("past", sure=True)),
    ("He faces a vote in [June]", Cue("near", sure=True)),
    ("It shows a fall in [June]", Cue("near")),
    # The year is no part of the noun.
    ("in [2019] one captain died", Cue("past")),
    ("They could not pay on [Monday]", Cue("past")),
    ("They could pay on [Monday]", Cue("near")),
    ("They could not pay until [Monday]", Cue("near")),
    ("They declared war on [Monday]", Cue("past")),
    ("She had left by [Monday]", Cue("past", aside=Aside.FLASHBACK, limit=True, sure=True)),
    ("She wrote to the bank on [Monday]", Cue("past", sure=True)),
    ("She went to Rome where she worked in [May]", Cue("past", sure=True)),
    ("The fire of [May] was a myth", Cue("past", aside=Aside.PASSING)),
    ("The fire of [May] killed ten", Cue("past")),
    ("It rose for its highest close since [2000]", Cue("past", aside=Aside.PASSING, sure=True)),
    ("It has been postponed until after [Easter]", Cue("future")),
    # The summit may be to come.
    ("The summit set for Rome in [April]", Cue("past", aside=Aside.PASSING)),
    ("It has been let until [March]", Cue("future")),
)


@pytest.mark.parametrize(("sentence", "cue"), CUES, ids=[row[0] for row in CUES])
def test_cues(sentence: str, cue: Cue) -> None:
    assert find_cue(dated(sentence)) == cue

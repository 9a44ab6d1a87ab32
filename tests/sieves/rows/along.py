"""What shares the clause of an event that weaker evidence dates."""

from .agent import LIND
from .row import Row

ALONG = (
    Row(
        LIND + "Lind [closed] the day by [showing:OCCURRENCE,PRESPART] a film.",
        {"closed": "carried 2022-01-07", "showing": "along 2022-01-07"},
    ),
    Row(
        LIND + "She [went] on to [praise:REPORTING,INFINITIVE] the workers.",
        {"went": "carried 2022-01-07", "praise": "along 2022-01-07"},
    ),
)
ALONG_REFUSALS = (
    Row(
        LIND + "She [went] home to [praise:REPORTING,INFINITIVE] the workers.",
        {"went": "carried 2022-01-07", "praise": "- no expression"},
    ),
    Row(
        "Karl Berg [said:REPORTING] in an [interview] that it was safe.",
        {"said": "reporting 2022-01-10", "interview": "- no expression"},
    ),
)

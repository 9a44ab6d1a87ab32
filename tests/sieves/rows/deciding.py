"""What a meeting decides on its day."""

from .row import TENSE_PAST, Row

MEETING = "MINUTES OF THE MEETING\n\n"

DECIDING = (
    Row(
        MEETING + "The accounts were [approved].",
        {"approved": "deciding 2022-01-10"},
        basis="header",
    ),
    Row(
        MEETING + "The board [rejected] the offer and [agreed] to write to the owner.",
        {"rejected": "deciding 2022-01-10", "agreed": "deciding 2022-01-10"},
        basis="header",
    ),
)

# What was decided before, not at all, elsewhere, or on a day of its own.
DECIDING_REFUSALS = (
    # Minutes by the clock are none of a meeting.
    Row(
        "At seven minutes past two a valve broke. Everyone [agreed] not to talk.",
        {"agreed": TENSE_PAST},
        basis="header",
    ),
    Row(
        MEETING + "The accounts had been [approved:OCCURRENCE,PAST,PERFECTIVE].",
        {"approved": TENSE_PAST},
        basis="header",
    ),
    Row(
        MEETING + "The council [approved] the plan on {3 January=~2022-01-03}.",
        {"approved": "attached 2022-01-03"},
        basis="header",
    ),
    Row(MEETING + "The roof [leaked].", {"leaked": TENSE_PAST}, basis="header"),
    Row(MEETING + "The plan was not [approved:-].", {"approved": TENSE_PAST}, basis="header"),
    Row("The council [approved] the plan.", {"approved": TENSE_PAST}, basis="header"),
    Row(MEETING + "The offer was [accepted].", {"accepted": "lead 2022-01-10"}, basis="dateline"),
)

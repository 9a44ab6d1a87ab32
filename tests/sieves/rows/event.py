"""The time of an event that another phrase names again."""

from .row import TENSE_PAST, Row

EVENT = (
    Row(
        "He was [dismissed] on {3 May 2019=2019-05-03}. He has been [unemployed:STATE] since his "
        "[dismissal].",
        {"unemployed": "event 2019-05-03/2022-01-10.."},
    ),
    Row(
        "The bridge [opened] on {3 May 2019=2019-05-03}. A ferry [ran] until the bridge [opened].",
        {"ran": "event ../2019-05-03"},
    ),
    Row(
        "The [hearing] [took] place on {3 May 2019=2019-05-03}. His lawyer [apologised] at the "
        "[hearing].",
        {"apologised": "event 2019-05-03"},
    ),
)

EVENT_REFUSALS = (
    Row(
        "He was [dismissed] on {3 May 2019=2019-05-03}. He [sued] since the [dismissal] was "
        "unfair.",
        {"sued": TENSE_PAST},
    ),
    Row(
        "The [hearing] [took] place on {3 May 2019=2019-05-03}. His lawyer [apologised] at a "
        "[hearing].",
        {"apologised": "carried 2019-05-03"},
    ),
    Row("He has been [unemployed:STATE] since his [dismissal].", {"unemployed": TENSE_PAST}),
)

"""What somebody said, on the day of the report."""

from .row import TENSE_PAST, Row

REPORTING = (
    Row("The plant is safe, the minister [said:REPORTING].", {"said": "reporting 2022-01-10"}),
    Row(
        "PORT [CLOSED]\n\nThe port is safe, the minister [said:REPORTING].",
        {"said": "reporting 2022-01-10"},
    ),
    Row(
        "A guard [died] on {Sunday=~2022-01-09}. The mayor [said:REPORTING] it was an accident.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
)

REPORTING_REFUSALS = (
    # In a story that is told with dates of its own, what somebody says is part of the story.
    Row(
        "On {24 February=~2021-02-24} I [met] him. He [said:REPORTING] nothing was wrong.",
        {"said": TENSE_PAST},
    ),
    Row("The plant is safe, the minister had [said:REPORTING].", {"said": TENSE_PAST}),
    Row("The plant is safe, the minister [said:REPORTING].", {"said": "- no date"}, None),
)

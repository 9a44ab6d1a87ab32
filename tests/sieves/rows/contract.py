"""The examples of the output contract, in tests/report/test_times.py too."""

from .row import TENSE_PAST, Row

CONTRACT = (
    Row(
        "Order was [restored] by {the morning of January 7=~2022-01-07}.",
        {"restored": "signal ..2022-01-07"},
    ),
    Row(
        "From {1914 to 1933=1914/1933} she [directed] an institute.",
        {"directed": "signal 1914-01-01..1914-12-31/1933-01-01..1933-12-31"},
    ),
    Row(
        "The [strike] [began] on {3 May=~2021-05-03} and [lasted] {nine days=9d}.",
        {
            "strike": "aspect 2021-05-03/2021-05-11",
            "began": "aspect 2021-05-03",
            "lasted": "aspect 2021-05-03/2021-05-11",
        },
    ),
    Row("He had [resigned:OCCURRENCE,PAST,PERFECTIVE].", {"resigned": TENSE_PAST}),
    Row(
        "In {March 2021=2021-03} the firm was [fined].",
        {"fined": "attached 2021-03-01..2021-03-31"},
    ),
)

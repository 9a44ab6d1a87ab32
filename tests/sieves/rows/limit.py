"""Within so long of what was told last, of a promise, or of the document."""

from .row import Row

LIMIT = (
    Row(
        "The firm [reported] it on {2 October=~2021-10-02}. Four more cars [burned] within "
        "{ten days=10d}.",
        {"burned": "limit 2021-10-02..2021-10-12"},
    ),
    Row(
        "On {22 June=~2021-06-22} he [assured] her that the pump would be "
        "[replaced:OCCURRENCE,FUTURE] within {30 days=30d}.",
        {"replaced": "limit ..2021-07-22"},
    ),
    Row(
        "The defendant shall [file:OCCURRENCE,FUTURE] its defence within {28 days=28d}.",
        {"file": "limit ..2022-02-07"},
    ),
)

LIMIT_REFUSALS = (
    # What is told behind a colon sets no limit.
    Row(
        "They [failed] within {a year=1y}: on {25 October 2019=2019-10-25} the ceiling "
        "[collapsed].",
        {"failed": "tense ..2022-01-10", "collapsed": "attached 2019-10-25"},
    ),
    # Nothing is told that it could count from.
    Row("The sum was [paid] within {ten days=10d}.", {"paid": "tense ..2022-01-10"}),
    Row(
        "The firm [failed] in {2021=2021}. The sum was [paid] within {ten days=10d}.",
        {"paid": "tense ..2022-01-10"},
    ),
    Row(
        "The firm [failed] on {2 October=~2021-10-02}.\n\nThe sum was [paid] within "
        "{ten days=10d}.",
        {"paid": "tense ..2022-01-10"},
    ),
    # Only how long it took.
    Row(
        "The firm [failed] on {2 October=~2021-10-02}. The [trial] [lasted] {ten days=10d}.",
        {"lasted": "tense ..2022-01-10"},
    ),
)

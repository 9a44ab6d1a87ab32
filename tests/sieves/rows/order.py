"""Bounds by the order of events."""

from .row import TENSE_PAST, Row

ORDER = (
    Row(
        "The bridge [collapsed] on {3 May 2021=2021-05-03}. "
        "The firm [closed] after the bridge [collapsed].",
        {"collapsed": "attached 2021-05-03", "closed": "order 2021-05-03..2022-01-10"},
    ),
    Row(
        "The council [voted] on {3 May 2021=2021-05-03}. After the [vote], the mayor [resigned].",
        {"vote": "order 2021-05-03", "resigned": "order 2021-05-03..2022-01-10"},
    ),
    Row(
        "The mayor [resigned] before the council [voted] on {3 May 2021=2021-05-03}.",
        {"voted": "attached 2021-05-03", "resigned": "order ..2021-05-03"},
    ),
    Row(
        "On {3 May 2021=2021-05-03} the inquiry [opened] after the mayor [resigned].",
        {"opened": "attached 2021-05-03", "resigned": "order ..2021-05-03"},
    ),
    Row(
        "The crowd [wept] when the train [left] on {3 May 2021=2021-05-03}.",
        {"left": "attached 2021-05-03", "wept": "clause 2021-05-03"},
    ),
    # A year is closer with the day that bounds it.
    Row(
        "In {2021=2021} the minister [resigned] after the [vote] on {3 May 2021=2021-05-03}.",
        {"resigned": "attached 2021-05-03..2021-12-31", "vote": "attached 2021-05-03"},
    ),
    # Over a third one.
    Row(
        "The town [burned] on {3 May 2021=2021-05-03}. After the town [burned], the people [fled] "
        "before the rebels [returned].",
        {"burned": "attached 2021-05-03", "fled": "order 2021-05-03..2022-01-10",
         "returned": "order 2021-05-03..2022-01-10"},
    ),
)  # fmt: skip

ORDER_REFUSALS = (
    # What is more precise stays.
    Row(
        "The minister [resigned] on {2 May 2021=2021-05-02} after the parliament [voted] against "
        "him on {7 May 2021=2021-05-07}.",
        {"resigned": "attached 2021-05-02", "voted": "attached 2021-05-07"},
    ),
    # What did not happen bounds nothing, nor does what only tense bounds.
    Row(
        "The mayor did not [resign:-] after the [vote] on {3 May 2021=2021-05-03}.",
        {"vote": "attached 2021-05-03", "resign": TENSE_PAST},
    ),
    Row(
        "The mayor [resigned] after the council [met].", {"resigned": TENSE_PAST, "met": TENSE_PAST}
    ),
    # A reason, not a time.
    Row(
        "The mayor [resigned] since the council [voted] against him on {3 May 2021=2021-05-03}.",
        {"voted": "attached 2021-05-03", "resigned": TENSE_PAST},
    ),
    # How the story is told hands no date on.
    Row(
        "The mayor [rose] in {2020=2020} and [went] home.",
        {"rose": "attached 2020-01-01..2020-12-31", "went": TENSE_PAST},
    ),
    # What is still to come is not what something real lay beside.
    Row(
        "The job was [disabled] on {3 May 2021=2021-05-03} during the [move] to the new cluster. "
        "The alert will be [moved:FUTURE] by {27 February 2022=2022-02-27}.",
        {"disabled": "attached 2021-05-03", "moved": "signal ..2022-02-27"},
    ),
)

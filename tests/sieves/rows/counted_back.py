"""The event from which a date is counted, dated from it."""

from .row import Row

COUNTED_BACK = (
    Row(
        "Three men [died] on {November 6=~2021-11-06}, {the day=@same day} the water [broke] in.",
        {"died": "attached 2021-11-06", "broke": "counted-back 2021-11-06"},
    ),
    Row(
        "He [fell] on {2 May 1915=1915-05-02}, {three months=@+3 month} after the [birth] of "
        "their daughter.",
        {"fell": "attached 1915-05-02", "birth": "counted-back 1915-02-01..1915-02-28"},
        None,
    ),
)

COUNTED_BACK_REFUSALS = (
    # Nothing stands before the comma that the distance could be counted from.
    Row(
        "He [fell], {three months=@+3 month} after the [birth] of their daughter.",
        {"birth": "- no expression"},
        None,
    ),
)

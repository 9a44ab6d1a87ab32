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
    # The verb that the parser gave the clause to is not asked, nor is the copula.
    Row(
        "The waterworks were [built] in {1911=1911} and [taken] over by the town in {1974=1974}, "
        "{two years=@+2 year} after an outbreak [killed] fourteen.",
        {
            "built": "attached 1911-01-01..1911-12-31",
            "taken": "attached 1974-01-01..1974-12-31",
            "killed": "counted-back 1972-01-01..1972-12-31",
        },
        None,
    ),
    Row(
        "Dockers [walked] off the job on {Tuesday=~2022-01-04}, {a week=@-1 week} before "
        "parliament is due to [vote:OCCURRENCE,INFINITIVE] on the bill.",
        {"walked": "attached 2022-01-04", "vote": "counted-back 2022-01-10..2022-01-16"},
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

"""Bounds by tense and the document's date alone."""

from .row import TENSE_PAST, Row

TENSE = (
    Row("The road was [closed].", {"closed": TENSE_PAST}),
    Row(
        "The situation [remains:STATE,PRESENT] tense.",
        {"remains": "tense ..2022-01-10/2022-01-10.."},
    ),
    Row("The plant will [open:OCCURRENCE,FUTURE].", {"open": "tense 2022-01-10.."}),
    Row("The road was [closed].", {"closed": "tense ..2022-01-31"}, "2022-01"),
    Row("The plant will [open:OCCURRENCE,FUTURE].", {"open": "tense 2022-01-01.."}, "2022-01"),
)

TENSE_REFUSALS = (
    Row(
        "It will [end:OCCURRENCE,FUTURE] if the rebels [leave:OCCURRENCE,PRESENT].",
        {"end": "tense 2022-01-10..", "leave": "-"},
    ),
    Row("The road was [closed].", {"closed": "- the document has no date"}, None),
    Row("The [closure] surprised many.", {"closure": "- no expression"}),
)

"""What began, ended or lasted."""

from .row import TENSE_PAST, Row

ASPECT = (
    # Near a clock time it began at a point; and what was brought to an end was so then.
    Row(
        "The [fire] [began] shortly before {6 a.m.=~2022-01-08T06}.",
        {"began": "signal 2022-01-08T05:30..2022-01-08T06:00"},
    ),
    Row("The [talks] [finished] on {Friday=~2022-01-07}.", {"finished": "attached 2022-01-07"}),
    Row(
        "The [war] [ended] in {1918=1918}.",
        {"war": "aspect ../1918-01-01..1918-12-31", "ended": "aspect 1918-01-01..1918-12-31"},
    ),
    Row(
        "The [siege] [began] on {14 June=~1897-06-14}. It [lasted] {nine days=9d}.",
        {
            "siege": "aspect 1897-06-14/1897-06-22",
            "began": "aspect 1897-06-14",
            "lasted": "aspect 1897-06-14/1897-06-22",
        },
        None,
    ),
    # A month is fine enough for weeks that outlast it.
    Row(
        "The [strike] [began] in {January 1984=1984-01} and [lasted] {eleven weeks=11w}.",
        {
            "strike": "aspect 1984-01-01..1984-01-31/1984-03-17..1984-04-16",
            "lasted": "aspect 1984-01-01..1984-01-31/1984-03-17..1984-04-16",
        },
        None,
    ),
    Row(
        "Troops [began] [withdrawing] on {Friday=~2022-01-07}.",
        {"began": "aspect 2022-01-07", "withdrawing": "aspect 2022-01-07/.."},
    ),
    # What opens a sentence may tell when its verb began.
    Row(
        "[Beginning:OCCURRENCE,PRESPART] in {1990=1990}, the district was [redeveloped].",
        {"redeveloped": "aspect 1990-01-01..1990-12-31/.."},
        None,
    ),
    # What begins and ends behind a comma is the term before it.
    Row(
        "Larn [signed] a lease for a term of two years, [beginning] on "
        "{3 May 2021=2021-05-03} and [ending] on {3 May 2023=2023-05-03}.",
        {
            "signed": TENSE_PAST,
            "beginning": "aspect 2021-05-03/2023-05-03",
            "ending": "aspect 2023-05-03",
        },
    ),
    # A begin without its year that would lie behind the end is not told.
    Row(
        "The [trial] [opened] on {3 April=~2021-04-03} and [ended] on {2 May 2020=2020-05-02}.",
        {"trial": "aspect ../2020-05-02"},
    ),
)

ASPECT_REFUSALS = (
    # A year is too coarse to count days from.
    Row(
        "The [siege] [began] in {1897=1897} and [lasted] {nine days=9d}.",
        {
            "siege": "clause 1897-01-01..1897-12-31",
            "began": "attached 1897-01-01..1897-12-31",
            "lasted": "-",
        },
        None,
    ),
    Row(
        "The club [won] in {2010=2010}, [beginning:OCCURRENCE,PRESPART] with the first match.",
        {"won": "attached 2010-01-01..2010-12-31"},
        None,
    ),
    Row("The company [began] in {1998=1998}.", {"began": "attached 1998-01-01..1998-12-31"}),
)

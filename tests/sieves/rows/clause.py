"""The date of another event of the same clause."""

from .row import TENSE_PAST, Row

CLAUSE = (
    Row(
        "He was [arrested] and [charged] on {Tuesday=~2022-01-04}.",
        {"arrested": "clause 2022-01-04", "charged": "attached 2022-01-04"},
    ),
    Row(
        "On {Thursday=~2022-01-06}, Smith [resigned], and Jones [took] over.",
        {"resigned": "attached 2022-01-06", "took": "clause 2022-01-06"},
    ),
    Row(
        "Dockers [held] a silent [protest] on {Sunday=~2022-01-09} and [blocked] the road.",
        {
            "held": "clause 2022-01-09",
            "protest": "attached 2022-01-09",
            "blocked": "clause 2022-01-09",
        },
    ),
    Row(
        "Rebels [attacked] the town on {5 May=~2021-05-05}, [killing] ten people.",
        {"attacked": "attached 2021-05-05", "killing": "clause 2021-05-05"},
    ),
    Row(
        "Rebels [attacked] the town on {5 May=~2021-05-05}, [killing] ten and [wounding] six.",
        {
            "attacked": "attached 2021-05-05",
            "killing": "clause 2021-05-05",
            "wounding": "clause 2021-05-05",
        },
    ),
    Row(
        "An [armistice] was [signed] on {9 March 1898=1898-03-09}.",
        {"armistice": "clause 1898-03-09", "signed": "attached 1898-03-09"},
        None,
    ),
    Row(
        "He [welcomed] the figures at a news [conference] {Friday=~2022-01-07}.",
        {"welcomed": "attached 2022-01-07", "conference": "clause 2022-01-07"},
    ),
    # What comes at once holds for a year too; one auxiliary holds for two verbs.
    Row(
        "He [died] in {1224=1224} and was [buried] twice.",
        {"died": "attached 1224-01-01..1224-12-31", "buried": "clause 1224-01-01..1224-12-31"},
        None,
    ),
    Row(
        "In {May 1948=1948-05} they had [held] a meeting and [voted] themselves a dinner.",
        {
            "held": "attached 1948-05-01..1948-05-31",
            "voted": "clause 1948-05-01..1948-05-31",
        },
        None,
    ),
    # The epidemic of a year is that of what came of it.
    Row(
        "He [died] in the [fire] of {1688=1688}.",
        {"died": "clause 1688-01-01..1688-12-31", "fire": "attached 1688-01-01..1688-12-31"},
        None,
    ),
    # What was done at once has the year of what it was done on.
    Row(
        "On her [release] in {1911=1911} she [left] the town.",
        {"release": "attached 1911-01-01..1911-12-31", "left": "clause 1911-01-01..1911-12-31"},
        None,
    ),
)

CLAUSE_REFUSALS = (
    Row(
        "He [retired] in {1894=1894} and [wrote] a book.",
        {"retired": "attached 1894-01-01..1894-12-31", "wrote": "- no expression"},
        None,
    ),
    Row(
        "They [postponed] it on {Monday=~2022-01-03} at the [request] of the port.",
        {"postponed": "attached 2022-01-03", "request": "- no expression"},
    ),
    Row(
        "{Twenty minutes later=~2021-05-06T06:30} customers [complained], but "
        "no alarm [sounded:-].",
        {"complained": "attached 2021-05-06T06:30", "sounded": TENSE_PAST},
    ),
    Row(
        "He was [born] in {1950=1950} and [became] a doctor.",
        {"born": "attached 1950-01-01..1950-12-31", "became": TENSE_PAST},
    ),
    Row(
        "The [attack] was [condemned] on {Monday=~2022-01-03}.",
        {"attack": "-", "condemned": "attached 2022-01-03"},
    ),
)

"""What stands under a date that heads a section or leads a line."""

from .row import Row

UNDER = (
    Row(
        "# {1960=1960}\n\nThe bridge was [built]. In {May=1960-05}, it was [opened].\n\n"
        "# {1961=1961}\n\nThe bridge [fell]. Then it was [sold].",
        {
            "built": "under 1960-01-01..1960-12-31",
            "opened": "attached 1960-05-01..1960-05-31",
            "fell": "under 1961-01-01..1961-12-31",
            "sold": "under 1961-01-01..1961-12-31",
        },
    ),
    # The rest of a line of a list, in the present too, and what stands behind a semicolon.
    Row(
        "- {1768=1768}: Parliament [authorises:OCCURRENCE,PRESENT] the canal; Rudd is "
        "[made:OCCURRENCE,PRESENT] engineer.\n"
        "- {1841=1841}: The railway [arrives:OCCURRENCE,PRESENT]. Traffic [fell] at once.",
        {
            "authorises": "attached 1768-01-01..1768-12-31",
            "made": "under 1768-01-01..1768-12-31",
            "arrives": "attached 1841-01-01..1841-12-31",
            "fell": "under 1841-01-01..1841-12-31",
        },
    ),
    # Of a stretch it is some time within.
    Row(
        "# {1924-26=1924/1926}\n\nShe [worked] in Cairo. She [learned] Arabic.\n\n# {1931=1931}",
        {"worked": "under 1924-01-01..1926-12-31", "learned": "under 1924-01-01..1926-12-31"},
    ),
)

UNDER_REFUSALS = (
    # A sentence of another time ends it, what came later or was not told as past is elsewhere.
    Row(
        "# {1960=1960}\n\nThe bridge [stood:STATE] empty. Later it was [sold]. It [fell] in "
        "{1965=1965}. Two men [died].\n\n# {1971=1971}",
        {
            "stood": "tense ..2022-01-10",
            "sold": "tense ..2022-01-10",
            "fell": "attached 1965-01-01..1965-12-31",
            "died": "tense ..2022-01-10",
        },
    ),
    # The day of a report stands alone above it, and a lone heading dates a paper.
    Row(
        "# {9 January 2022=2022-01-09}\n\nThe firm [opened] a shop.\n\n# {2021=2021}",
        {"opened": "tense ..2022-01-09"},
        "2022-01-09",
    ),
    Row("# {1960=1960}\n\nThe bridge [fell].", {"fell": "tense ..2022-01-10"}),
    # What a thing is like did not happen then.
    Row(
        "- {2010=2010}: Version 3 [ships:OCCURRENCE,PRESENT]. It [runs:OCCURRENCE,PRESENT] on "
        "tablets.\n- {2012=2012}: The firm [closes:OCCURRENCE,PRESENT].",
        {
            "ships": "attached 2010-01-01..2010-12-31",
            "runs": "tense ..2022-01-10/2022-01-10..",
            "closes": "attached 2012-01-01..2012-12-31",
        },
    ),
    Row(
        "- {1841=1841}: The railway [arrives:OCCURRENCE,PRESENT]. It "
        "[reaches:OCCURRENCE,PRESENT] Larn.\n- {1850=1850}: A bridge "
        "[opens:OCCURRENCE,PRESENT]. The line [runs:OCCURRENCE,PRESENT] on coal.",
        {
            "reaches": "under 1841-01-01..1841-12-31",
            "runs": "tense ..2022-01-10/2022-01-10..",
        },
    ),
    Row(
        "- {1850=1850}: The mill [closes:OCCURRENCE,PRESENT]. Brand [runs:OCCURRENCE,PRESENT] for "
        "mayor.\n- {1852=1852}: He [dies:OCCURRENCE,PRESENT].",
        {"runs": "under 1850-01-01..1850-12-31"},
    ),
    # One such line is no list.
    Row(
        "{March 1841=1841-03}: The railway [arrived]. Traffic [fell] at once.",
        {"arrived": "attached 1841-03-01..1841-03-31", "fell": "tense ..2022-01-10"},
    ),
    # A heading that says more is of its words.
    Row("# The bridge of {1960=1960}\n\nIt [fell].", {"fell": "tense ..2022-01-10"}),
)

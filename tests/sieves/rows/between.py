"""What a story tells between two hours of one day."""

from .row import TENSE_PAST, Row

BETWEEN = (
    # Over paragraphs, and whatever moves the story on within them.
    Row(
        "The pump [stopped] at {06:10=~2022-01-08T06:10}.\n\nTwo men [went] below and [closed] the "
        "valve. Eventually the owner [came].\n\nAt {06:40=~2022-01-08T06:40} the water [fell].",
        {
            "stopped": "attached 2022-01-08T06:10",
            "went": "between 2022-01-08",
            "closed": "between 2022-01-08",
            "came": "between 2022-01-08",
            "fell": "attached 2022-01-08T06:40",
        },
    ),
    # What was noticed and told is a step of it.
    Row(
        "We [stopped] it at {06:10=~2022-01-08T06:10}.\n\nWe [noticed:REPORTING] that the valve "
        "was shut.\n\nAt {06:40=~2022-01-08T06:40} the water [fell].",
        {"noticed": "between 2022-01-08"},
    ),
    # From the day that a title or a first sentence names to the first hour, over what is told in
    # brackets of another day.
    Row(
        "{3 June 2021=2021-06-03} dawned bright.\n\nThe patrols [advanced] at once. (Their captain "
        "[died] on {8 June 2021=2021-06-08}.)\n\nAt {06:40=~2021-06-03T06:40} they [met] a wall.",
        {"advanced": "between 2021-06-03", "died": "attached 2021-06-08"},
        None,
    ),
    # Behind the third hour the paragraph goes on, also where its first verb has none itself.
    Row(
        "The guns [fired] at {05:30=~2021-06-03T05:30}. At {07:30=~2021-06-03T07:30} the brigade "
        "[moved] off. As no orders had come by {09:00=~2021-06-03T09:00}, the rest [followed]. A "
        "company [crossed] the stream.",
        {"followed": "between 2021-06-03", "crossed": "between 2021-06-03"},
        None,
    ),
)

BETWEEN_REFUSALS = (
    # Another day, or a time that nothing dates, told in between.
    Row(
        "The pump [stopped] at {06:10=~2022-01-08T06:10}.\n\nThe valve [failed] on {2 January 2021="
        "2021-01-02}.\n\nA smith [mended] it.\n\nAt {06:40=~2022-01-08T06:40} the water [fell].",
        {"mended": TENSE_PAST},
    ),
    # Hours of two days, or told backwards.
    Row(
        "The pump [stopped] at {06:10=~2022-01-07T06:10}.\n\nTwo men [went] below.\n\nAt {06:40="
        "~2022-01-08T06:40} the water [fell].",
        {"went": TENSE_PAST},
    ),
    # What leads behind them, and what is told of years.
    Row(
        "The pump [stopped] at {06:10=~2022-01-08T06:10}.\n\nA smith previously [mended] it. Crews "
        "[used] it for many years.\n\nAt {06:40=~2022-01-08T06:40} the water [fell].",
        {"mended": TENSE_PAST, "used": TENSE_PAST},
    ),
    # An hour that somebody only names is none of the story.
    Row(
        "The pump [stopped] at {06:10=~2022-01-08T06:10}.\n\nA boy [ran] off.\n\nYou [said:"
        "REPORTING] {06:40=~2022-01-08T06:40}.",
        {"ran": TENSE_PAST},
    ),
    # A heading parts two stories.
    Row(
        "The pump [stopped] at {06:10=~2022-01-08T06:10}.\n\nTwo men [went] below.\n\nTHE DAM\n\n"
        "At {06:40=~2022-01-08T06:40} the water [fell].",
        {"went": TENSE_PAST},
    ),
)

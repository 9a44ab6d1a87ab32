"""Days, weekdays and months that go on from the day told."""

from timeline.rules.narrative.value import NO_WEEK

DAYS = (
    # "The Monday" is the next one in the story, "Monday" that of the speaker's week.
    (
        "On Friday 11 November 2022 I left. I slept over the weekend. On the Monday I saw it. Two "
        "came at 8.05 am. On the Tuesday they came again. On Thursday I rang.",
        "2022-11-21",
        {
            "the weekend": "2022-W45-WE",
            "Monday": "2022-11-14",
            "8.05 am": "2022-11-14T08:05",
            "Tuesday": "2022-11-15",
            "Thursday": "2022-11-17",
        },
    ),
    # A day after a summer of another paragraph goes on from the day told last, or is recent.
    (
        "He came on 14 February 2022.\nIn the summer of 2021 he fell ill.\nOn the second day he "
        "slept. The same day it rained.\nIn the winter of 2020 he rose.\nOn 19 February he left.",
        "2022-03-03",
        {
            "the second day": "2022-02-15",
            "The same day": "2022-02-15",
            "19 February": "2022-02-19",
        },
    ),
    # Not where it would be to come, or of a weekend long after.
    (
        "On 17 November 2022 it fell. On the Tuesday he left.",
        "2022-11-21",
        {"Tuesday": "2022-11-15"},
    ),
    (
        "The bench came on 1 November 2022. I thought about it over the weekend.",
        "2022-11-21",
        {"the weekend": "2022-W46-WE"},
    ),
    # A story goes on: a bare month is the next one, unless that of some weeks ago is meant.
    (
        "In March 1990 he left. In December he came back. In January he died.",
        None,
        {"December": "1990-12", "January": "1991-01"},
    ),
    ("On 3 May 1990 he left. He had sold it on 28 April.", None, {"28 April": "1990-04-28"}),
    ("It reopened in April 1919 and stayed shut till October.", None, {"October": "1919-10"}),
    (
        "They came on 18 July 1944. It began in the first week of August. We met on the 19th.",
        None,
        {"the 19th": "1944-08-19"},
    ),
    # Inside a stretch that was told a month is that of the stretch.
    (
        "It lasted from 20 July 1842 until 11 April 1843. In December they asked for terms.",
        None,
        {"December": "1842-12"},
    ),
    # An uncertain date makes the next one uncertain too.
    (
        "They met on 2 January. A few days later they quarrelled. The next day they parted.",
        "2022-03-10",
        {"2 January": "2022-01-02", "A few days later": "2022-01-XX", "The next day": "2022-01-XX"},
    ),
    # A bare weekday is the document's unless the story is told from far.
    ("It fell on 6 May. It rose on Thursday.", "2022-05-10", {"Thursday": "2022-05-05"}),
    ("It fell on 6 May 2019. It rose on Thursday.", "2022-05-10", {"Thursday": "2019-05-09"}),
    # What lasts until January may lie on either side of the next date.
    (
        "It broke on 1 October 2022 and he slept until January. On 5 November they lost.",
        "2023-07-10",
        {"January": "2023-01", "5 November": "2022-11-05"},
    ),
    # A day alone is of the month, or of the week, that its paragraph has just told.
    (
        "It began on 3 July 2023.\nJanuary 2024 was harder. He left on the 11th.",
        "2024-05-14",
        {"the 11th": "2024-01-11"},
    ),
    # A bare weekday is of no year.
    ("They voted in 1988. Shots fell on Sunday.", None, {"Sunday": NO_WEEK}),
    # The next 24th after the day told, if that is past as well.
    (
        "On 18 October I called. On the 24th I wrote.",
        "2024-11-28",
        {"the 24th": "2024-10-24"},
    ),
    # A day alone follows the one that its sentence, or its paragraph, has just named.
    (
        "It was picked up on 19 October and promised by the 24th.",
        "2023-10-30",
        {"the 24th": "2023-10-24"},
    ),
    (
        "She wrote on 2 February 2021 and again on the 16th.",
        "2022-07-28",
        {"the 16th": "2021-02-16"},
    ),
    ("It closed on 28 May. On the 3rd it rose.", "2023-06-30", {"the 3rd": "2023-06-03"}),
    ("It closed on 28 May.\nHe came on the 3rd.", "2023-12-30", {"the 3rd": "2023-12-03"}),
    # "The same week" goes back to the day of its own sentence.
    (
        "We met on 14 January.\nThey quoted on 6 November, we agreed the same week.",
        "2021-01-14",
        {"the same week": "2020-W45"},
    ),
)

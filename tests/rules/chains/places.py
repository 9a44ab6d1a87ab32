"""Headings, titles, forms and short lines: how far a date reaches."""

PLACES = (
    # Without a date of its own a text goes on behind a heading, from a date with its year.
    (
        "It froze on 17 November 1942.\n# The end\nThey came on 25 November, and met on the 28th.",
        None,
        {"25 November": "1942-11-25", "the 28th": "1942-11-28"},
    ),
    # Another chapter: the narrative's date does not pass a heading.
    (
        "It began on 3 May 1968.\n# Aftermath\nThe following day it rained.",
        None,
        {"The following day": "needs a date told before it"},
    ),
    # What is paid for a year is no step of a story.
    (
        "It grew in 2023. The dividend for 2022, paid on 23 May, fell.",
        "2023-11-14",
        {"23 May": "2023-05-23"},
    ),
    # What a form says of a person or the paper is no part of the story.
    (
        "DOB: 14/08/1951\nHe was admitted on 2 March.",
        "2021-03-17",
        {"2 March": "2021-03-02"},
    ),
    (
        "It failed on 27 February 2024.\nLast edited: 5 March 2024\nHe saw that at 13:04 it fell.",
        "2024-03-05",
        {"13:04": "2024-02-27T13:04"},
    ),
    (
        "It failed on 27 February 2024.\nDate of loss: 5 March 2024\nHe saw that at 13:04 it fell.",
        "2024-04-05",
        {"13:04": "2024-03-05T13:04"},
    ),
    (
        "Time commenced: 14:08\nTell me of 27 February 2016.\nI got up at 9:15, as ever.",
        "2016-03-03",
        {"9:15": "2016-02-27T09:15"},
    ),
    # The day of the title is told until another one is.
    (
        "# Outage, 27 February 2024\n# Summary\nOn Tuesday it failed.",
        "2024-03-06",
        {"Tuesday": "2024-02-27"},
    ),
    (
        "# Outage\n# On 27 February 2024\nSo.\n# Summary\nOn Tuesday it failed.",
        "2024-03-06",
        {"Tuesday": "2024-03-05"},
    ),
    # Short lines do not part a day from what follows it.
    (
        "It was 19 January 2021.\nWho drove?\nI did.\nAnd then?\nThey let me go on January 30?",
        "2022-06-07",
        {"January 30": "2021-01-30"},
    ),
)

"""Clock times of a story: which half of the day, and of which day."""

HOURS = (
    # "The evening" says the half of the hours that follow.
    (
        "On the evening of 22 June 2019 we sat outside. At twenty past nine it rang.",
        "2019-07-04",
        {"twenty past nine": "2019-06-22T21:20"},
    ),
    # A time without its half of the day is in the afternoon that the story has just told of.
    (
        "At 5.42 p.m. on 4 May 2018 it struck. It had left at 5.20. Help came at 6.04, too late.",
        None,
        {"5.20": "2018-05-04T17:20", "6.04": "2018-05-04T18:04"},
    ),
    # An hour as it is said goes on from the one before, past noon and past midnight.
    (
        "On 27 May 2016 I got up about nine. I was in by eleven, stayed till half three. I left "
        "at twenty to five.",
        "2016-06-30",
        {
            "nine": "2016-05-27T09:00",
            "eleven": "2016-05-27T11:00",
            "half three": "2016-05-27T15:30",
            "twenty to five": "2016-05-27T16:40",
        },
    ),
    (
        "On 7 May 2016 it shut at 10pm. I saw him at midnight. At quarter past twelve I heard it. "
        "Help came at twenty to one. I left at 10 past 4.",
        "2016-06-30",
        {
            "quarter past twelve": "2016-05-08T00:15",
            "twenty to one": "2016-05-08T00:40",
            "10 past 4": "2016-05-08T04:10",
        },
    ),
    # What had been before does not go on, and what is written in figures says its hour.
    (
        "On 7 May 2016 he rang at 9.15 am. He had been in since six. He ate at 4.30.",
        "2016-06-30",
        {"six": "2016-05-07T06:00", "4.30": "2016-05-07T04:30"},
    ),
    # Another day ends that, and so does a distance of hours; a nought in front is the whole day.
    (
        "At 5:42 p.m. on 4 May 2018 it struck. On 6 May 2018 he slept. At 5:20 he rose.",
        None,
        {"5:20": "2018-05-06T05:20"},
    ),
    (
        "At 8:40 p.m. on 4 May 2018 it struck. At 05:20 he rose. At 2:10 he slept.",
        None,
        {"05:20": "2018-05-05T05:20", "2:10": "2018-05-05T02:10"},
    ),
    # A clock time takes the day that is told, however far above, and passes midnight with it.
    (
        "It failed on 6 May 2024.\nNothing else.\nNobody came.\nAll slept.\nIt rose at 23:50.",
        "2024-05-08",
        {"23:50": "2024-05-06T23:50"},
    ),
    (
        "On 6 May 2024 it failed at 23:50 and was back at 00:20.",
        "2024-05-08",
        {"23:50": "2024-05-06T23:50", "00:20": "2024-05-07T00:20"},
    ),
    # Clock times go on from the last one, whatever other days were named since.
    (
        "It failed at 02:00 on 7 May 2022.\nThe code was read on 29 April.\nAt 03:40 all slept.",
        "2022-05-12",
        {"29 April": "2022-04-29", "03:40": "2022-05-07T03:40"},
    ),
    (
        "It failed at 02:00 on 7 May 2022.\nOn 9 May they met. At 10:30 they left.",
        "2022-05-12",
        {"10:30": "2022-05-09T10:30"},
    ),
    # What is told of a night of two days begins on the first.
    (
        "It sank in the night of 23 to 24 July 2022.\nSo.\nAt 21:40 all slept. At 00:17 it fell.",
        "2022-08-01",
        {"21:40": "2022-07-23T21:40", "00:17": "2022-07-24T00:17"},
    ),
    # A clock time that is past is not of a day to come.
    (
        "The loan matures on 30 June 2023. At 8.15 pm they left.",
        "2021-10-12",
        {"8.15 pm": "2021-10-12T20:15"},
    ),
    # An hour goes on from the day told, not from a year told of since.
    (
        "On 4 September 2019 it burned.\nIt was open throughout the year.\nAt 7 am they came.",
        None,
        {"7 am": "2019-09-04T07:00"},
    ),
    # Where the title names the day, "today" leads nowhere else.
    (
        "# Outage on November 11, 2018\nToday we failed. At 09:41 we began.",
        None,
        {"09:41": "2018-11-11T09:41"},
    ),
)

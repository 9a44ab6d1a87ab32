"""Which date an expression counts from, the document's own or the narrative's: chains of dates."""

import pytest
from rules.telling import told

from timeline import extract
from timeline.rules.narrative.value import NO_WEEK

# (text, document date, {words: value}); every cue is "past".
CHAINS = [
    (
        "It began on 3 May 1968. Two days later the police came. The next day it was over.",
        None,
        {"3 May 1968": "1968-05-03", "Two days later": "1968-05-05", "The next day": "1968-05-06"},
    ),
    # A year of few digits goes on in the era of the story, beside a month as well.
    (
        "In 333 BC he won. In June 331 he founded it. It fell in AD 14.",
        None,
        {"333 BC": "BC0333", "June 331": "BC0331-06", "AD 14": "0014"},
    ),
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
    # "The evening" says the half of the hours that follow.
    (
        "On the evening of 22 June 2019 we sat outside. At twenty past nine it rang.",
        "2019-07-04",
        {"twenty past nine": "2019-06-22T21:20"},
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
    # "then" is what is being told, and changes nothing.
    (
        "At 5:42 p.m. on 4 May 2018 it struck. By then he slept. Help came at 6:04, too late.",
        None,
        {"then": "2018-05-04T17:42", "6:04": "2018-05-04T18:04"},
    ),
    ("She left in 1971. By then he was dead. In May he was buried.", None, {"then": "1971"}),
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
    # Without a date of its own a text goes on behind a heading, from a date with its year.
    (
        "It froze on 17 November 1942.\n# The end\nThey came on 25 November, and met on the 28th.",
        None,
        {"25 November": "1942-11-25", "the 28th": "1942-11-28"},
    ),
    # In one sentence an amount counts from the date before it, also from one in passing.
    (
        "In 2011 it was found. Mohn, who left science in 1899, died fifty years later.",
        None,
        {"fifty years later": "1949"},
    ),
    # "that May" and "that winter" are of the year and of the winter that is told.
    ("It fell in January 1943. That winter was cold.", None, {"That winter": "1942-WI"}),
    ("She won in 1938. That autumn she left.", None, {"That autumn": "1938-FA"}),
    ("She came on 31 May 1953. He was hired that March.", None, {"that March": "1953-03"}),
    # A year of three digits is of the era that is told.
    (
        "The king came to the throne in 336 BC. In 331, the legions fled.",
        None,
        {"336 BC": "BC0336", "331": "BC0331"},
    ),
    (
        "He was consul in 91 BC, fled in 90 BC and rose in 89 BC. Sulla left in 88. In 87 he died.",
        None,
        {"89 BC": "BC0089", "88": "BC0088", "87": None},
    ),
    ("The king came to the abbey in 674. In 870, the monks fled.", None, {"870": "0870"}),
    # An uncertain date makes the next one uncertain too.
    (
        "They met on 2 January. A few days later they quarrelled. The next day they parted.",
        "2022-03-10",
        {"2 January": "2022-01-02", "A few days later": "2022-01-XX", "The next day": "2022-01-XX"},
    ),
    # A bare month belongs to the year that is being told, a deictic phrase to the document.
    (
        "In 2018 she was hired. In March she left. Two weeks ago she sued.",
        "2022-03-10",
        {"2018": "2018", "March": "2018-03", "Two weeks ago": "2022-W08"},
    ),
    # A bare weekday is the document's unless the story is told from far.
    ("It fell on 6 May. It rose on Thursday.", "2022-05-10", {"Thursday": "2022-05-05"}),
    ("It fell on 6 May 2019. It rose on Thursday.", "2022-05-10", {"Thursday": "2019-05-09"}),
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
    # Another chapter: the narrative's date does not pass a heading.
    (
        "It began on 3 May 1968.\n# Aftermath\nThe following day it rained.",
        None,
        {"The following day": "needs a date told before it"},
    ),
    # What goes on from an aside of the paragraph before goes on from there, in years.
    (
        "It opened on 5 May 2016.\nHe came in 1971. He left the same year.\nThe following summer "
        "it sank.",
        "2019-03-14",
        {"The following summer": "1972-SU"},
    ),
    # Two other dates in other paragraphs, and "the next morning" is no longer of that day.
    (
        "It opened on 5 May 2016.\nHe came in 1971.\nThe next day it rose.",
        "2019-03-14",
        {"The next day": "2016-05-06"},
    ),
    (
        "It opened on 5 May 2016.\nHe came in 1971, and left in 1975.\nThe next day it rose.",
        "2019-03-14",
        {"The next day": "needs a date told before it"},
    ),
    # What lasts until January may lie on either side of the next date.
    (
        "It broke on 1 October 2022 and he slept until January. On 5 November they lost.",
        "2023-07-10",
        {"January": "2023-01", "5 November": "2022-11-05"},
    ),
    # The next year is that of the death just told, not of the search.
    (
        "It was lost in February 2020. She died in 1801 and it was sold the next year.",
        None,
        {"the next year": "1802"},
    ),
    # What is paid for a year is no step of a story.
    (
        "It grew in 2023. The dividend for 2022, paid on 23 May, fell.",
        "2023-11-14",
        {"23 May": "2023-05-23"},
    ),
    # A day alone is of the month, or of the week, that its paragraph has just told.
    (
        "It began on 3 July 2023.\nJanuary 2024 was harder. He left on the 11th.",
        "2024-05-14",
        {"the 11th": "2024-01-11"},
    ),
    # "Since then" is since the date of its sentence, and leads back to the present.
    (
        "It sailed on 7 May 2021. It was sold in March 2020 and has been held since then.",
        None,
        {"then": "2020-03"},
    ),
    (
        "She died in May 2017. Since then he has walked there. In January he fell.",
        "2019-03-14",
        {"January": "2019-01"},
    ),
    # A text without a date of its own loses its way with "last May".
    (
        "They voted in 1988. It failed last May. Talks ended in June.",
        None,
        {"June": "needs the document's date"},
    ),
    # A bare weekday is of no year.
    ("They voted in 1988. Shots fell on Sunday.", None, {"Sunday": NO_WEEK}),
    # A comparison with another age is not the next chapter.
    (
        "It began on 3 May 1968. Sparta fell in 480 BC. Two days later it was over.",
        None,
        {"480 BC": "BC0480", "Two days later": "1968-05-05"},
    ),
    # A new paragraph may tell of another age.
    (
        "Sparta fell in 480 BC.\nOn 12 May 1902 it was found. The following year it was sold.",
        None,
        {"12 May 1902": "1902-05-12", "The following year": "1903"},
    ),
    # A leap back over a century is a comparison, one towards the present goes on.
    (
        "It fell in 690 BC. Sulla took it in 89 BC; nine years later it was free.",
        None,
        {"nine years later": "BC0080"},
    ),
    (
        "It fell on 5 May 1968. So had Sparta in 480 BC. The following year it rose.",
        None,
        {"The following year": "1969"},
    ),
    # A year alone that lies behind the day told is an aside; history has no day of its own.
    (
        "It fell on 6 March 2022. Two fires broke out in 2019. It closed in April.",
        "2022-05-10",
        {"April": "2022-04"},
    ),
    (
        "It fell on 6 March 2022. Two fires broke out in 2019. It closed in April.",
        None,
        {"April": "2019-04"},
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
    # "That" points at the date read last, whether the story is there or not; never at the present.
    (
        "It began in March 2020. By the end of that month many used it.",
        "2024-09-02",
        {"the end of that month": "2020-03"},
    ),
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
    # What is told of a night of two days begins on the first.
    (
        "It sank in the night of 23 to 24 July 2022.\nSo.\nAt 21:40 all slept. At 00:17 it fell.",
        "2022-08-01",
        {"21:40": "2022-07-23T21:40", "00:17": "2022-07-24T00:17"},
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
    # A year of another paragraph is behind; a month in its own paragraph belongs to it.
    (
        "The union struck in 2021.\nIt walked out in March.",
        "2025-11-06",
        {"March": "2025-03"},
    ),
    # Short lines do not part a day from what follows it.
    (
        "It was 19 January 2021.\nWho drove?\nI did.\nAnd then?\nThey let me go on January 30?",
        "2022-06-07",
        {"January 30": "2021-01-30"},
    ),
    # A clock time that is past is not of a day to come.
    (
        "The loan matures on 30 June 2023. At 8.15 pm they left.",
        "2021-10-12",
        {"8.15 pm": "2021-10-12T20:15"},
    ),
    # A song, and the last page, are no step of a story.
    (
        'It fell in 1984. The band played "Summer of \'69". Two years later it ended.',
        None,
        {"Two years later": "1986"},
    ),
    (
        "It opened in the summer of 1897. Two years later she sailed.",
        None,
        {"Two years later": "1899"},
    ),
    ("An hour ago he called.", "2022-05-12", {"An hour ago": "2022-05-12"}),
    # No date, no anchor: the reason is kept.
    ("Two weeks ago she left.", None, {"Two weeks ago": "needs the document's date"}),
]


@pytest.mark.parametrize(("text", "date", "expected"), CHAINS, ids=[row[0] for row in CHAINS])
def test_chains(text: str, date: str | None, expected: dict[str, str]) -> None:
    got = told(text, date)
    assert {words: got.get(words) for words in expected} == expected


def test_the_past_decade_began_ten_years_ago() -> None:
    found = extract("It grew over the past decade.", date="2024-05-06").expressions[0]
    assert (found.edtf, found.value) == ("2014/2024-05-06", "P1E")


def test_the_year_end_of_a_story_is_that_of_its_year() -> None:
    found = extract("In 1920 the mill opened. By the year end it had forty hands.")
    assert found.expressions[-1].last_day == "1920-12-31"

"""What counts on, points back or goes on since then."""

COUNTING = (
    (
        "It began on 3 May 1968. Two days later the police came. The next day it was over.",
        None,
        {"3 May 1968": "1968-05-03", "Two days later": "1968-05-05", "The next day": "1968-05-06"},
    ),
    # "then" is what is being told, and changes nothing.
    (
        "At 5:42 p.m. on 4 May 2018 it struck. By then he slept. Help came at 6:04, too late.",
        None,
        {"then": "2018-05-04T17:42", "6:04": "2018-05-04T18:04"},
    ),
    ("She left in 1971. By then he was dead. In May he was buried.", None, {"then": "1971"}),
    # In one sentence an amount counts from the date before it, also from one in passing.
    (
        "In 2011 it was found. Mohn, who left science in 1899, died fifty years later.",
        None,
        {"fifty years later": "1949"},
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
    # The next year is that of the death just told, not of the search.
    (
        "It was lost in February 2020. She died in 1801 and it was sold the next year.",
        None,
        {"the next year": "1802"},
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
    # "That" points at the date read last, whether the story is there or not; never at the present.
    (
        "It began in March 2020. By the end of that month many used it.",
        "2024-09-02",
        {"the end of that month": "2020-03"},
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
)

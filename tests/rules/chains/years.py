"""Years, eras and seasons: the era of the story, other ages, asides."""

YEARS = (
    # A year of few digits goes on in the era of the story, beside a month as well.
    (
        "In 333 BC he won. In June 331 he founded it. It fell in AD 14.",
        None,
        {"333 BC": "BC0333", "June 331": "BC0331-06", "AD 14": "0014"},
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
    # A bare month belongs to the year that is being told, a deictic phrase to the document.
    (
        "In 2018 she was hired. In March she left. Two weeks ago she sued.",
        "2022-03-10",
        {"2018": "2018", "March": "2018-03", "Two weeks ago": "2022-W08"},
    ),
    # A text without a date of its own loses its way with "last May".
    (
        "They voted in 1988. It failed last May. Talks ended in June.",
        None,
        {"June": "needs the document's date"},
    ),
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
    # A year of another paragraph is behind; a month in its own paragraph belongs to it.
    (
        "The union struck in 2021.\nIt walked out in March.",
        "2025-11-06",
        {"March": "2025-03"},
    ),
)

"""Ages and ends of a life whose dates stand behind the name."""

from .row import Row

LIFE = (
    Row(
        "Hedwig Vaalborg ({3 June 1871 – 22 October 1949=1871-06-03/1949-10-22}) was a botanist. "
        "She was [born] in Odense. Her mother [died] when she was nine. She [retired] at the age "
        "of 60. She [died] in Bergen.",
        {
            "born": "life 1871-06-03",
            "died": "life 1880-06-03..1881-06-02",
            "retired": "life 1931-06-03..1932-06-02",
            "died2": "life 1949-10-22",
        },
        None,
    ),
    Row(
        "Ann Oldroyd was [born] on {11 June 1930=1930-06-11}. At sixteen she [won] a scholarship. "
        "She [retired] at the age of 60. She [died] at eighty.",
        {
            "born": "attached 1930-06-11",
            "won": "life 1946-06-11..1947-06-10",
            "retired": "life 1990-06-11..1991-06-10",
            "died": "life 2010-06-11..2011-06-10",
        },
        None,
    ),
)

LIFE_REFUSALS = (
    # Of somebody else's birth no age is counted.
    Row(
        "The son of the smith was [born] in {1930=1930}. At sixteen she [won] a scholarship.",
        {"won": "- no expression"},
        None,
    ),
    # A price and a number of a house are no age.
    Row(
        "Ann Oldroyd was [born] on {11 June 1930=1930-06-11}. The shares [closed] at eighty.",
        {"closed": "- no expression"},
        None,
    ),
    # What he did at six, he did at a time of day.
    Row(
        "Ann Oldroyd was [born] on {11 June 1930=1930-06-11}. At six he [left].",
        {"left": "- no expression"},
        None,
    ),
    # Another one's death; a price is no age; without a birth no age tells a year.
    Row(
        "Hedwig Vaalborg ({3 June 1871 – 22 October 1949=1871-06-03/1949-10-22}) was a botanist. "
        "Brandt [died] of typhoid. She [sold] it when she was ten miles away.",
        {"died": "- no expression", "sold": "- no expression"},
        None,
    ),
    Row("Hedwig Vaalborg was a botanist. She [retired] at the age of 60.",
        {"retired": "- no expression"}, None),
)  # fmt: skip

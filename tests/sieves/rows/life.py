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
)

LIFE_REFUSALS = (
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

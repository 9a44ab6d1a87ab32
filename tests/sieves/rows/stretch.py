"""What lasted so long from what was told just before."""

from .row import Row

STRETCH = (
    Row(
        "He [moved] to Paris in {1920=1920} and [stayed] for {six years=6y}.",
        {
            "moved": "attached 1920-01-01..1920-12-31",
            "stayed": "stretch 1920-01-01..1920-12-31/1926-01-01..1926-12-31",
        },
        None,
    ),
    Row(
        "The club [left] in {1999=1999} and the building [stood] empty for {fourteen years=14y}.",
        {"stood": "stretch 1999-01-01..1999-12-31/2013-01-01..2013-12-31"},
        None,
    ),
    Row(
        "Work [started] in {September 2015=2015-09} and [took] {29 months=29m}.",
        {"took": "stretch 2015-09-01..2015-09-30/2018-02-01..2018-02-28"},
        None,
    ),
    Row(
        "Police [arrested] him on {3 May 1960=1960-05-03} and [held] him for {two days=2d}.",
        {"held": "stretch 1960-05-03/1960-05-04"},
        None,
    ),
    Row(
        "He [seized] power in {1066=1066}. He [reigned] for {twenty-one years=21y}.",
        {"reigned": "stretch 1066-01-01..1066-12-31/1087-01-01..1087-12-31"},
        None,
    ),
    Row(
        "She [went] to Rome in {May 1931=1931-05}, where she [lived] for {four years=4y}.",
        {"lived": "stretch 1931-05-01..1931-05-31/1935-05-01..1935-05-31"},
        None,
    ),
)

STRETCH_REFUSALS = (
    # A birth begins nothing of which a length is told; what had lasted lasted before.
    Row(
        "He was [born] in {1950=1950} and [lived] in Rome for {ten years=10y}.",
        {"born": "attached 1950-01-01..1950-12-31", "lived": "- nothing dates its beginning"},
        None,
    ),
    Row(
        "He [died] in {1950=1950}. He had [lived] in Rome for {ten years=10y}.",
        {"lived": "- nothing dates its beginning"},
        None,
    ),
    # Days from some day of a year end on no day; another subject began nothing of its own.
    Row(
        "He [came] in {1950=1950} and [stayed] for {two days=2d}.",
        {"stayed": "- nothing dates its beginning"},
        None,
    ),
    Row(
        "The mayor [came] in {1950=1950}. Ministers [stayed] for {two years=2y}.",
        {"stayed": "- nothing dates its beginning"},
        None,
    ),
)

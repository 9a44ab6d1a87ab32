"""What a diary's entry tells of its day."""

from .row import Row

DAY = (
    Row(
        "{Sunday, 6 January 1935=1935-01-06}\n\nFather [drove] to Hallstead after church and "
        "[came] home with a calf. [Told:REPORTING] Harold.",
        {"drove": "day 1935-01-06", "came": "day 1935-01-06", "Told": "day 1935-01-06"},
        "1935-01-06",
        "day",
    ),
    # How long something is to hold is no other day, and "again" moves nothing on; what a log tells
    # of the days that follow is no plan.
    Row(
        "{Saturday, 25 March 1916=1916-03-25}\n\nFather [signed] the lease for {seven years=7y}. "
        "The pump [froze] again. The mare was [sold] on {the 27th=~1916-03-27}.",
        {
            "signed": "day 1916-03-25",
            "froze": "day 1916-03-25",
            "sold": "attached 1916-03-27",
        },
        "1916-03-25",
        "day",
    ),
    # What opens a sentence without a subject is the writer's, whatever the parser takes it for; a
    # semicolon parts what is told of another year.
    Row(
        "{Saturday, 14 July 1934=1934-07-14}\n\n[Left] Skardu with the porters. [Camped] at "
        "Thurgon. In {1909=1909} the Duke [built] his camp here; we [found] a rusted tin.",
        {
            "Left": "day 1934-07-14",
            "Camped": "day 1934-07-14",
            "built": "attached 1909-01-01..1909-12-31",
            "found": "day 1934-07-14",
        },
        "1934-07-14",
        "day",
    ),
)

DAY_REFUSALS = (
    # A date of its own, what is not past, and what came later are no part of the day.
    Row(
        "{Monday, 4 February 1935=1935-02-04}\n\nHe [proposed] to me in {1933=1933} and I "
        "[refused] him. She [sings:OCCURRENCE,PRESENT] well. Later he [wept].",
        {
            "proposed": "attached 1933-01-01..1933-12-31",
            "refused": "tense ..1935-02-04",
            "sings": "tense ..1935-02-04/1935-02-04..",
            "wept": "tense ..1935-02-04",
        },
        "1935-02-04",
        "day",
    ),
)

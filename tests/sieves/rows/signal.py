"""A signal that bounds: "by", "since", "until", "from ... to", "during"."""

from .row import TENSE_PAST, Row

SIGNALS = (
    # What went on until a day began with what it is told to follow.
    Row(
        "Police [arrested] him on {3 May 1960=1960-05-03} and [held] him until "
        "{7 May 1960=1960-05-07}.",
        {"arrested": "attached 1960-05-03", "held": "signal 1960-05-03/1960-05-07"},
        None,
    ),
    Row(
        "She [left] for Rome in {1931=1931}, where she [lived] until {1935=1935}.",
        {"lived": "signal 1931-01-01..1931-12-31/1935-01-01..1935-12-31"},
        None,
    ),
    Row(
        "The club [left] in {1999=1999} and the hall [stood] empty until {2003=2003}.",
        {"stood": "signal ../2003-01-01..2003-12-31"},
        None,
    ),
    # A full hour is a point, not the hour that follows.
    Row(
        "Shortly after {10am=~2022-01-08T10} the guard [left].",
        {"left": "signal 2022-01-08T10:00..2022-01-08T10:30"},
    ),
    Row(
        "He [died] just before {Christmas=~2021-12-25}.",
        {"died": "signal 2021-12-11..2021-12-24"},
    ),
    Row(
        "The mill [closed] shortly after {1900=1900}.", {"closed": "signal 1901-01-01..1903-12-31"}
    ),
    Row("The mill [closed] some time after {1900=1900}.", {"closed": "signal 1901-01-01.."}),
    # A war has a begin and an end, and what is since or until it is since or until one of them.
    Row(
        "He [lived] there until {the Great War=~~1914-07-28/1918-11-11}.",
        {"lived": "signal ../1914-07-28"},
    ),
    Row(
        "The town has [shrunk:OCCURRENCE,PRESENT,PERFECTIVE] since {the Great "
        "War=~~1914-07-28/1918-11-11}.",
        {"shrunk": "signal 1918-11-11/2022-01-10.."},
    ),
    Row(
        "He has [lived:OCCURRENCE,PRESENT,PERFECTIVE] in Rome since {1990=1990}.",
        {"lived": "signal 1990-01-01..1990-12-31/2022-01-10.."},
    ),
    Row("He had [lived] in Rome since {1990=1990}.", {"lived": "signal 1990-01-01..1990-12-31/.."}),
    Row(
        "The [talks] will be [held:OCCURRENCE,FUTURE] until {Friday=~2022-01-14}.",
        {"talks": "clause ../2022-01-14", "held": "signal ../2022-01-14"},
    ),
    Row(
        "Two bombs [exploded] between {Monday and Wednesday=~2022-01-03/2022-01-05}.",
        {"exploded": "signal 2022-01-03..2022-01-05"},
    ),
    Row(
        "The armies did not [fight:-] between {November 1897 and February 1898=1897-11/1898-02}.",
        {"fight": "signal 1897-11-01..1897-11-30/1898-02-01..1898-02-28"},
    ),
    Row("After {Monday=~2022-01-03} the road was [closed].", {"closed": "signal 2022-01-04.."}),
    Row("Before {2010=2010} nobody [worked:-] there.", {"worked": "signal ..2009-12-31"}),
    Row(
        "The museum was [closed] throughout {May 2021=2021-05}.",
        {"closed": "signal 2021-05-01/2021-05-31"},
    ),
    Row(
        "From {23 March until the end of October 2020=~2020-03-23/2020-10} the "
        "plant [stood] idle, but "
        "nobody was [dismissed:-].",
        {"stood": "signal 2020-03-23/2020-10-31", "dismissed": TENSE_PAST},
    ),
    Row(
        "He was [told:REPORTING] to [take:OCCURRENCE,INFINITIVE] the ramp out "
        "of service by {July 15=~2021-07-15}.",
        {"told": TENSE_PAST, "take": "signal ..2021-07-15"},
    ),
    Row(
        "The [truce] [took] effect on {5 May=~2021-05-05} for {two days=2d}.",
        {"truce": "clause 2021-05-05/2021-05-06", "took": "signal 2021-05-05/2021-05-06"},
    ),
    Row(
        "Prices have [fallen:OCCURRENCE,PRESENT,PERFECTIVE] in {the past two "
        "weeks=~~2021-12-27/2022-01-10}.",
        {"fallen": "signal 2021-12-27..2022-01-10"},
    ),
    Row(
        "For {the past two weeks=~~2021-12-27/2022-01-10}, he has "
        "[demanded:I_ACTION,PRESENT,PERFECTIVE] it.",
        {"demanded": "signal 2021-12-27/2022-01-10"},
    ),
    Row(
        "He [lived] there in {the past two weeks=~~2021-12-27/2022-01-10}.",
        {"lived": "signal 2021-12-27/2022-01-10"},
    ),
    Row(
        "He has [led:OCCURRENCE,PRESENT,PERFECTIVE] it since {1990=1990}.",
        {"led": "signal 1990-01-01..1990-12-31/.."},
        None,
    ),
    # A stretch with a name.
    Row(
        "After {the Great Flood=~~1939-09-01/1945-09-02} she [joined] the party.",
        {"joined": "signal 1945-09-03.."},
    ),
    Row(
        "He [lived] in Rome before {the Great Flood=~~1939-09-01/1945-09-02}.",
        {"lived": "signal ..1939-08-31"},
    ),
    Row(
        "They [locked] the doors over the weekend of {Feb. 9-11=2021-02-09/2021-02-11}.",
        {"locked": "signal 2021-02-09/2021-02-11"},
    ),
    Row(
        "By about {noon=~2022-01-08T12} the guard had [left].",
        {"left": "signal ..2022-01-08T12:00"},
    ),
)

SIGNAL_REFUSALS = (
    # What is taken on a day was so then; what has come by then came before.
    Row(
        "As of {March 2021=2021-03} the firm [employed] 300 people.",
        {"employed": "signal 2021-03-01..2021-03-31"},
    ),
    Row(
        "As of {March 2021=2021-03} twelve people had [died:OCCURRENCE,PAST,PERFECTIVE].",
        {"died": "signal ..2021-03-31"},
    ),
    Row("The [hearing] was [adjourned] to {4 March=~2022-01-04}.", {"adjourned": TENSE_PAST}),
    Row(
        "The [match] was [postponed] until {Friday=~2022-01-07}.",
        {"match": "attached 2022-01-07", "postponed": TENSE_PAST},
    ),
    Row("Production [fell] 8.4% from {a year ago=~2021}.", {"fell": TENSE_PAST}),
    # The signal is the noun's, not the date's.
    Row(
        "Police [arrested] ten after {last week=~2022-01-03..2022-01-09}'s [riots].",
        {"arrested": "order 2022-01-03..2022-01-10", "riots": "attached 2022-01-03..2022-01-09"},
    ),
    Row(
        "He was [arrested] by the police on {Monday=~2022-01-03}.",
        {"arrested": "attached 2022-01-03"},
    ),
)

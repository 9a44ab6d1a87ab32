"""The date of the sentence before."""

from .row import TENSE_PAST, Row

CARRIED = (
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}. Rescuers [pulled] nine of them out alive.",
        {"collapsed": "attached 2022-01-08", "pulled": "carried 2022-01-08"},
    ),
    Row(
        "A guard [locked] the door at {17:40=~2022-01-08T17:40}. The thieves [opened] a window.",
        {"locked": "attached 2022-01-08T17:40", "opened": "carried 2022-01-08"},
    ),
    # What began at an hour, what went on when something happened, and what the teller says beside.
    Row(
        "The meeting [began:ASPECTUAL] at {17:40=~2022-01-08T17:40}. The chair [opened] a letter.",
        {"began": "attached 2022-01-08T17:40", "opened": "carried 2022-01-08"},
    ),
    Row(
        "On {Saturday=~2022-01-08} I was [walking] home when I [saw] the van. I know that it was "
        "the same one. I [wrote:REPORTING] down its number.",
        {"saw": "beside 2022-01-08", "wrote": "carried 2022-01-08"},
    ),
    Row(
        "I [rang] her on {Saturday=~2022-01-08} and she [told:REPORTING] me to wait.",
        {"told": "beside 2022-01-08"},
    ),
    # A sentence that comes to a later day goes on from that; one that names its year has it still.
    Row(
        "A fire [broke] out on {3 June 2021=2021-06-03}, but it [reached] the mill on {4 June 2021="
        "2021-06-04}. Nine men [died].",
        {"broke": "attached 2021-06-03", "died": "carried 2021-06-04"},
        None,
    ),
    Row(
        "On {3 June 2021=2021-06-03} the men [lost] their pay for {the year=~2021}. They [marched] "
        "to the mill.",
        {"marched": "carried 2021-06-03"},
        None,
    ),
)

BESIDE = (
    # A second clause with its own subject is of the same day.
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08} and eleven people were [injured].",
        {"collapsed": "attached 2022-01-08", "injured": "beside 2022-01-08"},
    ),
    Row(
        "The ship [sank] on {3 June 2021=2021-06-03}; nine of the crew were [rescued] and two were "
        "[drowned].",
        {"rescued": "beside 2021-06-03", "drowned": "beside 2021-06-03"},
        None,
    ),
    # What happened "when" the other did has its month too.
    Row(
        "In {June 2021=2021-06} a fire [broke] out when a lamp [fell] and [burned] the barn.",
        {"fell": "beside 2021-06-01..2021-06-30", "burned": "beside 2021-06-01..2021-06-30"},
        None,
    ),
    # What places the first clause behind the story moves the second no further.
    Row(
        "The wind [rose] {an hour later=~2021-06-03T04:30} and we [turned] back.",
        {"rose": "attached 2021-06-03T04:30", "turned": "beside 2021-06-03"},
        None,
    ),
    # How long it took does not break a story.
    Row(
        "The ship [ran] aground on {3 June 2021=2021-06-03}. The crash [woke] the master, who "
        "slept for {two days=2d}.",
        {"woke": "carried 2021-06-03"},
        None,
    ),
    # A stay begins with who was brought in.
    Row(
        "She was [admitted] on {3 June 2021=2021-06-03}. On arrival she was [feverish:STATE]. A "
        "film [showed] a shadow.",
        {"feverish": "event 2021-06-03", "showed": "carried 2021-06-03"},
        None,
    ),
)

BESIDE_REFUSALS = (
    Row(
        "The firm was [sold] in {June 2021=2021-06} and its plant [burned].",
        {"burned": "-"},
        None,
    ),
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08} and the mayor had [resigned].",
        {"resigned": TENSE_PAST},
    ),
    Row(
        "She was [born] on {3 May 1930=1930-05-03} and her father [sold] coal.",
        {"sold": TENSE_PAST},
    ),
)

CARRIED_REFUSALS = (
    # What begins on a day may be told for weeks; what a report says was said is of its own day.
    Row(
        "The strike [began:ASPECTUAL] on {Saturday=~2022-01-08}. The owners [demanded] a list.",
        {"demanded": TENSE_PAST},
    ),
    Row(
        "The ramp [fell] on {Saturday=~2022-01-08}. The chair [told:REPORTING] us to wait.",
        {"told": "reporting 2022-01-10"},
        "2022-01-10",
        "dateline",
    ),
    # Somebody else's present is another scene.
    Row(
        "The ramp [fell] on {Saturday=~2022-01-08}. Boats go there. Divers [opened] a gate.",
        {"opened": TENSE_PAST},
    ),
    Row(
        "He was [born] on {3 May 1930=1930-05-03}. His father [sold] coal.",
        {"born": "attached 1930-05-03", "sold": TENSE_PAST},
    ),
    # A sentence that comes to a later day leaves it open which of the two goes on.
    Row(
        "Rain [set] in on {20 October=~2021-10-20} and [went] on until {November=~2021-11}. "
        "Tanks [sank].",
        {"set": "attached 2021-10-20", "sank": TENSE_PAST},
    ),
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}. Later the mayor [resigned].",
        {"resigned": TENSE_PAST},
    ),
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}. The ensuing flood [killed] two.",
        {"killed": TENSE_PAST},
    ),
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}. During the storm a tree [fell].",
        {"fell": TENSE_PAST},
    ),
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}. He had [warned] the port.",
        {"warned": TENSE_PAST},
    ),
    Row("The ramp [collapsed] on {Saturday=~2022-01-08}. Nobody [died:-].", {"died": TENSE_PAST}),
    Row(
        "The ramp [collapsed] in {2021=2021}. Rescuers [pulled] nine people out.",
        {"pulled": TENSE_PAST},
    ),
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}.\n\nRescuers [pulled] nine people out.",
        {"pulled": TENSE_PAST},
    ),
    Row(
        "The mayor [said:REPORTING] on {Monday=~2022-01-10} that the ramp was old. A tree [fell].",
        {"fell": TENSE_PAST},
    ),
)

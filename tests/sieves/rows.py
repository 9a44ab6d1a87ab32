"""Sentences and when their events happened; the text's notation is told in scenes.py."""

from .row import Row
from .rows_genres import TABLES as GENRES

TENSE_PAST = "tense ..2022-01-10"

CONTRACT = (
    Row(
        "Order was [restored] by {the morning of January 7=~2022-01-07}.",
        {"restored": "signal ..2022-01-07"},
    ),
    Row(
        "From {1914 to 1933=1914/1933} she [directed] an institute.",
        {"directed": "signal 1914-01-01..1914-12-31/1933-01-01..1933-12-31"},
    ),
    Row(
        "The [strike] [began] on {3 May=~2021-05-03} and [lasted] {nine days=9d}.",
        {
            "strike": "aspect 2021-05-03/2021-05-11",
            "began": "aspect 2021-05-03",
            "lasted": "aspect 2021-05-03/2021-05-11",
        },
    ),
    Row("He had [resigned:OCCURRENCE,PAST,PERFECTIVE].", {"resigned": TENSE_PAST}),
    Row(
        "In {March 2021=2021-03} the firm was [fined].",
        {"fined": "attached 2021-03-01..2021-03-31"},
    ),
)

ATTACHED = (
    Row(
        "[Protests] [erupted] in several Kazakh cities on {January "
        "2=~2022-01-02}, [escalating] into mass "
        "[riots] with government buildings getting [ransacked] in several cities "
        "{a few days later=~2022-01-04..2022-01-08}.",
        {
            "Protests": "clause 2022-01-02",
            "erupted": "attached 2022-01-02",
            "escalating": "clause 2022-01-04..2022-01-08",
            "riots": "clause 2022-01-04..2022-01-08",
            "ransacked": "attached 2022-01-04..2022-01-08",
        },
    ),
    Row(
        "The [attack] on {Monday=~2022-01-03} [killed] two.",
        {"attack": "attached 2022-01-03", "killed": "clause 2022-01-03"},
    ),
    Row(
        "The company was [founded] in {1998=1998}, [went] public in "
        "{2004=2004} and [moved] to Berlin in "
        "{March 2010=2010-03}.",
        {
            "founded": "attached 1998-01-01..1998-12-31",
            "went": "attached 2004-01-01..2004-12-31",
            "moved": "attached 2010-03-01..2010-03-31",
        },
    ),
    Row(
        "On {Monday=~2022-01-10} the police [said:REPORTING] that the man "
        "[died] on {Friday=~2022-01-07}.",
        {"said": "attached 2022-01-10", "died": "attached 2022-01-07"},
    ),
    Row(
        "Police [said:REPORTING] on {Monday=~2022-01-10} that the [attack], "
        "which [killed] three people "
        "on {Sunday=~2022-01-09}, was [planned].",
        {
            "said": "attached 2022-01-10",
            "attack": "clause 2022-01-09",
            "killed": "attached 2022-01-09",
            "planned": TENSE_PAST,
        },
    ),
    Row(
        "The firm, which [opened] a plant in {2015=2015}, [closed] it {last "
        "week=~2022-01-03..2022-01-09}.",
        {
            "opened": "attached 2015-01-01..2015-12-31",
            "closed": "attached 2022-01-03..2022-01-09",
        },
    ),
    Row(
        "The mayor, officials [said:REPORTING] {Tuesday=~2022-01-04}, will "
        "[resign:OCCURRENCE,FUTURE] on "
        "{Friday=~2022-01-14}.",
        {"said": "attached 2022-01-04", "resign": "attached 2022-01-14"},
    ),
    Row(
        "{Last week=~2022-01-03..2022-01-09}'s [attack] [killed] two people.",
        {"attack": "attached 2022-01-03..2022-01-09", "killed": "clause 2022-01-03..2022-01-09"},
    ),
    Row(
        "The [Battle] of Hastings ({1066=1066}) [changed] England.",
        {"Battle": "attached 1066-01-01..1066-12-31", "changed": TENSE_PAST},
    ),
    Row(
        "Tokayev has [declared:I_ACTION,PRESENT,PERFECTIVE] {January "
        "10=~2022-01-10} to be a day of nationwide "
        "[mourning] in the Central Asian country.",
        {"declared": TENSE_PAST, "mourning": "attached 2022-01-10"},
    ),
    Row(
        "{Tuesday=~2022-01-04} [saw:PERCEPTION] [protests] in the capital.",
        {"saw": TENSE_PAST, "protests": "attached 2022-01-04"},
    ),
    Row(
        "On {Friday 24 February 2023=2023-02-24} I [locked] the front door at "
        "{17:40=~2023-02-24T17:40}.",
        {"locked": "attached 2023-02-24T17:40"},
        "2023-03-14",
    ),
    Row(
        "- {2018=2018}: the software house Telltide is [bought:OCCURRENCE,PRESENT].",
        {"bought": "attached 2018-01-01..2018-12-31"},
    ),
    Row(
        "The [elections], [scheduled] for {5 June=~2022-06-05}, were [postponed].",
        {"elections": "attached 2022-06-05", "scheduled": TENSE_PAST, "postponed": TENSE_PAST},
    ),
    Row(
        "She [condemned] the [attack] on {Monday=~2022-01-03}.",
        {"condemned": "attached 2022-01-03", "attack": "- no expression"},
    ),
    Row(
        "He [announced:REPORTING] [elections] on {5 June=~2022-06-05}.",
        {"announced": "reporting 2022-01-10", "elections": "attached 2022-06-05"},
    ),
)

# The parser hangs the date on the object.
ATTACHED += (
    Row(
        "They [ordered:I_ACTION] an [investigation] on {Tuesday=~2022-01-04}.",
        {"ordered": "attached 2022-01-04", "investigation": "- no expression"},
    ),
    Row(
        "They [ordered:I_ACTION] an [investigation] on {Tuesday=~2022-01-11}.",
        {"ordered": TENSE_PAST, "investigation": "attached 2022-01-11"},
    ),
)

# The day stands between subject and verb.
ATTACHED += (
    Row(
        "The U.N. Security Council on {Aug. 6=~2021-08-06} [ordered] an embargo.",
        {"ordered": "attached 2021-08-06"},
    ),
    Row(
        "Truckloads of goods [rolled] into Iraq from Jordan on "
        "{Tuesday=~2022-01-04} and Iraqi-bound "
        "cargo was [unloaded] from ships at the Red Sea port.",
        {"rolled": "attached 2022-01-04", "unloaded": "clause 2022-01-04"},
    ),
    Row(
        "The firm [demanded] repayment by letter [dated] {April 12, 2022=2022-04-12}.",
        {"demanded": "attached 2022-04-12", "dated": "tense ..2022-06-01"},
        "2022-06-01",
    ),
    Row(
        "She was [nominated] in {1921=1921} and again in {1924=1924}.",
        {"nominated": "attached 1921-01-01..1921-12-31"},
    ),
    Row(
        "[Admitted]: {22/11/2023=2023-11-22}   [Discharged]: {01/12/2023=2023-12-01}",
        {"Admitted": "attached 2023-11-22", "Discharged": "attached 2023-12-01"},
        None,
    ),
    Row(
        "- {02:31=~2022-01-07T02:31} Petrov [restarts:OCCURRENCE,PRESENT] the pods",
        {"restarts": "attached 2022-01-07T02:31"},
    ),
    Row(
        "In {the eighteenth century=1700..1799} pilots from both shores had [shared] the income.",
        {"shared": "attached 1700-01-01..1799-12-31"},
    ),
)

ATTACHED_REFUSALS = (
    # Right before its verb a month is the verb's, a year the noun's.
    Row(
        "The service in {February=~2021-02} [passed] its rival.",
        {"passed": "attached 2021-02-01..2021-02-28"},
    ),
    Row("The president in {1998=1998} [died].", {"died": TENSE_PAST}),
    Row("[Dated]: {6 November 2020=2020-11-06}", {"Dated": TENSE_PAST}),
    Row(
        "It [was:STATE] the third [accident] on the line since {2019=2019}.",
        {"was": TENSE_PAST, "accident": "- no expression"},
    ),
    Row("Prices [fell] to the lowest level since {2019=2019}.", {"fell": TENSE_PAST}),
    Row(
        "Reed is [paying:OCCURRENCE,PRESENT] 4.6 pence, up 15% from 4 pence {a "
        "year earlier=~2021}.",
        {"paying": "tense ..2022-01-10/2022-01-10.."},
    ),
    Row(
        "Net income for the six months [ended:OCCURRENCE,PAST] {Oct. 1=~2021-10-01} [rose].",
        {"ended": TENSE_PAST, "rose": TENSE_PAST},
    ),
    Row("The president in {1998=1998} [said] it was safe.", {"said": TENSE_PAST}),
    Row("The constitution of {1990=1990} was [amended].", {"amended": TENSE_PAST}),
    Row("Sales [rose] compared with {last year=~2021}.", {"rose": TENSE_PAST}),
    Row("The head of the team from {1998 to 2004=1998/2004} [died].", {"died": TENSE_PAST}),
    Row(
        "The team [trains:OCCURRENCE,PRESENT] {every Thursday=SET}.",
        {"trains": "tense ..2022-01-10/2022-01-10.."},
    ),
    Row(
        "For example, the [battle] for the department [lasted] {two days=2d}.",
        {"battle": "- no expression", "lasted": TENSE_PAST},
    ),
    Row("He [resigned] {recently=PAST}.", {"resigned": TENSE_PAST}),
    Row(
        "He [resigned] on {31 February=?there is no day 31}.",
        {"resigned": "- there is no day 31"},
        None,
    ),
)

SIGNALS = (
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
)

SIGNALS += (
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
)

SIGNALS += (
    Row(
        "He has [led:OCCURRENCE,PRESENT,PERFECTIVE] it since {1990=1990}.",
        {"led": "signal 1990-01-01..1990-12-31/.."},
        None,
    ),
)

# A stretch with a name.
SIGNALS += (
    Row(
        "After {the Great Flood=~~1939-09-01/1945-09-02} she [joined] the party.",
        {"joined": "signal 1945-09-03.."},
    ),
    Row(
        "He [lived] in Rome before {the Great Flood=~~1939-09-01/1945-09-02}.",
        {"lived": "signal ..1939-08-31"},
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
        {"match": "- no expression", "postponed": TENSE_PAST},
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

ASPECT = (
    Row(
        "The [war] [ended] in {1918=1918}.",
        {"war": "aspect ../1918-01-01..1918-12-31", "ended": "aspect 1918-01-01..1918-12-31"},
    ),
    Row(
        "The [siege] [began] on {14 June=~1897-06-14}. It [lasted] {nine days=9d}.",
        {
            "siege": "aspect 1897-06-14/1897-06-22",
            "began": "aspect 1897-06-14",
            "lasted": "aspect 1897-06-14/1897-06-22",
        },
        None,
    ),
    Row(
        "Troops [began] [withdrawing] on {Friday=~2022-01-07}.",
        {"began": "aspect 2022-01-07", "withdrawing": "aspect 2022-01-07/.."},
    ),
)

ASPECT_REFUSALS = (
    # A year is too coarse to count days from.
    Row(
        "The [siege] [began] in {1897=1897} and [lasted] {nine days=9d}.",
        {
            "siege": "clause 1897-01-01..1897-12-31",
            "began": "attached 1897-01-01..1897-12-31",
            "lasted": "-",
        },
        None,
    ),
    Row("The company [began] in {1998=1998}.", {"began": "attached 1998-01-01..1998-12-31"}),
)

CLAUSE = (
    Row(
        "He was [arrested] and [charged] on {Tuesday=~2022-01-04}.",
        {"arrested": "clause 2022-01-04", "charged": "attached 2022-01-04"},
    ),
    Row(
        "On {Thursday=~2022-01-06}, Smith [resigned], and Jones [took] over.",
        {"resigned": "attached 2022-01-06", "took": "clause 2022-01-06"},
    ),
    Row(
        "Dockers [held] a silent [protest] on {Sunday=~2022-01-09} and [blocked] the road.",
        {
            "held": "clause 2022-01-09",
            "protest": "attached 2022-01-09",
            "blocked": "clause 2022-01-09",
        },
    ),
    Row(
        "Rebels [attacked] the town on {5 May=~2021-05-05}, [killing] ten people.",
        {"attacked": "attached 2021-05-05", "killing": "clause 2021-05-05"},
    ),
    Row(
        "An [armistice] was [signed] on {9 March 1898=1898-03-09}.",
        {"armistice": "clause 1898-03-09", "signed": "attached 1898-03-09"},
        None,
    ),
)

CLAUSE += (
    Row(
        "He [welcomed] the figures at a news [conference] {Friday=~2022-01-07}.",
        {"welcomed": "attached 2022-01-07", "conference": "clause 2022-01-07"},
    ),
)

CLAUSE_REFUSALS = (
    Row(
        "They [postponed] it on {Monday=~2022-01-03} at the [request] of the port.",
        {"postponed": "attached 2022-01-03", "request": "- no expression"},
    ),
    Row(
        "{Twenty minutes later=~2021-05-06T06:30} customers [complained], but "
        "no alarm [sounded:-].",
        {"complained": "attached 2021-05-06T06:30", "sounded": TENSE_PAST},
    ),
    Row(
        "He was [born] in {1950=1950} and [became] a doctor.",
        {"born": "attached 1950-01-01..1950-12-31", "became": TENSE_PAST},
    ),
    Row(
        "The [attack] was [condemned] on {Monday=~2022-01-03}.",
        {"attack": "-", "condemned": "attached 2022-01-03"},
    ),
)

CARRIED = (
    Row(
        "The ramp [collapsed] on {Saturday=~2022-01-08}. Rescuers [pulled] nine of them out alive.",
        {"collapsed": "attached 2022-01-08", "pulled": "carried 2022-01-08"},
    ),
    Row(
        "A guard [locked] the door at {17:40=~2022-01-08T17:40}. The thieves [opened] a window.",
        {"locked": "attached 2022-01-08T17:40", "opened": "carried 2022-01-08"},
    ),
)

CARRIED_REFUSALS = (
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

MEETING = "MINUTES OF THE MEETING\n\n"
DECIDING = (
    Row(
        MEETING + "The accounts were [approved].",
        {"approved": "deciding 2022-01-10"},
        basis="header",
    ),
    Row(
        MEETING + "The board [rejected] the offer and [agreed] to write to the owner.",
        {"rejected": "deciding 2022-01-10", "agreed": "deciding 2022-01-10"},
        basis="header",
    ),
)
# What was decided before, not at all, elsewhere, or on a day of its own.
DECIDING_REFUSALS = (
    Row(
        MEETING + "The accounts had been [approved:OCCURRENCE,PAST,PERFECTIVE].",
        {"approved": TENSE_PAST},
        basis="header",
    ),
    Row(
        MEETING + "The council [approved] the plan on {3 January=~2022-01-03}.",
        {"approved": "attached 2022-01-03"},
        basis="header",
    ),
    Row(MEETING + "The roof [leaked].", {"leaked": TENSE_PAST}, basis="header"),
    Row(MEETING + "The plan was not [approved:-].", {"approved": TENSE_PAST}, basis="header"),
    Row("The council [approved] the plan.", {"approved": TENSE_PAST}, basis="header"),
    Row(
        MEETING + "The offer was [accepted].", {"accepted": "linker ..2022-01-10"}, basis="dateline"
    ),
)

REPORTING = (
    Row("The plant is safe, the minister [said:REPORTING].", {"said": "reporting 2022-01-10"}),
    Row(
        "PORT [CLOSED]\n\nThe port is safe, the minister [said:REPORTING].",
        {"said": "reporting 2022-01-10"},
    ),
    Row(
        "A guard [died] on {Sunday=~2022-01-09}. The mayor [said:REPORTING] it was an accident.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
)

REPORTING_REFUSALS = (
    # In a story that is told with dates of its own, what somebody says is part of the story.
    Row(
        "On {24 February=~2021-02-24} I [met] him. He [said:REPORTING] nothing was wrong.",
        {"said": TENSE_PAST},
    ),
    Row("The plant is safe, the minister had [said:REPORTING].", {"said": TENSE_PAST}),
    Row("The plant is safe, the minister [said:REPORTING].", {"said": "- no date"}, None),
)

TENSE = (
    Row("The road was [closed].", {"closed": TENSE_PAST}),
    Row(
        "The situation [remains:STATE,PRESENT] tense.",
        {"remains": "tense ..2022-01-10/2022-01-10.."},
    ),
    Row("The plant will [open:OCCURRENCE,FUTURE].", {"open": "tense 2022-01-10.."}),
    Row("The road was [closed].", {"closed": "tense ..2022-01-31"}, "2022-01"),
    Row("The plant will [open:OCCURRENCE,FUTURE].", {"open": "tense 2022-01-01.."}, "2022-01"),
)

TENSE_REFUSALS = (
    Row(
        "It will [end:OCCURRENCE,FUTURE] if the rebels [leave:OCCURRENCE,PRESENT].",
        {"end": "tense 2022-01-10..", "leave": "-"},
    ),
    Row("The road was [closed].", {"closed": "- the document has no date"}, None),
    Row("The [closure] surprised many.", {"closure": "- no expression"}),
)

LIND = "Anna Lind [spoke] to workers on {Friday=~2022-01-07}. "
AGENT = (
    Row(
        LIND + "The mine lost money. Lind [promised:I_ACTION] new jobs.",
        {"spoke": "attached 2022-01-07", "promised": "agent 2022-01-07"},
        basis="dateline",
    ),
    Row(
        LIND + "The mine lost money. She also [said:REPORTING] it was safe.",
        {"said": "agent 2022-01-07"},
        basis="dateline",
    ),
    Row(
        LIND
        + "The mine lost money. Lind [dismissed:I_ACTION] the report, [saying:REPORTING] it was "
        "wrong.",
        {"dismissed": "agent 2022-01-07", "saying": "along 2022-01-07"},
        basis="dateline",
    ),
    # Each name of the subject, and a name that the parser takes for a noun.
    Row(
        "The chairman and founder Steve Jobs [spoke] on {Friday=~2022-01-07}. The mine lost "
        "money. Jobs [welcomed] them.",
        {"welcomed": "agent 2022-01-07"},
        basis="dateline",
    ),
)
ALONG = (
    Row(
        LIND + "Lind [closed] the day by [showing:OCCURRENCE,PRESPART] a film.",
        {"closed": "carried 2022-01-07", "showing": "along 2022-01-07"},
    ),
    Row(
        LIND + "She [went] on to [praise:REPORTING,INFINITIVE] the workers.",
        {"went": "carried 2022-01-07", "praise": "along 2022-01-07"},
    ),
)
ALONG_REFUSALS = (
    Row(
        LIND + "She [went] home to [praise:REPORTING,INFINITIVE] the workers.",
        {"went": "carried 2022-01-07", "praise": "- no expression"},
    ),
    Row(
        "Karl Berg [said:REPORTING] in an [interview] that it was safe.",
        {"said": "reporting 2022-01-10", "interview": "- no expression"},
    ),
)
# Somebody else, another time, no news, and a day long ago.
AGENT_REFUSALS = (
    # What goes on, and what follows another day that was told in between.
    Row(
        LIND + "The mine lost money. Lind was [carrying:OCCURRENCE,PAST,PROGRESSIVE] a message.",
        {"carrying": "linker ..2022-01-10/..2022-01-10"},
        basis="dateline",
    ),
    Row(
        LIND + "The council [ordered] a strike on {3 January=~2022-01-03}. Lind then [sent] help.",
        {"ordered": "attached 2022-01-03", "sent": "linker ..2022-01-10/..2022-01-10"},
        basis="dateline",
    ),
    Row(
        LIND + "Karl Berg [said:REPORTING] it was safe.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
    Row(
        LIND + "Lind later [said:REPORTING] it was safe.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
    Row(
        "Anna Lind [spoke] to workers on {3 May=~2021-05-03}. Lind [said:REPORTING] it was safe.",
        {"said": "reporting 2022-01-10"},
        basis="dateline",
    ),
    Row(LIND + "Lind had [promised:I_ACTION,PERFECTIVE] new jobs.", {"promised": TENSE_PAST}),
)

CLAUSES = (
    Row(
        "They [lived:STATE] in Tangier until {1963=1963}, when the house [burned] down.",
        {"lived": "signal ../1963-01-01..1963-12-31", "burned": "attached 1963-01-01..1963-12-31"},
    ),
    Row(
        "She [came] to attention on {8 March 1999=1999-03-08}, when she [represented] the crew.",
        {"came": "attached 1999-03-08", "represented": "attached 1999-03-08"},
    ),
    Row(
        "The clerk said that the shelter had been [damaged] again on {23 August=~2021-08-23}.",
        {"damaged": "attached 2021-08-23"},
    ),
    Row(
        "He was [nominated] in {1921=1921} and again in {1924=1924}.",
        {"nominated": "attached 1921-01-01..1921-12-31"},
    ),
    Row(
        "The auditor had [completed] the [return] on {30 August=~2021-08-30}.",
        {"completed": "attached 2021-08-30"},
    ),
    Row(
        "The house was [let] on {1 March 2020=2020-03-01} for a rent payable on the first of "
        "{each month=SET}.",
        {"let": "attached 2020-03-01"},
    ),
    Row("They [met] {every week=SET} in {March 2020=2020-03}.", {"met": "tense ..2022-01-10"}),
    Row(
        "During trials in {January 1968=1968-01} a hook [broke].",
        {"broke": "attached 1968-01-01..1968-01-31"},
    ),
    Row("The president of {1998=1998} [spoke].", {"spoke": TENSE_PAST}),
    Row(
        "At no time during {2021=2021} did he [speak:-].",
        {"speak": TENSE_PAST},
    ),
    Row(
        "On {9 December=~2021-12-09} she [lost:OCCURRENCE] her sight for {one day=1d}.",
        {"lost": "attached 2021-12-09"},
    ),
    Row("She [banned] nets from {1 May 2006=2006-05-01}.", {"banned": "signal 2006-05-01"}),
    Row(
        "She [taught] from {1 May 2006=2006-05-01}.",
        {"taught": "signal 2006-05-01/.."},
    ),
    Row(
        "He [advised] the navy {between 1983 and 1988=1983/1988}.",
        {"advised": "signal 1983-01-01..1983-12-31/1988-01-01..1988-12-31"},
    ),
    Row(
        "He [resigned] {between 1983 and 1988=1983/1988}.",
        {"resigned": "signal 1983-01-01..1988-12-31"},
    ),
)
# What a model guesses of a news report ...
LINKER = (
    Row(
        "Police [believe:I_STATE,PRESENT] the fire was [set].",
        {"believe": "linker 2022-01-10"},
        basis="dateline",
    ),
    Row(
        "The talks will [resume:OCCURRENCE,FUTURE].",
        {"resume": "linker 2022-01-10.."},
        basis="dateline",
    ),
    Row(
        "The union said it is [ready:STATE,PRESENT] to [strike:OCCURRENCE,INFINITIVE].",
        {"ready": "linker ..2022-01-10/2022-01-10..", "strike": "linker 2022-01-10.."},
        basis="dct",
    ),
    Row(
        "The mine has been [closed:OCCURRENCE,PRESENT,PERFECTIVE].",
        {"closed": "linker ..2022-01-10"},
        basis="dct",
    ),
)
# ... but not of other texts, of a month, or where an expression dates.
LINKER_REFUSALS = (
    Row("The talks will [resume:OCCURRENCE,FUTURE].", {"resume": "tense 2022-01-10.."}),
    Row(
        "The talks will [resume:OCCURRENCE,FUTURE].",
        {"resume": "tense 2022-01-01.."},
        "2022-01",
        "dateline",
    ),
    Row(
        "The road was [closed] on {3 January=2022-01-03}.",
        {"closed": "attached 2022-01-03"},
        basis="dateline",
    ),
    Row("The [closure] surprised many.", {"closure": "- no expression"}),
)

COUNTED = (
    Row(
        "A [blast] on {14 June 2019=2019-06-14} [killed] 29 men. The valve had been "
        "[switched] off {two days=2d} before the [explosion].",
        {"switched": "attached 2019-06-12"},
    ),
    Row(
        "She [underwent] a mastectomy on {17 September 2019=2019-09-17}. "
        "She [went] home {the day=@+1 day} after surgery.",
        {"went": "attached 2019-09-18"},
    ),
    Row(
        "His licence [lapsed] in {February 2021=2021-02}. He [complained] {a month=@-1 month} "
        "before it [lapsed].",
        {"complained": "attached 2021-01-01..2021-01-31"},
    ),
    Row(
        "He [returned] on {2 September 2019=2019-09-02}. {The day=@same day} he [came] back "
        "he was [handed] a letter.",
        {"handed": "attached 2019-09-02"},
    ),
    Row(
        "He [resigned] {five days=5d} after prosecutors [searched] his home on "
        "{2 May 2019=2019-05-02}.",
        {"searched": "attached 2019-05-02", "resigned": "attached 2019-05-07"},
    ),
    Row(
        "The [explosion] [occurred] on {14 June 2019=2019-06-14}. A stone will be "
        "[unveiled:OCCURRENCE,FUTURE] on {the third anniversary=@keep 3 year} of the [disaster].",
        {"unveiled": "attached 2022-06-14"},
    ),
    Row(  # a bound that is vague stays vague
        "The [crash] [happened] in {May 2019=2019-05}. He [retired] {two days=2d} after the "
        "[crash].",
        {"retired": "attached 2019-05-03..2019-06-02"},
    ),
    Row(  # a chain: the search, what is counted from it, and what is counted from that
        "The house was [searched] on {2 May 2019=2019-05-02}. He [resigned] {five days=5d} after "
        "the [search]. He [died] {a week=7d} after his [resignation].",
        {"resigned": "attached 2019-05-07", "died": "attached 2019-05-14"},
    ),
    Row(  # the parties tell two searches apart
        "Prosecutors [searched] his home on {2 May 2019=2019-05-02}. He [fled] {five days=5d} "
        "after burglars [searched] his office.",
        {"fled": "tense ..2022-01-10"},
    ),
    Row(  # a second one that nothing dates
        "A [party] was [held] on {15 May=~2021-05-15}. {The day=@+1 day} after the second [party] "
        "he [fell].",
        {"fell": TENSE_PAST},
    ),
    Row(  # a new meeting, not the one told before
        "They [met] on {2 May 2019=2019-05-02}. He [fled] {five days=5d} after another [meeting].",
        {"fled": "tense ..2022-01-10"},
    ),
    Row(  # how long, not when
        "The [crash] [happened] on {2 May 2019=2019-05-02}. He was in [hospital:STATE] for "
        "{five days=5d} after the [crash].",
        {"hospital": "- no expression"},
    ),
    Row(  # two events of one kind, and a general word that tells nothing
        "A [fire] [broke] out on {2 May 2019=2019-05-02}. A [crash] [happened] on "
        "{3 June 2019=2019-06-03}. He [left] {the day=@+1 day} after the [funeral].",
        {"left": "tense ..2022-01-10"},
    ),
)
EVENT = (
    Row(
        "He was [dismissed] on {3 May 2019=2019-05-03}. He has been [unemployed:STATE] since his "
        "[dismissal].",
        {"unemployed": "event 2019-05-03/2022-01-10.."},
    ),
    Row(
        "The bridge [opened] on {3 May 2019=2019-05-03}. A ferry [ran] until the bridge [opened].",
        {"ran": "event ../2019-05-03"},
    ),
    Row(
        "The [hearing] [took] place on {3 May 2019=2019-05-03}. His lawyer [apologised] at the "
        "[hearing].",
        {"apologised": "event 2019-05-03"},
    ),
)
EVENT_REFUSALS = (
    Row(
        "He was [dismissed] on {3 May 2019=2019-05-03}. He [sued] since the [dismissal] was "
        "unfair.",
        {"sued": TENSE_PAST},
    ),
    Row(
        "The [hearing] [took] place on {3 May 2019=2019-05-03}. His lawyer [apologised] at a "
        "[hearing].",
        {"apologised": "carried 2019-05-03"},
    ),
    Row("He has been [unemployed:STATE] since his [dismissal].", {"unemployed": TENSE_PAST}),
)

ORDER = (
    Row(
        "The bridge [collapsed] on {3 May 2021=2021-05-03}. "
        "The firm [closed] after the bridge [collapsed].",
        {"collapsed": "attached 2021-05-03", "closed": "order 2021-05-03..2022-01-10"},
    ),
    Row(
        "The council [voted] on {3 May 2021=2021-05-03}. After the [vote], the mayor [resigned].",
        {"vote": "order 2021-05-03", "resigned": "order 2021-05-03..2022-01-10"},
    ),
    Row(
        "The mayor [resigned] before the council [voted] on {3 May 2021=2021-05-03}.",
        {"voted": "attached 2021-05-03", "resigned": "order ..2021-05-03"},
    ),
    Row(
        "On {3 May 2021=2021-05-03} the inquiry [opened] after the mayor [resigned].",
        {"opened": "attached 2021-05-03", "resigned": "order ..2021-05-03"},
    ),
    Row(
        "The crowd [wept] when the train [left] on {3 May 2021=2021-05-03}.",
        {"left": "attached 2021-05-03", "wept": "clause 2021-05-03"},
    ),
    # A year is closer with the day that bounds it.
    Row(
        "In {2021=2021} the minister [resigned] after the [vote] on {3 May 2021=2021-05-03}.",
        {"resigned": "attached 2021-05-03..2021-12-31", "vote": "attached 2021-05-03"},
    ),
    # Over a third one.
    Row(
        "The town [burned] on {3 May 2021=2021-05-03}. After the town [burned], the people [fled] "
        "before the rebels [returned].",
        {"burned": "attached 2021-05-03", "fled": "order 2021-05-03..2022-01-10",
         "returned": "order 2021-05-03..2022-01-10"},
    ),
)  # fmt: skip
ORDER_REFUSALS = (
    # What is more precise stays.
    Row(
        "The minister [resigned] on {2 May 2021=2021-05-02} after the parliament [voted] against "
        "him on {7 May 2021=2021-05-07}.",
        {"resigned": "attached 2021-05-02", "voted": "attached 2021-05-07"},
    ),
    # What did not happen bounds nothing, nor does what only tense bounds.
    Row(
        "The mayor did not [resign:-] after the [vote] on {3 May 2021=2021-05-03}.",
        {"vote": "attached 2021-05-03", "resign": TENSE_PAST},
    ),
    Row(
        "The mayor [resigned] after the council [met].", {"resigned": TENSE_PAST, "met": TENSE_PAST}
    ),
    # A reason, not a time.
    Row(
        "The mayor [resigned] since the council [voted] against him on {3 May 2021=2021-05-03}.",
        {"voted": "attached 2021-05-03", "resigned": TENSE_PAST},
    ),
    # How the story is told hands no date on.
    Row(
        "The mayor [rose] in {2020=2020} and [went] home.",
        {"rose": "attached 2020-01-01..2020-12-31", "went": TENSE_PAST},
    ),
)

TABLES = {
    "contract": CONTRACT,
    "attached": ATTACHED,
    "attached refuses": ATTACHED_REFUSALS,
    "signal": SIGNALS,
    "signal refuses": SIGNAL_REFUSALS,
    "aspect": ASPECT,
    "aspect refuses": ASPECT_REFUSALS,
    "clause": CLAUSE,
    "clause refuses": CLAUSE_REFUSALS,
    "carried": CARRIED,
    "carried refuses": CARRIED_REFUSALS,
    "deciding": DECIDING,
    "deciding refuses": DECIDING_REFUSALS,
    "agent": AGENT,
    "agent refuses": AGENT_REFUSALS,
    "along": ALONG,
    "along refuses": ALONG_REFUSALS,
    "linker": LINKER,
    "linker refuses": LINKER_REFUSALS,
    "reporting": REPORTING,
    "reporting refuses": REPORTING_REFUSALS,
    "tense": TENSE,
    "tense refuses": TENSE_REFUSALS,
    "clauses": CLAUSES,
    "counted": COUNTED,
    "event": EVENT,
    "event refuses": EVENT_REFUSALS,
    "order": ORDER,
    "order refuses": ORDER_REFUSALS,
    **GENRES,
}

# Sentences that other tests use.
MORE = (
    "She [says:REPORTING,PRESENT] he [won].",
    "He [hopes:I_STATE,PRESENT] that the team [won].",
    "The crowd [left] the hall [built:OCCURRENCE,PASTPART] for the king.",
    "They [left] because the roof [leaked].",
    "They [left] if the roof [leaked].",
    "The roof [fell] and the guests [fled].",
    "The roof [sagged:STATE,PAST] and the guests [fled].",
    "The blast [killed] ten people on {Monday=~2022-01-03}. The [attack] [shocked] the town. "
    "Police [denied:REPORTING] the [attack].",
    "A bomb [exploded] on {Monday=~2022-01-03}. The [explosion] [killed] ten people.",
    "He did not [attack:-] the town on {Monday=~2022-01-03}. Rebels [attacked] the town on "
    "{Monday=~2022-01-03}.",
    "[Riots] [erupted] in {May 2021=2021-05}. [Riots] [erupted] in {May "
    "2020=2020-05}. The [riots] [ended].",
    "He [said:REPORTING] on {Monday=~2022-01-10} that it works. He [said:REPORTING] on "
    "{Monday=~2022-01-10} that it is safe.",
    "Rebels [attacked] the town, the minister [said:REPORTING] on {Monday=~2022-01-10}.",
)
TEXTS = (*(row.text for table in TABLES.values() for row in table), *MORE)

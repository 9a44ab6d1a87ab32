"""Kinds of text that newswire is not: lives, minutes, judgments, chats, reports."""

from .row import TENSE_PAST, Row

GENRES = (
    # A heading tells what its paragraph only dates.
    Row(
        "NEXT [MEETING]\n\n{13 June=~2022-06-13} in the hall.",
        {"MEETING": "attached 2022-06-13"},
    ),
    # An empty subject goes on with the day, and so does what was done at the same place.
    Row(
        "He was [examined] on {Thursday=~2022-01-06}, and it was [agreed] to operate.",
        {"agreed": "clause 2022-01-06"},
    ),
    Row(
        "{Yesterday=~2022-01-09} I [attended] the station, where I [viewed] the pictures.",
        {"attended": "attached 2022-01-09", "viewed": "clause 2022-01-09"},
    ),
    # What one does first and what one does later that day are of one day.
    Row(
        "Fire [destroyed] the hall on {2 May=~2021-05-02}. Men were [taken] to hospital and "
        "were [released] {later that day=~2021-05-02}.",
        {"taken": "carried 2021-05-02", "released": "attached 2021-05-02"},
    ),
    # The parser made a name, or the head of the sentence, of what opens it.
    Row(
        "{The following winter=~1908-12} Vaalborg [moved] to Bergen.",
        {"moved": "attached 1908-12-01..1908-12-31"},
        None,
    ),
    Row(
        "{The following year=~1912} she [moved] to Leipzig and [worked] as an assistant to "
        "Wilhelm Ostwald's successor.",
        {"moved": "attached 1912-01-01..1912-12-31"},
        None,
    ),
    # A report says what it says on the day on which it is published.
    Row(
        "A report, [published] in {2019=2019}, [recommended:I_ACTION] a change.",
        {"recommended": "clause 2019-01-01..2019-12-31"},
        None,
    ),
    # What stands between two dates of one stretch compares no figures.
    Row(
        "He [worked] for the county from {1951=1951} until his [retirement] in {1989=1989}.",
        {
            "worked": "signal 1951-01-01..1951-12-31/1989-01-01..1989-12-31",
            "retirement": "attached 1989-01-01..1989-12-31",
        },
        None,
    ),
    # A date with its article is that of the noun behind it.
    Row(
        "The NTSB is [investigating:OCCURRENCE,PRESENT] the {May 31, 2018=2018-05-31}, [crash] of "
        "a Cirrus Design SR22 which [impacted] terrain.",
        {"investigating": "tense ..2022-01-10/2022-01-10..", "crash": "attached 2018-05-31"},
    ),
    # What a disaster did is of its day.
    Row(
        "The Great Fire of {July 8, 1871=1871-07-08} [destroyed] 140 buildings.",
        {"destroyed": "attached 1871-07-08"},
        None,
    ),
    # A bracket behind a date is an aside.
    Row(
        "On {2023-08-29 at 14:12=2023-08-29T14:12} (all times local) the aircraft, with 41 "
        "passengers and four crew, was [climbing] through flight level 170.",
        {"climbing": "attached 2023-08-29T14:12"},
        None,
    ),
    # A sentence of a court is passed on a day, however long it is.
    Row(
        "The man was [jailed] for {three years=3y} on {Monday=~2022-01-03}.",
        {"jailed": "attached 2022-01-03"},
    ),
    # A verb with "through" is one word.
    Row(
        "A merger with Tandy's, [announced] in {March 1998=1998-03}, [fell] through "
        "{that June=~1998-06}.",
        {"fell": "attached 1998-06-01..1998-06-30"},
        None,
    ),
    # An aside between a year and what it is the year of.
    Row(
        "It was not until {1958=1958}, {a year=@+1 year} after Bigelow [moved] to a larger plant "
        "in Norwalk, that the company [bought] its first machine.",
        {"bought": "attached 1958-01-01..1958-12-31"},
        None,
    ),
    # "And" and a time open a clause; a noun alone is no sentence.
    Row(
        "The ship [struck] a rock, and at {6:04 a.m.=~2022-01-08T06:04} the county [issued] an "
        "order.",
        {"struck": TENSE_PAST, "issued": "attached 2022-01-08T06:04"},
    ),
    Row(
        "The ship [struck] a rock and shortly before {4 p.m.=~2022-01-08T16} the county [issued] "
        "an order.",
        {"struck": TENSE_PAST, "issued": "signal 2022-01-08T15:30..2022-01-08T16:00"},
    ),
    Row(
        "On {July 19, 2023=2023-07-19}, a transfer hose [ruptured] during the unloading of a "
        "railcar, [releasing:OCCURRENCE,PRESPART] 7,400 pounds of chlorine over {43 minutes=43m}.",
        {"ruptured": "attached 2023-07-19", "releasing": "clause 2023-07-19"},
        None,
    ),
    Row(
        "A second war was now certain, and in {March 1824=1824-03}, after an ultimatum had [gone] "
        "unanswered, the Company [landed] 2,000 sepoys.",
        {"landed": "attached 1824-03-01..1824-03-31"},
        None,
    ),
    Row(
        "In the dry season of {1823=1823} a factor was [murdered] at Teluk.",
        {"murdered": "attached 1823-01-01..1823-12-31"},
        None,
    ),
    # What was looked into in a year tells then what it found.
    Row(
        "A {2019=2019} report by the agency [found] cracks.",
        {"found": "attached 2019-01-01..2019-12-31"},
        None,
    ),
    Row(
        "An internal audit in {the fall of 2020=2020-09} [warned:REPORTING] of it.",
        {"warned": "attached 2020-09-01..2020-09-30"},
        None,
    ),
    # The second date is that of the noun right before it.
    Row(
        "A buy-out was [completed] on {31 May 2022=2022-05-31}, after a [vote] "
        "{the previous autumn=~2021-09} in which 81% were in favour.",
        {"completed": "attached 2022-05-31", "vote": "attached 2021-09-01..2021-09-30"},
        None,
    ),
    # A sentence that only dates the one before it.
    Row(
        "With the money he [bought] a half share. That was in {1936=1936}.",
        {"bought": "attached 1936-01-01..1936-12-31"},
        None,
    ),
    # A month may have seen what nothing else tells; a phrase before the article is the verb's.
    Row(
        "{October=~2021-10} [brought] one win.",
        {"brought": "attached 2021-10-01..2021-10-31"},
    ),
    Row(
        "He told a cousin; and in {September=~2021-09} an archaeologist from Aarhus named Lise "
        "Brandt [arrived] with a trowel.",
        {"arrived": "attached 2021-09-01..2021-09-30"},
    ),
    # What takes effect on a day is of that day.
    Row(
        "His job was [terminated] with effect from {30 April 2020=2020-04-30}.",
        {"terminated": "attached 2020-04-30"},
        None,
    ),
    # A comparison ends with its sentence; "more than" only counts.
    Row(
        "He [taught] from {1964 to 1986=1964/1986}. In {the 1970s=1970..1979} he [turned] to "
        "electronic music.",
        {"turned": "attached 1970-01-01..1979-12-31"},
        None,
    ),
    Row(
        "The bureau [received] more than 80 reports {last year=~2021}.",
        {"received": "attached 2021-01-01..2021-12-31"},
    ),
    # "call" names a day only where something follows.
    Row(
        "I [called] {that same afternoon=~2021-10-18} and [spoke] to the clerk.",
        {"called": "attached 2021-10-18", "spoke": "clause 2021-10-18"},
    ),
    # What was not done until then was done then; before the end is in it at the latest.
    Row(
        "The bell was not [repaired:-] until {1921=1921}.",
        {"repaired": "signal 1921-01-01..1921-12-31"},
    ),
    Row(
        "Surgery could [take:OCCURRENCE,PRESENT] place before {the end of March=~2022-03}.",
        {"take": "signal ..2022-03-31"},
    ),
    # What is done to many, and what goes on for a time, fills the stretch between two dates.
    Row(
        "The [trial] [took] place between {6 and 10 November 2017=2017-11-06/2017-11-10}.",
        {"took": "signal 2017-11-06/2017-11-10", "trial": "clause 2017-11-06/2017-11-10"},
    ),
    Row(
        "Between {1912 and 1926=1912/1926} she [published] the four volumes of her flora.",
        {"published": "signal 1912-01-01..1912-12-31/1926-01-01..1926-12-31"},
    ),
    Row(
        "Between {6 and 10 May 2017=2017-05-06/2017-05-10} a burglar [broke] the window.",
        {"broke": "signal 2017-05-06..2017-05-10"},
    ),
    Row(
        "Between {6 and 10 May 2017=2017-05-06/2017-05-10} about 38% of the lookups [failed].",
        {"failed": "signal 2017-05-06/2017-05-10"},
    ),
    # Told beside the main verb.
    Row(
        "After [graduating] in {1954=1954} he [joined] the yard as a draughtsman.",
        {"graduating": "attached 1954-01-01..1954-12-31",
         "joined": "clause 1954-01-01..1954-12-31"},
    ),
    Row(
        "The bell [cracked] while being [rung] for the Queen's Jubilee in {1887=1887}.",
        {"cracked": "clause 1887-01-01..1887-12-31"},
    ),
    Row(
        "When I [opened] the warehouse {this morning=~2022-01-10}, ten pallets [disappeared].",
        {"disappeared": "clause 2022-01-10"},
    ),
    Row(
        "He will [retire:OCCURRENCE,FUTURE] at the next {annual=SET} general [meeting] on "
        "{24 November=~2022-11-24}.",
        {"meeting": "attached 2022-11-24", "retire": "clause 2022-11-24"},
    ),
)  # fmt: skip

GENRES_REFUSALS = (
    # What a figure is for is not when it was said.
    Row(
        "It [lowered] its forecast for {the year=~2021}.",
        {"lowered": TENSE_PAST},
    ),
    Row(
        "NEXT [MEETING]\n\nOn {13 June=~2021-06-13} he [left].",
        {"MEETING": "- no expression", "left": "attached 2021-06-13"},
    ),
    Row(
        "He was [examined] on {Thursday=~2022-01-06}, and his brother had [agreed] to come.",
        {"agreed": TENSE_PAST},
    ),
    Row(
        "Fire [destroyed] the hall on {2 May=~2021-05-02}. Men were [taken] to hospital and "
        "were [released] on {5 May=~2021-05-05}.",
        {"taken": TENSE_PAST},
    ),
    # A report's date is not that of who presents it.
    Row(
        "Mr Sykes [presented] the fire report dated {27 September=~2021-09-27}.",
        {"presented": "tense ..2022-01-10"},
    ),
    # What a period's last day closes; what results are for.
    Row(
        "The accounts for {the year=~2021} ended {31 March 2021=2021-03-31} were [adopted].",
        {"adopted": "tense ..2022-01-10"},
    ),
    Row(
        "Velora [Reports:REPORTING,PRESENT] {Second-Quarter 2021=2021-04} Results",
        {"Reports": "- no expression"},
    ),
    # The service is since then, not the thanks.
    Row(
        "The chair [thanked] him for his service since {2009=2009}.",
        {"thanked": "tense ..2022-01-10"},
    ),
    # Who writes in a chat dates nothing that is written.
    Row(
        "[{2022-01-03 21:15=2022-01-03T21:15}] mo: he [called] from the border",
        {"called": "tense ..2022-01-10"},
    ),
    # A president of a year is none that was looked into then.
    Row(
        "The president of {1998=1998} [warned:REPORTING] of it.",
        {"warned": "- no expression"},
        None,
    ),
    # A fire of a year may only be recalled.
    Row(
        "The fire of {1871=1871} [inspired] a song.",
        {"inspired": "- no expression"},
        None,
    ),
    Row(
        "He was [held] for {three years=3y} from {Monday=~2022-01-03}.",
        {"held": "signal 2022-01-03/.."},
    ),
    Row(
        'The band [plays:OCCURRENCE,PRESENT] "{Summer of \'69=1969}" and others.',
        {"plays": "- no expression"},
        None,
    ),
    Row(
        "A memo [dated] {18 December=~2021-12-18}, and [seen] by us, [describes] water.",
        {"dated": "attached 2021-12-18", "seen": "tense ..2022-01-10"},
    ),
    # A day after which he came is not the day he came.
    Row(
        "After [leaving] on {3 May 2021=2021-05-03} he [wrote] to her.",
        {"leaving": "attached 2021-05-03", "wrote": "order 2021-05-03..2022-01-10"},
    ),
    # An aside in the present parts a time from what happened then.
    Row(
        "At about {10.40pm=~2022-01-08T22:40} a man I now know as Dean Rowley [came] to the desk "
        "and [asked] for a room.",
        {"came": "attached 2022-01-08T22:40"},
    ),
)

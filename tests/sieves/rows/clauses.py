"""Sentences of several clauses or dates: which date is whose."""

from .row import TENSE_PAST, Row

CLAUSES = (
    # Who moves to do a thing moves on that day.
    Row(
        "We [moved] to [dismiss:OCCURRENCE,INFINITIVE] the complaint on "
        "{December 20, 2021=2021-12-20}.",
        {"moved": "attached 2021-12-20", "dismiss": "- no expression"},
    ),
    # What ends a stay has the date behind it.
    Row(
        "She [came] to the town in {1919=1919} and [stayed] until her [death] in {1956=1956}.",
        {
            "came": "attached 1919-01-01..1919-12-31",
            "stayed": "event ../1956-01-01..1956-12-31",
            "death": "attached 1956-01-01..1956-12-31",
        },
    ),
    # A time ahead of the comma and the conjunction of a clause is of the one before.
    Row(
        "She was [taken] to hospital only {two days later=~2021-08-21}, after other women had "
        "[started] a hunger strike.",
        {"taken": "attached 2021-08-21", "started": "tense ..2022-01-10"},
    ),
    # A time that opens a clause is that clause's, not the one's before; its verb may be no event.
    Row(
        "In {1923=1923} a schooner [hit] the deck, and {the following spring=~1924-03} another "
        "did.",
        {"hit": "attached 1923-01-01..1923-12-31"},
        None,
    ),
    # "made" names no day here.
    Row(
        "The heads, which she [made] between {1977 and 1985=1977/1985}, were [shown] in "
        "{1986=1986}.",
        {
            "made": "signal 1977-01-01..1985-12-31",
            "shown": "attached 1986-01-01..1986-12-31",
        },
        None,
    ),
    # A second date belongs to the verb that it stands behind.
    Row(
        "She was [made] an OBE in {1994=1994}, an honour which she had [turned] down once before, "
        "in {1979=1979}, on the ground that it [came] with lunch.",
        {
            "made": "attached 1994-01-01..1994-12-31",
            "turned": "attached 1979-01-01..1979-12-31",
            "came": "- no expression",
        },
        None,
    ),
    Row(
        "{The following spring=~1912-03} he [marched] against them, [took] Hecate and [spent] the "
        "winter there.",
        {"marched": "attached 1912-03-01..1912-03-31"},
        None,
    ),
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
    # A time counted from the one before it is another.
    Row(
        "He [left] school in {1916=1916}, {the following year=^1917} he [joined] the navy.",
        {"left": "attached 1916-01-01..1916-12-31", "joined": "attached 1917-01-01..1917-12-31"},
    ),
    Row(
        "The pact [lapsed] in {2012=2012}, {the last year=2012} of the deal.",
        {"lapsed": "attached 2012-01-01..2012-12-31"},
    ),
    # What was looked into tells what it found in its year, unless it told it on another day.
    Row(
        "A {2019=2019} audit [warned:REPORTING] of cracks.",
        {"warned": "attached 2019-01-01..2019-12-31"},
    ),
    Row(
        "A {2012=2012} survey [put] the cost at $4 million.",
        {"put": "attached 2012-01-01..2012-12-31"},
    ),
    Row(
        "The {2017=2017} inquiry [told:REPORTING] ministers in {2020=2020} that the roof was weak.",
        {"told": "attached 2020-01-01..2020-12-31"},
    ),
    Row(
        "The {2017=2017} inquiry had [warned:REPORTING] of it on {3 May 2018=2018-05-03}.",
        {"warned": "attached 2018-05-03"},
    ),
    Row(
        "The {2019=2019} study [won] a prize in {2020=2020}.",
        {"won": "attached 2020-01-01..2020-12-31"},
    ),
    Row("The {2019=2019} report was [leaked].", {"leaked": TENSE_PAST}),
    Row("The {2017=2017} inquiry [collapsed].", {"collapsed": TENSE_PAST}),
    Row("The {2020=2020} census was [criticised].", {"criticised": TENSE_PAST}),
)

"""A date beside its event in the parse."""

from .row import TENSE_PAST, Row

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
    # The parser hangs the date on the object.
    Row(
        "They [ordered:I_ACTION] an [investigation] on {Tuesday=~2022-01-04}.",
        {"ordered": "attached 2022-01-04", "investigation": "- no expression"},
    ),
    Row(
        "They [ordered:I_ACTION] an [investigation] on {Tuesday=~2022-01-11}.",
        {"ordered": TENSE_PAST, "investigation": "attached 2022-01-11"},
    ),
    # The day stands between subject and verb.
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
    # What "it was" only puts in front happened then.
    Row(
        "It [was] not until {1919=1919} that kettles [left] the gates.",
        {"left": "attached 1919-01-01..1919-12-31", "was": "- no expression"},
        None,
    ),
    Row(
        "It [was] in {1931=1931} that he [died].",
        {"died": "attached 1931-01-01..1931-12-31", "was": "- no expression"},
        None,
    ),
    # The word that joins two dates stands for the second time.
    Row(
        "She [won] the race in {1903=1903} [and] {1905=1905}.",
        {"won": "attached 1903-01-01..1903-12-31", "and": "attached 1905-01-01..1905-12-31"},
        None,
    ),
    Row(
        "Ether had been [used] there as early as {1848=1848}.",
        {"used": "attached 1848-01-01..1848-12-31"},
        None,
    ),
    # What befell a place dates what happened in it, and a contest what was won.
    Row(
        "The roof [fell] in the gale of {18 January 2007=2007-01-18}.",
        {"fell": "attached 2007-01-18"},
        None,
    ),
    Row(
        "Her design [won] the competition of {February 1860=1860-02}.",
        {"won": "attached 1860-02-01..1860-02-29"},
        None,
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
    # A row of a table; what a line without a finite verb is about.
    Row(
        "| {14:20=~2022-01-07T14:20} | [Expired] certificate [discovered] |",
        {"discovered": "attached 2022-01-07T14:20"},
    ),
    Row(
        "In {the eighteenth century=1700..1799} pilots from both shores had [shared] the income.",
        {"shared": "attached 1700-01-01..1799-12-31"},
    ),
    Row(  # what was not there does not keep the day of what was
        "He was [released] without [charge] {the next day=~2021-05-04}.",
        {"released": "attached 2021-05-04", "charge": "-"},
    ),
    Row(
        "The firm was [warned] about it as early as {2019=2019}.",
        {"warned": "attached 2019-01-01..2019-12-31"},
    ),
    # "About" before a clock time is no topic.
    Row(
        "The ceiling [came] down about {3am=~2022-01-08T03}.",
        {"came": "attached 2022-01-08T03:00"},
    ),
    # Who returns to work is back then, and what follows is of that day.
    Row(
        "She [returned] to [work] {the following Monday=~2022-01-03} and was [told] to leave.",
        {"returned": "attached 2022-01-03", "told": "clause 2022-01-03"},
    ),
    # A letter is written up after the day that it bears.
    Row("The letter was [typed] on {12 January=~2022-01-12}.", {"typed": "attached 2022-01-12"}),
    Row("[Dictated] {8 January=~2022-01-08}", {"Dictated": "attached 2022-01-08"}),
    # What was measured in a period moves in that period.
    Row(
        "Profit for {2021=2021} [fell] 22 percent.",
        {"fell": "attached 2021-01-01..2021-12-31"},
    ),
    Row(
        "The {December=~2021-12} exports [dropped] to a record low.",
        {"dropped": "attached 2021-12-01..2021-12-31"},
    ),
    Row(
        "The company [posted] a 54% [drop] in {December=~2021-12} profit.",
        {"drop": "attached 2021-12-01..2021-12-31", "posted": TENSE_PAST},
    ),
    # How sure the teller is stands beside the story.
    Row(
        "My father [came] here in, I [think:I_STATE,PRESENT], {October 1967=1967-10}.",
        {"came": "attached 1967-10-01..1967-10-31", "think": "- no expression"},
        None,
    ),
    # An inquest is held after the death that it is into.
    Row(
        "They [opened] an inquest into the [deaths] of two men on {7 June=~1871-06-07}.",
        {"opened": "attached 1871-06-07"},
        None,
    ),
    # A day that is over is when somebody was told to do a thing, not when he was to do it.
    Row(
        "The council had [asked:OCCURRENCE,PERFECTIVE] him to [resign:INFINITIVE] on "
        "{6 March=~2021-03-06}.",
        {"asked": "attached 2021-03-06"},
    ),
    Row(
        "The regulator [ordered] the plant to [stop:INFINITIVE] work on {Friday=~2022-01-07}.",
        {"ordered": "attached 2022-01-07"},
    ),
    Row(
        "The judge [banned] her from [driving] on {Friday=~2022-01-07}.",
        {"banned": "attached 2022-01-07"},
    ),
    Row(
        "The judge [ordered] him to [appear:INFINITIVE] on {Friday=~2022-01-14}.",
        {"appear": "attached 2022-01-14", "ordered": TENSE_PAST},
    ),
    Row(
        "She was [told] to [leave:INFINITIVE] by {Friday=~2022-01-07}.",
        {"leave": "signal ..2022-01-07", "told": TENSE_PAST},
    ),
    # What is written or counted on a day or in a year says so then.
    Row(
        "She had [warned:OCCURRENCE,PERFECTIVE] them in a letter of {6 March=~2021-03-06}.",
        {"warned": "attached 2021-03-06"},
    ),
    Row(
        "By the census of {1927=1927} only 3,200 [remained].",
        {"remained": "attached 1927-01-01..1927-12-31"},
    ),
    Row("The letter of {6 March=~2021-03-06} was [lost].", {"lost": TENSE_PAST}),
    # What was set for a day and moved to another one is of the new day.
    Row(
        "The [hearing], first [listed] for {4 April 2021=2021-04-04}, was [adjourned] to "
        "{18 April 2021=2021-04-18}.",
        {
            "listed": "attached 2021-04-04",
            "hearing": "attached 2021-04-18",
            "adjourned": TENSE_PAST,
        },
    ),
    Row(
        "The party was [due] on {3 May 2021=2021-05-03} but was [brought] forward to "
        "{28 April 2021=2021-04-28}.",
        {"due": "attached 2021-05-03", "brought": "attached 2021-04-28"},
    ),
    Row(
        "The board [postponed] the [announcement] until {3 May 2021=2021-05-03}.",
        {"announcement": "attached 2021-05-03", "postponed": TENSE_PAST},
    ),
    Row(
        "The [hearing] was [moved] to London on {3 May 2021=2021-05-03}.",
        {"moved": "attached 2021-05-03"},
    ),
    Row(
        "The minister [called] {Monday=~2022-01-03} for Larn to do all it can.",
        {"called": "attached 2022-01-03"},
    ),
    Row(
        "Council leader Odile Brand {Monday=~2022-01-03} in a televised speech [conceded] defeat.",
        {"conceded": "attached 2022-01-03"},
    ),
    Row(
        "China Gold [issued] a series of bars made of 99 percent gold on {Monday=~2022-01-03} to "
        "mark the year.",
        {"issued": "attached 2022-01-03"},
    ),
    Row(
        "The pact [ended] on {Monday=~2022-01-03}, months after {2020=2020}, "
        "{the last year=2021/2022} covered by it.",
        {"ended": "attached 2022-01-03"},
    ),
)

ATTACHED_REFUSALS = (
    # What is put off is then or later, the putting off is not.
    Row(
        "The trial has been [postponed:OCCURRENCE,PRESENT,PERFECTIVE] "
        "until after {20 April=~2022-04-20}.",
        {"postponed": TENSE_PAST},
    ),
    # A figure is compared with that of a day.
    Row("Shares [rose] 34 points, from {Tuesday=~2022-01-04} to 14,742.", {"rose": TENSE_PAST}),
    Row("Shares [rose] 3 percent from {Tuesday=~2022-01-04}.", {"rose": TENSE_PAST}),
    # Nothing but a figure moves so, and none with what it is compared with.
    Row("The {2021=2021} plan [fell] through.", {"fell": TENSE_PAST}),
    Row("Revenues [fell] from the levels of {1996=1996}.", {"fell": TENSE_PAST}),
    Row(
        "The company [reported:REPORTING] {December=~2021-12} profit.",
        {"reported": "reporting 2022-01-10"},
    ),
    # Right before its verb a month is the verb's, a year the noun's.
    Row(
        "The service in {February=~2021-02} [passed] its rival.",
        {"passed": "attached 2021-02-01..2021-02-28"},
    ),
    Row("The president in {1998=1998} [died].", {"died": TENSE_PAST}),
    Row("The pump was [repaired] on {12 January=~2022-01-12}.", {"repaired": TENSE_PAST}),
    # A book or a law of a year was not read or broken then.
    Row("He [read] about it in the report of {1952=1952}.", {"read": "- no expression"}, None),
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
    Row(
        "The mayor of {1998=1998} [said] that the Cup of {2006=2006} was [lost].",
        {"lost": TENSE_PAST},
    ),
)

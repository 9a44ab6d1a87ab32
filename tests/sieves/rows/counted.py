"""Dates that are counted from an event ("five days after the search")."""

from .row import TENSE_PAST, Row

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
    Row(  # the fall of shares is no accident
        "The ferry [ran] aground on {19 November 2022=2022-11-19}. Shares [fell] 6 percent on "
        "{Monday=~2022-12-05}. An inquiry [opened] within {a week=7d} of the accident.",
        {
            "ran": "attached 2022-11-19",
            "fell": "attached 2022-12-05",
            "opened": "attached 2022-11-19..2022-11-26",
        },
        "2022-12-06",
    ),
    Row(  # of two that name the same grounding, the one that tells the day
        "It was fined for the [grounding] in {2022=2022}. The ferry [ran] aground on "
        "{19 November 2022=2022-11-19}. An inquiry [opened] {two days=2d} after the accident.",
        {
            "grounding": "attached 2022-01-01..2022-12-31",
            "ran": "attached 2022-11-19",
            "opened": "attached 2022-11-21",
        },
        "2025-09-03",
    ),
    Row(
        "The dam [gave] way on {11 February 2021=2021-02-11}. He [wrote] {two days=2d} before the "
        "collapse.",
        {"gave": "attached 2021-02-11", "wrote": "attached 2021-02-09"},
    ),
    Row(  # less than so much leaves the time between, more than so much the time beyond
        "The [crash] [happened] on {2 May 2019=2019-05-02}. He [retired] {less than a "
        "month=@less 1 month} after the [crash].",
        {"retired": "attached 2019-05-02..2019-06-02"},
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

"""What a report opens with, and no day is named."""

from .row import TENSE_PAST, Row

LEAD = (
    Row(
        "Apple has [introduced:OCCURRENCE,PRESENT,PERFECTIVE] a new phone.",
        {"introduced": "lead 2022-01-10"},
        basis="dateline",
    ),
    Row(
        "PORT [CLOSED]\n\nSecurity forces [clashed] in Lagos with a crowd, who [threw] stones. "
        "They [withdrew] at night.",
        {"clashed": "lead 2022-01-10"},
        basis="dct",
    ),
    Row(
        "The minister [urged:I_ACTION] the return of the refugees, "
        "[saying:REPORTING,PRESPART] that they were safe.",
        {"urged": "lead 2022-01-10", "saying": "along 2022-01-10"},
        basis="dateline",
    ),
)

LEAD_REFUSALS = (
    # No report: a date that somebody gave says nothing of the day of the news.
    Row("Apple [introduced] a new phone.", {"introduced": TENSE_PAST}),
    # Something else in the sentence tells the day, or puts it back.
    Row(
        "Police [defused] a bomb that was [found] on {Saturday=~2022-01-08}.",
        {"defused": "linker", "found": "attached 2022-01-08"},
        basis="dateline",
    ),
    Row(
        "Thousands have [fled:OCCURRENCE,PRESENT,PERFECTIVE] since the war.",
        {"fled": "linker"},
        basis="dateline",
    ),
    # Neither plan nor denial nor what goes on, and only the first sentence.
    Row(
        "The firm did not [sell:-] its plant. It [closed] the mine.",
        {"sell": "linker", "closed": "linker"},
        basis="dateline",
    ),
)

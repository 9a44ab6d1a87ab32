"""Passages with a date of their own, and what is counted from it."""

import pytest

import timeline
from timeline.annotation import DocumentDate, Passage, passage_at
from timeline.dating import find_document_date, find_passages
from timeline.document import Document
from timeline.rules import find_matches
from timeline.rules.cues import Cue
from timeline.rules.narrative import resolve_matches
from timeline.temporal.arithmetic import iso
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved, day_of

READING = day_of(2026, 11, 22)


def passages_of(text: str) -> tuple[Passage, ...]:
    document = Document(id="d", text=text, source="document.txt")
    date = find_document_date(document, reading_date=READING)
    return find_passages(document, date, day_first=None, reading_date=READING)


MAILS = """From: Ada <ada@x.example>
Date: Fri, 16 Sep 2022 17:42
Subject: hall

They called this morning.

On Thu, 15 Sep 2022 at 09:05, Bo <bo@x.example> wrote:

> I rang yesterday.
>
> On 13/09/2022 21:17, Ada wrote:
>> It closed today.

Sent from my phone yesterday."""

# (text, [(date, kind, first words)])
PASSAGES = [
    (
        MAILS,
        [
            ("2022-09-15T09:05", "mail", "On Thu"),
            ("2022-09-13T21:17", "mail", "> On 13"),
        ],
    ),
    (
        "On Thu, Sep 15, 2022 at 9:05 AM Bo Bell\n<bo@x.example> wrote:\n> I rang yesterday.",
        [("2022-09-15T09:05", "mail", "On Thu")],
    ),
    (
        "Date: 16 September 2022\n\nFine.\n\n-----Original Message-----\nFrom: Bo\n"
        "Sent: 15 September 2022 09:05\nTo: Ada\n\nI rang yesterday.",
        [("2022-09-15T09:05", "mail", "From: Bo")],
    ),
    (
        "5 May 1942\n\nWe left yesterday.\n\nThursday, 7 May 1942\n\nWe arrived.",
        [("1942-05-05", "day", "5 May"), ("1942-05-07", "day", "Thursday")],
    ),
    (
        "Tuesday, 8 January 1935\n\nRain.\n\nFriday, 11 January\n\nSnow.\n\n2 January\n\nSun.",
        [
            ("1935-01-08", "day", "Tuesday"),
            ("1935-01-11", "day", "Friday"),
            ("1936-01-02", "day", "2 January"),
        ],
    ),
    (
        "[2021-06-03 14:22] <ann> it broke yesterday\n[2021-06-04 09:10] <bo> mended",
        [("2021-06-03T14:22", "entry", "[2021"), ("2021-06-04T09:10", "entry", "[2021")],
    ),
    (
        "- 03/05/2021 - drilling\n- 15/05/2021 - party\n\nIt was quiet.",
        [("2021-05-03", "entry", "- 03"), ("2021-05-15", "entry", "- 15")],
    ),
    # Lines that lie years apart tell a history.
    ("- 12 March 1944: hit by a bomb\n- 4 May 1950: a tree fell\n- 5 May 1951: sold", []),
    # One such line is no log, one bare date no diary; a sentence that begins with a day neither.
    ("2021-06-03 14:22: it broke\nNobody came.", []),
    ("5 May 1942\n\nWe left yesterday.", []),
    ("3 May 2021 was a Monday.\n4 May 2021 was a Tuesday.", []),
    ("On 15 September 2022 at nine he wrote a letter.", []),
    ("Date: 3 May 2021\n\nSent: 4 May 2021", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_passages(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = passages_of(text)
    told = [(iso(p.date.value), p.date.basis) for p in found if p.date.value]
    assert told == [(date, kind) for date, kind, _ in expected]
    for passage, (_, _, words) in zip(found, expected, strict=True):
        assert text[passage.start :].startswith(words)
        assert text[passage.date.start : passage.date.end] == passage.date.text


def test_a_quoted_mail_ends_with_its_quote_marks() -> None:
    outer, inner = passages_of(MAILS)
    assert outer.end == inner.start
    assert MAILS[inner.end :] == "Sent from my phone yesterday."
    assert passage_at((outer, inner), MAILS.index("rang")) is outer
    assert passage_at((outer, inner), MAILS.index("closed")) is inner
    assert passage_at((outer, inner), MAILS.index("called")) is None
    assert passage_at((outer, inner), len(MAILS) - 1) is None


def values_of(text: str, date: str = "2022-09-16") -> dict[str, tuple[str, str | None]]:
    """Value and anchor of each expression, by its words."""
    day = DocumentDate(day_of(*map(int, date.split("-"))), "header")
    found = resolve_matches(
        text,
        find_matches(text),
        day,
        cue_of=lambda _a, _b: Cue("past"),
        passages=passages_of(text),
    )
    return {
        e.text: ("?" if isinstance(e.value, Unresolved) else to_timex3(e.value).value, e.anchor_id)
        for e in found
    }


def test_words_count_from_the_date_of_their_passage() -> None:
    got = values_of(MAILS)
    assert got["this morning"] == ("2022-09-16TMO", "t0")
    stamp = MAILS.index("Thu, 15")
    assert got["yesterday"] in (("2022-09-14", f"t{stamp}"), ("2022-09-15", "t0"))
    assert got["today"] == ("2022-09-13", f"t{MAILS.index('13/09')}")


def test_nothing_told_in_a_mail_is_carried_out_of_it() -> None:
    text = "On Thu, 15 Sep 2022, Bo wrote:\n> It fell on 3 May 2019.\n\nThe next day it rose."
    assert values_of(text)["The next day"][0] == "?"


def test_a_log_tells_its_story_by_its_stamps() -> None:
    text = "2021-06-03 14:22 - it broke\n2021-06-04 09:10 - it held. Two hours later it broke."
    assert values_of(text)["Two hours later"][0] == "2021-06-04T11:10"


def test_a_sentence_of_a_quoted_mail_is_dated_by_it() -> None:
    chronology = timeline.extract(MAILS, reading_date="2022-10-01")
    dated = {entry.title: entry for entry in chronology.entries}
    assert dated["I rang"].time.begin.earliest == "2022-09-14"


def test_the_last_day_of_a_diary_does_not_date_it() -> None:
    text = "Tuesday, 8 January 1935\n\nRain all day.\n\nFriday, 11 January"
    date = find_document_date(Document(id="d", text=text, source="x.txt"), reading_date=READING)
    assert date.value is None


def test_the_words_of_a_line_come_before_its_stamp() -> None:
    text = (
        "[2022-11-03 21:15] mo: he called me on Monday\n"
        "[2022-11-04 09:00] al: the door closed an hour ago\n"
        "[2022-11-04 09:05] mo: it opened\n"
    )
    chronology = timeline.extract(text, reading_date="2022-12-01")
    times = {e.trigger: e.time for e in chronology.events if e.time}
    assert times["called"].begin.earliest == "2022-10-31"
    assert times["closed"].begin.earliest == "2022-11-04T08:00"
    # When it was written is not when it opened.
    opened = times["opened"]
    assert (opened.begin.earliest, opened.end.latest) == (None, "2022-11-04T09:05")

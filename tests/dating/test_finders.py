"""The other finders: bylines, file names, signatures, "as of"; their order."""

import pytest
from dating.finding import BODY, find, shown

from timeline.dating import FINDERS
from timeline.temporal.arithmetic import iso

BYLINES = [
    ("By Jane Roe, 3 March 2021", "2021-03-03"),
    ("Jane Roe | March 3, 2021", "2021-03-03"),
    ("By Jane Roe and John van der Berg | 3 March 2021", "2021-03-03"),
    ("By JANE ROE, Staff Writer — March 3, 2021", "2021-03-03"),
]


@pytest.mark.parametrize(("text", "expected"), BYLINES)
def test_bylines(text: str, expected: str) -> None:
    found = find("A quiet town wakes up\n" + text + BODY)
    assert (shown(found), found.basis) == (expected, "byline"), found


FILES = [
    ("report-2024-05-06.txt", "2024-05-06"),
    ("20240506_wire.txt", "2024-05-06"),
    ("2024-05 notes.md", "2024-05"),
    ("a/b/c 2024.05.06.txt", "2024-05-06"),
    ("C:\\papers\\6 May 2024.txt", "2024-05-06"),
    ("minutes_6_May_2024.txt", "2024-05-06"),
    ("IMG20240506T1200.txt", "2024-05-06"),
]


@pytest.mark.parametrize(("source", "expected"), FILES)
def test_file_names(source: str, expected: str) -> None:
    found = find(BODY, source)
    assert (shown(found), found.basis) == (expected, "file-name"), found
    assert found.start is None and found.text


@pytest.mark.parametrize(
    "source",
    [
        "2024-05-06/notes.txt",  # a folder
        "notes-2024.txt",  # a bare year
        "case-12024050678.txt",  # digits of a longer number
        "2024-13-06.txt",  # no such month
        "2023-02-30.txt",  # no such day
        "2031-05-06.txt",  # after the reading date
        "wsj_0321.txt",
        "may.txt",
        "<stdin>",
    ],
)
def test_file_names_that_say_nothing(source: str) -> None:
    found = find(BODY, source)
    assert found.value is None, found


SIGNATURES = [
    ("Signed: M. A. Toller    Dated: 14 March 2023", "2023-03-14"),
    ("Signed: M. A. Toller\nDated: 14 March 2023", "2023-03-14"),
    ("London, 14 March 2023", "2023-03-14"),
    ("14 March 2023", "2023-03-14"),
    ("Done at Brussels, 14 March 2023.", "2023-03-14"),
    ("Signed at Garrow Lane on 14 March 2023", "2023-03-14"),
]


@pytest.mark.parametrize(("text", "expected"), SIGNATURES)
def test_signatures(text: str, expected: str) -> None:
    found = find("I lived in Garrow Lane." + BODY * 4 + "\n" + text + "\n")
    assert (shown(found), found.basis) == (expected, "signature"), found


PUBLISHED = [
    "(Published 14 March 2023)",
    "First published on 14 March 2023",
    "Last updated: March 14, 2023 at 10:15 am",
    "This article was published on 14 March 2023.",
]


@pytest.mark.parametrize("text", PUBLISHED)
def test_a_line_below_an_article_tells_when_it_came_out(text: str) -> None:
    found = find("I lived in Garrow Lane." + BODY * 4 + "\n" + text + "\n")
    assert ((shown(found) or "")[:10], found.basis) == ("2023-03-14", "header"), found


AS_OF = [
    ("As of September 30, 2021, the firm had 300 employees. It was founded in 1990.", "2021-09-30"),
    ("The firm had 300 employees as at 30 September 2021.", "2021-09-30"),
    ("As of May 3, 2021, it had 9 staff. On May 9, 2021 two left.", None),
    ("As of May 3, 2021, it had 9 staff and as of May 3, 2020, it had 7.", None),
    ("As of 2021 it had 9 staff.", None),
    ("She was as off on May 3, 2021 as he.", None),
]


@pytest.mark.parametrize(("text", "expected"), AS_OF)
def test_as_of_is_the_weakest_word_for_the_date(text: str, expected: str | None) -> None:
    found = find("A title\n\n" + text + BODY)
    assert (shown(found), found.basis) == (expected, "as-of" if expected else None)
    assert shown(find("Date: 1 October 2021\n\n" + text + BODY)) == "2021-10-01"


NO_SIGNATURES = [
    "Payment due: 6 May 2024",
    "© 6 May 2019",
    "Next meeting: 6 May 2024",
    "It is to be paid on a still unspecified date to holders of record on 6 May 2024.",
    "The treaty was signed on 6 May 2024.",
    "The book was first published on 6 May 2024.",
    "Published 6 May 2024, it sold well.",
    "The dividend falls due, a date to remember, 6 May 2024",
]


@pytest.mark.parametrize("text", NO_SIGNATURES)
def test_what_is_never_a_signature(text: str) -> None:
    found = find("I lived in Garrow Lane." + BODY * 4 + "\n" + text + "\n")
    assert found.value is None, found


def test_the_order_of_the_finders_is_the_issues() -> None:
    names = [finder.__name__ for finder in FINDERS]
    assert names == [
        "find_dateline", "find_header", "find_byline", "find_folio", "find_issue",
        "find_file_date", "find_signature", "find_top", "find_as_of", "find_reported",
        "find_period",
    ]  # fmt: skip


def test_an_earlier_finder_wins_and_the_others_are_listed() -> None:
    text = "Fog\nUpdated: 7 June 2019\nLONDON, June 5, 2019 (Newswire) - It rained." + BODY
    found = find(text, "2019-06-09.txt")
    assert (shown(found), found.basis) == ("2019-06-05", "dateline")
    assert [iso(c.value) for c in found.alternatives] == ["2019-06-07", "2019-06-09"]
    assert all(c.reason for c in found.alternatives)


@pytest.mark.parametrize(
    "line", ["By our rowing correspondent, 9 July 2023", "By a staff reporter in York, 9 July 2023"]
)
def test_a_byline_may_name_a_role_only(line: str) -> None:
    found = find("How it was won\n" + line + BODY)
    assert (shown(found), found.basis) == ("2023-07-09", "byline")
    assert find("How it was won\nBy our own hands, 9 July 2023" + BODY).basis != "byline"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She won on Sunday, the board said early on Monday, October 16.", "2023-10-16"),
        ("She won on Sunday, he told reporters on Monday, 16 October.", "2023-10-16"),
        # Nothing but the report of a day says that it is now.
        ("She won, the board said on Monday, October 16.", None),
        ("She won on Sunday and left on Monday, October 16.", None),
        ("He came in 1950. She won on Sunday, he said on Monday, October 16.", None),
        ("She won on Sunday, he said on Monday, October 16, 1950.", None),
    ],
)
def test_what_was_said_on_a_weekday_with_its_day(text: str, expected: str | None) -> None:
    found = find(text)
    assert (shown(found), found.basis) == (expected, "report" if expected else None)


def test_the_day_of_the_matter_is_not_that_of_the_report() -> None:
    head = "OCCURRENCE REPORT\n\nOff Cap Sele, 3 March 2022\n\n"
    end = BODY * 6 + "\nBrest, 6 February 2023\n"
    found = find(head + "The Bureau issued a statement on 12 April 2022." + end)
    assert (shown(found), found.basis) == ("2023-02-06", "signature")
    # Nothing later is told: the line at the head stands.
    found = find(head + "The Bureau issued a statement." + end)
    assert shown(found) == "2022-03-03"

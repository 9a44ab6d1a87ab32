"""What a page says of its own publication is no entry; what is published in its story is."""

import pytest

from timeline import extract

STORY = "\n\nThe mill closed in 1999. Nobody was hurt.\n"


def titles(line: str, *, keep_all: bool = False) -> list[str]:
    found = extract(f"The mill\n{line}{STORY}", keep_all=keep_all)
    return [entry.title for entry in found.entries if entry.title != "The mill closed"]


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 March 2021",
        "Posted on 3 March 2024 | Updated 4 March 2024",
        "*Page last updated: 3 March 2024*",
        "Author: Jane Roe, published 2025-02-24",
        "Dated the 24th day of February 2025",
        "Last updated: 3 March 2024",
        "Report, 3 March 2024",
    ],
)
def test_the_page_itself_is_no_entry_but_is_listed(line: str) -> None:
    assert titles(line) == []
    found = extract(f"The mill\n{line}{STORY}")
    assert any("the document itself was published" in one.reason for one in found.undated)


def test_with_all_it_is() -> None:
    assert titles("Last updated: 3 March 2024", keep_all=True)[0] == "Last updated"


@pytest.mark.parametrize(
    "line",
    [
        "The book was published on 3 March 2021.",
        "Her brother published the letters on 3 March 2021.",
        "Published in May 1990, it sold well in all the towns.",
        "Recorded at Larn on 8 May 1998",
        "Filed 4 February 2024",
    ],
)
def test_what_is_told_stays(line: str) -> None:
    assert len(titles(line)) >= 1

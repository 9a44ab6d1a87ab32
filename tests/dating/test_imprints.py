"""Lines that say how the document was made, and lines that tell of something else."""

import pytest
from dating.finding import BODY, find, shown

HEADLINE = "The ferry that never came\nHow a village lost its link\n"
IMPRINTS = [
    (HEADLINE + "Author: Jane Roe, published 2025-02-24", "2025-02-24"),
    (HEADLINE + "\nAuthor: Jane Roe; published: 24 February 2025", "2025-02-24"),
    (HEADLINE + "By Jane Roe. Published 24 February 2025.", "2025-02-24"),
    (HEADLINE + "By J. Roe and M. Moe, last updated 24 February 2025", "2025-02-24"),
    (HEADLINE + "Written by Jane Roe, 24 February 2025", "2025-02-24"),
    (HEADLINE + "Jane Roe, published on 24 February 2025 at 10:15", "2025-02-24T10:15"),
    (HEADLINE + "First published on Sun 3 Mar 2024 10.15 GMT", "2024-03-03"),
    ("Trams return\nMarch 3, 2024 / 10:15 AM EST / AP", "2024-03-03"),
    ("Account of Mrs Brand\nRecorded at her home in Larn on 8 May 1998", "1998-05-08"),
    ("An interview\nRecorded at her home in Larn, on 8 May 1998, by J. Roe", "1998-05-08"),
    ("The statement of Odile Brand, recorded at her home in Larn on 8 May 1998", "1998-05-08"),
    ("Witness account\n(Taken down by J. Roe at Larn Hospital, 8 May 1998)", "1998-05-08"),
    ("Oral history: Odile Brand\nInterviewed by Jane Roe in Larn, 8 May 1998", "1998-05-08"),
    ("Odile Brand\nInterview conducted on 8 May 1998 at her home", "1998-05-08"),
    ("Odile Brand\nAs told to Jane Roe on 8 May 1998", "1998-05-08"),
    ("Testimony\nGiven at Vorn on 8 May 1998 before the notary Piet Osk", "1998-05-08"),
    ("Statement of Odile Brand\nI make this statement on 8 May 1998.", "1998-05-08"),
    ("Sworn at Larn on 3 March 2024\n\nI, Odile Brand, make oath and say:", "2024-03-03"),
    ("# Trams\n\n*Page last updated: 3 March 2024*", "2024-03-03"),
    ("Trams" + BODY * 9 + "*Page last updated: 3 March 2024*\n", "2024-03-03"),
    ("Trams" + BODY * 9 + "_Last edited 3 March 2024 by J. Roe_\n", "2024-03-03"),
    ("Trams" + BODY * 9 + "*This page was last edited on 3 March 2024, at 10:15 (UTC).*\n",
     "2024-03-03T10:15"),
    ("Case 2:24-cv-00123-ABC Document 15 Filed 04/22/24 Page 1 of 12", "2024-04-22"),
    ("SUPREME COURT\nArgued January 9, 2023—Decided June 1, 2023", "2023-06-01"),
    ("Filed in the office of the clerk on 3 March 2024", "2024-03-03"),
    ("Report prepared on 3 March 2024 by J. Roe", "2024-03-03"),
    ("Prepared by: J. Roe, 3 March 2024", "2024-03-03"),
    ("Survey of the pier\nCarried out by Ada Marsh on 3 March 2024", "2024-03-03"),
    ("Safety manual\nVersion 2.1, 4 July 2022", "2022-07-04"),
    ("Safety manual, version 2.1 (4 July 2022)", "2022-07-04"),
    ("Safety manual\nRev. 4 – July 2022", "2022-07"),
    ("Safety manual\nThird draft, 4 July 2022", "2022-07-04"),
    ("Press release\nFor immediate release: 3 March 2024", "2024-03-03"),
    ("EMBARGOED UNTIL 00:01 GMT 3 March 2024", "2024-03-03"),
    ("Trams" + BODY * 9 + "(From our issue of March 2019)\n", "2019-03"),
    ("Trams" + BODY * 9 + "This article first appeared in the March 2019 issue of The Oar.\n",
     "2019-03"),
    ("Larn, this 3rd day of March 2024\n\nDear Mr Moe,", "2024-03-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IMPRINTS)
def test_a_line_tells_how_the_document_was_made(text: str, expected: str) -> None:
    found = find(text + BODY)
    assert (shown(found) or "").startswith(expected), found
    assert found.basis == "header"


@pytest.mark.parametrize(
    "line",
    [
        "Text: Jane Roe, Photos: Max Moe, 24 February 2025",
        "by Jane Roe and Max Moe (24 February 2025)",
    ],
)
def test_authors_with_a_role(line: str) -> None:
    found = find(HEADLINE + line + BODY)
    assert (shown(found), found.basis) == ("2025-02-24", "byline")


def test_an_imprint_that_was_made_stands_over_a_change() -> None:
    found = find("Last updated: 5 March 2024\nBy Jane Roe, published 24 February 2024" + BODY)
    assert shown(found) == "2024-02-24"
    assert [candidate.reason for candidate in found.alternatives] == [
        'the line "Last updated" says 2024-03-05'
    ]


CONTENT = [
    "Recorded at her home in Larn on 8 May 1998, the tape was lost and nobody missed it.",
    "Recorded at the time as the lorry was seen on 8 May 1998",
    "Recorded in Larn on 8 May 1998\nby three men, it was a song of the sea.",
    "The song was recorded at her home in Larn on 8 May 1998.",
    "The band's first album\nIt was recorded in Larn on 8 May 1998.",
    "Author Jane Roe published her first novel on 24 February 2015.",
    "Moby-Dick, published 18 October 1851",
    "The page was last updated in a hurry on 3 March 2024, when the trams had gone.",
    "The firm filed 04/02/2024 for protection from its creditors.",
    "Filed under protest on 4 February 2024, the complaint named six men.",
    "Filed by the landlord on 3 March 2024\nFiled by the tenant on 9 March 2024",
    "- Filed the claim on 3 March 2024\n- Served it on 9 March 2024",
    "Version 2.1, 4 July 2022, was the last that had worked.",
    "They installed version 2.1 on 4 July 2022.",
    "Version history\nVersion 1.0, 3 March 2020\nVersion 2.0, 4 July 2022",
    "The date of the report, 4 July 2022, was not disputed.",
    "Interviewed by police on 3 March 2024, he said nothing of the ferry.",
    "Interviewed on 3 March 2024 were\nsix men of the crew.",
    "Reviewed in The Times on 3 March 1954",
    "Made in Larn, 3 March 1954",
    "Told by his doctor on 3 March 2024",
    "Prepared for the worst on 3 March 2024, the villagers had left.",
]


@pytest.mark.parametrize("text", CONTENT)
def test_content_is_no_imprint(text: str) -> None:
    found = find(text + BODY)
    assert found.value is None, found


def test_a_numeric_date_whose_order_nothing_shows_tells_the_other_day() -> None:
    text = "IN THE COUNTY COURT AT LARN\nFiled 04/02/2024\nBRAND v MOE" + BODY
    found = find(text)
    assert shown(found) == "2024-04-02"
    [other] = found.alternatives
    assert (other.value.month, other.value.day) == (2, 4)
    assert other.reason == "04/02/2024 with the day first"
    known = find(text + "It opened on 23/01/2001.\n")
    assert (shown(known), known.alternatives) == ("2024-02-04", ())

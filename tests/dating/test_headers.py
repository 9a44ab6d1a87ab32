"""Header lines of letters, minutes, reports, pages and papers."""

import pytest
from dating.finding import BODY, find, shown

HEADERS = [
    ("Date: 6 May 2024", "2024-05-06"),
    ("Author: J. Roe Status: final Last edited: 5 March 2024", "2024-03-05"),
    ("Ward: 7B  Date: 5 March 2024", "2024-03-05"),
    (
        "# Post-mortem: login outage of 2 February 2026\n\nAuthor: Mara Toller\n"
        "Status: final, 9 February 2026",
        "2026-02-09",
    ),
    ("Version 1.2 (3 March 2021)", "2021-03-03"),
    ("Version: 2.0, approved 3 March 2021", "2021-03-03"),
    ("Revision 3, 5 March 2021", "2021-03-05"),
    ("Status: draft as of 3 March 2021", "2021-03-03"),
    ("Last reviewed: 3 March 2021", "2021-03-03"),
    ("Status: final, 9 March 2021\nDate: 4 March 2021", "2021-03-04"),
    ("DATE: May 6, 2024", "2024-05-06"),
    ("Published 3 March 2021", "2021-03-03"),
    ("Newsletter, Spring 2022. Published 14 April 2022", "2022-04-14"),
    ("Annual Report of the Secretary, 14 April 2022", "2022-04-14"),
    ("Quarterly report by the directors, 14 April 2022", "2022-04-14"),
    ("Published: March 2021", "2021-03"),
    ("Posted on 3 March 2021", "2021-03-03"),
    ("Dated 12/03/2023", "2023-03-12"),
    ("Updated: 12 March 2024", "2024-03-12"),
    ("12 March 2024", "2024-03-12"),
    ("Vol. 12, No. 33    Saturday, June 12, 1999    50 cents", "1999-06-12"),
    ("June 4, 2020 | By our correspondent", "2020-06-04"),
    ("The Westmere Courier, Thursday 14 March 2019", "2019-03-14"),
    ("Ada Marsh, The Northern Review, August 20, 2021", "2021-08-20"),
    ("Updated 10:32 a.m. ET, Thu June 4, 2020", "2020-06-04T10:32"),
    ("FOR RELEASE 10:00 A.M. EST, THURSDAY, MARCH 5, 2015", "2015-03-05T10:00-05:00"),
    ("MINUTES of the meeting of the Board held on Tuesday 12 March 2024 at 7 pm", "2024-03-12"),
    ("Invoice date: 3 May 2021\nDue date: 2 June 2021", "2021-05-03"),
    ("Monday, 6 May 2024", "2024-05-06"),
    ("# 2024-05-06", "2024-05-06"),
    ("March 2024", "2024-03"),
    ("Sent: Monday, May 6, 2024 3:14 PM", "2024-05-06"),
    (
        "From: a@b.example\nDate: Mon, 06 May 2024 15:14:05 +0200\nSubject: lunch on 9 May 2024",
        "2024-05-06",
    ),
    (
        "MEMORANDUM\n\nTo: all staff\nFrom: the director\nDate: 6 May 2024\nRe: Move, 1 July 2024",
        "2024-05-06",
    ),
    ("London, 4 June 1940", "1940-06-04"),
    ("Ward 7, Northgate Hospital, 3rd May 2024\nDear Dr Lamb,", "2024-05-03"),
    ("Discharge summary, dictated 03.05.2024\nRe: Mr P., d.o.b. 14/09/1951", "2024-05-03"),
    ("Report of the Safety Committee\nTo the Board, 3 May 2024", "2024-05-03"),
    ("Form 8-K\nDate of Report (Date of earliest event reported): May 3, 2024", "2024-05-03"),
    ("Case summary as presented at the morbidity conference, 3 May 2024", "2024-05-03"),
    ("Joan Petty\nFri 3 May 2024 06.00 BST", "2024-05-03"),
    ("Larn 2-1 Hesk\nSaturday 3 May 2024, Quay Lane, attendance 3,112", "2024-05-03"),
    ("3 May 2024 - Larn Water plc (LSE: LWP) today announces its results.", "2024-05-03"),
    ("Statement of Odile Brand\nMade this 3rd day of May 2024", "2024-05-03"),
    ("Typed: 3 May 2024\nOur ref: AB/123", "2024-05-03"),
    ("Minutes of the meeting held on 4 May 2023", "2023-05-04"),
    ("Minutes of the Board Meeting, 4 May 2023", "2023-05-04"),
    ("Minutes of the parish council, 4 May 2023", "2023-05-04"),
    ("House of Commons debate, 4 May 2023", "2023-05-04"),
    ("Interview with Jane Roe, 4 May 2023", "2023-05-04"),
    ("Transcript of the hearing on 4 May 2023", "2023-05-04"),
    (
        "Minutes of the Board\n\nHeld on Thursday 4 May 2023 in Room 4.12, 2.00-4.10 pm",
        "2023-05-04",
    ),
    ("Minutes of the Board\nThe meeting was held at the Town Hall on 4 May 2023", "2023-05-04"),
    ("DISCHARGE SUMMARY 18/11/2024", "2024-11-18"),
    ("INCIDENT LOG - 18 November 2024", "2024-11-18"),
    ("Weekly report No. 12, 6 May 2024", "2024-05-06"),
    ("Log started 2024-05-06 06:10", "2024-05-06"),
    ("Invoice no: 44\tDate: 6 May 2024\tDue date: 5 June 2024", "2024-05-06"),
    ("| Date | 6 May 2024 |\n| Due | 5 June 2024 |", "2024-05-06"),
    ("**Date:** 6 May 2024", "2024-05-06"),
    (
        "Statement of: M. Toller\nDate of birth: 19/11/1961\nDate of statement: 14/03/2023",
        "2023-03-14",
    ),
    ("Date\n6 May 2024", "2024-05-06"),
    ("Published 3 March 2021, updated 5 March 2021", "2021-03-03"),
    ("Updated: 5 March 2021\nPublished: 3 March 2021", "2021-03-03"),
    ("As of 6 May 2024", "2024-05-06"),
    (
        "ARDEN PARISH COUNCIL\nMinutes of the meeting held on Tuesday 14 November 2017 at 7.30 pm"
        " in the Village Hall",
        "2017-11-14",
    ),
    ("Minutes of the meeting held on 4 May 2023, 19:30, at the Town Hall", "2023-05-04"),
    ("Minutes of the Board, 4 May 2023, Arden Town Hall", "2023-05-04"),
    (
        "# Post-mortem: mail outage, Saturday 7 May 2022\n\n"
        "Author: Mara Toller. Status: final. Written 2022-05-12. All times are UTC.",
        "2022-05-12",
    ),
    (
        "Minutes of the committee meeting held in the Scout Hut, Mill Road, on Tuesday 6th June"
        " 2023 at 7.30pm",
        "2023-06-06",
    ),
    (
        "Minutes of the term meeting held on Thursday 26 September 2024 at 18:00 in the library",
        "2024-09-26",
    ),
    ("MINUTES\nArden Parish Council\nTuesday 14 May 2019, 7.30pm, Village Hall", "2019-05-14"),
    ("Project Heron – weekly sync\nWhen: 14 May 2019, 10:00–10:40, Teams", "2019-05-14"),
    ("Statement of Odile Brand, dated 14 May 2021", "2021-05-14"),
    ("The Oar – newsletter of Arden Rowing Club – June 2021", "2021-06"),
    ("Chairman's report, AGM, 14 May 2021", "2021-05-14"),
    ("Date of admission: 2 May 2021 Date of discharge: 14 May 2021", "2021-05-14"),
    ("Seen in clinic on 14 May 2021", "2021-05-14"),
    ("Statement taken at Larn police station on 14 May 2021 commencing at 10.15", "2021-05-14"),
    ("How the great sea died and then came back to us\n\n5 February 2021", "2021-02-05"),
    ("The Larn Rambler\nIssue 12 · June 2021", "2021-06"),
    ("THE BEACON\nNo. 43 – March 2021", "2021-03"),
    ("Volume XII, Number 3 (March 2021)", "2021-03"),
    ("The Beacon, No. 43\nMarch 2021 issue", "2021-03"),
]


@pytest.mark.parametrize(("text", "expected"), HEADERS)
def test_header_lines(text: str, expected: str) -> None:
    # The order of numeric dates is what an unambiguous one in the text shows: day first.
    found = find(text + BODY + "It had opened on 23/01/2001.\n")
    assert found.basis == "header", found
    assert (shown(found) or "").startswith(expected), found


def test_the_hour_in_a_title_is_when_the_meeting_began() -> None:
    found = find("Minutes of the meeting held on 4 May 2023 at 7.30 pm in the Town Hall" + BODY)
    assert shown(found) == "2023-05-04"


def test_a_title_that_was_wrapped_has_all_of_its_date() -> None:
    found = find(
        "ARDEN PARISH COUNCIL\nMinutes of the meeting held on Tuesday 14 November\n"
        "2017 at 7.30 pm in the Village Hall\n\nThe committee met in the old hall and looked into\n"
        "the matter of the swing, which had been broken by\nthe storm of the week before. Nobody"
        " had seen who\ntook it away.\n"
    )
    assert (shown(found), found.basis) == ("2017-11-14", "header"), found

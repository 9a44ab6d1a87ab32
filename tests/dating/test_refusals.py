"""Days that a text names and that are not its own."""

import pytest
from dating.finding import BODY, find

REFUSED = [
    ("Status: open until 3 May 2021", "an end"),
    ("Status: due 3 May 2021", "a due date"),
    ("Version 2 of the pump ships on 3 May 2021 to all who asked", "a version that is told of"),
    ("My Northern Review, 20 August 2021 was bad.", "a sentence"),
    ("The Northern Review, reissued 20 August 2021", "a field with a label"),
    ("Vol. 12 | Due 12 June 1999 | 50 cents", "a labelled field"),
    ("Date | Event | Page\n04.02.2019 | He starts | 1\n28.04.23 | He leaves | 9", "a table"),
    ("Ref: 12 | Lost 12 June 1999", "a field with a label"),
    ("Bremen Dec 3, 2010 (Monday) was a holiday.", "no agency, no dash"),
    ("Date of birth: 09/11/1961", "a birthday"),
    ("Date of birth\n9 November 1961", "a birthday on the line below its label"),
    ("DOB: 19/11/1961", "a birthday"),
    ("Ward: 7B  Admission date: 5 March 2024", "a field with two words"),
    ("Jane Roe, born 3 March 1961", "a birthday"),
    ("Jane Roe | born 3 March 1961", "a birthday"),
    ("Due date: 6 May 2024", "a due date"),
    ("Payment due\n6 May 2024", "a due date on the line below its label"),
    ("Deadline: 6 May 2024", "a deadline"),
    ("Expires: 6 May 2024", "an expiry"),
    ("Valid until 6 May 2024", "an expiry"),
    ("Next review: 6 May 2024", "a plan"),
    ("Date of admission: 6 May 2024", "another event's date"),
    ("Incident date: 6 May 2024", "another event's date"),
    ("© 2019 Acme", "a copyright year"),
    ("Copyright 6 May 2019 Acme", "a copyright"),
    ("(c) May 2019 Acme", "a copyright"),
    ("Hedda Lorentsen (1886–1961)", "the years of a life"),
    ("The Sound War, 1897–1898", "the years of a title"),
    ("2019", "a bare year"),
    ("May", "a bare month"),
    ("In March 2021 the firm was fined.", "prose"),
    ("On 3 March 2021 the firm was fined.", "prose"),
    ("By 3 March 2021 the firm had paid.", "prose"),
    ("Published 3 March 2021 in London, the book was soon forgotten by everybody.", "prose"),
    ("A report on the crash of 3 May 2023", "the date of what it reports on"),
    ("# Post-mortem: mail outage, Saturday 7 May 2022", "the day of the incident"),
    ("Minutes of the meeting held on 4 May 2023 at 7 pm were read and signed", "prose"),
    ("Author: M. Toller. Published 3 May 2021 in a book that was soon forgotten.", "prose"),
    ("In Berlin, 3 May 2023 - a day like any other - was cold.", "prose"),
    ("Napoleon, 5 May 1821, died on an island.", "prose"),
    ("## 1960\n\nIt fell.\n\n## 1961\n\nIt lay.\n\n## May 1962\n\nIt was built.", "a heading"),
    ("Napoleon, 5 May 1821: he died on an island.", "prose"),
    ("(see Oslo, 5 May 1821) The island is cold.", "prose"),
    ("Battle of Vorn – 3 May 1815 – The rebels won.", "what happened that day"),
    ("3 May 2021\nIt rained.\n\n4 May 2021\nIt rained again.", "entries of a diary"),
    (
        "WATERLOO, 18 June 1815 - A battle.\n\nLEIPZIG, 16 October 1813 - Another."
        "\n\nJENA, 14 October 1806 - A third.",
        "entries of a chronicle",
    ),
    ("Ward 7, 3 May 2021\nWard 8, 9 June 2021", "two days above the text"),
    ("Storm over Larn\nTuesday 14 May 2019, Quay Lane", "the day of the storm"),
    ("The Treaty of Larn, 3 May 1901", "the day of the treaty"),
    ("Summer programme, Larn, 3 May 2027", "a day to come"),
    ("A History of Larn, 1900", "no document's kind"),
    ("Notes on the revolt of 1848", "the year of the revolt"),
    ("Notes from the Battle of Vorn, 3 May 1815", "a report of another day"),
    ("Annual report\nAdmitted: 2 May 2021 Due: 14 May 2021", "labels of other days"),
    ("Incident report\nTuesday 14 May 2019, 7.30pm, Village Hall", "the day of the incident"),
    ("The story ran in the March 2019 issue of the Larn Review and was forgotten.", "prose"),
    ("Issue 12 of June 2021 was never printed", "prose"),
    ("Date: 31 February 2024", "a day that does not exist"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_never_the_documents_date(text: str, why: str) -> None:
    found = find(text + BODY)
    assert found.value is None, (why, found)
    assert found.basis is None and found.reason


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "No dates here.", "x" * 100_000, "January " * 20_000]
)
def test_a_document_without_a_date_says_so(text: str) -> None:
    found = find(text)
    assert (found.value, found.basis, found.alternatives) == (None, None, ())
    assert found.reason

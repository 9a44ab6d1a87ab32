"""Chronologies in the form that people write them in: years that head lines or sections."""

import pytest

from timeline import extract

CANAL = """# History of the Ashgrove Canal

- 1768: Act of Parliament authorises the canal; James Rudd is appointed engineer.
- 1771-1776: Construction. The tunnel at Pell collapses in the winter of 1773.
- c. 1790: Tolls reach their peak of £9,000 a year.
- 1841: The railway arrives.
- 12 March 1944: A bomb breaches the embankment; repaired by June.
- 1952 – last commercial boat, the *Emily*.
- 1970s: Volunteers begin clearing the upper locks.
- 1999-2010: Restoration, funded by the lottery since 2006.
"""
FIRM = """2001 The company was founded by two brothers.
2004 It opened a shop in Lyon.
2009. The shop closed. Fifty people lost their jobs.
2012—A new owner took over.
"""
SCHOOL = """A short history of our school

1874 – First school opens in the chapel; Miss Pratt is head (until 1901)
1926 (May) – School closed during the strike
1931 – Electricity installed
1941, February – Bomb damages the roof. Two people die.
"""
LIFE = """The life of Ann Bell

1901
Ann is born in Leeds, the third child of a miner.

1919
Moves to London.

1924-26
Ann worked at a hospital in Cairo. In May 1925, she fell ill.

March 1931
She married Tom Hale. They sailed on the 14th.
"""
CAREER = """MARTA LINDQVIST

EXPERIENCE

2019 – present   Head of Bridges, Norrland Council
Mar 2011 – Aug 2014   Site engineer, Skanska, Oslo
2010             Internship at Arup, London

AWARDS

2018  Swedish Bridge Prize
2021  Elected to the Royal Academy
"""
CHANGES = """# Changelog

## [2.1.0] - 2024-03-01

### Added

- The exporter was rewritten.

## [2.0.0] - 2023-11-17

- The parser was replaced; it is twice as fast.
"""
OUTAGE = """On 2 February 2026 the shop stood still.

- 09:20 Ostra restarts the store.
- 11:37 Error rates are back to normal.
- 14:00 The page is updated.
"""
WORDS = {
    OUTAGE: {
        "restarts": "2026-02-02T09:20:00",
        "are": "2026-02-02T11:37:00",
        "updated": "2026-02-02T14:00:00",
    },
    CAREER: {
        "Head": "2019/..",
        "engineer": "2011-03/2014-08",
        "Internship": "2010",
        "Prize": "2018",
        "Elected": "2021",
    },
    CHANGES: {"rewritten": "2024-03-01", "replaced": "2023-11-17"},
    CANAL: {
        "authorises": "1768",
        "appointed": "1768",
        "Construction": "1771/1776",
        "collapses": "1773-24",
        "reach": "1790~",
        "arrives": "1841",
        "breaches": "1944-03-12",
        "repaired": "[..1944-06-30]",
        "boat": "1952",
        "begin": "197X",
        "Restoration": "1999/2010",
        "funded": "2006/",
    },
    FIRM: {
        "founded": "2001",
        "opened": "2004",
        "closed": "2009",
        "lost": "2009",
        "took": "2012",
    },
    SCHOOL: {
        "opens": "1874",
        "closed": "1926-05",
        "installed": "1931",
        "damages": "1941-02",
        "die": "1941-02",
    },
    LIFE: {
        "born": "1901",
        "Moves": "1919",
        "worked": "[1924-01-01..1926-12-31]",
        "fell": "1925-05",
        "married": "1931-03",
        "sailed": "1931-03-14",
    },
}


@pytest.mark.parametrize(
    "text", WORDS, ids=["outage", "career", "changes", "lines", "no stops", "school", "headings"]
)
def test_what_a_date_heads_is_of_its_time(text: str) -> None:
    found = extract(text, reading_date="2026-11-22")
    shown = {event for entry in found.entries for event in entry.events}
    told = {e.trigger: e.time.edtf for e in found.events if e.id in shown and e.time}
    assert {word: told.get(word) for word in WORDS[text]} == WORDS[text]
    assert {e.status for e in found.events if e.trigger in WORDS[text]} == {"happened"}

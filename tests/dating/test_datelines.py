"""Datelines: where they stand, what they say and where they end."""

from dataclasses import replace

import pytest
from dating.finding import BODY, document, find, shown

from timeline.dating import find_frame

DATELINES = [
    ("NUR-SULTAN, January 10, 2022. /TASS/. The riots ended.", "January 10, 2022", "2022-01-10"),
    ("LONDON, June 5, 2019 (Newswire) - Shares fell.", "June 5, 2019", "2019-06-05"),
    ("PARIS, 12 March 2019 — The minister resigned.", "12 March 2019", "2019-03-12"),
    ("KABUL, Afghanistan, Sept. 11, 2001 (Reuters) - A man left.", "Sept. 11, 2001", "2001-09-11"),
    ("DAR ES SALAAM, Tanzania, 7 Aug 1998 (IRIN) – A bomb went off.", "7 Aug 1998", "1998-08-07"),
    ("WASHINGTON (AP) _ Jan. 3, 2003. The Senate met.", "Jan. 3, 2003", "2003-01-03"),
    ("BEIJING, May 6, 2011 (Xinhua) -- Trade grew.", "May 6, 2011", "2011-05-06"),
    ("NEW YORK, June 5, 2023 /PRNewswire/ -- Acme makes tools.", "June 5, 2023", "2023-06-05"),
    ("SEATTLE--(BUSINESS WIRE)--June 5, 2023--Acme makes tools.", "June 5, 2023", "2023-06-05"),
    ("Paris, March 12, 2019 (AFP) - The minister resigned.", "March 12, 2019", "2019-03-12"),
    ("Delmara Dec 3, 2010 (NWP): The minister left.", "Dec 3, 2010", "2010-12-03"),
    ("Orlovsk. 24 February 2022. News-Seven - Shots were heard.", "24 February 2022", "2022-02-24"),
    ("AMHERST, N.Y., June 5, 2019 (ap) -- A rifle was found.", "June 5, 2019", "2019-06-05"),
    ("MOSCOW, January 10, 2022, RIA Novosti - The riots ended.", "January 10, 2022", "2022-01-10"),
    ("June 5, 2019 (Reuters) - Shares fell.", "June 5, 2019", "2019-06-05"),
    ("The Hague, 4 May 2006 -- The court met.", "4 May 2006", "2006-05-04"),
    ("SÃO PAULO, 4 May 2006 (Newswire) — The court met.", "4 May 2006", "2006-05-04"),
    ("BERGEN, Norway – Oct. 3, 2022 – Acme makes tools.", "Oct. 3, 2022", "2022-10-03"),
    ("Oct. 3, 2022 – BERGEN, Norway – Acme makes tools.", "Oct. 3, 2022", "2022-10-03"),
    ("(Oslo, 3 October 2022) Acme makes tools.", "3 October 2022", "2022-10-03"),
    ("Oslo, 3 October 2022: Acme makes tools.", "3 October 2022", "2022-10-03"),
    ("Geneva/Lagos, 4 May 2006 – The agency met.", "4 May 2006", "2006-05-04"),
    (
        "Court meets again\n\nTHE HAGUE, 4 May 2006 (Newswire) - The court met.",
        "4 May 2006",
        "2006-05-04",
    ),
    (
        "PORT ARDEN, United Republic of Tanzania,\n4 May 2006 (Newswire) - The court met.",
        "4 May 2006",
        "2006-05-04",
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), DATELINES)
def test_datelines(text: str, words: str, expected: str) -> None:
    found = find(text + BODY)
    assert (shown(found), found.basis) == (expected, "dateline"), found
    assert found.text is not None and words in found.text
    assert (text + BODY)[found.start : found.end] == found.text


@pytest.mark.parametrize("headline", ["", "A quiet town wakes up\n\n"])
@pytest.mark.parametrize(
    "frame",
    [
        "NUR-SULTAN, January 10. /TASS/. ",
        "LONDON, June 5 (Newswire) - ",
        "KABUL, Afghanistan, Sept. 11, 2001 (Reuters) -- ",
        "WASHINGTON (AP) _ Jan. 3. ",
        "SEATTLE--(BUSINESS WIRE)--June 5, 2023--",
        "MOSCOW, January 10, RIA Novosti — ",
        "LONDON (Newswire) - ",
        "ST. JOHN'S, Antigua (AW) – ",
        "PARIS,\n12 March (AFP) -\n",
        "BERGEN, Norway – Oct. 3 – ",
        "(Oslo, 3 October 2022) ",
    ],
)
def test_where_a_dateline_ends(headline: str, frame: str) -> None:
    text = headline + frame + "Shares fell on Monday." + BODY
    found = find_frame(document(text))
    assert found == (len(headline), len(headline) + len(frame))
    given = replace(document(text), given_date="2001-01-01", given_basis="field")
    assert find_frame(given) == found


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell on Monday.",
        "On 3 March 2021 the firm was fined.",
        "NATO (formerly small) - what it does",
        "The Board (BOD) - a report",
        "WATERLOO, 18 June 1815 - A battle.\n\nLEIPZIG, 16 October 1813 - Another.",
        "",
    ],
)
def test_a_text_without_a_dateline_has_no_frame(text: str) -> None:
    assert find_frame(document(text + BODY)) is None

"""Where the fields that share a line begin."""

import pytest

from timeline.readers.blocks import find_blocks
from timeline.readers.fields import find_fields


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Admitted: 02/03/2021      Discharged: 17/03/2021", ["Discharged"]),
        ("Signed: J Roe\tDate: 11/10/2022", ["Date"]),
        ("Name: J Roe   Age: 34   Ward: 7B\nFirm: A  Place: B", ["Age", "Ward", "Place"]),
        ("*Author:* J Roe | *Status:* final", ["*Status"]),
        ("Note: he left.  She stayed.", []),
        ("He left early.  Note: she stayed.", []),
        ("Note: the clock said 10:30", []),
    ],
)
def test_fields_of_one_line(text: str, labels: list[str]) -> None:
    starts = list(find_fields(text, find_blocks(text)))
    assert [text[start:].partition(":")[0] for start in starts] == labels

"""What the table says beside a date: how sure it is, and whether it happened at all."""

import msgspec
import pytest
from chronologies import make_news

from timeline.exporters.columns import get_rows


@pytest.mark.parametrize(
    ("status", "expected"),
    [("happened", "exact"), ("ongoing", "exact"), ("planned", "exact, planned"),
     ("denied", "exact, denied")],
)  # fmt: skip
def test_standing(status: str, expected: str) -> None:
    row = next(r for r in get_rows(make_news()) if r.standing.startswith("exact"))
    event = msgspec.structs.replace(row.event, status=status)
    assert type(row)(row.entry, event, row.document).standing == expected

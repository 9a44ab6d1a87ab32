"""The names of the files of documents."""

import pytest

from timeline.batch.names import FileNames

ID = "807dfc9e65f9"


@pytest.mark.parametrize(
    ("source", "id", "title", "name"),
    [
        ("in/news.html", ID, "Pool shut", "news"),
        ("lease.mbox:2", ID, "Re: Unit 7 - water damage", f"Re_Unit_7_-_water_damage-{ID}"),
        ("lease.mbox:2", f"{ID}-2", "Re: Unit 7", f"Re_Unit_7-{ID}-2"),
        ("lease.mbox:2", ID, None, ID),
        ("lease.mbox:2", ID, "../../etc/passwd", f"etc_passwd-{ID}"),
        ("lease.mbox:2", ID, "...", ID),
        ("lease.mbox:2", ID, "a" * 300, f"{'a' * 50}-{ID}"),
        ("wire.jsonl:3", "reuters-17", "Pool shut", "reuters-17"),
        ("-", ID, "Pool\nshut", f"Pool_shut-{ID}"),
    ],
)
def test_a_name(source: str, id: str, title: str | None, name: str) -> None:
    assert FileNames().claim(source, id, title) == name


def test_one_name_for_one_document() -> None:
    names = FileNames()
    assert names.claim("a.mbox:1", ID, "Unit 7") == f"Unit_7-{ID}"
    assert names.claim("b.mbox:1", ID, "unit 7") == f"unit_7-{ID}-2"

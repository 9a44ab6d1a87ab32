"""Many names in little memory."""

from timeline.readers.seen import Seen


def test_each_name_is_new_once() -> None:
    seen = Seen()
    names = [f"d{number}" for number in range(5000)]
    assert all(seen.add(name) for name in names)
    assert not any(seen.add(name) for name in names)
    assert seen.add("d5000")

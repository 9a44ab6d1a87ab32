"""Python's search for circles is off while entries are merged, and on again whatever happens."""

import gc

import pytest

from timeline.merge.collecting import no_collections


def test_the_search_for_circles_goes_on_afterwards() -> None:
    def fail() -> None:
        with no_collections():
            assert not gc.isenabled()
            raise KeyError("e1")

    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    try:
        with no_collections():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

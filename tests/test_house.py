"""The house's laws, held by reading the imports of every file (type-only imports included).

To change a law, change it in tests/house/, openly, with the reason in the commit: the floors stand
in floors.py, the laws in import_laws.py and conduct_laws.py, each with its list. Every law has a
row in offences.py that it must refuse.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from house.conduct_laws import CONDUCT_LAWS
from house.import_laws import IMPORT_LAWS
from house.law import Law
from house.offences import LAWFUL, OFFENCES
from house.reader import PACKAGE, House

LAWS: tuple[Law, ...] = (*IMPORT_LAWS, *CONDUCT_LAWS)
CHECKOUT = Path(__file__).resolve().parents[1]


@cache
def our_house() -> House:
    return House.from_folder(CHECKOUT)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Law) -> None:
    house = our_house()
    assert f"{PACKAGE}.paths" in house.modules, "the package was not found"
    offences = list(law(house))
    assert not offences, "\n" + "\n".join(offences)


@pytest.mark.parametrize(
    ("law", "sources"),
    [pytest.param(law, s, id=f"{law.__name__}: {list(s.values())[-1]!r}") for law, s in OFFENCES],
)
def test_a_law_refuses(law: Law, sources: Mapping[str, str]) -> None:
    assert len(list(law(House(sources)))) == 1


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_can_be_kept_and_broken(law: Law) -> None:
    assert list(law(House(LAWFUL))) == []
    assert law in {refused for refused, _ in OFFENCES}

"""The reader's customs with the feasts that the rules know."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from ..errors import OptionError
from ..temporal.customs import PLAIN, Customs
from .feasts import countries, find_feast

# What a reader has who sets nothing.
CUSTOMS = replace(PLAIN, find_feast=find_feast)
_MONTHS = 12


def make_customs(
    country: str | None = None,
    hemisphere: str | None = None,
    fiscal_start: int | None = None,
) -> Customs:
    """Customs with some settings of the reader's own. Raises OptionError for one that is none."""
    code = (CUSTOMS.country if country is None else country).upper()
    code = "GB" if code == "UK" else code
    if country is not None and code not in countries():
        raise OptionError(
            f"country: {country!r} is not a country whose holidays are known",
            "give its two letters, such as US, GB or IN",
        )
    side: Literal["north", "south"] = "south" if hemisphere == "south" else "north"
    if hemisphere not in (None, side):
        raise OptionError(f"hemisphere: {hemisphere!r} is not one", "write north or south")
    if fiscal_start is not None and not 1 <= fiscal_start <= _MONTHS:
        raise OptionError(f"fiscal-year-start: {fiscal_start} is not a month", "write 1 to 12")
    return replace(
        CUSTOMS,
        country=code,
        hemisphere=side,
        fiscal_start=fiscal_start or CUSTOMS.fiscal_start,
    )


__all__ = ["CUSTOMS", "Customs", "make_customs"]

"""The one door to the `holidays` library: on which days a country keeps a feast.

Days whose rule fits in one line and holds everywhere (Christmas, Easter, Bastille Day) are words of
the lexicon. What a country moved, began or abolished in some year, and what follows the moon, is
asked here: Memorial Day was 30 May until 1970, and Thanksgiving of 1939 a week early.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ..temporal.axis import civil, weekday
from ..temporal.axis import day_number as number_of
from ..temporal.customs import FeastDays
from ..temporal.naming import easter_day

if TYPE_CHECKING:
    from holidays import HolidayBase

# Names that the library has for a feast, besides its own; the first that a country knows counts.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "thanksgiving": ("thanksgiving day",),
    "labor day": ("labour day", "workers' day", "worker's day", "international workers' day",
                  "international worker's day", "labor and solidarity day",
                  "international labor day", "may day"),
    "presidents' day": ("washington's birthday",),
    "martin luther king day": ("martin luther king jr. day", "birthday of martin luther king, jr."),
    "columbus day": ("columbus day / indigenous peoples' day", "indigenous peoples' day"),
    "independence day": ("national independence day", "independence declaration day",
                         "independence day of the republic of belarus (day of the republic)"),
    "republic day": ("republic proclamation day",),
    "constitution day": ("day of the constitution of ukraine",),
    "national day": ("national day holiday",),
    "unity day": ("german unity day", "national unity day"),
    "may bank holiday": ("may day",),
    "august bank holiday": ("late summer bank holiday", "summer bank holiday"),
    "king's birthday": ("king's birthday", "queen's birthday", "sovereign's birthday"),
    "king's day": ("queen's day",),
    "election day": (),
}  # fmt: skip
_BANK_HOLIDAYS = ("GB", "IE")  # who calls a public holiday that
_SUSPENSION = 10  # years for which a fixed day is remembered
_CATEGORIES = ("public", "government", "unofficial", "optional", "catholic")
# The part of a country whose holidays stand for it where it has none in common.
_PART_OF = {"GB": "ENG"}


def find_feast(name: str, country: str, year: int) -> FeastDays:
    """The days of a feast in a year as a country keeps it; () where none is known."""
    if "bank holiday" in name and country not in _BANK_HOLIDAYS:
        country = _BANK_HOLIDAYS[0]
    own = _OWN.get(name)
    if own is not None:
        return own(country, year)
    moon = _MOON.get(name)
    if moon is not None:
        return _by_the_moon(*moon, year)
    return _of_country(country, year).get(name) or _suspended(name, country, year)


def _suspended(name: str, country: str, year: int) -> FeastDays:
    """The day of a year in which a feast was no holiday, where it has always been that one.

    The library lists days off: Ukraine has none under martial law, and an Independence Day still.
    """
    before = [_of_country(country, year - back).get(name) for back in range(1, _SUSPENSION)]
    last = [days for days in before if days][:2]
    return last[0] or () if len(last) == 2 and last[0] == last[1] else ()


@cache
def countries() -> frozenset[str]:
    """The codes of the countries whose holidays are known (ISO 3166-1 alpha-2)."""
    from holidays import list_supported_countries

    return frozenset(list_supported_countries(include_aliases=False))


@cache
def _of_country(country: str, year: int) -> Mapping[str, FeastDays]:
    """The feasts of a country in a year by their names, and by those that texts have for them."""
    if country not in countries() or not 1 <= year <= 9999:
        return {}
    found: dict[str, list[tuple[int, int, bool]]] = {}
    for day, names in sorted(_load(country, year).items()):
        for name in names.lower().replace("’", "'").split("; "):
            estimated = name.endswith(" (estimated)")
            plain = name.removesuffix(" (estimated)")
            found.setdefault(plain, []).append((day.month, day.day, estimated))
    for name, others in _ALSO.items():
        known = next((other for other in (name, *others) if other in found), None)
        if known is not None:
            found[name] = found[known]
    # A feast of several days begins on the first.
    return {name: (days[0],) for name, days in found.items()}


def _load(country: str, year: int) -> HolidayBase:
    # Imported where a feast is met: it costs 0.05 s, and few texts need it.
    from holidays import country_holidays

    plain = country_holidays(country)
    kinds = [kind for kind in _CATEGORIES if kind in plain.supported_categories]
    language = "en_US" if "en_US" in plain.supported_languages else None
    part = _PART_OF.get(country)
    with warnings.catch_warnings():
        # It warns of years for which it lacks some of the feasts; those are just not found.
        warnings.simplefilter("ignore")
        return country_holidays(
            country, part, years=year, observed=False, language=language, categories=kinds
        )


def _by_the_moon(calendar: str, method: str, year: int) -> FeastDays:
    """What a calendar of the library says; it lists some days of the years around as well."""
    from holidays import calendars

    if not 1 <= year <= 9999:
        return ()
    found = getattr(getattr(calendars, calendar)(), method)(year)
    many = method.endswith("_dates") or isinstance(found, set)
    rows: Iterable[object] = found if many else (found,)
    days = []
    for row in rows:
        day, estimated = row if isinstance(row, tuple) else (row, False)
        if isinstance(day, date) and day.year == year:
            days.append((day.month, day.day, bool(estimated) and calendar in _SIGHTED))
    return tuple(sorted(days))


# Calendars whose months begin when the moon is seen: a computed day may be one off.
_SIGHTED = ("_IslamicLunar",)
_MOON: Mapping[str, tuple[str, str]] = {
    "ramadan": ("_IslamicLunar", "ramadan_beginning_dates"),
    "eid al-fitr": ("_IslamicLunar", "eid_al_fitr_dates"),
    "eid al-adha": ("_IslamicLunar", "eid_al_adha_dates"),
    "ashura": ("_IslamicLunar", "ashura_dates"),
    "mawlid": ("_IslamicLunar", "mawlid_dates"),
    "islamic new year": ("_IslamicLunar", "hijri_new_year_dates"),
    "chinese new year": ("_ChineseLunisolar", "lunar_new_year_date"),
    "mid-autumn festival": ("_ChineseLunisolar", "mid_autumn_date"),
    "dragon boat festival": ("_ChineseLunisolar", "dragon_boat_date"),
    "diwali": ("_HinduLunisolar", "diwali_india_date"),
    "holi": ("_HinduLunisolar", "holi_date"),
    "vesak": ("_BuddhistLunisolar", "vesak_date"),
    "rosh hashanah": ("_HebrewLunisolar", "rosh_hashanah_date"),
    "yom kippur": ("_HebrewLunisolar", "yom_kippur_date"),
    "passover": ("_HebrewLunisolar", "passover_date"),
    "hanukkah": ("_HebrewLunisolar", "hanukkah_date"),
    "sukkot": ("_HebrewLunisolar", "sukkot_date"),
    "shavuot": ("_HebrewLunisolar", "shavuot_date"),
    "purim": ("_HebrewLunisolar", "purim_date"),
    "nowruz": ("_Persian", "new_year_date"),
}


def _nth_weekday(year: int, month: int, nth: int, day: int) -> FeastDays:
    """The nth such weekday of a month; -1 is the last."""
    if nth < 0:
        after = number_of(year + month // 12, month % 12 + 1, 1)
        number = after - 1 - (weekday(after - 1) - day) % 7
    else:
        first = number_of(year, month, 1)
        number = first + (day - weekday(first)) % 7 + 7 * (nth - 1)
    return _on(number)


def _on(number: int) -> FeastDays:
    _, month, day = civil(number)
    return ((month, day, False),)


def _election_day(country: str, year: int) -> FeastDays:
    """In the United States, by a law of 1845: the Tuesday after the first Monday of November."""
    if country != "US" or year < 1848 or year % 2:
        return ()
    ((_, monday, _),) = _nth_weekday(year, 11, 1, 0)
    return ((11, monday + 1, False),)


def _bank_holiday_monday(country: str, year: int) -> FeastDays:
    """The Mondays among a year's bank holidays: which of them is meant, the story tells."""
    days = {day for named in _of_country(country, year).values() for day in named}
    return tuple(sorted(d for d in days if weekday(number_of(year, d[0], d[1])) == 0))


def _mothers_day(country: str, year: int) -> FeastDays:
    """No public holiday, so the library leaves it out of most countries."""
    if country in ("GB", "IE"):
        return _on(easter_day(year) - 21)
    if country in ("FR", "SE"):
        last = _nth_weekday(year, 5, -1, 6)
        is_pentecost = country == "FR" and last == _on(easter_day(year) + 49)
        return _nth_weekday(year, 6, 1, 6) if is_pentecost else last
    if country == "MX":
        return ((5, 10, False),)
    return _nth_weekday(year, 5, 2, 6) if country in _MAY else ()


def _fathers_day(country: str, year: int) -> FeastDays:
    if country in ("AU", "NZ"):
        return _nth_weekday(year, 9, 1, 6)
    if country in ("IT", "ES", "PT"):
        return ((3, 19, False),)
    return _nth_weekday(year, 6, 3, 6) if country in _JUNE else ()


# Countries with Mother's Day on the second Sunday of May, Father's Day on the third of June.
_MAY = ("US", "CA", "AU", "NZ", "DE", "IT", "AT", "CH", "NL", "BE", "DK", "FI", "JP", "BR", "IN",
        "CN", "ZA", "PH", "TR", "UA", "GR", "CZ", "SK")  # fmt: skip
_JUNE = ("US", "CA", "GB", "IE", "FR", "NL", "IN", "CN", "JP", "ZA", "PH", "MX", "AR", "CL", "TR",
         "UA", "GR", "CZ", "SK")  # fmt: skip


def _orthodox_easter(country: str, year: int) -> FeastDays:
    """Easter Sunday of the churches that keep the Julian calendar (Meeus)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian_is_late = year // 100 - year // 400 - 2  # days behind the Gregorian calendar
    return _on(number_of(year, month, day + 1) + julian_is_late)


_OWN: Mapping[str, Callable[[str, int], FeastDays]] = {
    "bank holiday monday": _bank_holiday_monday,
    "election day": _election_day,
    "mother's day": _mothers_day,
    "father's day": _fathers_day,
    "orthodox easter": _orthodox_easter,
}

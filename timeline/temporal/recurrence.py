"""Sets of times ("every two weeks", "on Wednesdays") as TIMEX3 writes them."""

from __future__ import annotations

from .expression import Amount, Every, Partial
from .granularity import YEARS, Granularity
from .masks import year_text
from .values import DAYPARTS, YEAR_PARTS, Duration, Recurrence

# TimeML 1.2.1 TIMEX3 durations; E, C, L as in TimeBank; DP, WE, SE for what TimeML does not count.
DURATION_UNITS = {
    Granularity.SECOND: "S",
    Granularity.MINUTE: "M",
    Granularity.HOUR: "H",
    Granularity.DAYPART: "DP",
    Granularity.DAY: "D",
    Granularity.WEEKEND: "WE",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.SEASON: "SE",
    Granularity.QUARTER: "Q",
    Granularity.HALF: "H",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "E",
    Granularity.CENTURY: "C",
    Granularity.MILLENNIUM: "L",
}

# What TIMEX3 has no word of its own for.
MODS = {"NEARLY": "LESS_THAN", "JUST_OVER": "MORE_THAN"}


def to_recurrence(every: Every) -> Recurrence:
    """The set of times: P2W for a period, XXXX-WXX-3 for a cell that comes again."""
    if isinstance(every.what, Amount):
        value = duration_text(to_duration(every.what))
    else:
        value = _masked(every.what)
    return Recurrence(value, every.quant, every.freq)


def to_duration(amount: Amount) -> Duration:
    """The duration of an amount with everything after it."""
    amounts = tuple((a.least, a.most, a.unit) for a in flat(amount))
    return Duration(amounts, MODS.get(amount.mod or "", amount.mod))


def flat(amount: Amount) -> tuple[Amount, ...]:
    """An amount and the smaller ones after it."""
    return (amount, *(inner for more in amount.more for inner in flat(more)))


def duration_text(duration: Duration) -> str:
    """TIMEX3's duration: P2D, PT3H, P1Y6M, P2.5Y; an unknown or vague count is X."""
    days, clock = "", ""
    for least, most, unit in sorted(duration.amounts, key=lambda a: -a[2]):
        count = f"{least:.10g}" if least == most else "X"
        text = count + DURATION_UNITS[unit]
        # Half a year would read as an hour: six months.
        if unit is Granularity.HALF:
            text = (f"{6 * least:.10g}" if least == most else "X") + "M"
        if unit.is_clock:
            clock += text
        else:
            days += text
    return f"P{days}" + (f"T{clock}" if clock else "")


def _masked(p: Partial) -> str:
    year = "XXXX" if p.year is None else year_text(p.year)
    if p.easter is not None or p.feast is not None or p.span in YEARS:
        return "P1Y" if p.span is None else f"P1{DURATION_UNITS[p.span]}"
    if p.month is not None or p.day is not None:
        text = f"{year}-{_two(p.month)}" + (f"-{_two(p.day)}" if p.day is not None else "")
        return text + _time_of(p, text)
    if p.week is not None or p.weekday is not None or p.part == "WE":
        text = f"{year}-W{_two(p.week)}"
        if p.weekday is not None:
            return f"{text}-{p.weekday + 1}" + _time_of(p, f"{text}-1-1")
        return f"{text}-WE" if p.part == "WE" else text
    if p.part in YEAR_PARTS:
        return f"{year}-{p.part}"
    if p.part in DAYPARTS or p.hour is not None:
        return f"{year}-XX-XX" + _time_of(p, "----")
    return year


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02d}"


def _time_of(p: Partial, date: str) -> str:
    """The clock time or part of the day, where the date is a day."""
    if date.count("-") < 2:
        return ""
    if p.hour is not None:
        clock = [f"{n:02d}" for n in (p.hour, p.minute, p.second) if n is not None]
        return f"T{':'.join(clock)}{p.zone or ''}"
    return f"T{p.part}" if p.part in DAYPARTS else ""

"""Random cells, values, expressions and anchors for the property tests of `temporal`."""

from hypothesis import strategies as st

from timeline.temporal.anchor import AnchorTime
from timeline.temporal.axis import days_in_month, weeks_in_year
from timeline.temporal.cells import cell_at, index_of
from timeline.temporal.customs import Customs
from timeline.temporal.expression import (
    Amount,
    AtEvent,
    Base,
    Every,
    Partial,
    Pick,
    Range,
    Shift,
    Vague,
)
from timeline.temporal.granularity import YEARS, Granularity
from timeline.temporal.values import (
    DAYPARTS,
    OPEN,
    UNKNOWN,
    YEAR_PARTS,
    Duration,
    Interval,
    Moment,
    OneOf,
    Recurrence,
    Reference,
)

G = Granularity
MODS = (None, None, None, "START", "MID", "END", "APPROX", "BEFORE", "AFTER")
ANY_YEAR = st.one_of(
    st.integers(1, 9999),
    st.integers(1900, 2100),
    st.integers(-12_000, 12_000),
    st.sampled_from([0, -1, 1, -43, -999_999_999, 999_999_999, 10_000, 9_999]),
)
GRANULARITIES = st.sampled_from(list(Granularity))
ZONES = st.sampled_from([None, None, "Z", "+05:30", "-08:00"])
PARTS = {
    G.DAYPART: tuple(DAYPARTS),
    G.SEASON: ("SP", "SU", "FA", "WI", "SSP", "SSU", "SFA", "SWI"),
    G.QUARTER: ("Q1", "Q2", "Q3", "Q4"),
    G.HALF: ("H1", "H2"),
}


def year_of(year, *, stated=("year",)):
    """The cell of a year."""
    return Moment(Granularity.YEAR, year, stated=stated)


def month_of(year, month):
    """The cell of a month."""
    return Moment(Granularity.MONTH, year, month)


@st.composite
def days(draw, years=ANY_YEAR):
    year, month = draw(years), draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    return Moment(G.DAY, year, month, day)


@st.composite
def moments(draw, granularities=GRANULARITIES, years=ANY_YEAR, plain=True):
    """A cell of any granularity; `plain` leaves out what the words add: mod and qualifier."""
    g = draw(granularities)
    fields = {}
    if g in YEARS:
        year = draw(years)
        base = Moment(G.YEAR, year)
        cell = cell_at(index_of(base, g), g)
    elif g in (G.WEEK, G.WEEKEND):
        year = draw(years)
        cell = Moment(g, year, week=draw(st.integers(1, weeks_in_year(year))))
    elif g in (G.SEASON, G.QUARTER, G.HALF):
        cell = Moment(g, draw(years), part=draw(st.sampled_from(PARTS[g])))
    elif g is G.MONTH:
        cell = Moment(g, draw(years), draw(st.integers(1, 12)))
    else:
        day = draw(days(years))
        if g is G.DAYPART:
            fields["part"] = draw(st.sampled_from(PARTS[g]))
        if g <= G.HOUR:
            fields |= {"hour": draw(st.integers(0, 23)), "zone": draw(ZONES)}
        if g <= G.MINUTE:
            fields["minute"] = draw(st.integers(0, 59))
        if g is G.SECOND:
            fields["second"] = draw(st.integers(0, 59))
        cell = Moment(g, day.year, day.month, day.day, **fields)
    if plain:
        return cell
    marks = {
        "mod": draw(st.sampled_from(MODS)),
        "qualifier": draw(st.sampled_from(["", "", "?", "~", "%"])),
    }
    return Moment(**{f: getattr(cell, f) for f in cell.__slots__} | marks)


@st.composite
def intervals(draw):
    ends = sorted(
        (draw(moments(plain=False)), draw(moments(plain=False))),
        key=lambda m: (m.extent.lo, m.extent.hi),
    )
    start = draw(st.sampled_from([ends[0], ends[0], OPEN, UNKNOWN]))
    return Interval(start, draw(st.sampled_from([ends[1], ends[1], OPEN, UNKNOWN])))


@st.composite
def one_ofs(draw, years=ANY_YEAR):
    g = draw(GRANULARITIES)
    cells = [draw(moments(st.just(g), years)) for _ in range(2)]
    first, last = sorted(cells, key=lambda m: m.cell.lo)
    choice = draw(st.sampled_from(["both", "both", "both", "first", "last"]))
    return OneOf(first if choice != "last" else None, last if choice != "first" else None, g)


COUNTS = st.one_of(st.integers(0, 400), st.sampled_from([0.5, 1.5, 2.25]))


@st.composite
def durations(draw):
    units = draw(
        st.lists(
            GRANULARITIES.filter(lambda g: g is not G.HALF), min_size=1, max_size=3, unique=True
        )
    )
    amounts = []
    for unit in sorted(units, reverse=True):
        count = float(draw(COUNTS))
        amounts.append((count, draw(st.sampled_from([count, count, None])), unit))
    return Duration(tuple(amounts), draw(st.sampled_from([None, "APPROX", "MORE_THAN"])))


SETS = st.builds(
    Recurrence,
    st.sampled_from(
        ["P1D", "P2W", "XXXX-WXX-3", "XXXX-12-25", "XXXX-WXX-WE", "XXXX-Q2", "2020-WXX-1TNI"]
    ),
    st.sampled_from([None, "EVERY", "EACH"]),
    st.sampled_from([None, "2X"]),
)
VALUES = st.one_of(
    moments(plain=False),
    intervals(),
    one_ofs(),
    durations(),
    SETS,
    st.sampled_from(list(Reference)),
)

FLOATS = st.one_of(COUNTS.map(float), st.floats(), st.floats(-5, 5))


def maybe(strategy):
    return st.one_of(st.none(), st.none(), strategy)


PARTIALS = st.builds(
    Partial,
    year=maybe(ANY_YEAR),
    month=maybe(st.integers(0, 13)),
    day=maybe(st.integers(0, 32)),
    week=maybe(st.integers(0, 54)),
    weekday=maybe(st.integers(-1, 7)),
    hour=maybe(st.integers(-1, 25)),
    minute=maybe(st.integers(-1, 60)),
    second=maybe(st.integers(-1, 61)),
    part=maybe(st.sampled_from([*DAYPARTS, *YEAR_PARTS, "WE", "XX", ""])),
    span=maybe(GRANULARITIES),
    short_year=st.booleans(),
    easter=maybe(st.integers(-60, 60)),
    mod=st.sampled_from(MODS),
    qualifier=st.sampled_from(["", "~"]),
    zone=ZONES,
)
MONTHS, WEEKDAYS, HOURS = st.integers(1, 12), st.integers(0, 6), st.integers(0, 23)
# What texts say: a date without its year, of every kind.
BARE = st.one_of(
    st.builds(Partial, month=MONTHS),
    st.builds(Partial, month=MONTHS, day=st.integers(1, 31)),
    st.builds(Partial, month=MONTHS, day=st.integers(1, 28), weekday=WEEKDAYS),
    st.builds(Partial, day=st.integers(1, 31)),
    st.builds(Partial, weekday=WEEKDAYS),
    st.builds(Partial, weekday=WEEKDAYS, part=st.sampled_from(sorted(DAYPARTS))),
    st.builds(Partial, week=st.integers(1, 53)),
    st.builds(Partial, part=st.sampled_from(sorted(YEAR_PARTS))),
    st.builds(Partial, part=st.just("WE")),
    st.builds(Partial, easter=st.integers(-49, 60)),
)
FULL = st.one_of(
    st.builds(Partial, year=ANY_YEAR, month=MONTHS, day=st.integers(1, 31)),
    st.builds(Partial, year=ANY_YEAR, span=st.sampled_from([None, *YEARS])),
)
OF_DAY = st.one_of(
    st.builds(Partial, hour=HOURS, minute=maybe(st.integers(0, 59))),
    st.builds(Partial, part=st.sampled_from(sorted(DAYPARTS))),
)
COMMON = st.builds(
    Amount, COUNTS.map(float), maybe(COUNTS.map(float)), GRANULARITIES, mod=st.sampled_from(MODS)
)
AMOUNTS = COMMON | st.recursive(
    st.builds(Amount, FLOATS, maybe(FLOATS), GRANULARITIES),
    lambda inner: st.builds(
        Amount, FLOATS, maybe(FLOATS), GRANULARITIES, st.tuples(inner), st.sampled_from(MODS)
    ),
    max_leaves=3,
)
_BASES = st.sampled_from(list(Base))
_LEAVES = st.one_of(
    BARE,
    BARE,
    FULL,
    OF_DAY,
    PARTIALS,
    AMOUNTS,
    st.builds(Every, st.one_of(AMOUNTS, PARTIALS)),
    st.builds(Vague, st.sampled_from(list(Reference))),
    st.builds(AtEvent, st.just("the invasion")),
)
EXPRESSIONS = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(
        st.builds(
            Shift,
            st.one_of(_BASES, inner),
            AMOUNTS,
            st.sampled_from([-1, 1]),
            st.sampled_from(MODS),
        ),
        st.builds(
            Pick,
            st.one_of(
                st.sampled_from(["this", "last", "next", "within", "same"]),
                st.integers(-3, 60),
                st.integers(),
            ),
            st.one_of(GRANULARITIES, BARE, OF_DAY, PARTIALS),
            st.one_of(_BASES, inner),
            st.sampled_from(MODS),
        ),
        st.builds(Range, maybe(inner), maybe(inner), st.booleans()),
    ),
    max_leaves=5,
)
ANCHORS = st.builds(
    AnchorTime,
    speech=st.one_of(st.none(), moments(plain=False)),
    reference=st.one_of(st.none(), moments(plain=False)),
    direction=st.sampled_from(["past", "future", "near"]),
    partial_base=_BASES,
    customs=st.builds(
        Customs, hemisphere=st.sampled_from(["north", "south"]), fiscal_start=st.integers(1, 12)
    ),
)

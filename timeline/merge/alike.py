"""Whether two entries tell one happening, and whether they give it the same time.

Precision first: two rows for one happening are a nuisance, one row for two is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ..temporal.axis import DAY_SECONDS, Extent
from .names import Name, are_one, is_count, may_be_one, shared
from .profile import Profile
from .words import load_words

Verdict = Literal["same", "conflict"]
MONTH, YEAR = 31 * DAY_SECONDS, 366 * DAY_SECONDS
# How far two accounts of what happens once may stand apart, by the coarser of their times.
APART_DAYS = 31 * DAY_SECONDS  # s; days and clock times
APART_MONTHS = 3 * MONTH
APART_YEARS = 3 * YEAR
APART_LIFE = 10 * YEAR  # what nobody has twice


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two entries are one, how their times go together, and how much speaks for it."""

    verdict: Verdict
    weight: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two entries have in common."""

    proper: int
    common: int
    places: int
    words: int

    @property
    def weight(self) -> int:
        """How much it speaks for one happening."""
        return 4 * self.proper + 2 * (self.common + self.places) + min(self.words, 4)


def compare(one: Profile, other: Profile) -> Likeness | None:
    """That two entries are one happening; None where that is not safe to say."""
    if not one.kinds & other.kinds or one.reality != other.reality or one.marks != other.marks:
        return None
    a, b = one.when.extent, other.when.extent
    # The times first: they are the quickest to look at.
    if max(a.lo, b.lo) - min(a.hi, b.hi) >= max(map(farthest, one.kinds & other.kinds), default=0):
        return None
    # What takes longer is asked last: most that are compared are two.
    if a.intersect(b) is None:
        if not _contradict(one, other) or _disagree(one, other):
            return None
        return Likeness("conflict", _count(one, other).weight)
    if one.documents & other.documents:
        return None  # within a document `mentions` has decided, with more at hand
    exact = one.when.exact and other.when.exact
    if not (exact or a.contains(b) or b.contains(a)) or _disagree(one, other):
        return None
    both = _count(one, other)
    if exact:
        # Two clock times that differ are two accounts; one of what goes on is two happenings.
        return Likeness("same", both.weight + 2) if _same_day(one, other, both) else None
    return Likeness("same", both.weight) if _same_stretch(one, other, both) else None


def are_alike(one: Profile, other: Profile) -> bool:
    """True if two entries would be one if they came from two documents."""
    return compare(replace(one, documents=frozenset()), other) is not None


def _count(one: Profile, other: Profile) -> Shared:
    core = shared(one.core, other.core)
    known = [name for name in shared(one.others, other.others) if name.proper]
    named = {name.head for name in one.names} | {name.head for name in other.names}
    return Shared(
        proper=len({name.head for name in (*core, *known) if name.proper}),
        common=len({name.head for name in core if not name.proper}),
        places=len(shared(one.places, other.places)),
        words=len(set(one.words).intersection(other.words) - named),
    )


def _disagree(one: Profile, other: Profile) -> bool:
    """True if doer, undergoer or place are told and are not the same ones."""
    mine, yours = one.agents, other.agents
    once = bool(one.kinds & other.kinds & load_words().once)
    if once and shared(one.patients, other.patients):
        # The same one was hit: "a sniper" and "a gunman" may be one, two named men are two.
        mine, yours = _proper(mine), _proper(yours)
    if _differ(one.patients, other.patients) or _differ(mine, yours):
        # "The ramp collapsed", "the collapse of the ramp": the one has the other's role.
        crossed = (not one.patients or not other.agents) and shared(one.agents, other.patients)
        crossed = crossed or (
            (not other.patients or not one.agents) and shared(other.agents, one.patients)
        )
        if not crossed:
            return True
    if not _differ(one.places, other.places):
        return False
    return not once


def _differ(mine: tuple[Name, ...], yours: tuple[Name, ...]) -> bool:
    return bool(mine and yours) and not any(may_be_one(a, b) for a in mine for b in yours)


def _proper(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if name.proper)


def _same_day(one: Profile, other: Profile, both: Shared) -> bool:
    """What must agree beside the kind and the day."""
    if one.says or other.says:
        return both.proper + both.common >= 2 and both.words >= 2
    if both.proper:
        return True
    if both.common:
        return both.common + both.places >= 2 or both.words >= 2
    return both.places > 0 and not (one.core and other.core)


def _same_stretch(one: Profile, other: Profile, both: Shared) -> bool:
    """What must agree where one time is only within the other."""
    if one.says or other.says or not (one.when.cell and other.when.cell):
        return False
    once = bool(one.kinds & other.kinds & load_words().once)
    told = one.when.extent == other.when.extent and bool(one.telling & other.telling)
    undergoers = _share_undergoer(one, other)
    return undergoers and (once or told or both.proper >= 2 or both.words >= 3)


def _contradict(one: Profile, other: Profile) -> bool:
    """True for two accounts of what happens once that give it different times, close together."""
    words = load_words()
    kinds = one.kinds & other.kinds
    lifelong = bool(kinds & words.lifelong)
    if not kinds & words.once or not (one.when.stated and other.when.stated):
        return False
    if not one.when.cell or not other.when.cell or one.marks or other.marks:
        return False
    if one.reality != "real":
        return False
    if bool(one.patients) != bool(other.patients) and not (one.is_noun or other.is_noun):
        return False  # "killed a man" and "was killed" have not the same undergoer
    if one.documents & other.documents and not lifelong and one.speakers == other.speakers:
        return False  # one voice does not contradict itself
    a, b = one.when.extent, other.when.extent
    width = max(a.hi - a.lo, b.hi - b.lo)
    gap = max(a.lo, b.lo) - min(a.hi, b.hi)
    if lifelong or width > YEAR:
        return lifelong and gap < APART_LIFE and _share_undergoer(one, other)
    bound = APART_DAYS if width <= DAY_SECONDS else APART_MONTHS if width <= MONTH else APART_YEARS
    if gap >= bound or not _share_undergoer(one, other):
        return False
    both = _count(one, other)
    return both.words + both.places > 0


def farthest(kind: str) -> int:
    """How far apart two accounts of one happening of a kind may be, in seconds; 0: not at all."""
    words = load_words()
    if kind in words.lifelong:
        return APART_LIFE
    return APART_YEARS if kind in words.once else 0


def belongs(one: Profile, entry: Profile | None, written: Extent | None) -> bool:
    """True for an event without a date that tells what an entry of another document tells.

    `written`: where its document's news lie.
    """
    if entry is None or not one.kinds & entry.kinds or one.marks != entry.marks:
        return False
    if one.reality != entry.reality or one.says or one.documents & entry.documents:
        return False
    if _disagree(one, entry) or not _share_undergoer(one, entry):
        return False
    if one.when.extent.intersect(entry.when.extent) is None:
        return False
    if written is not None and written.hi <= entry.when.extent.lo:
        return False
    both, kinds = _count(one, entry), one.kinds & entry.kinds
    if kinds & load_words().lifelong:
        return True
    news = written is not None and written.intersect(entry.when.extent) is not None
    once = bool(kinds & load_words().once)
    return news and (once or both.words >= 2 or both.proper >= 2)


def _share_undergoer(one: Profile, other: Profile) -> bool:
    """True if those to whom it happened (or who did it, where nobody else is told) are the same.

    They share a name, or a description beside a doer with a name ("Marchetti founded the
    shipyard"), or all of a longer description beside a doer ("a fire destroyed the old slipway").
    """
    mine, yours = one.patients or one.agents, other.patients or other.agents
    same = [(a, b) for a in mine for b in yours if are_one(a, b)]
    if any(a.proper and b.proper for a, b in same):
        return True
    alone = not one.patients and not other.patients
    if alone and any(a.called and a.words == b.words for a, b in same):
        return True  # "the Bexley Mills factory burned down"
    doers = shared(one.agents, other.agents) if one.patients and other.patients else []
    if not same or not doers:
        return False
    if any(name.proper for name in doers):
        return True
    # "Killed 259 people" is no description of them.
    return any(a.words == b.words and a.words[1:] and not is_count(a) for a, b in same)

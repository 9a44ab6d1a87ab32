"""Finds the dated event that other words of the text name: "the procedure", "his arrival".

By the word itself, its noun or verb, a synonym, and last a general word that may stand for it;
never past a name, an ordinal or a subject that tells two events apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...annotation import Anchor, Event
from ...temporal.axis import ALWAYS, Extent
from ...temporal.granularity import Granularity
from .. import grammar
from ..base import Scene
from ..grammar.tokens import Token
from . import kinds
from .names import fits, is_known, is_measured, names_of, phrase_of

TOO_WEAK = ("tense", "reporting")
REACH = 40  # mentions of one kind that are looked at before and after; keeps long texts linear
ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1, "final": -1}
LIVE = ("happened", "ongoing", "planned", "alleged")


@dataclass(frozen=True, slots=True)
class Mention:
    """A dated event that a word of the text may name."""

    event: Event
    anchor: Anchor
    at: int
    tokens: Sequence[Token]

    @property
    def token(self) -> Token:
        """The word itself; a book's are not kept."""
        return self.tokens[self.at]


@dataclass(slots=True)
class Mentions:
    """The dated events of a document by the words that name them, each list in text order."""

    scene: Scene
    dated: Mapping[str, Anchor]
    by_word: dict[str, list[Mention]] = field(default_factory=dict)
    by_stem: dict[str, list[Mention]] = field(default_factory=dict)
    special: dict[str, list[Mention]] = field(default_factory=dict)
    _joined: dict[tuple[str, ...], list[Mention]] = field(default_factory=dict)

    def find(self, token: Token) -> Mention | str:
        """The event that a word names, or why none can be told."""
        own = self.scene.event_at.get(token.i)
        key = phrase_of(token)
        if own is not None and own.id in self.dated:
            mention = Mention(own, self.dated[own.id], token.i, self.scene.doc)
            return self._closer(mention, key) or mention
        if not is_known(token):
            return "it is told as something new, and not dated"
        if grammar.is_verb(token) and key in kinds.PALE:
            return "it is not dated"
        steps = [self.by_word.get(key, []), self.by_stem.get(kinds.stem(key), [])]
        steps.append(self._alike(key))
        steps.append([] if grammar.is_verb(token) else self.special.get(key, []))
        for number, mentions in enumerate(steps):
            fitting = [m for m in _near(mentions, token) if fits(token, m.token)]
            general = number == len(steps) - 1
            if general:  # "the disaster" is the explosion rather than a case that collapsed
                fitting = [m for m in fitting if not grammar.is_verb(m.token)] or fitting
            if fitting:
                chosen = _choose(token, fitting, far=not general)
                return chosen if isinstance(chosen, str) else self._finest(token, chosen)
        return "it is not dated"

    def before(self, token: Token, names: Sequence[str]) -> Mention | str:
        """The event by one of these words that was told last before a word, or the next one."""
        found = self._of(tuple(names))
        place = bisect_left(found, token.i, key=lambda m: m.at)
        told = (found[k] for k in (range(place - 1, -1, -1) if place else range(len(found))))
        days = (m for m in told if m.anchor.granularity <= Granularity.DAY)
        return next(days, "it is not dated")

    def _finest(self, token: Token, chosen: Mention) -> Mention:
        """The one that tells most closely when: "the grounding three years ago" has a day too."""
        word = phrase_of(chosen.token)
        alike = [*self.by_word.get(word, []), *self._alike(word)]
        whole = _span(chosen.anchor)
        for mention in _near(alike, token):
            span = _span(mention.anchor)
            closer = whole.lo <= span.lo and span.hi <= whole.hi and span != whole
            if closer and chosen.token.sent != mention.token.sent and fits(token, mention.token):
                chosen, whole = mention, span
        return chosen

    def _closer(self, mention: Mention, key: str) -> Mention | None:
        """The one mention that gives the day of what is told by its month: "the April meeting"."""
        whole = _extent(mention.anchor)
        if whole is None or mention.anchor.granularity <= Granularity.DAY:
            return None
        found: dict[object, Mention] = {}
        for other in _near(self.by_word.get(key, []), mention.token):
            inner = _extent(other.anchor)
            fine = other.anchor.granularity <= Granularity.DAY
            if inner is not None and fine and whole[0] <= inner[0] and inner[1] <= whole[1]:
                found.setdefault(_time(other), other)
        return next(iter(found.values())) if len(found) == 1 else None

    def _alike(self, key: str) -> list[Mention]:
        return self._of(tuple(kinds.same_kind(key)))

    def _of(self, names: tuple[str, ...]) -> list[Mention]:
        """The mentions by any of these words, in text order."""
        if names not in self._joined:
            found = [m for name in names for m in self.by_word.get(name, [])]
            self._joined[names] = sorted(found, key=lambda m: m.at)
        return self._joined[names]


def collect(scene: Scene, dated: Mapping[str, Anchor]) -> Mentions:
    """The dated events of a scene that other words may go back to."""
    found = Mentions(scene, dated)
    for event in scene.events:
        anchor = dated.get(event.id)
        if anchor is None or event.polarity == "NEG" or event.status not in LIVE:
            continue
        token = scene.trigger.get(event.id)
        if token is None:
            continue
        mention = Mention(event, anchor, token.i, scene.doc)
        for word in sorted(names_of(token)):
            found.by_word.setdefault(word, []).append(mention)
            found.by_stem.setdefault(kinds.stem(word), []).append(mention)
            for general in () if is_measured(token) else kinds.GENERAL:
                if kinds.is_special(word, general):
                    found.special.setdefault(general, []).append(mention)
    return found


def is_usable(anchor: Anchor) -> bool:
    """Whether something can be counted from an anchor: more than a tense dates it."""
    return anchor.sieve not in TOO_WEAK


def _near(mentions: list[Mention], token: Token) -> list[Mention]:
    place = bisect_left(mentions, token.i, key=lambda m: m.at)
    return [m for m in mentions[max(place - REACH, 0) : place + REACH] if m.at != token.i]


def _choose(token: Token, mentions: list[Mention], *, far: bool) -> Mention | str:
    """The one that is meant: the only time, the nth, or the one told last."""
    times = list(dict.fromkeys(_time(m) for m in mentions))
    rank = next((ORDER[c.lower_] for c in token.lefts if c.lower_ in ORDER), None)
    if rank is not None:
        if rank >= len(times):
            return "the text does not date so many"
        return next(m for m in mentions if _time(m) == times[rank])
    before = [m for m in mentions if m.at < token.i]
    if len(times) == 1:
        return (before or mentions)[-1 if before else 0]
    place = token.sent.start
    close = [m for m in before if far or m.at >= place - WINDOW]
    if close:
        return close[-1]
    return "more than one event may be meant"


def _extent(anchor: Anchor) -> tuple[float, float] | None:
    """First and last second of an instant; None where a side is open."""
    first, last = anchor.begin.earliest, anchor.end.latest
    if first is None or last is None or anchor.shape != "instant":
        return None
    return first.cell.lo, last.cell.hi


WINDOW = 120  # tokens back that a general word may choose among several


def _span(anchor: Anchor) -> Extent:
    lo, hi = anchor.begin.earliest, anchor.end.latest
    return Extent(lo.cell.lo if lo else ALWAYS.lo, hi.cell.hi if hi else ALWAYS.hi)


def _time(mention: Mention) -> object:
    anchor = mention.anchor
    return anchor.begin, anchor.end

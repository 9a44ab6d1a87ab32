"""What the linker reads of a document once: sentences, quotes, and the times of its story."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import chain, groupby

from ...annotation import Event
from ...temporal.values import Moment
from ..base import Found, Scene
from ..grammar import words
from .candidates import MOST, Candidate, Other, around_day, around_other, other_times

OPENING, CLOSING = frozenset({"“", "``"}), frozenset({"”", "''"})


@dataclass(slots=True)
class Story:
    """A scene with what is dated by now (`found`), seen from the document's own day.

    `others` are the other times of the text; `told` the lemmas of the happenings that rules dated
    by one of them, `echoes` how often the text speaks of these, `earliest` the first past day. By
    token index: `sentence` its number, `quoted` whether it stands in a quotation. By sentence:
    `opening` whether it opens its block.
    """

    scene: Scene
    found: Found
    day: Moment
    others: list[Other]
    sentence: list[int] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    opening: list[bool] = field(default_factory=list)
    told: dict[tuple[Moment, Moment], set[str]] = field(default_factory=dict)
    echoes: dict[tuple[Moment, Moment], int] = field(default_factory=dict)
    earliest: Moment | None = None
    most_echoes: int = 0
    _head: list[int] = field(default_factory=list)  # token by the number of another time
    _by_head: list[int] = field(default_factory=list)  # the numbers, in the order of these
    _number: dict[str, int] = field(default_factory=dict)  # by the id of the expression
    _made: dict[str, list[Candidate]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._head = [self.scene.head[other.expression.id].i for other in self.others]
        self._by_head = sorted(range(len(self.others)), key=self._head.__getitem__)
        self._number = {other.expression.id: n for n, other in enumerate(self.others)}

    def candidates(self, others: Sequence[Other]) -> tuple[list[Candidate], list[int]]:
        """What an event's time may be, and of each the row of its other time, from 1 (0: none)."""
        made = list(self._around(None))
        rows = [0] * len(made)
        for row, other in enumerate(others, start=1):
            around = self._around(other)
            made += around
            rows += [row] * len(around)
        return made, rows

    def _around(self, other: Other | None) -> list[Candidate]:
        name = other.expression.id if other is not None else ""
        if name not in self._made:
            day = self.day
            self._made[name] = around_day(day) if other is None else around_other(other, day)
        return self._made[name]

    def near(self, event: Event) -> list[Other]:
        """The other times, one mention of each: those tied to the event, then the nearest."""
        at = self.scene.trigger[event.id].i
        linked = {link.expression.id for link in self.scene.links_of(event)}
        own = [n for n in map(self._number.get, linked) if n is not None]
        kept: dict[tuple[Moment, Moment], Other] = {}
        for n in chain(sorted(own, key=lambda n: self._distance(n, at)), self._outwards(at)):
            other = self.others[n]
            kept.setdefault((other.first, other.last), other)
            if len(kept) == MOST:
                break
        return list(kept.values())

    def _outwards(self, at: int) -> Iterator[int]:
        """The numbers of the other times, those nearest to a token first."""
        place = bisect_left(self._by_head, at, key=self._head.__getitem__)
        ahead = (self._by_head[k] for k in range(place, len(self._by_head)))
        back = (self._by_head[k] for k in range(place - 1, -1, -1))
        # Those with one head are in the order of the text, also on the way back.
        runs = (sorted(run) for _, run in groupby(back, key=self._head.__getitem__))
        return merge(chain.from_iterable(runs), ahead, key=lambda n: self._distance(n, at))

    def _distance(self, number: int, at: int) -> tuple[int, int, int]:
        head = self._head[number]
        back = self.sentence[at] - self.sentence[head]
        # What is told later is further away than what was told before.
        return back if back >= 0 else -2 * back, abs(head - at), number


def read_story(scene: Scene, found: Found, day: Moment) -> Story:
    """Read a document."""
    others = [o for o in other_times(scene.expressions, day) if o.expression.id in scene.head]
    story = Story(scene, found, day, others)
    block, inside = -2, False
    for number, sentence in enumerate(scene.doc.sents):
        here = scene.block_at(sentence.start_char)
        story.opening.append(here != block)
        inside = inside and here == block
        block = here
        for token in sentence:
            if token.text == '"':
                inside = not inside
            elif token.text in OPENING or token.text in CLOSING:
                inside = token.text in OPENING
            story.sentence.append(number)
            story.quoted.append(inside)
    _read_times(story)
    return story


def _read_times(story: Story) -> None:
    times = {o.expression.id: (o.first, o.last) for o in story.others}
    lemmas = Counter(event.lemma for event in story.scene.events)
    for event in story.scene.events:
        anchor = story.found.get(event.id)
        key = times.get(anchor.evidence[0].timex_id) if anchor is not None else None
        if key is not None and event.class_ != "REPORTING" and event.lemma not in words.SAYING:
            story.told.setdefault(key, set()).add(event.lemma)
    for key, known in story.told.items():
        story.echoes[key] = sum(lemmas[lemma] for lemma in known)
    story.most_echoes = max(story.echoes.values(), default=0)
    today = story.day.cell.lo
    days = [o.first for o in story.others if o.first == o.last and o.last.cell.lo < today]
    story.earliest = min(days, key=lambda day: day.cell.lo, default=None)

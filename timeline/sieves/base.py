"""What a sieve sees (Scene) and says (Anchor), and the one way to make an anchor of a value."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..annotation import Anchor, DocumentDate, Event, Passage, TemporalExpression, passage_at
from ..book import Book, Read
from ..document import Block
from ..temporal.expression import Expr
from .grammar.far_tokens import FarTokens
from .grammar.tokens import Token, Tokens, root_of


@dataclass(frozen=True, slots=True)
class Link:
    """An expression that the sentence ties to an event.

    `signal`: the word that bounds ("by", "since", "for"), or "". `how`: direct (its own clause),
    fronted or coordinated (of another verb of the same coordination), label ("2018: ...").
    `distance`: steps in the parse.
    """

    expression: TemporalExpression
    signal: str
    how: str
    distance: int


@dataclass(frozen=True, slots=True)
class Naming:
    """The word that names an event, and what the expression then means.

    `linking`: the words between, which the expression does not date. `stands`: without the event
    the words still say something, as a length of time does. `inside`: it counts from the event's
    begin ("two days into the trial"). `retold`: it names none, but counts from what is told ("The
    year before he had married"). `implied`: the words name a kind of event, and the token is that
    of the one before them ("post-operative day 5").
    """

    token: Token
    linking: frozenset[int]
    expr: Expr
    stands: bool = False
    inside: bool = False
    retold: bool = False
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed document with its expressions and events, and where each of them stands.

    `trigger`: token of an event's id. `event_at`: event by token index. `inside`: the outermost
    expression by token index. `within`: token indexes of an expression's id. `head`: head token of
    an expression's id. `links`: per event id, the expressions of its own sentence.
    `namings`: by the id of an expression, the word that names the event which it is counted from.
    `passages` have a date of their own, and `stamps` the expression's id of it by their start.
    """

    doc: Tokens | FarTokens
    text: str
    date: DocumentDate
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]
    trigger: Mapping[str, Token]
    event_at: Mapping[int, Event]
    inside: Mapping[int, TemporalExpression]
    within: Mapping[str, range]
    head: Mapping[str, Token]
    stamps: Mapping[int, str]
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    namings: Mapping[str, Naming] = field(default_factory=dict)

    def block_at(self, offset: int) -> int:
        """Index of the block that an offset stands in; -1 between blocks."""
        place = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return place if place >= 0 and offset < self.blocks[place].end else -1

    def speech_at(self, offset: int) -> tuple[DocumentDate, str]:
        """The date from which the words at an offset speak, and the id of what gives it.

        That is the document's own ("t0"), or that of a passage's stamp.
        """
        passage = passage_at(self.passages, offset)
        stamp = self.stamps.get(passage.start) if passage else None
        return (passage.date, stamp) if passage and stamp else (self.date, "t0")

    def events_between(self, start: int, end: int) -> tuple[Event, ...]:
        """The events whose triggers start in a stretch of text."""
        first = bisect_left(self.events, start, key=lambda event: event.start)
        last = bisect_left(self.events, end, key=lambda event: event.start)
        return self.events[first:last]

    def links_of(self, event: Event) -> tuple[Link, ...]:
        """The expressions tied to an event, nearest first."""
        return self.links.get(event.id, ())


Found = Mapping[str, Anchor]
Propose = Callable[[Scene, Found], Iterable[Anchor]]


class Sieve(NamedTuple):
    """One kind of evidence: it proposes anchors, knowing what more precise sieves found.

    `rivals`: what it says is worth keeping beside a more precise sieve that says otherwise.
    """

    name: str
    propose: Propose
    rivals: bool = True


def make_scene(
    doc: Read,
    expressions: Sequence[TemporalExpression],
    events: Sequence[Event],
    date: DocumentDate,
    blocks: Sequence[Block] = (),
    passages: Sequence[Passage] = (),
) -> Scene:
    """Place expressions and events on the tokens of a parsed Doc; links are not made yet."""
    tokens = FarTokens(doc) if isinstance(doc, Book) else Tokens(doc)
    trigger: dict[str, int] = {}
    event_at: dict[int, Event] = {}
    for event in events:
        words = tokens.char_span(event.start, event.end)
        if words:
            root = words[0] if len(words) == 1 else root_of(words)
            trigger[event.id] = root.i
            event_at[root.i] = event
    scene = Scene(
        doc=tokens,
        text=tokens.text,
        date=date,
        blocks=tuple(blocks) or (Block(0, len(tokens.text), "paragraph"),),
        passages=tuple(passages),
        stamps={},
        expressions=(),
        events=tuple(sorted(events, key=lambda event: event.start)),
        trigger=tokens.placed(trigger),
        event_at=event_at,
        inside={},
        within={},
        head={},
    )
    return with_expressions(scene, expressions)


def with_expressions(scene: Scene, expressions: Sequence[TemporalExpression]) -> Scene:
    """The same scene with these expressions, whose links are not made yet."""
    ends = {end for e in expressions for end in e.ends}
    inside: dict[int, TemporalExpression] = {}
    within: dict[str, range] = {}
    head: dict[str, int] = {}
    for expression in expressions:
        words = scene.doc.char_span(expression.start, expression.end)
        if not words:
            continue
        head[expression.id] = _outer_root(words).i
        within[expression.id] = range(words[0].i, words[-1].i + 1)
        if expression.id not in ends:
            inside.update((token.i, expression) for token in words)
    return replace(
        scene,
        expressions=tuple(expressions),
        stamps=_find_stamps(expressions, scene.passages),
        inside=inside,
        within=within,
        head=scene.doc.placed(head),
        links={},
    )


def _find_stamps(
    expressions: Sequence[TemporalExpression], passages: Sequence[Passage]
) -> dict[int, str]:
    """The id of the expression that dates a passage, by where the passage starts."""
    found = {}
    for passage in passages:
        offset = passage.date.start or 0
        last = bisect_right(expressions, offset, key=lambda e: e.start)
        for expression in expressions[max(0, last - 3) : last]:
            if expression.start <= offset < expression.end:
                found[passage.start] = expression.id
                break
    return found


def _outer_root(tokens: list[Token]) -> Token:
    """The token that ties a phrase to the rest: of several, the nearest to the sentence's root.

    Of equals not the article: "the eighteenth century pilots".
    """
    within = {token.i for token in tokens}
    roots = [t for t in tokens if t.head.i == t.i or t.head.i not in within]
    return min(roots or tokens, key=lambda t: (sum(1 for _ in t.ancestors), t.dep_ == "det", t.i))

"""What a title of some tokens would be, and how likely it is to mislead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from .asides import Asides
from .gaps import event_joints, torn, with_condition, without_rest
from .labels import VERBAL
from .mentions import Mentions
from .names import Subjects
from .near import Near, is_background
from .parse import Parse
from .participle import with_time, without_bare
from .people import CALLED
from .price import lost
from .reading import is_nameless, reading_risk
from .render import render
from .risk import joining_risk, lacks_phrase, risk
from .shorten import LONGEST, nearest, shorten, width
from .speaker import without_sources
from .theme import MUCH, Theme
from .topic import Topic

Words = tuple[list[int], Mapping[int, str]]  # tokens, and the words that stand for some of them
CHEAP = 0.4  # what every title may lose
WORTH = 0.8


@dataclass(frozen=True, slots=True)
class _Line:
    """A title with all words that stand for its tokens, and what it risks as it reads."""

    said: Mapping[int, str]
    own: float
    broken: float
    torn: float


class Judge:
    """Judges what titles could be made of, for the events of one parse.

    `dating` are the tokens that only say when, `expressed` those of all temporal expressions,
    `joining` conjunctions that always stay.
    """

    def __init__(
        self,
        parse: Parse,
        dating: frozenset[int],
        joining: frozenset[int],
        asides: Asides,
        expressed: Iterable[range],
    ) -> None:
        self.parse = parse
        self.expressed = {t for tokens in expressed for t in tokens}
        self.dating = dating
        self.joining = joining
        self.asides = asides
        self.loose = dating.union(asides.bracketed)
        self.joints = event_joints(parse, self.loose, self.expressed)
        self.dating_joints = self.joints & dating
        self.subjects = Subjects(parse, dating)
        self.mentions = Mentions(parse, dating, self.subjects)
        self.theme = Theme(parse, dating)
        self.topic = Topic(parse, dating)
        self.near = Near(parse, dating, self.expressed)
        # Articles of what another sentence has brought up: "An engineer" is then "the engineer".
        self.known: set[int] = set()

    def judged(
        self,
        i: int,
        turn: int,
        tokens: list[int],
        commas: frozenset[int],
        told: int | None = None,
        longest: int = LONGEST,
    ) -> tuple[float, Words]:
        """Return the risk of a title of these tokens, and what it would be rendered from.

        They turn on one token, and what matters most in them is the verb `told`.
        """
        parse = self.parse
        tokens = self._with_joint(i, tokens)
        tokens = without_sources(parse, self.asides.without(i, nearest(turn, tokens))) or [i]
        tokens = without_rest(parse, i, with_condition(parse, tokens), self.dating_joints)
        if len(tokens) > 1 and parse.pos[tokens[0]] == "ADP" and tokens[1] > tokens[0] + 1:
            gap = range(tokens[0] + 1, tokens[1])
            if all(t in self.dating for t in gap):
                tokens = tokens[1:]  # "By [then] the mill had burnt"
        said = self.mentions.words_for(tokens)
        if tokens[0] in self.known and parse.sentence[tokens[0]] != parse.sentence[i]:
            said[tokens[0]] = "the"
        kept = shorten(parse, turn, tokens, commas | self._joining_near(i, tokens), said, longest)
        whole = without_bare(parse, i, kept, self.dating)
        kept = whole if width(parse, whole) <= longest else kept
        kept = with_time(parse, kept, self.dating, longest)
        line = self._read(kept, said, longest)
        found = risk(parse, turn, tokens, kept, line.own, line.broken) + line.torn
        found += WORTH * max(lost(parse, tokens, kept) - CHEAP, 0.0)
        if told is not None:
            found += lacks_phrase(parse, told, tokens, kept)
        return found, (kept, line.said)

    def _read(self, kept: list[int], said: Mapping[int, str], longest: int) -> _Line:
        """How a title of these tokens reads; many wordings of an event end in the same one."""
        parse = self.parse
        key = _Line, tuple(kept), tuple(said.items()), longest
        if key not in parse.memo:
            room = longest - width(parse, kept) - sum(map(len, said.values()))
            if room > 0 and kept:
                said = {**self.mentions.in_full(kept, room), **said}
            parse.memo[key] = _Line(
                said,
                reading_risk(parse, kept, said) if kept else 0.0,
                joining_risk(parse, kept, self.dating),
                torn(parse, kept, self.loose, self.joints),
            )
        line: _Line = parse.memo[key]
        return line

    def render(self, chosen: Words) -> str:
        """Return a title's line, with what the text is about if it names nothing itself."""
        line, wholes = self.beside(chosen)
        return next((whole for whole in wholes if len(whole) <= LONGEST), line)

    def beside(self, chosen: Words) -> tuple[str, list[str]]:
        """Return a title's line, and the same with what its text is about, the best first."""
        kept, said = chosen
        key = Judge.beside, tuple(kept), tuple(said.items())
        if key not in self.parse.memo:
            self.parse.memo[key] = self._find_beside(chosen)
        found: tuple[str, list[str]] = self.parse.memo[key]
        return found

    def _find_beside(self, chosen: Words) -> tuple[str, list[str]]:
        line = render(self.parse, *chosen)
        if not is_nameless(self.parse, *chosen) or not line[:1].isalnum():
            return line, []
        near = self.near.beside(line, chosen[0])
        if is_background(self.parse, chosen[0]):
            wholes = [near, self.theme.beside(line, chosen[0], back=0)]
            return line, [whole for whole in wholes if whole != line]
        wholes = [self.theme.beside(line, chosen[0], MUCH)]
        if line[:1].isalpha():  # how many there were may be of the whole world
            body = any(self.parse.lemma[t] in CALLED for t in chosen[0])
            wholes.insert(0 if body else 1, self.topic.beside(line, chosen[0]))
        wholes.append(near)
        wholes.append(self.theme.beside(line, chosen[0]))
        return line, [whole for whole in wholes if whole != line]

    def _with_joint(self, i: int, tokens: list[int]) -> list[int]:
        """Return the tokens with the "since" that the event at token i itself stands behind."""
        parse = self.parse
        while parse.head[i] != i:
            joint = parse.head[i]
            if joint in self.joints:
                place = next((k for k, t in enumerate(tokens) if t in parse.subtree(i)), None)
                if place is None or joint in tokens or parse.head[joint] not in tokens:
                    return tokens
                return [*tokens[:place], joint, *tokens[place:]]
            if parse.pos[joint] in VERBAL:
                return tokens
            i = joint
        return tokens

    def _joining_near(self, i: int, tokens: Iterable[int]) -> frozenset[int]:
        """The joining conjunctions among these tokens and in the sentence of token i.

        A set of all that a book has must not be made for each title.
        """
        first, stop = self.parse.sentence[i], self.parse.sentence_end(i)
        return self.joining.intersection(chain(range(first, stop), tokens))

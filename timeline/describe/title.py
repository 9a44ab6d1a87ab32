"""An event's title: its clause as one short line of the document's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .clause import Clause, find_clause, governor_of
from .names import Subjects
from .parse import Parse
from .phrase import VERBAL, noun_phrase
from .tidy import OPENING, STRAIGHT, tidy

LONGEST = 100  # characters
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "such"})
GOVERNED = ("nsubj", "nsubjpass", "dobj", "attr", "prep", "agent")
SHORT_NOUN = 2  # a noun phrase of fewer words does not say what happened
NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "?", "!", "%", "\u201d"})


class Titles:
    """Makes titles for the events of one parse; `dating` are the tokens that only say when."""

    def __init__(self, parse: Parse, dating: frozenset[int]) -> None:
        self.parse = parse
        self.dating = dating
        self.subjects = Subjects(parse)
        self._clauses: dict[int, Clause] = {}

    def title(self, i: int, carrier: int | None = None, paragraph_start: int = 0) -> str:
        """Return the title of the event at token i; `carrier` is the light verb of a noun."""
        tokens, commas = self._tokens(i, carrier, paragraph_start)
        return render(self.parse, shorten(self.parse, i, tokens, commas))

    def clause(self, verb: int, paragraph_start: int) -> Clause:
        """Return a verb's clause, a pronoun subject replaced where that is safe."""
        if verb in self._clauses:
            return self._clauses[verb]
        clause = self._clauses[verb] = find_clause(self.parse, verb, self.dating)
        if len(clause.subject) == 1:
            meant = self.subjects.meant_by(clause.subject[0], paragraph_start)
            if meant is not None:
                clause.subject = noun_phrase(self.parse, meant, self.dating)
        return clause

    def _tokens(
        self, i: int, carrier: int | None, paragraph_start: int
    ) -> tuple[list[int], frozenset[int]]:
        parse, verb = self.parse, i
        if parse.pos[i] not in VERBAL:
            verb = parse.head[i] if parse.pos[i] == "ADJ" else -1
        elif parse.lower[i] == "according":
            verb = parse.head[i]
        if verb >= 0 and parse.pos[verb] in VERBAL:
            verb = governor_of(parse, verb)
            clause = self.clause(verb, paragraph_start)
            above = verb_above(parse, verb)
            if len(clause.tokens()) == 1 and above is not None:
                clause = self.clause(above, paragraph_start)
            return clause.tokens(), clause.commas
        phrase = noun_phrase(parse, i, self.dating)
        while phrase and parse.lower[phrase[0]] in ARTICLES:
            phrase = phrase[1:]
        said = [t for t in phrase if parse.pos[t] not in ("PUNCT", "DET", "PRON", "PART")]
        if len(said) >= SHORT_NOUN and phrase[0] != i and parse.tag[phrase[0]] == "PRP$":
            phrase = phrase[2 if parse.lower[phrase[1]] == "own" else 1 :]
        governor = carrier
        if governor is None and len(said) < SHORT_NOUN:
            governor = verb_of(parse, i)
        if governor is not None:
            clause = self.clause(governor, paragraph_start)
            if i in clause.tokens():
                return clause.tokens(), clause.commas
        return phrase, frozenset()


def verb_above(parse: Parse, i: int) -> int | None:
    """Return the nearest verb above token i."""
    while parse.head[i] != i:
        i = parse.head[i]
        if parse.pos[i] in VERBAL:
            return i
    return None


def verb_of(parse: Parse, i: int) -> int | None:
    """Return the verb that the noun at token i is subject or complement of."""
    for _ in range(6):
        head = parse.head[i]
        if parse.pos[head] in VERBAL:
            return head if parse.dep[i] in GOVERNED else None
        if head == i or parse.dep[i] not in ("conj", "pobj", "prep"):
            return None
        i = head
    return None


def shorten(parse: Parse, i: int, tokens: list[int], commas: frozenset[int]) -> list[int]:
    """Drop branches, the least needed first, until the title is not longer than it may be."""
    tokens = tidy(parse, tokens, commas)
    if width(parse, tokens) <= LONGEST:
        return tokens
    spared = {i}
    up = i
    while parse.head[up] != up:
        up = parse.head[up]
        spared.add(up)
    for droppable in DROPPED_IN_ORDER:
        for branch in reversed(tokens):
            if branch in spared or not droppable(parse, branch):
                continue
            gone = set(parse.subtree(branch))
            if gone.isdisjoint(spared):
                tokens = tidy(parse, [t for t in tokens if t not in gone], commas)
                if width(parse, tokens) <= LONGEST:
                    return tokens
    while len(tokens) > 1 and width(parse, tokens) > LONGEST:
        tokens = tidy(parse, tokens[:-1], commas)
    return tokens


def _by_relation(*deps: str) -> Callable[[Parse, int], bool]:
    return lambda parse, t: parse.dep[t] in deps


def _is_plain_adverb(parse: Parse, t: int) -> bool:
    return parse.dep[t] == "advmod" and parse.tag[t] != "WRB"


def _is_plain_preposition(parse: Parse, t: int) -> bool:
    place = any(parse.entity[k] in ("GPE", "LOC", "FAC") for k in parse.kids[t])
    return parse.dep[t] == "prep" and not place and parse.lower[t] != "of"


# What a title can spare, most readily first.
DROPPED_IN_ORDER: tuple[Callable[[Parse, int], bool], ...] = (
    _is_plain_adverb,
    _by_relation("acl", "appos", "npadvmod", "predet", "advcl"),
    _is_plain_preposition,
    _by_relation("prep", "agent"),
    _by_relation("conj"),
    _by_relation("amod", "poss", "compound", "nmod"),
    _by_relation("xcomp", "ccomp"),
)


def width(parse: Parse, tokens: Iterable[int]) -> int:
    """Return the length that these tokens would have as a title, at most."""
    return sum(parse.end[t] - parse.start[t] + 1 for t in tokens) - 1


def render(parse: Parse, tokens: list[int]) -> str:
    """Return the tokens as a line: the document's own words and spaces, first letter raised."""
    pieces: list[str] = []
    quoted = False  # whether a straight quotation mark stands open
    for k, t in enumerate(tokens):
        word = parse.text[parse.start[t] : parse.end[t]]
        if k:
            pieces.append(_gap(parse, tokens[k - 1], t, quoted))
            if word != "I" and parse.pos[t] != "PROPN" and _begins_sentence(parse, t):
                word = word[:1].lower() + word[1:]
        pieces.append(word)
        quoted ^= word == STRAIGHT
    line = "".join(pieces)
    # The first letter may stand after a quotation mark.
    first = next((k for k, character in enumerate(line[:3]) if character.isalnum()), 0)
    return line[:first] + line[first : first + 1].upper() + line[first + 1 :]


def _gap(parse: Parse, before: int, t: int, quoted: bool) -> str:
    """Return what stands between two tokens: the text's own space, or one that fits."""
    if t == before + 1:
        return " " if parse.start[t] > parse.end[before] else ""
    word = parse.lower[t]
    clitic = word[0] in "'\u2019"
    closes = word in NO_SPACE_BEFORE or clitic or (quoted and word == STRAIGHT)
    opened = parse.lower[before] in OPENING or (quoted and parse.lower[before] == STRAIGHT)
    return "" if closes or opened else " "


def _begins_sentence(parse: Parse, t: int) -> bool:
    return all(parse.pos[k] in ("PUNCT", "SPACE") for k in range(parse.sentence[t], t))

"""An event's title: its clause as one short line of the document's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from .asides import Asides
from .clause import Clause, find_clause, governor_of
from .names import Subjects
from .parse import Parse
from .participle import core, is_bare_participle, is_consequence, without_article
from .phrase import VERBAL, noun_phrase
from .tidy import OPENING, STRAIGHT, tidy

LONGEST = 100  # characters
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "such"})
GOVERNED = ("nsubj", "nsubjpass", "dobj", "attr", "prep", "agent")
SHORT_NOUN = 2  # a noun phrase of fewer words does not say what happened
ENDING_LETTER = re.compile(r"[A-Z]\.")
NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "?", "!", "%", "\u201d"})


class Titles:
    """Makes titles for the events of one parse.

    `dating` are the tokens that only say when, `joining` conjunctions that always stay.
    """

    def __init__(
        self, parse: Parse, dating: frozenset[int], joining: frozenset[int], asides: Asides
    ) -> None:
        self.parse = parse
        self.dating = dating
        self.joining = joining
        self.asides = asides
        self.subjects = Subjects(parse, dating)
        self._clauses: dict[int, Clause] = {}

    def title(self, i: int, carrier: int | None = None, paragraph_start: int = 0) -> str:
        """Return the title of the event at token i; `carrier` is the light verb of a noun."""
        tokens, commas = self._tokens(i, carrier, paragraph_start)
        tokens = self.asides.without(i, tokens) or [i]
        commas |= self.joining
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

    def _consequence(
        self, verb: int, clause: Clause, paragraph_start: int
    ) -> tuple[list[int], frozenset[int]]:
        """The tokens of "forcing ..." behind "A train derailed,": what led to it stays before it.

        Without that the subject would seem to be described. Where it does not fit into a line, or
        the participle has a date of its own, the subject goes before it without its modifiers.
        """
        parse = self.parse
        comma = parse.subtree(verb)[0] - 1
        main = self.clause(parse.head[verb], paragraph_start)
        commas = main.commas | {comma}
        dated = any(t in self.dating for t in parse.subtree(verb))
        what = [*main.lead, *main.predicate]
        what = [t for t in what if t < comma or parse.pos[t] != "PUNCT"]
        if main.subject and max([*main.subject, *what]) < comma and not dated:
            for subject in (main.subject, core(parse, main.subject)):
                tokens = [*subject, *what, comma, *clause.predicate]
                if width(parse, tidy(parse, tokens, commas)) <= LONGEST:
                    return tokens, commas
        return [*core(parse, clause.subject), *clause.lead, *clause.predicate], clause.commas

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
            dated_only = parse.lemma[verb] == "date" and parse.dep[verb] == "acl"
            if (len(clause.tokens()) == 1 or dated_only) and above is not None:
                # One word, or "a letter dated 12 April": the clause above says what happened.
                clause = self.clause(above, paragraph_start)
            elif is_consequence(parse, verb):
                return self._consequence(verb, clause, paragraph_start)
            elif is_bare_participle(parse, verb):
                return without_article(parse, clause.tokens()), clause.commas
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
    word = ""
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
    if tokens and ENDING_LETTER.fullmatch(word) and _ends_sentence(parse, tokens[-1]):
        line = line[:-1]  # "Exhibit B.": the sentence's own full stop
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


def _ends_sentence(parse: Parse, t: int) -> bool:
    return all(parse.pos[k] == "SPACE" for k in range(t + 1, parse.sentence_end(t)))


def _begins_sentence(parse: Parse, t: int) -> bool:
    return all(parse.pos[k] in ("PUNCT", "SPACE") for k in range(parse.sentence[t], t))

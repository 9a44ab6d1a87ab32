"""In whose words an event stands: verbs of saying, "according to", quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..describe.parse import Parse
from .nominal import is_new
from .status_words import StatusWords

HIGHEST = 12  # steps up to the verb of saying
SAID = frozenset({"ccomp", "parataxis"})
# Below the verb of saying: what is told as a fact; nouns and relative clauses are presupposed.
ASSERTED = frozenset({"acomp", "advcl", "attr", "ccomp", "conj", "oprd", "parataxis", "xcomp"})
# On the way up from "a man who fled": where the man may stand.
NAMED = frozenset({"attr", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "prep"})
NOUNS = frozenset({"ADP", "NOUN"})
PREDICATES = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"that", "which", "who"})
_QUOTE = re.compile(r"\"|\u201c|\u201d|``|''")
_OPENING, _CLOSING = ("\u201c", "``"), ("\u201d", "''")


@dataclass(frozen=True, slots=True)
class Speech:
    """Whose words a trigger stands in (None: nobody named), and whether they tell it as a fact.

    `quoted`: between quotation marks, so in the tense of the one who spoke.
    """

    speaker: str | None
    asserted: bool
    factive: bool = False
    quoted: bool = False


class SpeechReader:
    """Finds the speech that triggers stand in; `triggers` maps their tokens to TimeML classes.

    `paragraphs` are offsets; without any the whole text is one.
    """

    def __init__(
        self,
        parse: Parse,
        triggers: Mapping[int, str],
        words: StatusWords,
        paragraphs: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.parse = parse
        self.paragraphs = paragraphs or ((0, len(parse.text)),)
        self.triggers = triggers
        self.words = words
        self._names: dict[int, str | None] = {}

    def read(self) -> dict[int, Speech]:
        """Return the speech of each trigger that stands in one."""
        found = {}
        for i in self.triggers:
            speech = self._climb(i)
            if speech is not None:
                found[i] = speech
        triggers = sorted(self.triggers)
        places = [self.parse.start[i] for i in triggers]
        for spans in _quotations(self.parse.text, self.paragraphs):
            first = bisect_left(places, spans[0][0])
            last = bisect_left(places, spans[-1][1])
            inside = [i for i in triggers[first:last] if _is_in(self.parse.start[i], spans)]
            found.update(self._quoted(inside, found))
        return found

    def _climb(self, i: int) -> Speech | None:
        """Go up from a trigger to the nearest verb of saying, or words with "according to"."""
        parse = self.parse
        asserted = parse.pos[i] in PREDICATES or parse.dep[i] in ("acomp", "attr")
        below = i
        for _ in range(HIGHEST):
            aside = self._aside(below)
            if aside == i:
                return None  # what is said is not said to be said
            if aside is not None:
                return Speech(self._speaker(aside), asserted)
            source = self._according(below)
            if source is not None:
                return Speech(source, asserted)
            above, dep = parse.head[below], parse.dep[below]
            if above == below:
                return None
            if self._says(above, below, dep):
                factive = parse.lemma[above].lower() in self.words.factive
                return Speech(self._speaker(above), asserted, factive)
            asserted = asserted and self._asserts(below)
            below = above
        return None

    def _says(self, verb: int, below: int, dep: str) -> bool:
        lemma = self.parse.lemma[verb].lower()
        if self.parse.pos[verb] != "VERB":
            return False
        if dep == "ccomp" and any(self.parse.lower[k] == ";" for k in range(below, verb)):
            return False  # "I rang them on Saturday; nobody has called back"
        if dep in SAID:
            known = lemma in self.words.saying or lemma in self.words.factive
            return known or self.triggers.get(verb) == "REPORTING"
        # "denied having met"; "told the crew to leave" is an order.
        marks = self.parse.children(below, "aux")
        infinitive = any(self.parse.lower[k] == "to" for k in marks)
        return dep == "xcomp" and lemma in self.words.saying and not infinitive

    def _aside(self, i: int) -> int | None:
        """The verb of "the fire, the witness said, began": below what it reports."""
        parse = self.parse
        for kid in parse.children(i, "parataxis", "advcl"):
            says = parse.lemma[kid].lower() in self.words.saying
            if not says or parse.child(kid, "ccomp", "dobj") is not None:
                continue
            if parse.dep[kid] == "parataxis" or self._follows_quotation(kid):
                return kid
        return None

    def _follows_quotation(self, verb: int) -> bool:
        """Whether a closing quotation mark stands directly before a verb and its subject."""
        parse = self.parse
        subject = parse.child(verb, "nsubj")
        first = min(parse.subtree(subject)[0], verb) if subject is not None else verb
        return first > 0 and _QUOTE.fullmatch(parse.lower[first - 1]) is not None

    def _according(self, i: int) -> str | None:
        """The source of "according to X" below token i."""
        parse = self.parse
        for kid in parse.kids[i]:
            if parse.lower[kid] == "according":
                to = parse.child(kid, "prep")
                source = parse.child(to, "pobj") if to is not None else parse.child(kid, "pobj")
                return self._name(source) if source is not None else None
        return None

    def _speaker(self, verb: int) -> str | None:
        if verb not in self._names:
            subject = self._subject(verb)
            self._names[verb] = self._name(subject) if subject is not None else None
        return self._names[verb]

    def _subject(self, verb: int) -> int | None:
        parse = self.parse
        subject = parse.child(verb, "nsubj")
        if subject is not None and parse.lower[subject] in RELATIVE:
            return parse.head[verb] if parse.dep[verb] == "relcl" else subject
        if subject is None and parse.dep[verb] == "conj" and parse.head[verb] != verb:
            return self._subject(parse.head[verb])
        return subject

    def _name(self, noun: int) -> str:
        parse = self.parse
        asides = parse.children(noun, "relcl", "punct", "appos", "acl", "prep")
        kept = [k for k in asides if parse.dep[k] != "prep" or parse.lower[k] != "of"]
        start, end = parse.span(parse.subtree(noun, kept))
        return " ".join(parse.text[start:end].split())

    def _quoted(
        self, inside: Sequence[int], found: Mapping[int, Speech]
    ) -> Iterator[tuple[int, Speech]]:
        """What stands in the quotations of one paragraph; its only speaker is taken for all."""
        names = {found[i].speaker for i in inside if i in found}
        speaker = next(iter(names)) if len(names) == 1 else None
        for i in inside:
            if i in found:
                yield i, replace(found[i], quoted=True)
            elif names:
                yield i, Speech(speaker, self._is_asserted(i), quoted=True)

    def _is_asserted(self, i: int) -> bool:
        """Whether a trigger is part of what its sentence tells, up to the head of it."""
        parse = self.parse
        if parse.pos[i] not in PREDICATES:
            return False
        for _ in range(HIGHEST):
            if parse.head[i] == i:
                return True
            if not self._asserts(i):
                return False
            i = parse.head[i]
        return False

    def _asserts(self, below: int) -> bool:
        """Whether a word is told where its head is: not so in "the firm that sold it"."""
        parse = self.parse
        if parse.dep[below] == "relcl":
            return is_new(parse, parse.head[below])
        if parse.dep[below] == "acl":
            return parse.dep[parse.head[below]] == "attr"  # "is the first plan offered"
        return parse.dep[below] in (NAMED if parse.pos[below] in NOUNS else ASSERTED)


def _is_in(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _quotations(
    text: str, paragraphs: Sequence[tuple[int, int]]
) -> Iterator[list[tuple[int, int]]]:
    """The quotations of each paragraph that has any; one that is not closed is left out."""
    for begin, end in paragraphs:
        spans, opened = [], None
        for mark in _QUOTE.finditer(text, begin, end):
            if opened is None and mark[0] not in _CLOSING:
                opened = mark.end()
            elif opened is not None and mark[0] not in _OPENING:
                spans.append((opened, mark.start()))
                opened = None
        if spans:
            yield spans

"""What a text is about, in a phrase of its first sentence: for titles that name nothing themselves.

"Another 26 bodies were retrieved from the pit (coal mine fire)". It stands beside what is told near
words of its own only, so that a text may turn to something else.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .datewords import FINITE
from .labels import AMOUNTS, NOMINAL, SUBJECTS
from .parse import Parse
from .people import FIRMS, names_person
from .phrase import noun_phrase
from .reading import COUNTED
from .spare import QUANTITIES
from .tears import SPEAKING
from .tidy import tidy

LONGEST_PHRASE = 48  # characters of a phrase
FEWEST_WORDS = 8  # words of a sentence that tells what a text is about
LEAST, MUCH = 2.0, 5.0  # how much of the text a phrase is about
BACK = 4  # sentences before a title's own
FEWEST = 2  # words that say what: "fire" alone is any fire
CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
NO_THEME = frozenset({"CARDINAL", "DATE", "GPE", "LOC", "MONEY", "NORP", "PERCENT", "PERSON",
                      "QUANTITY", "TIME"})  # fmt: skip
COUNTING = frozenset({"CARDINAL", "DATE", "ORDINAL", "TIME"})
UNFIT = frozenset({"PRP", "PRP$", "``", "''"})
DESCRIBING = ("acl", "amod", "compound", "nmod", "nummod", "poss", "prep", "relcl")
ASIDES = ("acl", "appos", "relcl")
EMPTY = frozenset("""
area capital case city country county district effort end failure form formation group kind level
member nation place possibility problem province region result selection series situation start
state time town type village way
""".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase around the noun at token `head`, the words in it, and what the text says of it."""

    text: str
    words: frozenset[str]
    head: int
    score: float


NONE = Phrase("", frozenset(), 0, 0.0)


class Theme:
    """The phrase that a text turns on; `dating` are the tokens that only say when."""

    def __init__(self, parse: Parse, dating: frozenset[int]) -> None:
        self.parse = parse
        self.dating = dating
        self._found: Phrase | None = None

    def beside(
        self, line: str, tokens: Sequence[int], least: float = LEAST, back: int = BACK
    ) -> str:
        """Return a title with the theme of its text behind it, if it is told near words of that.

        `back` are the sentences before its own that are near.
        A bare "the fire" of the title is told as the theme: "the coal mine fire".
        """
        if self._found is None:
            self._found = self._find()
        parse, found = self.parse, self._found
        if found.score < least or tokens[0] < parse.sentence[found.head] or found.head in tokens:
            return line
        begin = parse.sentence[tokens[0]]
        for _ in range(back):
            begin = parse.sentence[max(begin - 1, 0)]
        near = range(begin, parse.sentence_end(tokens[-1]))
        told = found.words.intersection(parse.lemma[t].lower() for t in near)
        named = parse.pos[found.head] == "PROPN" and told  # a name may be told in short
        if not named and len(told) < FEWEST and parse.lemma[found.head].lower() not in told:
            return line
        shown = {parse.lemma[t].lower() for t in tokens}
        whole = line if shown.isdisjoint(found.words) else self._in_full(line, tokens, found)
        another = any(parse.lower[t] == parse.lower[found.head] for t in tokens)
        if another and not self._is_one(found):
            return line  # which "terminal" it was, the theme does not say
        if whole == line and len(found.words - shown) >= FEWEST:
            whole = f"{line} ({found.text})"
        return whole

    def _in_full(self, line: str, tokens: Sequence[int], found: Phrase) -> str:
        parse = self.parse
        for before, t in itertools.pairwise(tokens):
            bare = parse.lower[before] == "the" and parse.kids[t] == [before] == [t - 1]
            if bare and parse.lower[t] == parse.lower[found.head] and self._is_one(found):
                the = parse.text[parse.start[before] : parse.end[before]]
                noun = parse.text[parse.start[t] : parse.end[t]]
                return line.replace(f"{the} {noun}", f"{the} {found.text}", 1)
        return line

    def _is_one(self, found: Phrase) -> bool:
        """Tell whether the text has no other one of the kind: "the bus terminal"."""
        parse = self.parse
        return all(
            self._says_no_more(kid, found)
            for t, word in enumerate(parse.lower)
            if word == parse.lower[found.head]
            for kid in parse.children(t, *DESCRIBING)
        )

    def _says_no_more(self, branch: int, found: Phrase) -> bool:
        """Tell whether a branch of a noun has only words of the theme, and dates."""
        parse = self.parse
        return all(
            t in self.dating or parse.pos[t] not in CONTENT or parse.lemma[t].lower() in found.words
            for t in parse.subtree(branch)
        )

    def _find(self) -> Phrase:
        """Return the phrase of the first sentence that the text is most about."""
        parse, best = self.parse, NONE
        begin = self._lead()
        if begin is None:
            return best
        counts = Counter(
            parse.lemma[t].lower()
            for t, pos in enumerate(parse.pos)
            if pos in CONTENT and t not in self.dating
        )
        for head in range(begin, parse.sentence_end(begin)):
            for phrase in self._phrases(head) if self._may_head(head, counts) else ():
                said = [parse.lemma[t].lower() for t in phrase if parse.pos[t] in CONTENT]
                text = " ".join(parse.text[parse.start[phrase[0]] : parse.end[phrase[-1]]].split())
                score = sum(math.log(counts[lemma]) for lemma in said if counts[lemma])
                score += math.log(counts[parse.lemma[head].lower()])
                if len(set(said)) >= FEWEST and len(text) <= LONGEST_PHRASE and score > best.score:
                    if phrase[0] == begin and parse.pos[begin] != "PROPN":
                        text = text[0].lower() + text[1:]
                    best = Phrase(text, frozenset(said), head, score)
        return best

    def _lead(self) -> int | None:
        """Where the first sentence begins that tells something: no heading, no sender."""
        parse, begin = self.parse, 0
        while begin < len(parse):
            end = parse.sentence_end(begin)
            words = sum(parse.pos[t] not in ("PUNCT", "SPACE") for t in range(begin, end))
            if words >= FEWEST_WORDS and any(parse.tag[t] in FINITE for t in range(begin, end)):
                return begin
            begin = end
        return None

    def _may_head(self, head: int, counts: Counter[str]) -> bool:
        parse = self.parse
        lemma = parse.lemma[head].lower()
        if parse.pos[head] not in NOMINAL or parse.entity[head] in NO_THEME:
            return False
        if parse.dep[head] in ("compound", "nmod", "poss", "npadvmod") or head in self.dating:
            return False
        if parse.dep[head] in SUBJECTS and parse.lemma[parse.head[head]] in SPEAKING:
            return False
        return counts[lemma] > 1 and not (
            lemma in QUANTITIES | EMPTY | FIRMS or names_person(lemma)
        )

    def _phrases(self, head: int) -> Iterator[list[int]]:
        """Yield the unbroken phrases around a noun, with and without what follows it."""
        parse = self.parse
        whole = list(noun_phrase(parse, head, self.dating))
        gone = {
            t
            for kid in whole
            if parse.dep[kid] in ASIDES and parse.head[kid] in whole
            for t in parse.subtree(kid)
        }
        whole = [t for t in whole if t not in gone]
        while whole and self._only_counts(whole[0]):
            whole = whole[1:]
        ends = [k for k, t in enumerate(whole) if t > head and parse.pos[t] == "ADP"]
        for end in (len(whole), *ends):
            phrase = tidy(parse, whole[:end])
            if not phrase or phrase[-1] - phrase[0] != len(phrase) - 1 or head not in phrase:
                continue
            several = parse.child(head, "conj") in phrase
            torn = several or (end < len(whole) and any(parse.dep[t] == "cc" for t in phrase))
            amount = any(parse.entity[t] in AMOUNTS for t in phrase)
            if not torn and not amount and not any(parse.tag[t] in UNFIT for t in phrase):
                yield phrase

    def _only_counts(self, t: int) -> bool:
        """Tell whether a first word says how many, or when: "Sunday's"."""
        parse = self.parse
        loose = parse.pos[t] in ("DET", "PRON", "NUM", "PUNCT", "PART")
        return loose or parse.entity[t] in COUNTING or parse.lower[t] in COUNTED

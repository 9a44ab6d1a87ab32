"""spaCy's attribute ruler from memory: parts of speech and forms by tag, word and relation.

Nearly all of its patterns ask for one token's tag, word and relation. What they say of a token is
found out once for all tokens like it. The few others are matched where two neighbours may be the
first of what they ask for, which is found out once as well.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

RULER = "attribute_ruler"  # spaCy's name of the component
ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
MOST = 20_000  # kinds of tokens that are remembered

Kind = tuple[int, ...]  # the ids of what is ASKED of a token


class AttributeReader:
    """spaCy component: sets what a ruler sets that is kept apart, disabled."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.attrs: list[dict[int, int]] = ruler.attrs
        self.indices = ruler.indices
        self.strings = ruler.vocab.strings
        self.single, self.other = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self.parts = Matcher(ruler.vocab)  # first and second of the others, under signed numbers
        self.watchful = False  # the others may begin anywhere
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            alone = all(len(pattern) == 1 and _is_plain(pattern[0]) for pattern in patterns)
            (self.single if alone else self.other).add(str(number), patterns)
            if not alone:
                self._watch_for(number + 1, patterns)
        self._met: dict[Kind, tuple[int, ...]] = {}
        self._first: dict[Kind, frozenset[int]] = {}  # the others that it may begin
        self._second: dict[Kind, frozenset[int]] = {}
        self._said: dict[tuple[int, ...], dict[int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a Doc's tokens in place."""
        kinds = list(map(tuple, doc.to_array(list(ASKED)).tolist()))
        if not self._met.keys() >= set(kinds):
            self._learn(doc, kinds)
        found = [self._met[kind] for kind in kinds]
        if self.watchful or self._may_begin(kinds):
            for number, start, end in self._match(self.other, doc):
                index = self.indices[number]
                place = start + index if index >= 0 else end + index
                found[place] = tuple(sorted((*found[place], number)))
        for token, numbers in zip(doc, found, strict=True):
            if numbers:
                set_token_attrs(token, self._said.get(numbers) or self._say(numbers))
        return doc

    def _learn(self, doc: Doc, kinds: list[Kind]) -> None:
        """Which single patterns match tokens of these kinds."""
        if len(self._met) > MOST:
            for known in (self._met, self._first, self._second):
                known.clear()
        found: list[list[int]] = [[] for _ in kinds]
        for number, start, _ in self._match(self.single, doc):
            found[start].append(number)
        self._met.update(zip(kinds, (tuple(sorted(numbers)) for numbers in found), strict=True))
        parts: list[list[int]] = [[] for _ in kinds]
        for number, start, _ in self._match(self.parts, doc):
            parts[start].append(number)
        for kind, numbers in zip(kinds, parts, strict=True):
            self._first[kind] = frozenset(n for n in numbers if n > 0)
            self._second[kind] = frozenset(-n for n in numbers if n < 0)

    def _watch_for(self, name: int, patterns: list[list[dict[str, Any]]]) -> None:
        """Note what the first two tokens of a rule's patterns must be like."""
        for pattern in patterns:
            if len(pattern) < 2 or not all(map(_is_plain, pattern[:2])):
                self.watchful = True
                return
            self.parts.add(str(name), [pattern[:1]])
            self.parts.add(str(-name), [pattern[1:2]])

    def _may_begin(self, kinds: list[Kind]) -> bool:
        """Tell whether one of the other patterns may begin among tokens of these kinds."""
        first, second = self._first, self._second
        return any(
            begun and not begun.isdisjoint(second[behind])
            for begun, behind in zip(map(first.__getitem__, kinds), kinds[1:], strict=False)
        )

    def _match(self, matcher: Matcher, doc: Doc) -> list[tuple[int, int, int]]:
        """The number of each rule that matches, with its first token and the one behind."""
        found = matcher(doc, allow_missing=True) if len(matcher) else ()
        return [(int(self.strings[key]), start, end) for key, start, end in found]

    def _say(self, numbers: tuple[int, ...]) -> dict[int, int]:
        """What these rules set together: the later ones have the last word."""
        said: dict[int, int] = {}
        for number in numbers:
            said.update(self.attrs[number])
        self._said[numbers] = said
        return said


def _is_plain(asked: dict[str, Any]) -> bool:
    return set(asked) <= set(ASKED)


def can_remember(ruler: object) -> bool:
    """Tell whether a component is a ruler that sets plain attributes."""
    return type(ruler) is AttributeRuler and all("_" not in attrs for attrs in ruler.attrs)


@Language.factory("timeline_attributes", assigns=["token.pos", "token.morph", "token.lemma"])
def make_attributes(nlp: Language, name: str) -> AttributeReader:
    """The attributes that the pipeline's own ruler sets."""
    ruler: Any = nlp.get_pipe(RULER)
    return AttributeReader(ruler)

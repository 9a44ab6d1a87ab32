"""spaCy's attribute ruler from memory: parts of speech and forms by tag, word and relation.

Nearly all of its patterns ask for one token's tag, word and relation. What they say of a token is
found out once for all tokens like it. The few others are matched where two neighbours may be the
first of what they ask for, which is found out once as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

from .asked import ASKED, Askers, Kind, is_plain

RULER = "attribute_ruler"  # spaCy's name of the component
MOST = 20_000  # kinds of tokens that are remembered


@dataclass(frozen=True, slots=True)
class _Known:
    """The patterns that tokens of a kind fit, and the longer ones that they may be first in."""

    alone: tuple[int, ...]
    first: frozenset[int]
    second: frozenset[int]


class AttributeReader:
    """spaCy component: sets what a ruler sets that is kept apart, disabled."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.attrs: list[dict[int, int]] = ruler.attrs
        self.indices = ruler.indices
        self.strings = ruler.vocab.strings
        self.alone, self.first, self.second = (Askers(self.strings) for _ in range(3))
        self.other = Matcher(ruler.vocab)
        self.watchful = False  # the others may begin anywhere
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            if all(len(pattern) == 1 and is_plain(pattern[0]) for pattern in patterns):
                for (pattern,) in patterns:
                    self.alone.add(number, pattern)
            else:
                self.other.add(str(number), patterns)
                self._watch_for(number, patterns)
        self._met: dict[Kind, _Known] = {}
        self._said: dict[tuple[int, ...], dict[int, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a Doc's tokens in place."""
        kinds = list(map(tuple, doc.to_array(list(ASKED)).tolist()))
        if len(self._met) > MOST:
            self._met.clear()
        for kind in set(kinds).difference(self._met):
            self._met[kind] = self._learn(kind)
        met = list(map(self._met.__getitem__, kinds))
        found = [known.alone for known in met]
        if self.watchful or _may_begin(met):
            for number, start, end in self._match(doc):
                index = self.indices[number]
                place = start + index if index >= 0 else end + index
                found[place] = tuple(sorted((*found[place], number)))
        for token, numbers in zip(doc, found, strict=True):
            if numbers:
                set_token_attrs(token, self._said.get(numbers) or self._say(numbers))
        return doc

    def _learn(self, kind: Kind) -> _Known:
        alone = tuple(sorted(self.alone.of(kind)))
        return _Known(alone, self.first.of(kind), self.second.of(kind))

    def _watch_for(self, number: int, patterns: list[list[dict[str, Any]]]) -> None:
        """Note what the first two tokens of a rule's patterns must be like."""
        for pattern in patterns:
            if len(pattern) < 2 or not all(map(is_plain, pattern[:2])):
                self.watchful = True
                return
            self.first.add(number, pattern[0])
            self.second.add(number, pattern[1])

    def _match(self, doc: Doc) -> list[tuple[int, int, int]]:
        """The number of each other rule that matches, with its first token and the one behind."""
        found = self.other(doc, allow_missing=True) if len(self.other) else ()
        return [(int(self.strings[key]), start, end) for key, start, end in found]

    def _say(self, numbers: tuple[int, ...]) -> dict[int, int]:
        """What these rules set together: the later ones have the last word."""
        said: dict[int, int] = {}
        for number in numbers:
            said.update(self.attrs[number])
        self._said[numbers] = said
        return said


def _may_begin(met: list[_Known]) -> bool:
    """Tell whether a pattern of several tokens may begin among tokens of these kinds."""
    return any(
        known.first and not known.first.isdisjoint(behind.second) for known, behind in pairwise(met)
    )


def can_remember(ruler: object) -> bool:
    """Tell whether a component is a ruler that sets plain attributes."""
    return type(ruler) is AttributeRuler and all("_" not in attrs for attrs in ruler.attrs)


@Language.factory("timeline_attributes", assigns=["token.pos", "token.morph", "token.lemma"])
def make_attributes(nlp: Language, name: str) -> AttributeReader:
    """The attributes that the pipeline's own ruler sets."""
    ruler: Any = nlp.get_pipe(RULER)
    return AttributeReader(ruler)

"""spaCy's lemmatizer by rules from memory: the lemma of each form, part of speech and features.

Its rules ask of each new form whether it is in a list of tens of thousands, word by word from the
first: here that list is a dict.
"""

from __future__ import annotations

from typing import Any

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

LEMMATIZER = "lemmatizer"  # spaCy's name of the component
INDEX = "lemma_index"  # its table of what is a lemma, by part of speech
ASKED = ("ORTH", "POS", "MORPH")  # all that its rules look at
MOST = 20_000  # kinds of tokens that are remembered


class LemmaReader:
    """spaCy component: sets the lemmas that a lemmatizer would set that is kept apart, disabled."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self.lemmatizer = lemmatizer
        index: Any = lemmatizer.lookups.get_table(INDEX)
        for part, forms in list(index.items()):
            index[part] = dict.fromkeys(forms)  # not a set, which cannot be saved
        self._met: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of each token of a Doc that has none."""
        kinds = map(tuple, doc.to_array(list(ASKED)).tolist())
        overwrite, met = self.lemmatizer.overwrite, self._met
        for token, kind in zip(doc, kinds, strict=True):
            if overwrite or token.lemma == 0:
                lemma = met.get(kind)
                token.lemma_ = self._learn(token, kind) if lemma is None else lemma
        return doc

    def _learn(self, token: Token, kind: tuple[int, ...]) -> str:
        if len(self._met) >= MOST:
            self._met.clear()
        found = self._met[kind] = self.lemmatizer.lemmatize(token)[0]
        self.lemmatizer.cache.clear()  # what it remembers itself
        return found


def has_rules(lemmatizer: Any) -> bool:
    """Tell whether a component is a lemmatizer that looks at nothing but what is ASKED."""
    known = type(lemmatizer) in (Lemmatizer, EnglishLemmatizer)
    return known and lemmatizer.mode == "rule" and INDEX in lemmatizer.lookups


@Language.factory("timeline_lemmas", assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> LemmaReader:
    """The lemmas that the pipeline's own lemmatizer sets."""
    lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
    return LemmaReader(lemmatizer)

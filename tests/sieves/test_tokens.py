"""Plain tokens answer as spaCy's do."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from timeline.pipeline import DEFAULT_MODEL
from timeline.sieves.tokens import Token, Tokens, root_of

PLAIN = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "like_num")
RELATED = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")
SINGLE = ("head", "left_edge", "right_edge")


@pytest.fixture(scope="module")
def doc(data: Path) -> Doc:
    nlp = spacy.load(DEFAULT_MODEL)
    return nlp((data / "war.txt").read_text(encoding="utf-8"))


def _places(tokens: object) -> list[int]:
    return [token.i for token in tokens]  # type: ignore[attr-defined]


def test_each_token_is_spacys(doc: Doc) -> None:
    """Attributes, and what hangs on what."""
    tokens = Tokens(doc)
    assert len(tokens) == len(doc)
    pairs: list[tuple[Token, SpacyToken]] = list(zip(tokens, doc, strict=True))
    for ours, theirs in pairs:
        for name in PLAIN:
            assert getattr(ours, name) == getattr(theirs, name), name
        for name in RELATED:
            assert _places(getattr(ours, name)) == _places(getattr(theirs, name)), name
        for name in SINGLE:
            assert getattr(ours, name).i == getattr(theirs, name).i, name
        assert bool(ours.is_sent_start) == bool(theirs.is_sent_start)


def test_each_sentence_is_spacys(doc: Doc) -> None:
    """Its edges and its root."""
    sentences = [(s.start, s.end, s.start_char, s.end_char, s.root.i) for s in doc.sents]
    ours = Tokens(doc).sents
    assert [(s.start, s.end, s.start_char, s.end_char, s.root.i) for s in ours] == sentences
    assert all(token.sent is sentence for sentence in ours for token in sentence)


def test_stretches_of_text_and_their_roots_are_spacys(doc: Doc) -> None:
    """Any edges: within words, on blanks, outside the text."""
    tokens = Tokens(doc)
    edges = range(0, len(doc.text), 7)
    for start in edges:
        for length in (1, 4, 11, 38):
            span: SpacySpan | None = None
            if start + length <= len(doc.text) and doc.text[start] != " ":
                span = doc.char_span(start, start + length, alignment_mode="expand")
            if span is not None:
                words = tokens.char_span(start, start + length)
                assert _places(words) == _places(span)
                assert root_of(words).i == span.root.i
    assert tokens.char_span(len(doc.text), len(doc.text) + 3) == []


def test_an_empty_text_has_no_tokens() -> None:
    """Nor sentences."""
    empty = Tokens(spacy.blank("en")(""))
    assert (list(empty), empty.sents) == ([], [])

"""Plain tokens answer as spaCy's do."""

import gc
from pathlib import Path
from weakref import ref

import pytest
import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token as SpacyToken

from timeline.pipeline import DEFAULT_MODEL
from timeline.sieves.grammar import far_tokens
from timeline.sieves.grammar.far_tokens import FarTokens
from timeline.sieves.grammar.tokens import Token, Tokens, root_of

PLAIN = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "like_num")
RELATED = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")
SINGLE = ("head", "left_edge", "right_edge")


@pytest.fixture(scope="module")
def doc(data: Path) -> Doc:
    nlp = spacy.load(DEFAULT_MODEL)
    return nlp((data / "war.txt").read_text(encoding="utf-8"))


def _places(tokens: object) -> list[int]:
    return [token.i for token in tokens]  # type: ignore[attr-defined]


@pytest.fixture(params=[Tokens, FarTokens])
def kind(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> type[Tokens | FarTokens]:
    """Tokens all at once, and those of a book with few sentences at a time."""
    monkeypatch.setattr(far_tokens, "RECENT", 2)
    found: type[Tokens | FarTokens] = request.param
    return found


def test_each_token_is_spacys(doc: Doc, kind: type[Tokens | FarTokens]) -> None:
    """Attributes, and what hangs on what."""
    tokens = kind(doc)
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


def test_each_sentence_is_spacys(doc: Doc, kind: type[Tokens | FarTokens]) -> None:
    """Its edges and its root."""
    sentences = [(s.start, s.end, s.start_char, s.end_char, s.root.i) for s in doc.sents]
    ours = kind(doc).sents
    assert len(ours) == len(sentences)
    assert [(s.start, s.end, s.start_char, s.end_char, s.root.i) for s in ours] == sentences
    assert all(token.sent is sentence for sentence in ours for token in sentence)


def test_stretches_of_text_and_their_roots_are_spacys(
    doc: Doc, kind: type[Tokens | FarTokens]
) -> None:
    """Any edges: within words, on blanks, outside the text."""
    tokens = kind(doc)
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


def test_an_empty_text_has_no_tokens(kind: type[Tokens | FarTokens]) -> None:
    """Nor sentences."""
    empty = kind(spacy.blank("en")(""))
    assert (list(empty), list(empty.sents), empty.char_span(0, 0)) == ([], [], [])


def test_places_are_those_of_a_list(doc: Doc, kind: type[Tokens | FarTokens]) -> None:
    """From behind, in stretches, by name, and none outside."""
    tokens = kind(doc)
    assert tokens[-1].i == len(doc) - 1
    assert _places(tokens[5:90]) == list(range(5, 90))
    assert tokens[len(doc) : len(doc) + 3] == []
    assert tokens.sents[-1].end == len(doc)
    named = tokens.placed({"a": 3, "b": 70})
    assert {name: named[name].i for name in named} == {"a": 3, "b": 70}
    assert ("a" in named, "c" in named, len(named)) == (True, False, 2)
    with pytest.raises(IndexError):
        tokens[len(doc)]


def test_a_token_that_is_held_is_not_made_again(doc: Doc, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one that nobody holds is let go without the collector."""
    monkeypatch.setattr(far_tokens, "RECENT", 2)
    tokens = FarTokens(doc)
    held = tokens[0]
    sentence = held.sent
    gc.disable()
    try:
        gone = ref(tokens.sents[1])
        assert sum(1 for _ in tokens) == len(doc)
        assert gone() is None
    finally:
        gc.enable()
    assert tokens[0] is held
    assert held.sent is sentence
    assert [token.head.sent is sentence for token in sentence] == [True] * len(sentence)

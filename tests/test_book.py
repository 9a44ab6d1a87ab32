"""A book kept packed says of its tokens what one Doc of the whole text says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from timeline import book as books
from timeline import tokens
from timeline.book import Book
from timeline.components.windows import cut_text
from timeline.document import Document
from timeline.pipeline import Options, Pipeline, load, stages
from timeline.sieves.grammar import far_tokens
from timeline.sieves.grammar.tokens import Sentence

NAMES = ["ORTH", "NORM", "LEMMA", "POS", "TAG", "DEP", "HEAD", "IDX", "LENGTH", "SENT_START",
         "ENT_IOB", "ENT_TYPE", "MORPH", "SHAPE"]  # fmt: skip
BITS = ["a", "at", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "3", "p.m.", "U.S.", "can't", ".", "(",
        "e.g.", "\u2019s", "2 March", "http://x.org/a", ":-)", "\r\n"]  # fmt: skip


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load(Options())


@pytest.fixture(scope="module")
def whole(pipeline: Pipeline, data: Path) -> Doc:
    text = "\n\n".join((data / name).read_text("utf-8") for name in ("wire.txt", "company.txt"))
    return pipeline.nlp(text, disable=["timeline_event_tagger", "timeline_event_anchorer"])


@pytest.fixture(scope="module")
def book(whole: Doc) -> Book:
    """The same parse in windows of some sentences."""
    packed = Book(whole.vocab, whole.text)
    starts = [sentence.start for sentence in whole.sents][::4]
    for start, stop in zip(starts, [*starts[1:], len(whole)], strict=True):
        packed.add(whole, start, stop)
    assert len(starts) > 2 * books.OPEN
    return packed


def test_its_tokens_are_those_of_the_whole(book: Book, whole: Doc) -> None:
    assert len(book) == len(whole)
    names = [name for name in NAMES if name != "SENT_START"]
    assert (tokens.table_of(book, names) == tokens.table_of(whole, names)).all()
    for start in range(0, len(whole), 37):
        stop = min(start + 90, len(whole))
        wanted = tokens.table_of(whole, names)[start:stop]
        assert (tokens.table_of(book, names, start, stop) == wanted).all()


def test_its_sentences_and_entities_are_those_of_the_whole(book: Book, whole: Doc) -> None:
    sentences = [(sentence.start_char, sentence.end_char) for sentence in whole.sents]
    assert list(tokens.sentences_of(book)) == list(tokens.sentences_of(whole)) == sentences
    labels = {ent.label_ for ent in whole.ents}
    assert len(labels) > 1
    for asked in (labels, {"DATE"}):
        entities = [(e.start_char, e.end_char) for e in whole.ents if e.label_ in asked]
        for read in (book, whole):
            assert list(tokens.entities_of(read, asked)) == entities


def test_a_span_is_the_one_of_the_whole(book: Book, whole: Doc) -> None:
    for start in range(0, len(whole.text) - 12, 5):
        for length in (1, 12):
            wanted = whole.char_span(start, start + length, alignment_mode="expand")
            assert wanted is not None
            found = tokens.span_of(book, start, start + length)
            assert found is not None
            assert found.text == wanted.text
            assert [t.head.text for t in found] == [t.head.text for t in wanted]
            assert tokens.tokens_of(book, start, start + length) == range(wanted.start, wanted.end)


def test_what_stands_beside_a_window_is_seen_from_it(book: Book, whole: Doc) -> None:
    seen = set()
    for token in whole[1:]:
        found = tokens.span_of(book, token.idx, token.idx + 1)
        assert found is not None
        assert found.start >= min(token.i, 20)  # the window before is no longer
        assert found.doc[found.start - 1].text == whole[token.i - 1].text
        seen.add(found.doc)
        assert len(book._open) <= books.OPEN
    assert len(seen) > 2 * books.OPEN


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=60), st.integers(1, 12))
def test_a_text_in_pieces_has_the_tokens_of_the_whole(bits: list[str], size: int) -> None:
    text = "".join(bits)
    nlp = load(Options()).nlp
    pieces = list(cut_text(text, size))
    assert "".join(pieces) == text
    wanted = [(token.text, token.whitespace_, token.norm_) for token in nlp.make_doc(text)]
    found = [(t.text, t.whitespace_, t.norm_) for piece in pieces for t in nlp.make_doc(piece)]
    assert found == wanted


def test_sieves_come_back_to_a_sentence_of_a_book_a_few_times(
    pipeline: Pipeline, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time its words are made again: a look at the event itself comes before one at them."""
    monkeypatch.setattr(far_tokens, "RECENT", 5)
    monkeypatch.setattr(stages, "PIECE", 0)
    made: list[int] = []
    make = far_tokens.FarTokens._make

    def count(words: far_tokens.FarTokens, number: int) -> Sentence:
        made.append(number)
        return make(words, number)

    monkeypatch.setattr(far_tokens.FarTokens, "_make", count)
    text = "\n\n".join((data / name).read_text("utf-8") for name in ("wire.txt", "war.txt"))
    found = pipeline.annotate(Document("b", text, "b.txt"))
    assert len(found.sentences) > 20
    assert 2 < len(made) / len(found.sentences) < 12

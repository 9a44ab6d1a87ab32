"""The sped-up word networks: the same parses as spaCy's own, whoever else is in the batch."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from timeline.components import (
    asked,
    attributes,
    entities,
    lemmas,
    networks,
    products,
    word_vectors,
)
from timeline.pipeline import DEFAULT_MODEL

COLUMNS = ["HEAD", "DEP", "TAG", "POS", "MORPH", "LEMMA", "ENT_TYPE", "ENT_IOB", "SENT_START"]


@pytest.fixture(scope="module")
def stock() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def quick() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    networks.quicken(nlp)
    return nlp


@pytest.fixture(scope="module")
def texts(data: Path) -> list[str]:
    found = sorted([*data.glob("*.txt"), *data.glob("chronologies/wire-*.txt")])
    return [path.read_text(encoding="utf-8") for path in found]


def test_parses_are_those_of_spacy(stock: Language, quick: Language, texts: list[str]) -> None:
    """Also of no text and of one word."""
    texts = [*texts, "", "Stop"]
    for one, other in zip(stock.pipe(texts), quick.pipe(texts), strict=True):
        assert np.array_equal(one.to_array(COLUMNS), other.to_array(COLUMNS))


def test_both_networks_that_read_words_are_sped_up(quick: Language) -> None:
    """Else the test before shows nothing."""
    if products.find_threads() is None:
        pytest.skip("numpy is not linked to OpenBLAS here")
    for name in ("tok2vec", "ner"):
        assert {"apart", "word_vectors"} <= {n.name for n in quick.get_pipe(name).model.walk()}


def test_the_recognizer_is_stood_in_for(quick: Language) -> None:
    """And the attribute ruler, and the lemmatizer."""
    assert not {"ner", "attribute_ruler", "lemmatizer"} & set(quick.pipe_names)
    ours = {"timeline_entities", "timeline_attributes", "timeline_lemmas"}
    assert ours <= set(quick.pipe_names)


def test_words_that_only_together_mean_something(stock: Language, quick: Language) -> None:
    """Patterns of two words, and a word that was met alone before."""
    together = ("Let us go.", "Let's go, y'all are gonna win.", "They ain't going, c'mon.")
    for text in (*together, "There is hope, and there it is."):
        one, other = stock(text), quick(text)
        assert np.array_equal(one.to_array(COLUMNS), other.to_array(COLUMNS))
    assert [token.lemma_ for token in quick("Let's go.")][1] == "us"


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "so"}, {"LOWER": "on"}],
        [{"LOWER": "so"}, {"LOWER": "very", "OP": "*"}, {"LOWER": "on"}],
        [{"LOWER": "so", "OP": "{2}"}, {"LOWER": "on"}],
        [{"LENGTH": 2}, {"LOWER": "on"}],
    ],
)
def test_other_patterns_are_found_wherever_they_begin(pattern: list[dict[str, object]]) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([pattern], {"LEMMA": "found"}, index=-1)
    reader = attributes.AttributeReader(ruler)
    texts = ("go on", "and so on", "so very on so so on", "so")
    for _ in range(2):  # once more when all words are known
        for text in texts:
            one, other = ruler(nlp.make_doc(text)), reader(nlp.make_doc(text))
            assert [t.lemma_ for t in one] == [t.lemma_ for t in other]


def test_a_ruler_with_attributes_of_its_own_is_left_alone() -> None:
    """Those are not the token's own."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "so"}]], {"TAG": "RB"})
    assert attributes.can_remember(ruler)
    Token.set_extension("seen_here", default=False, force=True)
    ruler.add([[{"LOWER": "so"}]], {"_": {"seen_here": True}})
    assert not attributes.can_remember(ruler)
    Token.remove_extension("seen_here")


@pytest.mark.parametrize(
    "pattern",
    [
        {"LOWER": {"IN": ["so", "on"]}},
        {"LOWER": {"NOT_IN": ["so", ""]}},
        {"LOWER": {"REGEX": "^.o$"}, "IS_SPACE": False},
        {"LOWER": {"IN": [], "REGEX": "^.o$"}},
        {"IS_SPACE": True},
        {},
    ],
)
def test_patterns_of_one_token_are_answered_as_by_spacy(pattern: dict[str, object]) -> None:
    """In all ways that are known here."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[pattern], [{"LOWER": "and"}]], {"LEMMA": "found"})
    assert asked.is_plain(pattern)
    reader = attributes.AttributeReader(ruler)
    assert not len(reader.other)
    for text in ("go on  and so on", "So be it\n\nthen"):
        one, other = ruler(nlp.make_doc(text)), reader(nlp.make_doc(text))
        assert [t.lemma_ for t in one] == [t.lemma_ for t in other]


def test_a_lemmatizer_that_asks_for_more_is_left_alone(stock: Language) -> None:
    """One by a table of words, or of another kind."""
    assert lemmas.has_rules(stock.get_pipe("lemmatizer"))
    nlp = spacy.blank("en")
    assert not lemmas.has_rules(nlp.add_pipe("lemmatizer", config={"mode": "lookup"}))
    assert not lemmas.has_rules(nlp.add_pipe("attribute_ruler"))


def test_known_lemmas_stay_and_forms_are_told_apart(
    quick: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when nothing is remembered."""
    reader = quick.get_pipe("timeline_lemmas")
    words, parts = ["saw", "saw", "left", "leaves"], ["VERB", "NOUN", "VERB", "NOUN"]
    for most in (lemmas.MOST, 1):
        monkeypatch.setattr(lemmas, "MOST", most)
        doc = Doc(quick.vocab, words=words, pos=parts, lemmas=["", "", "given", ""])
        assert [token.lemma_ for token in reader(doc)] == ["see", "saw", "given", "leaf"]


def test_given_entities_stay(stock: Language, quick: Language) -> None:
    """What spaCy's own recognizer makes of them."""
    found = []
    for nlp in (stock, quick):
        doc = nlp.make_doc("On Monday Marie Curie went to Paris with Pierre.")
        doc.set_ents([Span(doc, 2, 3, "ORG")], default="missing")
        found.append([(ent.text, ent.label_) for ent in nlp(doc).ents])
    assert found[0] == found[1]
    assert ("Marie", "ORG") in found[1]


def test_a_recognizer_that_searches_is_left_alone(stock: Language) -> None:
    """Its steps hang on more than these words."""
    recognizer = stock.get_pipe("ner")
    assert entities.make_entity_reader(recognizer) is not None
    recognizer.cfg["beam_width"] = 4
    try:
        assert entities.make_entity_reader(recognizer) is None
    finally:
        recognizer.cfg["beam_width"] = 1
    assert entities.make_entity_reader(stock.get_pipe("parser")) is None


def test_vectors_do_not_depend_on_the_neighbours(quick: Language, texts: list[str]) -> None:
    """To the last bit, so that no decision can."""
    together = list(quick.pipe(texts))
    for text, doc in zip(texts, together, strict=True):
        assert np.array_equal(quick(text).tensor, doc.tensor)


def test_vectors_do_not_depend_on_what_was_read_before(
    quick: Language, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor on whether it is remembered."""
    remembered = [doc.tensor for doc in quick.pipe(texts)]
    monkeypatch.setattr(word_vectors, "MOST", 0)
    for node in quick.get_pipe("tok2vec").model.walk():
        if node.name == "word_vectors":
            node._func._met.clear()
    for text, tensor in reversed(list(zip(texts, remembered, strict=True))):
        assert np.array_equal(quick(text).tensor, tensor)


def test_a_row_is_multiplied_alike_wherever_it_stands() -> None:
    """As numpy multiplies, but for the last digits."""
    numbers = np.random.default_rng(1)
    weights = numbers.standard_normal((288, 576)).astype(np.float32)
    rows = numbers.standard_normal((50, 576)).astype(np.float32)
    ops = products.RowByRow(use_blis=False)
    whole = ops.gemm(rows, weights, trans2=True)
    assert np.allclose(whole, rows @ weights.T, atol=1e-3)
    for size in (1, 3, 17, 49):
        assert np.array_equal(ops.gemm(rows[-size:], weights, trans2=True), whole[-size:])


def test_the_number_of_threads_comes_back() -> None:
    """Numpy's own users keep theirs."""
    threads = products.find_threads()
    if threads is None:
        pytest.skip("numpy is not linked to OpenBLAS here")
    get, _ = threads
    before = get()
    with products.one_thread():
        assert get() == 1
    assert get() == before

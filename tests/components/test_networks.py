"""The sped-up word networks: the same parses as spaCy's own, whoever else is in the batch."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language

from timeline.components import networks
from timeline.pipeline import DEFAULT_MODEL

COLUMNS = ["HEAD", "DEP", "TAG", "POS", "LEMMA", "ENT_TYPE", "ENT_IOB", "SENT_START"]


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
    return [path.read_text(encoding="utf-8") for path in sorted(data.glob("*.txt"))]


def test_parses_are_those_of_spacy(stock: Language, quick: Language, texts: list[str]) -> None:
    """Also of no text and of one word."""
    texts = [*texts, "", "Stop"]
    for one, other in zip(stock.pipe(texts), quick.pipe(texts), strict=True):
        assert np.array_equal(one.to_array(COLUMNS), other.to_array(COLUMNS))


def test_both_networks_that_read_words_are_sped_up(quick: Language) -> None:
    """Else the test before shows nothing."""
    if networks.find_threads() is None:
        pytest.skip("numpy is not linked to OpenBLAS here")
    found = [
        name
        for name in ("tok2vec", "ner")
        if any(node.name == "apart" for node in quick.get_pipe(name).model.walk())
    ]
    assert found == ["tok2vec", "ner"]


def test_vectors_do_not_depend_on_the_neighbours(quick: Language, texts: list[str]) -> None:
    """To the last bit, so that no decision can."""
    together = list(quick.pipe(texts))
    for text, doc in zip(texts, together, strict=True):
        assert np.array_equal(quick(text).tensor, doc.tensor)


def test_the_number_of_threads_comes_back() -> None:
    """Numpy's own users keep theirs."""
    threads = networks.find_threads()
    if threads is None:
        pytest.skip("numpy is not linked to OpenBLAS here")
    get, _ = threads
    before = get()
    with networks.one_thread():
        assert get() == 1
    assert get() == before

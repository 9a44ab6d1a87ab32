"""Where sentences must begin, whatever the parser thinks."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from timeline.components.sentences import MOST, mark_sentences

VOCAB = spacy.blank("en").vocab


def starts(words: list[str], edges: tuple[int, ...] = (), ends: tuple[int, ...] = ()) -> list[int]:
    doc = Doc(VOCAB, words=words)
    offsets = [token.idx for token in doc]
    mark_sentences(doc, {offsets[i] for i in edges}, {offsets[i] for i in ends})
    return [token.i for token in doc if token.i and token.is_sent_start]


def test_a_block_begins_a_sentence() -> None:
    assert starts(["He", "left", "She", "came"], edges=(0, 2)) == [2]


def test_a_row_of_a_table_begins_behind_the_blanks_of_its_bars() -> None:
    words = ["fell", "  \n  ", "It", "rose"]
    doc = Doc(VOCAB, words=words, spaces=[False] * 4)
    mark_sentences(doc, {0, doc[1].idx + 3}, {doc[1].idx + 2})
    assert [token.i for token in doc if token.i and token.is_sent_start] == [2]


@pytest.mark.parametrize("count", [1, MOST, MOST + 1, 3 * MOST])
def test_a_flood_is_cut(count: int) -> None:
    assert starts(["may"] * count) == list(range(MOST, count, MOST))


def test_a_flood_of_full_stops_is_cut() -> None:
    assert starts(["."] * (2 * MOST + 5)) == [2 * MOST]


def test_it_is_cut_behind_a_full_stop() -> None:
    words = ["may"] * (MOST + 50)
    words[MOST - 20] = "."
    assert starts(words) == [MOST - 19]


def test_a_block_is_counted_for_itself() -> None:
    assert starts(["may"] * (MOST + 50), edges=(100,)) == [100]


@pytest.mark.parametrize("closer", ['"', ")", "\n"])
def test_a_quote_that_closes_goes_with_its_full_stop(closer: str) -> None:
    words = ["may"] * (MOST + 50)
    words[MOST - 20 : MOST - 18] = [".", closer]
    assert starts(words) == [MOST - 18]


def test_the_blanks_behind_a_block_begin_nothing() -> None:
    doc = Doc(VOCAB, words=["He", "left", "\n", "She", "came"])
    offsets = [token.idx for token in doc]
    mark_sentences(doc, {offsets[3]}, {offsets[2]})
    assert [token.is_sent_start for token in doc][2:] == [False, True, False]


def test_only_a_sign_or_a_blank_lets_a_sentence_begin() -> None:
    doc = Doc(VOCAB, words=["In", "May", "she", ",", "Ada", ".", "Vik", " ", "left"])
    mark_sentences(doc, set(), set())
    maybe = [token.text for token in doc if token.i and token.is_sent_start is None]
    assert maybe == ["Ada", "Vik", "left"]


def test_an_hour_may_end_a_sentence() -> None:
    assert starts("It rang at 3 a.m. Two officers came .".split()) == [5]
    assert starts("It rang at 3 a.m. on Friday .".split()) == []
    # A stamp does not: it is of what follows.
    assert starts("3:30 p.m. Two officers came .".split()) == []
    assert starts("He came . At 3 a.m. Two officers came .".split()) == []
    assert starts(["He", "rang", "\n", "3:30", "p.m.", "Two", "officers", "came"]) == []


def test_the_parser_says_whether_a_name_behind_an_hour_begins_a_sentence() -> None:
    doc = Doc(VOCAB, words="It rang at 3 a.m. Friday .".split())
    mark_sentences(doc, (), ())
    assert doc[5].is_sent_start is None
    assert doc[4].is_sent_start is False

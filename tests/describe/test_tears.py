"""Mending a torn tree ends, whatever the parser made."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from timeline.describe.parse import Parse
from timeline.describe.tears import mend_clauses

VOCAB = spacy.blank("en").vocab
WORDS = {
    "Prices": "NOUN NNS",
    "fell": "VERB VBD",
    "reported": "VERB VBD",
    "issued": "VERB VBN",
    "since": "ADP IN",
    "that": "SCONJ IN",
    "which": "PRON WDT",
    "by": "ADP IN",
    "Vik": "PROPN NNP",
    ",": "PUNCT ,",
}
LEMMAS = {"reported": "report", "fell": "fall", "issued": "issue"}
DEPS = ["nsubj", "dobj", "prep", "pobj", "acl", "advcl", "appos", "conj", "ccomp", "punct", "dep"]


def make(words: list[str], heads: list[int], deps: list[str]) -> Doc:
    parts = [WORDS[word].split() for word in words]
    return Doc(
        VOCAB,
        words=words,
        heads=heads,
        deps=deps,
        pos=[pos for pos, _ in parts],
        tags=[tag for _, tag in parts],
        lemmas=[LEMMAS.get(word, word.lower()) for word in words],
    )


def is_tree(parse: Parse) -> bool:
    for i in range(len(parse)):
        above, steps = i, 0
        while parse.head[above] != above and steps <= len(parse):
            above, steps = parse.head[above], steps + 1
        if steps > len(parse):
            return False
    kids = sorted(kid for below in parse.kids for kid in below)
    return kids == [i for i in range(len(parse)) if parse.head[i] != i]


def test_a_speaker_that_is_not_there() -> None:
    parse = Parse(make(["Prices", "fell", "reported", ","], [1, 1, 1, 1],
                       ["nsubj", "ROOT", "advcl", "punct"]))  # fmt: skip
    mend_clauses(parse)
    assert parse.dep[2] == "advcl" and is_tree(parse)


def test_a_noun_at_the_very_end_has_no_verb_behind_it() -> None:
    parse = Parse(make(["Prices", "fell", "since", "Vik"], [1, 1, 1, 2],
                       ["nsubj", "ROOT", "prep", "pobj"]))  # fmt: skip
    mend_clauses(parse)
    assert parse.dep[2:] == ["prep", "pobj"] and is_tree(parse)


@settings(deadline=1000)
@given(st.data())
def test_any_tree_stays_a_tree(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 12))
    words = data.draw(st.lists(st.sampled_from(list(WORDS)), min_size=size, max_size=size))
    # A token hangs on one that was there before: never a circle.
    order = data.draw(st.permutations(range(size)))
    heads, deps = [order[0]] * size, ["ROOT"] * size
    for place, token in enumerate(order[1:], 1):
        heads[token] = order[data.draw(st.integers(0, place - 1))]
        deps[token] = data.draw(st.sampled_from(DEPS))
    parse = Parse(make(words, heads, deps))
    mend_clauses(parse)
    assert is_tree(parse)

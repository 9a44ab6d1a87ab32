"""What a title loses with each branch that it leaves out: nothing, much, or all that it says.

About 0.1 is decoration, 0.3 a circumstance, 0.6 what most readers would miss. None is what a
statement cannot lose.
"""

from __future__ import annotations

from collections.abc import Collection

from .labels import SUBJECTS, VERBAL
from .parse import Parse
from .people import PERSON_ENDINGS, PERSONS, RANKS
from .price_clauses import BARE, EMPTY, MISSED, of_clause, of_joined, of_participle, of_relative
from .spare import (
    CARRYING,
    CHANGING,
    CIRCUMSTANCE,
    COMPLETING,
    QUANTITIES,
    SLIGHT,
    WHOLE,
    is_singled_out,
)
from .tears import SPEAKING
from .valency import NOUNS, VERBS

# How branches hang that have a price, or are words before a person's name.
BRANCHES = frozenset({"acl", "advcl", "advmod", "agent", "amod", "appos", "attr", "compound",
                      "conj", "det", "intj", "meta", "nmod", "npadvmod", "parataxis", "predet",
                      "prep", "relcl"})  # fmt: skip
WHERE = frozenset({"GPE", "LOC", "FAC"})
DEFINING = 0.9
TAKEN = 0.75  # what a noun says nothing without, as a rule: "a call to stop", "ties to the party"
COUNTING = frozenset({"certain", "different", "many", "much", "other", "same", "several"})
DEGREES = frozenset({"as", "least", "less", "more", "most", "so", "too"})
DIRECTIONS = frozenset("""
aboard across ashore aside behind by down downhill forth forward home in inside off on onward out
outside over overboard past under underground up upstairs
""".split())  # fmt: skip
AHEAD = frozenset({"ahead", "away", "back", "up"})


def price(parse: Parse, t: int, inside: Collection[int]) -> float | None:
    """Return what the branch at token t is worth in a title of the tokens `inside`."""
    cost = _price(parse, t, inside)
    if cost is not None and cost < DEFINING and _defines(parse, t):
        return DEFINING
    return cost


def _defines(parse: Parse, t: int) -> bool:
    """Tell whether a branch is all that says which one "the demand" is, or "the two"."""
    head = parse.head[t]
    if parse.dep[t] not in ("prep", "acl", "relcl") or parse.pos[head] != "NOUN":
        return False
    first = parse.subtree(t)[0]
    before = [k for k in parse.kids[head] if k < head]
    if first != head + 1 or not before or parse.lower[before[0]] != "the":
        return False
    return len(before) == 1 or (_names(parse, t) and not any(_names(parse, k) for k in before))


def _names(parse: Parse, t: int) -> bool:
    """Tell whether a branch holds a name."""
    return any(parse.pos[k] == "PROPN" for k in parse.subtree(t))


def _price(parse: Parse, t: int, inside: Collection[int]) -> float | None:
    head, dep = parse.head[t], parse.dep[t]
    verbal = parse.pos[head] in VERBAL
    if dep == "prep":
        return _of_phrase(parse, t, head, inside)
    if dep == "agent":
        return TAKEN
    if dep == "advmod":
        return _of_adverb(parse, t, head)
    if dep == "amod":
        return _of_adjective(parse, t, head)
    if dep == "compound" and parse.entity[t] and parse.pos[head] == "NOUN" and t < head:
        return (
            0.8 if parse.lower[t - 1] != "the" and parse.entity[head] != parse.entity[t] else None
        )
    if dep == "appos":
        if parse.entity[t] == "PERSON" and parse.entity[head] != "PERSON":
            return TAKEN  # "the minister, Ann Lee"
        return 0.15 if parse.pos[parse.subtree(t)[0] - 1] == "PUNCT" else None
    if dep == "relcl":
        return of_relative(parse, t, head)
    if dep == "acl":
        return of_participle(parse, t, head)
    if dep == "advcl":
        return of_clause(parse, t, head, inside)
    if dep == "conj":
        return of_joined(parse, t, head)
    if dep == "npadvmod":
        # "the maker Acme": a noun right behind its head is a part of the phrase
        return 0.25 if verbal and parse.subtree(t)[0] > head + 1 else None
    if dep == "attr" and parse.pos[parse.subtree(t)[0] - 1] == "PUNCT":
        return 0.15 if parse.child(head, "acomp") not in (None, t) else None
    if dep in ("parataxis", "intj", "meta"):
        return SLIGHT
    return 0.1 if dep == "predet" and parse.lower[t] not in ("half", "twice") else None


def last_resort(parse: Parse, t: int) -> float | None:
    """Return what a branch is worth where no line has room for all that `price` keeps."""
    dep, head = parse.dep[t], parse.head[t]
    if dep == "prep" and parse.pos[head] in VERBAL:
        return 1.8
    if dep == "prep" and parse.pos[head] == "NOUN" and parse.lower[t] == "of":
        if parse.lemma[head] in QUANTITIES:
            return None
        return 2.0 if _names(parse, t) else 1.5
    if dep == "acl":
        return 2.0 if parse.lemma[head].lower() in EMPTY else 1.5
    if dep == "conj" and parse.pos[head] in VERBAL:
        return 1.5
    return 1.8 if dep == "advcl" and parse.tag[t] == "VB" else None


def is_office(parse: Parse, t: int, name: int) -> bool:
    """Tell whether a word before a person's name is none of it: "Prime Minister"."""
    if parse.entity[name] != "PERSON" or parse.pos[name] != "PROPN" or t > name:
        return False
    if parse.dep[t] not in ("compound", "amod", "nmod", "det") or parse.entity[t] == "PERSON":
        return False
    title = parse.lower[t].endswith(PERSON_ENDINGS) or parse.lower[t] in PERSONS | RANKS
    beside = parse.pos[t] == "PROPN" and parse.entity[t + 1] == "PERSON"
    return title or not beside


def _of_phrase(parse: Parse, t: int, head: int, inside: Collection[int]) -> float | None:
    word, lemma = parse.lower[t], parse.lemma[head].lower()
    place = any(parse.entity[k] in WHERE for k in parse.kids[t])
    if parse.pos[head] in VERBAL:
        if word in ("until", "till") and parse.child(head, "neg") is not None:
            return None  # "would not be certified until the summer"
        if lemma == "be" and t == head + 1:
            return None  # "is in the interest of all to stop"
        if word == "of" or (lemma, word) in VERBS:
            return None
        if parse.lower[t - 1] in DIRECTIONS | AHEAD and parse.head[t - 1] == head == t - 2:
            return None  # "press ahead with", "look forward to"
        others = [k for k in parse.kids[head] if k in inside and k > head and k != t]
        full = any(parse.dep[k] in COMPLETING or parse.dep[k] in ("prep", "agent") for k in others)
        if not full and parse.dep[head] in ("acl", "relcl"):
            return None  # "which sits"
        if not full:
            passive = parse.child(head, "auxpass") is not None
            return (0.5 if passive or place else MISSED) if word in CIRCUMSTANCE else None
        if word in CIRCUMSTANCE:
            return 0.3 if place else SLIGHT
        return 0.7 if t == head + 1 else 0.45
    if parse.pos[head] in ("ADJ", "ADV", "ADP", "NUM") or parse.tag[head] in ("DT", "CD"):
        return None
    if word == "of":
        return None
    if word == "as" and any(parse.lower[k] == "such" for k in parse.kids[head]):
        return None
    if is_singled_out(parse, head):
        return WHOLE
    if (lemma, word) in NOUNS:
        return TAKEN
    first = parse.subtree(head)[0]
    if t == head + 1 == first + 2 and (parse.lower[first] in BARE or parse.tag[first] == "PRP$"):
        return MISSED  # "its forecast for growth"
    if parse.dep[head] in SUBJECTS:
        return 0.35
    return SLIGHT if word in CIRCUMSTANCE else 0.45


def _of_adverb(parse: Parse, t: int, head: int) -> float | None:
    if parse.lower[t] == "here":
        return 0.0
    if parse.pos[t] != "ADV":
        return None  # "more than doubled"
    if t > head and parse.lower[parse.subtree(t)[0] - 1] == ",":
        return 0.15
    if parse.tag[t] in ("WRB", "RBR", "JJR", "RBS") or parse.lower[t] in CARRYING:
        return None
    if parse.lower[t] in DIRECTIONS:
        return None
    if parse.pos[head] in VERBAL:
        return 0.05 if parse.lower[t].endswith("ly") or t < head else 0.15
    if parse.kids[t] or parse.entity[t] or parse.tag[head] == "JJS":
        return None
    return None if parse.pos[head] in ("NUM", "ADP", "SCONJ") else 0.1


def _of_adjective(parse: Parse, t: int, head: int) -> float | None:
    if parse.tag[t] not in ("JJ", "VBN", "VBG") or t > head or is_singled_out(parse, head):
        return None
    tokens = parse.subtree(t)
    if any(parse.dep[k] not in ("conj", "cc", "punct", "advmod") for k in tokens if k != t):
        hyphened = all(parse.end[k] == parse.start[k + 1] for k in tokens[:-1])
        if not hyphened or tokens[-1] != t:
            return None  # all but "scandal-hit"
    if any(parse.lower[k] in DEGREES for k in tokens):
        return None
    if tokens[-1] > head or parse.start[tokens[-1] + 1] == parse.end[tokens[-1]]:
        return None
    if parse.lower[t] in CHANGING or parse.lower[t] in COUNTING or not _leaves_article(parse, t):
        return None
    if parse.dep[tokens[-1] + 1] == "compound" and parse.pos[tokens[-1] + 1] == "NOUN":
        return 0.5  # "small scale farmers"
    if parse.entity[t] or parse.lower[t][:1] != parse.text[parse.start[t]]:
        return 0.9 if parse.dep[head] in SUBJECTS else MISSED
    first = parse.subtree(head)[0]
    if first == tokens[0] and parse.tag[head] == "NN":
        return None  # "green light", "public transport"
    return 0.3 if parse.lower[first] in BARE else SLIGHT


def _leaves_article(parse: Parse, t: int) -> bool:
    """Tell whether an "a" before a token fits the word behind it too."""
    tokens = parse.subtree(t)
    article = parse.lower[tokens[0] - 1]
    if article not in ("a", "an"):
        return True
    return (parse.lower[tokens[-1] + 1][:1] in "aeiou") == (article == "an")


def is_speaking_aside(parse: Parse, t: int) -> bool:
    """True for where, how and to whom something was said: what was said matters more."""
    head = parse.head[t]
    if parse.lemma[head] not in SPEAKING or parse.child(head, "ccomp") is None:
        return False
    return parse.dep[t] in ("prep", "npadvmod", "advmod", "advcl") and t > head


def lost(parse: Parse, wanted: Collection[int], kept: Collection[int]) -> float:
    """Return what a title of the tokens `kept` has lost of those `wanted`."""
    inside, whole = set(kept), set(wanted)
    loss = 0.0
    for t in whole - inside:
        head = parse.head[t]
        if head != t and head in inside and not is_office(parse, t, head):
            cost = price(parse, t, whole)
            if cost is None:
                cost = 0.9 if parse.dep[t] in ("prep", "conj", "acl", "relcl", "advcl") else 0.0
            loss += cost
    return loss

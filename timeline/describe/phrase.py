"""Noun phrases without what a title can spare: relative clauses, appositions, dates."""

from __future__ import annotations

from collections.abc import Sequence

from .labels import NOMINAL, VERBAL
from .parse import Parse
from .people import BODIES, is_person_noun

# What an apposition or a parenthesis follows.
BREAKS = frozenset({",", "(", "-", "--", "\u2013", "\u2014", "_"})
LONG = 5  # a participle with more words than this is dropped


def noun_phrase(
    parse: Parse, i: int, dating: frozenset[int], bar: int | None = None, brief: bool = True
) -> list[int]:
    """Return the phrase of the noun at token i; `bar` is a branch that must not be in it.

    Of "a leading lawyer, Ann Lee," it is the name. A `brief` one has no long participles.
    """
    i = _named_behind(parse, i) or i
    without = []
    todo = [i]
    while todo:
        token = todo.pop()
        for kid in parse.kids[token]:
            if kid in dating or kid == bar or is_aside(parse, kid, token, brief):
                without.append(kid)
            elif kid < i and parse.tag[kid] == "VBD":
                # No finite verb precedes its noun inside a phrase: the parser joined two clauses.
                without.append(kid)
            else:
                todo.append(kid)
    return without_empty_prepositions(parse, parse.subtree(i, without), dating)


def _named_behind(parse: Parse, i: int) -> int | None:
    """Return the person's full name that stands in commas behind a description of that person."""
    if parse.tag[i] not in ("NN", "NNP", "NNPS") or parse.lemma[i].lower() in BODIES:
        return None
    body = parse.entity[i] == "ORG"  # "the army (IDF) chief of staff Dan Levi": torn
    if not (is_person_noun(parse, i) or parse.entity[i] == "NORP" or body):
        return None
    for kid in parse.children(i, "appos"):
        first = parse.subtree(kid)[0]
        if body and parse.lower[first - 1] == ",":
            continue
        name = parse.entity[kid] == "PERSON" and parse.child(kid, "compound") is not None
        if name and (body or parse.lower[first - 1] in BREAKS) and parse.child(i, "conj") is None:
            return kid
    return None


def is_aside(parse: Parse, kid: int, head: int, brief: bool = True) -> bool:
    """Tell whether a branch inside a phrase can go; a `brief` phrase has no long participles."""
    dep = parse.dep[kid]
    if dep == "relcl" and parse.dep[head] in ("dobj", "attr") and _is_purpose(parse, kid):
        return False
    if dep == "relcl" and (
        _defines(parse, kid, head) or not (brief or _is_apart(parse, kid, head))
    ):
        return False
    if dep in ("relcl", "advcl", "parataxis", "meta") or parse.pos[kid] == "SPACE":
        return True
    if dep == "appos":
        return kid > 0 and any(parse.lower[t] in BREAKS for t in range(head + 1, kid))
    if dep == "acl" and any(parse.lower[k] == "that" for k in parse.children(kid, "mark")):
        return False  # "a memo that he would leave": what it says
    if dep == "acl":
        tokens = parse.subtree(kid)
        if parse.lower[parse.head[head]] == "with" and parse.dep[head] == "pobj":
            return False  # "with the index falling"
        after_comma = tokens[0] > 0 and parse.lower[tokens[0] - 1] == ","
        return after_comma or (brief and parse.tag[kid] in ("VBN", "VBG") and len(tokens) > LONG)
    if dep == "conj" and parse.pos[kid] in VERBAL:
        # A verb that "and" does not stand directly before would run on without it.
        before = parse.subtree(kid)[0] - 1
        own = parse.child(kid, "nsubj", "nsubjpass") is not None
        helped = parse.child(head, "auxpass") is not None and parse.tag[kid] == "VBN"
        own_words = ("aux", "auxpass", "dobj", "ccomp", "xcomp")
        if helped and parse.child(kid, *own_words) is None:
            return False  # "four were killed and 15 injured"
        return own or parse.dep[before] != "cc"
    if dep == "conj" and parse.pos[kid] in NOMINAL:
        # "two of them, Nikon and Philto, copied it"
        tokens = parse.subtree(kid)
        after = tokens[-1] + 1
        apart = parse.lower[tokens[0] - 1] == "," and parse.lower[after : after + 1] == [","]
        return apart and after + 1 < len(parse) and parse.pos[after + 1] in VERBAL
    if dep == "prep" and parse.lower[kid] == "with":
        # "with shops getting looted" is a statement of its own.
        noun = parse.child(kid, "pobj")
        return noun is not None and any(
            parse.child(k, "aux", "auxpass") is not None for k in parse.children(noun, "acl")
        )
    return dep == "prep" and parse.lower[kid] == "including"


def _is_purpose(parse: Parse, kid: int) -> bool:
    """Tell whether a relative clause is an infinitive: "a coalition to fight it"."""
    return parse.tag[kid] == "VB" and parse.lower[parse.subtree(kid)[0]] == "to"


def _is_apart(parse: Parse, kid: int, head: int) -> bool:
    """Tell whether a relative clause only adds to its noun, or hangs on one far before it."""
    first = parse.subtree(kid)[0]
    return parse.pos[first - 1] in ("PUNCT", "SPACE", "VERB", "AUX") or head > first


def _defines(parse: Parse, kid: int, head: int) -> bool:
    """Tell whether "the way" means nothing without "they live" behind it."""
    tokens = parse.subtree(kid)
    bare = [parse.lower[k] for k in parse.kids[head] if k < head] in (["the"], ["those"], ["all"])
    near = tokens[0] == head + 1 and len(tokens) <= LONG
    return near and bare and parse.pos[head] in ("NOUN", "PRON") and parse.head[head] < head


def without_empty_prepositions(
    parse: Parse, tokens: Sequence[int], dating: frozenset[int]
) -> list[int]:
    """Drop the prepositions that lost what they stood with to `dating`, and their modifiers."""
    bereft = [
        token
        for token in reversed(tokens)
        if parse.pos[token] in ("ADP", "SCONJ") and not dating.isdisjoint(parse.kids[token])
    ]
    if not bereft:
        return list(tokens)
    kept = set(tokens)
    for token in bereft:
        held = (k for k in parse.kids[token] if k > token and parse.dep[k] not in ("cc", "conj"))
        if not any(kid in kept for kid in held):
            kept.discard(token)
            kept.difference_update(k for k in parse.kids[token] if parse.dep[k] != "conj")
    return [token for token in tokens if token in kept]

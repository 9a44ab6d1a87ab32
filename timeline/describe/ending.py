"""Where a title that is too long may end: behind a statement that is whole without what follows.

English puts what matters first, so words are cut off the end before anything in the midst is.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence

from .datewords import FINITE
from .parse import Parse
from .spare import is_singled_out

# Branches that a statement is whole without.
LOOSE = frozenset({"acl", "advcl", "advmod", "appos", "cc", "npadvmod", "parataxis", "prep",
                   "punct", "relcl", "dep", "meta", "intj", "mark"})  # fmt: skip
COMPLETING = frozenset({"acomp", "attr", "ccomp", "dative", "dobj", "oprd", "pcomp", "prt",
                        "xcomp"})  # fmt: skip
# Where, when or why, not what or whom.
CIRCUMSTANCE = frozenset("""
after ahead along amid around as at because before by despite during following in including near
outside over since through throughout under until with within without
""".split())  # fmt: skip
# Verbs that say nothing without what they take by a preposition.
REQUIRED = {
    **dict.fromkeys(("add", "attribute", "commit", "dedicate", "devote", "limit", "link", "owe",
                     "relate", "restore", "return", "sentence", "subject"), "to"),
    **dict.fromkeys(("charge", "coincide", "entrust", "equip", "provide", "replace"), "with"),
    **dict.fromkeys(("ban", "bar", "distinguish", "exclude", "exempt", "protect"), "from"),
    **dict.fromkeys(("base", "blame", "impose", "insist"), "on"),
    **dict.fromkeys(("convert", "plunge", "transform", "turn"), "into"),
    **dict.fromkeys(("describe", "regard"), "as"),
}  # fmt: skip
OPEN = frozenset({"between", "among", "both", "either", "neither"})
SHARED = 0.6  # an object that loses what it is joined with
CLOSE = 0.5  # a phrase that says to whom, for what, on what
SLIGHT = 0.2
WHOLE = 1.0  # "the first president in Africa"
WORTH = 60  # characters that a whole point is worth
FEWEST = 3  # words of a title


def last_whole(
    parse: Parse, i: int, tokens: Sequence[int], longest: int, tail: int = 0
) -> tuple[int, float]:
    """Return how many of the tokens a title keeps and what it is worth.

    None are kept where no cut leaves a whole statement.

    The event is at token i; `tail` characters follow in any case.
    """
    place = tokens.index(i) + 1 if i in tokens else 1
    widths = []
    for length in itertools.accumulate(map(parse.room.__getitem__, tokens), initial=tail - 1):
        if length > longest:
            break
        widths.append(length)
    best, chosen = 0.0, 0
    torn = parse.facts(_is_torn_behind)
    cuts = range(min(len(widths), len(tokens)) - 1, max(place, FEWEST) - 1, -1)
    heads = [parse.head[t] for t in tokens]
    for p in cuts:
        if chosen and widths[p] <= best:
            break
        if torn[tokens[p - 1]] or not set(tokens[p:]).isdisjoint(heads[:p]):
            continue
        lost = _loss(parse, tokens[:p], tokens[p:])
        if lost is not None and (not chosen or widths[p] - WORTH * lost > best):
            best, chosen = widths[p] - WORTH * lost, p
    return chosen, best


def _is_torn_behind(parse: Parse, last: int) -> bool:
    """Tell whether a token cannot be the last one of a statement."""
    if parse.pos[last] in ("ADP", "DET", "CCONJ", "SCONJ", "PART") and parse.dep[last] != "prt":
        return True
    if parse.pos[last] == "ADJ" and parse.dep[last] in ("amod", "dobj", "pobj"):
        return True
    return parse.dep[last] == "acl" and parse.tag[last] in ("VBN", "VBG")


def _loss(parse: Parse, kept: Sequence[int], gone: Iterable[int]) -> float | None:
    """What a cut costs, None where it tears a statement."""
    inside = set(kept)
    lost = 0.0
    for t in gone:
        head = parse.head[t]
        if head not in inside or head == t:
            continue
        if parse.dep[t] == "conj" and _is_as_clause(parse, t, head, kept):
            return None
        cost = _cost(parse, t, head, inside)
        if cost is None:
            return None
        lost += cost
    return lost


def _is_as_clause(parse: Parse, t: int, head: int, kept: Sequence[int]) -> bool:
    """True for "sank as powers appeared", where the parser took "appeared" for one more verb."""
    if parse.tag[t] not in FINITE or parse.child(t, "nsubj", "nsubjpass") is not None:
        return False
    joined = any(head < k < t for k in parse.children(head, "cc"))
    return not joined and any(
        parse.lower[k] in ("as", "after", "before") and k > head for k in kept
    )


def _cost(parse: Parse, t: int, head: int, inside: Collection[int]) -> float | None:
    dep = parse.dep[t]
    if dep == "conj":
        return _cost_of_joined(parse, t, head)
    if dep == "agent":
        return CLOSE
    if dep == "xcomp" and parse.dep[head] in ("acl", "relcl") and parse.tag[head] == "VBN":
        return SLIGHT  # "a man named by the party to lead it"
    if dep not in LOOSE:
        return None
    if dep == "appos" and parse.pos[t - 1] != "PUNCT":
        first = parse.subtree(t)[0]
        return None if parse.pos[first - 1] != "PUNCT" else 0.0
    if dep == "prep":
        return _cost_of_phrase(parse, t, head, inside)
    if dep == "advcl" and parse.tag[t] == "VB" and parse.lower[t - 1] == "to":
        return CLOSE if parse.pos[head] in ("VERB", "AUX") else SLIGHT
    if parse.pos[head] in ("ADJ", "ADV") and dep in ("npadvmod", "advcl"):
        return None  # "worth 400 dollars"
    if dep == "advmod":
        return 0.0 if parse.pos[head] in ("VERB", "AUX") else SLIGHT
    if dep in ("acl", "relcl") and parse.pos[t - 1] != "PUNCT":
        first = parse.subtree(head)[0]
        bare = parse.lower[first] in ("the", "those", "that") or first == head
        return CLOSE if bare else SLIGHT
    return 0.0


def _cost_of_joined(parse: Parse, t: int, head: int) -> float | None:
    if parse.pos[head] in ("VERB", "AUX"):
        return 0.0
    first = head
    while parse.dep[first] == "conj":
        first = parse.head[first]
    if parse.dep[first] == "pobj" and parse.lower[parse.head[first]] in OPEN:
        return None
    if parse.child(first, "preconj") is not None:
        return None
    if parse.child(t, "prep") is not None and parse.child(head, "prep") is None:
        return None  # "the import and sale of birds"
    return SHARED if parse.pos[t] != "ADJ" else None


def _cost_of_phrase(parse: Parse, t: int, head: int, inside: Collection[int]) -> float | None:
    word = parse.lower[t]
    if word == "of" or word == REQUIRED.get(parse.lemma[head]):
        return None
    if parse.pos[head] not in ("VERB", "AUX"):
        if parse.pos[head] in ("ADJ", "ADV", "ADP", "NUM"):
            return None
        if is_singled_out(parse, head):
            return WHOLE
        return SLIGHT if word in CIRCUMSTANCE else CLOSE
    others = [k for k in parse.kids[head] if k in inside and k > head]
    if not any(parse.dep[k] in COMPLETING or parse.dep[k] in ("prep", "agent") for k in others):
        return None if word not in CIRCUMSTANCE else 1.0
    return SLIGHT if word in CIRCUMSTANCE else CLOSE

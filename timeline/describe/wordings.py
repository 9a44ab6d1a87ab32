"""Other ways to tell an event than by its own clause, longer and closer to the text.

What a clause leaves unsaid its sentence often says: "they agreed" below "officials said", a
"report released" below what it reports. Each wording keeps the text's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .clause import CONNECTIVES
from .context import verb_above
from .datewords import FINITE
from .parse import Parse
from .phrase import VERBAL, without_empty_prepositions

HIGHEST = 5  # verbs above an event that are looked at
FAR = 0.25  # how much less each of them is liked than the one below
WHOLE = 0.25
OPENING = frozenset({"mark", "cc", "preconj", "intj", "meta"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Tokens that may tell an event, the verb (or noun) they turn on, and how far it is."""

    tokens: list[int]
    turns_on: int
    cost: float


def whole_clauses(parse: Parse, i: int, dating: frozenset[int]) -> Iterator[Wording]:
    """Yield all that hangs on the event's verb, then on the verb above it, up to the sentence."""
    verb: int | None = i if parse.pos[i] in VERBAL else verb_above(parse, i)
    cost = WHOLE
    for _ in range(HIGHEST):
        if verb is None:
            return
        if parse.dep[verb] not in ("relcl", "acl", "xcomp", "pcomp", "amod") and _stands(
            parse, verb
        ):
            tokens = whole_clause(parse, verb, i, dating)
            if tokens:
                yield Wording(tokens, verb, cost)
        verb = verb_above(parse, verb)
        cost += FAR


def _stands(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is tensed and has a subject of its own."""
    helpers = parse.children(verb, "aux", "auxpass")
    tensed = parse.tag[verb] in FINITE or any(parse.tag[k] in (*FINITE, "MD") for k in helpers)
    return tensed and parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None


def whole_clause(parse: Parse, verb: int, i: int, dating: frozenset[int]) -> list[int]:
    """Return what hangs on a verb without its dates, its joints and later clauses of their own."""
    without = parse.of_sentence(verb, dating)
    for kid in parse.kids[verb]:
        opens = parse.dep[kid] in OPENING and kid < verb
        opens = opens or (parse.dep[kid] == "advmod" and parse.lower[kid] in CONNECTIVES)
        joined = parse.dep[kid] in ("conj", "parataxis") and i not in parse.subtree(kid)
        if opens or (joined and parse.child(kid, "nsubj", "nsubjpass") is not None):
            without.add(kid)
            if joined:
                without.update(k for k in parse.children(verb, "cc") if k < kid)
    for t in parse.subtree(verb, without):
        # "which had stood for ninety years" says nothing without its years.
        behind = [k for k in parse.kids[t] if k > t]
        spare = parse.dep[t] == "relcl" and behind and i not in parse.subtree(t)
        if spare and all(_only_dates(parse, k, dating) for k in behind):
            without.add(t)
    tokens = parse.subtree(verb, without)
    return without_empty_prepositions(parse, tokens, dating)


def _only_dates(parse: Parse, branch: int, dating: frozenset[int]) -> bool:
    below = [t for t in parse.subtree(branch) if parse.pos[t] not in ("PUNCT", "SPACE", "ADP")]
    return all(t in dating for t in below)

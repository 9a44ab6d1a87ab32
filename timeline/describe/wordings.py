"""Other ways to tell an event than by its own clause, longer and closer to the text.

What a clause leaves unsaid its sentence often says: "they agreed" below "officials said", a
"report released" below what it reports. Each wording keeps the text's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .context import verb_above
from .dated import has_own_date
from .datewords import FINITE
from .labels import SUBJECTS, VERBAL
from .parse import Parse
from .phrase import without_empty_prepositions
from .predicate import CONNECTIVES
from .tears import SPEAKING

HIGHEST = 3  # verbs above an event that are looked at
FAR = 0.25  # how much less each of them is liked than the one below
WHOLE = 0.25
SLICE = 0.3
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


def slices(parse: Parse, i: int, dating: frozenset[int]) -> Iterator[Wording]:
    """Yield the sentence's own words from where a clause around the event begins.

    No tree is asked what belongs to it: where the parser went wrong these are still English.
    """
    begin, end = parse.sentence[i], parse.sentence_end(i)
    end = _before_speaker(parse, i, end)
    starts: list[tuple[int, int]] = []
    if parse.dep[i] == "relcl" and parse.dep[parse.head[i]] == "pobj":
        # "the blast in the market which went off": whatever it was that did.
        noun = parse.head[parse.head[parse.head[i]]]
        if parse.pos[noun] == "NOUN" and noun < i:
            first, last = parse.subtree(noun)[0], parse.subtree(i)[-1]
            first += parse.lower[first] in ("the", "a", "an")
            tokens = [t for t in range(first, last + 1) if t not in dating]
            yield Wording(without_empty_prepositions(parse, tokens, dating), i, 0.0)
    verb: int | None = i if parse.pos[i] in VERBAL else verb_above(parse, i)
    top = i
    for _ in range(HIGHEST):
        if verb is None:
            break
        subject = parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj")
        relative = subject is not None and parse.tag[subject] in ("WDT", "WP")
        if subject is not None and not relative and _stands(parse, verb):
            helpers = parse.children(verb, "aux", "auxpass")
            first = min([parse.subtree(subject)[0], *helpers])  # "Had he come"
            if begin <= first <= i:
                starts.append((first, verb))
        top, verb = verb, verb_above(parse, verb)
    starts.append((begin, top))
    cost = SLICE
    for first, verb in dict(starts).items():
        asides = _dated_asides(parse, range(first, end), i, dating)
        without = {k for verb in asides for k in parse.subtree(verb)}
        tokens = [t for t in range(first, end) if not (t in dating or t in without)]
        tokens = [t for t in tokens if parse.pos[t] != "SPACE"]
        kept = without_empty_prepositions(parse, tokens, dating)
        if i in kept:
            yield Wording(kept, verb if verb in kept else i, cost)
        cost += FAR


def _before_speaker(parse: Parse, i: int, end: int) -> int:
    """Return where a sentence ends without the speaker put last: ", a witness said"."""
    verb = i
    while parse.head[verb] != verb:
        verb = parse.head[verb]
    said = parse.child(verb, "ccomp")
    if parse.lemma[verb] not in SPEAKING or said is None or said > verb:
        return end
    below = parse.subtree(said)
    last = below[-1] + 1
    return last if i in below and last < verb else end


def is_part_of(parse: Parse, i: int, verb: int) -> bool:
    """Tell whether an event has no statement of its own below a verb: one date is for both."""
    for _ in range(HIGHEST):
        if i == verb:
            return True
        if parse.pos[i] in VERBAL:
            own = parse.dep[i] in ("relcl", "conj", "ccomp", "acl", "parataxis")
            if own or is_tensed(parse, i):
                return False
        i = parse.head[i]
    return False


def is_tensed(parse: Parse, verb: int) -> bool:
    """Tell whether a verb or one that helps it has a tense."""
    helpers = parse.children(verb, "aux", "auxpass")
    return parse.tag[verb] in FINITE or any(parse.tag[k] in (*FINITE, "MD") for k in helpers)


def _stands(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is tensed and has a subject of its own."""
    return (
        is_tensed(parse, verb)
        and parse.child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None
    )


def whole_clause(parse: Parse, verb: int, i: int, dating: frozenset[int]) -> list[int]:
    """Return what hangs on a verb without its dates, its joints and later clauses of their own."""
    without = parse.of_sentence(verb, dating)
    for kid in parse.kids[verb]:
        opens = parse.dep[kid] in OPENING and kid < verb
        opens = opens or (parse.dep[kid] == "advmod" and parse.lower[kid] in CONNECTIVES)
        joined = parse.dep[kid] in ("conj", "parataxis") and i not in parse.subtree(kid)
        own = parse.child(kid, *SUBJECTS) is not None or has_own_date(parse, kid, dating)
        if opens or (joined and own):
            without.add(kid)
            if joined:
                without.update(k for k in parse.children(verb, "cc") if k < kid)
    without.update(_dated_asides(parse, parse.subtree(verb, without), i, dating))
    tokens = parse.subtree(verb, without)
    return without_empty_prepositions(parse, tokens, dating)


def _dated_asides(
    parse: Parse, tokens: Iterable[int], i: int, dating: frozenset[int]
) -> Iterator[int]:
    """Yield the verbs of "which had stood for ninety years": nothing without its years.

    And those of what happened at another time: "married in May [and moved in June]".
    """
    for t in tokens:
        joined = parse.dep[t] == "conj" and parse.pos[t] in VERBAL and parse.head[t] < t
        if joined and i not in parse.subtree(t) and has_own_date(parse, t, dating):
            yield t
            yield from (k for k in parse.children(parse.head[t], "cc") if k < t)
        if parse.dep[t] == "relcl":
            behind = [k for k in parse.kids[t] if k > t]
            dated = behind and all(_only_dates(parse, k, dating) for k in behind)
            if dated and i not in parse.subtree(t):
                yield t


def _only_dates(parse: Parse, branch: int, dating: frozenset[int]) -> bool:
    below = [t for t in parse.subtree(branch) if parse.pos[t] not in ("PUNCT", "SPACE", "ADP")]
    return all(t in dating for t in below)

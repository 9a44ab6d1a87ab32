"""The clause that an event's trigger stands in: who did it, what leads up to the trigger, the rest.

A clause is lists of token indices: subject, lead (the verbs that govern the trigger: "attempted
to"), predicate (the trigger with its complements). Each is in text order, and so are they when the
trigger has a subject of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .frame import OBJECTS, find_frame, is_relative
from .labels import ALL_SUBJECTS
from .parse import Parse
from .phrase import noun_phrase
from .predicate import find_predicate
from .relative import PRONOUNS, antecedent, relative_object

# "The way he looked at it": no object of "looked".
CIRCUMSTANCES = frozenset({"case", "day", "moment", "place", "reason", "time", "way", "year"})


@dataclass(slots=True)
class Clause:
    """Tokens of a clause by their place in it; `commas` are the punctuation that must stay."""

    subject: list[int]
    lead: list[int]
    predicate: list[int]
    front: list[int] = field(default_factory=list)
    commas: frozenset[int] = frozenset()

    def tokens(self) -> list[int]:
        """Return all tokens in the order in which the clause is read."""
        return [*self.front, *self.subject, *self.lead, *self.predicate]


def find_clause(parse: Parse, i: int, dating: frozenset[int]) -> Clause:
    """Return the clause of the verb (or copula) at token i without the tokens in `dating`."""
    own = parse.child(i, *ALL_SUBJECTS)
    predicate = find_predicate(parse, i, dating)
    named = parse.head[i]
    alone = parse.dep[i] == "relcl" and parse.head[named] == named and parse.pos[named] == "NOUN"
    if alone and own == named + 1 and parse.pos[own] == "PROPN":
        # "The ferry Aurelia capsized", the whole of its sentence: the name is the ferry's.
        whole = [*noun_phrase(parse, named, dating, bar=i), *noun_phrase(parse, own, dating)]
        return Clause(whole, [], [t for t in predicate if t > own])
    if own is None or is_relative(parse, own, i):
        subject, lead = find_frame(parse, i, dating, 0)
        above = parse.head[i]
        fronted = _fronted(parse, i, above)
        if fronted and parse.dep[above] == "relcl":
            lead = [*lead, *antecedent(parse, above, dating)]
            predicate = [t for t in predicate if t not in fronted]
        return Clause(_without_last_comma(parse, subject), lead, predicate)
    whole = noun_phrase(parse, own, dating, brief=False)
    subject = _without_last_comma(parse, whole)
    if parse.dep[i] == "relcl":
        after = [t for t in predicate if t > own]
        whens = (k for k in parse.kids[i] if k < own and parse.dep[k] == "prep")
        during = any(parse.tag[t] == "WDT" for k in whens for t in parse.kids[k])
        owned = any(parse.tag[t] == "WP$" for t in parse.subtree(own))  # "whose term ended"
        if during or owned or any(parse.tag[t] == "WRB" for t in parse.kids[i]):
            return Clause(subject, [], after)
        described = antecedent(parse, i, dating)
        if relative_object(parse, i) is not None:
            # "an extension, which they granted in writing": "they granted an extension in writing"
            verbs = [t for t in after if t <= i]
            return Clause(subject, [], [*verbs, *described, *(t for t in after if t > i)])
        below = parse.child(i, "xcomp")
        if below is not None and _fronted(parse, below, i):
            # "memoirs that she did not allow to be printed"
            kept = [t for t in after if t not in _fronted(parse, below, i)]
            # "the work that they hope to finish"
            turn = i if parse.child(below, "auxpass") is not None else below
            place = next((k for k, t in enumerate(kept) if t > turn), len(kept))
            return Clause(subject, [], [*kept[:place], *described, *kept[place:]])
        if below is not None and parse.tag[below] == "VB" and not parse.children(below, *OBJECTS):
            # "the projects that they will begin to build"
            place = next((k for k, t in enumerate(after) if t > below), len(after))
            return Clause(subject, [], [*after[:place], *described, *after[place:]])
        if parse.child(i, "ccomp", "xcomp") is not None:
            return Clause([*described, *subject], [], after)  # it may belong farther down
        if parse.lemma[parse.head[i]] in CIRCUMSTANCES:
            return Clause(subject, [], after)
        return Clause(subject, [], _with_object(parse, i, after, described))
    commas = frozenset(_comma_before(parse, own, i))
    front = [t for t in predicate if t < subject[0]]
    front += [t for t in commas if front and front[-1] < t < subject[0]]
    rest = [t for t in predicate if t > subject[0]]
    while rest and parse.pos[rest[0]] == "PUNCT":
        rest = rest[1:]
    return Clause(subject, [], rest, front, commas)


def _fronted(parse: Parse, i: int, above: int) -> list[int]:
    """Return the relative pronoun that stands before the verb above the one it belongs to."""
    if parse.dep[i] != "xcomp":
        return []
    return [k for k in parse.kids[i] if parse.tag[k] in PRONOUNS and k < above]


def _with_object(parse: Parse, i: int, after: list[int], described: list[int]) -> list[int]:
    """Put what a relative clause describes where it misses something: "you live in [the house]".

    Nowhere where it misses nothing: "the crisis they won the vote in spite of".
    """
    whole = parse.child(i, "dobj", "attr", "acomp") is not None
    for t in reversed(after):
        if parse.pos[t] == "ADP" and not parse.kids[t] and parse.dep[t] == "prep":
            place = after.index(t) + 1
            return [*after[:place], *described, *after[place:]]
    if whole or parse.child(i, "auxpass", "nsubjpass") is not None:
        return after
    place = next((k for k, t in enumerate(after) if t > i), len(after))
    return [*after[:place], *described, *after[place:]]


def _without_last_comma(parse: Parse, tokens: list[int]) -> list[int]:
    """Drop a comma at the end, unless it closes what another one opened inside the tokens."""
    last = len(tokens)
    while last and parse.lower[tokens[last - 1]] == ",":
        last -= 1
    open_ = any(t - 1 in tokens and t + 1 in tokens for t in tokens[:last] if parse.lower[t] == ",")
    return tokens[: last + 1] if open_ else tokens[:last]


def _comma_before(parse: Parse, subject: int, verb: int) -> list[int]:
    """Return the comma between a quotation put first and what follows, subject or verb."""
    quote = parse.child(verb, "ccomp")
    if quote is None or quote > verb:
        return []
    first = min(parse.subtree(subject)[0], verb)
    return [t for t in range(quote, first) if parse.lower[t] in (",", "?", "!")][-1:]

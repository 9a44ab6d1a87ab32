"""The clause that an event's trigger stands in: who did it, what leads up to the trigger, and the rest.

A clause is three lists of token indices, each in text order: subject, lead (the verbs that govern the
trigger: "attempted to") and predicate (the trigger with its complements).
"""

from __future__ import annotations

from dataclasses import dataclass

from .parse import Parse

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
# Prepositions that open an adjunct; below others a gerund completes the verb ("engaged in repelling").
ADJUNCT_PREPOSITIONS = frozenset(
    {"after", "before", "by", "despite", "since", "upon", "when", "while", "without"}
)
OPENING_QUOTES = frozenset({'"', "``", "\u201c", "'", "`", "\u2018"})
# Branches of a verb that are clauses of their own.
CLAUSES = frozenset({"advcl", "parataxis", "mark", "intj", "meta", "dep", "csubj", "csubjpass"})
CONNECTIVES = frozenset(
    """
accordingly additionally afterwards again also anyway besides consequently finally first furthermore
hence however indeed instead later likewise meanwhile moreover nevertheless nonetheless now otherwise
second similarly so soon still subsequently then therefore though thus too yet when where why how
""".split()
)


@dataclass(slots=True)
class Clause:
    """Tokens of a clause by their place in it."""

    subject: list[int]
    lead: list[int]
    predicate: list[int]

    def tokens(self) -> list[int]:
        """Return all tokens in the order in which the clause is read."""
        return [*self.subject, *self.lead, *self.predicate]


def find_clause(parse: Parse, i: int, dating: frozenset[int]) -> Clause:
    """Return the clause of the verb (or copula) at token i without the tokens in `dating`."""
    subject, lead = _frame(parse, i, dating, 0)
    predicate = find_predicate(parse, i, dating)
    if subject and not lead and predicate and predicate[0] < subject[0] and subject[-1] < i:
        # What was put before the subject stays there: "In Almaty alone, seven stores were captured".
        front = [t for t in predicate if t < subject[0]]
        return Clause([*front, *subject], [], predicate[len(front) :])
    return Clause(subject, lead, predicate)


def noun_phrase(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """Return the phrase of the noun at token i without relative clauses, appositions and dates."""
    without = []
    todo = [i]
    while todo:
        token = todo.pop()
        for kid in parse.kids[token]:
            if kid in dating or _is_aside(parse, kid, token):
                without.append(kid)
            else:
                todo.append(kid)
    return _without_empty_prepositions(parse, parse.subtree(i, without), dating)


def find_predicate(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """Return the verb at token i with its auxiliaries and complements, without clauses that hang on it."""
    without = set(dating)
    for kid in parse.kids[i]:
        if _leaves_clause(parse, kid, i):
            without.add(kid)
    todo = [kid for kid in parse.kids[i] if kid not in without]
    while todo:
        token = todo.pop()
        for kid in parse.kids[token]:
            if kid not in without:
                if _is_aside(parse, kid, token):
                    without.add(kid)
                else:
                    todo.append(kid)
    return _without_empty_prepositions(parse, parse.subtree(i, without), dating)


def _frame(parse: Parse, i: int, dating: frozenset[int], depth: int) -> tuple[list[int], list[int]]:
    """Return the subject of the verb at token i, its own or borrowed, and the verbs that lead up to it."""
    own = parse.child(i, *SUBJECTS)
    dep, head = parse.dep[i], parse.head[i]
    if own is not None:
        if parse.lower[own] in RELATIVES and dep == "relcl":
            return noun_phrase(parse, head, dating), []
        return noun_phrase(parse, own, dating), []
    if depth > 6 or head == i:
        return _stray_subject(parse, i, dating), []
    if dep == "conj" and parse.pos[head] in VERBAL:
        subject, lead = _frame(parse, head, dating, depth + 1)
        shared = parse.children(head, "aux", "auxpass", "neg")
        if shared and not parse.child(i, "aux", "auxpass") and parse.tag[i] == parse.tag[head]:
            lead = [*lead, *shared]
        return subject, lead
    if dep in ("xcomp", "ccomp", "acomp", "oprd") and (
        parse.pos[head] in VERBAL or parse.pos[head] == "ADJ"
    ):
        subject, lead = _frame(parse, head, dating, depth + 1)
        if dep == "ccomp" and parse.tag[i] != "VBG":
            return subject, []
        return subject, [*lead, *_upto(parse, head, i, dating)]
    if dep == "pcomp":
        return _below_preposition(parse, i, dating, depth)
    if dep in ("acl", "relcl") and parse.pos[head] in NOMINAL:
        return noun_phrase(parse, head, dating), []
    if dep == "advcl":
        return _frame(parse, head, dating, depth + 1)[0], []
    return _stray_subject(parse, i, dating), []


def _below_preposition(
    parse: Parse, i: int, dating: frozenset[int], depth: int
) -> tuple[list[int], list[int]]:
    """A gerund below a preposition: "engaged in repelling", "charges of conspiring", "after leaving"."""
    preposition = parse.head[i]
    above = parse.head[preposition]
    if parse.pos[above] in VERBAL or parse.pos[above] == "ADJ":
        subject, lead = _frame(parse, above, dating, depth + 1)
        if parse.lower[preposition] in ADJUNCT_PREPOSITIONS:
            return subject, []
        return subject, [*lead, *_upto(parse, above, i, dating)]
    if parse.pos[above] in NOMINAL and above < preposition:
        return [], [t for t in noun_phrase(parse, above, dating) if t < i]
    return [], []


def _upto(parse: Parse, verb: int, stop: int, dating: frozenset[int]) -> list[int]:
    """Return the predicate of a governing verb as far as the token at which the governed one begins."""
    begin = min((k for k in parse.subtree(stop) if k <= stop), default=stop)
    subject = parse.child(verb, *SUBJECTS)
    first = subject if subject is not None and subject < verb else -1
    return [t for t in find_predicate(parse, verb, dating) if first < t < begin]


def _stray_subject(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """A noun phrase before a finite verb that the parser did not call its subject."""
    finite = parse.tag[i] in ("VBD", "VBZ", "VBP") or any(
        parse.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in parse.children(i, "aux", "auxpass")
    )
    if finite:
        for kid in parse.kids[i]:
            if kid < i and kid not in dating and parse.pos[kid] in NOMINAL:
                return noun_phrase(parse, kid, dating)
    return []


def _leaves_clause(parse: Parse, kid: int, verb: int) -> bool:
    """Tell whether a child of a verb is not part of its own statement."""
    dep = parse.dep[kid]
    if dep in SUBJECTS or dep in CLAUSES or dep in ("preconj", "cc"):
        return True
    if dep == "conj":
        return True
    if kid > verb:
        return dep == "advmod" and parse.lower[kid] in CONNECTIVES
    if dep == "advmod":
        return parse.lower[kid] in CONNECTIVES or parse.lower[kid + 1] == ","
    if dep == "prep":
        return not _is_short_place(parse, kid)
    if parse.pos[kid] in NOMINAL and dep in ("npadvmod", "nmod", "dative"):
        return True
    return False


def _is_short_place(parse: Parse, preposition: int) -> bool:
    tokens = parse.subtree(preposition)
    return len(tokens) <= 5 and any(parse.entity[t] in ("GPE", "LOC", "FAC") for t in tokens)


def _is_aside(parse: Parse, kid: int, head: int) -> bool:
    """Tell whether a branch inside a phrase can go: relative clauses, appositions, parentheses, long participles."""
    dep = parse.dep[kid]
    if dep in ("relcl", "advcl", "parataxis", "meta"):
        return True
    if dep == "appos":
        return parse.lower[kid - 1] in (",", "(", "-", "--", "\u2013", "\u2014") if kid else False
    if dep == "acl":
        first = parse.subtree(kid)[0]
        return (
            (first > 0
            and parse.lower[first - 1] == ",")
            or (parse.tag[kid] in ("VBN", "VBG")
            and (len(parse.subtree(kid)) > 5))
        )
    if (
        (dep == "cc"
        and parse.pos[head] in VERBAL)
        or (dep == "conj"
        and (parse.pos[kid] in VERBAL and parse.child(kid, "nsubj", "nsubjpass") is not None))
    ):
        return True
    return parse.pos[kid] == "SPACE"


def _without_empty_prepositions(
    parse: Parse, tokens: list[int], dating: frozenset[int]
) -> list[int]:
    """Drop the prepositions and modifiers that lost what they stood with to `dating`."""
    kept = set(tokens)
    for token in reversed(tokens):
        if parse.pos[token] == "ADP" and any(k in dating for k in parse.kids[token]):
            if not any(k in kept for k in parse.kids[token] if k > token):
                kept.discard(token)
                kept.difference_update(k for k in parse.kids[token])
    return [t for t in tokens if t in kept]

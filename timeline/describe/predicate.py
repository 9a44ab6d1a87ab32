"""What a verb is told with: its auxiliaries and complements, and no other clause."""

from __future__ import annotations

from .datewords import FINITE
from .governing import is_alternative, is_gapped
from .labels import ALL_SUBJECTS, NOMINAL, VERBAL
from .parse import Parse
from .phrase import is_aside, without_empty_prepositions

# Branches of a verb that are statements of their own.
OTHER_CLAUSES = frozenset({"advcl", "parataxis", "mark", "intj", "meta", "dep", "cc"})
CONNECTIVES = frozenset("""
accordingly additionally afterwards again also anyway apparently besides consequently finally first
furthermore hence however indeed instead later likewise meanwhile moreover nevertheless nonetheless
now otherwise second similarly so soon still subsequently then therefore though thus too yet when
where why how
""".split())  # fmt: skip


def find_predicate(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """Return the verb at token i with its auxiliaries and complements, without other clauses."""
    shared = _shared_object(parse, i)
    without = parse.of_sentence(i, dating)
    without.update(k for k in parse.kids[i] if k not in shared and _leaves_clause(parse, k, i))
    todo = [kid for kid in parse.kids[i] if kid not in without]
    while todo:
        token = todo.pop()
        for kid in parse.kids[token]:
            if kid not in without:
                aside = is_aside(parse, kid, token, brief=False) and token not in shared
                if aside and parse.dep[kid] == "advcl" and parse.pos[token] in VERBAL:
                    aside = _leaves_clause(parse, kid, token)  # "said they came to help"
                if aside:
                    without.add(kid)
                else:
                    todo.append(kid)
    kept = without_empty_prepositions(parse, parse.subtree(i, without), dating)
    inside = set(kept)
    # The comma behind a date may hang on it: "fell on Monday, the first fall in years".
    commas = {
        t - 1 for t in kept if t > i + 1 and t - 2 in dating and parse.lower[t - 1] == ","
    } - inside
    return sorted({*kept, *commas}) if commas else kept


def _shared_object(parse: Parse, i: int) -> list[int]:
    """Return "and fulfilled" of "heeded and fulfilled the demands": the object is of both verbs."""
    if parse.child(i, "dobj", "ccomp", "xcomp", "prep", "nsubjpass") is not None:
        return []
    for kid in parse.kids[i]:
        if parse.dep[kid] == "conj" and i < kid <= i + 2 and parse.child(kid, "dobj") is not None:
            return [*parse.children(i, "cc"), kid]
    return []


def _leaves_clause(parse: Parse, kid: int, verb: int) -> bool:
    """Tell whether a child of a verb is not part of its own statement."""
    dep, word = parse.dep[kid], parse.lower[kid]
    if kid + 2 == verb and parse.lower[kid + 1] == "-":
        return False  # "nose-dived"
    if dep == "advcl" and parse.pos[kid] == "ADJ" and kid > verb:
        # "pulled them out alive"
        return bool(parse.kids[kid]) or parse.lower[kid - 1] == ","
    if dep == "advcl" and _is_purpose(parse, kid, verb):
        return False
    if dep == "advcl" and kid > verb and parse.lower[parse.subtree(kid)[0]] in ("if", "unless"):
        return False
    if dep == "conj" and is_gapped(parse, kid):
        return False
    if dep == "conj" and is_alternative(parse, kid):
        return parse.child(kid, *ALL_SUBJECTS) is not None
    if dep == "cc" and kid > verb:
        joined = parse.children(verb, "conj")
        return not any(is_gapped(parse, k) or is_alternative(parse, k) for k in joined)
    if dep == "preconj":
        return parse.lower[kid] == "both"
    if dep in ALL_SUBJECTS or dep in OTHER_CLAUSES or dep == "conj":
        return True
    if dep == "ccomp" and kid < verb:
        # Before the verb only a quotation with a speaker is its complement.
        between = parse.lower[kid + 1 : verb]
        return ";" in between or parse.child(verb, *ALL_SUBJECTS) is None
    if (
        dep == "advmod"
        and kid < verb
        and (parse.dep[kid + 1], parse.head[kid + 1]) == ("mark", verb)
    ):
        return True  # "even after the doors shut"
    if dep == "advmod":
        again = word == "again" and kid > verb
        return (word in CONNECTIVES and not again) or (kid < verb and parse.lower[kid + 1] == ",")
    if dep == "prep" and (parse.pos[kid] == "VERB" or is_aside(parse, kid, verb)):
        return True
    if kid > verb:
        return False
    if dep == "prep":
        return not _is_short_place(parse, kid)
    return parse.pos[kid] in NOMINAL and dep in ("npadvmod", "nmod", "dative")


def is_tensed(parse: Parse, i: int) -> bool:
    """Tell whether a verb is finite, itself or by a helper."""
    helpers = parse.children(i, "aux", "auxpass")
    return parse.tag[i] in FINITE or any(parse.tag[k] in FINITE for k in helpers)


def is_infinitive(parse: Parse, i: int) -> bool:
    """Tell whether "to" stands before a verb."""
    return any(parse.tag[k] == "TO" for k in parse.children(i, "aux"))


def _is_purpose(parse: Parse, kid: int, verb: int) -> bool:
    """Tell whether a branch completes its verb: "called for the city to pay", "went to see"."""
    if kid < verb or not is_infinitive(parse, kid):
        return False
    first = parse.subtree(kid)[0]
    for before in parse.children(verb, "prep"):
        aside = parse.lower[before] == "with" and parse.lower[before - 1] == ","
        if aside and parse.subtree(before)[-1] == first - 1:
            return False  # ", with crowds in the streets to cheer them on"
    return parse.lower[first - 1] not in (",", "--", "-") and parse.lower[first] in ("to", "for")


def _is_short_place(parse: Parse, preposition: int) -> bool:
    tokens = parse.subtree(preposition)
    return len(tokens) <= 5 and any(parse.entity[t] in ("GPE", "LOC", "FAC") for t in tokens)

"""Small questions to a dependency parse that several sieves ask."""

from __future__ import annotations

from .tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVES = ("WDT", "WP", "WP$")


def is_verb(token: Token) -> bool:
    """True for verbs and for a copula that heads its clause."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb itself has."""
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)


def subject_of(verb: Token) -> Token | None:
    """What a verb is said of: its own subject, a coordinated verb's, or the noun it modifies."""
    for _ in range(6):  # steps; deeper coordination is a parse gone wrong
        subject = own_subject(verb)
        if subject is not None:
            antecedent = verb.head if verb.dep_ == "relcl" else None
            return antecedent if subject.tag_ in RELATIVES and antecedent is not None else subject
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if not is_verb(verb.head) else None
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def objects_of(verb: Token) -> list[Token]:
    """Direct objects and their coordinated nouns; for a passive, its subject."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    found = [c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")]
    if passive or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        subject = subject_of(verb)
        found += [subject] if subject is not None else []
    return [noun for head in found for noun in (head, *head.conjuncts) if noun.i >= head.i]


def later_conjuncts(token: Token) -> list[Token]:
    """The verbs or nouns coordinated with a token and standing after it, in text order."""
    found: list[Token] = []
    todo = [token]
    while todo:
        for child in todo.pop().rights:
            if child.dep_ == "conj":
                found.append(child)
                todo.append(child)
    return sorted(found, key=lambda t: t.i)


def is_negated(verb: Token) -> bool:
    """True for "did not", "nobody came", "no alarm sounded", "neither could"."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "hardly", "neither", "nor"):
            return True
        if child.dep_ in SUBJECTS:
            words = {child.lower_, *(c.lower_ for c in child.children if c.dep_ in ("det", "neg"))}
            if words & {"no", "nobody", "none", "nothing", "neither"}:
                return True
    return False


def finite_form(verb: Token) -> str:
    """Shape of a verb's clause: past, present, perfect, past-perfect, future, modal or none."""
    words = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not words and verb.dep_ == "conj" and own_subject(verb) is None and verb.tag_ != "VBD":
        shared = finite_form(verb.head) if is_verb(verb.head) else "none"
        if verb.tag_ == verb.head.tag_ and shared != "none":
            return shared
    lower = {w.lower_ for w in words}
    if lower & {"will", "'ll", "’ll", "wo", "shall"}:
        return "future"
    if any(w.tag_ == "MD" for w in words):
        return "modal"
    perfect = any(w.lemma_ == "have" for w in words)
    perfect = perfect or _has_been(verb)
    past = verb.tag_ == "VBD" or any(w.tag_ == "VBD" for w in words)
    if perfect:
        return "past-perfect" if past and verb.tag_ != "VBD" else "perfect"
    if past:
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or any(w.tag_ in ("VBZ", "VBP") for w in words):
        return "present"
    return "none"


def _has_been(verb: Token) -> bool:
    """True for "Ann's been captain", of which parsers make a possessive: no noun follows it."""
    if verb.lower_ != "been":
        return False
    subject = own_subject(verb)
    marks = [*verb.lefts, *(subject.rights if subject is not None else ())]
    return any(c.lower_ in ("'s", "’s") for c in marks)


def stands_before_semicolon(verb: Token) -> bool:
    """True for a main clause taken for a part of the next one: "It opens; Rudd is the head"."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "parataxis") or above.dep_ != "ROOT" or above.i < verb.i:
        return False
    return any(c.text == ";" for c in above.lefts if c.i > verb.i)


def clause_start(verb: Token) -> int:
    """Index of the first token of a clause's core: before it stands what is fronted."""
    subject = own_subject(verb)
    parts = [verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return min([*parts, subject.left_edge.i if subject is not None else verb.i])

"""The verb that tells truly what another one tells: "forced America to retreat", "denied it"."""

from __future__ import annotations

from .context import verb_above
from .datewords import FINITE
from .labels import ALL_SUBJECTS, SUBJECTS, VERBAL
from .parse import Parse
from .tidy import CONDITIONS

DEEPEST = 6  # verbs above a trigger that are looked at
DENYING = frozenset({"allege", "argue", "claim", "contend", "contest", "deny", "disprove",
                     "dispute", "doubt", "fear", "hope", "refute", "wish"})  # fmt: skip
# Nouns whose content need not be so: "the rumour that the Queen had died".
CLAIMS = frozenset("""
accusation allegation assertion belief claim denial expectation fear hint hope idea lie likelihood
myth notion possibility prospect risk rumor rumour speculation suggestion suspicion theory threat
""".split())  # fmt: skip
NEITHER = frozenset({"either", "neither", "nor"})
OPEN = frozenset({"if", "whether"})
INVERTED = frozenset({"had", "should", "were"})


def governor_of(parse: Parse, i: int) -> int:
    """Return the verb whose clause tells the event at token i truly: "forced America to retreat".

    An untensed complement with a subject of its own would read as if it had happened, and so would
    what is denied, asked, or only hoped for, and the other half of "neither he nor she".
    """
    if is_gapped(parse, i) or (parse.dep[i] == "acomp" and parse.lemma[parse.head[i]] == "be"):
        return parse.head[i]  # "is more divided than ever": the rest is the copula's
    for _ in range(DEEPEST):
        first = i
        while parse.dep[first] == "conj" and parse.child(first, *ALL_SUBJECTS) is None:
            first = parse.head[first]
        above = _unsure_above(parse, first)
        if above is None and first != i and is_alternative(parse, i):
            above = parse.head[i]
        if above is not None:
            i = above
            continue
        weighed = _weighed_by(parse, first)
        if weighed is not None:
            i = weighed
            continue
        complement = parse.dep[first] in ("ccomp", "xcomp") and parse.tag[first] not in FINITE
        if not complement or parse.child(first, "nsubj", "nsubjpass") is None:
            return i
        if any(parse.tag[k] in FINITE for k in parse.children(first, "aux", "auxpass")):
            return i
        above = parse.head[first]
        if parse.pos[above] not in VERBAL:
            return i
        i = above
    return i


def is_alternative(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is the second of "neither confirmed nor denied"."""
    first = parse.head[verb]
    joints = [*parse.children(first, "preconj"), *parse.children(first, "cc")]
    return parse.dep[verb] == "conj" and any(parse.lower[k] in NEITHER for k in joints)


def _unsure_above(parse: Parse, verb: int) -> int | None:
    """Return the verb that denies, asks or only hopes for what the clause of another one tells."""
    above = parse.head[verb]
    if parse.dep[verb] == "ccomp":
        asked = any(parse.lower[k] in OPEN for k in parse.children(verb, "mark"))
        unsure = parse.lemma[above] in DENYING or parse.child(above, "neg") is not None or asked
        return above if unsure else None
    if parse.dep[verb] not in ("acl", "relcl") or parse.lemma[above] not in CLAIMS:
        return None
    content = any(parse.lower[k] in ("that", "of") and k < verb for k in parse.kids[verb])
    return verb_above(parse, above) if content else None


def _weighed_by(parse: Parse, verb: int) -> int | None:
    """Return the copula of "it is unlikely that he came": no fact without it."""
    if parse.dep[verb] != "ccomp":
        return None
    copula = parse.head[verb]
    if parse.pos[copula] == "ADJ":
        copula = parse.head[copula]
    subject = parse.child(copula, "nsubj", "expl")
    weighed = parse.lemma[copula] == "be" and parse.child(copula, "acomp") is not None
    it = subject is not None and parse.lower[subject] == "it" and copula < verb
    return copula if weighed and it else None


def is_inverted(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is a condition without "if": "Had the valve been closed, ..."."""
    subject = parse.child(verb, *SUBJECTS)
    first = parse.child(verb, "aux")
    ahead = first is not None and subject is not None and first < subject < verb
    return ahead and parse.dep[verb] == "advcl" and parse.lower[first or 0] in INVERTED


def is_condition(parse: Parse, verb: int) -> bool:
    """Tell whether a clause is one that another hangs on: "if he came", "had he come"."""
    marks = (parse.lower[k] for k in parse.children(verb, "mark", "advmod") if k < verb)
    return is_inverted(parse, verb) or any(word in CONDITIONS for word in marks)


def is_gapped(parse: Parse, i: int) -> bool:
    """True for "injured" of "four were killed and 15 injured": its helper is the first one's."""
    return (
        parse.dep[i] == "conj"
        and (parse.tag[i] == "VBN" or (parse.tag[i] == "VBD" and _counts(parse, i)))
        and parse.child(i, "nsubj", "nsubjpass") is not None
        and parse.child(i, "aux", "auxpass", "dobj", "ccomp", "xcomp", "attr", "acomp") is None
        and parse.child(parse.head[i], "auxpass") is not None
    )


def _counts(parse: Parse, verb: int) -> bool:
    """Tell whether the subject of a verb is a number: "18 others"."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    return parse.tag[subject] == "CD" or parse.child(subject, "nummod") is not None

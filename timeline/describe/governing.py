"""The verb that tells truly what another one tells: "forced America to retreat", "denied it"."""

from __future__ import annotations

from .datewords import FINITE
from .parse import Parse
from .phrase import VERBAL

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
DEEPEST = 6  # verbs above a trigger that are looked at
DENYING = frozenset({"allege", "argue", "claim", "contend", "contest", "deny", "disprove",
                     "dispute", "doubt", "fear", "hope", "refute", "wish"})  # fmt: skip


def governor_of(parse: Parse, i: int) -> int:
    """Return the verb whose clause tells the event at token i truly: "forced America to retreat".

    An untensed complement with a subject of its own would read as if it had happened, and so would
    one that is denied or only hoped for.
    """
    if is_gapped(parse, i) or (parse.dep[i] == "acomp" and parse.lemma[parse.head[i]] == "be"):
        return parse.head[i]  # "is more divided than ever": the rest is the copula's
    for _ in range(DEEPEST):
        first = i
        while parse.dep[first] == "conj" and parse.child(first, *SUBJECTS) is None:
            first = parse.head[first]
        if parse.dep[first] == "ccomp" and parse.lemma[parse.head[first]] in DENYING:
            i = parse.head[first]
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

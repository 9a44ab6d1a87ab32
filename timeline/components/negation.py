"""What a negation says of a happening: "not until 1834" it came, "received no reply" it did not."""

from __future__ import annotations

from collections.abc import Collection

from ..describe.parse import Parse
from .governor import VERBAL
from .verb_group import VerbGroup, says_only

UNLIKE = frozenset({"only", "just", "merely", "simply"})  # "not only": it did
NOTHING = frozenset({"nothing", "nobody", "none"})


def happened_after_all(parse: Parse, i: int, group: VerbGroup) -> bool:
    """Whether a negation only says when or how much: "not until 1834", "not only"."""
    verb = i if parse.pos[i] in VERBAL else parse.head[i]
    kids = parse.kids[verb]
    if any(parse.lower[k] == "until" and parse.dep[k] in ("prep", "mark") for k in kids):
        return group.tense == "PAST"
    clauses = parse.children(verb, "advcl")
    if any(parse.lower[m] == "until" for c in clauses for m in parse.children(c, "mark")):
        return group.tense == "PAST"
    return any(
        parse.dep[k] == "neg" and k + 1 < len(parse) and parse.lower[k + 1] in UNLIKE for k in kids
    )


def should_have(parse: Parse, i: int, group: VerbGroup) -> bool:
    """Whether what should have been done was not: "should have fired on 3 January"."""
    if group.modality not in ("should", "ought") or "PERFECTIVE" not in group.aspect:
        return False
    end = min(parse.sentence_end(i), len(parse))
    by_now = ((parse.lower[k], parse.lower[k + 1]) == ("by", "now") for k in range(i, end - 1))
    return not any(by_now)


def is_replaced(parse: Parse, i: int) -> bool:
    """Whether something else is the case: "no longer works", "rather than sell"."""
    if parse.pos[i] not in VERBAL:
        return False
    if i > 1 and parse.lower[i - 2] == "rather" and parse.lower[i - 1] == "than":
        return True
    return any(
        parse.lower[k] in ("longer", "more") and k > 0 and parse.lower[k - 1] == "no"
        for k in parse.children(i, "advmod")
    )


def takes_nothing(parse: Parse, i: int, litotes: Collection[str]) -> bool:
    """Whether the object says that it was not done: "received no reply", "found nothing".

    `litotes`: verbs with the noun that they do when they take none of it, such as "lose_time".
    """
    if parse.pos[i] != "VERB":
        return False
    return any(
        (parse.lower[k] in NOTHING or any(parse.lower[d] == "no" for d in parse.children(k, "det")))
        and not says_only(parse, k)
        and not _takes_predicate(parse, i, k)
        and f"{parse.lemma[i]}_{parse.lemma[k]}" not in litotes
        for k in parse.children(i, "dobj")
    )


def _takes_predicate(parse: Parse, i: int, k: int) -> bool:
    """Whether the verb says what became of its object: "left nobody alive", "no house standing"."""
    if parse.child(i, "oprd") is not None or parse.lemma[i] != "leave":
        return parse.child(i, "oprd") is not None
    state = parse.child(k, "acl")
    if state is not None:
        return parse.child(state, "dobj", "ccomp") is None  # not "no note saying why"
    # The parser takes "no house standing" for a kind of standing.
    return parse.lower[k].endswith("ing") and parse.child(k, "compound") is not None

"""What a title has left out between two of its words, and how likely that tore a phrase.

Dates, brackets and what commas set apart can go anywhere. Of the rest, the fewer the better: where
the parser was wrong, a branch that was left out takes half a phrase along.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet

from .datewords import FINITE
from .labels import SUBJECTS
from .parse import Parse
from .spare import CIRCUMSTANCE, COMPLETING
from .tidy import CONDITIONS

GRAVE, DOUBTFUL, HALF, SLIGHT = 2.0, 1.0, 0.5, 0.25
SILENT = frozenset({"PUNCT", "SPACE"})
BOUND = frozenset({"compound", "nmod", "nummod", "poss", "case", "neg", "aux", "auxpass", "agent",
                   "quantmod", "prt", "pobj"})  # fmt: skip
MARKS = frozenset({",", "--", "-", "_", "(", ")", "\u2013", "\u2014"})


def torn(
    parse: Parse, kept: Sequence[int], dating: Collection[int], joints: AbstractSet[int]
) -> float:
    """Return the risk of what is missing between the tokens of a title.

    `dating` tokens may be missing anywhere; what is behind those of `joints` went with them.
    """
    inside = set(kept)
    opened = kept[0] - 1 if kept else -1
    lone = opened in joints and opened not in inside and kept[0] in parse.subtree(opened)
    risk = GRAVE if lone else 0.0  # "[After] a brilliant career Ann Lee was elected"
    for before, behind in itertools.pairwise(kept):
        if behind <= before + 1 or parse.sentence[before] != parse.sentence[behind]:
            continue
        lost = [
            t
            for t in range(before + 1, behind)
            if not (t in dating or t in inside or parse.pos[t] in SILENT)
            and not (parse.tag[t] in ("WDT", "WP") or parse.dep[t] == "mark")
        ]
        if _runs_on(parse, before, behind, inside) or _loses_comma(parse, before, behind):
            risk += GRAVE
        if lost and not _is_set_off(parse, before, behind):
            risk += _of_gap(parse, lost, inside)
            replaced = parse.child(behind, "nsubj", "nsubjpass") in lost  # by whom it stands for
            if parse.tag[behind] in ("VBD", "VBN") and parse.dep[behind] == "advcl":
                risk += 0.0 if replaced else GRAVE
        # "After the end of an ultimatum for Ethiopia to withdraw": the rest of what dated it.
        opens = parse.pos[behind] in ("ADP", "PART", "SCONJ")
        bereft = [t for t in range(before + 1, behind) if t in joints]
        if any(opens or behind in parse.subtree(joint) for joint in bereft):
            risk += GRAVE
    return min(risk, GRAVE)


def _runs_on(parse: Parse, before: int, behind: int, inside: Collection[int]) -> bool:
    """Tell whether what joined two clauses is lost: "They lost the fort[; then] they fled"."""
    marks = {parse.lower[t] for t in range(before + 1, behind)}
    if ";" in marks:
        return True
    joined = parse.dep[behind] == "conj" and parse.tag[behind] in FINITE
    joined = joined and parse.head[behind] in inside
    return joined and "," in marks and parse.pos[before] not in ("CCONJ", "PUNCT")


def _loses_comma(parse: Parse, before: int, behind: int) -> bool:
    """Tell whether what stood behind a comma now follows a noun: "left Rome[, in May,] a move"."""
    if parse.lower[behind - 1] != "," or parse.pos[before] not in ("NOUN", "PROPN"):
        return False
    head = behind
    while parse.head[head] > head and parse.subtree(parse.head[head])[0] == behind:
        head = parse.head[head]
    return parse.pos[head] == "NOUN" and parse.dep[head] in ("appos", "npadvmod", "attr", "dobj")


def _is_set_off(parse: Parse, before: int, behind: int) -> bool:
    opened = parse.lower[before] in MARKS or parse.lower[before + 1] in MARKS
    return opened and (parse.lower[behind] in MARKS or parse.lower[behind - 1] in MARKS)


def _of_gap(parse: Parse, lost: Sequence[int], inside: Collection[int]) -> float:
    gone = set(lost)
    worst = 0.0
    if parse.dep[lost[0]] == "prep" and any(parse.entity[t] == "PERSON" for t in lost):
        return GRAVE  # "the head [of the Senate Ann Lee] and the Speaker"
    for t in lost:
        head = parse.head[t]
        if head not in gone:
            worst = max(worst, _of_branch(parse, t, head) if head in inside else 0.0)
    return worst


def _of_branch(parse: Parse, t: int, head: int) -> float:
    dep = parse.dep[t]
    verbal = parse.pos[head] in ("VERB", "AUX")
    if dep == "prep":
        if parse.lower[t] == "of":
            return HALF  # `price` counts it too
        if verbal and t == head + 1 and parse.lower[t] not in CIRCUMSTANCE:
            return DOUBTFUL
        return SLIGHT
    if dep == "appos" and parse.pos[parse.subtree(t)[0] - 1] != "PUNCT":
        return GRAVE if parse.pos[t] == "PROPN" else SLIGHT
    if dep in COMPLETING:
        return GRAVE if verbal else SLIGHT
    if dep in SUBJECTS:
        return GRAVE if verbal and t < head and parse.pos[t] != "PRON" else 0.0
    if dep in BOUND:
        office = parse.entity[head] == "PERSON" and parse.entity[t] != "PERSON"
        return 0.0 if office else DOUBTFUL
    return SLIGHT if dep in ("acl", "relcl", "conj", "advcl") else 0.0


def event_joints(parse: Parse, dating: Iterable[int], expressed: Collection[int]) -> frozenset[int]:
    """Return the "after" of "after winning gold", and not of "after May"."""
    return frozenset(
        t
        for t in dating
        if parse.pos[t] in ("ADP", "SCONJ")
        and t not in expressed
        and any(k > t and k not in expressed for k in parse.kids[t])
    )


def without_rest(parse: Parse, i: int, tokens: list[int], joints: AbstractSet[int]) -> list[int]:
    """Return the tokens without what went on about the event that dated them, behind a joint.

    "She was tired [after winning gold] in Athens": it was not there that she was.
    """
    if joints.isdisjoint(range(min(tokens), max(tokens))):
        return tokens
    gone: set[int] = set()
    for before, behind in itertools.pairwise(tokens):
        if behind <= before + 1 or parse.pos[behind] != "ADP":
            continue
        if not joints.isdisjoint(range(before + 1, behind)):
            branch = parse.subtree(behind)
            if i not in branch and branch[-1] >= tokens[-1] - 1:
                gone.update(branch)
    return [t for t in tokens if t not in gone] if gone else tokens


def with_condition(parse: Parse, tokens: list[int]) -> list[int]:
    """Return the tokens behind the "if" that their first verb hangs on: no fact without it."""
    conditions = parse.facts(_conditions)
    for t in tokens:
        if conditions[t] and parse.head[t] not in tokens:
            for kid in conditions[t]:
                if kid not in tokens:
                    even = [k for k in parse.kids[t] if k == kid - 1 and parse.pos[k] == "ADV"]
                    return [*even, kid, *(t for t in tokens if t not in even)]
    return tokens


def _conditions(parse: Parse, verb: int) -> list[int]:
    """Return the "if" that a verb hangs on."""
    if parse.pos[verb] not in ("VERB", "AUX"):
        return []
    kids = parse.children(verb, "mark", "advmod")
    return [kid for kid in kids if kid < verb and parse.lower[kid] in CONDITIONS]

"""How likely a title is to leave its reader guessing, or to say something else than its sentence.

The sum of what is wrong with it: a pronoun or a bare "the meeting" at its head, no one who acts, a
noun without a verb or a name, words lost that a verb needs. A safe title has none of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence

from .labels import VERBAL
from .parse import Parse
from .people import is_person_noun
from .reading import DOUBTFUL, GRAVE
from .spare import QUANTITIES
from .tears import SPEAKING

ABSENT = 0.75  # a title of what the event belongs to
# Without these a verb says something else, or nothing.
NEEDED = frozenset({"acomp", "attr", "ccomp", "dobj", "oprd", "prt", "xcomp"})
MISSED = NEEDED | {"dative", "neg"}
FEWEST, FULL = 3, 10  # tokens
PARTS = frozenset({"det", "compound", "poss", "case", "nummod"})
JOINED = frozenset({"amod", "compound", "conj", "nmod", "nummod", "poss", "quantmod"})


def risk(
    parse: Parse, i: int, wanted: Collection[int], kept: Sequence[int], own: float, broken: float
) -> float:
    """Return the risk of a title of the tokens `kept`, shortened from those `wanted`.

    The event is at token i. `own` and `broken` are what the title risks as it reads, whatever it
    was made from: how it opens and names things (`reading_risk`), and how its words hang together
    (`joining_risk`).
    """
    if not kept:
        return 9.0
    if len(kept) < FEWEST and len(wanted) > FULL:
        return 9.0  # hardly a word is left
    inside = set(kept)
    lost = broken or _losses(parse, i, set(wanted) - inside, inside)
    return own + lost + (0.0 if i in inside else ABSENT)


def joining_risk(parse: Parse, kept: Sequence[int], dating: Collection[int]) -> float:
    """The risk of words that stay without what they hang on, or need; `dating` only say when."""
    inside = set(kept)
    for t, behind in itertools.pairwise(kept):
        lone = parse.dep[t] in PARTS and parse.head[t] not in inside and parse.head[t] > t
        if lone and parse.pos[behind] in ("CCONJ", "ADP", "AUX", "VERB", "PRON", "PUNCT", "SCONJ"):
            return GRAVE  # "The and endorsed it"
    conditions, needed = parse.facts(_conditions), parse.facts(_needed)
    for t in inside:
        dep, head = parse.dep[t], parse.head[t]
        if dep in ("conj", "relcl") and _is_misjoined(parse, t, inside):
            return GRAVE
        lone = dep in ("pobj", "pcomp") and head not in inside
        opened = parse.pos[head] in ("ADP", "SCONJ") and parse.head[head] in inside
        if lone and head < t and opened:
            return GRAVE
        if parse.pos[t] in VERBAL:
            if any(kid not in inside for kid in conditions[t]):
                return GRAVE
            if any(kid not in inside and kid not in dating for kid in needed[t]):
                return GRAVE
    return 0.0


def _losses(parse: Parse, i: int, lost: Iterable[int], inside: Collection[int]) -> float:
    """The risk of words that were left out and whose heads stayed."""
    last = max(inside)
    for t in lost:
        dep, head = parse.dep[t], parse.head[t]
        if head not in inside or head == t:
            continue
        if (dep in MISSED and parse.pos[head] in VERBAL) or dep in ("pobj", "pcomp"):
            return GRAVE
        if parse.lower[t] == "of" and (parse.pos[head] == "NUM" or parse.lemma[head] in QUANTITIES):
            return GRAVE  # "would be one"
        office = parse.entity[head] == "PERSON" and parse.entity[t] != "PERSON"
        if dep in JOINED and parse.pos[t] == "PROPN" and parse.pos[head] == "PROPN" and not office:
            return GRAVE
        if dep == "conj" and parse.dep[head] in ("nsubj", "nsubjpass"):
            return GRAVE
        if dep in ("prep", "acomp") and head in (i, last) and _stays_empty(parse, head, inside):
            return DOUBTFUL
    return 0.0


def _conditions(parse: Parse, verb: int) -> list[int]:
    """Return the "if the vote is lost" without which "would resign" says something else."""
    if not any(parse.tag[k] == "MD" for k in parse.children(verb, "aux")):
        return []
    return [
        kid
        for kid in parse.children(verb, "advcl")
        if any(parse.lower[k] in ("if", "unless") for k in parse.children(kid, "mark"))
    ]


def _needed(parse: Parse, verb: int) -> list[int]:
    """Return the branches without which a verb says something else, or nothing."""
    found = []
    for kid in parse.children(verb, *NEEDED):
        relative = parse.tag[kid] in ("WDT", "WP") or parse.lower[kid] == "that"
        if parse.dep[kid] == "xcomp" and parse.dep[verb] == "acl" and parse.tag[verb] == "VBN":
            continue  # "a man named by the party to lead it"
        said = parse.dep[kid] == "ccomp" and parse.lemma[verb] in SPEAKING
        if (kid > verb or said) and not relative:
            found.append(kid)
    return found


def _is_misjoined(parse: Parse, t: int, inside: Collection[int]) -> bool:
    """Tell whether a word stands in a title without what it was joined to."""
    dep, head = parse.dep[t], parse.head[t]
    if dep == "conj":
        if parse.tag[t] == "VB":
            return head not in inside and t - 1 in inside and parse.pos[t - 1] == "CCONJ"
        # "Ann Lee, secretary of the party and president": one person
        bare = parse.child(t, "det", "poss", "nummod", "compound") is None
        return bare and is_person_noun(parse, t) and parse.entity[head] == "PERSON"
    if dep != "relcl":
        return False
    subject = parse.child(t, "nsubj", "nsubjpass")
    if subject is None or parse.tag[subject] in ("WDT", "WP") or parse.lower[subject] == "that":
        return False
    # "A bombing [in which] five were killed", "the ministers he fired"
    fronted = any(
        k < subject and k not in inside and any(parse.tag[b] == "WDT" for b in parse.kids[k])
        for k in parse.children(t, "prep")
    )
    if fronted:
        return head in inside
    whole = parse.child(t, "dobj", "auxpass", "prep", "acomp", "attr", "ccomp", "xcomp")
    return head not in inside and whole is None


def _stays_empty(parse: Parse, verb: int, inside: Collection[int]) -> bool:
    """Tell whether nothing is left behind a verb: "were tossed"."""
    return parse.pos[verb] in VERBAL and not any(k > verb and k in inside for k in parse.kids[verb])


def lacks_phrase(parse: Parse, verb: int, wanted: Collection[int], kept: Collection[int]) -> float:
    """The risk that a verb or its object has lost one of its phrases: "has placed two airports"."""
    inside = set(kept)
    for t in wanted:
        head = parse.head[t]
        lost = t not in inside and head in inside and parse.dep[t] in ("prep", "dative", "conj")
        if lost and verb in (head, parse.head[head]):
            return DOUBTFUL
    return 0.0

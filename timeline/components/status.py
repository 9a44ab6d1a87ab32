"""Whether an event happened, is planned, possible, denied, alleged, and by whose words."""

from __future__ import annotations

from collections.abc import Mapping

from ..annotation import Status
from ..describe.parse import Parse
from .lexicon import EventLexicon
from .verb_group import VerbGroup

CONDITIONS = frozenset({"if", "unless", "whether"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "conj", "oprd",
                         "acomp", "nsubjpass"})  # fmt: skip
UNTENSED = frozenset({"INFINITIVE", "NONE", "PRESPART"})
HIGHEST = 12  # steps up to the verb of saying


def read_status(
    parse: Parse, i: int, class_: str, group: VerbGroup, lexicon: EventLexicon
) -> Status:
    """Return the status of the trigger at token i: by its own words, then by what governs it."""
    if group.polarity == "NEG":
        return "denied"
    own = _own_words(parse, i, lexicon)
    if own is not None:
        return own
    if group.modality:
        return "possible"
    if group.tense == "FUTURE":
        return "planned"
    governed = _governor(parse, i, group, lexicon)
    if governed is not None:
        return governed
    if group.tense == "PRESENT":
        if "PROGRESSIVE" in group.aspect:
            return "ongoing"
        if group.aspect == "NONE" and class_ != "REPORTING":
            return "ongoing"
    return "happened"


def _own_words(parse: Parse, i: int, lexicon: EventLexicon) -> Status | None:
    """Read the words directly below the trigger: "allegedly", "the planned", "if"."""
    for kid in parse.kids[i]:
        dep = parse.dep[kid]
        if dep in ("advmod", "amod"):
            status = lexicon.beside.get(parse.lower[kid])
            if status is not None:
                return status
        elif dep == "mark" and parse.lower[kid] in CONDITIONS:
            return "possible"
    return None


def _governor(parse: Parse, i: int, group: VerbGroup, lexicon: EventLexicon) -> Status | None:
    """Read the nearest words above the trigger that decide about what stands below them."""
    below, above, dep = i, parse.head[i], parse.dep[i]
    if dep == "xcomp" and group.tense == "INFINITIVE" and parse.lemma[above] == "be":
        return "planned"  # "the troops were to leave"
    if dep in ("dobj", "nsubjpass") and parse.lemma[above] in lexicon.undoing:
        return "denied"
    while above != below and dep in COMPLEMENTS:
        status = lexicon.governing.get(parse.lemma[above].lower())
        if status == "alleged" or (status == "possible" and dep in ("ccomp", "xcomp")):
            return status
        # "rejected the plan" did reject something that was there; "failed to agree" did not agree.
        unreal = status == "planned" or (status == "denied" and parse.pos[i] == "VERB")
        if status is not None and unreal and group.tense in UNTENSED:
            return status
        if dep not in ("pobj", "pcomp", "conj", "prep"):
            return None
        below, above, dep = above, parse.head[above], parse.dep[above]
    return None


def find_speakers(parse: Parse, triggers: Mapping[int, str]) -> dict[int, str]:
    """Return, for each trigger that stands in somebody's words, the words that name the speaker."""
    names: dict[int, str | None] = {}
    speakers = {}
    for i in triggers:
        below, above, steps = i, parse.head[i], 0
        while above != below and steps < HIGHEST:
            if triggers.get(above) == "REPORTING" and parse.dep[below] in ("ccomp", "parataxis"):
                if above not in names:
                    names[above] = _speaker(parse, above)
                name = names[above]
                if name:
                    speakers[i] = name
                break
            below, above, steps = above, parse.head[above], steps + 1
    return speakers


def _speaker(parse: Parse, verb: int) -> str | None:
    subject = parse.child(verb, "nsubj")
    if subject is None:
        return None
    asides = parse.children(subject, "relcl", "punct", "appos", "acl")
    start, end = parse.span(parse.subtree(subject, asides))
    return " ".join(parse.text[start:end].split())

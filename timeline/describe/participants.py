"""Who and what takes part in an event, and where."""

from __future__ import annotations

from ..annotation import Participant
from .clause import Clause
from .parse import Parse
from .phrase import noun_phrase
from .tidy import tidy

PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"})


def find_participants(
    parse: Parse, i: int, clause: Clause | None, dating: frozenset[int]
) -> tuple[Participant, ...]:
    """Return the participants of the event at token i in text order; `clause` is its verb's."""
    roles: dict[int, str] = {}
    verb = i if clause is None or parse.pos[i] in ("VERB", "AUX") else parse.head[i]
    passive = parse.tag[verb] == "VBN" and parse.child(verb, "nsubj") is None
    if clause is not None and clause.subject:
        head = _head(parse, clause.subject)
        roles[head] = "patient" if passive else "agent"
    place_taken = parse.lemma[verb] == "take"
    for kid in parse.kids[verb]:
        dep = parse.dep[kid]
        if place_taken and parse.lemma[kid] == "place":
            continue  # "took place"
        if dep in ("dobj", "dative") and parse.pos[kid] != "ADP":
            roles.setdefault(kid, "patient" if dep == "dobj" else "other")
        elif dep == "poss":
            roles.setdefault(kid, "agent")
        elif dep in ("prep", "agent", "dative"):
            _below_preposition(parse, kid, dep, clause is None, roles)
    for noun, role in list(roles.items()):
        roles.update(dict.fromkeys(parse.children(noun, "conj"), role))
        if role == "patient":
            # "attacks on cities in Libya": the place stands with what was attacked.
            for kid in parse.children(noun, "prep"):
                _below_preposition(parse, kid, "prep", False, roles)
    nouns = sorted(noun for noun in roles if noun not in dating)
    return tuple(_make(parse, noun, roles[noun], dating) for noun in nouns)


def _below_preposition(
    parse: Parse, preposition: int, dep: str, nominal: bool, roles: dict[int, str]
) -> None:
    word = parse.lower[preposition]
    for noun in parse.children(preposition, "pobj"):
        if parse.entity[noun] in PLACES:
            role = "place"
        elif dep == "agent" or (nominal and word == "by"):
            role = "agent"
        elif nominal and word in ("of", "on", "against"):
            role = "patient"
        elif parse.entity[noun] in NAMED:
            role = "other"
        else:
            continue
        roles.setdefault(noun, role)


def _head(parse: Parse, tokens: list[int]) -> int:
    inside = set(tokens)
    return next((t for t in tokens if parse.head[t] not in inside), tokens[-1])


def _make(parse: Parse, noun: int, role: str, dating: frozenset[int]) -> Participant:
    tokens = tidy(parse, noun_phrase(parse, noun, dating)) or [noun]
    # One stretch of text: from the first to the last word before a gap.
    end = 1
    while end < len(tokens) and (tokens[end] == tokens[end - 1] + 1 or tokens[end] <= noun):
        end += 1
    start, stop = parse.span(tokens[:end])
    text = " ".join(parse.text[start:stop].split())
    return Participant(text, start, stop, role, parse.entity[noun] or None)

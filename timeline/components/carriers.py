"""Verbs that only carry an event which another word names: "staged protests", "the talks began"."""

from __future__ import annotations

from collections.abc import Mapping

from ..describe.parse import Parse
from ..rules.prospective import ARRANGING
from .lexicon import EventLexicon

ASPECTUAL = "ASPECTUAL"
LASTING = frozenset({"last", "rage", "drag"})


def find_carriers(
    parse: Parse, triggers: Mapping[int, str], lexicon: EventLexicon
) -> dict[int, int]:
    """Return, for each verb that only carries an event, the token of that event."""
    found = {}
    for i, class_ in triggers.items():
        if parse.pos[i] == "VERB":
            carried = _carried(parse, i, class_, triggers, lexicon)
            if carried is not None:
                found[i] = carried
    return found


def is_arranged(parse: Parse, verb: int) -> bool:
    """Tell whether a verb says for when something is set: "the trial is listed for May"."""
    named = any(parse.lower[k] == "for" for k in parse.children(verb, "prep"))
    return named and parse.lemma[verb].lower() in ARRANGING


def _carried(
    parse: Parse, i: int, class_: str, triggers: Mapping[int, str], lexicon: EventLexicon
) -> int | None:
    lemma = parse.lemma[i].lower()
    subject = _event_noun(parse, i, "nsubj", triggers)
    object_ = _event_noun(parse, i, "dobj", triggers)
    passive = _event_noun(parse, i, "nsubjpass", triggers)
    if class_ == ASPECTUAL or lemma in LASTING:
        complement = parse.child(i, "xcomp")
        for carried in (object_, passive, complement, subject):
            if carried is not None and carried in triggers:
                return carried
        return None
    if is_arranged(parse, i):
        return passive
    if lemma in lexicon.light["object"]:
        return object_ if object_ is not None else passive
    if lemma in lexicon.light["subject"] and parse.child(i, "dobj") is None:
        return subject
    if lemma == "take" and any(parse.lower[k] == "place" for k in parse.kids[i]):
        return subject
    return None


def _event_noun(parse: Parse, verb: int, dep: str, triggers: Mapping[int, str]) -> int | None:
    noun = parse.child(verb, dep)
    return noun if noun is not None and noun in triggers and parse.pos[noun] != "VERB" else None

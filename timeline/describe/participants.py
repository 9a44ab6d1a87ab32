"""Who and what takes part in an event, and where."""

from __future__ import annotations

from ..annotation import Participant
from .clause import Clause
from .parse import Parse
from .phrase import noun_phrase
from .tidy import tidy

# How what belongs to a clause hangs together; subjects and clauses below it are left out.
BELOW = frozenset({"dobj", "prep", "agent", "attr", "acomp"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
TIMES = frozenset({"DATE", "TIME"})
WHERE = frozenset({"across", "around", "at", "in", "inside", "near", "outside", "throughout"})
# Verbs whose "with" names a tool, and not company.
USING = frozenset("""
arm attack beat bomb break burn cut damage destroy fire hit injure kill open poison shell shoot
stab strike threaten wound
""".split())  # fmt: skip
NO_PLACE = frozenset({"against", "as", "like", "than", "with"})  # "a treaty with China"
REACH = 25  # tokens
NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"})


def find_participants(
    parse: Parse, i: int, clause: Clause | None, dating: frozenset[int]
) -> tuple[Participant, ...]:
    """Return the participants of the event at token i in text order; `clause` is its verb's."""
    roles: dict[int, str] = {}
    verb = i if clause is None or parse.pos[i] in ("VERB", "AUX") else parse.head[i]
    passive = parse.tag[verb] == "VBN" and parse.child(verb, "nsubj") is None
    controller = _controller(parse, verb)
    if controller is not None:
        roles[controller] = "agent"
    elif clause is not None and clause.subject:
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
        elif dep == "prep" and parse.lower[kid] == "with" and parse.lemma[verb] in USING:
            roles.update(dict.fromkeys(parse.children(kid, "pobj"), "instrument"))
        elif dep in ("prep", "agent", "dative"):
            _below_preposition(parse, kid, dep, clause is None, roles)
    for place in _places(parse, verb):
        roles.setdefault(place, "place")
    for noun, role in list(roles.items()):
        roles.update(dict.fromkeys(parse.children(noun, "conj"), role))
        if role == "patient":
            # "attacks on cities in Libya": the place stands with what was attacked.
            for kid in parse.children(noun, "prep"):
                _below_preposition(parse, kid, "prep", False, roles)
    nouns = sorted(n for n in roles if n not in dating and parse.entity[n] not in TIMES)
    made: dict[tuple[int, str], Participant] = parse.memo.setdefault(find_participants, {})
    for noun in nouns:
        if (noun, roles[noun]) not in made:
            made[noun, roles[noun]] = _make(parse, noun, roles[noun], dating)
    return tuple(made[noun, roles[noun]] for noun in nouns)


def _below_preposition(
    parse: Parse, preposition: int, dep: str, nominal: bool, roles: dict[int, str]
) -> None:
    word = parse.lower[preposition]
    for noun in parse.children(preposition, "pobj"):
        if parse.entity[noun] in PLACES and word not in NO_PLACE:
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


def _controller(parse: Parse, verb: int) -> int | None:
    """Return who is made to do it: "asked the governor to dissolve the house"."""
    above = parse.head[verb]
    infinitive = any(parse.tag[k] == "TO" for k in parse.children(verb, "aux"))
    if parse.dep[verb] != "xcomp" or not infinitive or parse.lemma[above] == "promise":
        return None
    asked = parse.child(above, "dobj")
    return asked if asked is not None and asked < verb else None


def _places(parse: Parse, verb: int) -> list[int]:
    """Return the places in a verb's clause, however deep: "killed 9 in a camp in Libya"."""
    found, todo = [], [verb]
    while todo:
        token = todo.pop()
        for kid in parse.kids[token]:
            if parse.dep[kid] in BELOW or (parse.dep[kid] == "pobj" and parse.dep[token] == "prep"):
                todo.append(kid)
            where = parse.dep[token] == "prep" and parse.lower[token] in WHERE
            if where and parse.dep[kid] == "pobj" and parse.entity[kid] in PLACES:
                found.append(kid)
    return found


def _is_one(tokens: list[int]) -> bool:
    """Tell whether tokens before a noun are its own, gaps of dates and asides included."""
    return tokens[-1] - tokens[0] < REACH


def _head(parse: Parse, tokens: list[int]) -> int:
    inside = set(tokens)
    return next((t for t in tokens if parse.head[t] not in inside), tokens[-1])


def _make(parse: Parse, noun: int, role: str, dating: frozenset[int]) -> Participant:
    phrase = noun_phrase(parse, noun, dating)
    joined = parse.child(noun, "conj")
    if joined is not None:
        # Each of two that are joined is a participant of its own.
        end = min(parse.child(noun, "cc") or joined, parse.subtree(joined)[0])
        phrase = [t for t in phrase if t < end] or phrase
    tokens = tidy(parse, phrase) or [noun]
    # One stretch of text: from the first word before the noun to the last one before a gap.
    place = tokens.index(noun) if noun in tokens else 0
    begin = place
    while begin and tokens[begin - 1] == tokens[begin] - 1:
        begin -= 1
    tokens = tokens[begin:] if place and not _is_one(tokens[: place + 1]) else tokens
    while len(tokens) > 1 and parse.pos[tokens[-1]] == "ADV" and tokens[-1] != noun:
        tokens = tokens[:-1]  # "the minister here"
    end = 1
    while end < len(tokens) and (tokens[end] == tokens[end - 1] + 1 or tokens[end] <= noun):
        end += 1
    start, stop = parse.span(tokens[:end])
    text = " ".join(parse.text[start:stop].split())
    return Participant(text, start, stop, role, parse.entity[noun] or None)

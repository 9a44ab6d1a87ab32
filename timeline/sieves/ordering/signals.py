"""The order that a word tells: "resigned after the vote", "until she died", "having won"."""

from __future__ import annotations

from collections.abc import Iterator

from ...annotation import Event, EventLink
from ...consistency import SIGNAL
from .. import grammar
from ..base import Scene
from ..counted_back import words_behind
from ..grammar import words
from ..grammar.tokens import Token

UNREAL = frozenset({"generic", "recurring"})
# Words before a clause or a noun, and the TimeML relation of what they modify to it.
RELATIONS = {
    "after": "AFTER",
    "following": "AFTER",
    "once": "AFTER",
    "before": "BEFORE",
    "until": "ENDED_BY",
    "till": "ENDED_BY",
    "since": "BEGUN_BY",
    "during": "IS_INCLUDED",
    "while": "IS_INCLUDED",
    "when": "SIMULTANEOUS",
}
NOMINAL = frozenset("after following before until till since during".split())


def by_signal(scene: Scene) -> Iterator[EventLink]:
    """What a word says: "resigned after the vote", "until she died", "having won, she left"."""
    behind = words_behind(scene)
    for token in scene.doc:
        word = token.lower_
        if word not in RELATIONS and word != "having":
            continue
        if word == "when" and _tells_of_a_date(scene, token):
            continue
        if token.i in behind:
            continue  # the date says it, whatever verb the parser gave the clause to
        if word == "having":
            found = _having(token)
        elif token.dep_ == "prep":
            found = token.head, _object(token, word)
        else:
            found = token.head.head, token.head
            if token.dep_ not in ("mark", "advmod") or token.head.dep_ != "advcl":
                continue
        main, other = (scene.event_at.get(t.i) if t is not None else None for t in found)
        if main is None or other is None or not (is_told(main) and is_told(other)):
            continue
        relation = _relation(scene, main, other, word, is_clause=token.dep_ != "prep")
        if relation is not None:
            yield EventLink(main.id, relation, other.id, SIGNAL, word)


def _tells_of_a_date(scene: Scene, when: Token) -> bool:
    """True for "until October 2014, when they broke down": they did so then."""
    before = when.i - 1
    if before > 0 and scene.doc[before].text == ",":
        before -= 1
    return before in scene.inside


def is_told(event: Event) -> bool:
    """False for what did not happen, or happens again and again."""
    return event.polarity != "NEG" and event.status not in UNREAL


def _object(preposition: Token, word: str) -> Token | None:
    """The noun or participle behind a preposition: "after the vote", "before leaving"."""
    for child in preposition.rights:
        if child.dep_ == "pcomp" or (child.dep_ == "pobj" and word in NOMINAL):
            return child
    return None


def _having(token: Token) -> tuple[Token | None, Token | None]:
    """The main verb and the participle of "having won, she left"."""
    verb = token.head
    if token.dep_ == "aux" and verb.tag_ == "VBN" and verb.dep_ == "advcl":
        return verb.head, verb
    return None, None


def _relation(scene: Scene, main: Event, other: Event, word: str, *, is_clause: bool) -> str | None:
    """What the word says of these two; None where it may say something else."""
    form = grammar.finite_form(scene.trigger[main.id])
    clause = scene.trigger[other.id]
    if word == "having":
        return "AFTER"
    if word == "since":
        # "since he left" as a reason stands with any tense; as a time with a perfect.
        return "BEGUN_BY" if form in ("perfect", "past-perfect") and _is_past(clause) else None
    if word == "while":
        lasts = clause.tag_ == "VBG" or clause.lemma_.lower() in words.DURATIVE
        return "IS_INCLUDED" if lasts else None
    if word == "when":
        if form != "past" or not _is_past(clause) or grammar.finite_form(clause) != "past":
            return None
        return "INCLUDES" if _lasts(scene, main) else "SIMULTANEOUS"
    if is_clause and word == "once" and not grammar.own_subject(clause):
        return None
    return RELATIONS[word]


def _lasts(scene: Scene, event: Event) -> bool:
    verb = scene.trigger[event.id]
    progressive = verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.lefts)
    return event.class_ in ("STATE", "I_STATE") or progressive


def _is_past(verb: Token) -> bool:
    return not grammar.is_verb(verb) or grammar.finite_form(verb) in ("past", "past-perfect")

"""What a text says of the order of its events, without dates: one link for each thing said.

Each kind of evidence is one function; their order is one tuple, most precise first. Links of the
first kind also hand dates on; the others order begins, and the last is a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...annotation import Event, EventLink
from ...consistency import SIGNAL, STORY
from .. import grammar
from ..base import Found, Scene
from ..counted_back import stands_behind
from ..grammar import words
from ..grammar.tokens import Token
from .again import find_named_again

REPORTED, INTENDED = "reported", "intended"
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
# What such words open did not begin before the main clause, or by_signal tells.
NOT_BEFORE = frozenset("before until till so while when whenever if unless after once".split())
# Forms of a sentence's verbs that, as the next sentence goes on, come later than those named.
FORWARD = {
    "past": ("present", "future", "modal", "infinitive"),
    "perfect": ("present", "future", "modal", "infinitive"),
    "present": ("future",),
}


def find_event_links(scene: Scene, found_by: Found) -> tuple[EventLink, ...]:
    """The links in the order of their events; of two for a pair the more precise kind stays.

    `found_by`: the anchors so far. A word behind a signal may name an event that has one.
    """
    found: dict[tuple[str, str], EventLink] = {}
    for find in KINDS:
        for link in find(scene):
            if (link.other_id, link.event_id) not in found and link.event_id != link.other_id:
                found.setdefault((link.event_id, link.other_id), link)
    for link in find_named_again(scene, found_by, tuple(found.values())):
        found.setdefault((link.event_id, link.other_id), link)
    start = {event.id: event.start for event in scene.events}
    return tuple(sorted(found.values(), key=lambda x: (start[x.event_id], start[x.other_id])))


def by_signal(scene: Scene) -> Iterator[EventLink]:
    """What a word says: "resigned after the vote", "until she died", "having won, she left"."""
    for token in scene.doc:
        word = token.lower_
        if word not in RELATIONS and word != "having":
            continue
        if word == "when" and _tells_of_a_date(scene, token):
            continue
        if stands_behind(scene, token.i):
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
        if main is None or other is None or not (_is_told(main) and _is_told(other)):
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


def _is_told(event: Event) -> bool:
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


def by_report(scene: Scene) -> Iterator[EventLink]:
    """What somebody said had happened happened before, what will happen comes after."""
    for event in scene.events:
        verb = scene.trigger.get(event.id) if event.class_ == "REPORTING" else None
        if verb is None or not grammar.is_verb(verb):
            continue
        for child in verb.children:
            told = scene.event_at.get(child.i)
            if child.dep_ == "ccomp" and told is not None and told.class_ != "REPORTING":
                relation = _told_relation(grammar.finite_form(child))
                if relation:
                    yield EventLink(told.id, relation, event.id, REPORTED, verb.lower_)


def _told_relation(form: str) -> str | None:
    if form in ("past", "perfect", "past-perfect"):
        return "BEFORE"
    if form == "present":
        return "INCLUDES"
    return "AFTER" if form in ("future", "modal") else None


def by_intention(scene: Scene) -> Iterator[EventLink]:
    """What is done to some end, "he refused to go": first the one, then what it was for."""
    for event in scene.events:
        verb = scene.trigger.get(event.id)
        if verb is None or verb.tag_ != "VB" or verb.dep_ not in ("xcomp", "advcl"):
            continue
        first = scene.event_at.get(verb.head.i)
        if first is None or first.class_ in ("STATE", "I_STATE", "ASPECTUAL"):
            continue
        is_infinitive = any(c.tag_ == "TO" for c in verb.lefts)
        if is_infinitive and grammar.finite_form(verb.head) in ("past", "perfect"):
            yield EventLink(event.id, "AFTER", first.id, INTENDED, "to")


def by_story(scene: Scene) -> Iterator[EventLink]:
    """A story goes on, "he rose and left"; what is told beside a report came before it."""
    previous: list[_Told] = []
    here: list[_Told] = []
    for event in scene.events:
        if here and event.sentence != here[0].event.sentence:
            previous, here = here, []
        verb = scene.trigger.get(event.id)
        if verb is None or not grammar.is_verb(verb):
            continue
        first = _coordinated(scene, event, verb)
        if first is not None:
            yield EventLink(event.id, "AFTER", first.id, STORY, "and")
        told = _Told(event, verb, _form(verb))
        for other in (*previous, *here):
            link = _beside(other, told) or _by_tense(other, told)
            if link is not None:
                yield link
            elif other.event.sentence != event.sentence and told.form in FORWARD.get(
                other.form, ()
            ):
                yield EventLink(event.id, "AFTER", other.event.id, STORY)
        here.append(told)


class _Told(NamedTuple):
    """A verb of the story, with the shape of its clause."""

    event: Event
    verb: Token
    form: str


def _form(verb: Token) -> str:
    form = grammar.finite_form(verb)
    return "infinitive" if form == "none" and verb.tag_ == "VB" else form


def _coordinated(scene: Scene, event: Event, verb: Token) -> Event | None:
    """The verb before in "rose and left", "fell and he left": told in the order of its going on."""
    if verb.dep_ != "conj" or not grammar.is_verb(verb):
        return None
    form = grammar.finite_form(verb)
    if form != grammar.finite_form(verb.head):
        return None
    first = scene.event_at.get(verb.head.i)
    if first is None or not (_is_told(first) and _is_told(event)):
        return None
    if form == "past" and grammar.own_subject(verb) is None:
        return first
    return first if first.class_ == event.class_ == "OCCURRENCE" else None


def _beside(first: _Told, second: _Told) -> EventLink | None:
    """How a report and what is told in its sentence, or beside it, lie: by the tense."""
    report, other = (second, first) if second.event.class_ == "REPORTING" else (first, second)
    if report.event.class_ != "REPORTING":
        return None
    if other.event.class_ == "REPORTING":
        return EventLink(second.event.id, "AFTER", first.event.id, STORY)
    relation = "AFTER" if other.form == "future" else "BEFORE"
    return EventLink(other.event.id, relation, report.event.id, STORY)


def _by_tense(first: _Told, second: _Told) -> EventLink | None:
    """What the forms of two verbs of a sentence say: "he says he won", "left the man named then".

    The later one began first; a clause of "because" or the like too: "left as they had no work".
    """
    if not (_is_told(first.event) and _is_told(second.event)):
        return None
    if first.event.sentence != second.event.sentence:
        return None
    verb, past = second.verb, first.form == "past"
    recalls = first.form == "present" and second.form == "past"
    modifies = past and verb.dep_ == "acl" and verb.tag_ == "VBN"
    explains = past and second.form == "past" and verb.dep_ == "advcl" and _explains(verb)
    if recalls or modifies or (explains and verb.head.i == first.verb.i):
        return EventLink(second.event.id, "BEFORE", first.event.id, STORY)
    return None


def _explains(clause: Token) -> bool:
    return not any(c.lower_ in NOT_BEFORE for c in clause.lefts if c.dep_ in ("mark", "advmod"))


KINDS: tuple[Callable[[Scene], Iterator[EventLink]], ...] = (
    by_signal,
    by_report,
    by_intention,
    by_story,
)

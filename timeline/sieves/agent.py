"""What somebody did and said on the day that a report tells of: "Lind spoke on Friday ... He said".

A report tells of one appearance at a time. Where a recent day dates what somebody did, the other
finite past main verbs of the same subject are of that day, until a day dates them anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..annotation import Anchor, Event
from ..temporal.granularity import Granularity
from . import grammar
from .base import Found, Scene
from .carried import TELLING, on_that_day
from .frames.making import make_anchor, same_time
from .grammar import words
from .grammar.tokens import Token
from .reporting import PRESS

NAME = "agent"
RECENT = 7 * 86_400  # s before the report
PERSONS = frozenset(("he", "she"))
GIVING = ("attached", "clause")  # sieves that an expression of the clause speaks through
HERE = frozenset(("then", "also"))  # move a story on within its day


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """Anchors of main verbs whose subject did something on a day that the report tells of."""
    if scene.date.value is None or scene.date.basis not in PRESS or scene.passages:
        return
    told: dict[str, Anchor] = {}
    names: dict[str, str] = {}
    by_id = {e.id: e for e in scene.expressions}
    last: tuple[str, ...] = ()
    before: Anchor | None = None  # the time that was told last, whoever did it
    for event in scene.events:
        verb = scene.trigger.get(event.id)
        before = _own_date(found.get(event.id)) or before
        if verb is None or not _is_told(event, verb):
            continue
        agents = _agents_of(verb, last, names)
        if not agents:
            continue
        last = agents
        anchor = found.get(event.id)
        if anchor is not None:
            for agent in agents:
                if _is_recent_day(scene, anchor):
                    told[agent] = anchor
                elif anchor.sieve != NAME and _is_dated(anchor):
                    told.pop(agent, None)
            continue
        source = next((told[agent] for agent in agents if agent in told), None)
        expression = by_id.get(source.evidence[0].timex_id) if source is not None else None
        if source is None or expression is None or not _is_plain(scene, event, verb):
            continue
        goes_on = any(child.lower_ == "then" for child in verb.children)
        if goes_on and before is not None and not same_time(before, source):
            continue
        evidence = [(expression, "of the same subject")]
        yield make_anchor(
            event, on_that_day(source), NAME, evidence, inferred=True, basis="inferred"
        )


def _is_told(event: Event, verb: Token) -> bool:
    """True for what somebody did or said: a finite past verb of a main clause."""
    if event.class_ not in TELLING and event.class_ != "REPORTING":
        return False
    if event.polarity == "NEG" or event.modality is not None or not grammar.is_verb(verb):
        return False
    if verb.tag_ == "VBG":
        return False  # "was carrying a message" goes on
    if any(child.dep_ == "auxpass" for child in verb.children):
        return False
    head = verb
    while head.dep_ == "conj" and grammar.is_verb(head.head):
        head = head.head
    return head.dep_ == "ROOT" and grammar.finite_form(verb) == "past"


def _agents_of(verb: Token, last: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    """The names of the subject and of what is coordinated with it; "he" is who was told of last."""
    subject = grammar.subject_of(verb)
    if subject is None:
        return ()
    if subject.lower_ in PERSONS:
        return last
    found = (_name_of(token, names) for token in (subject, *subject.conjuncts))
    return tuple(name for name in found if name)


def _name_of(noun: Token, names: dict[str, str]) -> str:
    """The last word of a name, or ""; `names`: the last word of a name by each of its words.

    "Anna" is "Anna Lind"; a name that was told is known where the parser sees a common noun.
    """
    word = noun.lower_
    if noun.pos_ != "PROPN":
        bare = not any(c.dep_ in ("det", "poss", "amod", "nummod") for c in noun.lefts)
        return word if bare and noun.text[:1].isupper() and names.get(word) == word else ""
    first = next((c for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    if first is None:
        return names.get(word, word)
    names[word] = word
    if noun.ent_type_ == "PERSON" and first.ent_type_ == "PERSON":
        names.setdefault(first.lower_, word)
    return word


def _is_recent_day(scene: Scene, anchor: Anchor) -> bool:
    """True for a day of the last week that an expression in the clause gives."""
    first, last, day = anchor.begin.earliest, anchor.end.latest, scene.date.value
    if anchor.sieve not in GIVING or anchor.shape != "instant":
        return False
    if first is None or last is None or day is None or anchor.granularity > Granularity.DAY:
        return False
    gap = day.cell.hi - last.cell.hi
    return -RECENT < gap <= RECENT and first.cell.lo < day.cell.hi


def _own_date(anchor: Anchor | None) -> Anchor | None:
    return anchor if anchor is not None and anchor.sieve in GIVING else None


def _is_dated(anchor: Anchor) -> bool:
    return anchor.basis in ("expression", "relative")


def _is_plain(scene: Scene, event: Event, verb: Token) -> bool:
    """True where nothing moves the time: no word of sequence, no expression of its own."""
    if scene.links_of(event):
        return False
    moves = words.SEQUENCE - HERE
    for child in verb.children:
        opens = child.dep_ == "advcl" and child.i < verb.i
        if opens or child.lower_ in moves or child.i in scene.inside:
            return False
    return True

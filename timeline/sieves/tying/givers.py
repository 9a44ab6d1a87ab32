"""The events of a sentence whose time another one shares: conjuncts, participles, nouns."""

from __future__ import annotations

from collections.abc import Iterator

from ...annotation import Event
from .. import grammar
from ..base import Link, Scene
from ..grammar import words
from ..grammar.tokens import Token
from ..named_events.naming import counted_length

# An event whose time another one shares, and whether both are one happening; None: it only came at
# that time, as far as a month or a year tells times apart.
Given = tuple[Event, bool | None]


def has_own_date(scene: Scene, event: Event) -> bool:
    """Whether words of its own clause date an event, beyond how long it took."""
    own = (link for link in scene.links_of(event) if link.how in ("direct", "label"))
    return not all(_is_length(scene, link) for link in own)


def _is_length(scene: Scene, link: Link) -> bool:
    """Whether words only say how long something took: "releasing chlorine over 43 minutes"."""
    length = link.expression.type == "DURATION" and counted_length(link.expression) is not None
    return length and link.signal in ("for", "over") and link.expression.id not in scene.namings


def find_givers(scene: Scene, token: Token) -> Iterator[Given]:
    """The events whose time a trigger shares."""
    if grammar.is_verb(token):
        yield from _from_nouns(scene, token)
        yield from _from_main(scene, token)
        yield from _from_clauses(scene, token)
    else:
        yield from _from_verbs(scene, token)


def _from_nouns(scene: Scene, verb: Token) -> Iterator[tuple[Event, bool]]:
    """A verb takes the time of the happening that it is said of: "the attack on Monday killed"."""
    lemma = verb.lemma_.lower()
    if grammar.is_negated(verb):
        return
    if lemma in words.RESULTING or lemma in words.OCCURRING:
        subject = grammar.subject_of(verb)
        if subject is not None and subject.i in scene.event_at and not grammar.is_verb(subject):
            yield scene.event_at[subject.i], True
    yield from _from_publishing(scene, verb)
    for noun in _occasions(verb):
        if noun.i in scene.event_at:
            yield scene.event_at[noun.i], False
    if lemma in words.LIGHT:
        for noun in grammar.objects_of(verb):
            if noun.i in scene.event_at:
                yield scene.event_at[noun.i], True


def _from_publishing(scene: Scene, verb: Token) -> Iterator[tuple[Event, bool]]:
    """What a report says it says when it comes out: "A report, published in May, called for it"."""
    subject = grammar.own_subject(verb)
    if subject is None or grammar.finite_form(verb) != "past":
        return
    for child in subject.rights:
        published = child.dep_ == "acl" and child.lemma_.lower() in words.PUBLISHING
        if published and child.i in scene.event_at:
            yield scene.event_at[child.i], False


def _occasions(verb: Token) -> Iterator[Token]:
    """What a verb happened at: "said at a meeting on Monday"."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in ("at", "in", "during"):
            yield from (n for n in child.rights if n.dep_ == "pobj" and _is_gathering(n))


def _is_gathering(noun: Token) -> bool:
    return noun.lemma_.lower() in words.GATHERINGS | words.DISASTERS


def _from_verbs(scene: Scene, noun: Token) -> Iterator[tuple[Event, bool]]:
    """A noun takes the time of the verb that says that it happened: "talks were held on Monday"."""
    for verb in _verbs_of(scene, noun):
        lemma = verb.lemma_.lower()
        subject = grammar.subject_of(verb)
        if subject is not None and subject.i == noun.i:
            happened = lemma in words.OCCURRING or lemma in words.RESULTING
            # A reduced passive that the parser took for the main verb: "the battle, fought in May".
            passive = lemma in words.LIGHT and not any(c.dep_ == "dobj" for c in verb.children)
            if happened or passive:
                yield scene.event_at[verb.i], True
                continue
        if lemma in words.LIGHT and any(t.i == noun.i for t in grammar.objects_of(verb)):
            yield scene.event_at[verb.i], True
    verb = noun.head.head
    if noun.dep_ != "pobj" or not grammar.is_verb(verb) or verb.i not in scene.event_at:
        return
    preposition = noun.head.lower_
    if preposition in ("at", "in", "during") and _is_gathering(noun):
        yield scene.event_at[verb.i], False
    if preposition in ("into", "to") and verb.lemma_.lower() in words.CHANGING:
        yield scene.event_at[verb.i], True


def _verbs_of(scene: Scene, noun: Token) -> Iterator[Token]:
    """The event verbs that a noun is an argument of, or that modify it."""
    head = noun
    while head.dep_ == "conj" and not grammar.is_verb(head.head):
        head = head.head
    if grammar.is_verb(head.head):
        verb = head.head
        if verb.i in scene.event_at:
            yield verb
        for other in grammar.later_conjuncts(verb):
            if other.i in scene.event_at and grammar.own_subject(other) is None:
                yield other
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl") and child.i in scene.event_at:
            yield child


def _from_main(scene: Scene, verb: Token) -> Iterator[tuple[Event, bool]]:
    """A participle behind its clause: first what it holds itself, then the main verb.

    "..., escalating into riots with buildings ransacked a few days later" is of those days;
    "the ramp collapsed on Saturday, throwing eleven people into the water" is of Saturday.
    """
    whole = _part_of(verb)
    if whole is not None and whole.i in scene.event_at:
        yield scene.event_at[whole.i], False
    while verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head  # "killing seven and wounding 20"
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < verb.head.i:
        return
    if any(c.dep_ in ("mark", "aux", "auxpass") for c in verb.children):
        return
    for token in verb.subtree:
        inner = scene.event_at.get(token.i)
        absolute = inner is not None and token.i != verb.i and _is_absolute(token, verb)
        if inner is not None and absolute and has_own_date(scene, inner):
            yield inner, False
    if verb.head.i in scene.event_at:
        yield scene.event_at[verb.head.i], verb.lemma_.lower() in words.RESULTING


def _part_of(verb: Token) -> Token | None:
    """The verb that was done in doing this: "ended by showing a film", "went on to say"."""
    above = verb.head
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and above.lower_ == "by" and above.i < verb.i:
        return above.head if grammar.is_verb(above.head) else None
    if verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VB" and above.i < verb.i:
        goes = above.lemma_.lower() in ("go", "move") and any(
            c.lower_ == "on" for c in above.rights if c.i < verb.i
        )
        if goes and grammar.finite_form(above) == "past":
            return above
    return None


def _from_clauses(scene: Scene, verb: Token) -> Iterator[tuple[Event, bool | None]]:
    """A main verb takes the time of what its sentence tells beside it.

    "After graduating in 1954 he joined the yard", "on her release in 1911 she left", "it cracked
    while being rung in 1887", "when I came this morning it was gone".
    """
    if grammar.finite_form(verb) != "past" or grammar.is_negated(verb):
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.i < verb.i and child.lower_ in ("after", "on", "upon"):
            for inner in child.rights:
                doing = inner.dep_ == "pcomp" and inner.tag_ == "VBG"
                at_once = inner.dep_ == "pobj" and child.lower_ != "after"
                if (doing or at_once) and inner.i in scene.event_at:
                    yield scene.event_at[inner.i], None
        if child.dep_ == "advcl" and child.i in scene.event_at:
            marks = {c.lower_ for c in child.lefts if c.dep_ in ("mark", "advmod")}
            while_doing = "while" in marks and child.tag_ in ("VBG", "VBN")
            if while_doing or ("when" in marks and grammar.finite_form(child) == "past"):
                yield scene.event_at[child.i], False


def _is_absolute(token: Token, verb: Token) -> bool:
    """True inside a "with" phrase of the verb: "with government buildings getting ransacked"."""
    for ancestor in token.ancestors:
        if ancestor.i == verb.i:
            return False
        if ancestor.lower_ == "with" and ancestor.dep_ == "prep":
            return True
    return False

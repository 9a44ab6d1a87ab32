"""Verbs that say when something begins or ends, or how long it lasts, date it and share it.

"The strike began on 3 May and lasted nine days": the strike, from 3 to 11 May; "began" and "lasted"
are part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..annotation import Anchor, Bounds, Event, TemporalExpression
from ..rules.terms import REACH, TERMS
from ..temporal.granularity import Granularity
from ..temporal.values import Duration
from . import grammar
from .base import Found, Scene
from .frames import bounding
from .frames.bounding import Frame
from .frames.lasting import lasting_from
from .frames.making import make_anchor
from .frames.reading import duration_of, read_links
from .grammar import words
from .grammar.tokens import Token

NAME = "aspect"


@dataclass(slots=True)
class _Course:
    """What the verbs said of one happening, in text order."""

    happening: Event | None
    verbs: list[Event] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    moments: dict[str, tuple[TemporalExpression, Frame]] = field(default_factory=dict)
    begin: tuple[TemporalExpression, Frame] | None = None
    end: tuple[TemporalExpression, Frame] | None = None
    length: tuple[TemporalExpression, Duration] | None = None


def propose(scene: Scene, found: Found) -> Iterator[Anchor]:
    """One anchor for a happening and each of the verbs that date it."""
    for course in _courses(scene):
        read = _read(course)
        if read is None:
            continue
        frame, evidence = read
        members = [*([course.happening] if course.happening else []), *course.verbs]
        yield make_anchor(members[0], frame, NAME, evidence)
        for verb in members[1:]:
            # "began" itself is the moment of beginning; "lasted" is the whole stretch.
            own = course.moments.get(verb.id)
            if own is None:
                yield make_anchor(verb, frame, NAME, evidence, part_of=members[0].id)
            else:
                yield make_anchor(verb, own[1], NAME, [(own[0], "")], part_of=members[0].id)


def _courses(scene: Scene) -> Iterator[_Course]:
    """The happenings of which a verb tells the begin, the end or the length."""
    courses: dict[int, _Course] = {}
    last: tuple[int, int] | None = None  # (end of its sentence, key) of the happening told last
    for event in scene.events:
        verb = scene.trigger.get(event.id) if event.lemma in _TELLING else None
        if verb is None or not grammar.is_verb(verb):
            continue
        thing = _happening(scene, verb)
        key = thing.i if thing is not None else verb.i
        if last is not None and _goes_back(thing, verb, last[0]):
            key = last[1]
        course = courses.get(key)
        if course is None:
            course = courses[key] = _Course(scene.event_at.get(key) if thing is not None else None)
        _add(scene, course, event, event.lemma)
        last = event.sentence[1], key
    yield from courses.values()


_TELLING = words.BEGINNING | words.ENDING | {"last", "erupt", "break", "open"}


def _happening(scene: Scene, verb: Token) -> Token | None:
    """What begins or lasts: an event as object or complement ("began talks"), else the subject."""
    for child in verb.children:
        if child.dep_ in ("dobj", "xcomp") and child.i in scene.event_at:
            return child
    main = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i < main.i and main.i in scene.event_at:
        return main  # "Beginning in 1990, the district was redeveloped"
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and main.lemma_.lower() in _TELLING:
        return _happening(scene, main)  # "beginning 1 March and ending 30 June"
    return _term(scene, verb) or grammar.subject_of(verb)


def _term(scene: Scene, verb: Token) -> Token | None:
    """What a participle bounds behind a comma: "for a term of two years, beginning 1 March"."""
    if verb.tag_ != "VBG" or verb.i < 2 or scene.doc[verb.i - 1].text != ",":
        return None
    for token in reversed(scene.doc[max(verb.i - 1 - REACH, verb.sent.start) : verb.i - 1]):
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            return None
        if token.pos_ == "NOUN" and token.lemma_.lower() in TERMS:
            return token
    return None


def _goes_back(thing: Token | None, verb: Token, sentence_end: int) -> bool:
    """True for "It lasted nine days" right after the sentence that told what began."""
    if thing is None or thing.lower_ not in ("it", "they", "this") or verb.lemma_ != "last":
        return False
    return 0 <= verb.sent.start_char - sentence_end <= 2


def _add(scene: Scene, course: _Course, event: Event, lemma: str) -> None:
    course.verbs.append(event)
    course.lemmas.add(lemma)
    links = scene.links_of(event)
    if not links and course.happening is not None:
        links = scene.links_of(course.happening)  # "will begin withdrawing on Friday"
    own = [link for link in links if link.how in ("direct", "label")]
    course.length = course.length or duration_of(scene, event)
    read = read_links(
        scene, event, [x for x in own if not isinstance(x.expression.value, Duration)]
    )
    if read is None or lemma == "last":
        return
    statement = read[1][0][0], read[0]
    if read[0].shape == "interval":
        return  # a stretch that the signals read
    course.moments[event.id] = statement
    if lemma in words.ENDING:
        course.end = course.end or statement
    else:
        course.begin = course.begin or statement


def _is_before(begin: Bounds, end: Bounds) -> bool:
    """Whether the one can lie before the other: a date without its year may be of a later one."""
    first, last = begin.earliest, end.latest
    return first is None or last is None or first.cell.lo < last.cell.hi


def _read(course: _Course) -> tuple[Frame, list[tuple[TemporalExpression, str]]] | None:
    """The interval that the verbs tell together; None where they tell no more than a plain date."""
    begin, end, length = course.begin, course.end, course.length
    no_begin = not course.lemmas & words.BEGINNING
    if begin is not None and length is not None:
        until = lasting_from(begin[1].begin, begin[1].granularity, length[1])
        if until is None and begin[1].granularity > Granularity.DAY:
            return None
        if until is not None:
            evidence = [(begin[0], "began"), (length[0], "lasted")]
            return _frame(begin[1].begin, until, "BEGUN_BY", begin[1].granularity), evidence
    if begin is not None and end is not None and not _is_before(begin[1].begin, end[1].end):
        # "opened on 3 April and ended on 2 May 2023": the one with its year is sure
        begin, end = (None, end) if begin[0].anchor_id is not None else (begin, None)
    if begin is not None and end is not None:
        grain = min(begin[1].granularity, end[1].granularity)
        evidence = [(begin[0], "began"), (end[0], "ended")]
        return _frame(begin[1].begin, end[1].end, "BEGUN_BY", grain), evidence
    if course.happening is None or (no_begin and end is None):
        return None
    if begin is not None:
        if begin[1].relation in ("BEFORE", "AFTER"):
            return None  # "began shortly before 6 a.m.": that is a point near by
        frame = _frame(begin[1].begin, bounding.NOT_BOUNDED, "BEGUN_BY", begin[1].granularity)
        return frame, [(begin[0], "began")]
    if end is not None:
        if course.lemmas <= words.BRINGING_TO_AN_END:
            return None  # "the talks finished this morning": they did so then
        frame = _frame(bounding.NOT_BOUNDED, end[1].end, "ENDED_BY", end[1].granularity)
        return frame, [(end[0], "ended")]
    return None


def _frame(begin: Bounds, end: Bounds, relation: str, granularity: Granularity) -> Frame:
    return Frame("interval", begin, end, relation, granularity, bounded=False)

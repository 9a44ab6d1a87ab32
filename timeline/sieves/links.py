"""Ties expressions to the events of their own sentence, by the parse and the order of words.

An expression climbs from its head to the first word that it can date. What it dates there may be
shared: a fronted date holds for coordinated verbs, one behind a verb for those of the same subject.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..annotation import WRITING_UP, Event, TemporalExpression
from ..document import Block
from ..temporal.values import Moment
from . import grammar, words
from .base import Link, Scene
from .climbing import NAMING, cleft_verb, climb, verb_behind
from .phrase import dates_nothing, is_fine, lies_ahead, signal_before
from .sharing import share
from .tokens import Token

RETURNING = frozenset("return go come get".split())
TOLD = ("past", "past-perfect")
# What parts the cells of a line, and what a cell's date may be followed by.
CELL_GAP = re.compile(r"\s{2}|\t|[|;]")
ENDS_CELL = re.compile(r"\s{0,2}(?:$|\n|\s{2}|\t|[|;])")
# A participle that labels a date, and what may follow that: "Dictated 17/03, typed 19/03".
DEED = re.compile(r"[\s*_-]{0,4}[A-Z][a-z]{2,15}ed[ \t]{1,3}")
ENDS_DEED = re.compile(r"\s{0,2}(?:$|[\n,;.])")
TITLE = 6  # words of a numbered item that stands for a heading
# Who wrote a line of a chat, behind its stamp.
NAME = r"[^\W\d_][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20})?"
SPEAKER = re.compile(rf"[)\]]?[ \t]{{0,3}}(?:[-–][ \t])?<?{NAME}>?:[ \t]")


def find_links(scene: Scene) -> dict[str, tuple[Link, ...]]:
    """For each event id, the expressions that its sentence ties to it, nearest first."""
    found: dict[str, list[Link]] = {}
    ends = {end for e in scene.expressions for end in e.ends}
    written = _written(scene)
    direct: list[tuple[Token, Link]] = []
    for expression in scene.expressions:
        if expression.id not in scene.head:
            continue
        then = _when(scene, expression) if expression.type != "INTERVAL" else None
        if then is not None:
            found.setdefault(then.id, []).append(Link(expression, "", "direct", 1))
        if expression.id in ends:
            continue
        for event, link in _direct(scene, expression, written):
            event = _nearer(scene, event, link, found.get(event.id, ()))
            found.setdefault(event.id, []).append(link)
            direct.append((scene.trigger[event.id], link))
    settled = set(found)  # an expression of its own beats a shared one
    for trigger, link in direct:
        for event, shared in share(scene, trigger, link):
            if event.id not in settled:
                found.setdefault(event.id, []).append(shared)
    return {event: tuple(sorted(links, key=_nearness(links))) for event, links in found.items()}


def _nearer(scene: Scene, event: Event, link: Link, others: Sequence[Link]) -> Event:
    """The verb that a second date stands behind, where the first one has dated its own before.

    "She was made an OBE in 1994, which she had turned down once before, in 1979, on the ground".
    """
    start = link.expression.start
    own = [x.expression for x in others if x.how == "direct" and x.expression.end < start]
    if link.how != "direct" or not own or not _are_apart(own[-1], link.expression):
        return event
    between = scene.events_between(own[-1].end, start)
    for nearer in reversed(between):
        verb = scene.trigger.get(nearer.id)
        if verb is None or nearer.sentence != event.sentence or not grammar.is_verb(verb):
            continue
        if grammar.finite_form(verb) in TOLD and nearer.polarity != "NEG":
            return nearer
    return event


def _are_apart(first: TemporalExpression, second: TemporalExpression) -> bool:
    """Whether two dates share no time, so that one event cannot be of both."""
    values = first.value, second.value
    if not isinstance(values[0], Moment) or not isinstance(values[1], Moment):
        return False
    one, other = values[0].cell, values[1].cell
    return one.hi <= other.lo or other.hi <= one.lo


def _written(scene: Scene) -> frozenset[str]:
    """The stamps that only say when words were written, and by whom.

    "On 5 May at 18:40, Ines Weber wrote:", "[21:14] dana: has anyone heard from Lev?"
    """
    mails = {p.start for p in scene.passages if p.date.basis == "mail"}
    stamps = set(scene.stamps.values())
    spoken = (e for e in scene.expressions if e.id in stamps and SPEAKER.match(scene.text, e.end))
    sent = (stamp for start, stamp in scene.stamps.items() if start in mails)
    return frozenset((*sent, *(e.id for e in spoken)))


def _nearness(links: Sequence[Link]) -> Callable[[Link], tuple[bool, bool, int, int]]:
    """The nearest first; a date in the clause comes before the stamp that its line begins with."""
    own = any(x.how == "direct" and x.expression.type in ("DATE", "TIME") for x in links)

    def key(link: Link) -> tuple[bool, bool, int, int]:
        shared = link.how not in ("direct", "label")
        stamp = own and link.how == "label"
        return shared, stamp, link.distance, link.expression.start

    return key


def _direct(
    scene: Scene, expression: TemporalExpression, written: frozenset[str]
) -> Iterator[tuple[Event, Link]]:
    signal, first = signal_before(scene, expression)
    if dates_nothing(scene, expression, first, signal):
        return
    if first > 1 and scene.doc[first - 1].lower_ == "again" and _adds(scene.doc[first - 2]):
        # "was nominated in 1921 and again in 1924": a second time, not the first
        if first - 1 in scene.event_at:
            yield scene.event_at[first - 1], Link(expression, signal, "direct", 1)
        return
    if first and scene.doc[first - 1].dep_ == "cc" and first - 1 in scene.event_at:
        yield scene.event_at[first - 1], Link(expression, signal, "direct", 1)
        return  # "won in 1903 and 1905": the word that stands for the second time
    if expression.id in written:
        return
    label = find_label(scene, expression)
    if label is not None:
        yield label, Link(expression, signal, "label", 1)
        return
    told = cleft_verb(scene, expression, first)
    if told is not None:
        if told.i in scene.event_at:
            how = "" if signal in words.UNTIL else signal
            yield scene.event_at[told.i], Link(expression, how, "direct", 1)
        return
    torn = _clause_behind(scene, expression)
    target, distance = (torn, 1) if torn is not None else climb(scene, expression, first)
    if target is None:
        target, distance = verb_behind(scene, expression, first), 1
    if torn is not None and torn.i not in scene.event_at:
        return
    if target is None:
        return
    before = _told_by_that(scene, target, expression)
    if before is not None:
        yield before, Link(expression, signal, "direct", distance)
        return
    if scene.head[expression.id].dep_ in NAMING and not grammar.is_verb(target):
        signal = ""  # "following last week's attack": after the attack, not after the week
    for event in _events_of(scene, target, expression, first, signal):
        yield event, Link(expression, signal, "direct", distance)


def _told_by_that(scene: Scene, verb: Token, expression: TemporalExpression) -> Event | None:
    """What the sentence before told, where this one only dates it: "That was in 1936."."""
    subject = grammar.own_subject(verb)
    if verb.lemma_ != "be" or verb.dep_ != "ROOT" or subject is None:
        return None
    first, within = verb.sent.start, scene.within[expression.id]
    if subject.lower_ not in ("that", "this", "it") or subject.i != first or first == 0:
        return None
    rest = (t for t in scene.doc[verb.i + 1 : verb.sent.end] if t.i not in within)
    if any(t.pos_ not in ("ADP", "PUNCT", "ADV") for t in rest):
        return None
    sentence = scene.doc[first - 1].sent
    pasts = [t for t in sentence if t.i in scene.event_at and grammar.finite_form(t) == "past"]
    told = [t for t in pasts if t.i == sentence.root.i] or pasts
    if len(told) != 1 or any(t.i in scene.inside for t in sentence):
        return None
    if scene.block_at(told[0].idx) != scene.block_at(verb.idx):
        return None
    event = scene.event_at[told[0].i]
    return event if event.polarity != "NEG" else None


def _clause_behind(scene: Scene, expression: TemporalExpression) -> Token | None:
    """The verb of the clause that a time opens, where the parser made it a relative clause.

    "The following spring he marched", "and two years later another did"; but "the year he left".
    """
    if expression.anchor_id is None or expression.id in scene.namings:
        return None
    within = scene.within[expression.id]
    stop = within.stop
    # "by the end of the year his sons had quarrelled": a clause of the last noun
    last = scene.doc[stop - 1]
    for child in (*scene.head[expression.id].rights, *last.rights):
        subject = grammar.own_subject(child) if child.dep_ == "relcl" else None
        if subject is None or subject.tag_ in grammar.RELATIVES or subject.left_edge.i != stop:
            continue
        return child if grammar.is_verb(child) else None
    return None


def _adds(before: Token) -> bool:
    """True for "and again in 1924"; "was damaged again on 23 August" is of that day."""
    return before.dep_ == "cc" or before.lower_ in (",", "and", "or", "then")


def _when(scene: Scene, expression: TemporalExpression) -> Event | None:
    """The event of a clause with "when" right behind a date: "until 1963, when it burned down"."""
    stop = scene.within[expression.id].stop
    for word in scene.doc[stop : stop + 2]:
        if word.lower_ == "when" and grammar.is_verb(word.head) and word.head.i > word.i:
            verb = word.head
            follows = verb.dep_ in ("relcl", "advcl") and verb.head.i < stop
            asks = scene.doc[word.i + 1].dep_ in ("aux", "auxpass")  # "when do you leave?"
            return scene.event_at.get(verb.i) if follows and not asks else None
        if word.text != ",":
            return None
    return None


def find_label(scene: Scene, expression: TemporalExpression) -> Event | None:
    """The event of a label and its date, or of a line led by its date.

    "Date of birth: 9 November 1961", "Admitted: 22/11/2023   Discharged: 01/12/2023"; "2018: the
    software house is bought", and in a list or a log "02:31 Petrov restarts the pods".
    """
    place = scene.block_at(expression.start)
    if place < 0:
        return None
    block, text = scene.blocks[place], scene.text
    line = max(text.rfind("\n", 0, expression.start) + 1, block.start)
    before = text[line : expression.start].rstrip()
    if before.endswith(":") and ENDS_CELL.match(text, expression.end):
        cell = max((gap.end() for gap in CELL_GAP.finditer(before)), default=0)
        named = scene.events_between(line + cell, expression.start)
        is_own = len(named) == 1 and named[0].lemma in words.DATING
        return named[0] if len(named) == 1 and not is_own else None
    deed = scene.events_between(line, expression.start)[-1:]
    if (
        deed
        and DEED.fullmatch(text, line, expression.start)
        and ENDS_DEED.match(text, expression.end)
    ):
        return deed[0]
    if text[block.start : expression.start].strip(" -*•–—([\t"):
        return None
    headed = _headed(scene, expression, place)
    if headed is not None:
        return headed
    after = text[expression.end : expression.end + 3]
    marked = after.lstrip(" )]")[:1] in (":", "–", "—", "-", "|") or after[:2].isspace()
    if not marked and not (block.kind == "list-item" and is_fine(expression)):
        return None
    inside = scene.events_between(expression.end, block.end)
    if not inside:
        return None
    first_sentence = [e for e in inside if e.sentence == inside[0].sentence]
    heads = [e for e in first_sentence if _is_main(scene.trigger[e.id])]
    return (heads or first_sentence)[0]


def _headed(scene: Scene, expression: TemporalExpression, place: int) -> Event | None:
    """The event of a heading whose paragraph begins with nothing but its date.

    "Date of next meeting", and below it "Tuesday 13 June at 7.30 pm in the hall."
    """
    if expression.id in scene.stamps.values():
        return None  # the day of a diary below its title
    if place == 0 or not is_fine(expression) or not _is_title(scene, scene.blocks[place - 1]):
        return None
    sentence = scene.head[expression.id].sent
    if any(t.pos_ in ("VERB", "AUX") or t.i in scene.event_at for t in sentence):
        return None
    heading = scene.blocks[place - 1]
    named = scene.events_between(heading.start, heading.end)
    return named[0] if len(named) == 1 else None


def _is_title(scene: Scene, block: Block) -> bool:
    """A heading, or the few words of a numbered item: "7. Next meeting"."""
    words_of = scene.text[block.start : block.end]
    short = len(words_of.split()) <= TITLE and words_of[-1:].isalnum() and words_of[:1].isdigit()
    return block.kind == "heading" or (block.kind == "list-item" and short)


def _is_main(token: Token) -> bool:
    """True for a finite verb that no other clause of its sentence holds."""
    if token.pos_ not in ("VERB", "AUX") or grammar.finite_form(token) == "none":
        return False
    return token.dep_ not in ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj")


def _events_of(
    scene: Scene, target: Token, expression: TemporalExpression, first: int, signal: str
) -> list[Event]:
    """The events that a word dated by an expression stands for."""
    target = _moved(scene, target, expression, first)
    verb = target.lemma_.lower()
    until = first > 0 and scene.doc[first - 1].lower_ in words.UNTIL  # "until after Easter"
    if verb in words.PUTTING_OFF and (signal in words.UNTIL or until):
        return []
    if signal == "since" and _lasts_before(scene, target, first):
        noun = scene.event_at.get(first - 1)
        return [noun] if noun is not None else []
    if grammar.finite_form(target) == "past" and lies_ahead(scene, expression):
        # "announced elections on 5 June": what is told as past cannot lie ahead of the text.
        if not grammar.is_verb(target) or signal not in ("", "on", "in", "for", "at"):
            return []
        if verb in WRITING_UP and target.i in scene.event_at:
            return [scene.event_at[target.i]]  # "typed 19 March", of a letter of the 17th
        return [scene.event_at[t.i] for t in grammar.objects_of(target) if t.i in scene.event_at]
    named = _named_day(scene, target, expression, first, signal)
    if named is not None:
        return named
    if verb in words.PROSPECTIVE and signal in ("for", "") and target.i in scene.event_at:
        planned: list[Token | None] = [*grammar.objects_of(target)]
        planned = planned or [grammar.subject_of(target)]
        events = [scene.event_at[t.i] for t in planned if t is not None and t.i in scene.event_at]
        if events and signal == "for":
            return events
    if target.i in scene.event_at:
        return [scene.event_at[target.i]]
    told = [c for c in target.rights if c.dep_ == "acomp" and c.lower_ in words.TIMED]
    if target.lemma_ == "be" and told and told[0].i in scene.event_at:
        return [scene.event_at[told[0].i]]
    arguments: list[Token | None] = [*grammar.objects_of(target), grammar.subject_of(target)]
    return [scene.event_at[t.i] for t in arguments if t is not None and t.i in scene.event_at]


def _lasts_before(scene: Scene, verb: Token, first: int) -> bool:
    """True for "thanked him for his service since 2009": the service is what goes on since then."""
    if first < 2 or verb.i >= first - 1 or scene.doc[first - 1].pos_ != "NOUN":
        return False
    return grammar.finite_form(verb) == "past" and verb.lemma_.lower() not in words.DURATIVE


def _moved(scene: Scene, target: Token, expression: TemporalExpression, first: int) -> Token:
    """Corrects a target where word order speaks against the parse."""
    before = scene.doc[first - 1] if first > 0 else None
    if (
        before is not None
        and before.i in scene.event_at
        and before.sent == target.sent
        and target.i > first
        and before.lemma_.lower() in words.SAYING
    ):
        return before  # "officials said Tuesday the plant closed"
    if target.i > first and target.lemma_.lower() in words.SAYING:
        for child in target.lefts:  # "On Monday the man died, police said"
            if child.dep_ == "ccomp" and first < child.i:
                return child
    if _is_hedge(target) and target.head.i in scene.event_at:
        return target.head  # "came here in, I think, October 1967"
    condemned = _condemned(scene, target, expression, first)
    if condemned is not None:
        return condemned
    open_clause = target.lemma_ == "work" and target.dep_ in ("xcomp", "advcl")
    if open_clause and target.head.lemma_ in RETURNING:
        return target.head  # "returned to work on Monday"
    if target.lemma_.lower() in words.PROSPECTIVE or target.lemma_ == "be":
        for child in target.rights:  # "is scheduled to open on Monday"
            if child.dep_ == "xcomp" and child.i < first:
                return child
    if target.dep_ == "dobj" and target.i < first and _dates_the_verb(scene, target, expression):
        return target.head  # "approved the merger on Tuesday"
    return target


def _is_hedge(verb: Token) -> bool:
    """True for what only says how sure the teller is, in the middle of a clause: "I think"."""
    subject = grammar.own_subject(verb)
    mine = subject is not None and subject.lower_ in ("i", "we")
    aside = verb.dep_ == "parataxis" and verb.head.i < verb.i and grammar.is_verb(verb.head)
    return mine and aside and verb.lemma_.lower() in words.HEDGING


def _condemned(
    scene: Scene, verb: Token, expression: TemporalExpression, first: int
) -> Token | None:
    """What happened on a day of the calendar, before a verb that only looks back to it.

    "The council condemned the invasion of Kuwait on Aug. 2"; but "condemned it on Monday", a day of
    the news, is when they spoke.
    """
    if verb.lemma_.lower() not in words.LOOKING_BACK or "weekday" in expression.stated:
        return None
    if not {"month", "day"} <= set(expression.stated) or expression.id in scene.namings:
        return None
    for noun in grammar.objects_of(verb):
        told = any(c.dep_ == "prep" and c.lower_ in ("of", "against") for c in noun.rights)
        if noun.i < first and told and noun.i in scene.event_at:
            return noun
    return None


def _dates_the_verb(scene: Scene, noun: Token, expression: TemporalExpression) -> bool:
    """True where a date behind the object of a past verb is the verb's, whatever the parse says.

    Not for "held talks on Monday", which is both.
    """
    verb = noun.head
    if verb.i not in scene.event_at or grammar.finite_form(verb) not in TOLD:
        return False
    if _condemned(scene, verb, expression, noun.i + 1) is not None:
        return False
    is_name = scene.head[expression.id].dep_ in NAMING  # "announced the May elections"
    return verb.lemma_.lower() not in words.LIGHT and not is_name


def _named_day(
    scene: Scene, target: Token, expression: TemporalExpression, first: int, signal: str
) -> list[Event] | None:
    """Events of "declared May 1 a day of mourning", "Tuesday saw protests"; None if neither."""
    verb = target.lemma_.lower()
    follows = first == scene.within[expression.id].start and not signal and first > 0
    follows = follows and scene.doc[first].pos_ != "ADP"  # "which she made between 1977 and 1985"
    if verb in words.DECLARING and follows and scene.doc[first - 1].i == target.i:
        what = [t for t in target.rights if t.dep_ in ("xcomp", "oprd", "dobj", "prep", "ccomp")]
        if what:  # but "called that same afternoon" names no day
            return [scene.event_at[t.i] for w in what for t in w.subtree if t.i in scene.event_at]
    subject = grammar.own_subject(target)
    within = scene.within[expression.id]
    is_subject = subject is None or subject.i in within
    if (
        is_subject
        and not signal
        and (target.i - 1 in within or target.i - 2 in within)
        and grammar.is_verb(target)
    ):
        wanted = verb in words.WITNESSING or verb in words.DECLARING or verb == "be"
        if not wanted:
            return [] if subject is not None else None
        nouns = [t for c in target.rights if c.dep_ in ("dobj", "attr", "oprd") for t in c.subtree]
        seen = [scene.event_at[t.i] for t in nouns if t.i in scene.event_at][:1]
        own = scene.event_at.get(target.i) if verb in words.WITNESSING and verb != "mark" else None
        return seen or ([own] if own is not None else [])  # "October brought one win"
    return None

"""The event of a label and its date: "Admitted: 22/11/2023", "2018: the firm is bought"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...annotation import Event, TemporalExpression
from ...document import Block
from ...rules.chronicle import leads_line, opens_block
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token
from .phrase import is_fine

# What parts the cells of a line, and what a cell's date may be followed by.
CELL_GAP = re.compile(r"\s{2}|\t|[|;]")
ENDS_CELL = re.compile(r"\s{0,2}(?:$|\n|\s{2}|\t|[|;])")
# A participle that labels a date, and what may follow that: "Dictated 17/03, typed 19/03".
DEED = re.compile(r"[\s*_-]{0,4}[A-Z][a-z]{2,15}ed[ \t]{1,3}")
ENDS_DEED = re.compile(r"\s{0,2}(?:$|[\n,;.])")
TITLE = 6  # words of a numbered item that stands for a heading


def find_label(scene: Scene, expression: TemporalExpression) -> tuple[Event, ...]:
    """The event of a label and its date, or those of a line led by its date.

    "Date of birth: 9 November 1961", "Admitted: 22/11/2023   Discharged: 01/12/2023"; "2018: the
    software house is bought", and in a list or a log "02:31 Petrov restarts the pods".
    """
    place = scene.block_at(expression.start)
    if place < 0:
        return ()
    block, text = scene.blocks[place], scene.text
    line = max(text.rfind("\n", 0, expression.start) + 1, block.start)
    before = text[line : expression.start].rstrip()
    if before.endswith(":") and ENDS_CELL.match(text, expression.end):
        cell = max((gap.end() for gap in CELL_GAP.finditer(before)), default=0)
        named = scene.events_between(line + cell, expression.start)
        is_own = len(named) == 1 and named[0].lemma in words.DATING
        return named if len(named) == 1 and not is_own else ()
    deed = scene.events_between(line, expression.start)[-1:]
    if (
        deed
        and DEED.fullmatch(text, line, expression.start)
        and ENDS_DEED.match(text, expression.end)
    ):
        return deed
    if not opens_block(text, block, expression.start):
        return ()
    headed = _headed(scene, expression, place)
    if headed is not None:
        return (headed,)
    led = leads_line(text, expression.start, expression.end)
    fine = is_fine(expression)
    # "Monday The shop closed" and "[21:15] mo: he called" are no entries of a list.
    weak = (",",) if not fine else (",", "", ")", "]")
    marked = led is not None and led[0].strip() not in weak
    if not marked and not (block.kind == "list-item" and fine):
        return ()
    inside = scene.events_between(expression.end, block.end)
    if not inside:
        return ()
    first_sentence = [e for e in inside if e.sentence == inside[0].sentence]
    heads = [e for e in first_sentence if _is_main(scene.trigger[e.id])]
    if block.kind != "list-item" or not fine:
        return ((heads or first_sentence)[0],)
    return tuple(heads or _root(scene, first_sentence))


def _root(scene: Scene, events: Sequence[Event]) -> Sequence[Event]:
    """What a line without a finite verb is about: "Expired certificate discovered"."""
    roots = [e for e in events if scene.trigger[e.id].dep_ == "ROOT"]
    return roots or events[:1]


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
    if grammar.stands_before_semicolon(token):
        return True
    return token.dep_ not in ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj")

"""Which word names the event that an expression is counted from, and what the phrase then means.

"two days after the procedure", "a month before it lapsed", "the day he came back", "within ten
days of the hearing": by the parse, so that a noun, a clause and a participle are all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from ...annotation import TemporalExpression
from ...temporal.expression import Amount, AtEvent, Base, Expr, Pick, Range, Shift
from ...temporal.values import Duration
from .. import grammar
from ..base import Naming, Scene
from ..grammar.tokens import Token
from .implying import find_implied

AFTER = frozenset("after following".split())
BEFORE = frozenset("before preceding".split())
REACH = 6  # tokens from "the day" to the verb of its clause
NAMES = 60  # characters of the words that name an event
LASTING = frozenset("for over during spent spend lasted last through".split())
CLAUSES = ("relcl", "acl", "advcl")
OWN_WORDS = frozenset("which that this those these it what".split())


def find_namings(scene: Scene) -> dict[str, Naming]:
    """For the id of each expression that is counted from an event: who names it."""
    ends = {end for e in scene.expressions for end in e.ends}
    found: dict[str, Naming] = {}
    for expression in scene.expressions:
        if expression.id in ends or expression.id not in scene.within:
            continue
        naming = find_implied(scene, expression) or _read(scene, expression)
        if naming is not None:
            found[expression.id] = naming
    return found


def _read(scene: Scene, expression: TemporalExpression) -> Naming | None:
    doc, within = scene.doc, scene.within[expression.id]
    stop = within.stop
    if stop >= len(doc) or expression.type in ("SET", "INTERVAL"):
        return None
    last = doc[stop - 1]
    counted = counted_length(expression)
    lasts = within.start > 0 and doc[within.start - 1].lower_ in LASTING
    if lasts and expression.type == "DURATION":
        return None  # "for two days after the crash" is how long
    if last.lower_ in AFTER | BEFORE and _counts_on(expression.expr):
        return _offset(scene, expression, last, counted, _sign(last))
    link = doc[stop]
    if link.lower_ == "prior" and stop + 1 < len(doc) and doc[stop + 1].lower_ == "to":
        return _offset(scene, expression, doc[stop + 1], counted, -1, {stop})
    if link.lower_ in AFTER | BEFORE:
        return _offset(scene, expression, link, counted, _sign(link))
    if link.lower_ == "into" and counted is not None:
        return _offset(scene, expression, link, counted, 1)
    if link.lower_ == "of":
        return _of(scene, expression, link, counted)
    return _clause(scene, expression)


def _sign(word: Token) -> int:
    return 1 if word.lower_ in AFTER else -1


def counted_length(expression: TemporalExpression) -> Amount | None:
    """The length that the words state: "two days", also where only the value is known."""
    if isinstance(expression.expr, Amount):
        return expression.expr
    value = expression.value
    if expression.expr is None and isinstance(value, Duration) and len(value.amounts) == 1:
        least, most, unit = value.amounts[0]
        return Amount(least, most, unit)
    return None


def _counts_on(expr: Expr | None) -> TypeGuard[Shift | Pick]:
    """True for "the day after" and "a week before", as long as nothing follows."""
    return isinstance(expr, (Shift, Pick)) and expr.base is Base.REFERENCE


def _offset(
    scene: Scene,
    expression: TemporalExpression,
    link: Token,
    counted: Amount | None,
    sign: int,
    more: frozenset[int] | set[int] = frozenset(),
) -> Naming | None:
    """An amount or a cell, and "after" or "before" with a noun or a clause."""
    token = _complement(scene, link)
    if token is None:
        return None
    expr = expression.expr
    named = AtEvent(_words(scene, token))
    made: Expr | None = None
    if counted is not None:
        made = Shift(named, counted, 1 if sign > 0 else -1)
    elif _counts_on(expr):
        made = replace(expr, base=named)
    else:
        made = _rebased(expr, named)
    if made is None:
        return None
    if token.dep_ == "ROOT" and link.head.i == token.i and link.i < token.i:
        return _retold(token, made)
    inside, linking = link.lower_ == "into", frozenset({link.i, token.i, *more})
    stands = counted is not None or _counts_on(expr)
    return Naming(token, linking, made, stands=stands, inside=inside)


def _retold(token: Token, made: Expr) -> Naming | None:
    """The main clause itself follows: "The year before he had married" counts from what is told."""
    if not isinstance(made, Shift):
        return None
    return Naming(token, frozenset(), replace(made, base=Base.REFERENCE), retold=True)


def _of(
    scene: Scene, expression: TemporalExpression, link: Token, counted: Amount | None
) -> Naming | None:
    """What "of" leads to: "the day of his arrest", "within ten days of the hearing"."""
    token = _complement(scene, link)
    if token is None or token.pos_ == "VERB":
        return None
    named, expr = AtEvent(_words(scene, token)), expression.expr
    first = scene.within[expression.id].start
    made: Expr | None = None
    if counted is not None:
        if first == 0 or scene.doc[first - 1].lower_ != "within":
            return None  # "two days of talks" is how long they were
        made = Range(named, Shift(named, counted, 1, keep=True))
    else:
        made = _rebased(expr, named)
    linking = frozenset({link.i, token.i})
    return Naming(token, linking, made, stands=counted is not None) if made else None


def _rebased(expr: Expr | None, named: AtEvent) -> Expr | None:
    if isinstance(expr, (Shift, Pick)):
        if isinstance(expr.base, AtEvent):
            return replace(expr, base=named)
        if isinstance(expr, Pick) and isinstance(expr.base, Pick):
            inner = _rebased(expr.base, named)
            return replace(expr, base=inner) if inner is not None else None
    return None


def _clause(scene: Scene, expression: TemporalExpression) -> Naming | None:
    """A relative clause that says what happened then: "the day he came back"."""
    verb = _relative(scene, expression)
    if verb is None:
        return None
    expr, named = expression.expr, AtEvent(_words(scene, verb))
    made = _rebased(expr, named)
    if made is None and isinstance(expr, Pick) and expr.which == "same" and _counts_on(expr):
        made = replace(expr, base=named)  # "in the year the bridge opened"
    if made is None:
        return None
    stands = "same" in expression.text.lower().split()  # "the same week that it happened"
    return Naming(verb, frozenset({verb.i}), made, stands=stands)


def _relative(scene: Scene, expression: TemporalExpression) -> Token | None:
    """The verb of the clause right behind the phrase, as its parse or the order of words has it."""
    stop = scene.within[expression.id].stop
    for child in scene.head[expression.id].children:
        if child.dep_ in CLAUSES and child.i >= stop and child.left_edge.i <= stop + 1:
            return child if grammar.is_verb(child) and not _takes_the_time(child) else None
    if _rebased(expression.expr, AtEvent("")) is None:
        return None
    for token in scene.doc[stop : stop + REACH]:
        subject = grammar.own_subject(token) if grammar.is_verb(token) else None
        if subject is not None and stop <= subject.left_edge.i <= stop + 1:
            return token
    return None


def _takes_the_time(verb: Token) -> bool:
    """True for "the day that changed everything": the day itself did it."""
    subject = grammar.own_subject(verb)
    return subject is None or subject.tag_ in grammar.RELATIVES or subject.lower_ == "that"


def _complement(scene: Scene, link: Token) -> Token | None:
    """What "after" leads to: a noun, the verb of a clause or a participle; no date, no "that"."""
    after = link.i + 1
    if after >= len(scene.doc) or after in scene.inside or scene.doc[after].sent != link.sent:
        return None
    if scene.doc[after].pos_ in ("PUNCT", "CCONJ"):
        return None
    found: Token | None = None
    if link.dep_ in ("mark", "advmod") and link.head.i > link.i and grammar.is_verb(link.head):
        found = link.head
    else:
        found = next((c for c in link.rights if c.dep_ in ("pobj", "pcomp", "ccomp")), None)
    if found is None:
        phrase = scene.doc[after]
        found = phrase.head if phrase.dep_ in ("det", "poss", "amod", "compound") else None
        if found is not None and found.i < link.i:
            found = None
    if found is None or found.i in scene.inside or found.pos_ not in _HAPPENING:
        return None
    return None if found.lower_ in OWN_WORDS else found


_HAPPENING = ("NOUN", "PROPN", "VERB", "AUX")
_SAID = ("prt", "advmod", "dobj", "acomp", "attr", "agent", "prep")
_APART = ("relcl", "acl", "appos", "punct")


def _words(scene: Scene, token: Token) -> str:
    """The words that name the event, as far as the phrase goes."""
    first, last = token.left_edge.i, token.right_edge.i
    if grammar.is_verb(token):
        subject = grammar.own_subject(token)
        first = subject.left_edge.i if subject is not None else token.i
        last = max([token.i, *(c.right_edge.i for c in token.rights if c.dep_ in _SAID)])
    else:
        below = [c.left_edge.i for c in token.rights if c.dep_ in _APART]
        last = min([i - 1 for i in below if i > token.i] or [last])
    text = " ".join(scene.text[scene.doc[first].idx : scene.doc[last].end].split())
    return text if len(text) <= NAMES else text[:NAMES].rsplit(" ", 1)[0]

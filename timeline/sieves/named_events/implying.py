"""Days that are counted from an event of a kind: "post-operative day 5", "hospital day 2".

The words name no event of the text, only its kind: the operation or the admission that was told
last before them, or else the first one behind them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from ...annotation import Event, TemporalExpression
from ...temporal.expression import Shift
from .. import grammar
from ..base import Naming, Scene
from ..tying.phrase import is_fine
from . import kinds

ADMITTED = frozenset("admit admission".split())
# Verbs that an operation is told with: "underwent a bypass on 8 March".
DONE = frozenset("have perform carry do".split())


def find_implied(scene: Scene, expression: TemporalExpression) -> Naming | None:
    """The event that a rule for numbered days means by its kind."""
    is_one = KINDS.get(expression.rule)
    if is_one is None or not isinstance(expression.expr, Shift):
        return None
    known = [e for e in scene.events if e.polarity != "NEG" and e.status not in ("denied",)]
    before = [e for e in known if e.start < expression.start and is_one(scene, e)]
    found = before[-1:] or [e for e in known if e.start > expression.end and is_one(scene, e)][:1]
    if not found:
        return None
    return Naming(scene.trigger[found[0].id], frozenset(), expression.expr, implied=True)


def _is_admission(scene: Scene, event: Event) -> bool:
    return event.lemma in ADMITTED and _has_a_day(scene, event)


def _is_operation(scene: Scene, event: Event) -> bool:
    """An operation by its own word, or by the verb that it is told with."""
    if not _has_a_day(scene, event):
        return False
    if event.lemma == "undergo" or _names_an_operation(event.lemma):
        return True
    verb = scene.trigger[event.id]
    if not grammar.is_verb(verb) or event.lemma not in DONE:
        return False
    return any(_names_an_operation(t.lemma_.lower()) for t in grammar.objects_of(verb))


def _has_a_day(scene: Scene, event: Event) -> bool:
    """Whether a day is told in the sentence of an event."""
    start, end = event.sentence
    first = bisect_left(scene.expressions, start, key=lambda e: e.start)
    last = bisect_left(scene.expressions, end, key=lambda e: e.start)
    return any(is_fine(e) and e.type in ("DATE", "TIME") for e in scene.expressions[first:last])


def _names_an_operation(lemma: str) -> bool:
    general = kinds.OPERATING
    return lemma in general | {"operate"} or any(kinds.is_special(lemma, g) for g in general)


KINDS: dict[str, Callable[[Scene, Event], bool]] = {
    "post-operative-day": _is_operation,
    "hospital-day": _is_admission,
}

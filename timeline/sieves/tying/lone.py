"""The one finite verb of the stretch that a time stands in, where the parse leads to none.

"called Monday for talks", "the President on Tuesday in a speech conceded defeat", "since his mother
underwent surgery in July": the parser hung the time on a noun or a name. Word order alone decides,
and only where a single verb can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...annotation import TemporalExpression
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token
from .phrase import is_fine, is_month

REACH = 25  # tokens on either side
AT = frozenset("on in at during by".split())
BORDERS = frozenset(", ; : ( ) [ ] – — -- - \" “ ” ''".split())
COMPARING = frozenset("from than versus against compared since up down over".split())
FORMS = frozenset({"past", "past-perfect", "perfect", "future"})


def lone_verb(
    scene: Scene, expression: TemporalExpression, first: int, signal: str
) -> Token | None:
    """The verb that a time can only belong to, by word order."""
    if expression.type not in ("DATE", "TIME") or expression.id in scene.namings:
        return None
    if not _is_adverbial(scene, expression, first, signal):
        return None
    stop = scene.within[expression.id].stop
    before = list(_stretch(scene, range(first - 1, max(first - REACH, -1), -1)))
    after = list(_stretch(scene, range(stop, min(stop + REACH, len(scene.doc)))))
    if before and before[0].lemma_.lower() in words.DATING:
        return None  # "which his partner dated 4 January 1700": what he did on some day
    if before and not signal and grammar.is_verb(before[0]) and _tells(before[0]):
        return before[0] if before[0].i in scene.event_at else None
    if any(t.lower_ in COMPARING for t in before[:4]):
        return None
    if not (is_fine(expression) or is_month(expression)):
        # "The president in 1998 died": years later, perhaps; "died in 1998" is of that year.
        after = []
    verbs = [t for t in (*before, *after) if t.pos_ in ("VERB", "AUX") and _tells(t)]
    return verbs[0] if len(verbs) == 1 and verbs[0].i in scene.event_at else None


def _tells(token: Token) -> bool:
    return grammar.is_verb(token) and grammar.finite_form(token) in FORMS


def _is_adverbial(scene: Scene, expression: TemporalExpression, first: int, signal: str) -> bool:
    """Whether a time is no part of a name or a noun: "on Monday", no "Monday's", "the 2006 Cup"."""
    within, doc = scene.within[expression.id], scene.doc
    if signal not in AT and (signal or not is_fine(expression)):
        return False
    after = doc[within.stop] if within.stop < len(doc) else None
    before = doc[first - 1] if first else None
    if after is not None and (
        after.tag_ in ("POS", "NN", "NNS", "JJ", "VBG", "CD") or after.text == "-"
    ):
        return False
    if signal:
        return after is None or after.pos_ != "PROPN"
    if (
        before is None
        or before.pos_ in ("DET", "ADJ", "ADP", "NUM")
        or before.tag_ in ("PRP$", "POS")
    ):
        return False
    return after is None or after.pos_ != "PROPN" or grammar.is_verb(before)


def _stretch(scene: Scene, places: range) -> Iterator[Token]:
    """The tokens up to the next border of a clause or of the sentence."""
    back = places.step < 0
    for i in places:
        token = scene.doc[i]
        if token.text in BORDERS or token.tag_ in ("WDT", "WP", "WRB", "WP$"):
            return
        if token.dep_ in ("cc", "mark") or (not back and token.is_sent_start):
            return
        yield token
        if back and token.is_sent_start:
            return

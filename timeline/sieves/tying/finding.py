"""What was looked into, in a year or on a day, tells then what it found."""

from __future__ import annotations

from ...annotation import TemporalExpression
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token


def finds(scene: Scene, expression: TemporalExpression, noun: Token, verb: Token) -> bool:
    """Whether what was looked into then tells what it found: "a 2019 audit warned of cracks".

    With a date of its own it told it then: "The 2017 inquiry told ministers in 2024".
    """
    if noun.lemma_.lower() not in words.INQUIRIES or noun.pos_ != "NOUN":
        return False
    if noun.dep_ != "nsubj" or noun.head.i != verb.i or verb.lemma_.lower() not in words.FINDING:
        return False
    told = grammar.is_verb(verb) and grammar.finite_form(verb) in ("past", "past-perfect")
    return told and not _has_another(scene, expression, verb)


def _has_another(scene: Scene, expression: TemporalExpression, verb: Token) -> bool:
    """Whether another date than this one stands with a verb itself: "warned in 2022"."""
    for child in verb.children:
        below = child.children if child.dep_ == "prep" else (child,)
        for token in below:
            other = scene.inside.get(token.i)
            timely = other is not None and other.type in ("DATE", "TIME")
            if timely and other is not None and other.id != expression.id:
                return True
    return False

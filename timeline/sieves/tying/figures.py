"""Figures of a period: "third-quarter profit fell", "unemployment in July rose".

What is measured over a period moves in that period, so the date of the figure is that of the verb
or the noun which moves it: "a 5 % drop in third-quarter profit", but not "reported July's profit".
"""

from __future__ import annotations

from ...annotation import TemporalExpression
from ..grammar.tokens import Token
from .phrase import is_fine

MEASURES = frozenset(
    """admission arrival attendance benefit birth booking cost crime death debt deficit delivery
    demand dividend earnings employment emission expense expenditure export gdp import incidence
    income inflation investment level loss margin mortality number order outlay output payroll
    price product production productivity profit rainfall rate receipt result revenue sale sales
    shipment spending start surplus takings temperature total trade traffic turnover unemployment
    value volume wage yield""".split()
)
MOVING = frozenset(
    """accelerate advance average climb contract cut decline decrease deteriorate dip double drop
    ease edge expand fall gain grow halve hit improve increase jump lag leap lift lower moderate
    narrow outpace peak plummet plunge quadruple raise reach rebound recover reduce rise rocket
    sag shrink sink skid slide slip slow slump soar stagnate stand surge swell top total treble
    triple tumble weaken widen worsen boost exceed miss beat""".split()
)
PARTS = ("nsubj", "nsubjpass", "dobj", "ROOT", "conj")
MOVES = frozenset(
    """advance climb decline decrease dip drop fall gain growth increase jump leap plunge rebound
    recovery reduction rise slide slowdown slump surge""".split()
)


def is_figure(noun: Token, expression: TemporalExpression) -> bool:
    """Whether a noun is what was measured in a period: a month or longer, not a day.

    It is what moves or is moved; what it is compared with is none: "fell from the level of 1996".
    """
    if noun.lemma_.lower() not in MEASURES or is_fine(expression):
        return False
    if noun.dep_ != "pobj":
        return noun.dep_ in PARTS
    return noun.head.lower_ in ("in", "of") and noun.head.head.lemma_.lower() in MOVES


def moves(word: Token) -> bool:
    """Whether a verb or a noun tells how a figure went."""
    known = MOVES if word.pos_ in ("NOUN", "PROPN") else MOVING
    return word.lemma_.lower() in known

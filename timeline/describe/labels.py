"""What the parser calls the parts of a sentence, and the kinds of words and names in it."""

from __future__ import annotations

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECTS = ("nsubj", "nsubjpass")
ALL_SUBJECTS = (*SUBJECTS, "expl", "csubj", "csubjpass")
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})  # kinds of names

"""Nouns that name persons, and nouns that name bodies of persons."""

from __future__ import annotations

from .parse import Parse

# Endings of nouns for people: after such a subject "he" may mean that person, whose name we lack.
PERSON_ENDINGS = tuple(
    """
ant boy chief eer ent er ess father girl head host ian ist king man or queen son woman
""".split()
)
# Bodies that a text calls "the company" after it has named them; "the government" is another one.
CALLED = frozenset(
    """
airline automaker bank business carrier company concern firm group insurer manufacturer organisation
organization retailer
""".split()
)
PERSONS = frozenset(
    """
aide ally attorney aunt boss coach colleague head judge neighbour neighbor nurse pope secretary spy
star suspect uncle victim wife
""".split()
)
NOT_PERSONS = frozenset(
    """
agreement announcement computer department government letter maker number offer order paper
statement
""".split()
)
BODIES = frozenset(
    """
agency airline army bank board business carrier committee company concern council court fund
firm government group institute ministry newspaper organisation organization panel parliament party
police regulator retailer team union university utility
""".split()
)


def is_person_noun(parse: Parse, i: int) -> bool:
    """Tell whether a common noun seems to name a person: "the spokesman"."""
    lemma = parse.lemma[i].lower()
    if parse.pos[i] == "NOUN" and lemma in PERSONS:
        return True
    return parse.pos[i] == "NOUN" and lemma.endswith(PERSON_ENDINGS) and lemma not in NOT_PERSONS

"""The words that name an event, and what tells two events of one name apart."""

from __future__ import annotations

from .. import grammar
from ..grammar import words
from ..grammar.tokens import Token

OPEN_WORDS = frozenset("a an another any each every no some such other".split())
PARTICLES = frozenset("back up down out off away over in on aground".split())
# What a number is said of: their fall is no accident.
MEASURED = frozenset(
    """share stock price sale profit revenue rate index market dollar pound euro yen yield output
    inflation unemployment demand income earnings number level temperature currency""".split()
)
FIGURE = frozenset("% percent point cent".split())


def is_measured(token: Token) -> bool:
    """Whether it tells of figures: "shares fell 6 percent"."""
    subject = grammar.subject_of(token) if grammar.is_verb(token) else None
    if subject is not None and subject.lemma_.lower() in MEASURED:
        return True
    return any(c.lemma_.lower() in FIGURE for c in token.children)


def phrase_of(token: Token) -> str:
    """A word's lemma, a verb's with its particle: "come back", "give way"."""
    lemma = token.lemma_.lower()
    if grammar.is_verb(token):
        for child in token.rights:
            near = child.i - token.i <= 3
            if (lemma, child.lower_, child.dep_) == ("give", "way", "dobj"):
                return "give way"
            if near and child.lower_ in PARTICLES and child.dep_ in ("prt", "advmod"):
                return f"{lemma} {child.lower_}"
    return lemma


def names_of(token: Token) -> set[str]:
    """The words that name an event: of a verb that only carries it also its noun."""
    found = {phrase_of(token)}
    if token.pos_ == "PROPN" and token.lower_.endswith("ed"):
        found |= {token.lower_[:-1], token.lower_[:-2]}  # "Discharged: 31 March"
    carries = token.lemma_.lower() in words.LIGHT | words.OCCURRING | {"do", "have"}
    if grammar.is_verb(token) and carries:
        nouns: list[Token | None] = [*grammar.objects_of(token)]
        if token.lemma_.lower() in words.OCCURRING and not nouns:
            nouns.append(grammar.subject_of(token))
        found |= {n.lemma_.lower() for n in nouns if n is not None and n.pos_ == "NOUN"}
    return found


def is_known(token: Token) -> bool:
    """False for "after a meeting": a new event, which no earlier word can have told."""
    if grammar.is_verb(token):
        return True
    first = next((c for c in token.lefts if c.dep_ in ("det", "nummod")), None)
    return first is None or (first.lower_ not in OPEN_WORDS and first.dep_ != "nummod")


def fits(token: Token, other: Token) -> bool:
    """False where a name or the parties tell two events apart."""
    if grammar.is_verb(token):
        return _same_parties(token, other)
    named = [c for c in token.lefts if c.pos_ == "PROPN" and c.dep_ in ("compound", "amod", "poss")]
    if not named:
        return True
    said = {t.lower_ for t in other.sent}
    return any(c.lower_ in said for c in named)


def _same_parties(one: Token, other: Token) -> bool:
    """Whether two clauses may have the same subject, and their objects do not differ either."""
    pairs = [(grammar.subject_of(one), grammar.subject_of(other))]
    pairs.append((_first_object(one), _first_object(other)))
    told = False
    for a, b in pairs:
        if a is None or b is None or "PRON" in (a.pos_, b.pos_):
            continue
        if a.lemma_.lower() != b.lemma_.lower():
            return False
        told = True
    return told or pairs[0][0] is None or pairs[0][0].pos_ == "PRON"


def _first_object(verb: Token) -> Token | None:
    return next(iter(grammar.objects_of(verb)), None)

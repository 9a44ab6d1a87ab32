"""The side of its anchor on which a clause puts a bare date: by tense, modal and kind of verb."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from ..rules.prospective import (
    ARRANGING,
    BACK_AND_FORTH,
    NEW_DAY,
    POSTPONING,
    PROSPECTIVE,
    PUTTING_BACK,
    RESCHEDULING,
)
from ..sieves.grammar.words import FIGURES
from ..sieves.tying.figures import MEASURES
from ..temporal.expression import Direction
from .lexicon import load_lexicon

AUXILIARY = ("aux", "auxpass")
FUTURE_AUX = frozenset(("will", "wo", "'ll", "’ll", "shall"))
PAST_AUX = frozenset(("was", "were", "did"))
HELPING = frozenset(("was", "were", "had", "has", "have", "'d", "’d", "'ve", "’ve"))
PERFECT_AUX = frozenset(("has", "have", "'ve", "’ve"))
MODALS = frozenset("would may might can should must".split())
# What they govern happened, or did not, when they did: "failed to close on 21 January".
IMPLICATIVE = frozenset("fail manage forget neglect refuse decline begin start continue".split())
# What is put off or granted "until Tuesday" lasts till a day ahead.
DEFERRING = POSTPONING | frozenset("extend give grant push".split())
DEFERRALS = frozenset("extension postponement adjournment deferral stay reprieve".split())
LIMITS = frozenset(("until", "till", "to", "by"))
# What is announced may lie ahead, and its date with it: "announced elections in January".
ANNOUNCING = frozenset("announce await call declare order set".split())
REPORTING = frozenset(
    """say tell report announce state add note claim write declare explain stress warn
    caution predict confirm""".split()
)
# What they show is mostly past: "figures show a fall in June".
SHOWING = REPORTING | frozenset("show suggest indicate reveal mark remain mean include".split())
# The date behind their object is theirs: "took office in May", not "awaited the vote in May".
TAKING = frozenset("take make hold have win lose leave join enter gain give begin".split())


def find_side(token: Token, verb: Token, *, attributive: bool) -> Direction:
    """The side on which the clause of a verb puts a date in it."""
    side = _of_clause(verb)
    if _is_arranged(token, verb):
        side = "future"
    if _reaches_ahead(token, verb):
        return "future"
    if side == "near" and _is_bidden_on_a_day(token, verb):
        return "past"
    if (attributive and side == "future") or _moves_by(token, verb, RESCHEDULING):
        return "near"  # "to sell it under a June deal", "was brought forward to 28 April"
    return side


def was_put_off(token: Token, verb: Token) -> bool:
    """Whether a date is that until which something was put off when its clause was told."""
    told = _of_clause(verb) == "past" and not _is_perfect(verb)
    return told and _reaches_ahead(token, verb)


def is_sure(token: Token, verb: Token, side: Direction) -> bool:
    """Whether the form of the verb that a date stands with leaves no doubt of its side."""
    if side == "past":
        return _is_its_own(token, verb) and _is_over(verb)
    return side == "near" and _is_present(verb)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


def is_pluperfect(verb: Token) -> bool:
    """True for "had left" and "had been walking"."""
    had = any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.children)
    going = verb.tag_ == "VBG" and any(c.lower_ == "been" for c in verb.children)
    return had and (verb.tag_ == "VBN" or going)


def _of_clause(verb: Token) -> Direction:
    auxiliaries = [c for c in verb.children if c.dep_ in AUXILIARY]
    return _direction(
        verb, {a.lower_ for a in auxiliaries}, {a.lemma_.lower() for a in auxiliaries}
    )


def _direction(verb: Token, words: set[str], lemmas: set[str]) -> Direction:
    is_set_to = verb.lower_ == "set" and any(c.dep_ == "xcomp" for c in verb.children)
    planned = verb.lemma_.lower() in PROSPECTIVE and not is_pluperfect(verb)
    if words & FUTURE_AUX or is_set_to or planned:
        return "future"
    if "have" in lemmas:
        return "past"
    if "could" in words:
        # "could not be reached Wednesday", but "could begin Monday", "could not begin until May"
        limited = any(c.lower_ in LIMITS or c.lower_ == "before" for c in verb.children)
        return "past" if any(c.dep_ == "neg" for c in verb.children) and not limited else "near"
    if words & MODALS:
        return "future"
    if verb.tag_ == "VBD" or words & PAST_AUX:
        return "past"
    above = governing_verb(verb)
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not words:
        return "future"  # "schedule it for Monday"
    if verb.tag_ == "VB" and "to" in words:
        # "was told to leave by July 15": ahead of the telling, perhaps long before the document.
        if above is None or _of_clause(above) != "past":
            return "future"
        return "past" if above.lemma_.lower() in IMPLICATIVE else "near"
    present = not words & PAST_AUX and (verb.tag_ in ("VBZ", "VBP") or "be" in lemmas)
    if verb.dep_ == "advcl" and present and above is not None and _of_clause(above) == "future":
        return "future"  # "will act until a successor is appointed in September"
    if verb.tag_ == "VBN" and "to" in words and "be" in lemmas:
        # "HbA1c to be repeated in August"
        return "near" if above is not None and _of_clause(above) == "past" else "future"
    if verb.tag_ == "VBN":
        return "past"  # "a ruling announced Wednesday"
    if verb.tag_ == "VBG" and "be" in lemmas:
        return "near"
    if verb.tag_ in ("VBG", "VB") and above is not None:
        return _of_clause(above)
    return "near"


def _is_arranged(token: Token, verb: Token) -> bool:
    """Whether something is to be at a date: "booked it for May", no "booked a profit for May".

    What is only announced is one of its time, too: "announced its winners for January".
    """
    lemma = verb.lemma_.lower()
    if token.head.lower_ != "for" or lemma not in ARRANGING:
        return False
    parts = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i < token.i)
    thing = next((c.lemma_.lower() for c in parts), "")
    if thing in MEASURES or thing in FIGURES:
        return False
    return lemma != "announce" or load_lexicon().by_part["NOUN"].get(thing) == "OCCURRENCE"


def _is_bidden_on_a_day(token: Token, verb: Token) -> bool:
    """Whether a day of the calendar dates what somebody was told to do: "to resign on 6 March".

    A day long ahead is not told without its year.
    """
    bidden = verb.tag_ == "VB" and token.head.lower_ == "on" and token.head.head.i == verb.i
    return bidden and any(c.dep_ == "nummod" and c.is_digit for c in token.children)


def _reaches_ahead(token: Token, verb: Token) -> bool:
    """Whether what is put off or granted lasts till a date: "adjourned until Tuesday"."""
    limit = token.head
    granted = limit.lower_ in LIMITS and limit.head.lemma_.lower() in DEFERRALS
    holds = limit.lower_ in ("until", "till") and _is_perfect(verb)
    limiting = limit.lower_ in LIMITS or _is_behind_limit(token)
    put_back = _moves_by(token, verb, PUTTING_BACK)
    return granted or holds or put_back or (limiting and verb.lemma_.lower() in DEFERRING)


def _moves_by(token: Token, verb: Token, names: Set[str]) -> bool:
    """Whether one of these verbs moves what it is said of to a date: "put off to 5 March"."""
    if token.head.lower_ not in NEW_DAY or token.head.head.i != verb.i:
        return False
    lemma = verb.lemma_.lower()
    with_particle = (f"{lemma} {c.lower_}" for c in verb.rights if c.lower_ in BACK_AND_FORTH)
    return lemma in names or any(name in names for name in with_particle)


def _is_perfect(verb: Token) -> bool:
    """Whether a clause tells what has come to be: "have been released on bail until 3 March"."""
    return any(c.dep_ == "aux" and c.lower_ in PERFECT_AUX for c in verb.children)


def _is_behind_limit(token: Token) -> bool:
    """Whether a time is told by its other side: "until after Easter"."""
    return token.head.lower_ in ("after", "before") and token.head.head.lower_ in LIMITS


def _is_its_own(token: Token, verb: Token) -> bool:
    """Whether a date stands with the verb itself: "came in May", not "awaited the vote in May"."""
    if token.dep_ != "pobj":
        return token.head.i == verb.i and token.dep_ == "npadvmod"
    above = token.head.head
    taken = above.dep_ == "dobj" and above.head.i == verb.i and verb.lemma_.lower() in TAKING
    return token.head.lower_ != "for" and (above.i == verb.i or taken)


def _is_over(verb: Token) -> bool:
    """Whether a verb tells of the past: "took office", "was elected", "the law, passed in May".

    What is announced may lie ahead, what is set for a day always.
    """
    lemma = verb.lemma_.lower()
    if lemma in ANNOUNCING and any(c.dep_ == "dobj" for c in verb.rights):
        return False
    if lemma in ARRANGING and any(c.lower_ in ("for", "as") for c in verb.rights):
        return False  # "a summit set for Rome in April"; but "a record set in August"
    helped = {c.lower_ for c in verb.children if c.dep_ in AUXILIARY}
    reduced = verb.dep_ in ("acl", "advcl") and not helped
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and (reduced or bool(helped & HELPING)))


def _is_present(verb: Token) -> bool:
    """Whether a clause tells of now or of what is fixed: "faces re-election in November"."""
    helped = any(c.dep_ in AUXILIARY and c.tag_ != "VBZ" and c.tag_ != "VBP" for c in verb.children)
    if helped or verb.lemma_.lower() in SHOWING:
        return False
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in ("be", "have")

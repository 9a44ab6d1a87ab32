"""What the clause of a date says of it: its side, and what parts it from the story."""

from __future__ import annotations

from spacy.tokens import Token

from ..rules.cues import STORY, Aside, Cue
from ..temporal.expression import Direction
from .ahead import looks_ahead
from .clause_side import (
    AUXILIARY,
    REPORTING,
    find_side,
    governing_verb,
    is_pluperfect,
    is_sure,
    was_put_off,
)

RANKING = 8  # words between what ranks and its "since"
RANKS = frozenset("first last only second third fourth fifth high low record".split())
SUBJECTS = ("nsubj", "nsubjpass")
SITTING = frozenset("open close begin start end finish conclude adjourn rise".split())
SESSIONS = frozenset("meeting session hearing sitting".split())
# Verbs of a court: the deed that one is judged for lies behind them.
JUDGING = frozenset(
    """convict acquit charge accuse indict arraign sentence jail fine arrest admit plead try
    prosecute""".split()
)
# Adjectives before a bare date ("payable Dec. 1"), and the side that it lies on.
ADJECTIVES: dict[str, Direction] = {"payable": "future", "due": "future", "effective": "near"}
OPENING = frozenset(("in", "on", "since", "until", "by"))
ATTRIBUTIVE = frozenset(("amod", "compound", "nummod", "nmod", "poss"))


def find_cue(token: Token) -> Cue:
    """What the clause says of the date that a token stands in."""
    before = token.doc[token.left_edge.i - 1].lower_ if token.left_edge.i else ""
    if before in ADJECTIVES:
        return Cue(ADJECTIVES[before], aside=Aside.REPORT)  # of the document, not of the story
    attributive = token.dep_ in ATTRIBUTIVE and token.head.pos_ in ("NOUN", "PROPN")
    attributive = attributive and not _is_torn(token)
    verb = governing_verb(token)
    if verb is None:
        return Cue("past", aside=Aside.PASSING if attributive else STORY)
    side = find_side(token, verb, attributive=attributive)
    led = looks_ahead(token) and not is_pluperfect(verb)
    aside = STORY
    if _goes_back(token, verb):
        aside |= Aside.FLASHBACK
    if (_reports(verb) and side != "future" and not led) or _is_of_the_record(verb):
        aside |= Aside.REPORT
    if attributive or led or _tells_in_passing(token, verb):
        aside |= Aside.PASSING
    return Cue(
        side,
        sure=not led and is_sure(token, verb, side),
        ahead=led or was_put_off(token, verb),
        aside=aside,
        scene=aside is Aside.REPORT and side == "past" and not _stands_behind(verb),
        limit=Aside.FLASHBACK in aside and _is_limit(token, verb),
    )


def _goes_back(token: Token, verb: Token) -> bool:
    """Whether a clause goes back behind the story: "had left in March"."""
    return is_pluperfect(verb) or _is_of_a_deed(token, verb)


def _reports(verb: Token) -> bool:
    return verb.lemma_.lower() in REPORTING and not _acts(verb)


def _tells_in_passing(token: Token, verb: Token) -> bool:
    """Whether a clause only says which: "installed in 2021, it fell".

    But not "although she was nominated in 1921".
    """
    reduced = verb.tag_ == "VBN" and not any(c.dep_ in AUXILIARY for c in verb.children)
    return (
        _only_says_which(token, verb)
        or (verb.dep_ in ("relcl", "acl") and not _goes_on_there(verb))
        or (verb.dep_ == "advcl" and reduced)
        or verb.lower_ in ("is", "are")  # "it is the worst fire since 2017"
        or _only_ranks(token)
    )


def _only_ranks(token: Token) -> bool:
    """Whether a date only says since when nothing was like it: "its highest close since 2000"."""
    doc, since = token.doc, token.head
    if since.lower_ != "since":
        return False
    before = doc[max(token.sent.start, since.i - RANKING) : since.i]
    return any(t.tag_ in ("JJS", "RBS") or t.lower_ in RANKS for t in before)


def _is_torn(token: Token) -> bool:
    """Whether a phrase of its own was taken for a part of the next: "in 2019 one captain died"."""
    doc, i = token.doc, token.i
    if i == 0 or i + 1 >= len(doc) or doc[i - 1].lower_ not in OPENING:
        return False
    return token.head.i > i + 1 and doc[i + 1].tag_ in ("CD", "DT", "PRP$")


def _only_says_which(token: Token, verb: Token) -> bool:
    """Whether a date is that of what something is said of: "the fire of 1871 was a myth"."""
    of = token.head
    if token.dep_ != "pobj" or of.lower_ != "of" or verb.lemma_ not in ("be", "have", "remain"):
        return False
    return of.head.dep_ in SUBJECTS and of.head.head.i == verb.i


def _is_of_a_deed(token: Token, verb: Token) -> bool:
    """Whether a date is that of what one is judged for: "convicted of a robbery on 3 April"."""
    deed = token.head.head
    told = token.dep_ == "pobj" and deed.pos_ == "NOUN" and deed.i > verb.i
    return told and verb.lemma_.lower() in JUDGING


def _goes_on_there(verb: Token) -> bool:
    """Whether a clause goes on with the story: "went to Africa, where he remained until 1906"."""
    return verb.tag_ == "VBD" and any(c.lower_ == "where" for c in verb.lefts)


def _is_limit(token: Token, verb: Token) -> bool:
    """Whether "by" ties a date to its verb: "by nightfall on the 12th they had cut the road"."""
    for ancestor in token.ancestors:
        if ancestor.i == verb.i:
            return False
        if ancestor.lower_ == "by":
            return True
    return False


def _is_of_the_record(verb: Token) -> bool:
    """Whether it tells of the meeting that the text records: "The meeting closed at 8.15 pm"."""
    if verb.lemma_.lower() not in SITTING:
        return False
    return any(c.dep_ in SUBJECTS and c.lemma_.lower() in SESSIONS for c in verb.lefts)


def _acts(verb: Token) -> bool:
    """Whether to say it is to do it: "declared war in 32 BC", "wrote to the minister on 3 May"."""
    deps = {child.dep_ for child in verb.children}
    if "ccomp" in deps or "parataxis" in deps:
        return False
    addressed = any(c.dep_ in ("prep", "dative") and c.lower_ == "to" for c in verb.rights)
    lemma = verb.lemma_.lower()
    if lemma == "tell" and any(c.dep_ == "xcomp" for c in verb.rights):
        return True  # "he was told on 11 June to move it"
    # "reported for the late shift at 2 p.m."
    came = any(c.dep_ == "prep" and c.lower_ in ("for", "to") for c in verb.rights)
    if lemma == "report" and came and "dobj" not in deps:
        return True
    return (lemma == "declare" and "dobj" in deps) or (lemma == "write" and addressed)


def _stands_behind(verb: Token) -> bool:
    """Whether what is reported stands before the verb: "Prices fell, he said on Monday"."""
    return verb.dep_ == "parataxis" or any(
        child.dep_ in ("ccomp", "parataxis") and child.i < verb.i for child in verb.children
    )

"""What the clause of a date says of it: its side, and whether the story goes on there."""

from __future__ import annotations

from spacy.tokens import Token

from ..rules.cues import Cue
from ..temporal.expression import Direction
from .ahead import looks_ahead

REPORTING = frozenset(
    """say tell report announce state add note claim write declare explain stress warn
    confirm""".split()
)
# What they show is mostly past: "figures show a fall in June".
RANKING = 8  # words between what ranks and its "since"
RANKS = frozenset("first last only second third fourth fifth high low record".split())
SHOWING = REPORTING | frozenset("show suggest indicate reveal mark remain mean include".split())
SUBJECTS = ("nsubj", "nsubjpass")
SITTING = frozenset("open close begin start end finish conclude adjourn rise".split())
SESSIONS = frozenset("meeting session hearing sitting".split())
FUTURE_AUX = frozenset(("will", "wo", "'ll", "’ll", "shall"))
AUXILIARY = ("aux", "auxpass")
PAST_AUX = frozenset(("was", "were", "did"))
ANNOUNCING = frozenset("announce await call set propose declare plan schedule order".split())
FIXING = frozenset("await expect fix pencil plan propose schedule slate".split())
TAKING = frozenset("take make hold have win lose leave join enter gain give begin".split())
# What they are done for lies ahead: "a meeting arranged for Monday", "booked for 3 May".
ARRANGING = frozenset("announce arrange book fix appoint call set convene list reschedule".split())
# Verbs of a court: the deed that one is judged for lies behind them.
JUDGING = frozenset(
    """convict acquit charge accuse indict arraign sentence jail fine arrest admit plead try
    prosecute""".split()
)
HELPING = frozenset(("was", "were", "had", "has", "have", "'d", "’d", "'ve", "’ve"))
MODALS = frozenset("would may might can should must".split())
# Verbs whose complement lies ahead of them: "agreed to meet in October", "due in June".
PROSPECTIVE = frozenset("plan expect schedule intend hope aim due slate propose promise".split())
# What they govern happened, or did not, when they did: "failed to close on 21 January".
IMPLICATIVE = frozenset("fail manage forget neglect refuse decline begin start continue".split())
# What is put off or granted "until Tuesday" lasts till a day ahead.
DEFERRING = frozenset("postpone extend delay adjourn defer reschedule give grant push".split())
DEFERRALS = frozenset("extension postponement adjournment deferral stay reprieve".split())
LIMITS = frozenset(("until", "till", "to", "by"))
# Adjectives before a bare date ("payable Dec. 1"), and the side that it lies on.
ADJECTIVES: dict[str, Direction] = {"payable": "future", "due": "future", "effective": "near"}
OPENING = frozenset(("in", "on", "since", "until", "by"))
ATTRIBUTIVE = frozenset(("amod", "compound", "nummod", "nmod", "poss"))


def find_cue(token: Token) -> Cue:
    """Direction, flashback and reporting of the clause that a token stands in."""
    before = token.doc[token.left_edge.i - 1].lower_ if token.left_edge.i else ""
    if before in ADJECTIVES:
        return Cue(ADJECTIVES[before], reporting=True)  # of the document, not of the story
    attributive = token.dep_ in ATTRIBUTIVE and token.head.pos_ in ("NOUN", "PROPN")
    attributive = attributive and not _is_torn(token)
    verb = governing_verb(token)
    if verb is None:
        return Cue("past", background=attributive)
    direction = _of_clause(verb)
    had = any(c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.children)
    arranged = token.head.lower_ == "for" and verb.lemma_.lower() in ARRANGING
    if arranged or (looks_ahead(token) and not had):
        direction = "future"
    granted = token.head.lower_ in LIMITS and token.head.head.lemma_.lower() in DEFERRALS
    limiting = token.head.lower_ in LIMITS or _is_behind_limit(token)
    holds = token.head.lower_ in ("until", "till") and _is_perfect(verb)
    if granted or holds or (verb.lemma_.lower() in DEFERRING and limiting):
        direction = "future"
    elif attributive and direction == "future" and not looks_ahead(token):
        direction = "near"  # "to sell itself under a June agreement"
    flashback = (had and verb.tag_ == "VBN") or _is_of_a_deed(token, verb)
    reporting = verb.lemma_.lower() in REPORTING and direction != "future" and not _acts(verb)
    reporting = reporting or _is_of_the_record(verb)
    # "installed in 2021, it fell", but not "although she was nominated in 1921".
    reduced = verb.tag_ == "VBN" and not any(c.dep_ in AUXILIARY for c in verb.children)
    background = (
        attributive
        or _only_says_which(token, verb)
        or (verb.dep_ in ("relcl", "acl") and not _goes_on_there(verb))
        or (verb.dep_ == "advcl" and reduced)
        or verb.lower_ in ("is", "are")  # "it is the worst fire since 2017"
        or _only_ranks(token)
    )
    scene = reporting and direction == "past" and not (flashback or background or _is_aside(verb))
    limit = flashback and _is_limit(token, verb)
    present = direction == "near" and _is_present(verb)
    over = direction == "past" and _is_its_own(token, verb) and _is_over(verb)
    return Cue(direction, flashback, reporting, background, scene, present, limit, over)


def _is_perfect(verb: Token) -> bool:
    """Whether a clause tells what has come to be: "have been released on bail until 3 March"."""
    return any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "’ve") for c in verb.children)


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


def _is_present(verb: Token) -> bool:
    """Whether a clause tells of now or of what is fixed: "faces re-election in November"."""
    helped = any(c.dep_ in AUXILIARY and c.tag_ != "VBZ" and c.tag_ != "VBP" for c in verb.children)
    if helped or verb.lemma_.lower() in SHOWING:
        return False
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in ("be", "have")


def _is_its_own(token: Token, verb: Token) -> bool:
    """Whether a date stands with the verb itself: "came in May", not "awaited the vote in May"."""
    if token.dep_ != "pobj":
        return token.head.i == verb.i and token.dep_ == "npadvmod"
    above = token.head.head
    taken = above.dep_ == "dobj" and above.head.i == verb.i and verb.lemma_.lower() in TAKING
    return token.head.lower_ != "for" and (above.i == verb.i or taken)


def _is_over(verb: Token) -> bool:
    """Whether a verb tells of the past: "took office", "was elected", "the law, passed in May".

    What is announced may lie ahead, and its date with it: "announced elections in January"; what is
    set for a day always.
    """
    lemma = verb.lemma_.lower()
    if lemma in FIXING or (lemma in ANNOUNCING and any(c.dep_ == "dobj" for c in verb.rights)):
        return False
    if lemma == "set" and any(c.lower_ in ("for", "as") for c in verb.rights):
        return False  # "a summit set for Rome in April"; but "a record set in August"
    helped = {c.lower_ for c in verb.children if c.dep_ in AUXILIARY}
    reduced = verb.dep_ in ("acl", "advcl") and not helped
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and (reduced or bool(helped & HELPING)))


def _goes_on_there(verb: Token) -> bool:
    """Whether a clause goes on with the story: "went to Africa, where he remained until 1906"."""
    return verb.tag_ == "VBD" and any(c.lower_ == "where" for c in verb.lefts)


def _is_behind_limit(token: Token) -> bool:
    """Whether a time is told by its other side: "until after Easter"."""
    return token.head.lower_ in ("after", "before") and token.head.head.lower_ in LIMITS


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


def _is_aside(verb: Token) -> bool:
    """Whether what is reported stands before the verb: "Prices fell, he said on Monday"."""
    return verb.dep_ == "parataxis" or any(
        child.dep_ in ("ccomp", "parataxis") and child.i < verb.i for child in verb.children
    )


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


def _direction(verb: Token, words: set[str], lemmas: set[str]) -> Direction:
    is_set_to = verb.lower_ == "set" and any(c.dep_ == "xcomp" for c in verb.children)
    if words & FUTURE_AUX or is_set_to or verb.lemma_.lower() in PROSPECTIVE:
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


def _of_clause(verb: Token) -> Direction:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return _direction(
        verb, {a.lower_ for a in auxiliaries}, {a.lemma_.lower() for a in auxiliaries}
    )

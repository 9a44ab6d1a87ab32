"""Climbs from an expression to the word that it dates."""

from __future__ import annotations

from ...annotation import TemporalExpression
from .. import grammar
from ..base import Scene
from ..grammar import words
from ..grammar.tokens import Token
from .figures import is_figure, moves
from .finding import finds
from .phrase import is_fine, is_month

MAX_STEPS = 12  # of a climb; longer ones are parses gone wrong
ENDING = ("CCONJ", "PUNCT", "ADP", "AUX", "DET", "PRON", "SCONJ")  # these end a noun phrase
OPENING = frozenset("at in during on after".split())  # prepositions of a scene
PAPERS = frozenset("order judgment judgement ruling decision decree warrant".split())
MEANS = frozenset("by in under per".split())
ABOUT = frozenset("into concerning regarding".split())
NAMING = ("poss", "compound", "nummod", "amod", "nmod")


def climb(scene: Scene, expression: TemporalExpression, first: int) -> tuple[Token | None, int]:
    """The word that an expression dates: an event, else its clause's verb; with the steps to it.

    A preposition that the parser hung on the noun before it ("cities on January 2") climbs on to
    the verb, if the noun stands behind it: "the president of 1998 said" was not said in 1998.
    """
    token = scene.head[expression.id]
    named = _named_by(scene, expression, token)
    if named is not None:
        return (named, 1) if named.i in scene.event_at else (None, 0)
    if _is_lost(scene, token, first):
        token = scene.doc[first]
    bracketed = scene.text[max(expression.start - 1, 0) : expression.start] in ("(", "[")
    within = scene.within[expression.id]
    naming = scene.namings.get(expression.id)
    linking = naming.linking if naming is not None else frozenset()
    crossed: Token | None = None  # the first thing that is no happening, on the way
    figure = False  # what is crossed was measured then: only what moves it is of then
    for distance in range(1, MAX_STEPS):
        parent = token.head
        if parent.i == token.i:
            names = naming is not None and not naming.implied
            return (_told_then(naming.token), distance) if naming and names else (None, 0)
        if parent.i in within or parent.i in linking:
            token = parent  # "five days after prosecutors searched": not the search is of then
            continue
        if parent.lemma_.lower() in words.DATING and parent.tag_ in ("VBN", "VBD"):
            if not _is_means(parent.head):
                paper = scene.event_at.get(parent.sent.start)
                if paper is not None and paper.lemma in PAPERS and parent.i > parent.sent.start:
                    return scene.trigger[paper.id], distance  # "ORDER of the court dated 5 June"
                told = parent.dep_ == "acl" and parent.i in scene.event_at
                return (parent, distance) if told else (None, 0)
            token = parent  # "by letter dated April 12": the letter's date is what happened then
            continue
        if parent.dep_ == "acl" and parent.head.lemma_.lower() in words.PERIODS:
            return None, 0  # "the six months ended Oct. 1"
        if parent.lemma_.lower() in words.OCCASIONS and parent.dep_ == "pobj":
            token = parent  # "on one occasion in 2016 he came late"
            continue
        if parent.dep_ == "pobj" and parent.head.lower_ == "without":
            token = parent  # "released without charge the next day"
            continue
        stretch = parent.dep_ == "pobj" and parent.lemma_.lower() in words.STRETCHES
        if stretch and token.lower_ == "of" and expression.type != "DURATION":
            token = parent  # "over the weekend of Feb. 9-11"
            continue
        if figure and (parent.i in scene.event_at or parent.pos_ in ("VERB", "AUX")):
            return (parent, distance) if moves(parent) else (None, 0)
        if token.dep_ == "prep" and _is_asked_about(parent):
            token = parent  # "held an inquiry into the death of Olsen on the 7th"
            continue
        if token.dep_ == "prep" and _stands_before(token, parent):
            token = parent  # "in September an archaeologist arrived": of the verb, not of the noun
            continue
        if _is_of_the_end(scene, first, parent):
            token = scene.doc[first - 1]
            return (token, distance) if token.i in scene.event_at else (None, 0)
        if parent.dep_ == "xcomp" and parent.head.lemma_.lower() in words.MOVING_TO:
            token = parent  # "moved to dismiss the complaint on 20 December"
            continue
        if _stands_before_clause(scene, expression, parent):
            token = parent  # "was taken there two days later, after others had left"
            continue
        if parent.i in scene.event_at and not _is_topic(token, parent):
            return (parent, distance) if _reaches(scene, expression, crossed, parent) else (None, 0)
        if parent.pos_ in ("VERB", "AUX"):
            if not _reaches(scene, expression, crossed, parent):
                return None, 0
            return (parent.head if parent.dep_ in ("aux", "auxpass") else parent), distance
        if parent.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "SYM"):
            found = expression.type != "SET" and finds(scene, expression, parent, parent.head)
            if crossed is None and not (bracketed or found) and _is_named(token, parent):
                figure = is_figure(parent, expression)
                if not figure:
                    return None, 0
            crossed = crossed or parent
        token = parent
    return None, 0


def _is_of_the_end(scene: Scene, first: int, verb: Token) -> bool:
    """Whether a date tells of what ends or begins a stay: "stayed until her death in 1956"."""
    end = scene.doc[first - 1] if first else verb
    if end.dep_ != "pobj" or end.head.lower_ not in (*words.UNTIL, "since"):
        return False
    return end.pos_ == "NOUN" and end.head.head.i == verb.i


def _stands_before_clause(scene: Scene, expression: TemporalExpression, verb: Token) -> bool:
    """Whether an expression stands ahead of the comma and the conjunction of a verb's clause."""
    mark = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if mark is None or mark.i <= scene.within[expression.id].stop:
        return False
    return scene.doc[mark.i - 1].text == "," and verb.head.i < scene.within[expression.id].start


def _named_by(scene: Scene, expression: TemporalExpression, head: Token) -> Token | None:
    """The noun behind a date that has its article: "investigates the May 31, 2018, crash"."""
    within = scene.within[expression.id]
    if not any(c.dep_ == "det" and c.i == within.start - 1 for c in head.lefts):
        return None
    nouns = (c for c in head.rights if c.dep_ == "appos" and c.pos_ in ("NOUN", "PROPN"))
    return next((c for c in nouns if c.i in (within.stop, within.stop + 1)), None)


def _is_means(noun: Token) -> bool:
    """True for "by letter": what a letter of a day did was done on that day."""
    return noun.dep_ == "pobj" and noun.head.lower_ in MEANS


def _told_then(verb: Token) -> Token | None:
    """The main verb where the parser took that of "the day he came back" for it."""
    if not grammar.is_verb(verb) or verb.head.i != verb.i:
        return None
    for child in verb.rights:
        if child.dep_ in ("parataxis", "ccomp", "conj") and grammar.own_subject(child) is not None:
            return child
    return None


def _is_lost(scene: Scene, head: Token, first: int) -> bool:
    """True where the parser gave the object of a preposition to another word.

    "on Tuesday and the cargo": Tuesday is no name of the cargo. "In the eighteenth century pilots
    had shared it": a verb without a subject shows that the noun was torn from it.
    """
    phrase = scene.doc[first]
    if phrase.pos_ not in ("ADP", "SCONJ") or phrase.i in scene.inside:
        return False
    if phrase.i not in {a.i for a in head.ancestors}:
        return True
    after = scene.inside.get(head.i)
    stop = scene.within[after.id].stop if after is not None else head.i + 1
    if head.dep_ not in NAMING or head.head.i < stop:
        return False
    ends = stop < len(scene.doc) and scene.doc[stop].pos_ in ENDING
    verb = phrase.head
    torn = grammar.is_verb(verb) and grammar.subject_of(verb) is None
    return ends or (bool(phrase.is_sent_start) and torn)


def _reaches(
    scene: Scene, expression: TemporalExpression, crossed: Token | None, target: Token
) -> bool:
    """False where a date stays with the subject: "the president of 1998 said".

    "An inspection in June found cracks" passes it on, and so does a day right before its verb, as
    news has it: "The Council on Monday ordered an embargo".
    """
    if crossed is None or not grammar.is_verb(target) or crossed.i > target.i:
        return True
    if _opens(crossed, target) or finds(scene, expression, crossed, target):
        return True
    parts = [target.i, *(c.i for c in target.lefts if c.dep_ in ("aux", "auxpass", "advmod"))]
    if min(parts) == scene.within[expression.id].stop:
        # "its service in February overtook Wal-Mart"; but "the president in 1998 said"
        in_month = scene.head[expression.id].dep_ == "pobj" and is_month(expression)
        if is_fine(expression) or in_month:
            return True
    if is_figure(crossed, expression) and moves(target):
        return True
    return target.lemma_.lower() in words.RESULTING | words.OCCURRING


def _is_named(word: Token, noun: Token) -> bool:
    """Whether a date belongs to a noun's name: "the 1998 plan", "the president of 1998"."""
    return word.dep_ in NAMING or (word.dep_ == "prep" and _is_topical(word, noun))


def _stands_before(preposition: Token, noun: Token) -> bool:
    """Whether a phrase stands before the article of the subject that the parser gave it to."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    article = next((c for c in noun.lefts if c.dep_ in ("det", "poss")), None)
    return article is not None and preposition.i < article.i


def _is_topical(preposition: Token, noun: Token) -> bool:
    """Whether a date only says which one is meant: "the president of 1998", "plans for 2004"."""
    return preposition.lower_ == "for" or (preposition.lower_ == "of" and not _is_occasion(noun))


def _is_occasion(noun: Token) -> bool:
    """True for "in the gale of 18 January" and "won the election of 1906": the verb's own time.

    So is what a disaster did itself: "the fire of 8 July destroyed the court".
    """
    if noun.dep_ == "pobj" and noun.lemma_.lower() in words.STATED | words.WRITTEN:
        return noun.head.lower_ in ("in", "by")  # "by the census of 1927", "in a letter of 6 March"
    if noun.lemma_.lower() not in words.DISASTERS | words.CONTESTS:
        return False
    if noun.dep_ == "nsubj" and grammar.is_verb(noun.head):
        return noun.head.lemma_.lower() in words.RESULTING
    if noun.dep_ == "pobj":
        return noun.head.lower_ in ("in", "during", "at", "by")
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in words.CONTESTING


def _opens(noun: Token, verb: Token) -> bool:
    """True for a phrase before the subject: "During trials in January a hook broke"."""
    phrase, subject = noun.head, grammar.own_subject(verb)
    if any(child.lower_ == "no" for child in noun.lefts):
        return False  # "at no time during 2021 did he"
    return (
        phrase.dep_ == "prep"
        and phrase.head.i == verb.i
        and (phrase.lower_ in OPENING or noun.lemma_.lower() in words.STATED)
        and (subject is None or phrase.i < subject.left_edge.i)
    )


def _is_asked_about(noun: Token) -> bool:
    """True for what an inquiry is into, which was over before: "an inquest into his death"."""
    about = noun.head
    if noun.dep_ != "pobj" or about.lower_ not in ABOUT or noun.pos_ != "NOUN":
        return False
    held = about.head
    if grammar.is_verb(held):
        return any(c.dep_ == "dobj" and c.i < about.i for c in held.rights)
    return held.dep_ == "dobj" and held.i < about.i and grammar.is_verb(held.head)


def _is_topic(token: Token, parent: Token) -> bool:
    """True where a noun event only has the date as a topic: "plans for next week"."""
    return parent.pos_ in ("NOUN", "PROPN") and token.dep_ == "prep" and token.lower_ == "for"

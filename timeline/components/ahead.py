"""Whether the words before a date look ahead to it: "in the run-up to Sunday's elections"."""

from __future__ import annotations

from spacy.tokens import Token

# "warmed up for Tuesday's match", "preparations for Sunday's vote"
PREPARING = frozenset(
    """prepare preparation warm warmup gear brace ready rehearse rehearsal train campaign
    rally""".split()
)
# "in the run-up to Sunday's elections"; the parser tears the word apart
LEADING_UP = frozenset("up run-up runup build-up buildup lead-up countdown prelude".split())
SIDES = frozenset(("ahead", "advance", "eve"))  # "ahead of Friday's summit"
VERBS = ("VERB", "AUX")
NAMING = ("poss", "compound", "amod", "nmod", "nummod")


def looks_ahead(token: Token) -> bool:
    """Whether a date is that of something which other words in its clause come before."""
    below = token
    for above in token.ancestors:
        if above.pos_ == "ADP" and _leads_up(above):
            return _is_of(token, below, straight=above.lower_ == "for")
        if above.pos_ in VERBS:
            # "comes ahead of a summit on Friday", where the date hangs on the verb
            sides = (c for c in above.rights if c.i < below.i and c.lower_ in SIDES)
            return any(_is_followed(side) for side in sides)
        below = above
    return False


def _leads_up(preposition: Token) -> bool:
    head, word = preposition.head, preposition.lower_
    if word == "for":
        return head.lemma_.lower() in PREPARING
    return (word == "to" and head.lower_ in LEADING_UP) or (word == "of" and head.lower_ in SIDES)


def _is_of(token: Token, thing: Token, *, straight: bool) -> bool:
    """Whether a date is that of the thing ahead: no "victims of the January flood".

    `straight`: nothing but a preposition of its own stands between them.
    """
    if token.i == thing.i or token.head.i == thing.i:
        return True
    if token.dep_ in NAMING:
        return False
    return not straight or token.head.head.i == thing.i


def _is_followed(side: Token) -> bool:
    return any(child.lower_ == "of" for child in side.rights)

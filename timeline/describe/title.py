"""An event's title: its clause as one short line of the document's own words."""

from __future__ import annotations

from collections.abc import Iterable

from .clause import VERBAL, find_clause, noun_phrase
from .parse import Parse

LONGEST = 100  # characters
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "such"})
# A title neither begins nor ends with these.
EDGES = frozenset({"CCONJ", "SCONJ", "PUNCT", "SPACE", "SYM"})
NO_SPACE_BEFORE = frozenset(
    {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "\u2019s", "n't", "n\u2019t", "'", "\u2019"}
)
QUOTES = frozenset({'"', "``", "''", "\u201c", "\u201d", "`", "\u2018"})
BRACKETS = frozenset({"(", ")", "[", "]", "{", "}"})
SHORT_NOUN = 2  # a noun phrase of fewer words does not say what happened


def make_title(parse: Parse, i: int, dating: frozenset[int], light: frozenset[str]) -> str:
    """Return the title of the event whose trigger is token i."""
    return render(parse, shorten(parse, i, title_tokens(parse, i, dating, light)))


def title_tokens(parse: Parse, i: int, dating: frozenset[int], light: frozenset[str]) -> list[int]:
    """Return the tokens of the title in the order in which it is read, before shortening."""
    pos = parse.pos[i]
    head = parse.head[i]
    if pos in VERBAL:
        return find_clause(parse, i, dating).tokens()
    if pos == "ADJ":
        return find_clause(parse, head if parse.pos[head] in VERBAL else i, dating).tokens()
    phrase = noun_phrase(parse, i, dating)
    while phrase and parse.lower[phrase[0]] in ARTICLES:
        phrase = phrase[1:]
    verb = _verb_of(parse, i)
    if verb is not None:
        content = [t for t in phrase if parse.pos[t] not in ("PUNCT", "DET", "PRON")]
        if parse.lemma[verb] in light or len(content) < SHORT_NOUN:
            clause = find_clause(parse, verb, dating).tokens()
            if i in clause:
                return clause
    return phrase


def _verb_of(parse: Parse, i: int) -> int | None:
    """Return the verb that the noun at token i is subject or object of."""
    while parse.dep[i] == "conj":
        i = parse.head[i]
    if parse.dep[i] == "pobj" and parse.pos[parse.head[parse.head[i]]] == "VERB":
        return parse.head[parse.head[i]]
    head = parse.head[i]
    if parse.dep[i] in ("nsubj", "nsubjpass", "dobj", "attr") and parse.pos[head] in VERBAL:
        return head
    return None


def shorten(parse: Parse, i: int, tokens: list[int]) -> list[int]:
    """Drop branches, the least needed first, until the title is not longer than it may be."""
    tokens = tidy(parse, tokens)
    if width(parse, tokens) <= LONGEST:
        return tokens
    spared = {i}
    up = i
    while parse.head[up] != up:
        up = parse.head[up]
        spared.add(up)
    for removable in (_asides, _prepositions, _conjuncts, _modifiers):
        for branch in removable(parse, tokens):
            if branch in spared:
                continue
            gone = set(parse.subtree(branch))
            if not gone & spared:
                tokens = tidy(parse, [t for t in tokens if t not in gone])
            if width(parse, tokens) <= LONGEST:
                return tokens
    while len(tokens) > 1 and width(parse, tokens) > LONGEST:
        tokens = tidy(parse, tokens[:-1])
    return tokens


def _asides(parse: Parse, tokens: list[int]) -> list[int]:
    deps = ("advmod", "acl", "appos", "npadvmod", "predet")
    return [t for t in reversed(tokens) if parse.dep[t] in deps]


def _prepositions(parse: Parse, tokens: list[int]) -> list[int]:
    return [t for t in reversed(tokens) if parse.dep[t] in ("prep", "agent")]


def _conjuncts(parse: Parse, tokens: list[int]) -> list[int]:
    return [t for t in reversed(tokens) if parse.dep[t] == "conj"]


def _modifiers(parse: Parse, tokens: list[int]) -> list[int]:
    return [
        t
        for t in reversed(tokens)
        if parse.dep[t] in ("amod", "poss", "compound", "nmod", "xcomp", "ccomp")
    ]


def width(parse: Parse, tokens: Iterable[int]) -> int:
    """Return the length that these tokens would have as a title, at most."""
    return sum(parse.end[t] - parse.start[t] + 1 for t in tokens) - 1


def tidy(parse: Parse, tokens: list[int]) -> list[int]:
    """Drop punctuation that lost its neighbours, unbalanced quotes, and what may not stand at an edge."""
    kept = set(tokens)
    result: list[int] = []
    for t in tokens:
        pos, word = parse.pos[t], parse.lower[t]
        if pos == "SPACE" or word in BRACKETS:
            continue
        if pos == "PUNCT" and word not in QUOTES and not (t - 1 in kept and t + 1 in kept):
            continue
        if pos == "CCONJ" and t + 1 not in kept:
            continue
        result.append(t)
    if sum(parse.lower[t] in QUOTES for t in result) % 2:
        result = [t for t in result if parse.lower[t] not in QUOTES]
    begin, end = 0, len(result)
    while begin < end and _is_edge(parse, result[begin], first=True):
        begin += 1
    while begin < end and _is_edge(parse, result[end - 1], first=False):
        end -= 1
    return result[begin:end]


def _is_edge(parse: Parse, t: int, *, first: bool) -> bool:
    pos, word = parse.pos[t], parse.lower[t]
    if pos in EDGES and word not in QUOTES:
        return True
    if first:
        return word in ("that", "when", "who", "which", "whom") and parse.dep[t] in (
            "mark",
            "nsubj",
            "dobj",
            "nsubjpass",
            "advmod",
        )
    return (
        (pos == "ADP" and parse.dep[t] != "prt")
        or pos == "DET"
        or parse.tag[t] == "PRP$"
        or word == "to"
    )


def render(parse: Parse, tokens: list[int]) -> str:
    """Return the tokens as a line: the document's own words and spaces, first letter raised."""
    text = parse.doc.text
    pieces: list[str] = []
    before = -2
    for t in tokens:
        if pieces:
            if t == before + 1:
                pieces.append(" " if parse.start[t] > parse.end[before] else "")
            elif parse.lower[t] not in NO_SPACE_BEFORE:
                pieces.append(" ")
        pieces.append(text[parse.start[t] : parse.end[t]])
        before = t
    line = "".join(pieces)
    return line[:1].upper() + line[1:]

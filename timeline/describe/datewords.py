"""The words of a sentence that only say when."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..annotation import TemporalExpression
from ..tokens import tokens_of
from .datemarks import (
    chain_before,
    glued,
    heads_line,
    hedge,
    is_set_off,
    is_torn,
    label,
    opens_sentence,
)
from .parse import Parse

TEMPORAL = frozenset({"after", "before", "since", "till", "until"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Verbs whose object or measure may be a time: "lasted two days", "declared 10 January a holiday".
NAMES_DAY = frozenset({"declare", "proclaim", "designate", "mark", "name", "choose", "set"})
TAKES_TIME = frozenset({"last", "take", "spend", "span"}) | NAMES_DAY
# How an expression that only says when hangs on what it dates.
ADVERBIAL = frozenset({"npadvmod", "advmod", "prep", "dobj", "dep", "advcl", "pobj", "pcomp"})
# How one hangs that heads a line as its label: "02:47 incident declared".
LABELLING = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "appos", "ROOT"})
SET_OFF = frozenset({"appos", "compound", "conj", "nmod", "nummod", "parataxis"})
DEEPEST = 4  # heads above a preposition
DISTANCES = tuple([word] for word in ("drive", "flight", "ride", "trip", "walk"))
RANKING = frozenset({"first", "last", "only", "record", "worst", "best", "third", "second"})
SCOPE = 7  # tokens between what is the most and "since"
TIMES = ("DATE", "TIME", "CARDINAL")
CIRCA = frozenset({"c.", "ca.", "circa"})
COUNTED_FROM = (["after"], ["before"])  # "crossed the border days after he fled"


def dating_prepositions(parse: Parse, triggers: Collection[int]) -> frozenset[int]:
    """Return the prepositions that date by another event: "after the crash", not "after her".

    A finite verb below one shows that it opens a clause, whatever the parser made of it.
    """
    return frozenset(
        i
        for i, word in enumerate(parse.lower)
        if word in TEMPORAL
        and parse.dep[i] == "prep"
        and not _compares(parse, i)
        and not _ranks(parse, i, frozenset())
        and not (word == "since" and parse.pos[parse.head[i]] in ("NOUN", "PROPN"))
        and (
            any(parse.dep[kid] == "pcomp" or kid in triggers for kid in parse.kids[i])
            or any(parse.tag[below] in FINITE for below in parse.subtree(i))
        )
    )


def _compares(parse: Parse, i: int) -> bool:
    """Tell whether a phrase stands below "than": "than at any time since the war"."""
    for _ in range(DEEPEST):
        i = parse.head[i]
        if parse.lower[i] == "than":
            return True
    return False


def expression_tokens(parse: Parse, expressions: Iterable[TemporalExpression]) -> list[range]:
    """Return the tokens of each expression."""
    found = (tokens_of(parse.doc, e.start, e.end) for e in expressions)
    return [tokens for tokens in found if tokens is not None]


def dating_tokens(
    parse: Parse, expressions: Iterable[range], line_starts: Collection[int] = ()
) -> frozenset[int]:
    """Return the tokens of the expressions that only say when, and what leads up to them.

    Not those that a sentence speaks about ("the 1988 truce", "lasted two days", "Monday was calm").
    `line_starts` are the offsets at which a heading, paragraph or list item begins.
    """
    found: set[int] = set()
    expressions = tuple(expressions)
    for tokens in expressions:
        led = label(parse, tokens)
        if led:
            found.update(led)
            continue
        root = next((t for t in tokens if parse.head[t] not in tokens), tokens[0])
        dep = parse.dep[root]
        named = dep == "npadvmod" and parse.tag[root] == "NNP"  # "took the lead Tuesday"
        named = named and parse.lower[parse.head[root] + 1] != "place"
        named = named and parse.lemma[parse.head[root]] not in NAMES_DAY
        measure = dep in ("npadvmod", "dobj", "pobj") and not named
        if dep == "npadvmod" and parse.child(parse.head[root], "dobj") is not None:
            measure = False  # "will take the studio over later this month"
        if measure and parse.lemma[parse.head[root]] in TAKES_TIME:
            continue
        counted = parse.lower[tokens[-1] + 1 : tokens[-1] + 2] in COUNTED_FROM
        amount = dep == "dobj" and parse.tag[root] == "NNS" and not counted
        if amount and parse.head[root] < tokens[0]:
            continue  # "may miss two to four weeks"
        if parse.lower[tokens[-1] + 1 : tokens[-1] + 2] in DISTANCES:
            continue  # "within ten minutes' drive"
        if _ends_denial(parse, tokens[0]):
            continue  # "is not likely to come until May"
        if dep == "dobj" and any(parse.tag[k] == "PRP$" for k in parse.kids[root]):
            continue  # "scored his fifth century"
        if "than" in parse.lower[max(tokens[0] - 2, 0) : tokens[0]] and parse.pos[
            tokens[0] - 1
        ] in (
            "ADP",
            "SCONJ",
        ):
            continue  # "more divided than at any time since the war"
        if dep == "pobj" and parse.tag[root] == "NNS" and parse.lower[parse.head[root]] == "to":
            continue  # "sentenced to four years in prison"
        if dep == "pobj" and _measures(parse, root, tokens):
            continue  # "a term of two years"
        if dep == "pobj" and _is_of_event(parse, root, tokens):
            continue  # "within days of the flood"
        if _ranks(parse, tokens[0] - 1, RANKING) or _ranks(parse, tokens[0], RANKING):
            continue  # "the largest drop since 2001"
        chain = chain_before(parse, tokens)
        if (
            chain
            or dep in ADVERBIAL
            or opens_sentence(parse, tokens[0])
            or (dep in LABELLING and heads_line(parse, tokens, line_starts))
            or (dep in SET_OFF and is_set_off(parse, tokens))
            or is_torn(parse, root, tokens)
        ):
            found.update(chain, tokens, glued(parse, tokens[-1]), hedge(parse, tokens))
            if parse.lemma[parse.head[root]] == "date" and parse.dep[parse.head[root]] == "acl":
                found.add(parse.head[root])  # "a letter dated 12 April"
    for tokens in expressions:
        joint = tokens[0] - 1
        if joint > 0 and parse.lower[joint] in ("and", "or") and joint - 1 in found:
            found.update((joint, *tokens))  # "on 31 January and 1 February"
    for i, word in enumerate(parse.lower[:-1]):
        if word in CIRCA and parse.tag[i + 1] == "CD":
            found.update((i, i + 1))
    return frozenset(found)


def _measures(parse: Parse, root: int, tokens: range) -> bool:
    """Tell whether a counted stretch of time says how long a thing is."""
    of = parse.head[root]
    counted = parse.tag[root] == "NNS" and any(parse.tag[t] == "CD" for t in tokens)
    return counted and parse.lower[of] == "of" and parse.pos[parse.head[of]] == "NOUN"


def _is_of_event(parse: Parse, root: int, tokens: range) -> bool:
    """Tell whether a stretch of time is counted from something that is named behind "of"."""
    of = tokens[-1] + 1
    if parse.tag[root] not in ("NN", "NNS") or parse.lower[of : of + 1] != ["of"]:
        return False
    noun = parse.child(of, "pobj")
    return parse.head[of] == root and noun is not None and parse.entity[noun] not in TIMES


def _ranks(parse: Parse, i: int, words: Collection[str]) -> bool:
    """Tell whether what "since" opens says among which something is the most, or the first."""
    if i < 0 or parse.lower[i] != "since":
        return False
    begin = max(parse.sentence[i], i - SCOPE)
    for t in range(i - 1, begin - 1, -1):
        if parse.tag[t] in FINITE or parse.pos[t] == "PUNCT":
            return False
        if parse.tag[t] in ("JJS", "RBS") or parse.lower[t] in words:
            return True
    return False


def _ends_denial(parse: Parse, first: int) -> bool:
    """Tell whether "until" stands before an expression and "not" before that."""
    if parse.lower[first - 1] not in ("until", "till") or first == 0:
        return False
    return any(parse.dep[t] == "neg" for t in range(parse.sentence[first], first))

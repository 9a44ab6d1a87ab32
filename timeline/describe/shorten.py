"""What a title can spare where it is too long, without saying anything else than before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .parse import Parse
from .tears import SPEAKING
from .tidy import QUOTES, tidy

LONGEST = 100  # characters
# Adverbs without which a clause says something else.
CARRYING = frozenset("""
ahead almost allegedly apart away back barely ever forward hardly just likely longer narrowly nearly
never no not nothing once only possibly potentially probably rarely reportedly scarcely seldom so
still supposedly together too twice unlikely virtually yet
""".split())  # fmt: skip
# Adjectives without which a noun means something else.
CHANGING = frozenset("""
acting alleged apparent attempted deputy expected failed fake false few first former future initial
last least less likely more most new no old only own possible potential preliminary previous
proposed planned second so-called such suspected third unlikely vice would-be
""".split())  # fmt: skip
QUANTITIES = frozenset("""
class couple generation group half kind list lot majority most none number one part percent piece
range rest round series set some sort spate string total type wave
""".split())  # fmt: skip
FEW = 4  # words of a phrase that a noun keeps to the last
TITLE = 8  # tokens between quotation marks that may be a name
HYPHENS = frozenset({"-", "\u2010", "\u2011", "/"})
COMPLETING = ("xcomp", "ccomp", "advcl")


def shorten(
    parse: Parse, i: int, tokens: list[int], commas: frozenset[int], said: Mapping[int, str]
) -> list[int]:
    """Drop branches, the least needed first, until the title is not longer than it may be.

    `said` holds the words that stand for a token.
    """
    longest = LONGEST - sum(len(words) - parse.end[t] + parse.start[t] for t, words in said.items())
    tokens = tidy(parse, tokens, commas)
    if width(parse, tokens) <= longest:
        return tokens
    spared = {i}
    bound = {t for t in tokens if _in_name(parse, t) or _is_glued(parse, t)}
    bound |= _in_short_quotes(parse, tokens)
    up = i
    while parse.head[up] != up:
        up = parse.head[up]
        spared.add(up)
    for droppable in DROPPED_IN_ORDER:
        for branch in reversed(tokens):
            if branch in spared or not droppable(parse, branch) or branch in bound:
                continue
            if parse.head[branch] == i and parse.dep[branch] == "advcl":
                continue  # what it was done for
            gone = set(parse.subtree(branch)) - commas
            if gone.isdisjoint(spared) and not _holds_another(parse, branch, tokens):
                tokens = tidy(parse, [t for t in tokens if t not in gone], commas)
                if width(parse, tokens) <= longest:
                    return tokens
    return _cut(parse, i, tokens, commas, longest)


def _cut(
    parse: Parse, i: int, tokens: list[int], commas: frozenset[int], longest: int
) -> list[int]:
    """Cut words off the end, or before a speaker put last, and what lost its other half with them.

    The event itself stays.
    """
    place = tokens.index(i) if i in tokens else 0
    tail = next((k for k in range(place, 0, -1) if tokens[k] in commas), len(tokens))
    if parse.dep[i] == "advcl":
        tail = len(tokens)  # a participle: its own end is cut
    head, rest = tokens[:tail], tokens[tail:]

    def cut() -> list[int]:
        return tidy(parse, [*head, *rest], commas)

    while len(head) > 1 and head[-1] != i and width(parse, cut()) > longest:
        head.pop()
    while len(head) > 1 and width(parse, cut()) > longest:
        head.pop()  # an event at the end of a line that is too long
    while len(head) > 2 and head[-1] != i and _is_torn(parse, head[-1]):
        head.pop()
    return cut()


def _is_torn(parse: Parse, t: int) -> bool:
    """Tell whether a title that was cut behind this token lacks the other half of a phrase."""
    if parse.dep[t] in (
        "amod",
        "compound",
        "nummod",
        "nmod",
        "poss",
        "aux",
        "auxpass",
        "quantmod",
        "npadvmod",
        "nsubj",
        "nsubjpass",
        "det",
        "mark",
        "punct",
    ):
        return parse.head[t] > t
    if parse.pos[t] in ("ADP", "DET"):
        return parse.dep[t] != "prt"
    return (
        parse.tag[t] in ("VBG", "VBN", "VB")
        and parse.child(t, "dobj", "xcomp", "ccomp") is not None
    )


def width(parse: Parse, tokens: Iterable[int]) -> int:
    """Return the length that these tokens would have as a title, at most."""
    return sum(parse.end[t] - parse.start[t] + 1 for t in tokens) - 1


def _in_name(parse: Parse, t: int) -> bool:
    """Tell whether a branch is part of the name above it: "Centers for Disease Control"."""
    entity = parse.entity[t]
    return bool(entity) and entity == parse.entity[parse.head[t]] and parse.dep[t] != "conj"


def _is_glued(parse: Parse, t: int) -> bool:
    """Tell whether a hyphen ties a token to another one: "semi-official"."""
    before = t > 0 and parse.end[t - 1] == parse.start[t]
    behind = t + 1 < len(parse) and parse.end[t] == parse.start[t + 1]
    return (before and parse.lower[t - 1] in HYPHENS) or (behind and parse.lower[t + 1] in HYPHENS)


def _in_short_quotes(parse: Parse, tokens: list[int]) -> set[int]:
    """Return what stands between quotation marks as a title does."""
    marks = [t for t in tokens if parse.lower[t] in QUOTES]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return {t for first, last in pairs if last - first < TITLE for t in range(first, last + 1)}


def _holds_another(parse: Parse, branch: int, tokens: list[int]) -> bool:
    """Tell whether what follows needs the branch: "called on the city to pay" without "on"."""
    if parse.dep[branch] not in ("prep", "dobj", "dative"):
        return False
    kept = set(tokens)
    return any(
        k > branch
        and k in kept
        and parse.dep[k] in COMPLETING
        and (parse.tag[k] == "VB" or any(parse.tag[t] == "TO" for t in parse.kids[k]))
        for k in parse.kids[parse.head[branch]]
    )


def _by_relation(*deps: str) -> Callable[[Parse, int], bool]:
    return lambda parse, t: parse.dep[t] in deps


def _is_aside(parse: Parse, t: int) -> bool:
    """True for what describes a noun, not for "rising" of "with the index rising"."""
    head = parse.head[t]
    told = parse.dep[t] == "acl" and parse.lower[parse.head[head]] == "with"
    return parse.dep[t] in ("acl", "appos", "predet") and not told


def _is_of_subject(parse: Parse, t: int) -> bool:
    """True for what a subject can lack where its verb would not fit otherwise."""
    head = parse.head[t]
    return (
        parse.dep[head] in ("nsubj", "nsubjpass")
        and head < t < parse.head[head]
        and parse.dep[t] in ("prep", "acl", "relcl", "appos")
        and not (parse.dep[t] == "prep" and _is_quantity(parse, head))
    )


def _is_quantity(parse: Parse, t: int) -> bool:
    return parse.pos[t] == "NUM" or parse.lower[t] in QUANTITIES


def _is_conjunct(parse: Parse, t: int) -> bool:
    """True for all that is joined to the first of a row, not for its last ones alone."""
    head = parse.head[t]
    first = parse.dep[t] == "conj" and parse.dep[head] not in ("conj", "nsubj", "nsubjpass")
    return first and parse.pos[t] not in ("ADJ", "NUM") and not _is_row(parse, head)


def _is_row(parse: Parse, head: int) -> bool:
    """True for "trio of Britain, France and Germany", "between Iran and Iraq"."""
    above = parse.head[head]
    counted = parse.pos[parse.head[above]] == "NOUN" and parse.lower[above] == "of"
    return parse.dep[head] == "pobj" and (counted or parse.lower[above] in ("between", "among"))


def _is_plain_adverb(parse: Parse, t: int) -> bool:
    return (
        parse.dep[t] == "advmod"
        and parse.tag[t] not in ("WRB", "RBR", "JJR")
        and parse.pos[parse.head[t]] in ("VERB", "AUX")
        and parse.lower[t] not in CARRYING
    )


def _is_loose_measure(parse: Parse, t: int) -> bool:
    """True for what measures a verb, not for "dollars" of "24 dollars less"."""
    return parse.dep[t] == "npadvmod" and parse.pos[parse.head[t]] in ("VERB", "AUX")


def _is_purpose(parse: Parse, t: int) -> bool:
    return parse.dep[t] == "advcl" and parse.pos[t] in ("VERB", "AUX")


def _is_plain_adjective(parse: Parse, t: int) -> bool:
    return (
        parse.dep[t] == "amod"
        and parse.tag[t] == "JJ"
        and not parse.kids[t]
        and parse.start[t + 1] > parse.end[t]
        and _leaves_article(parse, t)
        and parse.lower[t] not in CHANGING
    )


def _leaves_article(parse: Parse, t: int) -> bool:
    """Tell whether an "a" before a token fits the word behind it too."""
    article = parse.lower[t - 1]
    if article not in ("a", "an"):
        return True
    return (parse.lower[t + 1][:1] in "aeiou") == (article == "an")


def _is_plain_preposition(parse: Parse, t: int) -> bool:
    if parse.dep[t] != "prep" or parse.lower[t] == "of" or _completes(parse, t):
        return False
    return not any(parse.entity[k] in ("GPE", "LOC", "FAC") for k in parse.kids[t])


def _is_preposition(parse: Parse, t: int) -> bool:
    return parse.dep[t] in ("prep", "agent") and not _completes(parse, t)


def _completes(parse: Parse, t: int) -> bool:
    """Tell whether a phrase is all that its verb has: "called for help"; "of" completes a noun."""
    head = parse.head[t]
    if parse.pos[head] in ("ADV", "ADP", "ADJ"):
        return True  # "up from 1.2", "loyal to the king"
    if parse.pos[head] not in ("VERB", "AUX"):
        return parse.lower[t] == "of" and not _is_name(parse, head)
    others = ("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "prep", "agent")
    return all(k == t for k in parse.children(head, *others) if k > head)


def _is_name(parse: Parse, t: int) -> bool:
    return parse.pos[t] == "PROPN"


def _is_of_passive(parse: Parse, t: int) -> bool:
    """True for all that a passive has: "a loan had been granted for the dam"."""
    passive = parse.child(parse.head[t], "auxpass") is not None
    return parse.dep[t] in ("prep", "agent") and passive


def _is_office(parse: Parse, t: int) -> bool:
    """True for "French Prime Minister" before a person's name."""
    return (
        parse.dep[t] in ("compound", "amod", "nmod", "det")
        and parse.entity[parse.head[t]] == "PERSON"
        and parse.entity[t] != "PERSON"
        and parse.head[t] > t
    )


def _is_list(parse: Parse, t: int) -> bool:
    """True for "of Japan, the United States and Canada", not for "one of them"."""
    if _is_quantity(parse, parse.head[t]):
        return False
    number = any(parse.tag[k] == "CD" for k in parse.subtree(t))
    number = (
        number
        or parse.pos[parse.head[t]] == "NUM"
        or parse.tag[parse.head[t]] in ("DT", "CD", "JJS")
    )
    return parse.dep[t] == "prep" and not number and len(parse.subtree(t)) > FEW


def _is_of_speaking(parse: Parse, t: int) -> bool:
    """True for where, how and to whom something was said: what was said matters more."""
    head = parse.head[t]
    if parse.lemma[head] not in SPEAKING or parse.child(head, "ccomp") is None:
        return False
    return parse.dep[t] in ("prep", "npadvmod", "advmod", "advcl") and t > head


# What a title can spare, most readily first.
DROPPED_IN_ORDER: tuple[Callable[[Parse, int], bool], ...] = (
    _is_of_speaking,
    _is_plain_adverb,
    _by_relation("relcl"),
    _is_purpose,
    _is_aside,
    _is_loose_measure,
    _is_plain_preposition,
    _is_preposition,
    _is_conjunct,
    _is_of_passive,
    _is_office,
    _is_plain_adjective,
    _is_list,
    _is_of_subject,
)

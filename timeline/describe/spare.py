"""The branches of a clause that a title can spare, most readily first: `DROPPED_IN_ORDER`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from .parse import Parse
from .people import PERSON_ENDINGS, PERSONS
from .tears import SPEAKING

# Adverbs without which a clause says something else.
CARRYING = frozenset("""
abroad again ahead allegedly almost apart away back barely east ever forward hardly just likely
longer narrowly nearly never no north not nothing once only overseas possibly potentially probably
rarely reportedly scarcely seldom so south still supposedly together too twice unlikely virtually
west yet
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


Kind = Callable[[Parse, int], bool]
_kinds: defaultdict[str, list[Kind]] = defaultdict(list)  # by relation


def _hanging_by(*deps: str) -> Callable[[Kind], Kind]:
    """Make a kind of branch of a function, which is asked only of those with these relations."""

    def add(kind: Kind) -> Kind:
        for dep in deps:
            _kinds[dep].append(kind)
        return kind

    return add


def kinds(parse: Parse, t: int) -> list[Kind]:
    """Return the kinds of branches that token t heads, of those that a title can spare."""
    return [kind for kind in _kinds.get(parse.dep[t], ()) if kind(parse, t)]


@_hanging_by("relcl")
def _is_relative(parse: Parse, t: int) -> bool:
    return True


@_hanging_by("acl", "appos", "predet")
def _is_aside(parse: Parse, t: int) -> bool:
    """True for what describes a noun, not for "rising" of "with the index rising"."""
    head = parse.head[t]
    told = parse.dep[t] == "acl" and parse.lower[parse.head[head]] == "with"
    return not told and not _is_name_behind(parse, t)


def _is_name_behind(parse: Parse, t: int) -> bool:
    """True for the name in "the service Orb": without it nobody knows which."""
    return parse.dep[t] == "appos" and parse.pos[parse.subtree(t)[0] - 1] != "PUNCT"


@_hanging_by("prep", "acl", "relcl", "appos")
def _is_of_subject(parse: Parse, t: int) -> bool:
    """True for what a subject can lack where its verb would not fit otherwise."""
    head = parse.head[t]
    return (
        parse.dep[head] in ("nsubj", "nsubjpass")
        and head < t < parse.head[head]
        and not _is_name_behind(parse, t)
        and not (parse.dep[t] == "prep" and _is_quantity(parse, head))
    )


def _is_quantity(parse: Parse, t: int) -> bool:
    return parse.pos[t] == "NUM" or parse.lower[t] in QUANTITIES


@_hanging_by("conj")
def _is_conjunct(parse: Parse, t: int) -> bool:
    """True for all that is joined to the first of a row, not for its last ones alone."""
    head = parse.head[t]
    first = parse.dep[head] not in ("conj", "nsubj", "nsubjpass")
    return first and parse.pos[t] not in ("ADJ", "NUM") and not _is_row(parse, head)


def _is_row(parse: Parse, head: int) -> bool:
    """True for "trio of Britain, France and Germany", "between Iran and Iraq"."""
    above = parse.head[head]
    counted = parse.pos[parse.head[above]] == "NOUN" and parse.lower[above] == "of"
    return parse.dep[head] == "pobj" and (counted or parse.lower[above] in ("between", "among"))


@_hanging_by("advmod")
def _is_plain_adverb(parse: Parse, t: int) -> bool:
    return (
        parse.tag[t] not in ("WRB", "RBR", "JJR")
        and parse.pos[parse.head[t]] in ("VERB", "AUX")
        and parse.lower[t] not in CARRYING
    )


@_hanging_by("npadvmod")
def _is_loose_measure(parse: Parse, t: int) -> bool:
    """True for what measures a verb, not for "dollars" of "24 dollars less"."""
    return parse.pos[parse.head[t]] in ("VERB", "AUX")


@_hanging_by("advcl")
def _is_purpose(parse: Parse, t: int) -> bool:
    return parse.pos[t] in ("VERB", "AUX")


def is_singled_out(parse: Parse, noun: int) -> bool:
    """True for "first president", "highest level": each word says among which ones it is that."""
    return any(
        parse.tag[k] == "JJS" or parse.entity[k] == "ORDINAL" or parse.lower[k] == "only"
        for k in parse.children(noun, "amod")
    )


@_hanging_by("amod")
def _is_plain_adjective(parse: Parse, t: int) -> bool:
    return (
        parse.tag[t] == "JJ"
        and not parse.kids[t]
        and parse.start[t + 1] > parse.end[t]
        and _leaves_article(parse, t)
        and parse.lower[t] not in CHANGING
        and not is_singled_out(parse, parse.head[t])
    )


def _leaves_article(parse: Parse, t: int) -> bool:
    """Tell whether an "a" before a token fits the word behind it too."""
    article = parse.lower[t - 1]
    if article not in ("a", "an"):
        return True
    return (parse.lower[t + 1][:1] in "aeiou") == (article == "an")


@_hanging_by("prep")
def _is_plain_preposition(parse: Parse, t: int) -> bool:
    if parse.lower[t] == "of" or _completes(parse, t):
        return False
    if is_singled_out(parse, parse.head[t]):
        return False
    return not any(parse.entity[k] in ("GPE", "LOC", "FAC") for k in parse.kids[t])


@_hanging_by("prep", "agent")
def _is_preposition(parse: Parse, t: int) -> bool:
    return not _completes(parse, t)


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


@_hanging_by("prep", "agent")
def _is_of_passive(parse: Parse, t: int) -> bool:
    """True for all that a passive has: "a loan had been granted for the dam"."""
    return parse.child(parse.head[t], "auxpass") is not None


@_hanging_by("compound", "amod", "nmod", "det")
def _is_office(parse: Parse, t: int) -> bool:
    """True for "French Prime Minister" before a person's name, not for the "Inder" of one."""
    if parse.entity[parse.head[t]] != "PERSON":
        return False
    beside = parse.pos[t] == "PROPN" and parse.entity[t + 1 : t + 2] == ["PERSON"]
    if beside and not parse.lower[t].endswith(PERSON_ENDINGS) and parse.lower[t] not in PERSONS:
        return False
    return parse.entity[t] != "PERSON" and parse.head[t] > t


@_hanging_by("prep")
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
    return not number and len(parse.subtree(t)) > FEW


@_hanging_by("prep", "npadvmod", "advmod", "advcl")
def _is_of_speaking(parse: Parse, t: int) -> bool:
    """True for where, how and to whom something was said: what was said matters more."""
    head = parse.head[t]
    if parse.lemma[head] not in SPEAKING or parse.child(head, "ccomp") is None:
        return False
    return t > head


@_hanging_by("relcl", "acl", "appos", "advcl")
def _is_closed_aside(parse: Parse, t: int) -> bool:
    """True for what commas set apart on both sides inside a clause."""
    tokens = parse.subtree(t)
    after = tokens[-1] + 1
    return (
        parse.lower[tokens[0] - 1] == ","
        and after < len(parse)
        and "," in (parse.lower[after], parse.lower[tokens[-1]])
    )


# What goes, all of it, where the end could then be kept; and how many characters that must save.
SPARED: tuple[tuple[Kind, int], ...] = (
    (_is_plain_adverb, 4),
    (_is_office, 12),
)
# What a title spares before its end is cut, then what it does where that is not enough; most
# readily first.
DROPPED_FIRST: tuple[Kind, ...] = (_is_of_speaking, _is_closed_aside)
DROPPED_IN_ORDER: tuple[Kind, ...] = (
    _is_plain_adverb,
    _is_relative,
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

"""Tense, aspect, polarity and modality of a trigger, as TimeML's MAKEINSTANCE has them."""

from __future__ import annotations

from dataclasses import dataclass

from ..describe.parse import Parse

MODALS = {"ca": "can", "'d": "would", "\u2019d": "would", "sha": "shall"}  # clipped forms
FUTURE = frozenset({"will", "shall", "'ll", "\u2019ll", "wo"})
TENSES = {"VBD": "PAST", "VBZ": "PRESENT", "VBP": "PRESENT"}
NEGATORS = frozenset(
    {"not", "n't", "n\u2019t", "never", "no", "neither", "nor", "hardly", "scarcely"}
)
NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What the words around a trigger say of its time and truth."""

    tense: str
    aspect: str
    polarity: str
    modality: str | None


def read_group(parse: Parse, i: int) -> VerbGroup:
    """Return the attributes of the trigger at token i.

    >>> read_group(parse_of("It could not have been stopped"), 5)
    VerbGroup(tense='NONE', aspect='PERFECTIVE', polarity='NEG', modality='could')
    """
    pos = parse.pos[i]
    if pos == "VERB":
        return _verb(parse, i, _auxiliaries(parse, i), parse.tag[i], i)
    head = parse.head[i]
    if (
        pos == "ADJ"
        and parse.dep[i] in ("acomp", "oprd", "attr")
        and parse.pos[head] in ("AUX", "VERB")
    ):
        # A predicative adjective has the tense of its copula.
        return _verb(parse, head, _auxiliaries(parse, head), parse.tag[head], i)
    if pos == "AUX":
        return _verb(parse, i, _auxiliaries(parse, i), parse.tag[i], i)
    return VerbGroup("NONE", "NONE", _noun_polarity(parse, i), None)


def _auxiliaries(parse: Parse, i: int) -> list[int]:
    """Return a verb's auxiliaries; a coordinated verb of the same form shares the first one's."""
    found = parse.children(i, "aux", "auxpass")
    if not found and parse.dep[i] == "conj":
        first = parse.head[i]
        has_subject = parse.child(i, "nsubj", "nsubjpass") is not None
        if (
            parse.tag[first] == parse.tag[i]
            and not has_subject
            and parse.tag[i] in ("VB", "VBN", "VBG")
        ):
            return _auxiliaries(parse, first)
    return found


def _verb(parse: Parse, i: int, auxiliaries: list[int], tag: str, trigger: int) -> VerbGroup:
    tense, modality = TENSES.get(tag, ""), None
    have = progressive = passive = infinitive = False
    finite = ""
    forms = [*(parse.tag[a] for a in auxiliaries), tag]
    for auxiliary, after in zip(auxiliaries, forms[1:], strict=True):
        word, lemma, form = parse.lower[auxiliary], parse.lemma[auxiliary], parse.tag[auxiliary]
        if form == "MD":
            if word in FUTURE:
                finite = "FUTURE"
            else:
                finite, modality = "NONE", MODALS.get(word, word)
        elif word == "to":
            infinitive = True
        else:
            finite = finite or TENSES.get(form, "")
            have = have or (lemma in ("have", "'ve") and after in ("VBN", "VBD"))
            is_be = lemma in ("be", "get")
            progressive = progressive or (is_be and after == "VBG")
            passive = passive or (is_be and after == "VBN")
    if infinitive and not finite:
        tense = "INFINITIVE"
    elif finite:
        tense = finite
    elif not tense:
        tense = _bare(parse, i, tag, auxiliaries)
    aspect = "_".join(
        name for name, holds in (("PERFECTIVE", have), ("PROGRESSIVE", progressive)) if holds
    )
    return VerbGroup(tense, aspect or "NONE", _verb_polarity(parse, i, trigger), modality)


def _bare(parse: Parse, i: int, tag: str, auxiliaries: list[int]) -> str:
    """Return the tense of a verb without a finite form in its group."""
    if tag == "VBG" or any(parse.tag[a] == "VBG" for a in auxiliaries):
        return "PRESPART"
    if tag == "VBN":
        return "PASTPART"
    # A bare infinitive after "let", "help", "see", or an imperative.
    return "INFINITIVE" if parse.dep[i] in ("ccomp", "xcomp") else "PRESENT"


def _verb_polarity(parse: Parse, i: int, trigger: int) -> str:
    for kid in parse.kids[i]:
        dep, word = parse.dep[kid], parse.lower[kid]
        if dep == "neg" or (dep == "advmod" and word in NEGATORS):
            return "NEG"
        none = dep in ("nsubj", "nsubjpass") and (word in NOBODY or _has_no(parse, kid))
        if none or (dep in ("dobj", "attr") and word == "nothing"):
            return "POS" if says_only(parse, kid) else "NEG"
    if parse.dep[i] == "pcomp" and parse.lower[parse.head[i]] == "without":
        return "NEG"
    if parse.dep[i] == "conj" and parse.tag[i] == "VB" and parse.child(i, "nsubj") is None:
        first = parse.head[i]
        # "did not stop or slow": one auxiliary, one negation.
        if not parse.children(i, "aux") and any(parse.lower[k] == "or" for k in parse.kids[first]):
            return _verb_polarity(parse, first, first)
    return "NEG" if trigger != i and _has_no(parse, trigger) else "POS"


def says_only(parse: Parse, i: int) -> bool:
    """Whether what follows "nothing" or "no reply" is all the same: "nothing but shell cases"."""
    after = parse.lower[i + 1 : i + 3]
    if after[:1] in (["but"], ["except"]):
        return True
    return after in (["other", "than"], ["more", "than"], ["less", "than"], ["short", "of"])


def _noun_polarity(parse: Parse, i: int) -> str:
    if _has_no(parse, i):
        return "NEG"
    head = parse.head[i]
    return "NEG" if parse.dep[i] == "pobj" and parse.lower[head] == "without" else "POS"


def _has_no(parse: Parse, i: int) -> bool:
    return any(
        parse.lower[kid] in ("no", "neither") and parse.dep[kid] in ("det", "neg", "preconj")
        for kid in parse.kids[i]
    )

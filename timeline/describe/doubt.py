"""Where the parse itself makes it doubtful who did what: a clause that borrows its subject."""

from __future__ import annotations

from .datewords import FINITE
from .labels import ALL_SUBJECTS, NOMINAL, VERBAL
from .parse import Parse
from .people import is_person_noun
from .relative import disagrees

GRAVE, DOUBTFUL, SLIGHT = 2.0, 1.0, 0.5
FALSE = 3.0  # it would say something else
COUNTING = frozenset({"first", "last", "only", "second", "third"})
RELATIVE = frozenset({"which", "who", "that"})


def top_of_chain(parse: Parse, verb: int) -> int:
    """Return the verb that lends a bare complement its subject: "expected" of "to occur"."""
    while parse.dep[verb] == "xcomp" and parse.child(verb, *ALL_SUBJECTS) is None:
        verb = parse.head[verb]
    return verb


def doubt(parse: Parse, verb: int) -> float:
    """Return how doubtful the subject is that a title of this verb's clause would name."""
    if parse.pos[verb] not in VERBAL:
        return 0.0
    own = parse.child(verb, *ALL_SUBJECTS)
    if parse.dep[verb] == "relcl" and own is not None and parse.lower[own] in RELATIVE:
        return _of_relative(parse, verb, own)
    if parse.dep[verb] == "relcl" and parse.lemma[parse.head[verb]] == "time":
        which = (parse.lower[k] in COUNTING for k in parse.children(parse.head[verb], "amod"))
        if any(which):
            return FALSE  # "the first time that he travelled"
    infinitive = any(parse.tag[k] == "TO" for k in parse.children(verb, "aux"))
    if own is not None:
        # "made it difficult for Sun to meet demand": it did not.
        return GRAVE if infinitive and own < verb else 0.0
    if parse.dep[verb] == "advcl" and parse.tag[verb] == "VBN":
        # "Asked whether he would come, he said": he did not ask.
        acts = parse.child(verb, "auxpass", "aux", "agent") is None
        return GRAVE if acts and parse.child(verb, "ccomp", "dobj", "xcomp") is not None else 0.0
    if parse.dep[verb] == "advcl" and parse.tag[verb] == "VBG" and parse.head[verb] < verb:
        above = parse.head[verb]
        told = parse.dep[above] == "ccomp" and parse.tag[above] != "VB"
        if told and parse.head[above] < verb:
            return GRAVE  # "claimed she was married, drawing denials"
        first = parse.subtree(verb)[0]
        return 0.0 if parse.lower[first - 1] == "," else DOUBTFUL
    if parse.dep[verb] == "pcomp" and parse.tag[verb] == "VBG":
        return SLIGHT
    if parse.dep[verb] == "conj" and parse.pos[parse.head[verb]] in VERBAL:
        if not _is_joined(parse, verb):
            return FALSE
        return _of_joined(parse, verb) if parse.tag[verb] in FINITE else 0.0
    return 0.0


def _of_relative(parse: Parse, verb: int, pronoun: int) -> float:
    """Which noun it is, as in "the opener of the World Cup for beach soccer, which runs"."""
    noun = parse.head[verb]
    if parse.dep[noun] != "pobj" or parse.pos[noun] == "PRON":
        return 0.0
    above = parse.head[parse.head[noun]]
    if disagrees(parse, above, verb) and disagrees(parse, noun, verb) is False:
        return 0.0
    if parse.entity[noun] == "ORG" and parse.pos[above] == "NOUN":
        return 0.0
    if parse.pos[above] in VERBAL and parse.lower[pronoun] == "which":
        # "brought democracy to China, which influences it still"
        return FALSE if parse.child(above, "dobj") is not None else 0.0
    if parse.lower[parse.subtree(verb)[0] - 1] != ",":
        # "the blast in the market which went off"
        loose = parse.lower[parse.head[noun]] != "of" and parse.lower[pronoun] != "who"
        return FALSE if loose and parse.pos[above] == "NOUN" else 0.0
    if parse.lower[pronoun] == "who":
        person = parse.entity[noun] == "PERSON" or is_person_noun(parse, noun)
        return 0.0 if person or parse.pos[above] == "PROPN" else FALSE
    return FALSE if parse.pos[above] in NOMINAL else 0.0


def _is_joined(parse: Parse, verb: int) -> bool:
    """Tell whether "and" or a comma stands before a verb: else its subject was not seen.

    Adverbs and dates may stand between.
    """
    before = min([verb, *parse.children(verb, "aux", "auxpass", "neg")]) - 1
    while before > parse.sentence[verb] and (
        parse.pos[before] in ("ADV", "PART")
        or parse.entity[before] in ("DATE", "TIME")
        or (parse.pos[before] == "ADP" and parse.entity[before + 1] in ("DATE", "TIME"))
    ):
        before -= 1
    finite = parse.tag[verb] in FINITE or parse.child(verb, "aux", "auxpass") is not None
    return not finite or parse.pos[before] in ("CCONJ", "PUNCT")


def _of_joined(parse: Parse, verb: int) -> float:
    """The noun before a verb may be its subject, as in "Jordan beat China and Iraq drew"."""
    before = verb - 1
    while before > parse.sentence[verb] and (
        parse.dep[before] in ("aux", "auxpass", "neg") or parse.pos[before] == "ADV"
    ):
        before -= 1
    if parse.pos[before] not in ("NOUN", "PROPN") or parse.dep[before] != "conj":
        return 0.0
    first = parse.subtree(before)[0]
    return GRAVE if parse.pos[first - 1] == "CCONJ" else 0.0

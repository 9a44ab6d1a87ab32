"""How a title reads: whether it leaves open who acts, or of what it speaks."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence

from .datewords import FINITE
from .governing import is_inverted
from .labels import ALL_SUBJECTS, VERBAL
from .parse import Parse
from .people import is_person_noun
from .tidy import CONDITIONS

GRAVE, DOUBTFUL, SLIGHT = 2.0, 1.0, 0.5
HE_SHE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
ITS = frozenset({"it", "its", "itself"})
FIRST_AND_SECOND = frozenset({"i", "we", "you", "my", "our", "your", "me", "us"})
BARE = frozenset({"the", "this", "that", "these", "those", "such", "both"})
# What a noun may stand alone for: everyone knows which.
KNOWN = frozenset("""
army dollar euro fire pope police pound president public rouble ruble sun war weather world yen yuan
""".split())  # fmt: skip
COUNTED = frozenset("""
all another both each eleven few five four many more most none one others several six some ten those
three two
""".split())  # fmt: skip
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART",
                   "LAW"})  # fmt: skip
WHEN = frozenset({"DATE", "TIME"})
SAYING = ("relcl", "acl", "appos", "prep", "poss", "nmod", "compound")


def reading_risk(parse: Parse, kept: Sequence[int], said: Mapping[int, str]) -> float:
    """The risk of a title that leaves open who acts or of what it speaks.

    `said` holds the words that stand for a token.
    """
    named = any(words != "the" for words in said.values()) or _named(parse, kept)
    actor = _no_actor(parse, kept, named)
    return opening_risk(parse, kept, said) + actor + (0.0 if named else SLIGHT)


def is_nameless(parse: Parse, kept: Sequence[int], said: Mapping[int, str]) -> bool:
    """Tell whether a title names nobody and nothing, and does not speak of "I" or "he" either."""
    if said or not kept or (_named(parse, kept) and not _bareness(parse, kept, set(kept))):
        return False
    if any(parse.dep[t] in ALL_SUBJECTS and parse.tag[t] == "PRP" for t in kept):
        return False
    if any(parse.lower[t] in FIRST_AND_SECOND for t in kept) or _pronouns(parse, kept, said):
        return False
    return any(parse.tag[t] in FINITE for t in kept)


def is_open(parse: Parse, kept: Sequence[int], said: Mapping[int, str]) -> bool:
    """Tell whether a title speaks of "the fire" and does not say which, or names nothing."""
    inside = set(kept)
    if not said and not _named(parse, kept):
        return True
    for before, t in itertools.pairwise(kept):
        if parse.lower[before] not in BARE or parse.head[before] != t or t in said:
            continue
        alone = not any(k in inside for k in parse.kids[t] if k != before)
        if alone and parse.tag[t] in ("NN", "NNS") and parse.lemma[t] not in KNOWN:
            return True
    return False


def _named(parse: Parse, tokens: Collection[int]) -> bool:
    return any(map(parse.facts(_is_named).__getitem__, tokens))


def _is_named(parse: Parse, t: int) -> bool:
    return parse.entity[t] in NAMES or (parse.pos[t] == "PROPN" and parse.entity[t] not in WHEN)


def opening_risk(parse: Parse, kept: Sequence[int], said: Mapping[int, str]) -> float:
    """The risk that a title does not tell of whom or of what it speaks."""
    return _pronouns(parse, kept, said) + _bareness(parse, kept, set(kept))


def _pronouns(parse: Parse, kept: Sequence[int], said: Mapping[int, str]) -> float:
    worst = 0.0
    pointing = parse.facts(_points)
    for k, t in enumerate(kept):
        if (k and not pointing[t]) or t in said or parse.dep[t] == "expl":
            continue
        word = parse.lower[t]
        if word in FIRST_AND_SECOND and parse.pos[t] == "PRON":
            worst = max(worst, GRAVE)
        if word in HE_SHE or word in THEY or word in ITS:
            if not any(_may_be(parse, word, before) for before in kept[:k]):
                first = k == 0 or parse.dep[t] in ("nsubj", "nsubjpass")
                worst = max(worst, GRAVE if first else DOUBTFUL)
        elif k == 0 and word in COUNTED and parse.dep[t] in ("nsubj", "nsubjpass"):
            worst = max(worst, GRAVE)
    return worst


def _points(parse: Parse, t: int) -> bool:
    """Tell whether a word stands for someone or something that is named elsewhere."""
    word = parse.lower[t]
    return word in HE_SHE or word in THEY or word in ITS or word in FIRST_AND_SECOND


def _may_be(parse: Parse, word: str, t: int) -> bool:
    """Tell whether a noun of the title may be what a later pronoun of it stands for."""
    if parse.pos[t] not in ("NOUN", "PROPN") or parse.entity[t] in ("DATE", "TIME", "MONEY"):
        return False
    person = parse.entity[t] == "PERSON" or is_person_noun(parse, t)
    if word in HE_SHE:
        return person
    if word in THEY:
        return not person or parse.tag[t] in ("NNS", "NNPS")
    return not person and parse.tag[t] in ("NN", "NNP")


def _bareness(parse: Parse, kept: Sequence[int], inside: Collection[int]) -> float:
    """The risk of a subject like "the meeting", "the other drill"."""
    for t in kept:
        if parse.dep[t] not in ("nsubj", "nsubjpass") or parse.pos[t] != "NOUN":
            continue
        if parse.dep[parse.head[t]] in ("relcl", "acl") and parse.head[parse.head[t]] in inside:
            continue
        phrase = [k for k in parse.subtree(t) if k in inside]
        if parse.lower[phrase[0]] not in BARE or _named(parse, phrase):
            return 0.0
        if any(_says_which(parse, k, inside) for k in phrase if parse.head[k] == t):
            return 0.0
        if parse.lemma[t] in KNOWN:
            return SLIGHT
        return DOUBTFUL if _named(parse, kept) else GRAVE
    return 0.0


def _says_which(parse: Parse, branch: int, inside: Collection[int]) -> bool:
    """Tell whether a branch of a noun tells it from others of its kind."""
    if parse.dep[branch] not in SAYING:
        return False
    return parse.dep[branch] != "acl" or len([t for t in parse.subtree(branch) if t in inside]) > 2


def _no_actor(parse: Parse, kept: Sequence[int], named: bool) -> float:
    """The risk of a title without a subject, or without a verb."""
    first = kept[0]
    subject = any(parse.dep[t] in ALL_SUBJECTS for t in kept)
    if parse.dep[first] == "aux" and is_inverted(parse, parse.head[first]):
        return 0.0 if parse.head[parse.head[first]] in kept else GRAVE
    if parse.tag[first] in ("TO", "WP", "WDT", "WRB") or parse.tag[first] in FINITE:
        return GRAVE
    if parse.lower[first] in CONDITIONS and parse.head[parse.head[first]] not in kept:
        return GRAVE  # "If they return", and nothing else
    if subject and parse.pos[first] not in VERBAL:
        if any(parse.tag[t] in FINITE for t in kept):
            return 0.0
        told = any(parse.tag[t] in ("VBN", "VBG") and parse.dep[t] == "acl" for t in kept)
        return SLIGHT if named and told else DOUBTFUL
    if parse.pos[first] in VERBAL:
        return GRAVE
    verbs = [k for k, t in enumerate(kept) if parse.pos[t] in VERBAL]
    before = kept[: verbs[0]] if verbs else kept
    nouns = [t for t in before if parse.pos[t] in ("NOUN", "PROPN")]
    if any(parse.tag[kept[k]] in FINITE for k in verbs):
        # The subject is borrowed from another clause.
        if not nouns:
            return DOUBTFUL
        bare = parse.lower[first] in BARE and len(nouns) == 1 and not _named(parse, before)
        if not bare:
            return 0.0
        return DOUBTFUL if named else GRAVE
    if len(kept) < 4 and parse.pos[kept[-1]] == "PROPN":
        return SLIGHT  # "2008 Olympics"
    if not named or not (len(nouns) > 1 or verbs):
        return GRAVE
    if any(parse.tag[kept[k]] in ("VBN", "VBG") and parse.dep[kept[k]] != "amod" for k in verbs):
        return DOUBTFUL  # "Agreement announced": its sentence says more
    return SLIGHT if verbs or _has_actor(parse, kept) else DOUBTFUL


def _has_actor(parse: Parse, kept: Sequence[int]) -> bool:
    """Tell whether a noun phrase names who acted: "Chirac's visit", "riot by Kurds"."""
    inside = set(kept)
    top = next((t for t in kept if parse.head[t] not in inside or parse.head[t] == t), kept[0])
    for t in kept:
        agent = parse.dep[t] in ("poss", "compound", "nmod", "amod", "agent")
        agent = agent and top in (parse.head[t], parse.head[parse.head[t]]) and t < top
        if agent or parse.lower[t] in ("by", "between", "of"):
            below = [k for k in parse.subtree(t) if k in inside]
            if _named(parse, below):
                return True
    return parse.pos[kept[0]] == "PROPN"

"""How likely a title is to leave its reader guessing, or to say something else than its sentence.

The sum of what is wrong with it: a pronoun or a bare "the meeting" at its head, no one who acts, a
noun without a verb or a name, words lost that a verb needs. A safe title has none of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence

from .datewords import FINITE
from .governing import is_inverted
from .labels import ALL_SUBJECTS, VERBAL
from .parse import Parse
from .people import is_person_noun
from .spare import QUANTITIES
from .tears import SPEAKING
from .tidy import CONDITIONS

GRAVE, DOUBTFUL, SLIGHT = 2.0, 1.0, 0.5
ABSENT = 0.75  # a title of what the event belongs to
HE_SHE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
ITS = frozenset({"it", "its", "itself"})
SPEAKERS = frozenset({"i", "we", "you", "my", "our", "your", "me", "us"})
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
# Without these a verb says something else, or nothing.
NEEDED = frozenset({"acomp", "attr", "ccomp", "dobj", "oprd", "prt", "xcomp"})
MISSED = NEEDED | {"dative", "neg"}
FEWEST, FULL = 3, 10  # tokens
PARTS = frozenset({"det", "compound", "poss", "case", "nummod"})
JOINED = frozenset({"amod", "compound", "conj", "nmod", "nummod", "poss", "quantmod"})
SAYING = ("relcl", "acl", "appos", "prep", "poss", "nmod", "compound")


def risk(
    parse: Parse, i: int, wanted: Collection[int], kept: Sequence[int], own: float, broken: float
) -> float:
    """Return the risk of a title of the tokens `kept`, shortened from those `wanted`.

    The event is at token i. `own` and `broken` are what the title risks as it reads, whatever it
    was made from: how it opens and names things (`reading_risk`), and how its words hang together
    (`joining_risk`).
    """
    if not kept:
        return 9.0
    if len(kept) < FEWEST and len(wanted) > FULL:
        return 9.0  # hardly a word is left
    inside = set(kept)
    lost = broken or _losses(parse, i, set(wanted) - inside, inside)
    return own + lost + (0.0 if i in inside else ABSENT)


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
    if any(parse.lower[t] in SPEAKERS for t in kept) or _pronouns(parse, kept, said):
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
        if word in SPEAKERS and parse.pos[t] == "PRON":
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
    return word in HE_SHE or word in THEY or word in ITS or word in SPEAKERS


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


def joining_risk(parse: Parse, kept: Sequence[int], dating: Collection[int]) -> float:
    """The risk of words that stay without what they hang on, or need; `dating` only say when."""
    inside = set(kept)
    for t, behind in itertools.pairwise(kept):
        lone = parse.dep[t] in PARTS and parse.head[t] not in inside and parse.head[t] > t
        if lone and parse.pos[behind] in ("CCONJ", "ADP", "AUX", "VERB", "PRON", "PUNCT", "SCONJ"):
            return GRAVE  # "The and endorsed it"
    conditions, needed = parse.facts(_conditions), parse.facts(_needed)
    for t in inside:
        dep, head = parse.dep[t], parse.head[t]
        if dep in ("conj", "relcl") and _is_misjoined(parse, t, inside):
            return GRAVE
        lone = dep in ("pobj", "pcomp") and head not in inside
        if lone and head < t and parse.pos[head] == "ADP" and parse.head[head] in inside:
            return GRAVE
        if parse.pos[t] in VERBAL:
            if any(kid not in inside for kid in conditions[t]):
                return GRAVE
            if any(kid not in inside and kid not in dating for kid in needed[t]):
                return GRAVE
    return 0.0


def _losses(parse: Parse, i: int, lost: Iterable[int], inside: Collection[int]) -> float:
    """The risk of words that were left out and whose heads stayed."""
    last = max(inside)
    for t in lost:
        dep, head = parse.dep[t], parse.head[t]
        if head not in inside or head == t:
            continue
        if (dep in MISSED and parse.pos[head] in VERBAL) or dep in ("pobj", "pcomp"):
            return GRAVE
        if parse.lower[t] == "of" and (parse.pos[head] == "NUM" or parse.lemma[head] in QUANTITIES):
            return GRAVE  # "would be one"
        office = parse.entity[head] == "PERSON" and parse.entity[t] != "PERSON"
        if dep in JOINED and parse.pos[t] == "PROPN" and parse.pos[head] == "PROPN" and not office:
            return GRAVE
        if dep == "conj" and parse.dep[head] in ("nsubj", "nsubjpass"):
            return GRAVE
        if dep in ("prep", "acomp") and head in (i, last) and _stays_empty(parse, head, inside):
            return DOUBTFUL
    return 0.0


def _conditions(parse: Parse, verb: int) -> list[int]:
    """Return the "if the vote is lost" without which "would resign" says something else."""
    if not any(parse.tag[k] == "MD" for k in parse.children(verb, "aux")):
        return []
    return [
        kid
        for kid in parse.children(verb, "advcl")
        if any(parse.lower[k] in ("if", "unless") for k in parse.children(kid, "mark"))
    ]


def _needed(parse: Parse, verb: int) -> list[int]:
    """Return the branches without which a verb says something else, or nothing."""
    found = []
    for kid in parse.children(verb, *NEEDED):
        relative = parse.tag[kid] in ("WDT", "WP") or parse.lower[kid] == "that"
        if parse.dep[kid] == "xcomp" and parse.dep[verb] == "acl" and parse.tag[verb] == "VBN":
            continue  # "a man named by the party to lead it"
        said = parse.dep[kid] == "ccomp" and parse.lemma[verb] in SPEAKING
        if (kid > verb or said) and not relative:
            found.append(kid)
    return found


def _is_misjoined(parse: Parse, t: int, inside: Collection[int]) -> bool:
    """Tell whether a word stands in a title without what it was joined to."""
    dep, head = parse.dep[t], parse.head[t]
    if dep == "conj":
        if parse.tag[t] == "VB":
            return head not in inside and t - 1 in inside and parse.pos[t - 1] == "CCONJ"
        # "Ann Lee, secretary of the party and president": one person
        bare = parse.child(t, "det", "poss", "nummod", "compound") is None
        return bare and is_person_noun(parse, t) and parse.entity[head] == "PERSON"
    if dep != "relcl":
        return False
    subject = parse.child(t, "nsubj", "nsubjpass")
    if subject is None or parse.tag[subject] in ("WDT", "WP") or parse.lower[subject] == "that":
        return False
    # "A bombing [in which] five were killed", "the ministers he fired"
    fronted = any(
        k < subject and k not in inside and any(parse.tag[b] == "WDT" for b in parse.kids[k])
        for k in parse.children(t, "prep")
    )
    if fronted:
        return head in inside
    whole = parse.child(t, "dobj", "auxpass", "prep", "acomp", "attr", "ccomp", "xcomp")
    return head not in inside and whole is None


def _stays_empty(parse: Parse, verb: int, inside: Collection[int]) -> bool:
    """Tell whether nothing is left behind a verb: "were tossed"."""
    return parse.pos[verb] in VERBAL and not any(k > verb and k in inside for k in parse.kids[verb])


def lacks_phrase(parse: Parse, verb: int, wanted: Collection[int], kept: Collection[int]) -> float:
    """The risk that a verb or its object has lost one of its phrases: "has placed two airports"."""
    inside = set(kept)
    for t in wanted:
        head = parse.head[t]
        lost = t not in inside and head in inside and parse.dep[t] in ("prep", "dative", "conj")
        if lost and verb in (head, parse.head[head]):
            return DOUBTFUL
    return 0.0

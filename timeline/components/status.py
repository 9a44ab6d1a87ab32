"""Whether an event happened, is planned, possible, denied, alleged, and by whose words."""

from __future__ import annotations

from collections.abc import Mapping

from ..annotation import Status
from ..describe.parse import Parse
from .verb_group import VerbGroup

# What stands below these verbs and nouns has not happened yet.
PLANNING = frozenset(
    """
agree aim anticipate arrange await consent decide demand deserve expect hope intend mean need offer order
plan pledge prefer prepare promise propose require schedule seek slate threaten try urge vow want warn wish
ask call request instruct persuade convince encourage plot due ready likely set bid effort proposal promise
pledge threat intention desire wish appeal willing eager attempt
""".split()
)
# What stands below these did not happen.
PREVENTING = frozenset(
    """
abort avert avoid ban block cancel decline deny fail forbid prevent prohibit refuse reject stop thwart
foil unable failure refusal denial unwilling
""".split()
)
# What stands below these is somebody's claim.
ALLEGING = frozenset("accuse allege charge claim suspect allegation accusation claim".split())
DOUBTING = frozenset(
    """
appear believe consider doubt fear imagine question seem suggest suppose suspect think wonder discuss
""".split()
)
ALLEGEDLY = frozenset({"allegedly", "purportedly", "reportedly", "supposedly"})
PLANNED = frozenset(
    {"planned", "scheduled", "proposed", "upcoming", "forthcoming", "intended", "looming", "future"}
)
POSSIBLE = frozenset(
    {"possible", "potential", "feared", "eventual", "hypothetical", "likely", "threatened"}
)
ALLEGED = frozenset({"alleged", "purported", "suspected", "supposed"})
OFTEN = frozenset({"always", "annually", "daily", "monthly", "often", "regularly", "routinely", "usually",
                   "weekly", "yearly", "frequently", "generally", "sometimes", "typically"})  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether"})
PRESENTING = frozenset({"PRESENT"})


def read_status(
    parse: Parse, i: int, class_: str, group: VerbGroup, triggers: Mapping[int, str]
) -> Status:
    """Return the status of the trigger at token i, from its own words, then from what governs it."""
    if group.polarity == "NEG":
        return "denied"
    own = _own_words(parse, i)
    if own:
        return own
    if group.modality:
        return "possible"
    if group.tense == "FUTURE":
        return "planned"
    governed = _governor(parse, i, group)
    if governed:
        return governed
    if group.tense == "PRESENT" and group.aspect != "PERFECTIVE":
        return "ongoing" if class_ != "REPORTING" else "happened"
    if group.aspect == "PERFECTIVE_PROGRESSIVE" and group.tense == "PRESENT":
        return "ongoing"
    return "happened"


def _own_words(parse: Parse, i: int) -> Status | None:
    """Read the words directly below the trigger: "allegedly", "the planned", "if"."""
    for kid in parse.kids[i]:
        word, dep = parse.lower[kid], parse.dep[kid]
        if dep == "advmod":
            if word in ALLEGEDLY:
                return "alleged"
            if word in OFTEN:
                return "recurring"
        elif dep == "mark" and word in CONDITIONS:
            return "possible"
        elif dep == "amod":
            if word in PLANNED:
                return "planned"
            if word in POSSIBLE:
                return "possible"
            if word in ALLEGED:
                return "alleged"
    return None


def _governor(parse: Parse, i: int, group: VerbGroup) -> Status | None:
    """Read the nearest word above the trigger that decides about what stands below it."""
    below, above = i, parse.head[i]
    dep = parse.dep[i]
    direct = True
    while above != below:
        lemma = parse.lemma[above].lower()
        complement = dep in (
            "xcomp",
            "ccomp",
            "dobj",
            "pobj",
            "prep",
            "pcomp",
            "acl",
            "conj",
            "oprd",
            "acomp",
        )
        if not complement:
            return None
        untensed = group.tense in ("INFINITIVE", "NONE", "PRESPART")
        if lemma in PREVENTING and untensed:
            return "denied"
        if lemma in ALLEGING:
            return "alleged"
        if lemma in PLANNING and untensed:
            return "planned"
        if lemma in DOUBTING and dep in ("ccomp", "xcomp"):
            return "possible"
        if not direct and dep not in ("prep", "conj"):
            return None
        direct = dep in ("pobj", "pcomp", "conj")
        below, above, dep = above, parse.head[above], parse.dep[above]
    return None


def find_speakers(parse: Parse, triggers: Mapping[int, str]) -> dict[int, str]:
    """Return, for each trigger that stands in somebody's words, the words that name the speaker."""
    names: dict[int, str | None] = {}
    speakers = {}
    for i in triggers:
        below, above, steps = i, parse.head[i], 0
        while above != below and steps < 12:
            if parse.dep[below] in ("ccomp", "parataxis") and triggers.get(above) == "REPORTING":
                if above not in names:
                    names[above] = _speaker(parse, above)
                name = names[above]
                if name:
                    speakers[i] = name
                break
            below, above, steps = above, parse.head[above], steps + 1
    return speakers


def _speaker(parse: Parse, verb: int) -> str | None:
    subject = parse.child(verb, "nsubj")
    if subject is None:
        return None
    tokens = parse.subtree(subject, parse.children(subject, "relcl", "punct", "appos", "acl"))
    start, end = parse.span(tokens)
    return " ".join(parse.doc.text[start:end].split())

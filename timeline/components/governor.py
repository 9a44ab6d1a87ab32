"""What the words above a trigger make of it: "failed to sign", "denied that", "called off the"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..annotation import Status
from ..describe.parse import Parse
from .status_words import SAME, StatusWords
from .verb_group import VerbGroup

ORDINALS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
BELIEFS = frozenset({"believe", "expect", "imagine", "see", "think"})  # "do not think that"
OBLIGED = frozenset({"have", "need"})  # "had to go" went; "has to go" may not
VERBAL = frozenset({"VERB", "AUX"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
REALITIES: dict[str, Status] = {
    "denied": "denied",
    "planned": "planned",
    "possible": "possible",
    "alleged": "alleged",
}


class Governor:
    """Reads the status that a trigger gets from what governs it; None: nothing is said of it.

    `status_of` gives the status of the governing word itself, `group_of` its verb group.
    """

    def __init__(
        self,
        parse: Parse,
        words: StatusWords,
        group_of: Callable[[int], VerbGroup],
        status_of: Callable[[int], Status],
    ) -> None:
        self.parse = parse
        self.words = words
        self.group_of = group_of
        self.status_of = status_of

    def read(self, i: int) -> Status | None:
        """Return the status of token i by the construction that it stands in."""
        parse, dep = self.parse, self.parse.dep[i]
        if dep == "conj" and self._shares(i):
            return self.read(parse.head[i])
        if parse.pos[i] not in VERBAL:
            return self._noun(i)
        tense = self.group_of(i).tense
        if tense == "INFINITIVE":
            return self._infinitive(i)
        if tense == "PRESPART":
            return self._by_key(i, self.words.gerund)
        if tense == "PASTPART":
            return self._by_key(i, self.words.infinitive) if dep in ("ccomp", "xcomp") else None
        return self._clause(i)

    def _shares(self, i: int) -> bool:
        """Whether a second verb or noun has nothing of its own that the first one has."""
        parse, first = self.parse, self.parse.head[i]
        if parse.pos[i] not in VERBAL:
            return parse.pos[first] not in VERBAL
        own = parse.children(i, "aux", "nsubj", "nsubjpass", "mark")
        return not own and parse.tag[i] in ("VB", "VBG", "VBN") and parse.tag[first] == parse.tag[i]

    def _infinitive(self, i: int) -> Status | None:
        parse, dep, above = self.parse, self.parse.dep[i], self.parse.head[i]
        if above == i or dep in ("relcl", "nsubj", "csubj"):
            return None
        lemma = parse.lemma[above].lower()
        if any(parse.lower[k] == "yet" for k in (*parse.kids[i], *parse.kids[above])) and (
            lemma in ("be", "have", "remain")
        ):
            return "denied"
        if dep == "xcomp" and lemma == "be":
            return "planned"  # "the troops were to leave"
        if lemma == "go" and parse.tag[above] == "VBG":
            return self._below("planned", above)  # "is going to leave"
        if dep == "xcomp" and lemma in OBLIGED:
            group = self.group_of(above)
            if group.polarity == "NEG":
                return "possible"
            real = lemma == "have" and group.tense == "PAST"
            return self.status_of(above) if real else "possible"
        purpose = dep == "advcl" and self.words.infinitive.get(lemma) == SAME  # "went to see it"
        found = None if purpose else self._by_key(i, self.words.infinitive)
        if found is not None:
            return found
        if dep == "acl":
            kids = {parse.lower[k] for k in parse.kids[above]}
            return None if kids & ORDINALS else "possible"
        if dep == "advcl":
            # "only to find it empty" did find it.
            return None if any(parse.lower[k] == "only" for k in parse.kids[i]) else "planned"
        return "possible" if parse.pos[above] == "ADJ" else None

    def _clause(self, i: int) -> Status | None:
        parse = self.parse
        above = parse.head[i]
        if parse.dep[i] != "ccomp" or above == i:
            return None
        name = self.words.clause.get(parse.lemma[above].lower())
        denies = self.group_of(above).polarity == "NEG"
        if denies and parse.lemma[above].lower() in BELIEFS:
            return "denied"
        if name == "denied" and denies:
            return None
        return REALITIES.get(name or "")

    def _noun(self, i: int) -> Status | None:
        parse, dep, above = self.parse, self.parse.dep[i], self.parse.head[i]
        for kid in parse.children(i, "acl", "relcl"):
            # "the march planned for Friday"
            if parse.tag[kid] == "VBN" and self.words.noun.get(parse.lemma[kid]) == "planned":
                return "planned"
        if above == i or not (dep in OBJECTS or dep == "pobj"):
            return None
        if dep in OBJECTS and parse.pos[above] not in VERBAL:
            return None
        return self._by_key(i, self.words.noun)

    def _by_key(self, i: int, table: Mapping[str, str]) -> Status | None:
        """Look up the governing word, with its particle or preposition."""
        parse = self.parse
        above = parse.head[i]
        keys: list[tuple[str, int]] = []
        if parse.dep[i] in ("pobj", "pcomp"):
            word = parse.head[above]
            if word != above:
                keys.append((f"{parse.lemma[word].lower()}_{parse.lower[above]}", word))
            keys.append((f"{parse.lower[above]}_{parse.lower[above]}", above))
        else:
            lemma = parse.lemma[above].lower()
            for kid in parse.children(above, "prt", "prep", "nsubj"):
                keys.append((f"{lemma}_{parse.lower[kid]}", above))
            keys.append((lemma, above))
        for key, word in keys:
            if key in table:
                known = table is self.words.noun and self.group_of(word).polarity == "NEG"
                # "the work was never scheduled" was done all the same.
                return None if known else self._below(table[key], word)
        return None

    def _below(self, name: str, word: int) -> Status | None:
        """What a governing word makes of what stands below it, when it is itself denied or open."""
        negated = self.group_of(word).polarity == "NEG"
        if name == SAME:
            return self.status_of(word)
        if name == "denied":
            return "happened" if negated else "denied"
        if negated and name in ("planned", "possible"):
            return "denied"
        return REALITIES[name]

"""What was planned, tried or hoped for and, as the text goes on to say, did not come about.

"was due to sail but stayed in port", "tried in vain to land", "plans to build were abandoned", "the
strike, which was to begin in May, was averted", "cancelled before it began".
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from ..annotation import Status
from ..describe.parse import Parse
from .status_words import StatusWords
from .verb_group import VerbGroup

VERBAL = frozenset({"VERB", "AUX"})
STEPS = 4  # from a governed verb up to the main one
OPEN: frozenset[Status] = frozenset({"planned", "possible"})
# "in vain", "without success", "to no avail".
FUTILE = frozenset({("in", "vain"), ("without", "success"), ("to", "avail"), ("to", "effect")})
VAINLY = frozenset({"unsuccessfully", "vainly", "fruitlessly"})
PRONOUNS = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}


@dataclass(frozen=True, slots=True)
class Undone:
    """Tells of a token that is planned or possible whether it came to nothing."""

    parse: Parse
    words: StatusWords
    group_of: Callable[[int], VerbGroup]
    status_of: Callable[[int], Status]

    def is_undone(self, i: int, status: Status) -> bool:
        """Whether token i did not come about although it was meant to."""
        parse = self.parse
        if parse.pos[i] not in VERBAL:
            if status not in OPEN:
                return False  # an offer that was withdrawn was made
            hoped = parse.dep[i] == "pobj" and self._is_hope_dropped(parse.head[parse.head[i]])
            return hoped or self._is_dropped(i)
        if parse.lower[i] == "be" or self.group_of(i).tense == "FUTURE":
            return False
        if parse.dep[i] == "advcl" and self._is_too_late(i):
            return True
        if status not in OPEN or self.group_of(i).tense not in ("INFINITIVE", "PRESPART"):
            return False
        above = parse.head[i]
        if parse.dep[i] in ("acl", "pcomp"):
            noun = above if parse.dep[i] == "acl" else parse.head[above]
            if parse.pos[noun] not in VERBAL:
                return self._is_hope_dropped(noun) or self._failed_beside(i)
        top = self._top(i)
        if self._is_vain(i) or self._is_vain(above):
            return True
        if parse.dep[top] == "relcl" and self.group_of(top).tense == "PAST":
            return self.status_of(parse.head[top]) == "denied"
        return self.group_of(top).tense == "PAST" and self._is_crossed(i, top)

    def _top(self, i: int) -> int:
        """The verb on which an infinitive hangs: "had been due to sail"."""
        parse = self.parse
        for _ in range(STEPS):
            if parse.dep[i] not in ("xcomp", "acomp", "oprd", "pcomp", "prep", "conj"):
                break
            if parse.dep[i] == "conj" and self.group_of(i).tense != "INFINITIVE":
                break
            i = parse.head[i]
        return i

    def _is_crossed(self, i: int, top: int) -> bool:
        """Whether a "but" tells why not: "but stayed in port", "but could not"."""
        parse = self.parse
        for first in {i, top}:
            if not any(parse.lower[k] in ("but", "yet") for k in parse.children(first, "cc")):
                continue
            for other in parse.children(first, "conj"):
                if other < first:
                    continue
                lemma = parse.lemma[other].lower()
                negated = self.group_of(other).polarity == "NEG"
                if self.group_of(i).aspect == "PERFECTIVE":
                    return True  # "was to have opened, but"
                if negated and lemma not in self.words.saying and not self._has_own(other):
                    return True
                if not negated and self._is_word(other, self.words.crossing):
                    return True
        return False

    def _has_own(self, verb: int) -> bool:
        """Whether a negated verb denies another matter: "but did not take the children"."""
        return self.parse.child(verb, "dobj", "ccomp", "xcomp") is not None

    def _is_vain(self, verb: int) -> bool:
        parse = self.parse
        for kid in parse.kids[verb]:
            if parse.lower[kid] in VAINLY:
                return True
            if parse.dep[kid] == "prep" and any(
                (parse.lower[kid], parse.lower[k]) in FUTILE for k in parse.kids[kid]
            ):
                return True
        return False

    def _is_hope_dropped(self, noun: int) -> bool:
        """Whether a plan, a hope, an attempt, a permission was: "attempts to land failed"."""
        parse = self.parse
        lemma = parse.lemma[noun].lower()
        tables = (self.words.infinitive, self.words.gerund, self.words.noun)
        open_ = any(
            table.get(key) in OPEN
            for table in tables
            for key in (lemma, f"{lemma}_of", f"{lemma}_for")
        )
        return open_ and self._is_dropped(noun)

    def _is_dropped(self, noun: int) -> bool:
        """Whether what was planned was given up, by itself or by somebody."""
        parse, above, dep = self.parse, self.parse.head[noun], self.parse.dep[noun]
        if above == noun or parse.pos[above] not in VERBAL:
            return False
        words = {"dobj": self.words.dropping, "nsubjpass": self.words.dropping,
                 "nsubj": self.words.failing}.get(dep)  # fmt: skip
        return (
            words is not None
            and self._is_word(above, words)
            and self.group_of(above).polarity != "NEG"
            and self.status_of(above) in ("happened", "alleged")
        )

    def _failed_beside(self, i: int) -> bool:
        """Whether the parser took the verb for one below: "attempts to free the driver failed"."""
        parse = self.parse
        noun = parse.head[i]
        if parse.dep[noun] not in ("ROOT", "nsubj"):
            return False
        return any(
            parse.tag[k] == "VBD" and self._is_word(k, self.words.failing)
            for k in parse.children(i, "ccomp")
        )

    def _is_too_late(self, i: int) -> bool:
        """Whether it would have come after the end: "cancelled before it began"."""
        parse, above = self.parse, self.parse.head[i]
        if not any(parse.lower[k] == "before" for k in parse.children(i, "mark")):
            return False
        subject = parse.child(i, "nsubj", "nsubjpass")
        ended = parse.child(above, "nsubj", "nsubjpass")
        if subject is None or ended is None:
            return False
        if parse.tag[ended] not in PRONOUNS.get(parse.lower[subject], ()):
            return False
        if self.group_of(i).modality == "could" and self.group_of(above).tense == "PAST":
            return True
        called_off = self.words.noun.get(self._key(above)) == "denied"
        passive = parse.dep[ended] == "nsubjpass"
        return (called_off and passive) or self._is_word(above, {"fall_through"})

    def _is_word(self, verb: int, words: Container[str]) -> bool:
        return self._key(verb) in words or self.parse.lemma[verb].lower() in words

    def _key(self, verb: int) -> str:
        parse, lemma = self.parse, self.parse.lemma[verb].lower()
        particle = parse.child(verb, "prt")
        return f"{lemma}_{parse.lower[particle]}" if particle is not None else lemma

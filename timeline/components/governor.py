"""What the words above a trigger make of it: "failed to sign", "denied that", "called off the"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..annotation import Status
from ..describe.parse import Parse
from .clauses import condition_of, has_condition, read_time_clause
from .nominal import is_new, read_nominal
from .status_words import SAME, StatusWords
from .verb_group import VerbGroup

ORDINALS = frozenset({"first", "second", "third", "last", "latest", "next", "only"})
BELIEFS = frozenset({"believe", "expect", "imagine", "see", "think"})  # "do not think that"
OBLIGED = frozenset({"have", "need"})  # "had to go" went; "has to go" may not
COULD = frozenset({"able"})  # "was able to go" went; "is able to go" may
WAYS = frozenset({"before", "by", "in", "on", "upon", "while"})  # "will save by closing it"
VERBAL = frozenset({"VERB", "AUX"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
MODIFIERS = frozenset({"compound", "nmod"})
REALITIES: dict[str, Status] = {
    "denied": "denied",
    "planned": "planned",
    "possible": "possible",
    "alleged": "alleged",
}


@dataclass(frozen=True, slots=True)
class Governor:
    """Reads the status that a trigger gets from what governs it; None: nothing is said of it.

    `status_of` gives the status of the governing word itself, `group_of` its verb group.
    """

    parse: Parse
    words: StatusWords
    group_of: Callable[[int], VerbGroup]
    status_of: Callable[[int], Status]

    def read(self, i: int) -> Status | None:
        """Return the status of token i by the construction that it stands in."""
        parse, dep = self.parse, self.parse.dep[i]
        if dep == "conj" and self._shares(i):
            if parse.pos[i] == "NOUN" and is_new(parse, parse.head[i]) and not is_new(parse, i):
                return None  # "a strike and the war"
            return self.read(parse.head[i])
        if parse.pos[i] not in VERBAL:
            return self._noun(i)
        tense = self.group_of(i).tense
        if condition_of(self.parse, i) is not None:
            return "possible"
        if tense == "INFINITIVE":
            return self._infinitive(i)
        if tense == "PRESPART":
            return self._gerund(i) or self._participle(i)
        if tense == "PASTPART":
            if dep not in ("ccomp", "xcomp"):
                return None
            found = self._by_key(i, self.words.infinitive)
            # "demanded that he be returned"
            return self._clause(i) if found is None and dep == "ccomp" else found
        return self._clause(i)

    def _shares(self, i: int) -> bool:
        """Whether a second verb or noun has nothing of its own that the first one has."""
        parse, first = self.parse, self.parse.head[i]
        if parse.pos[i] not in VERBAL:
            return parse.pos[first] not in VERBAL
        own = parse.children(i, "aux", "nsubj", "nsubjpass", "mark")
        if self.group_of(i).tense == self.group_of(first).tense == "INFINITIVE":
            own = [k for k in own if parse.lower[k] != "to"]  # "wants to sell and to leave"
        if not own and parse.dep[first] == "ccomp":
            return True  # "denied that he came and stole"
        return not own and parse.tag[i] in ("VB", "VBG", "VBN") and parse.tag[first] == parse.tag[i]

    def _infinitive(self, i: int) -> Status | None:
        parse, dep, above = self.parse, self.parse.dep[i], self.parse.head[i]
        if above == i or dep in ("nsubj", "csubj"):
            return self._unbound(i)
        lemma = parse.lemma[above].lower()
        if any(parse.lower[k] == "yet" for k in (*parse.kids[i], *parse.kids[above])) and (
            lemma in ("be", "have", "remain")
        ):
            return "denied"
        if dep == "xcomp" and lemma == "be":
            if any(
                parse.lemma[k].lower() in self.words.deeds for k in parse.children(above, "nsubj")
            ):
                return None  # "his success was to have founded it"
            done = self.group_of(i).aspect == "PERFECTIVE" and parse.tag[above] == "VBD"
            return "denied" if done else "planned"  # "were to have left"; "were to leave"
        if lemma == "remain" and parse.children(i, "auxpass"):
            return "possible"  # "remains to be seen"
        if parse.pos[above] == "ADJ" and any(parse.lower[k] == "too" for k in parse.kids[above]):
            return "denied"  # "too weak to fight"
        if lemma in COULD:
            group = self.group_of(above)
            if group.polarity == "NEG":
                return "denied"
            return self.status_of(above) if group.tense == "PAST" else "possible"
        if lemma == "go" and parse.tag[above] == "VBG":
            return self._below("planned", above)  # "is going to leave"
        if dep == "xcomp" and lemma in OBLIGED:
            group = self.group_of(above)
            if group.polarity == "NEG":
                return "possible"
            real = lemma == "have" and group.tense == "PAST"
            return self.status_of(above) if real else "possible"
        # "went to see it", but "helped them to see it"
        same = self.words.infinitive.get(lemma) == SAME
        purpose = dep == "advcl" and same and lemma != "help"
        crime = lemma == "make" and parse.pos[above] == "VERB" and parse.tag[above] != "VBN"
        crime = crime and any(parse.lower[k] == "to" for k in parse.children(i, "aux"))
        found = None if purpose or crime else self._by_key(i, self.words.infinitive)
        if found is not None:
            return found
        if dep in ("acl", "relcl"):
            return None if self._is_ranked(above) else "possible"
        if dep == "advcl":
            # "only to find it empty" did find it.
            if any(parse.lower[k] == "only" for k in parse.kids[i]):
                return None
            return self._purpose(above)
        if parse.pos[above] == "ADJ":
            return "possible"
        if not any(parse.lower[k] == "to" for k in parse.children(i, "aux")):
            return self._content(above) if dep == "ccomp" else None  # "propose that he stay"
        if dep == "ccomp" or lemma == "make":
            return "possible"  # "made it a crime to pay"
        return self._purpose(above) if dep == "xcomp" else None

    def _unbound(self, i: int) -> Status | None:
        """An infinitive that no verb governs: "To win would be a surprise", "To save him"."""
        parse, above = self.parse, self.parse.head[i]
        if not any(parse.lower[k] == "to" for k in parse.children(i, "aux")):
            return None
        if above == i:
            return "planned"
        return "possible" if self.status_of(above) != "happened" else None

    def _purpose(self, above: int) -> Status:
        """What is done so that: as open as what is done, and coming where that was done."""
        return "possible" if self.status_of(above) in ("denied", "possible") else "planned"

    def _is_ranked(self, noun: int) -> bool:
        """Whether a noun is the first, the only, the 455th: to do a thing, which it did."""
        parse = self.parse
        words = [noun, *parse.kids[noun]]
        return any(
            parse.lower[k] in ORDINALS or parse.entity[k] == "ORDINAL" or parse.tag[k] == "JJS"
            for k in words
        )

    def _gerund(self, i: int) -> Status | None:
        """By its own words, else by those for nouns: "called for lifting the ban"."""
        found = self._by_key(i, self.words.gerund)
        if found is None and self.parse.dep[i] == "pcomp":
            return self._by_key(i, self.words.noun)
        return found

    def _participle(self, i: int) -> Status | None:
        """What a verb brings with it: "will leave, taking the files", "could win by waiting"."""
        parse, dep, above = self.parse, self.parse.dep[i], self.parse.head[i]
        if dep == "pcomp" and parse.lower[above] in WAYS:
            above = parse.head[above]
            taken: tuple[Status, ...] = ("planned", "possible")
        elif dep == "advcl" and above < i and parse.lemma[i].lower() not in self.words.saying:
            taken = ("ongoing", "planned", "possible")
        else:
            return None
        if parse.pos[above] not in VERBAL or parse.children(i, "mark"):
            return None
        status = self.status_of(above)
        return status if status in taken else None

    def _clause(self, i: int) -> Status | None:
        parse, dep = self.parse, self.parse.dep[i]
        above = parse.head[i]
        if above == i:
            return None
        if dep == "advcl":
            return read_time_clause(parse, i, self.group_of, self.status_of)
        if dep != "ccomp" and not (dep == "acl" and parse.pos[above] == "NOUN"):
            return None
        return self._content(above)

    def _content(self, above: int) -> Status | None:
        """What is doubted, hoped or denied: "fears that he left", "the hope that he left"."""
        name = self.words.clause.get(self.parse.lemma[above].lower())
        denies = self.group_of(above).polarity == "NEG"
        if denies and self.parse.lemma[above].lower() in BELIEFS:
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
        if above == i:
            return None
        if dep in MODIFIERS:
            # "a strike threat"
            keys = (f"{parse.lemma[above].lower()}_{word}" for word in ("of", "for"))
            name = next((self.words.noun[key] for key in keys if key in self.words.noun), None)
            return self._below(name, above) if name is not None else None
        if dep == "pobj" or (dep in OBJECTS and parse.pos[above] in VERBAL):
            key = self._find_key(i, self.words.noun)
            if key is not None:
                name, word = key
                if name == "denied" and parse.lemma[i].lower() in self.words.asked:
                    return None
                # "the work was never scheduled" was done all the same.
                known = name != SAME or not (dep == "pobj" or is_new(parse, i))
                denied = self.group_of(word).polarity == "NEG"
                return None if known and denied else self._below(name, word)
        return read_nominal(parse, i, self.status_of)

    def _by_key(self, i: int, table: Mapping[str, str]) -> Status | None:
        """What the governing word makes of token i by one of the tables."""
        key = self._find_key(i, table)
        return self._below(*key) if key is not None else None

    def _find_key(self, i: int, table: Mapping[str, str]) -> tuple[str, int] | None:
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
        return next(((table[key], word) for key, word in keys if key in table), None)

    def _below(self, name: str, word: int) -> Status | None:
        """What a governing word makes of what stands below it, when it is itself denied or open."""
        negated = self.group_of(word).polarity == "NEG"
        if name == SAME:
            return self.status_of(word)
        if name == "denied":
            if negated:
                return "happened"
            return "possible" if self.status_of(word) == "possible" else "denied"
        if negated and name in ("planned", "possible"):
            return "denied"
        if name == "planned" and has_condition(self.parse, word):
            return "possible"
        return REALITIES[name]

"""Whom a pronoun subject means, where that is safe to say."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from .bodies import REACH, has_rival, main_body
from .context import verb_above
from .gender import MEN, TITLES, WOMEN, agrees, asks_for
from .labels import NOMINAL
from .parse import Parse
from .people import BODIES, PUBLIC, is_person_noun
from .persons import Persons
from .quotes import quoted
from .told_people import mostly_people

PERSONAL = frozenset({"he", "she"})
REPLACED = frozenset({"he", "she", "it", "they"})
BELOW = ("ccomp", "advcl", "conj", "xcomp")
LOOSE = frozenset({"group", "organisation", "organization"})  # also of unions and offices
ORGANS = ("ORG", "")
GIVEN = MEN | WOMEN
COMPLEMENTS = ("dobj", "xcomp", "ccomp")
# What prices and firms do, and no weather.
MOVING = frozenset({"climb", "close", "collapse", "decline", "drop", "fall", "gain", "grow", "jump",
                    "lose", "merge", "open", "rise", "slip", "soar", "tumble"})  # fmt: skip
# What "it" does not mean: when, how much, and the places that things happen in.
NO_THINGS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "GPE", "LOC"})


class Subjects:
    """The nouns of a text that are subjects, to look back at; `dating` only say when."""

    def __init__(self, parse: Parse, dating: frozenset[int]) -> None:
        self.parse = parse
        self.dating = dating
        self.tokens = [
            i
            for i, dep in enumerate(parse.dep)
            if dep in ("nsubj", "nsubjpass") and parse.pos[i] in ("NOUN", "PROPN", "PRON")
        ]
        # Who was born is a person, whatever the entity finder made of the name.
        self.born = {
            parse.lower[i]
            for i in self.tokens
            if parse.pos[i] == "PROPN" and parse.lower[parse.head[i]] == "born"
        }
        self.born |= mostly_people(parse)
        self.born |= {
            parse.lower[parse.head[i]]
            for i, word in enumerate(parse.lower)
            if (word in GIVEN or word in TITLES)
            and parse.dep[i] == "compound"
            and parse.tag[parse.head[i]] == "NNP"
            and parse.head[i] == i + 1
        }
        self.people = [
            i
            for i, entity in enumerate(parse.entity)
            if (entity == "PERSON" or parse.lower[i] in self.born)
            and (parse.pos[i] == "PROPN" or (i and parse.entity[i - 1] == entity == "PERSON"))
            and parse.pos[i] in NOMINAL
            and parse.dep[i] != "compound"
        ]

        self.quoted = quoted(parse)
        self._persons: Persons | None = None
        self.bodies = [
            i for i in self.tokens if parse.pos[i] == "PROPN" and parse.entity[i] == "ORG"
        ]

    @property
    def persons(self) -> Persons:
        """Whom each "he" and "she" of the text means; made when it is first asked for."""
        if self._persons is None:
            self._persons = Persons(self.parse, self.people, self.quoted)
        return self._persons

    @cached_property
    def full(self) -> dict[str, int]:
        """The first mention by more than one name of each person, by the last of them."""
        parse, found = self.parse, dict[str, int]()
        for i in self.people:
            if any(parse.entity[k] == "PERSON" for k in parse.children(i, "compound")):
                found.setdefault(parse.lower[i], i)
        return found

    def fullest(self, person: int) -> int:
        """Return the first mention of a person by more than one name: "Ann Lee" for "Lee"."""
        parse = self.parse
        if parse.pos[person] != "PROPN" or parse.child(person, "compound") is not None:
            return person
        return min(self.full.get(parse.lower[person], person), person)

    def meant_by(self, pronoun: int, paragraph_start: int) -> int | None:
        """Return the head of the phrase that a pronoun at this token stands for, or None."""
        parse = self.parse
        word = parse.lower[pronoun]
        if word not in REPLACED:
            return None
        found = self._governing(pronoun, word)
        if found is None and word in PERSONAL:
            found = self._person_meant(pronoun)
        if found is None and word == "it":
            found = self._body_before(pronoun, paragraph_start)
        if found is None and word == "it":
            found = self._only_thing(pronoun, paragraph_start)
        return found

    def _person_meant(self, pronoun: int) -> int | None:
        """Whom the text has on its mind: by name, else as what acted in the sentence before."""
        parse = self.parse
        person = self.persons.meant.get(pronoun)
        if person is None or person.named:
            return None if person is None else person.full
        noun = self.persons.nouns[pronoun]
        near = parse.sentence[noun] >= parse.sentence[max(parse.sentence[pronoun] - 1, 0)]
        subject = parse.dep[noun] in ("nsubj", "nsubjpass") and parse.tag[noun] == "NN"
        return noun if near and subject and parse.child(noun, "conj", "poss") is None else None

    def is_person(self, i: int) -> bool:
        """Tell whether a name is a person's."""
        parse = self.parse
        return parse.entity[i] == "PERSON" or (
            parse.pos[i] == "PROPN" and parse.lower[i] in self.born
        )

    def is_subject(self, name: int) -> bool:
        """Tell whether a name is a subject anywhere in the text."""
        parse = self.parse
        words = {parse.lower[t] for t in parse.subtree(name) if parse.pos[t] == "PROPN"}
        return any(parse.lower[i] in words for i in self.tokens)

    def body_meant(self, noun: int) -> int | None:
        """Return the head of the name that "the company" stands for: the only one around."""
        parse = self.parse
        subject = self._subject_before(noun, 0)
        if subject is None or parse.pos[subject] != "PROPN" or parse.entity[subject] not in ORGANS:
            subject = main_body(parse, self.bodies, noun)
        if subject is None or not self._fits(subject, "it"):
            return None
        if parse.lower[subject] in PUBLIC and parse.lemma[noun] not in LOOSE:
            return None
        if any(parse.lower[i] == parse.lower[subject] for i in self.people):
            return None  # "Brekke" alone, where the text has named Olav Brekke
        return None if has_rival(parse, self.bodies, subject, noun) else subject

    def _body_before(self, pronoun: int, paragraph_start: int) -> int | None:
        """The body that the sentence before was about, where "it" does something as bodies do."""
        parse, verb = self.parse, self.parse.head[pronoun]
        acts = parse.child(verb, *COMPLEMENTS) is not None or parse.lemma[verb] in MOVING
        subject = self._subject_before(pronoun, paragraph_start)
        if parse.dep[pronoun] != "nsubj" or not acts or subject is None:
            return None
        named = parse.pos[subject] == "PROPN" and parse.entity[subject] in ("ORG", "")
        named = named or parse.lemma[subject].lower() in BODIES
        return subject if named and self._fits(subject, "it") else None

    def _only_thing(self, pronoun: int, paragraph_start: int) -> int | None:
        """The subject of the sentence before, where that names no other thing: "It crashed"."""
        parse, verb = self.parse, self.parse.head[pronoun]
        if parse.lemma[verb] == "be" or parse.child(verb, *COMPLEMENTS, "acomp") is not None:
            return None
        subject = self._subject_before(pronoun, paragraph_start)
        if subject is None or parse.sentence[subject] == parse.sentence[pronoun]:
            return None
        things = [
            i
            for i in range(parse.sentence[subject], parse.sentence_end(subject))
            if parse.tag[i] in ("NN", "NNP")
            and parse.entity[i] not in NO_THINGS
            and i not in self.dating
        ]
        named = parse.dep[subject] in ("nsubj", "nsubjpass") and parse.pos[subject] != "PRON"
        heads = [i for i in things if parse.dep[i] != "compound"]
        return subject if named and heads == [subject] and self._fits(subject, "it") else None

    def _subject_before(self, pronoun: int, paragraph_start: int) -> int | None:
        """The subject next before, of this sentence or the one before, in this paragraph."""
        parse = self.parse
        place = bisect_left(self.tokens, pronoun) - 1
        if place < 0:
            return None
        subject = self.tokens[place]
        between = parse.sentence[pronoun] - parse.sentence_end(subject)
        return None if parse.start[subject] < paragraph_start or between > 0 else subject

    def _governing(self, pronoun: int, word: str) -> int | None:
        """The subject of a verb above: "LIN said it expects", "Unisys lost money as it moved"."""
        parse, verb = self.parse, self.parse.head[pronoun]
        for _ in range(4):
            if parse.dep[verb] == "relcl" and self._goes_on(verb):
                above = verb_above(parse, verb)  # "went to Italy, where he died"
            else:
                above = parse.head[verb] if parse.dep[verb] in BELOW else None
            if above is None:
                return None
            subject = parse.child(above, "nsubj", "nsubjpass")
            if subject is not None and subject < pronoun and parse.pos[subject] != "PRON":
                if word == "they" and parse.dep[verb] == "ccomp" and parse.pos[subject] == "NOUN":
                    return None  # "analysts believe that they will join": not the analysts
                if self._rival_between(subject, verb, pronoun, word):
                    return None
                if word in PERSONAL and self._is_rather_another(subject, pronoun, word):
                    return None
                named = (
                    word in PERSONAL and parse.tag[subject] == "NNP" and not parse.entity[subject]
                )
                return subject if named or self._fits(subject, word) else None
            verb = above
        return None

    def _goes_on(self, verb: int) -> bool:
        """Tell whether a relative clause tells what its subject did there."""
        return any(
            self.parse.lower[k] in ("where", "when") for k in self.parse.children(verb, "advmod")
        )

    def _is_rather_another(self, speaker: int, pronoun: int, word: str) -> bool:
        """Tell whether a speaker may be a man, and a woman was named before: "Shah said she"."""
        parse = self.parse
        if asks_for(parse, speaker, word) or asks_for(parse, self.fullest(speaker), word):
            return False
        before = bisect_left(self.people, speaker)
        return any(
            parse.lower[i] != parse.lower[speaker] and asks_for(parse, i, word)
            for i in self.people[max(before - REACH, 0) : before]
        )

    def _rival_between(self, subject: int, verb: int, pronoun: int, word: str) -> bool:
        """Tell whether something else that fits stands between: "Ann told Eve as she left"."""
        parse = self.parse
        if word == "it" and parse.dep[verb] != "conj":
            return False
        own = set(parse.subtree(subject))
        return any(
            parse.tag[t] in ("NN", "NNP")
            and parse.dep[t] in ("dobj", "dative", "nsubj", "nsubjpass")
            and t not in own
            and t not in self.dating
            and self._fits(t, word)
            for t in range(subject + 1, pronoun)
        )

    def _fits(self, subject: int, word: str) -> bool:
        parse = self.parse
        plural = parse.tag[subject] in ("NNS", "NNPS") or parse.child(subject, "conj") is not None
        if word == "they":
            return plural
        if plural:
            return False
        person = self.is_person(subject) or is_person_noun(parse, subject)
        if word == "it":
            return not person
        return (
            person and agrees(parse, self.fullest(subject), word) and agrees(parse, subject, word)
        )

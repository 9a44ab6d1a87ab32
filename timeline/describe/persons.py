"""Whom "he" and "she" mean, from the whole text: who was on its mind last, and how much more.

Each person of a text has a weight that grows with each mention, most as a subject, and fades from
sentence to sentence. A pronoun means the weightiest one of its sex, if no other comes near, and is
a mention of that one in turn: so a life stays about whom it began with (after Lappin and Leass).
"""

from __future__ import annotations

from collections.abc import Sequence

from .labels import NOMINAL, SUBJECTS
from .parse import Parse
from .people import is_person_noun
from .roster import Person, Roster
from .tears import SPEAKING

HE_SHE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
OBJECTS = frozenset({"dobj", "dative", "pobj"})
SUBJECT, EMBEDDED, OBJECT, OWNER, OTHER = 1.0, 0.8, 0.6, 0.5, 0.3
ASIDE, QUOTED, DOUBTED, JOINED = 0.5, 0.5, 0.5, 0.7
MOST = 1.5  # however often a sentence names one
GOING_ON = 1.5  # of one who has just spoken, where the pronoun speaks
FADING = 0.6  # what is left of a weight a sentence later
FORGOTTEN = 0.02
LEAST = 0.1  # a weight that is enough to be meant
AHEAD = 1.7  # times as much as the next one
FAR_AHEAD = 2.5  # as much as one who was named since


class Persons:
    """The persons of a text; `names` are the heads of names, `quoted` tokens of quotations."""

    def __init__(self, parse: Parse, names: Sequence[int], quoted: frozenset[int]) -> None:
        self.parse = parse
        self.quoted = quoted
        self.roster = Roster(parse, names)
        self.meant: dict[int, Person] = {}  # by pronoun
        self.nouns: dict[int, int] = {}  # pronoun -> the noun of one who has no name
        self._near: list[Person] = []  # those with a weight
        self._who: dict[int, Person] = {}
        self._doubted: dict[str, int] = {}  # where "he" or "she" was nobody for sure
        self._read()

    def only_one(self, i: int) -> Person | None:
        """Return whom a bare last name is of, if nobody else of the text bears it."""
        person = self._who.get(i)
        if person is None or not (person.named and person.first) or i not in self.roster.names:
            return None
        bare = not any(self.parse.pos[k] == "PROPN" for k in self.parse.kids[i])
        return person if bare and not self.roster.has_namesakes(person) else None

    def _read(self) -> None:
        parse = self.parse
        begin = 0
        for i, word in enumerate(parse.lower):
            if parse.sentence[i] != begin:
                begin = parse.sentence[i]
                self._fade()
            if word in HE_SHE and parse.pos[i] == "PRON":
                self._point(i, HE_SHE[word])
            else:
                person = self.roster.person_at(i)
                if person is not None:
                    self._mention(person, i)

    def _fade(self) -> None:
        for person in self._near:
            person.weight *= FADING
            person.spoke -= 1 if person.spoke else 0
        self._near = [person for person in self._near if person.weight > FORGOTTEN]

    def _mention(self, person: Person, i: int) -> None:
        if i not in self.quoted:
            person.last = i
        self._who[i] = person
        self._add(person, i, 1.0)

    def _add(self, person: Person, i: int, share: float) -> None:
        if person.weight <= FORGOTTEN:
            person.weight = 0.0
            if person not in self._near:
                self._near.append(person)
        person.weight = min(person.weight + share * self._weight(i), MOST)
        person.spoke = 2 if self._speaks(i) else person.spoke

    def _weight(self, i: int) -> float:
        """How much a mention says that the text is about this one."""
        parse = self.parse
        share = QUOTED if i in self.quoted else 1.0
        while parse.dep[i] in ("conj", "appos", "compound", "nmod") and parse.head[i] != i:
            share *= JOINED if parse.dep[i] == "conj" else 1.0
            i = parse.head[i]
        if any(parse.tag[k] == "PRP$" for k in parse.kids[i]):
            share *= ASIDE  # "her daughter, May": it is still about her
        verb = i
        while parse.head[verb] != verb and parse.dep[verb] != "relcl":
            verb = parse.head[verb]
        share *= ASIDE if parse.dep[verb] == "relcl" else 1.0
        dep = parse.dep[i]
        if dep in SUBJECTS:
            return share * (EMBEDDED if parse.dep[parse.head[i]] == "advcl" else SUBJECT)
        of_noun = dep == "pobj" and parse.pos[parse.head[parse.head[i]]] in NOMINAL
        if of_noun and parse.lower[parse.head[i]] == "by":
            return share * EMBEDDED  # "an announcement by Ann Lee that she would run"
        if dep in OBJECTS and not of_noun:
            return share * OBJECT
        return share * (OWNER if dep == "poss" else OTHER)

    def _speaks(self, i: int) -> bool:
        parse = self.parse
        while parse.dep[i] in ("appos", "compound", "nmod") and parse.head[i] != i:
            i = parse.head[i]
        return parse.dep[i] in SUBJECTS and parse.lemma[parse.head[i]] in SPEAKING

    def _point(self, i: int, word: str) -> None:
        """Find out whom a pronoun means; where that is nobody for sure it may be the weightiest."""
        barred, speaks = self._barred(i), self._speaks(i)
        weights = {
            person: person.weight * (GOING_ON if speaks and person.spoke else 1.0)
            for person in self._near
            if (not person.words or word in person.words) and person not in barred
        }
        if not weights:
            return
        best, *others = sorted(weights, key=lambda person: -weights[person])
        rivals = (weights[p] * (FAR_AHEAD if p.last > best.last else AHEAD) for p in others)
        sure = weights[best] >= max((LEAST, *rivals)) and self._may_be(best, i, word)
        if not sure and i in self.quoted:
            return
        self._who[i] = best
        self._add(best, i, 1.0 if sure else DOUBTED)
        if sure:
            self.meant[i] = best
            if not best.named:
                self.nouns[i] = best.full
            best.last = i
            best.words = best.words or {word}
        else:
            self._doubted[word] = i

    def _may_be(self, person: Person, i: int, word: str) -> bool:
        """Tell whether nothing but weight speaks against a person."""
        # Who was in doubt before still is in this sentence.
        doubted = self._doubted.get(word, -1)
        if person.last < doubted and self.parse.sentence[doubted] == self.parse.sentence[i]:
            return False
        if (person.named and person.once) or self._is_anothers(person, i):
            return False
        return not (self._may_look_ahead(i) or self._is_told_by_one(i, word))

    def _is_anothers(self, person: Person, i: int) -> bool:
        """Tell whether "his" is rather that of its clause's subject: "The judge took his seat"."""
        parse, verb = self.parse, i
        if parse.tag[i] != "PRP$":
            return False
        while parse.head[verb] != verb and parse.pos[verb] not in ("VERB", "AUX"):
            verb = parse.head[verb]
        subject = next((t for t in parse.children(verb, *SUBJECTS) if t < i), None)
        if subject is None or i in parse.subtree(subject):
            return False
        if parse.lower[subject] == "who":
            subject = parse.head[verb]
        if subject in self._who:
            return self._who[subject] is not person
        return is_person_noun(parse, subject) and parse.tag[subject] == "NN"

    def _may_look_ahead(self, i: int) -> bool:
        """Tell whether the one that is meant may come behind: "For his part, Lee said"."""
        parse = self.parse
        verb = i
        if parse.dep[i] in SUBJECTS and parse.dep[parse.head[i]] != "advcl":
            return False
        while parse.head[verb] != verb:
            verb = parse.head[verb]
            if parse.pos[verb] in ("VERB", "AUX"):
                subject = parse.child(verb, *SUBJECTS)
                if subject is not None and subject > i and i not in parse.subtree(subject):
                    return subject in self.roster.names or is_person_noun(parse, subject)
        return False

    def _is_told_by_one(self, i: int, word: str) -> bool:
        """Tell whether a pronoun speaks behind the quotation: then this is another one."""
        parse = self.parse
        return i in self.quoted and any(
            HE_SHE.get(parse.lower[t]) == word and t not in self.quoted and self._speaks(t)
            for t in range(i + 1, parse.sentence_end(i))
        )

    def _barred(self, i: int) -> list[Person]:
        """Who a pronoun cannot be: the subject that acts on him, the speaker of the quotation."""
        parse = self.parse
        found = []
        if parse.tag[i] == "PRP" and parse.dep[i] not in SUBJECTS:
            verb = parse.head[i]
            while parse.head[verb] != verb and (
                parse.pos[verb] not in ("VERB", "AUX")
                or (parse.dep[verb] in ("conj", "xcomp") and parse.child(verb, *SUBJECTS) is None)
            ):
                verb = parse.head[verb]
            found += parse.children(verb, *SUBJECTS)
        if i in self.quoted:
            found += [
                t
                for t in range(parse.sentence[i], parse.sentence_end(i))
                if parse.dep[t] in SUBJECTS
                and parse.lemma[parse.head[t]] in SPEAKING
                and t not in self.quoted
            ]
        return [self._who[t] for t in found if t in self._who]

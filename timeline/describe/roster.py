"""The persons of a text: by name, by what they are called, and those who have no name.

"Mayor Ann Lee" is "Lee" and "the mayor" later on; of "the driver" the text may know no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .gender import words_for
from .labels import SUBJECTS
from .parse import Parse
from .people import RANKS, names_person

ACTING = frozenset({"conj", "dative", "dobj", "nsubj", "nsubjpass", "pobj"})
DESCRIBING = ("appos", "compound", "nmod", "amod")
OPEN = frozenset({"any", "each", "every", "no", "another"})
NOBODY = frozenset({"CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY",
                    "NORP", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})  # fmt: skip
# What stands behind these is a place, whatever name it bears: "ran onto rocks off Tarn Head".
PLACING = frozenset({"across", "along", "near", "off", "outside"})


@dataclass(eq=False, slots=True)
class Person:
    """One person of a text: `full` is the head of the phrase that names him or her best."""

    name: str
    first: str
    named: bool
    full: int
    last: int = -1  # the latest mention
    words: set[str] = field(default_factory=set)
    weight: float = 0.0
    spoke: int = 0  # in this sentence 2, in the one before 1
    once: bool = True  # a single word that did nothing may be no name


class Roster:
    """Tells who is meant, token by token in text order; `names` are the heads of names."""

    def __init__(self, parse: Parse, names: Sequence[int]) -> None:
        self.parse = parse
        self.names = {i for i in names if parse.child(i, "det") is None}
        self._known: dict[str, list[Person]] = {}
        self._people: list[Person] = []  # those with names

    def person_at(self, i: int) -> Person | None:
        """Return whom a name or noun at token i means, None where it is nobody."""
        if self._is_known(i) or (i in self.names and not self._is_place(i)):
            return self._named(i)
        return self._nameless(i) if self.parse.tag[i] in ("NN", "NNP") else None

    def _is_place(self, i: int) -> bool:
        parse = self.parse
        placed = parse.dep[i] == "pobj" and parse.lower[parse.head[i]] in PLACING
        return placed and parse.lower[i] not in self._known

    def has_namesakes(self, person: Person) -> bool:
        """Tell whether somebody else of the text bears a person's last name."""
        return sum(other.named for other in self._known[person.name]) > 1

    def name(self, person: Person) -> list[int]:
        """Return the tokens of a person's name at its fullest: "Hassan al-Banna"."""
        parse, head = self.parse, person.full
        begin = head
        while begin:
            before = begin - 1
            glued = parse.end[before] == parse.start[begin] and parse.pos[before] != "SPACE"
            same = parse.entity[before] == parse.entity[head] == "PERSON"
            given = parse.dep[before] == "compound" and parse.head[before] == head
            given = given and parse.pos[before] == "PROPN" and not names_person(parse.lower[before])
            if not (glued or same or given):
                break
            begin = before
        while begin < head and parse.lower[begin] in RANKS:
            begin += 1  # "Attorney General Dennis Vacco" is no general
        return list(range(begin, head + 1))

    def _is_known(self, i: int) -> bool:
        """Tell whether a name is one that the text has given a person before."""
        parse = self.parse
        if parse.pos[i] != "PROPN" or parse.dep[i] == "compound" or parse.entity[i] == "PERSON":
            return False
        alone = parse.child(i, "compound", "det", "nmod", "amod") is None
        known = self._known.get(parse.lower[i], ())
        return alone and any(person.named and person.name == parse.lower[i] for person in known)

    def _named(self, i: int) -> Person:
        parse, begin = self.parse, i
        while begin and parse.entity[begin - 1] == "PERSON" and parse.pos[begin - 1] == "PROPN":
            begin -= 1
        name, first = parse.lower[i], parse.lower[begin] if begin < i else ""
        known = self._known.setdefault(name, [])
        fitting = [p for p in known if p.named and (not first or p.first in ("", first))]
        if fitting:
            person = max(fitting, key=lambda p: p.weight)
        else:
            person = Person(name, "", named=True, full=i)
            known.append(person)
            self._people.append(person)
        again = person.full != i or bool(first) or parse.dep[i] in SUBJECTS
        person.once = person.once and not again
        if parse.text[parse.start[person.full] : parse.end[person.full]].isupper():
            person.full = i
        if first and not person.first:
            person.first, person.full = first, i
            self._known.setdefault(first, []).append(person)
        person.words |= words_for(parse, i)
        for lemma in self._titles(i):
            titled = self._known.setdefault(lemma, [])
            if person not in titled:
                titled.append(person)
        return person

    def _titles(self, name: int) -> Iterator[str]:
        """What a person is called beside the name: "the mayor, Ann Lee"."""
        parse = self.parse
        around = parse.children(name, *DESCRIBING)
        if parse.dep[name] in ("appos", "compound"):
            around.append(parse.head[name])
        for t in around:
            lemma = parse.lemma[t].lower()
            if parse.entity[t] != "PERSON" and names_person(lemma):
                yield f"the {lemma}"

    def _nameless(self, i: int) -> Person | None:
        """The one whom a noun means: who is called so, or a person without a name."""
        parse = self.parse
        lemma = parse.lemma[i].lower()
        if parse.dep[i] not in ACTING or parse.entity[i] in NOBODY:
            return None
        article = parse.child(i, "det", "poss", "nummod")
        if parse.tag[i] == "NNP" and (article is None or not names_person(lemma)):
            return self._stranger(i) if article is None else None
        if not names_person(lemma) or article is None or parse.lower[article] in OPEN:
            return None  # "as chairman"
        if any(parse.pos[k] == "PROPN" for k in parse.children(i, "appos")):
            return None
        if parse.lower[parse.head[i]] == "as":
            return None  # "as a child"
        known = self._known.setdefault(f"the {lemma}", [])
        if parse.lower[article] == "the":
            named = [person for person in known if person.named]
            if named:
                return max(named, key=lambda p: p.weight)
            bare = parse.tag[i] == "NN" and parse.kids[i] == [article]
            if bare and not known and len(self._people) == 1:
                return self._people[0]  # "Ann Lee founded the yard. The shipbuilder died": she did
        return self._other(f"the {lemma}", i, words_for(parse, i))

    def _stranger(self, i: int) -> Person | None:
        """A name of nobody knows what, which may be a person's: then neither is meant."""
        parse = self.parse
        known = parse.entity[i] or parse.child(i, "compound") is not None
        if parse.dep[i] not in SUBJECTS or not (known or i > parse.sentence[i]):
            return None
        return self._other(f"? {parse.lower[i]}", i, set())

    def _other(self, key: str, i: int, words: set[str]) -> Person:
        known = [person for person in self._known.setdefault(key, []) if not person.named]
        if not known:
            known = [Person(key, "", named=False, full=i, words=set(words))]
            self._known[key].extend(known)
        known[0].full = i
        return known[0]

"""What stands for a pronoun or a bare "the company" inside a title, where only one thing can.

Precision first: with two names that might be meant the text's own word stays.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from . import countries
from .called import NAMED, Called
from .introduced import Introduced, text_of
from .names import Subjects
from .parse import Parse
from .people import CALLED
from .persons import HE_SHE
from .phrase import noun_phrase
from .relative import antecedent

POSSESSIVE = ("PRP$", "WP$")
LONGEST_NAME = 45  # characters that may stand for "whose"


class Mentions:
    """Looks for the names in one parse; `dating` are the tokens that only say when."""

    def __init__(self, parse: Parse, dating: frozenset[int], subjects: Subjects) -> None:
        self.parse = parse
        self.dating = dating
        self.subjects = subjects
        self.called = Called(parse)
        self.introduced = Introduced(parse, dating)

    def words_for(self, tokens: Sequence[int]) -> dict[int, str]:
        """Return token -> the words that stand for it in a title of these tokens."""
        parse = self.parse
        said: dict[int, str] = {}
        named: set[str] = set()
        if not any(map(parse.facts(_may_be_replaced).__getitem__, tokens)):
            return said
        shown = set(tokens)
        for before, t in itertools.pairwise(tokens):
            the = parse.lower[before] == "the" and t == before + 1
            if the and parse.lemma[t] in CALLED:
                said.update(self._body(t, tokens))
            elif parse.lemma[t] in countries.CALLED:
                said.update(self._country(t, shown))
        for t in tokens:
            if t in said:
                continue
            if parse.tag[t] == "WP$" or _is_of_which(parse, t):
                name = self._owner(t, shown)
            elif parse.lower[t] in HE_SHE:
                name = self._person(t, shown)
            elif parse.lower[t] == "its" and t == tokens[0]:
                name = self._body_above(t)
            else:
                continue
            if name is not None and name not in named:
                said[t] = _possessive(name) if parse.tag[t] in POSSESSIVE else name
                named.add(name)
        return said

    def _body(self, noun: int, tokens: Sequence[int]) -> dict[int, str]:
        """The name for "the company", where it stands alone and the title does not name it."""
        parse = self.parse
        alone = all(parse.pos[k] == "DET" or parse.tag[k] == "POS" for k in parse.kids[noun])
        if parse.tag[noun] != "NN" or parse.dep[noun] == "compound" or not alone:
            return {}
        named = self._named(noun)
        if not named or any(parse.lower[t] == parse.lower[named[-1]] for t in tokens):
            return {}
        return {noun - 1: text_of(self.parse, named), noun: ""}

    def _country(self, noun: int, shown: AbstractSet[int]) -> dict[int, str]:
        """The names for "the country" or "the two countries", where the title names none."""
        parse = self.parse
        both = parse.tag[noun] == "NNS"
        begin = noun - 1 - both
        words = ["the", "two"] if both else ["the"]
        if parse.lower[max(begin, 0) : noun] != words or begin not in shown:
            return {}
        if any(parse.pos[k] not in ("DET", "NUM", "PART") for k in parse.kids[noun]):
            return {}
        people = None if both else countries.country_of_people(parse, noun)
        if people is not None:
            of_it = any(parse.text[parse.start[t] :].startswith(people) for t in shown)
            return {} if of_it else {begin: people, noun: ""}
        names = countries.countries_meant(parse, noun, 1 + both)
        if not names or any(run[-1] in shown or self._is_shown(run, shown) for run in names):
            return {}
        name = " and ".join(text_of(self.parse, run) for run in names)
        return {begin: name, **dict.fromkeys(range(begin + 1, noun + 1), "")}

    def _is_shown(self, run: Sequence[int], shown: AbstractSet[int]) -> bool:
        return any(self.parse.lower[t] == self.parse.lower[run[-1]] for t in shown)

    def _owner(self, whose: int, shown: AbstractSet[int]) -> str | None:
        """The noun that "whose" describes: "the manager, whose side won"."""
        parse, verb = self.parse, whose
        while parse.dep[verb] != "relcl":
            if parse.head[verb] == verb:
                return None
            verb = parse.head[verb]
        phrase = antecedent(parse, verb, self.dating)
        if not shown.isdisjoint(phrase):
            return None  # it stands before "whose"
        name = text_of(parse, phrase).rstrip(" ,")
        # "the docking of the craft, the launch of which": it may be of either.
        unclear = parse.tag[whose] != "WP$" and " of " in name
        return name if len(name) <= LONGEST_NAME and not unclear else None

    def _person(self, pronoun: int, shown: AbstractSet[int]) -> str | None:
        """The name of the one who is meant, where the title does not name him or her."""
        parse, persons = self.parse, self.subjects.persons
        meant = persons.meant.get(pronoun)
        if meant is None or not meant.named:
            return None
        if any(parse.lower[t] in (meant.name, meant.first) for t in shown):
            return None
        return text_of(self.parse, persons.roster.name(meant))

    def _verb_of(self, t: int) -> int | None:
        parse = self.parse
        while parse.head[t] != t:
            t = parse.head[t]
            if parse.pos[t] in ("VERB", "AUX"):
                return t
        return None

    def _body_above(self, its: int) -> str | None:
        """The named subject of the verb above: "ASEAN was committed to its decision"."""
        parse, verb = self.parse, self._verb_of(its)
        while verb is not None:
            subject = parse.child(verb, "nsubj", "nsubjpass")
            if subject is not None:
                named = parse.pos[subject] == "PROPN" and parse.entity[subject] != "PERSON"
                alone = parse.child(subject, "conj") is None and subject < its
                if not named or not alone:
                    return None
                return text_of(self.parse, noun_phrase(parse, subject, self.dating))
            verb = self._verb_of(verb)
        return None

    def fuller(self, subject: Sequence[int]) -> list[int] | None:
        """Return the phrase by which the text introduced a bare "the law", if there is only one."""
        parse = self.parse
        if len(subject) < 2 or parse.lower[subject[0]] not in ("the", "that", "this"):
            return None
        noun = subject[1]
        if len(subject) > 3 and parse.tag[subject[2]] == "POS" and parse.lemma[noun] in CALLED:
            whole = self.fuller(subject[:2])
            return None if whole is None else [*whole, *subject[2:]]
        if len(subject) > 2:
            return None
        if parse.tag[noun] != "NN":
            return None
        named = self._named(noun)
        if named is not None:
            return named
        phrase = self.introduced.phrase(noun)
        if phrase is not None and parse.pos[phrase[0]] == "DET":
            phrase = [subject[0], *phrase[1:]]
        return phrase

    def in_full(self, tokens: Sequence[int], room: int) -> dict[int, str]:
        """Return fuller words for bare nouns and last names, as far as there is room."""
        said = self.introduced.in_full(tokens, room)
        parse = self.parse
        room -= sum(len(words) - parse.end[t] + parse.start[t] for t, words in said.items())
        return {**self._names_in_full(tokens, room), **said}

    def _names_in_full(self, tokens: Sequence[int], room: int) -> dict[int, str]:
        """Return the full names of those who are told by their last, as far as there is room."""
        parse = self.parse
        said: dict[int, str] = {}
        named = [t for t in tokens if self.subjects.is_person(t)]
        shown = {parse.lower[t] for t in named}
        for t in named:
            person = self.subjects.persons.only_one(t)
            if person is None or person.first in shown or person.name != parse.lower[t]:
                continue
            name = text_of(self.parse, self.subjects.persons.roster.name(person))
            extra = len(name) - parse.end[t] + parse.start[t]
            if 0 < extra <= room:
                said[t] = name
                shown.add(person.first)
                room -= extra
        return said

    def _named(self, noun: int) -> list[int] | None:
        """The name that a bare noun stands for: the one called so, or the body around."""
        parse = self.parse
        meant = self.called.only_name(noun)
        if (
            meant is not None
            and parse.lemma[noun] in CALLED
            and not self.subjects.is_subject(meant)
        ):
            meant = None  # "the travel company Amadeus" may be somebody else's
        if meant is None and parse.lemma[noun] in CALLED:
            meant = self.subjects.body_meant(noun)
        if meant is None:
            return None
        if parse.tag[meant] not in NAMED:
            phrase = noun_phrase(parse, meant, self.dating)
            same = [t for t in phrase if parse.lemma[t].lower() == parse.lemma[noun].lower()]
            return phrase if len(same) < 2 else None  # "the Alliance of Nations alliance"
        begin = meant
        while begin > parse.sentence[meant] and parse.tag[begin - 1] in (*NAMED, "POS"):
            begin -= 1
        if begin > parse.sentence[meant] and parse.lower[begin - 1] == "the":
            begin -= 1
        return list(range(begin, meant + 1))


def _may_be_replaced(parse: Parse, t: int) -> bool:
    """Tell whether other words may stand for a token in a title."""
    word, lemma = parse.lower[t], parse.lemma[t]
    called = lemma in CALLED or lemma in countries.CALLED
    return (
        called or parse.tag[t] == "WP$" or _is_of_which(parse, t) or word in HE_SHE or word == "its"
    )


def _is_of_which(parse: Parse, t: int) -> bool:
    """Tell whether a pronoun is that of "the launch of which"."""
    return parse.lower[t] == "which" and parse.lower[parse.head[t]] == "of"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"

"""What stands for a pronoun or a bare "the company" inside a title, where only one thing can.

Precision first: with two names that might be meant the text's own word stays.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from . import countries
from .called import NAMED, Called
from .names import REACH, Subjects
from .parse import Parse
from .people import BODIES, CALLED
from .persons import HE_SHE
from .phrase import NOMINAL, noun_phrase
from .relative import antecedent
from .tidy import tidy

POSSESSIVE = ("PRP$", "WP$")
LONGEST_NAME = 45  # characters that may stand for "whose"
DIFFERENT = frozenset({"different", "first", "former", "further", "last", "new", "next", "other",
                       "previous", "same", "second", "similar", "such", "third"})  # fmt: skip
# What stands for a whole statement as often as for a thing.
SHELLS = frozenset("""
action case change comment decision development effort event fact idea incident issue matter measure
move news number part plan point problem question reason report result situation statement step
subject thing time topic way work
""".split())  # fmt: skip
# What a noun may be that another one names again.
ALIKE = {"NN": ("NN", "NNP"), "NNS": ("NNS", "NNPS")}
TYING = frozenset({"against", "at", "between", "in", "of", "on"})
SIZES = frozenset("""
big broad brief entire famous great huge large late long main major small usual whole young
""".split())  # fmt: skip
WHOLE = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
TELLING = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
MOST = 10  # words that may stand for a bare noun
LONGEST_PHRASE = 12  # words that may where the text has no other such noun


class Mentions:
    """Looks for the names in one parse; `dating` are the tokens that only say when."""

    def __init__(self, parse: Parse, dating: frozenset[int], subjects: Subjects) -> None:
        self.parse = parse
        self.dating = dating
        self.subjects = subjects
        self.called = Called(parse)
        self.nouns: dict[str, list[int]] = {}
        for i, pos in enumerate(parse.pos):
            if pos in ("NOUN", "PROPN") and parse.dep[i] != "compound":
                self.nouns.setdefault(parse.lower[i], []).append(i)

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
                name = self._owner(t)
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
        return {noun - 1: self._text(named), noun: ""}

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
        names = countries.countries_meant(parse, noun, 1 + both)
        if not names or any(run[-1] in shown or self._is_shown(run, shown) for run in names):
            return {}
        name = " and ".join(self._text(run) for run in names)
        return {begin: name, **dict.fromkeys(range(begin + 1, noun + 1), "")}

    def _is_shown(self, run: Sequence[int], shown: AbstractSet[int]) -> bool:
        return any(self.parse.lower[t] == self.parse.lower[run[-1]] for t in shown)

    def _owner(self, whose: int) -> str | None:
        """The noun that "whose" describes: "the manager, whose side won"."""
        parse, verb = self.parse, whose
        while parse.dep[verb] != "relcl":
            if parse.head[verb] == verb:
                return None
            verb = parse.head[verb]
        name = self._text(antecedent(parse, verb, self.dating)).rstrip(" ,")
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
        return self._text(persons.roster.name(meant))

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
                return self._text(noun_phrase(parse, subject, self.dating))
            verb = self._verb_of(verb)
        return None

    def _text(self, tokens: Sequence[int]) -> str:
        parse = self.parse
        kept = tidy(parse, list(tokens)) or list(tokens)
        pieces = [parse.text[parse.start[kept[0]] : parse.end[kept[0]]]]
        for before, t in itertools.pairwise(kept):
            space = "" if t == before + 1 and parse.start[t] == parse.end[before] else " "
            pieces.append(space + parse.text[parse.start[t] : parse.end[t]])
        return " ".join("".join(pieces).split())

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
        phrase = self._introduced(noun)
        if phrase is not None and parse.pos[phrase[0]] == "DET":
            phrase = [subject[0], *phrase[1:]]
        return phrase

    def in_full(self, tokens: Sequence[int], room: int) -> dict[int, str]:
        """Return words that stand for each bare "the law" of a title, as far as there is room."""
        parse = self.parse
        said: dict[int, str] = {}
        for before, t in itertools.pairwise(tokens):
            bare = parse.lower[before] == "the" and t == before + 1 and parse.tag[t] in ALIKE
            if not bare or parse.lemma[t] in CALLED or parse.lemma[t] in SHELLS:
                continue
            if len(parse.kids[t]) > 1 or parse.entity[t] or parse.head[before] != t:
                continue
            phrase = self._introduced(t)
            if phrase is None or parse.dep[t] not in WHOLE:
                continue
            first = parse.lower[phrase[0]] if parse.pos[phrase[0]] == "DET" else ""
            words = self._text(phrase[1:] if first else phrase)
            shown = {parse.lemma[k] for k in tokens if k != t and parse.pos[k] in TELLING}
            if any(parse.lemma[k] in shown for k in phrase if parse.pos[k] in TELLING):
                continue  # "finds that the [expired] certificate expired"
            extra = len(words) - parse.end[t] + parse.start[t]
            if extra <= room and words[:1].isalnum():
                owned = any(parse.tag[k] == "POS" for k in phrase)  # "the case": "Lee's case"
                said.update({before: words, t: ""} if owned and not first else {t: words})
                room -= extra
        return {**self._names_in_full(tokens, room), **said}

    def _names_in_full(self, tokens: Sequence[int], room: int) -> dict[int, str]:
        """Return the full names of those who are told by their last, as far as there is room."""
        parse = self.parse
        said: dict[int, str] = {}
        named = [t for t in tokens if parse.entity[t] == "PERSON"]
        shown = {parse.lower[t] for t in named}
        for t in named:
            person = self.subjects.persons.only_one(t)
            if person is None or person.first in shown or person.name != parse.lower[t]:
                continue
            name = self._text(self.subjects.persons.roster.name(person))
            extra = len(name) - parse.end[t] + parse.start[t]
            if 0 < extra <= room:
                said[t] = name
                shown.add(person.first)
                room -= extra
        return said

    def _introduced(self, noun: int) -> list[int] | None:
        """Return the one phrase that told before what kind of thing a bare noun is."""
        parse = self.parse
        found: dict[str, list[int]] = {}
        mentions = self.nouns.get(parse.lower[noun], [])
        place = bisect_left(mentions, noun)
        body = parse.lemma[noun] in BODIES
        only = place == 1 and not body
        times = 0
        for earlier in mentions[max(place - REACH, 0) : place]:
            if parse.tag[earlier] not in ALIKE[parse.tag[noun]] or parse.dep[earlier] == "attr":
                continue
            phrase = noun_phrase(parse, earlier, self.dating)
            if any(parse.dep[k] == "prep" and parse.lower[k] not in TYING for k in phrase):
                continue  # "the ship for Canada"
            phrase = [k for k in phrase if parse.lower[k] not in SIZES]
            if self._tells_more(phrase, earlier, only):
                found.setdefault(self._text(phrase).lower(), phrase)
                times += 1
        # "the Harbour Savings Association" and "Harbour Savings Association" are one.
        longest = max(found, key=len, default="")
        if not found or not all(longest.endswith(text.removeprefix("the ")) for text in found):
            return None
        # "The government" may be another's than that which was named once.
        if body and times < 2 and parse.sentence[found[longest][0]] > 0:
            return None
        return found[longest]

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

    def _tells_more(self, phrase: Sequence[int], noun: int, only: bool) -> bool:
        """Tell whether a phrase says which; `only`: the text has no other one of this noun."""
        parse = self.parse
        if any(parse.tag[t] in ("PRP", "PRP$", "CD") or parse.dep[t] == "conj" for t in phrase):
            return False
        if parse.lower[phrase[0]] in ("no", "any", "every", "another"):
            return False
        different = any(parse.lower[t] in DIFFERENT or parse.pos[t] == "ADV" for t in phrase)
        if any(parse.pos[t] == "ADV" or parse.tag[t] == "JJS" for t in phrase):
            return False
        if not only and (different or len(phrase) > MOST):
            return False
        if len(phrase) > LONGEST_PHRASE:
            return False
        others = [t for t in phrase if t != noun and _tells(parse, t)]
        if any(parse.lemma[t].lower() == parse.lemma[noun].lower() for t in others):
            return False  # "the Alliance of Nations alliance"
        return bool(others) and phrase[-1] - phrase[0] == len(phrase) - 1


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


def _tells(parse: Parse, t: int) -> bool:
    return parse.pos[t] in NOMINAL or parse.entity[t] == "NORP"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"

"""Names of people, bodies and things, and when two of them mean the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from ..chronology import Participant
from ..errors import OptionError

ENTITIES = frozenset(
    {"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)
NAMES = 1 << 16  # phrases of which the names are remembered, about 0.5 kB for each
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"\s?['’]s\b|(?<=s)\s?['’](?=\s)")
_APOSTROPHE = re.compile(r"\s?['’]s?$")
# After these words stands what a phrase's head belongs to: "the bombing of the embassy".
_CUT = frozenset(
    "of in on at for from to with by off over under against about as who which that whose where "
    "into near after before during including called named along".split()
)
_ARTICLES = frozenset(
    "a an the this that these those his her its their our my your some any all both each another "
    "other former late then mr mrs ms miss dr sir lord lady president prime minister secretary "
    "general captain colonel sgt lt gov governor senator sen rep judge justice king queen prince "
    "princess pope professor prof chairman".split()
)
_PRONOUNS = frozenset(
    "i you he she it we they me him her us them himself herself itself themselves who which that "
    "this these those one ones someone anyone everyone nobody something his hers its theirs mine "
    "yours another others many some all both".split()
)
_FIRMS = frozenset(
    "inc ltd corp co plc gmbh ag llc llp sa corporation company limited incorporated".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """One that takes part: its words without articles and titles, the head last.

    `proper` tells a name from a description ("Slepian", "the boy"), `body` that of an organization;
    `initials` are those of its capitalised words; `called` a description with a name in it: "the
    Bexley Mills factory".
    """

    words: tuple[str, ...]
    proper: bool
    body: bool
    initials: str
    called: bool = False

    @property
    def head(self) -> str:
        """The word by which it is looked up."""
        return self.words[-1]


def find_names(participant: Participant, sentence_start: int | None = None) -> Iterator[Name]:
    """The names in a participant's phrase: none of a pronoun or a date, several of "A and B"."""
    if participant.type in _TIMES:
        return
    for part in re.split(r",? and |, ", participant.text):
        capital = participant.start != sentence_start or part is not participant.text
        name = make_name(part, participant.type, trust_capital=capital)
        if name is not None:
            yield name


@lru_cache(maxsize=NAMES)
def make_name(phrase: str, type_: str | None = None, *, trust_capital: bool = True) -> Name | None:
    """The name that a phrase holds; None for a pronoun and for no word at all."""
    # "Jobs's health" is of the health; what possesses stands before.
    phrase = _POSSESSIVE.split(_APOSTROPHE.sub("", phrase.strip()))[-1]
    words = [word.rstrip(".") for word in _WORD.findall(phrase)]
    for place, word in enumerate(words):
        if place and word in _CUT:
            words = words[:place]
            break
    bare = words
    while words and words[0].lower() in _ARTICLES:
        words = words[1:]
    # The first word of a sentence has a capital anyway.
    telling = words if trust_capital or words != bare else words[1:]
    full = words
    while len(words) > 1 and words[-1].lower() in _FIRMS:
        words = words[:-1]
    if not words or (len(words) == 1 and words[0].lower() in _PRONOUNS):
        return None
    capital = words[-1][:1].isupper() or any(letter.isdigit() for letter in words[-1])
    proper = capital and (trust_capital or len(words) > 1 or type_ in ENTITIES)
    kept = [word for word in full if word[:1].isupper()] if proper else full
    return Name(
        words=tuple(_singular(word.lower(), proper) for word in words),
        proper=proper,
        body=type_ == "ORG",
        initials="".join(word[0] for word in kept).lower(),
        called=not proper and any(word[:1].isupper() for word in telling),
    )


def name_of(words: str) -> Name:
    """The name that a user writes, in whatever letters. Raises OptionError for none."""
    name = make_name(words)
    if name is None:
        raise OptionError(f"{words!r} names nobody", 'write a name, such as "Airbus A380"')
    return replace(name, proper=True, initials="".join(word[0] for word in name.words))


def bare_name(words: str) -> Name | None:
    """The full name behind words for a role: of "Labour councillor Dean Osgood" "Dean Osgood".

    None unless two capitalised words or more stand behind the last one in small letters.
    """
    tail = words.split()
    place = max((n for n, word in enumerate(tail) if not word[0].isupper()), default=-1) + 1
    behind = place > 0 and tail[place - 1].lower() not in _CUT
    return name_of(" ".join(tail[place:])) if behind and len(tail) - place > 1 else None


def _singular(word: str, proper: bool) -> str:
    if proper or len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def are_one(one: Name, other: Name) -> bool:
    """True if two names may mean the same one: "Kassym-Jomart Tokayev", "Tokayev"; "NATO"."""
    if one.words == other.words:
        return True
    short, long = sorted((one, other), key=lambda name: len(name.words))
    alone = len(short.words) == 1 and len(long.words) > 1 and len(short.head) > 1
    if alone and short.proper and short.head == long.initials:
        return True
    if short.head != long.head:
        return False
    if not one.proper or not other.proper:
        return _agree_in_number(one, other)
    if long.words[-len(short.words) :] == short.words:
        return True
    # "James Kopp" and "James Charles Kopp", "J. Kopp"; not "Hillary Clinton" and "Bill Clinton".
    mine, yours = set(short.words[:-1]), set(long.words[:-1])
    return bool(mine & yours) or _is_initial(short.words[0], long.words[0])


def may_be_one(one: Name, other: Name) -> bool:
    """True also where the longer name may be another's: "Apple" and "Apple Computer"."""
    if are_one(one, other):
        return True
    short, long = sorted((one.words, other.words), key=len)
    return (one.body or other.body) and long[: len(short)] == short


def _is_initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


def _agree_in_number(one: Name, other: Name) -> bool:
    """False for "14 foreigners" and "two foreigners"."""
    counts = [{word for word in n.words[:-1] if _is_number(word)} for n in (one, other)]
    return not all(counts) or counts[0] == counts[1]


def is_count(name: Name) -> bool:
    """True for "259 people"."""
    return any(map(_is_number, name.words))


def _is_number(word: str) -> bool:
    return word[0].isdecimal() or word in _COUNTS


_COUNTS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen".split())


class Key(NamedTuple):
    """What a name is looked up by: its head, or (`spelt`) what may be the initials of a longer one.

    Names that are one share a key.
    """

    word: str
    spelt: bool


def keys_of(name: Name) -> tuple[Key, ...]:
    """What a name is looked up by, and what it may spell: "NATO", or the name of which that is."""
    head = Key(name.head, spelt=False)
    if not name.proper or len(name.words) == 1 == len(name.head):
        return (head,)
    initials = name.head if len(name.words) == 1 else name.initials
    return (head, Key(initials, spelt=True)) if len(initials) > 1 else (head,)


def shared(mine: Iterable[Name], yours: Iterable[Name]) -> list[Name]:
    """Those of mine that are among yours."""
    others = list(yours)
    return [name for name in mine if any(are_one(name, other) for other in others)]

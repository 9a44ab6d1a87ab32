"""Whom an entry is about: a person, a firm with a family's name, or the family."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import chronology as out
from ..merge.names import ENTITIES, Name, are_one, bare_name, find_names, name_of

# "Dreyer & Sons", "Brand and Partners": one name of two parts; the person is another one.
_PARTNERS = r"(?:Sons?|Daughters?|Brothers|Bros\.?|Sisters?|Nephews?|Partners?|Company|Co\.?)"
_FIRM = re.compile(rf"\s?(?:&|\band\b(?=\s{_PARTNERS}\b))\s?", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:\s?&\s?[^\W\d_]|\sand\s{_PARTNERS}\b)")
_FAMILY = re.compile(r"the ([A-Z][\w'’-]{2,40}?)e?s(?: family)?|the ([A-Z][\w'’-]{2,40}) family")
# What stands close to a name and is none of it: "(Brandvik)", "Brandvik: we replied".
_BESIDE = re.compile(r'[()\[\]"“”:;]')
_FAMILY_WORDS = "family brother brothers sister sisters couple".split()


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a user asks for: their names; `firm`, the words of one whose name has two parts."""

    names: tuple[Name, ...]
    firm: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: str) -> Asked:
        """Read the name that a user writes. Raises OptionError where it names nobody.

        "the Dreyers" are all who are called Dreyer; a role before a name may be left out.
        """
        name = name_of(words)
        parts = [part for part in _FIRM.split(words.strip()) if part]
        if len(parts) > 1:
            return cls((), tuple(_tokens(" & ".join(parts))))
        family = _FAMILY.fullmatch(words.strip())
        if family is not None:
            # "the Joneses", "the Dreyers", "the Dreyer family": a name may end in s or e itself.
            bare = [one for one in family.groups() if one]
            forms = [*bare, *(f"{one}{end}" for one in bare for end in ("e", "s", "es"))]
            told = [f"{form} {word}" for form in bare for word in _FAMILY_WORDS]
            return cls((name, *map(name_of, (*forms, *told))))
        bare_one = bare_name(words)
        return cls((name, bare_one) if bare_one else (name,))

    def is_in(self, entry: out.Entry, events: Sequence[out.Event]) -> bool:
        """True if one of them takes part, or the title tells the name.

        Titles and participants have names in the place of pronouns, where it is clear who is meant.
        """
        return self.takes_part(events, entry.title) or self._is_told(entry.title)

    def takes_part(self, events: Sequence[out.Event], title: str = "") -> bool:
        """True if one of them is a participant or a place."""
        for event in events:
            for one in (*event.participants, *event.places):
                if self.firm and _holds(_tokens(_joined(one.text)), self.firm):
                    return True
                if self._is_firms(one.text, title or event.title):
                    continue  # the person is not the firm that bears the name
                if any(are_one(known, name) for known in find_names(one) for name in self.names):
                    return True
        return False

    def _is_firms(self, words: str, title: str) -> bool:
        """Whether words are the first part of a firm's name, and a fuller name was asked for."""
        if all(len(name.words) == 1 for name in self.names):
            return False
        places = [m.end() for m in re.finditer(rf"\b{re.escape(words)}", title)]
        return bool(places) and all(_BEHIND.match(title, place) for place in places)

    def _is_told(self, title: str) -> bool:
        words = _tokens(_joined(title))
        if self.firm:
            return _holds(words, self.firm)
        return any(_is_in(name, title) for name in self.names)


def _joined(words: str) -> str:
    """A firm's name with one sign for "and"."""
    return _FIRM.sub(" & ", words)


def _tokens(words: str) -> list[str]:
    bare = _BESIDE.sub(" ", words).replace("’", "'").replace("'s ", " ").replace("'s", "")
    bare = bare.replace(",", " ")
    return [word.rstrip(".").lower() for word in bare.split()]


def _holds(words: Sequence[str], asked: Sequence[str]) -> bool:
    length = len(asked)
    return any(tuple(words[n : n + length]) == tuple(asked) for n in range(len(words) - length + 1))


def _is_in(name: Name, title: str) -> bool:
    bare = _BESIDE.sub(r" \g<0> ", title).replace("’", "'").replace("'s", "")
    words = bare.replace(",", " ,").split()
    small, length = [word.lower() for word in words], len(name.words)
    for place in range(len(words) - length + 1):
        after = words[place + length : place + length + 1]
        # "Vik" is not in "Vik Shipping bought it", whose name goes on.
        if tuple(small[place : place + length]) == name.words and not any(
            word[0].isupper() or word == "&" for word in after
        ):
            return True
    return False


def count_about(timeline: out.Timeline, words: str) -> int:
    """How many events without a date somebody of this name takes part in."""
    undated = {one.event for one in timeline.undated}
    asked = Asked.of(words)
    return sum(event.id in undated and asked.takes_part([event]) for event in timeline.events)


def find_told(timeline: out.Timeline, *, other_than: str) -> list[str]:
    """The names that dated events are told of, the most told first; descriptions are none."""
    asked = Asked.of(other_than)
    told = Counter(
        one.text.partition(",")[0]  # "Darren Pyke, of Mill Lane"
        for one in _named(timeline)
        if not any(are_one(name, known) for known in find_names(one) for name in asked.names)
    )
    return [text for text, _ in told.most_common()]


def _named(timeline: out.Timeline) -> Iterator[out.Participant]:
    undated = {one.event for one in timeline.undated}
    for event in timeline.events:
        for one in (*event.participants, *event.places):
            if one.type not in ENTITIES or event.id in undated or event.time is None:
                continue
            # "the Health" and "of Mill Lane" are what is left of longer words.
            if one.text[:1].isupper():
                yield one

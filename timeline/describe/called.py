"""Names that a text ties to a kind of thing: "Rally's, a food company", "the carrier Invincible".

What is called so afterwards ("the company", "the carrier") is that one, if no other was.
"""

from __future__ import annotations

from bisect import bisect_left

from .parse import Parse
from .people import is_person_noun
from .phrase import BREAKS

NAMED = frozenset({"NNP", "NNPS"})
# Of these a text may name one as an example of many.
PLACES = frozenset({"GPE", "LOC", "NORP"})
MOST = 6  # words of a name


class Called:
    """The names of one parse by the common noun that they are called by: the first two of each."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.named: dict[str, list[tuple[int, int]]] = {}
        for i, tag in enumerate(parse.tag):
            if tag != "NN":
                continue
            name = self._name_of(i)
            if name is not None and self._is_kind(i, name):
                told = self.named.setdefault(parse.lemma[i].lower(), [])
                if {self._key(one) for _, one in told} != {self._key(name)} and len(told) < 2:
                    told.append((i, name))

    def only_name(self, noun: int) -> int | None:
        """Return the head of the one name that was tied to this noun's word before it."""
        before = self.named.get(self.parse.lemma[noun].lower(), [])
        before = before[: bisect_left(before, (noun, 0))]
        heads = {self._key(name): name for _, name in reversed(before)}
        if len(heads) != 1:
            return None
        return next(iter(heads.values()))

    def _key(self, name: int) -> str:
        return self.parse.lower[name]

    def _name_of(self, noun: int) -> int | None:
        """The name that this noun describes: before it in commas, or right behind it."""
        parse = self.parse
        head = parse.head[noun]
        if parse.child(noun, "conj") is not None or parse.dep[noun] == "conj":
            return None
        if parse.dep[noun] == "appos" and head < noun and self._is_name(head):
            first = parse.subtree(noun)[0]
            article = parse.lower[first] in ("a", "an", "the") or parse.tag[first] in NAMED
            apart = parse.lower[first - 1] in BREAKS
            return head if apart and article and parse.child(head, "conj") is None else None
        if parse.dep[noun] in ("compound", "nmod") and head > noun and self._is_name(head):
            between = range(noun + 1, head)
            if all(parse.tag[t] in NAMED for t in between) and head - noun <= MOST:
                return head
        return None

    def _is_kind(self, noun: int, name: int) -> bool:
        """Tell whether a person is called by a person's noun, and nothing else is."""
        parse = self.parse
        return (parse.entity[name] == "PERSON") == is_person_noun(parse, noun)

    def _is_name(self, i: int) -> bool:
        parse = self.parse
        return parse.tag[i] in NAMED and parse.entity[i] not in PLACES

"""What spaCy's patterns ask of a single token, answered without spaCy's matcher.

The matcher tries every pattern at every token. Here a token's own values lead to the few patterns
that ask for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from spacy.strings import StringStore, get_string_id

ASKED = ("TAG", "LOWER", "DEP", "IS_SPACE")
WAYS = frozenset({"IN", "NOT_IN", "REGEX"})

Kind = tuple[int, ...]  # the ids of what is ASKED of a token
Test = Callable[[Kind], bool]


def is_plain(pattern: Mapping[str, Any]) -> bool:
    """Tell whether a token's pattern asks for nothing but its kind, in ways that are known here."""
    return all(
        name in ASKED and (not isinstance(value, dict) or WAYS.issuperset(value))
        for name, value in pattern.items()
    )


class Askers:
    """Plain patterns of single tokens, each under a name."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self._by_value: dict[tuple[int, int], list[tuple[int, list[Test]]]] = {}
        self._others: list[tuple[int, list[Test]]] = []  # they say only what they do not want

    def add(self, name: int, pattern: Mapping[str, Any]) -> None:
        """Take a pattern in; several may have the same name."""
        wanted = [(ASKED.index(key), value) for key, value in pattern.items()]
        tests = [test for place, value in wanted for test in self._tests(place, value)]
        for place, value in wanted:
            if (ids := _ids(value)) is not None:
                for one in ids:
                    self._by_value.setdefault((place, one), []).append((name, tests))
                return
        self._others.append((name, tests))

    def of(self, kind: Kind) -> frozenset[int]:
        """The names of the patterns that a token of this kind fits."""
        found = {name for name, tests in self._others if all(test(kind) for test in tests)}
        for key in enumerate(kind):
            for name, tests in self._by_value.get(key, ()):
                if all(test(kind) for test in tests):
                    found.add(name)
        return frozenset(found)

    def _tests(self, place: int, value: Any) -> list[Test]:
        tests: list[Test] = []
        if (ids := _ids(value)) is not None:
            tests.append(lambda kind: kind[place] in ids)
        if isinstance(value, dict) and "NOT_IN" in value:
            barred = frozenset(map(get_string_id, value["NOT_IN"]))
            tests.append(lambda kind: kind[place] not in barred)
        if isinstance(value, dict) and "REGEX" in value:
            search, strings = re.compile(value["REGEX"]).search, self._strings
            tests.append(lambda kind: search(strings[kind[place]]) is not None)
        return tests


def _ids(value: Any) -> frozenset[int] | None:
    """The ids of what is asked for by name; None where it may be anything, or anything else."""
    if isinstance(value, dict):
        return frozenset(map(get_string_id, value["IN"])) if "IN" in value else None
    return frozenset({get_string_id(value)})

"""The words of a language: classes with values, patterns built from them, triggers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from ..errors import RuleError
from .mask import UNIONS, kind_pattern
from .trie import SPACE, one_of

FOLDER = Path(__file__).parent

# Runs of digits by their look; the matcher tells them apart without a pattern of its own per rule.
DIGIT_TRIGGERS = ("number", "year", "numeric", "dayth", "saidhour")
# A plain number says too little to look around it.
WEAK = ("number",)

_SLOT = re.compile(r"\{(-?)(?:([a-z]\w{0,20}):)?(@?)([a-z]\w{0,20})\}")
_GAPS = re.compile(r"\[[^\]]{0,80}\]| \?| |~")
_OPTIONAL = ("?", "{0")

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words of one kind with their values; `short` ones may carry a full stop."""

    words: Mapping[str, object]
    short: Mapping[str, object]
    trigger: bool

    @property
    def values(self) -> dict[str, object]:
        """Every word with its value."""
        return {**self.words, **self.short}

    @property
    def regex(self) -> str:
        """The words as one alternation, the longest first."""
        return one_of(dict.fromkeys(self.short, r"\.?") | dict.fromkeys(self.words, ""))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All classes and patterns of a language; `bits` numbers the triggers.

    `made` remembers, by what made it and its name, what was made of a class or a pattern: rules
    share them.
    """

    classes: Mapping[str, WordClass]
    patterns: Mapping[str, str]
    pattern_triggers: Mapping[str, str]
    bits: Mapping[str, int]
    made: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    def remember(self, what: str, name: str, make: Callable[[], Made]) -> Made:
        """What `make` gives for this name, made once."""
        if (what, name) not in self.made:
            self.made[what, name] = make()
        found: Made = self.made[what, name]
        return found

    def expand(self, template: str, where: str) -> tuple[str, dict[str, str]]:
        """The regular expression of a template, and its named slots with their classes.

        A space stands for a short stretch of white space, `~` for that or a hyphen.
        """
        slots: dict[str, str] = {}

        def fill(found: re.Match[str]) -> str:
            quiet, name, nested, cls = found.groups()
            if nested:
                body = _nested(cls, where)
            elif cls in self.classes:
                body = self.remember("class", cls, lambda: self.classes[cls].regex)
            elif cls in self.patterns:
                pattern = self.patterns[cls]
                body = self.remember("pattern", cls, lambda: self.expand(pattern, where)[0])
            else:
                raise RuleError(f"{where} uses the unknown word class {cls}")
            if quiet:
                return f"(?:{body})"
            name = name or cls
            if name in slots:
                raise RuleError(f"{where} has two slots named {name}")
            slots[name] = "@" + cls if nested else cls
            return f"(?P<{name}>{body})"

        return _SLOT.sub(fill, _GAPS.sub(_gap, template)), slots

    def needs(self, template: str) -> tuple[int, int]:
        """Bits of triggers that every match holds, and bits of which it holds at least one.

        Slots that are not optional must be there; of alternatives that all have slots, one of them.
        """
        plain = re.sub(r"\\.|\[[^\]]{0,80}\]", "", template)
        stack = [_Group()]
        position = 0
        while position < len(plain):
            slot = _SLOT.match(plain, position)
            if slot:
                if not plain.startswith(_OPTIONAL, slot.end()):
                    stack[-1].add(self._bit("@" + slot[4] if slot[3] else slot[4]), 0)
                position = slot.end()
                continue
            char = plain[position]
            position += 1
            if char == "(":
                stack.append(_Group(looks=plain.startswith(("?!", "?<!", "?<="), position)))
            elif char == "|":
                stack[-1].bar()
            elif char == ")" and len(stack) > 1:
                group = stack.pop()
                if not group.looks and not plain.startswith(_OPTIONAL, position):
                    stack[-1].add(*group.close())
        return stack[0].close()

    def _bit(self, cls: str) -> int:
        name = cls if cls[0] == "@" or cls in self.classes else self.pattern_triggers.get(cls)
        return self.bits.get(name, 0) if name else 0


@dataclass(slots=True)
class _Group:
    """A group of a template while it is being read: its branches so far and the one being read."""

    looks: bool = False
    every: int = 0
    some: int = 0
    branches: list[int] = field(default_factory=list)

    def add(self, every: int, some: int) -> None:
        """What the branch must hold besides."""
        self.every |= every
        self.some = self.some or some

    def bar(self) -> None:
        """The next branch begins."""
        self.branches.append(self.every or self.some)
        self.every = self.some = 0

    def close(self) -> tuple[int, int]:
        """What the whole group must hold: all of the first, one of the second."""
        if not self.branches:
            return self.every, self.some
        self.bar()
        either = 0
        for branch in self.branches:
            either |= branch
        return (0, either) if all(self.branches) else (0, 0)


@cache
def read_lexicon(language: str) -> Lexicon:
    """The lexicon of a language; RuleError if its file is not one."""
    path = FOLDER / language / "lexicon.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RuleError(
            f"the lexicon {path.name} of language {language} cannot be read: {error}"
        ) from error
    classes = {
        name: WordClass(row.get("words", {}), row.get("short", {}), row.get("trigger", False))
        for name, row in table.get("class", {}).items()
    }
    names = [name for name, cls in classes.items() if cls.trigger]
    names += [*DIGIT_TRIGGERS, *("@" + kind for kind in UNIONS)]
    bits = {name: 1 << index for index, name in enumerate(names)}
    return Lexicon(classes, table.get("pattern", {}), table.get("trigger", {}), bits)


def _gap(found: re.Match[str]) -> str:
    """White space of a template as a pattern; a space in a set of characters stays one sign."""
    gap = found[0]
    if gap[0] == "[":
        return gap.replace(" ", r"\s")
    return {" ?": r"\s{0,4}", " ": SPACE, "~": r"(?:-|\s{1,4})"}[gap]


def _nested(cls: str, where: str) -> str:
    pattern = kind_pattern(cls)
    if pattern is None:
        raise RuleError(f"{where} uses the unknown kind of expression @{cls}")
    return pattern

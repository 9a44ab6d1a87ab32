"""What every match of a pattern holds: a text without it is not worth searching."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .lexicon import Lexicon

MOST = 30  # words of one choice; looking for more of them costs what the search would
SHORTEST = 3  # letters of a word that tells anything; a sign such as "%" tells by itself

EMPTY = ("the", "and")  # words that most stretches hold

Choice = frozenset[str]

_SLOT = re.compile(r"\{-?(?:[a-z]\w{0,20}:)?(@?)([a-z]\w{0,20})\}")
_SET = re.compile(r"\[(\^?)((?:\\.|[^\]\\]){1,80})\]")
_REPEAT = re.compile(r"(?:\?|\{(\d{1,3})(?:,\d{0,3})?\})[?+]?")
_AGAIN = re.compile(r"\(\?P=\w{1,20}\)")
_OPEN = re.compile(r"\((\?(?:[!=]|<[!=]|:|>|P<\w{1,20}>))?")
_SIGN = re.compile(r"\\([^\w\s])|([\w,:;%#'@/&°])")
_LOOKS = ("?!", "?=", "?<")


@dataclass(frozen=True, slots=True)
class Held:
    """What a match holds: one word of each choice, the best first, and `nested` expressions."""

    choices: tuple[Choice, ...] = ()
    nested: int = 0


@dataclass(slots=True)
class _Branch:
    """One side of an alternative: what it must hold, and the literal that is being read."""

    choices: list[Choice] = field(default_factory=list)
    nested: int = 0
    run: str = ""

    def end(self) -> None:
        """The literal is over."""
        if self.run:
            self.choices.append(frozenset((self.run,)))
        self.run = ""


@dataclass(slots=True)
class _Group:
    """A group of a template: its branches, the last of them being read."""

    looks: bool = False
    branches: list[_Branch] = field(default_factory=lambda: [_Branch()])

    def close(self) -> Held:
        """What every match of the group holds."""
        for branch in self.branches:
            branch.end()
        if self.looks:
            return Held()
        nested = min(branch.nested for branch in self.branches)
        if len(self.branches) == 1:
            return Held(tuple(self.branches[0].choices), nested)
        best = [max(branch.choices, key=_worth, default=frozenset()) for branch in self.branches]
        either: Choice = frozenset().union(*best)
        return Held((either,) if all(best) and len(either) <= MOST else (), nested)


def held_by(lexicon: Lexicon, template: str) -> Held:
    """What every match of a template holds; a choice that would tell nothing is left out."""
    stack = [_Group()]
    position = 0
    while position < len(template):
        branch = stack[-1].branches[-1]
        inner = Held()
        literal = ""
        if slot := _SLOT.match(template, position):
            inner, position = _of_slot(lexicon, slot), slot.end()
        elif chars := _SET.match(template, position):
            inner, position = _of_set(chars), chars.end()
        elif again := _AGAIN.match(template, position):
            position = again.end()
        elif opened := _OPEN.match(template, position):
            branch.end()
            stack.append(_Group(looks=(opened[1] or "").startswith(_LOOKS)))
            position = opened.end()
            continue
        elif template[position] == "|":
            branch.end()
            stack[-1].branches.append(_Branch())
            position += 1
            continue
        elif template[position] == ")":
            inner, position = stack.pop().close(), position + 1
            branch = stack[-1].branches[-1]
        elif sign := _SIGN.match(template, position):
            literal, position = sign[1] or sign[2], sign.end()
        else:
            position += 2 if template[position] == "\\" else 1
        repeat = _REPEAT.match(template, position)
        position = repeat.end() if repeat else position
        held = repeat is None or bool(repeat[1] and int(repeat[1]))
        branch.run += literal if held else ""
        if literal and repeat is None:
            continue
        branch.end()
        if held:
            branch.choices.extend(inner.choices)
            branch.nested += inner.nested
    whole = stack[0].close()
    choices = {choice for choice in whole.choices if _tells(choice)}
    best = sorted(choices, key=lambda c: (_worth(c), sorted(c)), reverse=True)
    return Held(tuple(best), whole.nested)


def _of_slot(lexicon: Lexicon, slot: re.Match[str]) -> Held:
    nested, name = slot.groups()
    if nested:
        return Held(nested=1)
    if name in lexicon.patterns:
        pattern = lexicon.patterns[name]
        return lexicon.remember("held", name, lambda: held_by(lexicon, pattern))
    cls = lexicon.classes.get(name)
    if cls is None or cls.trigger or len(cls.values) > MOST:
        return Held()  # the words of a trigger have been looked for already
    return Held((frozenset(max(word.split(), key=len) for word in cls.values),))


def _of_set(chars: re.Match[str]) -> Held:
    refuses, signs = chars.groups()
    ranges = "-" in signs[1:-1]
    plain = not refuses and not ranges and len(signs) <= MOST and not set(signs) & set("\\ ")
    return Held((frozenset(signs),)) if plain else Held()


def _tells(choice: Choice) -> bool:
    return bool(choice) and all(
        (len(w) >= SHORTEST and w not in EMPTY) or not w.isalnum() for w in choice
    )


def _worth(choice: Choice) -> tuple[int, int]:
    return min(map(_weight, choice), default=0), -len(choice)


def _weight(word: str) -> int:
    """How much a word tells: a sign as much as a long word, "the" and "and" nothing."""
    if word.isalpha():
        return 0 if word in EMPTY else len(word)
    return 1 if len(word) == 1 and word in ",.'-" else 6

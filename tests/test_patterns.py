"""Every regular expression of the package, not only the rules': bounded, and linear when run."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import timeline

SMALL, LARGE = 4_000, 16_000  # characters; four times as many may take four times as long
SLOWEST = 2e-3  # s a character; the slowest on a busy machine takes a tenth of it
# One run of a class, or runs parted by what the class has not: each sign is looked at once. The
# rest stands at the end of a string of bounded length or is matched against a whole, short one.
ENDLESS = {
    "batch.names._UNSAFE": "one class",
    "cli.explain._ID": "the name of an event that the user gives, matched as a whole",
    "difference._WORD": "one class",
    "evaluation.timelines._SENTENCE": "a corpus of our own, up to the next closing tag",
    "merge.names._WORD": "parted by signs that are no letters",
    "readers.blocks._WORD": "one class",
    "readers.hyphens.WORD": "parted by signs that are no letters",
    "readers.mbox._RE": "a subject of at most 1,000 characters",
    "readers.pdf._NO_TITLE": "digits at the end of a title, matched as a whole",
    "readers.running._DIGITS": "one class",
}
# In functions, on strings that are cut to a length before.
ENDLESS_WITHIN = {
    r":\d+$": "the name of a file",
    r"[^\W\d_]+(?:[-‐][^\W\d_]+){0,4}$": "the last 60 characters of a line",
    r"[^\W\d_]+": "the first 60 characters of a line",
}


def walk(thing: object, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    """The compiled patterns in a module's values."""
    if isinstance(thing, re.Pattern):
        yield thing
    elif isinstance(thing, dict) and depth:
        for pair in thing.items():
            yield from walk(pair, depth - 1)
    elif isinstance(thing, (tuple, list, set, frozenset)) and depth:
        for one in thing:
            yield from walk(one, depth - 1)


@cache
def patterns() -> dict[str, re.Pattern[Any]]:
    """By "module: pattern"; those that a function makes are tested where it is."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(timeline.__path__, "timeline."):
        if module.name.endswith("__main__"):
            continue
        values = vars(importlib.import_module(module.name))
        for name, value in values.items():
            for number, pattern in enumerate(walk(value)):
                key = f"{name}-{number}" if number else name
                found.setdefault(f"{module.name.removeprefix('timeline.')}.{key}", pattern)
    return {key: found[key] for key in {id(p): k for k, p in reversed(found.items())}.values()}


def parts(node: Any) -> Iterator[Any]:
    """The parse trees directly within one part of a parse tree."""
    operation, value = node
    if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        yield value[2]
    elif operation is constants.SUBPATTERN:
        yield value[3]
    elif operation is constants.BRANCH:
        yield from value[1]
    elif operation in (constants.ASSERT, constants.ASSERT_NOT):
        yield value[1]
    elif operation is constants.ATOMIC_GROUP:
        yield value
    elif operation is constants.GROUPREF_EXISTS:
        yield from (one for one in value[1:] if one is not None)


def repeats(tree: Any, within: int = 0) -> Iterator[tuple[int, int]]:
    """Each repeat of varying length without a bound: its least, and how deep in others it is."""
    for node in tree:
        operation, value = node
        endless = (
            operation in (constants.MAX_REPEAT, constants.MIN_REPEAT)
            and value[1] is constants.MAXREPEAT
        )
        if endless:
            yield value[0], within
        for part in parts(node):
            yield from repeats(part, within + endless)


def sample(tree: Any) -> str:
    """A string that a parse tree matches, mostly; enough to lead a matcher astray."""
    return "".join(_sample(node) for node in tree)


def _sample(node: Any) -> str:
    operation, value = node
    if operation is constants.LITERAL:
        return chr(value)
    if operation is constants.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if operation is constants.IN:
        return _of_class(value)
    if operation is constants.ANY:
        return "a"
    if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT):
        return sample(value[2]) * max(1, min(value[0], 3))
    if operation is constants.SUBPATTERN:
        return sample(value[3])
    if operation is constants.BRANCH:
        return sample(value[1][0])
    if operation is constants.ATOMIC_GROUP:
        return sample(value)
    return ""


def _of_class(items: Any) -> str:
    first = next((value for kind, value in items if kind is constants.LITERAL), None)
    span = next((value[0] for kind, value in items if kind is constants.RANGE), None)
    kinds = {
        constants.CATEGORY_DIGIT: "1", constants.CATEGORY_SPACE: " ", constants.CATEGORY_WORD: "a",
        constants.CATEGORY_NOT_SPACE: "a", constants.CATEGORY_NOT_DIGIT: "a",
        constants.CATEGORY_NOT_WORD: "-",
    }  # fmt: skip
    kind = next((kinds[value] for kind, value in items if kind is constants.CATEGORY), None)
    if any(kind_ is constants.NEGATE for kind_, _ in items):
        shut = {chr(value) for kind_, value in items if kind_ is constants.LITERAL}
        return next(sign for sign in "a1 -.xZ\u00e9" if sign not in shut)
    if kind is not None:
        return kind
    return chr(first if first is not None else span if span is not None else 97)


def attacks(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before each repeat, and what it repeats."""
    for node in tree:
        operation, value = node
        if operation in (constants.MAX_REPEAT, constants.MIN_REPEAT) and value[1] > 1:
            yield before, sample(value[2])
        for part in parts(node):
            yield from attacks(part, before)
        before += _sample(node)


def floods(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """Heads and the pieces that flood them, made from the pattern itself, and a few plain ones."""
    tree = parser.parse(pattern.pattern)
    found = [(head, piece) for head, piece in attacks(tree) if piece]
    plain = [("", piece) for piece in (sample(tree), "a", " ", "1", "\n") if piece]
    return list(dict.fromkeys([*found, *plain]))


def seconds(pattern: re.Pattern[Any], head: str, piece: str, size: int) -> float:
    """CPU time of finding all in a flood that ends as nothing does."""
    text: Any = (head + piece * (size // len(piece)))[:size] + "\x00"
    if isinstance(pattern.pattern, bytes):
        text = text.encode("latin-1", "replace")
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


@cache
def inner_patterns() -> tuple[tuple[str, str], ...]:
    """The patterns that stand in calls, as far as they are written there: "x" for what is not."""
    root = Path(timeline.__file__).parent
    found = []
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if is_call and isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
                words = _written(node.args[0]) if node.args else None
                if words is not None:
                    found.append((f"{path.relative_to(root)}:{node.lineno}", words))
    return tuple(found)


def _written(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
        return node.value if isinstance(node.value, str) else node.value.decode("latin-1")
    if isinstance(node, ast.JoinedStr):
        return "".join(p.value if isinstance(p, ast.Constant) else "x" for p in node.values)
    return None


def test_the_walk_sees_what_it_must() -> None:
    assert len(patterns()) > 200
    for bad in ("a*", "(?:a|b+)", "(?=x{2,})", "(?>a*)", "a{0,9}(?:bc*){1,2}", "(a{1,3})+?"):
        assert list(repeats(parser.parse(bad)))
    assert dict(repeats(parser.parse("(?:a+b)*"))) == {0: 0, 1: 1}
    assert len(inner_patterns()) > 200


def test_no_pattern_repeats_without_bound() -> None:
    endless = {n for n, p in patterns().items() if list(repeats(parser.parse(p.pattern)))}
    assert endless - {*ENDLESS} == set()
    assert {*ENDLESS} - endless == set(), "no longer needed"


def test_no_pattern_within_a_function_does_either() -> None:
    found = set()
    for _place, words in inner_patterns():
        # Half of a pattern may be none by itself.
        with suppress(re.error):
            if list(repeats(parser.parse(words))):
                found.add(words)
    outer = {pattern.pattern for name, pattern in patterns().items() if name in ENDLESS}
    assert found - outer == {*ENDLESS_WITHIN}


@pytest.mark.parametrize("name", sorted(ENDLESS))
def test_an_endless_repeat_is_linear(name: str) -> None:
    pattern = patterns()[name]
    for head, piece in floods(pattern):
        if name.endswith("explain._ID"):
            break
        small = min(seconds(pattern, head, piece, SMALL) for _ in range(2))
        large = min(seconds(pattern, head, piece, LARGE) for _ in range(2))
        assert large < 3 * LARGE / SMALL * small + 0.02, (head, piece)


def test_no_flood_is_slow() -> None:
    size = 600
    slow = {
        (name, head, piece): cost
        for name, pattern in patterns().items()
        for head, piece in floods(pattern)
        if (cost := seconds(pattern, head, piece, size) / size) > SLOWEST
    }
    assert slow == {}


def test_a_quadratic_pattern_would_be_seen() -> None:
    bad = re.compile(r"(?:a+)+b")
    assert min(seconds(bad, "", "a", 24) for _ in range(2)) / 24 > SLOWEST

"""Changes of sound inputs: flipped bits, cuts, repeats, splices, and nasty pieces put in."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from fuzz.nasties import BYTES, DATES, STRINGS

LONGEST = 60_000  # bytes or characters; whole files that are larger are among the bombs
NUMBERS = (0, 1, -1, 2**31, -(2**31), 2**53 + 1, 2**63, 10**30, 9999, 10_000, 1e308, -0.5)


def mutate_bytes(rng: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """The bytes after one to six changes."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        at = rng.randrange(len(out) + 1)
        end = min(len(out), at + int(rng.expovariate(1 / 40)) + 1)
        match rng.randrange(9):
            case 0 if at < len(out):
                out[at] ^= 1 << rng.randrange(8)
            case 1 if at < len(out):
                out[at] = rng.choice((0, 0xFF, 0x80, 0x7F, 10, 13, 32, rng.randrange(256)))
            case 2:
                del out[at:end]
            case 3:
                out[at:at] = out[at:end] * rng.choice((1, 1, 2, 9, 200))
            case 4:
                del out[at if rng.random() < 0.5 else end :]
            case 5:
                out[at:at] = rng.choice(BYTES)
            case 6:
                out[at:at] = rng.choice(STRINGS).encode("utf-8", "surrogatepass")
            case 7 if others:
                other = rng.choice(others)
                out[at:] = other[rng.randrange(len(other) + 1) :]
            case _:
                other_at = rng.randrange(len(out) + 1)
                piece = out[at:end]
                del out[at:end]
                out[other_at:other_at] = piece
        del out[LONGEST:]
    return bytes(out)


def mutate_text(rng: Random, text: str, others: Sequence[str] = (), longest: int = LONGEST) -> str:
    """The text after one to six changes."""
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + int(rng.expovariate(1 / 12)) + 1)
        match rng.randrange(10):
            case 0:
                text = text[:at] + chr(rng.choice(SIGNS)) + text[at + 1 :]
            case 1:
                text = text[:at] + text[end:]
            case 2:
                text = text[:at] + text[at:end] * rng.choice((2, 2, 3, 30)) + text[end:]
            case 3:
                text = text[:at] if rng.random() < 0.5 else text[at:]
            case 4:
                text = text[:at] + rng.choice(STRINGS) + text[at:]
            case 5 | 6:
                text = text[:at] + rng.choice(DATES) + text[at if rng.random() < 0.5 else end :]
            case 7 if others:
                other = rng.choice(others)
                text = text[:at] + other[rng.randrange(len(other) + 1) :]
            case 8:
                text = text[:at] + rng.choice("0123456789-/:.,XTPZ~?%[]{}() ") + text[at:]
            case _:
                text = text[:at] + text[at:].swapcase()
        text = text[:longest]
    return text


SIGNS = (
    *range(0x20, 0x7F), *range(0x20), 0x7F, 0x85, 0xA0, 0xAD, 0xB2, 0xDF, 0x130, 0x301, 0x660,
    0x2013, 0x2019, 0x2028, 0x202E, 0x2212, 0x3000, 0xD800, 0xFEFF, 0xFF11, 0x1D7D9, 0x10FFFF,
)  # fmt: skip


def mutate_json(rng: Random, value: Any, *, changes: int = 0) -> Any:
    """A copy of plain data with some of its parts changed; most stay what they were."""
    places = list(_places(value, ()))
    for _ in range(changes or rng.choice((1, 1, 2, 4, 10))):
        if not places:
            break
        path = rng.choice(places)
        if rng.random() < 0.12:
            path = path[: rng.randrange(len(path) + 1)]
        value = _changed(rng, value, path)
        places = list(_places(value, ()))
    return value


def _places(value: Any, path: tuple[Any, ...]) -> Any:
    """The paths of all leaves; an empty list or table is one."""
    if isinstance(value, dict) and value:
        for key, one in value.items():
            yield from _places(one, (*path, key))
    elif isinstance(value, list) and value:
        for index, one in enumerate(value):
            yield from _places(one, (*path, index))
    else:
        yield path


def _changed(rng: Random, value: Any, path: tuple[Any, ...]) -> Any:
    if not path:
        return _other(rng, value)
    first, *rest = path
    if isinstance(value, dict):
        if not rest and rng.random() < 0.06:
            return {key: one for key, one in value.items() if key != first}
        return {k: _changed(rng, v, tuple(rest)) if k == first else v for k, v in value.items()}
    changed = list(value)
    if not rest and rng.random() < 0.1:
        changed.insert(first, changed[first])
    else:
        changed[first] = _changed(rng, changed[first], tuple(rest))
    return changed


def _other(rng: Random, value: Any) -> Any:
    """Another value, mostly of the same kind."""
    if rng.random() < 0.04:
        return rng.choice((None, [], {}, "", 0, True, "x", rng.choice(NUMBERS)))
    if isinstance(value, bool) or value is None:
        return rng.choice((True, False, None, rng.choice(DATES), rng.choice(STRINGS), 0))
    if isinstance(value, int | float):
        return rng.choice((value + rng.choice((-1, 1, 7, -40)), rng.choice(NUMBERS)))
    if isinstance(value, str):
        pool = rng.choice((STRINGS, DATES, ("",)))
        return rng.choice((rng.choice(pool), mutate_text(rng, value, longest=3000)))
    if isinstance(value, list):
        return rng.choice(([], value[::-1], value + value, value[:1]))
    return rng.choice(({}, value))

"""What the words in a slot stand for: the lexicon's value, or a number."""

from __future__ import annotations

from collections.abc import Callable

from .lexicon import Lexicon
from .numbers import parse_cardinal, parse_count, parse_minutes, parse_ordinal, parse_year_words


def _read_large(words: str) -> int:
    return int(words.replace(",", ""))


_NUMBERS: dict[str, Callable[[str], object]] = {
    "day": parse_ordinal,
    "daynum": parse_ordinal,
    "weeknum": int,
    "monthnum": int,
    "year": int,
    "anyyear": int,
    "lastyear": int,
    "fourdigits": int,
    "yearday": int,
    "twodigits": int,
    "bigyear": _read_large,
    "futureyear": int,
    "earlyyear": int,
    "hundreds": int,
    "shortyear": int,
    "hour": int,
    "minute": int,
    "daywords": parse_ordinal,
    "nth": parse_ordinal,
    "yearwords": parse_year_words,
    "number": parse_cardinal,
    "smallwords": parse_cardinal,
    "hourwords": parse_cardinal,
    "minutewords": parse_minutes,
    "count": parse_count,
}


def read_slot(lexicon: Lexicon, cls: str, words: str) -> object | None:
    """The value of a slot's words; None if they stand for nothing after all."""
    known = lexicon.classes.get(cls)
    if known is None:
        parse = _NUMBERS.get(cls)
        return words if parse is None else parse(words)
    plain = " ".join(words.split())
    if plain in known.words:
        return known.words[plain]
    return known.short.get(plain.removesuffix("."), known.words.get(plain.removesuffix(".")))

"""Numbers in words and digits: "twenty-first", "two hundred", "1,200", "half a", "a few"."""

from __future__ import annotations

import re

from .lexicon import read_lexicon

Count = tuple[float, float | None]

_SPLIT = re.compile(r"[-\s]{1,8}")
_RANGE = re.compile(r"\s{1,4}(?:to|or)\s{1,4}|(?<=\d)-(?=\d)")
_MIXED = re.compile(r"(\d{1,5})\s{1,4}(\d)/(\d)")
_HUNDRED_YEARS = 100
_MINUTES = 60
_SHARES = {"half": 0.5, "quarter": 0.25}
_LARGE = {"million": 10**6, "billion": 10**9}


def _table(name: str) -> dict[str, object]:
    return dict(read_lexicon("en").classes[name].words)


def _small() -> dict[str, int]:
    words = {**_table("ones"), **_table("teens"), **_table("tens")}
    return {word: value for word, value in words.items() if isinstance(value, int)}


def parse_cardinal(words: str) -> float | None:
    """The number that words or digits spell, or None: "two hundred" is 200, "5 1/2" is 5.5."""
    words = words.strip()
    *few, last = words.replace("~", " ").split() or [""]
    if few and last in _LARGE:
        some = 1 if few == ["a"] else parse_cardinal(" ".join(few))
        return None if some is None else round(some * _LARGE[last])
    mixed = _MIXED.fullmatch(words)
    if mixed:
        whole, over, under = (int(part) for part in mixed.groups())
        return whole + over / under if under else None
    if words[:1].isdigit():
        try:
            value = float(words.replace(",", ""))
        except ValueError:
            return None
        return int(value) if value.is_integer() else value
    small, total, current = _small(), 0.0, 0.0
    parts = [part for part in _SPLIT.split(words) if part]
    for index, part in enumerate(parts):
        if part in small:
            current += small[part]
        elif part in ("a", "an") and index == 0:
            current += 1
        elif part == "hundred":
            current = max(current, 1) * 100
        elif part == "thousand":
            total, current = total + max(current, 1) * 1000, 0.0
        elif part in _SHARES and index:
            current += _SHARES[part]
        elif part not in ("and", "a"):
            return None
    total += current
    return int(total) if total == int(total) else total


def parse_minutes(words: str) -> int | None:
    """The minutes of a spoken clock time: "twenty-seven", "oh five"."""
    found = parse_cardinal(words.removeprefix("oh").lstrip("- "))
    return None if found is None or not 0 < found < _MINUTES else int(found)


def parse_count(words: str) -> Count | None:
    """(least, most) of a count of units: "a few" is (2, 6), "two to three" is (2, 3)."""
    words = " ".join(words.split())
    vague = _table("vaguecount").get(words)
    if isinstance(vague, list):
        return float(vague[0]), float(vague[1])
    if words in ("a", "an", "another", "the same"):
        return 1, 1
    if words in ("half a", "half an"):
        return 0.5, 0.5
    parts = words[8:].split(" and ", 1) if words.startswith("between ") else _RANGE.split(words)
    large = parts[-1].split()[-1:]
    if large and large[0] in _LARGE and large[0] not in parts[0]:
        parts[0] = f"{parts[0]} {large[0]}"  # "5.97 to 5.33 million"
    ends = [parse_cardinal(part) for part in parts]
    least, most = ends[0], ends[-1]
    if least is None or most is None or len(ends) > 2:
        return None
    return min(least, most), max(least, most)


def parse_ordinal(words: str) -> int | None:
    """A number with or without its ordinal ending, or an ordinal word: "7th", "twenty-first"."""
    digits = re.match(r"\d{1,4}", words)
    if digits:
        return int(digits[0])
    value = _table("ordinal").get(" ".join(words.split()))
    return value if isinstance(value, int) else None


def parse_year_words(words: str) -> int | None:
    """A year in words: "nineteen ninety-seven", "two thousand and ten"."""
    parts = [part for part in _SPLIT.split(words) if part and part not in ("and",)]
    if parts[:2] == ["two", "thousand"]:
        rest = parse_cardinal(" ".join(parts[2:])) if parts[2:] else 0
        return None if rest is None else 2000 + int(rest)
    century = _small().get(parts[0]) if parts else None
    if century is None:
        return None
    rest_words = [part for part in parts[1:] if part not in ("hundred", "oh")]
    rest = parse_cardinal(" ".join(rest_words)) if rest_words else 0
    return None if rest is None else century * _HUNDRED_YEARS + int(rest)

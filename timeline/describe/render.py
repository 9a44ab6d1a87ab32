"""A title's tokens as one line: the document's own words and spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .parse import Parse
from .tidy import OPENING, STRAIGHT

ENDING_LETTER = re.compile(r"[A-Z]\.")
SOUNDS_OPEN = ("heir", "honest", "honor", "honour", "hour")
SOUNDS_CLOSED = ("eu", "one", "u.s", "uk", "uni", "us", "ut")
NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "?", "!", "%", "\u201d"})


def render(parse: Parse, tokens: list[int], said: Mapping[int, str]) -> str:
    """Return the tokens as a line: the document's own words and spaces, first letter raised.

    `said` holds the words that stand for a token: "Caesar" for "him".
    """
    pieces: list[str] = []
    word = ""
    quoted = False  # whether a straight quotation mark stands open
    for k, t in enumerate(tokens):
        if said.get(t) == "":
            continue  # the word before stands for it too
        word = parse.text[parse.start[t] : parse.end[t]]
        if k:
            pieces.append(_gap(parse, tokens[k - 1], t, quoted))
            low = word[:1].lower() + word[1:]
            if word not in (low, "I") and parse.pos[t] != "PROPN" and _begins_sentence(parse, t):
                word = low
        if word in ("a", "an") and tokens[k + 1 : k + 2] not in ([], [t + 1]):
            word = _article(parse.lower[tokens[k + 1]])
        pieces.append(said.get(t, word))
        quoted ^= word == STRAIGHT
    line = "".join(pieces)
    if tokens and ENDING_LETTER.fullmatch(word) and _ends_sentence(parse, tokens[-1]):
        line = line[:-1]  # "Exhibit B.": the sentence's own full stop
    # The first letter may stand after a quotation mark.
    first = next((k for k, character in enumerate(line[:3]) if character.isalnum()), 0)
    opening = line[first:].split(" ", 1)[0]
    if opening[:1].islower() and opening != opening.lower():
        return line  # a name with a capital of its own: "iPhone"
    return line[:first] + line[first : first + 1].upper() + line[first + 1 :]


def _gap(parse: Parse, before: int, t: int, quoted: bool) -> str:
    """Return what stands between two tokens: the text's own space, or one that fits."""
    word = parse.lower[t]
    clitic = word[0] in "'\u2019" and len(word) > 1
    if t == before + 1 and not (word in NO_SPACE_BEFORE or clitic):
        return " " if parse.start[t] > parse.end[before] else ""
    closes = word in NO_SPACE_BEFORE or clitic or (quoted and word == STRAIGHT)
    opened = parse.lower[before] in OPENING or (quoted and parse.lower[before] == STRAIGHT)
    return "" if closes or opened else " "


def _article(word: str) -> str:
    """Return the article that fits a word which did not stand behind it."""
    if word.startswith(SOUNDS_OPEN):
        return "an"
    return "an" if word[:1] in "aeiou8" and not word.startswith(SOUNDS_CLOSED) else "a"


def _ends_sentence(parse: Parse, t: int) -> bool:
    return all(parse.pos[k] == "SPACE" for k in range(t + 1, parse.sentence_end(t)))


def _begins_sentence(parse: Parse, t: int) -> bool:
    return all(parse.pos[k] in ("PUNCT", "SPACE") for k in range(parse.sentence[t], t))

"""Telling a program's text from people's: code in a page or a note tells no events."""

from __future__ import annotations

import re

from .lines import STAMP

# Names that follow the mark of a code fence and mean text.
PROSE = frozenset("text txt plain plaintext log logs none quote email mail markdown md rst".split())
# What ends lines of code, and signs that prose hardly has.
_LINE_END = re.compile(r"[{};,(\[\\]$|\)\s{0,2}[:;{]$|^\s{0,80}[})\]]{1,4}[;,]?$")
_BEGIN = re.compile(
    r"\s{0,80}(?:[$>#%] |(?:def|class|import|from|return|function|var|let|const|if|for|while|else"
    r"|public|private|static|SELECT|INSERT|CREATE|UPDATE)\b|//|/\*|#include|<\?|</?\w|@\w|[\w.]{1,60}\s?[=({]|--?\w)"
)
_SIGNS = frozenset("{}[]()<>=;$\\|&*_/+#@^~`")
SHARE = 0.08  # of signs among the letters of code


def looks_like_code(text: str, language: str = "") -> bool:
    """Whether a stretch that is set apart as code is one, and no log, letter or note.

    `language` is what a fence says: "python", "log", or nothing.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        return False
    stamped = sum(bool(STAMP.match(line.strip())) for line in lines)
    if language.lower() in PROSE or 2 * stamped >= len(lines):
        return False
    if language:
        return True
    letters = [c for c in text if not c.isspace()]
    signs = sum(c in _SIGNS for c in letters)
    coded = sum(bool(_LINE_END.search(line) or _BEGIN.match(line)) for line in lines)
    return signs > SHARE * len(letters) or 2 * coded > len(lines)

"""Alternations of words that never try a letter twice: january, jan and june as `j(?:an(?:uary)?|une)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

SPACE = r"\s{1,4}"


@dataclass(slots=True)
class _Node:
    """The words that share a beginning; `tail` is what may follow a word that ends here, None if none does."""

    tail: str | None = None
    next: dict[str, _Node] = field(default_factory=dict)


def one_of(words: Mapping[str, str]) -> str:
    """A pattern for any of the words, the longest that fits, each with the pattern that may follow it."""
    root = _Node()
    for word, tail in words.items():
        node = root
        for char in word:
            node = node.next.setdefault(char, _Node())
        node.tail = tail
    return f"(?:{_branch(root)})"


def _branch(node: _Node) -> str:
    parts = [
        (SPACE if char == " " else re.escape(char)) + _branch(child)
        for char, child in sorted(node.next.items())
    ]
    if node.tail is not None:
        parts.append(node.tail)
    return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")" if parts else ""

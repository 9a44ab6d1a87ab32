"""Alternations that never try a letter twice: january, jan, june as `j(?:an(?:uary)?|une)`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

SPACE = r"\s{1,4}"


@dataclass(slots=True)
class _Node:
    """Words that share a beginning; `tail` is what may follow one that ends here, if one does."""

    tail: str | None = None
    next: dict[str, _Node] = field(default_factory=dict)


def one_of(words: Mapping[str, str]) -> str:
    """A pattern for the longest of the words that fits, each with what may follow it."""
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

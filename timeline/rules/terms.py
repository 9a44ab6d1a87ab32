"""Nouns for what runs from one day to another: "for a term of two years, beginning 1 March"."""

from __future__ import annotations

TERMS = frozenset(
    """contract fellowship lease loan mandate period secondment sentence stint suspension tenancy
    tenure term tour""".split()
)
REACH = 6  # words from such a noun to the participle behind it: "of two years,"

"""The fields of a form that share a line: "Admitted: 2 March   Discharged: 17 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..document import Block
from .lines import BREAK

_LABEL = r"[A-Z][A-Za-z.]{1,20}(?: [A-Za-z.]{1,20}){0,3}"
_FIRST = re.compile(rf"[\s*_>#|-]{{0,8}}{_LABEL}[*_]{{0,2}}:")
_NEXT = re.compile(
    rf"(?:\t|[ \u00a0]{{2,80}}|[ ]?\|[ ]?)(?=[*_]{{0,2}}{_LABEL}[*_]{{0,2}}:(?:\s|[*_]|$))"
)


def find_fields(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Where the second and further fields of a line begin: no sentence goes on from one to another.

    Only in a line that begins with a field: two blanks before a word with a colon prove nothing.
    """
    for block in blocks:
        start = block.start
        while start < block.end:
            found = BREAK.search(text, start, block.end)
            end = found.start() if found else block.end
            if _FIRST.match(text, start, end):
                for gap in _NEXT.finditer(text, start, end):
                    yield gap.end()
            start = found.end() if found else block.end

"""Names for the files of documents."""

from __future__ import annotations

import re
from pathlib import PurePath

from ..readers.seen import Seen

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100  # characters; file systems take 255 bytes


class FileNames:
    """Gives each document a name: its source's without the suffix, else its id; no two the same.

    A line of a JSON Lines file ("story.jsonl:3") and standard input have no name of their own.
    """

    def __init__(self) -> None:
        self._used = Seen()  # names in small letters: many file systems do not tell capitals
        self._next: dict[str, int] = {}  # of those that were wanted again

    def claim(self, source: str, id: str) -> str:
        """The name of the next document."""
        path = PurePath(source)
        has_file = source != "-" and not re.search(r":\d+$", path.name)
        wanted = _UNSAFE.sub("_", path.stem if has_file else id).strip("._")[:_LONGEST]
        wanted = name = wanted or "document"
        if self._used.add(name.casefold()):
            return name
        small = wanted.casefold()
        count = self._next.get(small, 2)
        while not self._used.add((name := f"{wanted}-{count}").casefold()):
            count += 1
        self._next[small] = count + 1
        return name

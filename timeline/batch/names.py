"""Names for the files of documents."""

from __future__ import annotations

import re
from pathlib import PurePath

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100  # characters; file systems take 255 bytes


class FileNames:
    """Gives each document a name: its source's without the suffix, else its id; no two the same.

    A line of a JSON Lines file ("story.jsonl:3") and standard input have no name of their own.
    """

    def __init__(self) -> None:
        self._used: dict[int, int] = {}  # hash of a name in small letters -> the next number

    def claim(self, source: str, id: str) -> str:
        """The name of the next document."""
        path = PurePath(source)
        has_file = source != "-" and not re.search(r":\d+$", path.name)
        wanted = _UNSAFE.sub("_", path.stem if has_file else id).strip("._")[:_LONGEST]
        wanted = name = wanted or "document"
        count = self._used.get(_key(wanted), 1)
        # Many file systems do not tell capitals from small letters.
        while _key(name) in self._used:
            count += 1
            name = f"{wanted}-{count}"
        self._used[_key(wanted)] = count
        self._used.setdefault(_key(name), 1)
        return name


def _key(name: str) -> int:
    """64 bits that stand for a name: there may be millions."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(name.casefold().encode(), digest_size=8).digest())

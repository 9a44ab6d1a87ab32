"""Names for the files of documents."""

from __future__ import annotations

import re
from pathlib import PurePath

from ..readers.seen import Seen

_UNSAFE = re.compile(r"[^\w.-]+")
_DIGEST = re.compile(r"[0-9a-f]{12}(-\d{1,9})?")  # an id that is made of the content
_TITLE = 50  # characters of a title
_LONGEST = 100  # characters; file systems take 255 bytes


class FileNames:
    """Gives each document a name: its source's without the suffix, else by its id.

    No two are the same.

    A line of a JSON Lines file ("story.jsonl:3") and standard input have no name of their own.
    """

    def __init__(self) -> None:
        self._used = Seen()  # names in small letters: many file systems do not tell capitals
        self._next: dict[str, int] = {}  # of those that were wanted again

    def claim(self, source: str, id: str, title: str | None = None) -> str:
        """The name of the next document; an id that says nothing stands behind its title's words.

        "Re_Roof_leak-807dfc9e65f9" of a mail in a folder of mails.
        """
        path = PurePath(source)
        has_file = source != "-" and not re.search(r":\d+$", path.name)
        own = path.stem if has_file else id
        if not has_file and title and _DIGEST.fullmatch(id):
            words = _UNSAFE.sub("_", title).strip("._-")[:_TITLE].rstrip("._-")
            own = f"{words}-{id}" if words else id
        wanted = _UNSAFE.sub("_", own).strip("._")[:_LONGEST]
        wanted = name = wanted or "document"
        if self._used.add(name.casefold()):
            return name
        small = wanted.casefold()
        count = self._next.get(small, 2)
        while not self._used.add((name := f"{wanted}-{count}").casefold()):
            count += 1
        self._next[small] = count + 1
        return name

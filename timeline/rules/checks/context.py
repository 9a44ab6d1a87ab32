"""What a check may look at: a match in its text."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Slots

_BEFORE = 80  # characters looked at before a match


@dataclass(frozen=True, slots=True)
class Context:
    """A match in its text, as a check sees it."""

    text: str
    start: int
    end: int
    slots: Slots

    @property
    def words(self) -> str:
        """The match itself, in lower case and with single spaces."""
        return " ".join(self.text[self.start : self.end].lower().split())

    @property
    def lead(self) -> str:
        """The last words before the match, in lower case and with single spaces."""
        return " ".join(self.before.lower().split()[-3:])

    @property
    def before(self) -> str:
        """The words before the match."""
        return self.text[max(0, self.start - _BEFORE) : self.start]

    @property
    def after(self) -> str:
        """The words after the match."""
        return self.text[self.end : self.end + _BEFORE]

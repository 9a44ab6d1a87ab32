"""Errors that a user can act on: one lowercase sentence and one hint."""

from __future__ import annotations


class TimelineError(Exception):
    """What went wrong, in one sentence, and what to try."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ImpossibleDateError(TimelineError, ValueError):
    """Fields that name no cell of the calendar, such as 31 February."""


class FormatError(TimelineError, ValueError):
    """A string that is not in the notation that it should be in (EDTF, TIMEX3, ISO 8601)."""


class ReadError(TimelineError):
    """A source that cannot be read as documents."""


class OptionError(TimelineError, ValueError):
    """A setting with a value that means nothing."""


class MissingExtraError(TimelineError):
    """A library that is not installed because it comes with an extra."""

    def __init__(self, what: str, module: str, extra: str) -> None:
        super().__init__(
            f"{what} needs {module}, which is not installed",
            f"pip install 'timeline-extract[{extra}]'",
        )


class ModelError(TimelineError):
    """A language model that is missing or does not fit."""


class ModelWarning(UserWarning):
    """Parts of a pipeline that were not made for each other; the text is one sentence."""


class RuleError(TimelineError, ValueError):
    """A rule file that does not say what a rule must say."""

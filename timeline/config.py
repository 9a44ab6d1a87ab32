"""Settings from `timeline.toml`: the user's, then the working directory's over it.

The command line puts environment variables (TIMELINE_<OPTION>) and options over both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .errors import OptionError

NAME = "timeline.toml"

# Every setting is the option of the same name; what it must be, in the words of the error.
TEXT, FILE, FLAG, WHOLE, NUMBER, NAMES = (
    "a string",
    "the name of a file",
    "true or false",
    "a whole number",
    "a number",
    "a list of strings",
)
SETTINGS: Mapping[str, str] = {
    "format": TEXT,
    "fields": NAMES,
    "header": FLAG,
    "read-on": TEXT,
    "day-first": FLAG,
    "country": TEXT,
    "hemisphere": TEXT,
    "fiscal-year-start": WHOLE,
    "named-dates": FILE,
    "model": TEXT,
    "use-annotations": FLAG,
    "all": FLAG,
    "since": TEXT,
    "until": TEXT,
    "status": NAMES,
    "top": WHOLE,
    "min-confidence": NUMBER,
    "granularity": TEXT,
    "jobs": WHOLE,
    "timeout": NUMBER,
    "cluster": TEXT,
    "color": FLAG,
    "quiet": FLAG,
    "verbose": WHOLE,
}


def read_settings(folder: Path, environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Settings by option name ("day-first"), `folder`'s over the user's. Raises OptionError."""
    user = _user_folder(environment)
    settings: dict[str, Any] = {}
    for place in (user / "timeline" if user else None, folder):
        if place is not None:
            settings |= _read(place / NAME)
    return settings


def _user_folder(environment: Mapping[str, str]) -> Path | None:
    """XDG base directory specification: a relative path there is to be ignored."""
    named = environment.get("XDG_CONFIG_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named)
    try:
        return Path.home() / ".config"
    except RuntimeError:  # nobody's home
        return None


def _read(path: Path) -> dict[str, Any]:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OptionError(f"{path}: cannot be read: {reason}", "mend or remove it") from error
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(
            f"{path}: not valid TOML: {error}", "lines look like: top = 10"
        ) from error
    return {name: _check(path, name, value) for name, value in table.items()}


def _check(path: Path, name: str, value: Any) -> Any:
    if name not in SETTINGS:
        from .exporters.suggest import suggest

        raise OptionError(f"{path}: unknown setting {name!r}", suggest(name, SETTINGS, "settings"))
    kind = SETTINGS[name]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    fits = {
        TEXT: isinstance(value, str),
        FILE: isinstance(value, str),
        FLAG: isinstance(value, bool),
        WHOLE: is_number and isinstance(value, int),
        NUMBER: is_number,
        NAMES: isinstance(value, list) and all(isinstance(item, str) for item in value),
    }
    if not fits[kind]:
        example = _OWN_EXAMPLES.get(name, _EXAMPLES[kind])
        raise OptionError(f"{path}: {name} must be {kind}", f"as in: {name} = {example}")
    if kind == FILE:
        return str(path.parent / value)  # beside the settings, wherever they are used
    return ",".join(value) if kind == NAMES else value


_EXAMPLES = {
    TEXT: '"..."',
    FILE: '"names.toml"',
    FLAG: "true",
    WHOLE: "10",
    NUMBER: "0.5",
    NAMES: '["begin", "title"]',
}
_OWN_EXAMPLES = {"status": '["happened", "planned"]'}

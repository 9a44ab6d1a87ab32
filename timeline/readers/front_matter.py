"""The fields above a note: YAML between lines of "---", TOML between lines of "+++"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LONGEST = 16_384  # characters
DEEPEST = 20  # brackets within brackets, or list marks on one line
VALUE = 300  # characters of a value that is kept
_OPEN = re.compile(r"(?:---|\+\+\+)[ \t]{0,20}\n")
_FIELD = re.compile(r"[\w-]{1,40}[ \t]{0,4}[:=]")
DATES = ("date", "published", "publishdate", "publish_date", "pubdate", "date_published", "created",
         "created_at", "date_created")  # fmt: skip
CHANGES = ("lastmod", "updated", "updated_at", "modified", "last_modified", "date_modified")
LANGUAGES = ("lang", "language", "locale")
AUTHORS = ("author", "authors")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the fields say, where the text begins below them, and what is wrong with them."""

    begin: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    warning: str | None = None

    def first(self, *names: str) -> tuple[str, str] | None:
        """The first of these fields that there is: its value and name."""
        return next(((self.fields[n], n) for n in names if self.fields.get(n)), None)


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the head of a text; what is no front matter stays text."""
    opened = _OPEN.match(text)
    if opened is None or not _FIELD.match(text, opened.end()):
        return FrontMatter()
    mark = text[:3]
    closed = re.compile(rf"^{re.escape(mark)}[ \t]{{0,20}}$|^\.\.\.$", re.MULTILINE).search(
        text, opened.end(), LONGEST
    )
    if closed is None:
        return FrontMatter(warning="its front matter is not closed and was read as text")
    try:
        words = text[opened.end() : closed.start()]
        fields = _parse_yaml(words) if mark == "---" else _parse_toml(words)
    except ValueError as error:
        return FrontMatter(closed.end(), {}, f"its front matter was not used: {error}")
    return FrontMatter(closed.end(), fields)


def _parse_yaml(words: str) -> dict[str, str]:
    """The fields of YAML, every scalar as it is written. Raises ValueError.

    An alias could make a few lines larger than any memory, and none is needed here.
    """
    import yaml

    class Loader(yaml.BaseLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                raise ValueError("it uses a YAML alias")
            return super().compose_node(parent, index)

    if any(_depth(line) > DEEPEST for line in (words, *words.split("\n"))):
        raise ValueError("it is nested too deep")
    try:
        loaded = yaml.load(words, Loader)  # makes strings, lists and mappings of them only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" in line {mark.line + 2}" if mark is not None else ""
        raise ValueError(f"it is not YAML{place}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    return _flatten(loaded)


def _depth(words: str) -> int:
    """How many brackets are open at once, or list marks in a row; the parser is slow at both."""
    depth = deepest = 0
    for sign in words:
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    marks = re.match(r"[ \t]{0,80}((?:[-?][ \t]{1,4}){1,80})", words)
    return max(deepest, len(marks[1].split()) if marks else 0)


def _parse_toml(words: str) -> dict[str, str]:
    import tomllib

    try:
        return _flatten(tomllib.loads(words))
    except tomllib.TOMLDecodeError as error:
        raise ValueError("it is not TOML") from error
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error


def _flatten(loaded: object) -> dict[str, str]:
    """The fields that are words, dates or lists of words, by their names in small letters."""
    if not isinstance(loaded, dict):
        raise ValueError("it has no fields")
    found: dict[str, str] = {}
    for name, value in loaded.items():
        if isinstance(value, list):
            value = ", ".join(str(one) for one in value[:20] if not isinstance(one, (dict, list)))
        if value is not None and not isinstance(value, (dict, bool)):
            found.setdefault(str(name).lower(), " ".join(str(value).split())[:VALUE])
    return found

"""From the bytes of a source to its documents: unpacked, and read by what they are.

The content wins over the name where it is certain; then the name decides, then the first bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from ..document import Document
from ..errors import ReadError
from . import archive, packed
from .base import Failure, Reader
from .decoding import HEAD, MARKS, describe_binary
from .sources import STDIN

ZIP = ".zip"
DEPTH = 2  # times that something may be packed: an archive in an archive


@dataclass(frozen=True, slots=True)
class Opener:
    """The readers to choose from; `own` are the built-in ones, `plain` takes what no other does."""

    readers: Sequence[Reader]
    own: frozenset[str]
    plain: Reader

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How files are named that are read, the packed ones too."""
        plain = sorted({suffix for reader in self.readers for suffix in reader.suffixes})
        both = [suffix + outer for suffix in plain for outer in packed.SUFFIXES]
        return (*plain, *both, ZIP)

    def read(self, data: bytes, source: str) -> Iterator[Document | Failure]:
        """The documents of a source, whatever it is packed in."""
        try:
            yield from self._open(data, source, source, packed.Budget(len(data)), 0)
        except ReadError as error:
            yield Failure(
                source, f"{_what(source)} cannot be unpacked: {error.message}", error.hint
            )

    def _open(
        self, data: bytes, source: str, name: str, budget: packed.Budget, depth: int
    ) -> Iterator[Document | Failure]:
        """`source` is what is shown, `name` what the suffix is taken from."""
        if not data.removeprefix(MARKS[0][0]):
            yield Failure(source, f"{_what(source)} is empty")
            return
        named = self.by_name(name)
        kind = None if self._is_foreign(named) else self._packed_kind(data, named)
        if kind is not None and depth == DEPTH:
            raise ReadError("it is packed in archives within archives", "unpack it first")
        if kind == "zip":
            yield from self._open_members(data, source, budget, depth + 1)
        elif kind is not None:
            inner = packed.unpack(data, kind, budget)
            bare = next((name[: -len(end)] for end in packed.SUFFIXES if _ends(name, end)), name)
            yield from self._open(inner, source, bare, budget, depth + 1)
        else:
            yield from self._read_plain(data, source, name, named)

    def _packed_kind(self, data: bytes, named: Reader | None) -> str | None:
        """How a source is packed; an office document is a zip too, but not an archive of files."""
        if not data.startswith((archive.START, archive.EMPTY)):
            return packed.packed_kind(data)
        if self._certain(data) or archive.office_kind(data):
            return None
        broken = archive.open_zip(data) is None
        return None if broken and named is not None and named.is_binary else "zip"

    def _open_members(
        self, data: bytes, source: str, budget: packed.Budget, depth: int
    ) -> Iterator[Document | Failure]:
        def is_wanted(name: str) -> bool:
            return _ends(name, *self.suffixes)

        for member in archive.read_members(data, source, is_wanted, budget):
            if isinstance(member, Failure):
                yield member
                continue
            inner = f"{source}/{member.name}"
            try:
                yield from self._open(member.data, inner, inner, budget, depth)
            except packed.TooLargeError:
                raise
            except ReadError as error:
                reason = f"this file of the archive cannot be unpacked: {error.message}"
                yield Failure(inner, reason, error.hint)

    def _read_plain(
        self, data: bytes, source: str, name: str, named: Reader | None
    ) -> Iterator[Document | Failure]:
        certain = None if self._is_foreign(named) else self._certain(data)
        reader = certain or named or self._by_look(data)
        if certain is None and not self._is_foreign(reader):
            refused = _refuse(reader, data, _what(source))
            if refused is not None:
                yield Failure(source, *refused)
                return
        warning = None
        if named not in (None, reader):
            suffix = PurePath(name).suffix
            warning = f"named {suffix}, but the content is {reader.name}: read as that"
        for item in reader.read(data, source):
            if warning is not None and isinstance(item, Document):
                item = replace(item, warnings=(*item.warnings, warning))
            yield item

    def _is_foreign(self, reader: Reader | None) -> bool:
        """Whether a reader is a plug-in, which is given what bears its suffix as it is."""
        return reader is not None and reader.name not in self.own

    def by_name(self, name: str) -> Reader | None:
        """The reader that a file's name asks for."""
        if len(self.readers) == 1:
            return self.readers[0]
        if name == STDIN:
            return None
        return next((one for one in self.readers if _ends(name, *one.suffixes)), None)

    def _certain(self, data: bytes) -> Reader | None:
        return next(
            (one for one in self.readers if one.is_certain is not None and one.is_certain(data)),
            None,
        )

    def _by_look(self, data: bytes) -> Reader:
        for reader in self.readers:
            looks = reader.sniff is not None and reader.sniff(data[:HEAD])
            if looks and not reader.is_binary:
                return reader
        return self.plain


def _refuse(reader: Reader, data: bytes, what: str) -> tuple[str, str | None] | None:
    """Why a reader is not given what looks like something else, and what to do about it."""
    office = archive.office_kind(data)
    kind = office or describe_binary(data)
    if reader.is_binary:
        if office is None and reader.sniff is not None and reader.sniff(data[:HEAD]):
            return None  # broken further on, as the reader will say
        hint = "give it the name of what it is, or get a sound copy"
        if kind is not None and "encrypted" in kind:
            return f"{what} is {kind} and needs a password", "save it without the password first"
        return f"{what} is named {reader.name}, but looks like {kind or 'plain text'}", hint
    if kind is None:
        return None
    hint = "convert it to plain text first" if kind != "binary data" else ""
    return f"{what} looks like {kind}, not text", hint or None


def _ends(name: str, *suffixes: str) -> bool:
    return name.lower().endswith(suffixes)


def _what(source: str) -> str:
    return "standard input" if source == STDIN else "the file"

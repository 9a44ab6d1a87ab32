"""Zip archives: their files one by one, read as if they lay in a folder; nothing is written."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from ..errors import ReadError
from .base import Failure
from .packed import STEP, Budget, TooLargeError

START = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
# What else is a zip inside, by a file that only it has.
OFFICE = (
    ("word/document.xml", "a Word document"),
    ("xl/workbook.xml", "a spreadsheet (XLSX)"),
    ("ppt/presentation.xml", "a presentation (PPTX)"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
    ("META-INF/MANIFEST.MF", "a Java program (JAR)"),
    ("content.xml", "an OpenDocument file"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name, made harmless, and its bytes."""

    name: str
    data: bytes


def open_zip(data: bytes) -> zipfile.ZipFile | None:
    """The archive; None where it is broken or none at all."""
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None


def office_kind(data: bytes) -> str | None:
    """What a zip is that is no mere archive of files."""
    archive = open_zip(data) if data.startswith(START) else None
    if archive is None:
        return None
    names = set(archive.namelist())
    return next((kind for name, kind in OFFICE if name in names), None)


def read_members(
    data: bytes, source: str, wanted: Callable[[str], bool], budget: Budget
) -> Iterator[Member | Failure]:
    """The files of an archive that `wanted` takes, by name; a Failure for one that is broken.

    Raises ReadError where the whole cannot be read.
    """
    archive = open_zip(data)
    if archive is None:
        raise ReadError("this zip archive is broken or cut off")
    entries = archive.infolist()
    if len(entries) > budget.limits.members:
        raise ReadError(
            f"this archive holds more than {budget.limits.members:,} files", "unpack it first"
        )
    # Not is_dir(), which breaks on an empty name.
    files = (entry for entry in entries if not entry.filename.endswith("/"))
    named = ((_harmless(entry.filename), entry) for entry in files)
    chosen = [(name, entry) for name, entry in named if _is_shown(name) and wanted(name)]
    if not chosen:
        raise ReadError("this archive holds no documents", "unpack it and name the files")
    for name, entry in sorted(chosen, key=lambda pair: pair[0].split("/")):
        yield _read_member(archive, entry, name, source, budget)


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    """The bytes of one file. Raises ReadError: encrypted, broken, unknown method, too large."""
    if entry.flag_bits & 1:
        raise ReadError("it is encrypted", "unpack it with its password first")
    if entry.compress_type not in METHODS:
        raise ReadError("it is packed in a way that is not supported", "unpack it first")
    try:
        with archive.open(entry) as stream:
            return budget.collect(iter(lambda: stream.read(STEP), b""))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise ReadError("it is broken or cut off") from error
    except NotImplementedError as error:
        raise ReadError("it is packed in a way that is not supported") from error


def _read_member(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, source: str, budget: Budget
) -> Member | Failure:
    try:
        return Member(name, read_entry(archive, entry, budget))
    except TooLargeError:
        raise
    except ReadError as error:
        reason = f"this file of the archive cannot be read: {error.message}"
        return Failure(f"{source}/{name}", reason, error.hint)


def _harmless(name: str) -> str:
    """A member's name without what would lead out of the archive."""
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..") and part[1:] != ":")


def _is_shown(name: str) -> bool:
    """Not what is hidden, nor what macOS adds."""
    parts = name.split("/")
    return bool(name) and parts[0] != "__MACOSX" and not any(part.startswith(".") for part in parts)

"""From the names that a user gives to files: directories, globs, standard input, each file once."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .base import Failure

STDIN = "-"
_ADDRESS = re.compile(r"(?:https?|ftp|file|s3)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, under the name that it is shown by."""

    name: str


def find_files(names: Sequence[str], suffixes: tuple[str, ...]) -> Iterator[File | Failure]:
    """The files behind the names, in the order of the names, each once; "-" stays what it is.

    A directory gives its files with one of the suffixes, subdirectories included, sorted by path;
    hidden ones are left out. A name that is no file may be a glob.
    """
    seen: set[str] = set()
    for name in names:
        for found in _expand(name, suffixes):
            if isinstance(found, Failure):
                yield found
                continue
            identity = found.name if found.name == STDIN else os.path.realpath(found.name)
            if identity not in seen:
                seen.add(identity)
                yield found


def _expand(name: str, suffixes: tuple[str, ...]) -> Iterator[File | Failure]:
    if name == STDIN:
        yield File(name)
        return
    try:
        exists, is_directory = os.path.lexists(name), Path(name).is_dir()
    except (OSError, ValueError) as error:
        yield Failure(name, f"this is not the name of a file: {error}")
        return
    if is_directory:
        yield from _walk(name, suffixes)
    elif exists:
        yield File(name)
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # absolute ones too
        if not matches:
            yield Failure(name, "no file matches this pattern", "check the pattern and the folder")
        for match in matches:
            yield from _walk(match, suffixes) if Path(match).is_dir() else (File(match),)
    elif _ADDRESS.match(name):
        yield Failure(name, "addresses are not fetched", f"curl -sL '{name}' | timeline extract")
    else:
        yield Failure(name, "there is no such file", _nearest(name))


def _walk(directory: str, suffixes: tuple[str, ...]) -> Iterator[File | Failure]:
    """The documents below a directory; folders that may not be opened are failures."""
    refused: list[OSError] = []
    paths: list[str] = []
    for folder, below, files in os.walk(directory, onerror=refused.append):
        below[:] = [name for name in below if not name.startswith(".")]
        paths.extend(
            str(Path(folder) / name)
            for name in files
            if not name.startswith(".") and name.lower().endswith(suffixes)
        )
    for error in refused:
        yield Failure(str(error.filename), f"this folder cannot be opened: {reason_of(error)}")
    if not paths and not refused:
        plain = (suffix for suffix in suffixes if suffix.count(".") == 1)
        hint = f"a document ends with {' '.join(plain)}; name other files one by one"
        yield Failure(directory, "this directory holds no documents", hint)
    yield from (File(path) for path in sorted(paths, key=lambda path: Path(path).parts))


def reason_of(error: OSError) -> str:
    """What the operating system says, in small letters."""
    return (error.strerror or type(error).__name__).lower()


def _nearest(name: str) -> str:
    """A file of the same folder with nearly this name, or the folder that is missing."""
    import difflib

    folder = Path(name).parent
    if not folder.is_dir():
        return f"the folder {str(folder)!r} does not exist either"
    try:
        others = sorted(path.name for path in folder.iterdir())
    except OSError:
        return "check the name"
    close = difflib.get_close_matches(Path(name).name, others, n=1, cutoff=0.75)
    return f"did you mean {str(folder / close[0])!r}?" if close else "check the name and the folder"

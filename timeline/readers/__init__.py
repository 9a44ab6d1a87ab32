"""Reading sources as documents: one file a kind of source, all of one shape.

A third party adds a kind by an entry point in the group "timeline.readers" that names a `Reader`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import BinaryIO

from ..document import Document
from ..errors import OptionError, ReadError
from . import docx, eml, html, jsonl, markdown, mbox, odt, parquet, pdf, subtitles, text, timeml
from .base import Failure, IdAllocator, Reader
from .blocks import find_blocks, soften
from .decoding import read_text
from .language import detect_language
from .make import make_document
from .opening import Opener
from .sources import STDIN, File, find_files, reason_of

__all__ = [
    "Failure",
    "Reader",
    "detect_language",
    "find_blocks",
    "find_readers",
    "make_document",
    "measure_sources",
    "read_sources",
    "read_text",
    "soften",
]

GROUP = "timeline.readers"
LARGE = 1 << 23  # bytes; JSON Lines of more are read a line at a time
# A reader that sniffs is asked before plain text, which takes everything.
BUILT_IN = (
    pdf.READER,
    docx.READER,
    odt.READER,
    parquet.READER,
    timeml.READER,
    jsonl.READER,
    html.READER,
    eml.READER,
    mbox.READER,
    markdown.READER,
    subtitles.READER,
    text.READER,
)


@lru_cache(maxsize=1)
def find_readers() -> Mapping[str, Reader]:
    """The readers by name: plug-ins, which may take the place of a built-in one, and the built-in.

    Raises ReadError for a plug-in that cannot be loaded.
    """
    readers: dict[str, Reader] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            reader = entry.load()
        except (ImportError, AttributeError) as error:
            raise ReadError(
                f"the reader plug-in {entry.name!r} cannot be loaded: {error}",
                "update or uninstall the package that brings it",
            ) from error
        if not isinstance(reader, Reader):
            raise ReadError(f"the reader plug-in {entry.name!r} is no timeline.readers.Reader")
        readers[reader.name] = reader
    for reader in BUILT_IN:
        readers.setdefault(reader.name, reader)
    return readers


Boundary = Callable[[str, Iterator[Document | Failure]], Iterator[Document | Failure]]


def read_sources(
    names: Sequence[str],
    *,
    format: str | None = None,
    stdin: BinaryIO | None = None,
    boundary: Boundary | None = None,
) -> Iterator[Document | Failure]:
    """The documents of files, directories, globs and "-" (`stdin`), in order, with unique ids.

    What cannot be read is yielded as a Failure in its place. `format` is the name of a reader;
    without it the suffix decides, then the first bytes. `boundary` is put around the documents of
    each source (`batch.boundary.contain`), so that no error in a reader stops the others. Raises
    OptionError for a format that does not exist, and ReadError for a plug-in that cannot be loaded.
    """
    readers = find_readers()
    if format is not None and format not in readers:
        raise OptionError(
            f"there is no input format {format!r}", f"choose one of {', '.join(sorted(readers))}"
        )
    chosen = [readers[format]] if format else list(readers.values())
    return _read_all(names, chosen, stdin, boundary or _no_boundary)


def measure_sources(names: Sequence[str]) -> list[int]:
    """The sizes of the files behind the names (bytes), in order; none for standard input."""
    readers = list(find_readers().values())
    opener = Opener(readers, frozenset(), text.READER)
    sizes = []
    for found in find_files([name for name in names if name != STDIN], opener.suffixes):
        with suppress(OSError):
            sizes.append(Path(found.name).stat().st_size if isinstance(found, File) else 0)
    return sizes


def _no_boundary(_source: str, items: Iterator[Document | Failure]) -> Iterator[Document | Failure]:
    return items


def _read_all(
    names: Sequence[str], readers: Sequence[Reader], stdin: BinaryIO | None, boundary: Boundary
) -> Iterator[Document | Failure]:
    ids = IdAllocator()
    built_in = frozenset(id(reader) for reader in BUILT_IN)
    own = frozenset(reader.name for reader in readers if id(reader) in built_in)
    opener = Opener(readers, own, text.READER)
    for found in find_files(names, opener.suffixes):
        if isinstance(found, Failure):
            yield found
            continue
        for item in boundary(found.name, _read_file(found.name, opener, stdin)):
            if isinstance(item, Document):
                item = replace(item, id=ids.claim(item.id))
            yield item


def _read_file(name: str, opener: Opener, stdin: BinaryIO | None) -> Iterator[Document | Failure]:
    try:
        if name != STDIN:
            if opener.by_name(name) is jsonl.READER and Path(name).stat().st_size > LARGE:
                with Path(name).open("rb") as lines:
                    if jsonl.can_stream(lines.read(LARGE)):
                        lines.seek(0)
                        yield from jsonl.stream(lines, name)
                        return
            if opener.by_name(name) is parquet.READER:
                with Path(name).open("rb") as rows:
                    if parquet.sniff(rows.read(len(parquet.MAGIC))):
                        rows.seek(0)
                        yield from parquet.stream(rows, name)
                        return
            data = Path(name).read_bytes()
        elif stdin is not None:
            data = stdin.read()
        else:
            yield Failure(name, "there is no standard input to read")
            return
    except OSError as error:
        what = "standard input" if name == STDIN else "the file"
        yield Failure(name, f"{what} cannot be read: {reason_of(error)}")
        return
    yield from opener.read(data, name)

"""One file a document, in a folder, for formats of which a file holds one document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import OptionError, TimelineError
from .output import open_output

if TYPE_CHECKING:
    from ..chronology import Document, Timeline
    from ..exporters import Exporter, Layout


def is_folder(output: str | None) -> bool:
    """Whether -o names a folder: one that is there, or any name that ends like one."""
    return output is not None and output != "-" and (output.endswith("/") or Path(output).is_dir())


def make_folder(output: str) -> Path:
    """The folder, made where only it is missing; raises TimelineError."""
    folder = Path(output)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TimelineError(
            f"{output}: cannot be made: {reason}", "choose another folder with -o"
        ) from error
    return folder


def write_each(timeline: Timeline, exporter: Exporter, folder: Path, layout: Layout) -> None:
    """A file for each document, named as its source; raises OptionError if that is its source."""
    from ..chronology import of_document

    targets = [folder / f"{name}{exporter.suffixes[0]}" for name in name_files(timeline.documents)]
    sources = {Path(document.source).resolve() for document in timeline.documents}
    for target in targets:
        if target.resolve() in sources:
            raise OptionError(f"{target} is a source too", "choose another folder with -o")
    for document, target in zip(timeline.documents, targets, strict=True):
        with open_output(str(target), binary=exporter.binary) as stream:
            exporter.write(of_document(timeline, document.id), stream, layout)


def name_files(documents: tuple[Document, ...]) -> Iterator[str]:
    """A name for each document; see `FileNames`."""
    from ..batch.names import FileNames

    names = FileNames()
    for document in documents:
        yield names.claim(document.source, document.id, document.title)

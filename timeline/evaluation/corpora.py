"""Gold corpora on disk: which there are, and which part of the split each document belongs to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from ..document import Document
from ..errors import ReadError
from ..paths import models_dir
from ..readers import timeml
from .cases import is_cases_file

Part = Literal["train", "development", "test", "unlisted"]
PARTS: tuple[Part, ...] = get_args(Part)
SPLITS = "splits.json"
TIMEML, CASES = ".tml", ".jsonl"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of one corpus (a folder of TimeML, or cases) that belong to one part."""

    name: str
    part: Part
    kind: Literal["timeml", "cases"]
    files: tuple[Path, ...]

    @property
    def sha256(self) -> str:
        """Digest of the files' names and bytes; the figures hold for exactly these."""
        digest = hashlib.sha256()
        for path in self.files:
            data = path.read_bytes()
            digest.update(f"{path.name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()


def read_splits(path: Path | None = None) -> dict[tuple[str, str], Part]:
    """(corpus, document) -> part. Raises ReadError if the file is no split."""
    path = path or models_dir() / SPLITS
    try:
        parsed = json.loads(path.read_text("utf-8"))
        return {
            (corpus, name): part
            for corpus, parts in parsed.items()
            for part, names in parts.items()
            for name in names
        }
    except (ValueError, AttributeError, TypeError) as error:
        raise ReadError(f"{path} does not say which document belongs to which part") from error


def find_corpora(
    names: Sequence[str], parts: Iterable[str], splits: Mapping[tuple[str, str], Part]
) -> list[Corpus]:
    """The corpora behind the names, a part at a time; files of no split are "unlisted", always in.

    A name is a TimeML file, a file of cases (JSON Lines), or a folder with any of them below it.
    Raises ReadError for a name that gives nothing, and where all that was found is in other parts.
    """
    groups: dict[tuple[str, str, Part], list[Path]] = {}
    # A copy of a corpus under another name is still the corpus.
    part_of = {document: part for (_, document), part in splits.items()}
    for path in _unique(_find_files(names)):
        if path.suffix == CASES:
            groups.setdefault((path.resolve().parent.name, "cases", "unlisted"), []).append(path)
        else:
            part = part_of.get(path.stem, "unlisted")
            groups.setdefault((path.resolve().parent.name, "timeml", part), []).append(path)
    wanted: set[str] = {*parts, "unlisted"}
    corpora = [
        Corpus(name, part, kind, tuple(sorted(files)))  # type: ignore[arg-type]  # set just above
        for (name, kind, part), files in groups.items()
        if part in wanted
    ]
    if not corpora:
        there = ", ".join(part for part in PARTS if any(key[2] == part for key in groups))
        raise ReadError(
            f"no document of the part {' or '.join(sorted(wanted - {'unlisted'}))} is among these",
            f"they belong to: {there}; choose with --part",
        )
    return sorted(corpora, key=lambda c: (c.kind == "cases", c.name, PARTS.index(c.part)))


def read_timeml(path: Path) -> Document:
    """A TimeML document under the name of its file. Raises ReadError."""
    for item in timeml.read(path.read_bytes(), str(path)):
        if isinstance(item, Document):
            return item
        raise ReadError(f"{path}: {item.reason}", item.hint)
    raise ReadError(f"{path}: there is no document in this file")


def _find_files(names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = [*path.rglob(f"*{TIMEML}"), *filter(is_cases_file, path.rglob(f"*{CASES}"))]
            if not found:
                raise ReadError(
                    f"{name}: this folder holds no gold annotation",
                    f"it should hold TimeML ({TIMEML}), or cases as JSON Lines (cases{CASES})",
                )
            yield from sorted(found)
        elif not path.exists():
            raise ReadError(f"{name}: there is no such file", "corpora are not part of the program")
        elif path.suffix == CASES and not is_cases_file(path):
            raise ReadError(
                f"{name}: these are no cases", 'a line has the keys "text", "reference", "expected"'
            )
        else:
            yield path


def _unique(paths: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path

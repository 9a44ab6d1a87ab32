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
from . import timelines
from .cases import is_cases_file
from .event_times import is_event_times_file, read_event_times
from .order import is_order_file, read_order

Part = Literal["train", "development", "test", "unlisted"]
PARTS: tuple[Part, ...] = get_args(Part)
Kind = Literal["timeml", "cases", "event-times", "order", "timelines", "chronologies"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SPLITS = "splits.json"
TIMEML, CASES, TABLE, ANSWER = ".tml", ".jsonl", ".tab", ".expected.json"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of one corpus that belong to one part.

    `tables` are the answers that stand in files of their own, for documents of every part.
    """

    name: str
    part: Part
    kind: Kind
    files: tuple[Path, ...]
    tables: tuple[Path, ...] = ()

    @property
    def sha256(self) -> str:
        """Digest of the files' names and bytes; the figures hold for exactly these."""
        digest = hashlib.sha256()
        for path in (*self.files, *self.tables):
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

    A name is a file of one of these kinds, or a folder with any of them below it: TimeML; cases
    (JSON Lines); times or order of the events of TimeML documents that stand in a folder beside;
    SemEval timelines; texts with the chronology expected of them. Raises ReadError for a name that
    gives nothing, and where all that was found is in other parts.
    """
    groups: dict[tuple[str, Kind, Part], tuple[list[Path], list[Path]]] = {}
    # A copy of a corpus under another name is still the corpus.
    part_of = {document: part for (_, document), part in splits.items()}
    for kind, path in _unique(_find_files(names)):
        folder = path.resolve().parent
        for table, file in _documents(kind, path):
            part = "unlisted" if kind == "cases" else part_of.get(file.stem, "unlisted")
            name = folder.parents[1].name if kind == "timelines" else folder.name
            files, tables = groups.setdefault((name, kind, part), ([], []))
            files.append(file)
            tables += [table] if table is not None else []
    wanted: set[str] = {*parts, "unlisted"}
    corpora = [
        Corpus(name, part, kind, tuple(sorted(set(files))), tuple(sorted(set(tables))))
        for (name, kind, part), (files, tables) in groups.items()
        if part in wanted
    ]
    if not corpora:
        there = ", ".join(part for part in PARTS if any(key[2] == part for key in groups))
        raise ReadError(
            f"no document of the part {' or '.join(sorted(wanted - {'unlisted'}))} is among these",
            f"they belong to: {there}; choose with --part",
        )
    return sorted(corpora, key=lambda c: (KINDS.index(c.kind), c.name, PARTS.index(c.part)))


def _documents(kind: Kind, path: Path) -> Iterator[tuple[Path | None, Path]]:
    """(answers, document) of a file of gold; documents of a table stand in folders beside its."""
    if kind in ("timeml", "cases"):
        yield None, path
    elif kind == "chronologies":
        yield path, _text_of(path)
    elif kind == "timelines":
        folder = path.parents[1] / timelines.DOCUMENTS
        yield from ((path, file) for file in sorted(folder.glob(f"*{TIMEML}")))
    else:
        rows = read_event_times(path) if kind == "event-times" else read_order(path)
        for name in dict.fromkeys(row.document for row in rows):
            yield path, _beside(path, f"{name}{TIMEML}")


def _beside(table: Path, name: str) -> Path:
    found = sorted(table.resolve().parents[1].glob(f"*/{name}"))
    if not found:
        raise ReadError(
            f"{table}: its document {name} is in no folder beside",
            "put the corpus that it annotates next to its folder",
        )
    return found[0]


def _text_of(answer: Path) -> Path:
    stem = answer.name.removesuffix(ANSWER)
    found = sorted(p for p in answer.parent.glob(f"{stem}.*") if p.name != answer.name)
    if not found:
        raise ReadError(f"{answer}: there is no text {stem}.txt beside it")
    return found[0]


def read_timeml(path: Path) -> Document:
    """A TimeML document under the name of its file. Raises ReadError."""
    for item in timeml.read(path.read_bytes(), str(path)):
        if isinstance(item, Document):
            return item
        raise ReadError(f"{path}: {item.reason}", item.hint)
    raise ReadError(f"{path}: there is no document in this file")


def _find_files(names: Sequence[str]) -> Iterator[tuple[Kind, Path]]:
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = [
                (kind, file)
                for suffix in (TIMEML, CASES, TABLE, ANSWER, ".txt")
                for file in path.rglob(f"*{suffix}")
                if (kind := _kind_of(file)) is not None
            ]
            if not found:
                raise ReadError(
                    f"{name}: this folder holds no gold annotation",
                    f"it should hold TimeML ({TIMEML}), or cases as JSON Lines (cases{CASES})",
                )
            yield from sorted(found, key=lambda item: item[1])
        elif not path.exists():
            raise ReadError(f"{name}: there is no such file", "corpora are not part of the program")
        else:
            yield _kind_of(path) or _refuse(path), path


def _kind_of(path: Path) -> Kind | None:
    """What a file is gold of; None for other files, and for what a file beside it is gold of."""
    if path.name.endswith(ANSWER):
        return "chronologies"
    if path.suffix == TIMEML:
        return None if _has_timelines(path) else "timeml"
    if path.suffix == ".txt":
        return "timelines" if path.parent.name == timelines.TIMELINES else None
    if path.suffix == TABLE:
        if is_event_times_file(path):
            return "event-times"
        return "order" if is_order_file(path) else None
    return "cases" if path.suffix == CASES and is_cases_file(path) else None


def _has_timelines(path: Path) -> bool:
    parent = path.parent
    return parent.name == timelines.DOCUMENTS and (parent.parent / timelines.TIMELINES).is_dir()


def _refuse(path: Path) -> Kind:
    if path.suffix == CASES:
        raise ReadError(
            f"{path}: these are no cases", 'a line has the keys "text", "reference", "expected"'
        )
    if path.suffix == TABLE:
        raise ReadError(f"{path}: this table holds neither times of events nor their order")
    return "timeml"


def _unique(paths: Iterable[tuple[Kind, Path]]) -> Iterator[tuple[Kind, Path]]:
    seen: set[Path] = set()
    for kind, path in paths:
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield kind, path

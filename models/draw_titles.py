"""Draw titles of dated entries for reading, and sum up what was read.

    python models/draw_titles.py --corpora ../shared/corpora --draw 2     # one JSON a line
    python models/draw_titles.py                                          # the table of titles.tsv

A draw is 200 entries of the default chronology: 40 of the train part of TimeBank and AQUAINT, up to
40 of the trial documents of SemEval-2015 Task 4, the others of silver documents. Each draw has
documents of its own: they stand in the order of the SHA-256 of their names, and a draw takes the
next ones. The reader judges the title first, then against the sentence. `titles.tsv` keeps the
verdicts and no words of the texts.

The draws from 34 on take what earlier ones left of the train part: two titles of each document,
none of them read before.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.batch.run import run
from timeline.document import Document
from timeline.evaluation.corpora import read_splits, read_timeml
from timeline.pipeline import Options
from timeline.readers import timeml

HERE = Path(__file__).resolve().parent
VERDICTS = HERE / "titles.tsv"
SILVER = "te3-silver.zip"
TRIAL = "timelines-semeval2015/trial/documents"

Read = Callable[[], Document]


@dataclass(frozen=True, slots=True)
class Source:
    """How many titles a draw takes of one kind of document, and of how many documents at most."""

    name: str
    titles: int
    of_each: int
    documents: int


# The trial documents are used up after three draws, the train part after six; silver ones stand in.
SOURCES = (
    Source("train", 40, 2, 30),
    Source("trial", 40, 8, 10),
    Source("silver", 200, 2, 80),
)
TITLES = 200
LEFT_OVER = 34  # the first of the draws from what others left
LEFT = Source("train", 100, 2, 86)


def draw_titles(corpora: Path, number: int) -> Iterator[dict[str, object]]:
    """Yield the entries of one draw (1, 2, ...) with their sentences."""
    left = TITLES
    judged = read_judged(VERDICTS, number) if number >= LEFT_OVER else {}
    for source in (LEFT,) if number >= LEFT_OVER else SOURCES:
        documents = find_documents(corpora, source.name)
        ranked = sorted(documents, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
        first = (number - (LEFT_OVER if source is LEFT else 1)) * source.documents
        wanted = min(source.titles, left)
        for name in ranked[first : first + source.documents]:
            known = judged.get(name, set())
            drawn = list(_draw(documents[name](), source.of_each, known))[:wanted]
            wanted -= len(drawn)
            left -= len(drawn)
            for row in drawn:
                yield {"draw": number, "source": source.name, "document": name, **row}


def read_judged(path: Path, number: int) -> dict[str, set[int]]:
    """Return the offsets that draws before this one have judged, by document."""
    found: dict[str, set[int]] = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        draw, _, name, offset, *_ = line.split("\t")
        if int(draw) < number and offset:
            found.setdefault(name, set()).add(int(offset))
    return found


def find_documents(corpora: Path, source: str) -> dict[str, Read]:
    """Return name -> reader of the documents of one kind."""
    if source == "silver":
        archive = zipfile.ZipFile(corpora / SILVER)
        names = [name for name in archive.namelist() if name.endswith(".tml")]
        return {Path(name).stem: _from_archive(archive, name) for name in names}
    if source == "train":
        parts = read_splits().items()
        paths = [corpora / folder / f"{name}.tml" for (folder, name), p in parts if p == "train"]
    else:
        paths = list((corpora / TRIAL).glob("*.tml"))
    return {path.stem: _from_file(path) for path in paths}


def _from_archive(archive: zipfile.ZipFile, name: str) -> Read:
    def read() -> Document:
        for item in timeml.read(archive.read(name), name):
            if isinstance(item, Document):
                return item
        raise ValueError(f"{name} is no document")

    return read


def _from_file(path: Path) -> Read:
    return lambda: read_timeml(path)


def _draw(document: Document, count: int, judged: set[int]) -> Iterator[dict[str, object]]:
    """Yield up to so many entries of a document, drawn without choice, but for those judged."""
    timeline = run([document], Options())
    events = {event.id: event for event in timeline.events}
    entries = [e for e in timeline.entries if events[e.events[0]].start not in judged]
    random.Random(document.id).shuffle(entries)
    for entry in entries[:count]:
        event = events[entry.events[0]]
        sentence = document.text[event.sentence.start : event.sentence.end]
        yield {
            "offset": event.start,
            "trigger": event.trigger,
            "title": entry.title,
            "sentence": " ".join(sentence.split()),
            "dated by": [evidence.text for evidence in entry.time.evidence],
            "participants": [
                (p.role, p.type, p.text) for p in (*event.participants, *event.places)
            ],
        }


def sum_up(path: Path) -> Iterator[str]:
    """Yield a table of the shares by draw, and then the causes."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    yield "| draw | source | read | good | share | false |"
    yield "|---|---|---|---|---|---|"
    for draw in sorted({row[0] for row in rows}, key=int):
        for source in (*(source.name for source in SOURCES), "all"):
            mine = [row for row in rows if row[0] == draw and source in (row[1], "all")]
            if not mine:
                continue
            good = sum(row[4] == "good" for row in mine)
            false = sum(row[5].startswith("false") for row in mine)
            share = f"{100 * good / len(mine):.1f}"
            yield f"| {draw} | {source} | {len(mine)} | {good} | {share} | {false} |"
    yield ""
    for draw in sorted({row[0] for row in rows}, key=int):
        causes = Counter(row[5] for row in rows if row[0] == draw and row[4] == "bad")
        listed = ", ".join(f"{cause} {count}" for cause, count in causes.most_common())
        yield f"- draw {draw}: {listed}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--draw", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.corpora:
        for row in draw_titles(arguments.corpora, arguments.draw):
            print(json.dumps(row, ensure_ascii=False))
    else:
        print("\n".join(sum_up(VERDICTS)))

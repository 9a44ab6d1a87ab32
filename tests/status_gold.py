"""Gold answers for what kind of happening an event is, and how many of ours agree with them.

`status/own.tsv`: status, genre, whose words it is, sentence with the event's word in brackets.
`status/corpus.tsv` (looked at while building) and `status/check.tsv` (never): status, or all that a
reader would accept ("happened|alleged"), document, offset of the event's word; the texts are in the
corpora, which are not part of this repository. `python tests/status_gold.py [own|corpus|check]`
lists what is wrong.
"""

import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from timeline.batch.run import Selection, run
from timeline.chronology import Event, Timeline
from timeline.document import Document
from timeline.pipeline import Options
from timeline.readers.timeml import READER

HERE = Path(__file__).parent / "status"
CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
SILVER = "silver"
WRITTEN_ON = "2022-03-01"  # the date that our own sentences are read at


@dataclass(frozen=True, slots=True)
class Answer:
    """What is right for one event ("a|b": either), and what was found (None: no event there)."""

    place: str
    status: str
    found: str | None
    speaker: str = ""
    found_speaker: str = ""

    @property
    def is_right(self) -> bool:
        return self.found in self.status.split("|")


def own_answers() -> list[Answer]:
    """The answers to our own sentences, each read as a document of its own."""
    rows = [line.split("\t") for line in (HERE / "own.tsv").read_text("utf-8").splitlines()]
    documents = [
        Document(id=str(n), text=text.replace("[", "").replace("]", ""), source=str(n))
        for n, (*_, text) in enumerate(rows)
    ]
    timeline = run(documents, Options(date=WRITTEN_ON), Selection())
    found = _by_place(timeline)
    answers = []
    for n, (status, _, speaker, text) in enumerate(rows):
        event = found.get((str(n), text.index("[")))
        answers.append(
            Answer(text, status, event and event.status, speaker,
                   (event and event.attributed_to) or "")
        )  # fmt: skip
    return answers


def corpus_answers(part: str) -> list[Answer]:
    """The answers to events drawn from the corpora; none where the corpora are not there."""
    rows = [line.split("\t") for line in (HERE / f"{part}.tsv").read_text("utf-8").splitlines()]
    documents = list(_documents(sorted({place for _, place, _ in rows})))
    found = _by_place(run(documents, Options(), Selection()))
    answers = []
    for status, place, start in rows:
        event = found.get((place, int(start)))
        answers.append(Answer(f"{place} {start}", status, event and event.status))
    return answers


def share_right(answers: list[Answer]) -> float:
    """How many of a hundred events have the right status; one that was not found is wrong."""
    return 100 * sum(answer.is_right for answer in answers) / len(answers)


def found_of(answers: list[Answer]) -> list[Answer]:
    """The answers to events that were found, whatever their status."""
    return [answer for answer in answers if answer.found is not None]


def _documents(places: list[str]) -> Iterator[Document]:
    for place in places:
        for document in READER.read(_tml(place), f"{place}.tml"):
            assert isinstance(document, Document)
            yield Document(id=place, text=document.text, source=place,
                           given_date=document.given_date, given_basis="dct")  # fmt: skip


def _tml(place: str) -> bytes:
    """The file of "timebank/wsj_0127"; that of "silver/APW_..." is in an archive."""
    folder, name = place.split("/")
    if folder != SILVER:
        return (CORPORA / folder / f"{name}.tml").read_bytes()
    with zipfile.ZipFile(CORPORA / "te3-silver.zip") as archive:
        return archive.read(f"te3-silver/{name}.tml")


def _by_place(timeline: Timeline) -> dict[tuple[str, int], Event]:
    assert not timeline.failures, timeline.failures
    return {(event.document, event.start): event for event in timeline.events}


def report(part: str) -> str:
    """What is wrong, and the share that is right by status."""
    answers = own_answers() if part == "own" else corpus_answers(part)
    wrong = [answer for answer in answers if not answer.is_right]
    lines = [f"{a.status:20}{a.found or '-':10}{a.place}" for a in wrong]
    if part == "own":
        told = (a for a in answers if a.speaker.lower() != a.found_speaker.lower())
        lines += [f"speaker {a.speaker!r}: {a.found_speaker!r}  {a.place}" for a in told]
    lines.append(f"{part}: {share_right(answers):.1f} of {len(answers)}")
    right = sorted((answer.status, answer.is_right) for answer in answers)
    for status, group in groupby(right, key=lambda pair: pair[0]):
        counts = Counter(is_right for _, is_right in group)
        lines.append(f"  {status:20}{counts[True]:4} of {counts.total()}")
    found = found_of(answers)
    lines.append(f"  no event found: {len(answers) - len(found)}")
    return "\n".join([*lines, f"  of {len(found)} found: {share_right(found):.1f}"])


if __name__ == "__main__":
    sys.stdout.write(report(*sys.argv[1:]) + "\n")

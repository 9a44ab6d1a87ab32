"""Draw news for reading, and keep when readers, who are language models, say its events happened.

    python models/draw_times.py --corpora ../shared/corpora --first 0 --count 40   # sheets
    python models/draw_times.py --corpora ../shared/corpora --untimed --count 200  # of the corpora
    python models/draw_times.py --corpora ../shared/corpora --read answers.txt     # rows

A sheet is a silver document (or, `--untimed`, a train document of TimeBank or AQUAINT to which
TimeBank-EventTime tells no times) with the events that no rule dates, each in brackets with its
number, and the values of its expressions in braces. Documents stand in the reverse order of the
SHA-256 of their names, so that those of `draw_titles.py` come last. An answer is a line "# name"
for the document, then lines of number and time, as TimeBank-EventTime tells times, only shorter:

    D            the document's day; D-1 the day before, 1998-01-08 any other
    <D, >D       one day, D at the latest, D at the earliest; >D-7<D: one of these eight days
    <D|>D        several days: the begin, then the end
    ?            nobody can tell
    x            no event, or one that does not happen

`times.tsv` keeps document, offset and value (in EventTime's notation), and no words of the texts.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from event_data import read_silver
from linker_data import read_news, read_stories, read_untimed, undated

from timeline.annotation import Event, TemporalExpression
from timeline.document import Document
from timeline.evaluation.event_times import read_when
from timeline.evaluation.moments import When, day_of_moment, show_when
from timeline.temporal.axis import civil, day_number, weekday
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved

TIMES = Path(__file__).resolve().parent / "times.tsv"
HEAD = "document\toffset\tvalue\n"
LONGEST = 3_500  # characters of a document that is worth reading
FEWEST = 5  # events of one
_POINT = re.compile(r"(?:D(?P<steps>[+-]\d{1,5})?|(?P<date>\d{4}-\d\d-\d\d))")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to be read: the events that no rule dates, in order."""

    document: Document
    expressions: tuple[TemporalExpression, ...]
    day: int  # days since 1970
    events: tuple[Event, ...]

    def lines(self) -> Iterator[str]:
        """The sheet as a reader sees it."""
        year, month, day = civil(self.day)
        name = _DAYS[weekday(self.day)]
        yield f"# {self.document.id}  D = {year:04}-{month:02}-{day:02}, {name}"
        marks = [(e.start, e.end, f"[{n} ", "]") for n, e in enumerate(self.events, start=1)]
        for one in self.expressions:
            value = "" if isinstance(one.value, Unresolved) else f"={to_timex3(one.value).value}"
            marks.append((one.start, one.end, "{", value + "}"))
        text, at = "", 0
        for start, end, opened, closed in sorted(marks):
            if start >= at:
                text += self.document.text[at:start] + opened
                text += self.document.text[start:end] + closed
                at = end
        text += self.document.text[at:]
        yield from (" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def draw(corpora: Path, first: int, count: int, *, untimed: bool = False) -> Iterator[Sheet]:
    """Yield so many documents from a place in the order on."""
    documents = list(read_untimed(corpora)) if untimed else _short_silver(corpora)
    documents.sort(key=lambda one: hashlib.sha256(one.id.encode()).hexdigest(), reverse=True)
    yield from make_sheets(documents[first : first + count])


def _short_silver(corpora: Path) -> list[Document]:
    return [one for *_, one in read_silver(corpora) if len(one.text) <= LONGEST]


def make_sheets(documents: Sequence[Document]) -> Iterator[Sheet]:
    """Yield the documents that are news reports with events enough that no rule dates."""
    for document, story in read_stories(documents):
        expressions = story.scene.expressions
        events = tuple(e for e in undated(story) if not _is_within(e, expressions))
        if len(events) >= FEWEST:
            yield Sheet(document, expressions, day_of_moment(story.day), events)


def _is_within(event: Event, expressions: Sequence[TemporalExpression]) -> bool:
    """Whether an event is a word of an expression: "the tenth anniversary"."""
    return any(one.start <= event.start < one.end for one in expressions)


def read_answer(answer: str, day: int) -> str | None:
    """EventTime's value of an answer; None for what does not happen. Raises ValueError.

    >>> read_answer("<D|>D-1", 10)
    'beginPoint=before1970-01-11endPoint=after1970-01-10'
    """
    if answer == "x":
        return None
    begin, bar, end = answer.partition("|")
    first = _read_side(begin, day)
    if not bar:
        return show_when(When(first, first))
    return show_when(When(first, _read_side(end, day), True))


def _read_side(side: str, day: int) -> tuple[int | None, int | None]:
    found = re.fullmatch(r"(>[^<>]+)?(<[^<>]+)?|[^<>]+", side)
    if found is None or not side:
        raise ValueError(f"{side!r} is no time")
    if side == "?":
        return None, None
    if found[1] is None and found[2] is None:
        return _read_point(side, day), _read_point(side, day)
    low, high = found.groups()
    return _read_point(low[1:], day) if low else None, _read_point(high[1:], day) if high else None


def _read_point(point: str, day: int) -> int:
    found = _POINT.fullmatch(point)
    if found is None:
        raise ValueError(f"{point!r} is no day")
    if found["date"]:
        year, month, number = (int(field) for field in found["date"].split("-"))
        return day_number(year, month, number)
    return day + int(found["steps"] or 0)


def read_answers(corpora: Path, path: Path) -> Iterator[str]:
    """Yield rows of times.tsv. Raises ValueError for an answer that is none."""
    documents = {document.id: document for document in read_news(corpora)}
    answers: dict[str, dict[int, str]] = {}
    for line in path.read_text("utf-8").splitlines():
        cells = line.split()
        if line.startswith("#"):
            mine = answers.setdefault(cells[1], {})
        elif cells:
            mine[int(cells[0])] = cells[1]
    for sheet in make_sheets([documents[name] for name in answers]):
        mine = answers[sheet.document.id]
        for number, event in enumerate(sheet.events, start=1):
            value = read_answer(mine[number], sheet.day) if number in mine else None
            if value is not None and read_when(value) is not None:
                yield f"{sheet.document.id}\t{event.start}\t{value}"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--first", type=int, default=0, help="place of the first document")
    parser.add_argument("--count", type=int, default=20, help="how many documents")
    parser.add_argument("--untimed", action="store_true", help="draw of the human corpora")
    parser.add_argument("--read", type=Path, help="a file of answers")
    arguments = parser.parse_args()
    if arguments.read:
        lines = read_answers(arguments.corpora, arguments.read)
    else:
        sheets = draw(arguments.corpora, arguments.first, arguments.count,
                      untimed=arguments.untimed)  # fmt: skip
        lines = (line for sheet in sheets for line in (*sheet.lines(), ""))
    for line in lines:
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

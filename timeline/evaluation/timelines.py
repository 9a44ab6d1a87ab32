"""Timelines of entities over several documents, as SemEval-2015 Task 4 gives and scores them.

A folder holds `documents/` (TimeML, a sentence an <s id="...">) and `timelines/`, a file an entity:
its name, then lines of ordinal, date ("2005-01-XX"), and mentions "document-sentence-word". Several
mentions are one event; ordinal 0 has no place in the order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ..annotation import Anchor
from ..errors import ReadError
from ..temporal.arithmetic import iso
from .score import TwoSided

DOCUMENTS, TIMELINES = "documents", "timelines"
_LENGTHS = {4, 7, 10}  # of a date: year, month, day
# What is known of a date, with XX where it is not: "2005-01-XX", "XXXX-XX-XX", once "XXX-XX-XX".
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PARTED = 40  # characters that may stand between the words of a mention: "rounded the day off"
_SENTENCE = re.compile(r'<s id="(\d{1,6})"[^>]{0,99}>(.*?)</s>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a sentence of a document; `document` is the number that its file name begins with.

    Words that are parted in the text are joined by "_".
    """

    document: str
    sentence: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event of an entity: its place in the order (0: none), its date ("" where unknown)."""

    ordinal: int
    date: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class EntityTimeline:
    """What happened to one entity, in order."""

    entity: str
    rows: tuple[Row, ...]


Item = Mention | str  # a mention, or a date
Relation = tuple[Item, str, Item]


def read_timeline(path: Path) -> EntityTimeline:
    """The timeline of a file. Raises ReadError."""
    lines = path.read_text("utf-8").splitlines()
    rows = tuple(_read_row(path, line) for line in lines[1:] if line.strip())
    if not rows:
        raise ReadError(f"{path}: there is no timeline in this file")
    return EntityTimeline(lines[0].strip(), rows)


def _read_row(path: Path, line: str) -> Row:
    cells = line.split("\t")
    if len(cells) < 3 or not cells[0].strip().isdecimal():
        raise ReadError(f"{path}: {line!r} is no row of a timeline")
    mentions = tuple(_read_mention(path, cell.strip()) for cell in cells[2:] if cell.strip())
    date = _DATE.match(cells[1].strip())
    return Row(int(cells[0]), date.group() if date else "", mentions)


def _read_mention(path: Path, cell: str) -> Mention:
    parts = cell.split("-", 2)
    if len(parts) != 3:
        raise ReadError(f"{path}: {cell!r} is no mention")
    return Mention(*parts)


def number_of(path: Path) -> str:
    """What mentions call a document: the number that its file name begins with."""
    return re.split("[-_.]", path.name)[0]


def find_sentences(source: str, text: str) -> dict[str, tuple[int, int]]:
    """Where each sentence of a TimeML source stands in the text that was read from it."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for number, inner in _SENTENCE.findall(source):
        words = re.sub(r"<[^>]{0,999}>", "", inner)
        for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
            words = words.replace(name, sign)
        words = words.replace("&amp;", "&").strip()
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found[number] = (start, at)
    return found


def place_mention(
    mention: Mention, text: str, sentence: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Where a mention stands, its words together or else parted; None where they are not there.

    The gold mentions do not keep capital letters. Of words that are parted it is the first's place.
    """
    if sentence is None:
        return None
    words = [rf"\b{re.escape(word)}\b" for word in mention.words.split("_")]
    for between in (r"\s{1,3}", rf".{{1,{_PARTED}}}?"):
        pattern = f"({words[0]})" + "".join(between + word for word in words[1:])
        match = re.compile(pattern, re.IGNORECASE | re.DOTALL).search(text, *sentence)
        if match:
            return match.span(1 if between.startswith(".") else 0)
    return None


def dates_of(gold: Iterable[EntityTimeline], documents: Iterable[str]) -> dict[Mention, set[str]]:
    """The dates of each dated mention of the documents; what came twice has two."""
    known = set(documents)
    found: dict[Mention, set[str]] = {}
    for row in (row for one in gold for row in one.rows if row.date):
        for mention in row.mentions:
            if mention.document in known:
                found.setdefault(mention, set()).add(row.date)
    return found


def agrees(date: str, anchor: Anchor) -> bool:
    """True if the begin and the end of an anchor are the gold date, as fine as that is."""
    begin, end = anchor.begin.earliest, anchor.end.latest
    if len(date) not in _LENGTHS or begin is None or end is None:
        return False
    return iso(begin)[: len(date)] == date == iso(end)[: len(date)]


def date_of(anchor: Anchor | None) -> str:
    """The day, the month or the year that an anchor names: the longest that both bounds share."""
    if anchor is None or anchor.begin.earliest is None or anchor.end.latest is None:
        return ""
    begin, end = iso(anchor.begin.earliest), iso(anchor.end.latest)
    shared = (begin[:length] for length in (10, 7, 4) if begin[:length] == end[:length])
    return next(shared, "")


def make_rows(dated: Iterable[tuple[Mention, Anchor | None]]) -> tuple[Row, ...]:
    """A timeline of mentions in the order of their dates; those of one date share an ordinal.

    A year stands before its months and a month before its days. Without a date: ordinal 0.
    """
    rows: list[Row] = []
    known = sorted(((date_of(anchor), mention) for mention, anchor in dated), key=_rank)
    dates = sorted({date for date, _ in known if date})
    for date, mention in known:
        ordinal = bisect_right(dates, date) if date else 0
        rows.append(Row(ordinal, date, (mention,)))
    return tuple(rows)


def _rank(item: tuple[str, Mention]) -> tuple[str, str, int, str]:
    date, mention = item
    return date, mention.document, int(mention.sentence), mention.words


def score_timelines(pairs: Sequence[tuple[Sequence[Row], Sequence[Row]]]) -> TwoSided:
    """Relations of (gold rows, our rows) of each entity, summed over the entities.

    The task's measure, temporal awareness (UzZaman and Allen 2011): a timeline is a graph where a
    mention is SIMULTANEOUS with its date and with the others of its ordinal, and BEFORE those of
    the next. Precision is the share of our relations that follow from the gold ones, recall the
    share of the gold ones that follow from ours; ordinal 0 does not count.
    """
    gold_all = gold_right = ours_all = ours_right = 0
    for gold, ours in pairs:
        wanted, made = _Graph(gold), _Graph(ours)
        gold_all += len(wanted.stated)
        ours_all += len(made.stated)
        gold_right += sum(made.implies(relation) for relation in wanted.stated)
        ours_right += sum(wanted.implies(relation) for relation in made.stated)
    return TwoSided(gold_all, ours_all, ours_right, gold_right)


class _Graph:
    """The relations that a timeline states, and all that follow from them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.place: dict[Mention, int] = {}
        self.dates: dict[Mention, str] = {}
        ordered: dict[int, list[Row]] = {}
        for row in rows:
            if row.ordinal:
                ordered.setdefault(row.ordinal, []).append(row)
        groups = [_mentions(ordered[ordinal]) for ordinal in sorted(ordered)]
        for place, group in enumerate(groups):
            self.place.update(dict.fromkeys(group, place))
        for row in rows:
            if row.ordinal and row.date:
                self.dates.update(dict.fromkeys(row.mentions, row.date))
        self.stated = [*self._states(groups)]

    def _states(self, groups: Sequence[Sequence[Mention]]) -> Iterator[Relation]:
        for mention, date in self.dates.items():
            yield mention, "SIMULTANEOUS", date
        for group in groups:
            for first, second in pairwise(group):
                yield first, "SIMULTANEOUS", second
        for earlier, later in pairwise(groups):
            yield earlier[-1], "BEFORE", later[0]

    def implies(self, relation: Relation) -> bool:
        """True if a relation follows from those stated."""
        first, kind, second = relation
        if not isinstance(first, Mention) or first not in self.place:
            return False
        if not isinstance(second, Mention):
            return self.dates.get(first) == second
        if second not in self.place:
            return False
        here, there = self.place[first], self.place[second]
        return here == there if kind == "SIMULTANEOUS" else here < there


def _mentions(rows: Iterable[Row]) -> list[Mention]:
    return list(dict.fromkeys(mention for row in rows for mention in row.mentions))


def is_about(words: Mapping[str, str], entity: str) -> bool:
    """True if one of the names given (name -> entity type) is the entity's.

    Upper and lower case do not count; a person is also called by the last part of the name.
    """
    wanted = entity.lower()
    for name, kind in words.items():
        said = name.lower().strip()
        if wanted in said or (kind == "PERSON" and said == wanted.split()[-1]):
            return True
    return False

"""Lines as they are printed, put together to the text that was written: paragraphs, rows, headings.

The place of a line on its page tells what the words do not: a wider gap, an indent, larger letters,
a line that the next word would still have fitted in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ..document import Block, BlockKind
from .breaks import goes_on, is_finished
from .headings import is_dateline
from .hyphens import CUT, collect_words, join_lines
from .lines import BULLET, in_capitals

CELL = " | "  # between the cells of a row
GAP = 1.4  # times the usual distance of lines: a paragraph ends
LARGER = 1.12  # times the usual size: a heading
LONGEST_HEADING = 160  # characters
ROW_LINES = 8  # lines in a cell; more are a column of prose
NARROW = 20  # letters' heights; a column of prose is wider, or long
ADDRESS_LINES = 8
SHORT_CELL = 40  # characters
ALIGNED = 3.0  # points between left edges of one column


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line: its words, edges and base line in points (y grows upwards), size, weight.

    `cells` are its parts that wide gaps hold apart, with their left edges; one for plain prose.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    cells: tuple[tuple[float, str], ...] = ()


@dataclass(slots=True)
class _Draft:
    """A block that is being put together; `breaks` are where in its text new pages begin."""

    kind: BlockKind
    text: str
    lines: list[Printed]
    page: int
    breaks: list[tuple[int, int]] = field(default_factory=list)
    cells: list[float] = field(default_factory=list)  # left edges of a row's cells

    @property
    def last(self) -> Printed:
        return self.lines[-1]


def assemble(pages: Sequence[Sequence[Printed]]) -> tuple[str, tuple[Block, ...], tuple[int, ...]]:
    """The text of pages, its blocks, and the offsets at which the pages begin."""
    drafts = list(_draft(pages))
    parts: list[str] = []
    blocks: list[Block] = []
    starts: dict[int, int] = {}
    position = 0
    before: _Draft | None = None
    for draft in drafts:
        if before is not None:
            gap = "\n" if before.cells and draft.cells else "\n\n"
            parts.append(gap)
            position += len(gap)
        starts.setdefault(draft.page, position)
        for page, offset in draft.breaks:
            starts.setdefault(page, position + offset)
        parts.append(draft.text)
        blocks.append(Block(position, position + len(draft.text), draft.kind))
        position += len(draft.text)
        before = draft
    parts.append("\n" if parts else "")
    return "".join(parts), tuple(blocks), _fill(starts, len(pages), position)


def _fill(starts: dict[int, int], count: int, end: int) -> tuple[int, ...]:
    """A start for every page; one without text starts where the next one does."""
    filled: list[int] = []
    for page in reversed(range(count)):
        end = starts.get(page, end)
        filled.append(end)
    # What stands before the first words is on their page.
    return tuple(reversed(filled))


def _draft(pages: Sequence[Sequence[Printed]]) -> Iterator[_Draft]:
    every = [line for page in pages for line in page]
    if not every:
        return
    known = collect_words(line.text for line in every)
    letter = _usual([(line.size, len(line.text)) for line in every])
    bold = 2 * sum(len(x.text) for x in every if x.bold) > sum(len(x.text) for x in every)
    current: _Draft | None = None
    for number, page in enumerate(pages):
        leading = _leading(page) or 1.2 * letter
        for index, line in enumerate(page):
            following = page[index + 1] if index + 1 < len(page) else None
            if current is not None and _joins(current, line, page, (leading, letter), number):
                _add(current, line, known, number)
                continue
            if current is not None:
                yield current
            kind = _kind(line, following, letter, bold)
            current = _Draft(kind, _row(line), [line], number)
            current.cells = [left for left, _ in line.cells] if len(line.cells) > 1 else []
    if current is not None:
        yield current


def _usual(weighted: Sequence[tuple[float, int]]) -> float:
    """The size that most letters have."""
    counts: dict[float, int] = {}
    for size, weight in weighted:
        counts[round(size, 1)] = counts.get(round(size, 1), 0) + weight
    return max(counts, key=lambda size: counts[size])


def _leading(page: Sequence[Printed]) -> float | None:
    """The usual distance of a line to the next one of its column."""
    steps = [
        a.y - b.y
        for a, b in pairwise(page)
        if 0 < a.y - b.y < 3 * a.size and _overlap(a, b) and _alike(a, b)
    ]
    return median(sorted(steps)[: max(1, 2 * len(steps) // 3)]) if steps else None


def _overlap(a: Printed, b: Printed) -> bool:
    return a.left < b.right and b.left < a.right


def _alike(a: Printed, b: Printed) -> bool:
    """Whether two lines are set in letters of one size and weight."""
    return max(a.size, b.size) <= 1.08 * min(a.size, b.size)


def _kind(line: Printed, below: Printed | None, letter: float, bold: bool) -> BlockKind:
    text = line.text
    heading = len(line.cells) < 2 and len(text) <= LONGEST_HEADING and not is_dateline(text)
    if heading and any(map(str.isalpha, text)):
        if line.size >= LARGER * letter:
            return "heading"
        stands_out = line.bold and not bold and not (below and below.bold and _near(line, below))
        if (stands_out or in_capitals(text)) and not is_finished(text):
            return "heading"
    return "list-item" if BULLET.match(text) else "paragraph"


def _near(a: Printed, b: Printed) -> bool:
    return 0 < a.y - b.y < 1.5 * a.size and is_finished(b.text)


def _joins(
    current: _Draft,
    line: Printed,
    page: Sequence[Printed],
    usual: tuple[float, float],
    number: int,
) -> bool:
    """Whether a line goes on with the block before it; `usual` distance and size of lines."""
    leading, letter = usual
    last = current.last
    new_page = bool(current.breaks) and current.breaks[-1][0] != number
    if number != current.page and (not current.breaks or new_page):
        return _runs_over(current, line)
    if _is_next_cell(current, line):
        return True
    if current.cells:
        # A cell of several lines; the first cell of the next row stands further left.
        step = last.y - line.y
        return (
            0 < step <= GAP * leading
            and len(line.cells) < 2
            and abs(line.left - current.cells[-1]) <= ALIGNED
            and current.cells[-1] > current.cells[0] + ALIGNED
            and _goes_on(last, line)
        )
    if len(line.cells) > 1:
        return False
    if line.y > last.y + 0.5 * last.size:
        return _runs_over(current, line)  # the next column
    if not _alike(last, line) or last.bold != line.bold:
        return False
    if last.y - line.y > GAP * leading * max(1.0, line.size / letter):
        return False
    if current.kind == "heading":
        return not BULLET.match(line.text)
    cut = CUT.search(last.text)
    if (
        BULLET.match(line.text)
        and not cut
        and (is_finished(last.text) or current.kind != "paragraph")
    ):
        return False
    if current.kind == "paragraph" and _is_indented(last, line) and not cut:
        return False
    return bool(cut) or _is_full(last, line, page)


def _goes_on(last: Printed, line: Printed) -> bool:
    """Whether a cell's line may be one cell with the line above, not the next row's."""
    return not is_finished(last.text) or line.text[:1].islower()


def _runs_over(current: _Draft, line: Printed) -> bool:
    """Whether a paragraph goes on at the top of the next column or page."""
    last = current.last
    if current.cells or current.kind == "heading" or len(line.cells) > 1 or not _alike(last, line):
        return False
    if CUT.search(last.text) or line.text[:1].islower():
        return not BULLET.match(line.text)
    starts = BULLET.match(line.text) or last.bold != line.bold or in_capitals(line.text)
    return not is_finished(last.text) and not starts and len(last.text) > 40


def _is_next_cell(current: _Draft, line: Printed) -> bool:
    """Whether a line stands beside the block so far: the next cell of a row."""
    if len(current.lines) > ROW_LINES or current.kind == "heading":
        return False
    first = current.lines[0]
    rows = max(x.y for x in current.lines), min(x.y for x in current.lines)
    right = max(x.right for x in current.lines)
    beside = line.left > right + 0.25 * line.size
    slack = 0.9 * line.size if len(current.lines) < 3 else 0.2 * line.size
    # A short cell may stand in the middle of the height of its row.
    above = 2.6 * line.size if len(current.lines) == 1 and len(first.text) <= SHORT_CELL else slack
    return beside and rows[1] - slack <= line.y <= rows[0] + above and _alike(first, line)


def _is_indented(last: Printed, line: Printed) -> bool:
    """Whether a line has the indent of a new paragraph."""
    return line.left - last.left > 0.7 * line.size and is_finished(last.text)


def _is_full(last: Printed, line: Printed, page: Sequence[Printed]) -> bool:
    """Whether the first word of a line would not have fitted in the line before."""
    if goes_on(last.text, line.text):
        return True
    column = [x for x in page if abs(x.left - line.left) <= 6 * line.size and len(x.cells) < 2]
    column = [x for x in column if _alike(x, line) and _overlap(x, line)]
    edge = max((x.right for x in column), default=line.right)
    words = line.text.split(None, 1)
    width = (line.right - line.left) * (len(words[0]) + 1) / max(len(line.text), 1)
    if last.right + width > edge - 0.3 * line.size:
        return not _is_address(line, column, edge)
    return False


def _is_address(line: Printed, column: Sequence[Printed], edge: float) -> bool:
    """Whether lines are only as wide as their longest one: nothing shows that they were broken."""
    if edge - line.left > NARROW * line.size or len(column) > ADDRESS_LINES:
        return False
    return not any(x.text[:1].islower() for x in column)


def _row(line: Printed) -> str:
    return CELL.join(text for _, text in line.cells) if len(line.cells) > 1 else line.text


def _add(current: _Draft, line: Printed, known: Collection[str], number: int) -> None:
    if _is_next_cell(current, line):
        current.cells = current.cells or [current.lines[0].left]
        current.cells.append(line.left)
        current.text = f"{current.text}{CELL}{_row(line)}"
    else:
        joined = join_lines(current.text, line.text, known)
        if number != current.page and all(page != number for page, _ in current.breaks):
            current.breaks.append((number, len(joined) - len(line.text)))
        current.text = joined
    current.lines.append(line)

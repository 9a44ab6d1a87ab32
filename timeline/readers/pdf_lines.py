"""The lines of a PDF's page, put together from the letters that pdfium finds there."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from .paper import Printed

Line = list[tuple[int, str]]  # letters with their indices

CUT_HERE = "\x02"  # pdfium's sign for a hyphen that ends a line
# How wide a gap between two cells of a row is: letters' heights, and times the line's least gap.
WIDE, LONE, CERTAIN = 0.9, 2.0, 3.0
UNLIKE = 1.6
BOLD = 600  # font weight
_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " "}
)


def read_lines(words: Any) -> Iterator[Printed]:
    """The lines of a page as pdfium orders them, without those across it: stamps, watermarks."""
    lines = [line for line in map(_trim, _split_lines(words)) if line]
    turns = [_turn(words, line[len(line) // 2][0]) for line in lines]
    letters: dict[float, int] = {}
    for line, turn in zip(lines, turns, strict=True):
        letters[turn] = letters.get(turn, 0) + len(line)
    usual = max(letters, key=lambda turn: letters[turn], default=0)
    for line, turn in zip(lines, turns, strict=True):
        if turn == usual:
            yield from _make_line(words, line, round(turn))


def _split_lines(words: Any) -> Iterator[Line]:
    import pypdfium2.raw as pdfium

    line: Line = []
    for index in range(words.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(words, index))
        if letter in "\r\n":
            yield line
            line = []
        elif letter in (CUT_HERE, "\ufffe"):
            yield [*line, (index, "-")]
            line = []
        else:
            line.append((index, letter))
    yield line


def _trim(line: Line) -> Line:
    first, last = 0, len(line)
    while first < last and line[first][1].isspace():
        first += 1
    while first < last and line[last - 1][1].isspace():
        last -= 1
    return line[first:last]


def _turn(words: Any, index: int) -> float:
    """How far a letter is turned against the clock, in steps of 15 degrees."""
    import pypdfium2.raw as pdfium

    return -15.0 * round(math.degrees(pdfium.FPDFText_GetCharAngle(words, index)) / 15) % 360


def _make_line(words: Any, line: Line, rotation: int) -> Iterator[Printed]:
    """A line with text as it is printed."""
    import pypdfium2.raw as pdfium

    boxes = [_box(words, line[at][0], rotation) for at in (0, len(line) // 2, -1)]
    # Of a ligature pdfium gives the ink alone, and a word may be set in another font.
    usual = sorted(boxes, key=lambda box: box[3] - box[1])[1]
    size = usual[3] - usual[1]
    cells = [(boxes[0][0], "")]
    cuts = _find_cuts(words, line, size, rotation)
    for at, (_, letter) in enumerate(line):
        if at in cuts:
            cells.append((cuts[at], ""))
        else:
            cells[-1] = (cells[-1][0], cells[-1][1] + letter)
    tidy = tuple((left, _tidy(text)) for left, text in cells if _tidy(text))
    if tidy:
        weights = (
            pdfium.FPDFText_GetFontWeight(words, line[at][0]) for at in (0, len(line) // 2, -1)
        )
        text = " ".join(text for _, text in tidy)
        yield Printed(text, boxes[0][0], boxes[-1][2], usual[1], size, min(weights) >= BOLD, tidy)


def _find_cuts(words: Any, line: Line, size: float, rotation: int) -> dict[int, float]:
    """The spaces of a line that part cells of a table, with where the next cell begins.

    The gaps of a line that is justified are wide too, but all alike.
    """
    import pypdfium2.raw as pdfium

    def gap(at: int) -> tuple[float, float]:
        before = _box(words, line[at - 1][0], rotation)
        after = _box(words, line[at + 1][0], rotation)
        return after[0] - before[2], after[0]

    spaces = [at for at, (_, letter) in enumerate(line) if letter == " "]
    spaces = [at for at in spaces if line[at - 1][1] != " " and line[at + 1][1] != " "]
    made = [at for at in spaces if pdfium.FPDFText_IsGenerated(words, line[at][0])]
    if not any(gap(at)[0] > WIDE * size for at in made):
        return {}
    gaps = {at: gap(at) for at in spaces}
    if len(gaps) == 1:
        return {at: left for at, (width, left) in gaps.items() if width > LONE * size}
    least = min(width for width, _ in gaps.values())
    return {
        at: left
        for at, (width, left) in gaps.items()
        if width > WIDE * size and (width > UNLIKE * least or width > CERTAIN * size)
    }


def _box(words: Any, index: int, rotation: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a letter as the page is looked at."""
    left, bottom, right, top = words.get_charbox(index, loose=True)
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    if rotation == 270:
        return -top, left, -bottom, right
    return left, bottom, right, top


def _tidy(text: str) -> str:
    """Letters as they are typed; a hyphen that is only shown where a line ends goes."""
    text = text.translate(_LETTERS)
    end = "\u00ad" if text.endswith("\u00ad") else ""
    return " ".join(text.replace("\u00ad", "").split()) + end

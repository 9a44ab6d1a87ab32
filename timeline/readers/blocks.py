"""The blocks of a text: headings, paragraphs and list items, whose edges no sentence crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from ..document import Block, BlockKind
from .breaks import OPEN_WORDS, is_finished, splits_date, wants_more
from .headings import find_headings
from .lines import AMOUNT, Line, Sign, cells, in_capitals, is_shouted, read_sign, split_chunks
from .wrapping import Wrapping, find_wrapping, guess_wrapping, runs_on

KINDS: dict[Sign, BlockKind] = {"bullet": "list-item", "stamp": "list-item"}
# Nothing is ever added to these; the others go on in lines that are indented or run on.
CLOSED = ("hash", "capitals", "table", "rule")
UNBROKEN = 1_000  # characters without white space that may still be words
_WORD = re.compile(r"\S+")
_QUOTED = re.compile(r"(?<=\n)[ \t]{0,4}(?:>[ \t]{0,2}){1,10}")  # marks of a mail's quotation


@dataclass(slots=True)
class _Draft:
    """A block that is being put together from lines."""

    sign: Sign
    lines: list[Line]


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order: trimmed, apart from each other, covering all but white space.

    A blank line ends a block. A single line break ends one where every line is a paragraph, and
    does not where the text was wrapped at the width of a page: the text's own lines tell which.
    """
    chunks = list(split_chunks(text))
    shouted = is_shouted([line for chunk in chunks for line in chunk])
    signed = [_read_signs(chunk, shouted=shouted) for chunk in chunks]
    whole = find_wrapping(
        chain.from_iterable(_plain_pairs(*pair) for pair in zip(chunks, signed, strict=True)),
        shouted=shouted,
    )
    widest = max((line.width for chunk in chunks for line in chunk), default=0)
    drafts: list[_Draft] = []
    for chunk, signs in zip(chunks, signed, strict=True):
        pairs = list(_plain_pairs(chunk, signs))
        # Three breaks say more about their own paragraph than the rest of the text does.
        own = find_wrapping(pairs, shouted=shouted) if len(pairs) >= 3 else whole
        wrapping = own if own.width else whole
        if not wrapping.width:
            wrapping = guess_wrapping(pairs, widest)
        drafts.extend(_assemble(chunk, signs, wrapping))
    return _finish(text, drafts)


def soften(text: str, blocks: Sequence[Block]) -> str:
    """The text as a parser should see it: white space inside a block is plain spaces.

    So are the bars around a row of a table, and the marks of a quoted mail.
    So is what has no white space over `UNBROKEN` characters: an attachment in base64 is no word,
    and the tokenizer takes it apart letter by letter.
    The length stays, so offsets hold in both: `len(soften(text, blocks)) == len(text)`.
    """
    if max(map(len, text.split()), default=0) > UNBROKEN:
        text = _WORD.sub(_without_flood, text)
    parts, position = [], 0
    for block in blocks:
        parts.append(text[position : block.start])
        inside = _QUOTED.sub(lambda mark: " " * len(mark[0]), text[block.start : block.end])
        if inside.startswith("|") and inside.endswith("|"):
            inside = f" {inside[1:-1]} "[: len(inside)]
        parts.append("".join(" " if c.isspace() else c for c in inside))
        position = block.end
    parts.append(text[position:])
    return "".join(parts)


def _without_flood(word: re.Match[str]) -> str:
    return word[0] if len(word[0]) <= UNBROKEN else " " * len(word[0])


def _read_signs(chunk: Sequence[Line], *, shouted: bool) -> list[Sign]:
    """The signs of a chunk's lines; those that only look like one are plain text.

    A wrapped line can begin with "12.", "(60)" or "10:30" by chance. A sign counts at the beginning
    of a chunk, after a finished line, or when the chunk has it twice and the line before does not
    ask for more.
    """
    raw = [read_sign(line.text, shouted=shouted) for line in chunk]
    rows = [line for line, sign in zip(chunk, raw, strict=True) if cells(line.text)]
    amounts = sum(bool(AMOUNT.match(line.text)) for line in chunk)
    signs: list[Sign] = []
    for index, (line, sign) in enumerate(zip(chunk, raw, strict=True)):
        before = chunk[index - 1] if index else None
        if sign == "text" and len(rows) >= 2 and cells(line.text):
            sign = "table"
        elif sign == "field" and not (raw[0] == "field" and raw.count("field") >= 2):
            sign = "text"
        elif sign in ("bullet", "stamp") and before is not None:
            few = raw.count(sign) < 2 or (AMOUNT.match(line.text) and amounts < 2)
            if is_finished(before.text):
                chance = few and splits_date(before.text, line.text)
            else:
                chance = few or (line.text[0].isalnum() and wants_more(before.text))
            sign = "text" if chance else sign
        elif sign == "capitals" and before is not None and _runs_into_capitals(before, line):
            sign = "text"
        signs.append(sign)
    return signs


def _runs_into_capitals(line: Line, following: Line) -> bool:
    """Whether a line in capitals is only the rest of the one before."""
    if in_capitals(line.text):
        return line.text.rsplit(None, 1)[-1].lower() in OPEN_WORDS
    return runs_on(line, following)


def _plain_pairs(chunk: Sequence[Line], signs: Sequence[Sign]) -> Iterator[tuple[Line, Line]]:
    """Lines that follow each other with nothing but the break to tell them apart."""
    for (line, sign), (after, next_sign) in pairwise(zip(chunk, signs, strict=True)):
        if next_sign == "text" and sign not in CLOSED:
            yield line, after


def _assemble(chunk: Sequence[Line], signs: Sequence[Sign], wrapping: Wrapping) -> Iterator[_Draft]:
    """The blocks of a chunk."""
    current: _Draft | None = None
    for index, (line, sign) in enumerate(zip(chunk, signs, strict=True)):
        if (
            current is not None
            and sign == "text"
            and _continues(current, line, wrapping)
            and not _stands_alone(chunk[index - 1 : index + 2], wrapping)
        ):
            current.lines.append(line)
            continue
        if current is not None:
            yield current
        current = _Draft(sign, [line])
    if current is not None:
        yield current


def _continues(current: _Draft, line: Line, wrapping: Wrapping) -> bool:
    first, last = current.lines[0], current.lines[-1]
    if current.sign == "hash":
        return splits_date(last.text, line.text)
    if current.sign == "capitals":
        return in_capitals(line.text) and _runs_into_capitals(last, line)
    if current.sign in CLOSED:
        return False
    if current.sign != "text" and line.indent > first.indent:
        return True
    if line.indent > last.indent and is_finished(last.text):
        return False  # the indent of a new paragraph
    return wrapping.joins(last, line)


def _stands_alone(lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether the second line is a heading although the first, finished, happens to fill the page.

    It goes nowhere: it is not finished, and the third line, if any, does not take it up.
    """
    first, second = lines[0], lines[1]
    if runs_on(first, second):
        return False
    if not is_finished(first.text) or is_finished(second.text) or second.indent != first.indent:
        return False
    return len(lines) < 3 or not wrapping.joins(second, lines[2])


def _finish(text: str, drafts: Sequence[_Draft]) -> tuple[Block, ...]:
    spans = [(draft.lines[0].start, draft.lines[-1].end) for draft in drafts]
    signs = [draft.sign for draft in drafts]
    headings = find_headings([text[start:end] for start, end in spans], signs)
    return tuple(
        Block(start, end, "heading" if index in headings else KINDS.get(sign, "paragraph"))
        for index, ((start, end), sign) in enumerate(zip(spans, signs, strict=True))
    )

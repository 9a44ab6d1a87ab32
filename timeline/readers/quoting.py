"""The body of a mail: quoted paragraphs on one line each, and which of them other mails tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from ..document import Block
from .blocks import find_blocks
from .flow import SPACE

MARKS = re.compile(r"[ \t]{0,3}(>(?:[ \t]?>){0,19})[ \t]?")
# Whoever answers above the whole mail sets this between; what stands below is quoted.
ORIGINAL = re.compile(
    r"[-_* \t]{2,40}(?:Original (?:Message|Mail)|Forwarded (?:message|by .{1,80}))[-_* \t]{2,40}$",
    re.I,
)
FIELD = re.compile(r"\*{0,2}(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance):")
WROTE = re.compile(r"(?:On .{6,300}|.{0,80}\d{4}.{0,200}) (?:wrote|writes):$", re.DOTALL)
_WORD = re.compile(r"\w{1,80}")

Parts = list[tuple[int, str, Block]]  # how deep it is quoted, its words, its kind


def split_body(text: str) -> Parts:
    """The blocks of a body in order, without the marks of quotation, each with its depth."""
    lines = [_unmark(line) for line in text.split("\n")]
    parts: Parts = []
    for depth, group in groupby(lines, key=lambda line: line[0]):
        words = "\n".join(line for _, line in group)
        for block in find_blocks(words):
            said = words[block.start : block.end]
            if FIELD.match(said):
                block = replace(block, kind="paragraph")
            parts.append((depth, _joined(said) if depth else said, block))
    return parts


def split_marked(text: str, blocks: Iterable[Block]) -> Parts:
    """The same of a text whose blocks are known, marks before them."""
    parts: Parts = []
    for block in blocks:
        begin = text.rfind("\n", 0, block.start) + 1
        depth, _ = _unmark(text[begin : block.start])
        parts.append((depth, text[block.start : block.end], block))
    return parts


def join_body(parts: Parts) -> tuple[str, tuple[Block, ...]]:
    """The text of a body, "> " before each quoted block, and its blocks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    length = 0
    before: tuple[int, str] | None = None
    for depth, words, block in parts:
        mark = ">" * depth + " " if depth else ""
        is_field = not depth and FIELD.match(words) is not None
        kind = "field" if is_field else block.kind
        close = before == (depth, kind) and kind in ("field", "list-item")
        gap = "" if before is None else "\n" if close else "\n\n"
        if depth and before is not None and before[0] == depth and not close:
            gap = f"\n{'>' * depth}\n"
        pieces += [gap, mark, words]
        start = length + len(gap) + len(mark)
        length = start + len(words)
        blocks.append(Block(start, length, block.kind))
        before = (depth, kind)
    return "".join(pieces), tuple(blocks)


def normalize(words: str) -> str:
    """The words alone, to find them again however they are wrapped: " it rained on 3 may "."""
    return f" {' '.join(_WORD.findall(words.lower()))} "


def own_words(parts: Parts) -> str:
    """What a mail itself says, normalized."""
    quoted = _find_quoted(parts)
    return normalize(" ".join(w for (_, w, _), q in zip(parts, quoted, strict=True) if not q))


def drop_told(parts: Parts, is_told: Callable[[str], bool]) -> tuple[Parts, int]:
    """Without the quoted blocks that other mails tell, and without what introduces them only.

    The second is how many blocks were left out.
    """
    quoted = _find_quoted(parts)
    told = [q and is_told(normalize(w)) for (_, w, _), q in zip(parts, quoted, strict=True)]
    leads = [introduces(words) for _, words, _ in parts]
    out = list(told)
    state: bool | None = (
        None  # whether all that is quoted below is told elsewhere; None: nothing is
    )
    for place in reversed(range(len(parts))):
        if told[place]:
            state = state is not False
        elif leads[place]:
            out[place] = state is True
            state = state if quoted[place] else None
        else:
            state = False if quoted[place] else None
    kept = [part for part, gone in zip(parts, out, strict=True) if not gone]
    return kept, sum(told)


def introduces(words: str) -> bool:
    """Whether a block only says whose words follow."""
    return bool(WROTE.match(words) or ORIGINAL.match(words) or FIELD.match(words))


def _find_quoted(parts: Parts) -> list[bool]:
    quoted, below = [], False
    for depth, words, _ in parts:
        below = below or ORIGINAL.match(words) is not None
        quoted.append(below or depth > 0)
    return quoted


def _unmark(line: str) -> tuple[int, str]:
    """How many marks of quotation a line begins with, and the rest of it."""
    marks = MARKS.match(line)
    return (marks[1].count(">"), line[marks.end() :]) if marks else (0, line)


def _joined(words: str) -> str:
    return SPACE.sub(" ", words).strip()

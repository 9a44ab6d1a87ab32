"""Markdown: a note's words without their mark-up, its blocks, and the date of its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..document import Document
from .base import Failure, Reader
from .coding import looks_like_code
from .decoding import read_text
from .flow import CELL, Flow
from .front_matter import AUTHORS, CHANGES, DATES, LANGUAGES, FrontMatter, read_front_matter
from .language import language_name
from .make import make_document
from .markdown_words import read_words
from .text import first_heading

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,60}|~{3,60})[ \t]{0,8}(?P<info>[^`\n]{0,80})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]{1,20}|$)")
_CLOSING = re.compile(r"[ \t]{1,20}#{1,20}[ \t]{0,20}$")
_UNDERLINE = re.compile(r" {0,3}(?:={1,200}|-{2,200})[ \t]{0,20}$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]{0,4}){3,80}|(?:-[ \t]{0,4}){3,80}|(?:_[ \t]{0,4}){3,80})$")
_ITEM = re.compile(r"(?P<indent>[ \t]{0,40})(?P<mark>[-*+]|\d{1,9}[.)])[ \t]{1,4}(?=\S)")
_BOX = re.compile(r"\[[ xX]\][ \t]{1,4}")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_COLUMNS = re.compile(
    r" {0,3}\|?[ \t]{0,20}:?-{1,200}:?[ \t]{0,20}(?:\|[ \t]{0,20}:?-{0,200}:?[ \t]{0,20}){0,200}$"
)
_CELL = re.compile(r"(?<!\\)\|")
_DEFINITION = re.compile(r" {0,3}\[[^\]^\n]{1,80}\]:[ \t]{1,20}(?:<|https?:|[/#.]|\S{1,200}$)")
_BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_\n]{1,90}(?<![\s.!?,;])\1:?$")
LONGEST_COMMENT = 20_000  # characters; a longer one was never closed and stays text
MOST_QUOTED = 20  # quotations within quotations


def _drop_comments(text: str) -> str:
    """The text without HTML's comments; not by a pattern, which would scan on from each begin."""
    kept: list[str] = []
    place, end = 0, -1
    while (start := text.find("<!--", place)) >= 0:
        if end < start + 4:
            end = text.find("-->", start + 4)
        if end < 0:
            break
        is_comment = end - start - 4 <= LONGEST_COMMENT
        kept.append(text[place : start if is_comment else start + 4])
        place = end + 3 if is_comment else start + 4
    return "".join(kept) + text[place:]


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """One document; its title is that of the front matter, or the heading that it begins with."""
    text, warnings = read_text(data)
    front = read_front_matter(text)
    flow = Flow()
    code = _Notes(flow).read(_drop_comments(text[front.begin :]).split("\n"))
    words, blocks = flow.finish()
    if not words:
        yield Failure(source, "the file holds no text" + (" but code" if code else ""))
        return
    if front.warning is not None:
        warnings = (*warnings, front.warning)
    if code:
        warnings = (*warnings, f"left out {code} piece{'s' if code > 1 else ''} of code")
    document = make_document(words, source, warnings=warnings, blocks=blocks)
    title = front.first("title")
    document = replace(document, title=read_words(title[0]) if title else first_heading(document))
    yield _with_fields(document, front)


def _with_fields(document: Document, front: FrontMatter) -> Document:
    date, change = front.first(*DATES), front.first(*CHANGES)
    author, language = front.first(*AUTHORS), front.first(*LANGUAGES)
    document = replace(
        document,
        given_date=date[0] if date else None,
        given_basis="front-matter",
        given_place=date[1] if date and date[1] != "date" else None,
        weak_dates=(change,) if change else (),
        metadata=(("author", author[0]),) if author else (),
    )
    code = language[0].lower()[:2] if language else ""
    if document.language == "und" and code.isalpha() and code != "en" and len(code) == 2:
        name = language_name(code)
        warning = f"its front matter says that this text is {name}: it is not dated"
        document = replace(document, language=code, warnings=(*document.warnings, warning))
    return document


class _Notes:
    """Reads lines of Markdown into a Flow."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.code = 0
        self._mark: str | None = None  # that of the list item that is open
        self._in_list = False

    def read(self, lines: Sequence[str], depth: int = 0) -> int:
        """Read the lines; return how many pieces of code were left out."""
        place = 0
        while place < len(lines):
            line = lines[place]
            fence = _FENCE.match(line.lstrip(" ") if self._in_list else line)
            if not line.strip():
                self._end()
                place += 1
            elif fence:
                place = self._read_fence(lines, place, fence)
            elif _QUOTE.match(line) and depth < MOST_QUOTED:
                place = self._read_quote(lines, place, depth)
            elif self._is_table(lines, place):
                place = self._read_table(lines, place)
            elif not self.flow.is_open and not self._in_list and line.startswith(("    ", "\t")):
                place = self._read_indented(lines, place)
            else:
                self._read_line(line)
                place += 1
        self._end()
        return self.code

    def _end(self) -> None:
        if self._mark is None:
            self.flow.end()
        elif self.flow.is_open:
            self.flow.end("list-item", self._mark)
            self._mark = ""

    def _leave_list(self) -> None:
        self._end()
        self._mark, self._in_list = None, False

    def _read_line(self, line: str) -> None:
        item = _ITEM.match(line)
        if self.flow.is_open and self._mark is None and _UNDERLINE.match(line):
            self.flow.end("heading")
        elif _RULE.match(line):
            self._leave_list()
        elif heading := _HEADING.match(line):
            self._leave_list()
            self.flow.add(read_words(_CLOSING.sub("", line[heading.end() :])))
            self.flow.end("heading")
        elif item and not (self.flow.is_open and self._mark is None and item["mark"][0].isdigit()
                           and item["mark"][:-1] != "1"):  # fmt: skip
            self._end()
            self._mark = "- " if item["mark"] in "-*+" else item["mark"] + " "
            self._in_list = True
            self.flow.add_lines(read_words(_BOX.sub("", line[item.end() :], count=1)))
        elif _DEFINITION.match(line):
            return
        else:
            if not self.flow.is_open and line[:1] not in (" ", "\t"):
                self._leave_list()
            if not self.flow.is_open and _BOLD.fullmatch(line.strip()):
                self.flow.add(read_words(line))
                self.flow.end("heading")
                return
            if self.flow.is_open:
                self.flow.break_line()
            self.flow.add_lines(read_words(line.strip()))

    def _read_fence(self, lines: Sequence[str], place: int, fence: re.Match[str]) -> int:
        """A fenced piece: left out if it is code, else its lines."""
        mark = fence["mark"]
        close = re.compile(rf"[ \t]{{0,40}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]{{0,20}}$")
        end = place + 1
        while end < len(lines) and not close.match(lines[end]):
            end += 1
        info = fence["info"].strip().strip("{}.").split(" ")[0]
        self._read_apart(lines[place + 1 : end], info)
        return end + 1

    def _read_indented(self, lines: Sequence[str], place: int) -> int:
        end = place
        while end < len(lines) and (
            not lines[end].strip() or lines[end].startswith(("    ", "\t"))
        ):
            end += 1
        self._read_apart(lines[place:end], "")
        return end

    def _read_apart(self, lines: Sequence[str], info: str) -> None:
        self._end()
        words = "\n".join(lines)
        if looks_like_code(words, info):
            self.code += 1
            return
        for line in lines:
            if line.strip():
                self.flow.break_line()
                self.flow.add_lines(line.strip())
            else:
                self._end()
        self._end()

    def _read_quote(self, lines: Sequence[str], place: int, depth: int) -> int:
        self._leave_list()
        end = place
        while end < len(lines) and _QUOTE.match(lines[end]):
            end += 1
        self.read([_QUOTE.sub("", line, count=1) for line in lines[place:end]], depth + 1)
        self._leave_list()
        return end

    def _is_table(self, lines: Sequence[str], place: int) -> bool:
        if "|" not in lines[place] or place + 1 >= len(lines) or "|" not in lines[place + 1]:
            return False
        return _COLUMNS.match(lines[place + 1]) is not None

    def _read_table(self, lines: Sequence[str], place: int) -> int:
        """A table: every row is a block, its cells apart by bars."""
        self._leave_list()
        end = place
        while end < len(lines) and "|" in lines[end]:
            if end != place + 1:
                row = _CELL.split(lines[end].strip().strip("|"))
                cells = [read_words(cell).replace("|", "/").strip() for cell in row]
                self.flow.add(CELL.join(cells))
                self.flow.end()
            end += 1
        return end


READER = Reader("markdown", (".md", ".markdown", ".mkd"), "Markdown, with front matter", read)

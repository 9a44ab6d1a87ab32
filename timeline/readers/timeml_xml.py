"""TimeML as XML: a text with marks inside it, and the elements around it. Building, not reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Attributes = tuple[tuple[str, str], ...]

# XML 1.0 allows tab, line feed, carriage return and everything from space on but these.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A parser turns bare line ends and tabs of an attribute into spaces.
_ATTRIBUTE = _TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"


@dataclass(frozen=True, slots=True)
class Mark:
    """An element over text[start:end]: EVENT, TIMEX3 or SIGNAL with its attributes."""

    start: int
    end: int
    name: str
    attributes: Attributes = ()


def escape(text: str) -> str:
    """Text as XML; a character that XML cannot hold becomes U+FFFD, so that offsets stay."""
    return ILLEGAL.sub("\ufffd", text).translate(_TEXT)


def element(name: str, attributes: Iterable[tuple[str, str]] = (), content: str = "") -> str:
    """An element; `content` is XML.

    >>> element("TIMEX3", [("tid", "t1")], "Monday"), element("TLINK", [("lid", "l1")])
    ('<TIMEX3 tid="t1">Monday</TIMEX3>', '<TLINK lid="l1"/>')
    """
    opened = _open(name, attributes)
    return f"{opened}>{content}</{name}>" if content else f"{opened}/>"


def split_crossing(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Marks that can stand in one XML text, and those that would cross one of them."""
    kept: list[Mark] = []
    crossing: list[Mark] = []
    open_ends: list[int] = []
    for mark in outermost_first(marks):
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if open_ends and mark.end > open_ends[-1]:
            crossing.append(mark)
        else:
            kept.append(mark)
            open_ends.append(mark.end)
    return tuple(kept), tuple(crossing)


def fit_marks(first: Iterable[Mark], second: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks of two kinds that can stand in one XML text, empty ones left out.

    None crosses another or stands within its own kind: the earlier and longer stays, and `first`
    before `second`.

    >>> [m.name for m in fit_marks([Mark(2, 5, "X")], [Mark(0, 3, "Y"), Mark(3, 4, "Y")])]
    ['X', 'Y']
    """
    kept = _side_by_side(first)
    starts = [mark.start for mark in kept]

    def around(offset: int) -> Mark | None:
        """The kept mark that an offset stands inside of."""
        index = bisect_left(starts, offset) - 1
        return kept[index] if index >= 0 and offset < kept[index].end else None

    def fits(mark: Mark) -> bool:
        left, right = around(mark.start), around(mark.end)
        if left is not None and mark.end > left.end:
            return False
        return right is None or mark.start >= right.start

    return (*kept, *_side_by_side(mark for mark in second if fits(mark)))


def _side_by_side(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in outermost_first(marks):
        if mark.end > mark.start >= (kept[-1].end if kept else 0):
            kept.append(mark)
    return kept


def mark_up(text: str, marks: Iterable[Mark]) -> str:
    """The text as XML with the marks in it. Raises ValueError if two marks cross.

    >>> mark_up("on 3 May", [Mark(3, 8, "TIMEX3", (("tid", "t1"),))])
    'on <TIMEX3 tid="t1">3 May</TIMEX3>'
    """
    kept, crossing = split_crossing(marks)
    if crossing:
        first = crossing[0]
        raise ValueError(f"{first.name} at {first.start} to {first.end} crosses another mark")
    parts: list[str] = []
    still_open: list[Mark] = []
    position = 0

    def close_until(offset: int) -> None:
        nonlocal position
        while still_open and still_open[-1].end <= offset:
            mark = still_open.pop()
            parts.append(f"{escape(text[position : mark.end])}</{mark.name}>")
            position = mark.end

    for mark in kept:
        close_until(mark.start)
        parts.append(escape(text[position : mark.start]))
        position = mark.start
        parts.append(_open(mark.name, mark.attributes))
        if mark.start == mark.end:
            parts.append("/>")
        else:
            parts.append(">")
            still_open.append(mark)
    close_until(len(text))
    parts.append(escape(text[position:]))
    return "".join(parts)


def build_timeml(
    *,
    doc_id: str,
    text: str,
    marks: Iterable[Mark],
    dct: Attributes = (),
    dct_text: str = "",
    title: str | None = None,
    after: Sequence[tuple[str, Attributes]] = (),
) -> str:
    """A TimeML 1.2.1 document; `after` are the MAKEINSTANCE and link elements, in order."""
    head = [("DOCID", escape(doc_id))]
    head.append(("DCT", element("TIMEX3", dct, escape(dct_text)) if dct else escape(dct_text)))
    if title is not None:
        head.append(("TITLE", escape(title)))
    head.append(("TEXT", mark_up(text, marks)))
    root = (
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:noNamespaceSchemaLocation="{SCHEMA}">'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', root, ""]
    for name, content in head:
        lines += [f"<{name}>{content}</{name}>", ""]
    lines += [element(name, attributes) for name, attributes in after]
    return "\n".join([*lines, "", "</TimeML>", ""])


def _open(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    pairs = (
        f' {key}="{ILLEGAL.sub(chr(0xFFFD), value).translate(_ATTRIBUTE)}"'
        for key, value in attributes
    )
    return f"<{name}{''.join(pairs)}"


def outermost_first(marks: Iterable[Mark]) -> list[Mark]:
    """As they open: by start, at one start the longer first, and of equal ones the first given.

    An empty mark comes before the others that start with it, so that it stands beside them.
    """
    return sorted(marks, key=lambda mark: (mark.start, mark.end > mark.start, -mark.end))

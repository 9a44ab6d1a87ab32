"""Running heads and feet: lines that come again at the same place of other pages, and page numbers.

Of one that bears a year a single copy stays, the first head or the last foot: a newspaper's head
may be all that dates it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .paper import Printed

EDGE = 3  # lines at the top and at the bottom of a page that may be its head and foot
NEAR = 4.0  # points that the place of a running line may differ by from page to page
SHARE = 0.3  # of the pages must have it: left and right pages may have heads of their own
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LAST, _FIRST = re.compile(r"(?:^| )(\d{1,4})$"), re.compile(r"(\d{1,4})(?: |$)")
_NUMBER = re.compile(r"[-–—\[(|. ]{0,4}(\d{1,4}|[ivxl]{1,6})[-–—\])|. ]{0,4}")
_NAMED_NUMBER = re.compile(
    r"[-–—\[( ]{0,4}(?:page|p\.|pg\.?) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–—\]). ]{0,4}"
    r"|\d{1,4} ?(?:of|/) ?\d{1,4}",
    re.IGNORECASE,
)


def drop_running(pages: Sequence[Sequence[Printed]]) -> list[list[Printed]]:
    """The lines of pages without their heads, feet and page numbers."""
    edges = [(number, at, line) for number, page in enumerate(pages) for at, line in _edges(page)]
    drop: set[int] = set()
    groups: dict[tuple[str, str], list[tuple[int, Printed]]] = defaultdict(list)
    for number, at, line in edges:
        groups[at, _DIGITS.sub("#", line.text.strip())].append((number, line))
    for (at, masked), group in groups.items():
        found = _repeated(group, len(pages))
        if not found or (masked == "#" and not _counts_up(found)):
            continue
        dated = [line for _, line in found if _YEAR.search(line.text) and masked != "#"]
        kept = dated[0 if at == "top" else -1] if dated else None
        drop.update(id(line) for _, line in found if line is not kept)
    drop.update(id(line) for _, _, line in edges if _NAMED_NUMBER.fullmatch(line.text.strip()))
    drop.update(_lone_number(edges, len(pages)))
    drop.update(_numbered(pages))
    return [[line for line in page if id(line) not in drop] for page in pages]


def _edges(page: Sequence[Printed]) -> Iterator[tuple[str, Printed]]:
    """The lines at the top and at the bottom of a page, as the eye sees it."""
    ordered = sorted(page, key=lambda line: -line.y)
    for index, line in enumerate(ordered):
        if index < min(EDGE, (len(ordered) + 1) // 2):
            yield "top", line
        elif len(ordered) - index <= EDGE:
            yield "bottom", line


def _repeated(group: Sequence[tuple[int, Printed]], pages: int) -> list[tuple[int, Printed]]:
    """Those of lines with the same words that stand at the same height of several pages."""
    best: list[tuple[int, Printed]] = []
    for _, line in group:
        near = [(n, other) for n, other in group if abs(other.y - line.y) <= NEAR]
        if len({n for n, _ in near}) > len({n for n, _ in best}):
            best = near
    count = len({n for n, _ in best})
    return best if count >= 3 or (count == 2 and pages <= 2 / SHARE) else []


def _counts_up(found: Sequence[tuple[int, Printed]]) -> bool:
    """Whether bare numbers are those of the pages."""
    steps = {int(line.text.strip()) - number for number, line in found}
    return len(steps) == 1


def _numbered(pages: Sequence[Sequence[Printed]]) -> Iterator[int]:
    """The outermost lines that begin or end with the page's number: "Chapter 3: Utilities   6".

    The steps from the number of the sheet to that of the page are the same all through.
    """
    steps: dict[int, list[tuple[int, Printed]]] = defaultdict(list)
    for number, page in enumerate(pages):
        ordered = sorted(page, key=lambda line: line.y)
        for line in (ordered[0], ordered[-1]) if len(ordered) > 1 else ordered:
            for match in (_LAST.search(line.text), _FIRST.match(line.text)):
                if match is not None:
                    steps[int(match[1]) - number].append((number, line))
    for found in steps.values():
        # Two pages may each end with a figure by chance, and a line of prose with one on many.
        count = len({number for number, _ in found})
        if count >= max(3, SHARE * len(pages)):
            yield from (id(line) for _, line in found if not _YEAR.search(line.text))


def _lone_number(edges: Sequence[tuple[int, str, Printed]], pages: int) -> Iterator[int]:
    """Numbers in dashes or brackets at an edge that count the pages: "- 3 -"."""
    found = defaultdict(list)
    for number, at, line in edges:
        match = _NUMBER.fullmatch(line.text.strip())
        if match and match[1].isdigit():
            found[at, int(match[1]) - number].append((number, line))
    for group in found.values():
        if len({number for number, _ in group}) >= 2 or (pages == 1 and _is_first(group)):
            yield from (id(line) for _, line in group)


def _is_first(group: Sequence[tuple[int, Printed]]) -> bool:
    """Whether a single page's number is 1 and in dashes: a figure alone may be of the text."""
    return any(line.text.strip(" -–—[]()") == "1" != line.text.strip() for _, line in group)

"""Figures as the terminal, another program or a person on stderr reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .messages import complain

if TYPE_CHECKING:
    from ..evaluation.floors import Breach
    from ..evaluation.result import Result
    from ..evaluation.tables import Row


def separate(rows: Iterable[Row]) -> str:
    """Tab-separated lines without a header, for other programs."""
    from ..exporters.safe import show

    return "".join("\t".join(show(cell) for cell in row) + "\n" for row in rows)


def align(rows: Iterable[Row]) -> str:
    """Columns for people, numbers to the right."""
    from ..exporters.safe import show

    cells = [[show(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    numeric = [all(_is_number(cell) for cell in column[1:]) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in cells
    )
    return "\n".join(lines) + "\n"


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdecimal() or not cell


def as_json(results: Sequence[Result], *, faults: bool) -> str:
    """One object with the results; `faults`: also each error."""
    import json

    from ..evaluation.tables import to_plain
    from ..exporters.safe import escape_json

    plain = {"results": [to_plain(result, faults=faults) for result in results]}
    return escape_json(json.dumps(plain, indent=1, ensure_ascii=False)) + "\n"


def tell(breaches: Sequence[Breach]) -> None:
    """Say on stderr which figures fell."""
    from ..evaluation.tables import breach_rows

    for corpus, part, figure, least, now, reason in breach_rows(breaches):
        numbers = f" {figure}: {now or 'nothing'}," if figure else ":"
        complain(f"{corpus} {part}{numbers} {reason} {least}".rstrip())

"""Texts with the chronology that a careful reader gets from them (data/SOURCES.md has the format).

An answer demands entries, allows others (`optional`), and names happenings that must not be dated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import ReadError

Record = Mapping[str, Any]  # of an output or an answer, as JSON gives it


@dataclass
class Score:
    """Counts over entries: `demanded` by the answer, `found` of those, `exact` of the found.

    `rows` are all that were printed, `right` the exact ones of a demanded or optional entry. The
    lists say what went wrong.
    """

    demanded: int = 0
    found: int = 0
    exact: int = 0
    rows: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the demanded entries that were found and dated exactly."""
        return self.exact / self.demanded if self.demanded else 1.0

    @property
    def precision(self) -> float:
        """Share of the printed rows that are an entry of the answer, dated exactly."""
        return self.right / self.rows if self.rows else 1.0

    def __str__(self) -> str:
        lines = [f"recall {self.recall:.2f} precision {self.precision:.2f}"]
        for kind in ("missed", "wrong", "spurious", "forbidden"):
            lines += [f"  {kind}: {item}" for item in getattr(self, kind)]
        return "\n".join(lines)


def read_answer(path: Path) -> dict[str, Any]:
    """The answer of a file. Raises ReadError."""
    try:
        answer: dict[str, Any] = json.loads(path.read_text("utf-8"))
        answer["entries"], answer["optional"], answer["undated"], answer["read_on"]
    except (ValueError, KeyError, TypeError) as error:
        raise ReadError(f"{path} is no expected chronology: {error!r}") from error
    return answer


def score_entries(output: Record, expected: Record) -> Score:
    """Compare a JSON output with an answer, day-exact: shape and all four bounds."""
    events = {event["id"]: event for event in output["events"]}
    rows = {
        entry["id"]: (
            {events[i]["start"] for i in entry["events"]},
            _time_key(entry["time"]),
            entry["title"],
        )
        for entry in output["entries"]
    }
    score = Score(demanded=len(expected["entries"]), rows=len(rows))
    accepted: set[str] = set()
    claimed: set[str] = set()
    for wanted, demanded in [(w, True) for w in expected["entries"]] + [
        (w, False) for w in expected["optional"]
    ]:
        starts = {wanted["start"], *wanted.get("also", ())}
        hits = [i for i, (have, _, _) in rows.items() if have & starts]
        exact = [i for i in hits if rows[i][1] == _key(wanted)]
        claimed.update(hits)
        accepted.update(exact)
        if demanded:
            score.found += bool(hits)
            score.exact += bool(exact)
            if not hits:
                score.missed.append(f"{wanted['trigger']} ({wanted['words']})")
        if hits and not exact:
            got = "; ".join(str(rows[i][1]) for i in hits)
            score.wrong.append(f"{wanted['trigger']}: {got} for {_key(wanted)}")
    score.right = len(accepted)
    score.spurious = [f"{title} {key}" for i, (_, key, title) in rows.items() if i not in claimed]
    undated = {item["start"]: item["trigger"] for item in expected["undated"]}
    for have, key, title in rows.values():
        score.forbidden += [f"{undated[s]} as {title!r} {key}" for s in have if s in undated]
    return score


def _key(row: Record) -> tuple[Any, ...]:
    return row["shape"], tuple(row["begin"]), tuple(row["end"])


def _time_key(time: Record) -> tuple[Any, ...]:
    begin, end = time["begin"], time["end"]
    return (
        time["shape"],
        (begin["earliest"], begin["latest"]),
        (end["earliest"], end["latest"]),
    )

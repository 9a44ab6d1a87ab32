"""The samples in data/ and how far a run is from their answers (data/SOURCES.md has the format)."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "data"
NAMES = tuple(sorted(path.name.split(".")[0] for path in DATA.glob("*.expected.json")))


def answer(name: str) -> dict[str, Any]:
    """What a careful reader gets from a sample."""
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))


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
        return self.exact / self.demanded if self.demanded else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.rows if self.rows else 1.0

    def __str__(self) -> str:
        lines = [f"recall {self.recall:.2f} precision {self.precision:.2f}"]
        for kind in ("missed", "wrong", "spurious", "forbidden"):
            lines += [f"  {kind}: {item}" for item in getattr(self, kind)]
        return "\n".join(lines)


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["shape"], tuple(row["begin"]), tuple(row["end"])


def _time_key(time: dict[str, Any]) -> tuple[Any, ...]:
    begin, end = time["begin"], time["end"]
    return (
        time["shape"],
        (begin["earliest"], begin["latest"]),
        (end["earliest"], end["latest"]),
    )


def score_entries(output: dict[str, Any], expected: dict[str, Any]) -> Score:
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


def expression_errors(output: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Expressions that are missed, spurious, or of another value or type; none if all are right."""
    got = {
        (e["start"], e["text"]): (e["type"], e["value"])
        for e in output["expressions"]
        if e["type"] != "INTERVAL"
    }
    want = {(e["start"], e["text"]): (e["type"], e["value"]) for e in expected["expressions"]}
    errors = []
    for place in sorted(want.keys() | got.keys()):
        if want.get(place) != got.get(place):
            errors.append(f"{place}: {got.get(place)} for {want.get(place)}")
    return errors

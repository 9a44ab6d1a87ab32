"""How much of the thirty chronologies in data/chronologies/ a run finds, day-exact.

    python tests/score_chronologies.py [--details] [--save] [NAME ...]

Recall is over the rows that the answer demands, precision over the rows that are printed
(timeline/evaluation/chronologies.py). A text's genre is the part of its name before the hyphen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any

from samples import DATA, Score, answer, output_of, score_entries

FOLDER = DATA / "chronologies"
FALSE_FRIENDS = "false-friends"
NAMES = tuple(
    name
    for path in sorted(FOLDER.glob("*.expected.json"))
    if (name := path.name.split(".")[0]) != FALSE_FRIENDS
)
FLOORS = FOLDER / "floors.json"


def run_one(name: str) -> tuple[dict[str, Any], Score]:
    """The output for a text, and its score."""
    expected = answer(name, FOLDER)
    output = output_of(FOLDER / f"{name}.txt", expected["read_on"], **expected["options"])
    return output, score_entries(output, expected)


def total(scores: Iterable[Score]) -> Score:
    """The counts of several texts together."""
    whole = Score()
    for score in scores:
        for field in ("demanded", "found", "exact", "rows", "right"):
            setattr(whole, field, getattr(whole, field) + getattr(score, field))
        whole.forbidden += score.forbidden
    return whole


def date_of(output: dict[str, Any]) -> str | None:
    """The day of the document, without the clock time that a header may give."""
    value: str | None = output["documents"][0]["date"]["value"]
    return value and value.partition("T")[0]


def load_floors() -> dict[str, float]:
    """Recall, precision, forbidden rows and wrong document dates of all texts, as last saved."""
    return json.loads(FLOORS.read_text(encoding="utf-8"))


def tell(name: str, score: Score) -> str:
    """One line of the table."""
    return (
        f"{name:20} {score.demanded:6} {score.exact:6} {score.recall:7.1%} "
        f"{score.rows:6} {score.right:6} {score.precision:9.1%} {len(score.forbidden):9}\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--details", action="store_true", help="list what went wrong")
    parser.add_argument("--save", action="store_true", help="raise the floors to these totals")
    arguments = parser.parse_args()
    out = sys.stdout.write
    out(f"{'text':20} expect  exact  recall   rows  right precision forbidden\n")
    scores: dict[str, Score] = {}
    wrong_dates = 0
    for name in arguments.names or NAMES:
        output, scores[name] = run_one(name)
        out(tell(name, scores[name]))
        if (got := date_of(output)) != (want := answer(name, FOLDER)["date"]["value"]):
            wrong_dates += 1
            out(f"  document date: {got} for {want}\n")
        if arguments.details:
            out(f"{scores[name]}\n")
    if arguments.names:
        return
    out("\n")
    for genre in dict.fromkeys(name.split("-")[0] for name in NAMES):
        out(tell(genre, total(s for n, s in scores.items() if n.startswith(f"{genre}-"))))
    whole = total(scores.values())
    _, friends = run_one(FALSE_FRIENDS)
    out(f"\n{tell('all', whole)}{tell(FALSE_FRIENDS, friends)}")
    if arguments.save:
        old = load_floors() if FLOORS.exists() else {}
        saved = {
            "recall": max(int(whole.recall * 10_000) / 10_000, old.get("recall", 0)),
            "precision": max(int(whole.precision * 10_000) / 10_000, old.get("precision", 0)),
            "forbidden": min(len(whole.forbidden), old.get("forbidden", 999)),
            "wrong_dates": min(wrong_dates, old.get("wrong_dates", 999)),
        }
        FLOORS.write_text(json.dumps(saved) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Results as tables of strings, and as plain data for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from .floors import Breach
from .result import GIVEN, Result
from .score import Tally

Row = tuple[str, ...]
FIGURES: Row = (
    "corpus", "part", "documents", "of", "figure", "gold", "found", "right", "precision", "recall",
    "f1",
)  # fmt: skip
RULES: Row = ("corpus", "part", "of", "rule", "found", "strict", "relaxed", "right", "precision")
FAULTS: Row = ("corpus", "part", "kind", "document", "start", "gold", "found", "by", "context")
CALIBRATION: Row = ("corpus", "part", "of", "from", "to", "found", "confidence", "right")
CURVE: Row = (
    "corpus", "part", "of", "threshold", "gold", "found", "right", "precision", "recall", "f1",
)  # fmt: skip
COMPARED: Row = ("corpus", "part", "of", "figure", "this", "other", "difference")
DETAILS = ("anchor kind", "anchor sieve", "event modality")  # groups that are details


def figure_rows(results: Iterable[Result], *, details: bool = False) -> Iterator[Row]:
    """The figures; with `details` also those of classes, parts of speech and kinds of case."""
    for result in results:
        groups: list[tuple[str, dict[str, Tally]]] = [
            ("timex", result.timexes),
            ("event", result.events),
        ]
        if details:
            groups += [("event class", result.classes), ("event pos", result.parts_of_speech)]
        entities = GIVEN if result.given else ""
        for of, figures in result.groups.items():
            if details or of not in DETAILS:
                groups.append((f"{entities}{of}", figures))
        head = (result.corpus, result.part, str(result.documents))
        for of, figures in groups:
            for name, tally in figures.items():
                yield (*head, of, name or "(none)", *_tally(tally))
        for kind, counts in result.cases.items():
            if kind != "all" and not details:
                continue
            of = "case" if kind == "all" else f"case {kind}"
            total = {"found": counts.expected, "right": counts.expected, "clean": counts.negatives}
            for name, share in counts.shares().items():
                if share is not None:
                    done = str(getattr(counts, name))
                    yield (*head, of, name, str(total[name]), "", done, "", _percent(share), "")


def rule_rows(results: Iterable[Result]) -> Iterator[Row]:
    """How precise each rule is; `right` is the value of an expression, the class of an event."""
    for result in results:
        for of, rules in result.rules.items():
            for rule in rules:
                right = list(rule.right.values())[-1]
                yield (
                    result.corpus,
                    result.part,
                    of,
                    rule.rule,
                    *(str(n) for n in (rule.found, rule.strict, rule.relaxed, right)),
                    _percent(right / rule.found),
                )


def fault_rows(
    results: Iterable[Result], of: str, kinds: Sequence[str] = (), limit: int | None = None
) -> Iterator[Row]:
    """The faults of expressions, events or cases, kind by kind, `limit` of a kind at most."""
    for result in results:
        faults = result.faults.get(of, [])
        for kind in dict.fromkeys(kinds or sorted({fault.kind for fault in faults})):
            for fault in [fault for fault in faults if fault.kind == kind][:limit]:
                yield (
                    result.corpus,
                    result.part,
                    kind,
                    fault.document,
                    str(fault.start),
                    fault.gold,
                    fault.found,
                    fault.by,
                    f"{fault.before}[{fault.words}]{fault.after}",
                )


def calibration_rows(results: Iterable[Result]) -> Iterator[Row]:
    """The reliability diagram: how sure events were, and how many were right; the error last."""
    for result in results:
        head = (result.corpus, result.part, "anchor" if "anchor" in result.groups else "event")
        for b in result.calibration.bins:
            shares = (_percent(b.confidence), _percent(b.right))
            yield (*head, f"{b.low:.1f}", f"{b.high:.1f}", str(b.found), *shares)
        error = result.calibration.error
        if error is not None:
            found = sum(b.found for b in result.calibration.bins)
            yield (*head, "expected", "error", str(found), _percent(error), "")


def curve_rows(results: Iterable[Result]) -> Iterator[Row]:
    """Precision against recall of events, from low thresholds to high ones."""
    for result in results:
        for point in result.calibration.curve:
            tally = Tally(point.gold, point.found, point.right)
            yield (result.corpus, result.part, "event", f"{point.threshold:.2f}", *_tally(tally))


def compared_rows(results: Iterable[Result], others: Iterable[Result]) -> Iterator[Row]:
    """Every figure of two models, in percent, and what the first has more."""
    for this, other in zip(results, others, strict=True):
        figures = other.figures()
        for name, value in this.figures().items():
            of, _, figure = name.partition(" ")
            if name in figures:
                pair = (f"{value:.1f}", f"{figures[name]:.1f}", f"{value - figures[name]:+.1f}")
                yield (this.corpus, this.part, of, figure, *pair)


def breach_rows(breaches: Iterable[Breach]) -> Iterator[Row]:
    """What is below its floor."""
    for breach in breaches:
        yield (
            breach.corpus,
            breach.part,
            breach.figure,
            "" if breach.floor is None else f"{breach.floor:.1f}",
            "" if breach.now is None else f"{breach.now:.2f}",
            breach.reason,
        )


def to_plain(result: Result, *, faults: bool = False) -> dict[str, Any]:
    """A result as JSON-able data, with precision, recall and F1 beside the counts."""

    def tallies(group: dict[str, Tally]) -> dict[str, Any]:
        return {
            name: asdict(t) | {"precision": t.precision, "recall": t.recall, "f1": t.f1}
            for name, t in group.items()
        }

    plain: dict[str, Any] = {
        "corpus": result.corpus,
        "part": result.part,
        "documents": result.documents,
        "sha256": result.sha256,
        "timexes": tallies(result.timexes),
        "events": tallies(result.events),
        "classes": tallies(result.classes),
        "parts_of_speech": tallies(result.parts_of_speech),
        "calibration": asdict(result.calibration) | {"error": result.calibration.error},
        "cases": {k: asdict(c) | {"shares": c.shares()} for k, c in result.cases.items()},
        "given": result.given,
        "groups": {of: tallies(figures) for of, figures in result.groups.items()},
        "rules": {of: [asdict(rule) for rule in rules] for of, rules in result.rules.items()},
    }
    if faults:
        plain["faults"] = {of: [asdict(f) for f in found] for of, found in result.faults.items()}
    return plain


def _tally(tally: Tally) -> Row:
    shares = (tally.precision, tally.recall, tally.f1)
    return (
        *(str(n) for n in (tally.gold, tally.found, tally.right)),
        *("" if share is None else _percent(share) for share in shares),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"

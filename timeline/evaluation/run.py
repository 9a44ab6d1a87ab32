"""Measure an annotator on gold corpora: every corpus and every part of it apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..document import Document
from .calibration import Calibration, measure_calibration
from .cases import Case, read_cases
from .corpora import Corpus, read_timeml
from .dating import DATING, Annotate, Extract, run_chronologies, run_timelines
from .faults import Fault, find_faults
from .gold import found_events, found_timexes, gold_events, gold_timexes
from .judging import Answer, case_faults, count_cases, judge_case
from .marks import Pair, pair_marks
from .result import Result
from .score import (
    EVENT_ATTRIBUTES,
    TIMEX_ATTRIBUTES,
    score_events,
    score_labels,
    score_parts_of_speech,
    score_rules,
    score_timexes,
)


def evaluate(
    corpora: Iterable[Corpus],
    annotate: Annotate,
    *,
    extract: Extract | None = None,
    given: bool = False,
) -> Iterator[Result]:
    """The results of each corpus, in order. Raises ReadError for a file that cannot be read.

    `annotate` is given documents with the date that they state, and without their annotations; with
    `given` those stay, and only dates and order are measured. `extract` makes chronologies; without
    it those in the corpora are left out.
    """
    for corpus in corpora:
        if corpus.kind == "chronologies":
            if extract is not None and not given:
                yield run_chronologies(corpus, extract)
        elif corpus.kind in DATING:
            yield DATING[corpus.kind](corpus, annotate, given)
        elif given:
            continue  # nothing of these is left to find
        elif corpus.kind == "timelines":
            yield run_timelines(corpus, annotate)
        else:
            yield (_run_cases if corpus.kind == "cases" else _run_timeml)(corpus, annotate)


def _run_timeml(corpus: Corpus, annotate: Annotate) -> Result:
    documents = [read_timeml(path) for path in corpus.files]
    bare = [replace(document, annotations=None) for document in documents]
    timexes: list[Pair] = []
    events: list[Pair] = []
    faults: dict[str, list[Fault]] = {"timex": [], "event": []}
    for path, document, annotated in zip(corpus.files, documents, annotate(bare), strict=True):
        of_times = pair_marks(gold_timexes(document), found_timexes(annotated))
        of_events = pair_marks(gold_events(document), found_events(annotated))
        timexes += of_times
        events += of_events
        name, text = path.stem, document.text
        faults["timex"] += find_faults(name, text, of_times, TIMEX_ATTRIBUTES)
        faults["event"] += find_faults(name, text, of_events, EVENT_ATTRIBUTES)
    # What nobody annotated cannot be scored: then everything found would be spurious.
    has_times = any(pair.gold for pair in timexes)
    has_events = any(pair.gold for pair in events)
    return Result(
        corpus=corpus.name,
        part=corpus.part,
        documents=len(documents),
        sha256=corpus.sha256,
        timexes=score_timexes(timexes) if has_times else {},
        events=score_events(events) if has_events else {},
        classes=score_labels(events, "class") if has_events else {},
        parts_of_speech=score_parts_of_speech(events) if has_events else {},
        calibration=measure_calibration(events) if has_events else Calibration(),
        groups={"event modality": score_labels(events, "modality")} if has_events else {},
        rules={
            "timex": score_rules(timexes, TIMEX_ATTRIBUTES) if has_times else [],
            "event": score_rules(events, EVENT_ATTRIBUTES[:1]) if has_events else [],
        },
        faults={
            "timex": faults["timex"] if has_times else [],
            "event": faults["event"] if has_events else [],
        },
    )


def _run_cases(corpus: Corpus, annotate: Annotate) -> Result:
    cases = [case for path in corpus.files for case in read_cases(path)]
    texts = [_as_document(number, case) for number, case in enumerate(cases, start=1)]
    judged = [
        (case, judge_case(case, annotated.expressions))
        for case, annotated in zip(cases, annotate(texts), strict=True)
    ]
    return Result(
        corpus=corpus.name,
        part=corpus.part,
        documents=len(cases),
        sha256=corpus.sha256,
        cases=count_cases(judged),
        faults={"case": _case_faults(texts, [answers for _, answers in judged])},
    )


def _as_document(number: int, case: Case) -> Document:
    name = f"case-{number}"
    return Document(name, case.text, name, given_date=case.date, given_basis="field")


def _case_faults(texts: Sequence[Document], judged: Sequence[Sequence[Answer]]) -> list[Fault]:
    return [
        fault
        for document, answers in zip(texts, judged, strict=True)
        for fault in case_faults(document.id, document.text, answers)
    ]


__all__ = ["Annotate", "Extract", "Result", "evaluate"]

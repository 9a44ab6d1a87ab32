"""`timeline evaluate`: how good the program is on texts that people have annotated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import OptionError
from .figures import align, as_json, separate, tell
from .messages import complain
from .options import answer_option
from .output import is_terminal, open_output
from .parameters import Whole
from .setting import setting

if TYPE_CHECKING:
    from ..evaluation.run import Extract, Result
    from ..evaluation.tables import Row
    from ..pipeline import Options

BELOW = 1  # exit code: a figure is below its floor
FLOORS = "scores.json"
EVENT_MODEL = ".npz"  # how the file of an event model ends
PARTS = ("train", "development", "test")


@click.command(
    epilog="""\b
Examples:
  timeline evaluate ../shared/corpora/timebank
  timeline evaluate ../shared/corpora/timebank --errors timex --kind value --limit 20
  timeline evaluate ../shared/corpora/timebank --calibration --curve
  timeline evaluate ../shared/corpora/timebank --compare en_core_web_md
  timeline evaluate ../shared/corpora/timebank --compare older/events.npz
  timeline evaluate ../shared/corpora/recognizers --errors case
  timeline evaluate ../shared/corpora/eventtime --use-annotations --details --by-rule
  timeline evaluate data
  timeline evaluate ../shared/corpora/timebank ../shared/corpora/aquaint --check

\b
Exit codes: 0 done, 1 --check found a figure below its floor, 2 usage or nothing usable.
"""
)
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...")
@click.option(
    "--part",
    type=click.Choice([*PARTS, "all"]),
    default="development",
    show_default=True,
    help="Of the documents in models/splits.json, those of this part; others are always in.",
)
@click.option(
    "--errors",
    "of",
    type=click.Choice(["timex", "event", "case", "anchor", "chronology"]),
    help="List what went wrong.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="Only these errors: missed, spurious, span, type, value, class, tense, ...",
)
@click.option("--limit", type=Whole(min=1), metavar="N", help="At most N errors of a kind.")
@click.option(
    "--use-annotations",
    "given",
    is_flag=True,
    help="Dates and order of the gold events, with the gold expressions.",
)
@click.option("--by-rule", is_flag=True, help="How precise each rule and each sieve is.")
@click.option(
    "--details", is_flag=True, help="Also by class, part of speech, sieve and kind of case or time."
)
@click.option("--calibration", is_flag=True, help="Whether a confidence is right.")
@click.option("--curve", is_flag=True, help="Precision and recall of events by threshold.")
@click.option(
    "--compare",
    "other",
    metavar="NAME",
    help="Another spaCy pipeline, or another events.npz: the difference in figures.",
)
@click.option(
    "--check", is_flag=True, help="Compare with the floors; exit code 1 if one is missed."
)
@click.option("--save", is_flag=True, help="Make these figures the floors.")
@click.option("--lower-floors", is_flag=True, help="With --save: lower floors where need be.")
@click.option(
    "--floors",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"Where the floors are.  [default: models/{FLOORS}]",
)
@answer_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, readable=False),
    help="Write this file.",
)
@setting("--model", metavar="NAME", help="Another spaCy pipeline, by name or path.")
def evaluate(
    gold: tuple[str, ...],
    part: str,
    of: str | None,
    kinds: tuple[str, ...],
    limit: int | None,
    given: bool,
    by_rule: bool,
    details: bool,
    calibration: bool,
    curve: bool,
    other: str | None,
    check: bool,
    save: bool,
    lower_floors: bool,
    floors: Path | None,
    format_name: str | None,
    output: str | None,
    model: str | None,
) -> int:
    """Compare with what people annotated: TimeML, cases, times and order of events, chronologies.

    The corpora of the examples are not part of the repository: name those that you have.

    Every corpus and every part of it is reported apart: F1 of temporal expressions (strict,
    relaxed, type, value) and of events (strict, relaxed, class, tense, ...) as TempEval-3 defines
    them; of cases the shares that were found, mean the right time, and were rightly left alone.
    An event's class, tense, aspect, polarity and modality count where it overlaps a gold one.

    Of dates: the share of gold events with exactly the gold time (TimeBank-EventTime; relaxed: both
    may be true; day: single days; document date: as if all were of that day), an event that is not
    found or not dated being wrong; of pairs in order (MATRES), how many are decided, and how many
    of these right, without and with guesses; of SemEval-2015 timelines the gold mentions dated as
    finely as they are, and the task's relations; of chronologies (NAME.expected.json beside
    NAME.txt) the entries that are exact to the day. With --use-annotations all of it is measured on
    gold events and expressions.
    """
    if (kinds or limit) and of is None:
        raise OptionError("--kind and --limit choose among errors", "add --errors timex")
    if lower_floors and not save:
        raise OptionError("--lower-floors says what --save may do", "add --save")

    from ..evaluation.floors import check_floors, read_floors, save_floors
    from ..paths import models_dir

    path = floors or models_dir() / FLOORS
    held = read_floors(path) if check else {}
    parts = PARTS if part == "all" else (part,)
    results = measure(gold, parts, model, given=given)
    with open_output(output) as stream:
        if format_name == "json":
            stream.write(as_json(results, faults=of is not None))
        else:
            for_people = format_name == "table" or (not (format_name or output) and is_terminal())
            tables = list(_tables(results, of, kinds, limit, by_rule, calibration, curve))
            if other is not None:
                tables.append(_compare(results, _measure_other(gold, parts, model, other, given)))
            for title, rows in tables or [_figures(results, details)]:
                stream.write(align([title, *rows]) if for_people else separate(rows))
    breaches = check_floors(results, held) if check else []
    tell(breaches)
    if save:
        save_floors(results, path, lower=lower_floors)
        complain(f"floors written to {path}")
    return BELOW if breaches else 0


def measure(
    gold: Sequence[str],
    parts: Sequence[str],
    model: str | None,
    *,
    given: bool = False,
    event_model: str | None = None,
) -> list[Result]:
    """Annotate the corpora and score them. Raises ReadError, OptionError and ModelError."""
    from ..evaluation.corpora import find_corpora, read_splits
    from ..evaluation.run import evaluate as run
    from ..pipeline import DEFAULT_MODEL, Options, load

    corpora = find_corpora(gold, parts, read_splits())
    options = Options(model=model or DEFAULT_MODEL, use_annotations=given, event_model=event_model)
    pipeline = load(options)
    results = list(run(corpora, pipeline.annotate_all, extract=_extractor(options), given=given))
    if not results:
        raise OptionError(
            "nothing is left to measure with gold annotations", "leave --use-annotations out"
        )
    return results


def _measure_other(
    gold: Sequence[str], parts: Sequence[str], model: str | None, other: str, given: bool
) -> list[Result]:
    """The figures with another event model (a file) or another spaCy pipeline."""
    if other.endswith(EVENT_MODEL):
        return measure(gold, parts, model, given=given, event_model=other)
    return measure(gold, parts, other, given=given)


def _extractor(options: Options) -> Extract:
    """Makes the chronology of a text as `timeline extract` would, with its answer's options."""
    from dataclasses import replace

    import msgspec

    from ..batch.run import run
    from ..readers import read_sources
    from ..temporal.edtf import parse_date

    def extract(path: Path, answer: Mapping[str, Any]) -> Mapping[str, Any]:
        own = replace(options, reading_date=parse_date(answer["read_on"]), **answer["options"])
        found: Mapping[str, Any] = msgspec.to_builtins(run(read_sources([str(path)]), own))
        return found

    return extract


def _tables(
    results: Sequence[Result],
    of: str | None,
    kinds: Sequence[str],
    limit: int | None,
    by_rule: bool,
    calibration: bool,
    curve: bool,
) -> Iterable[tuple[Row, Iterable[Row]]]:
    """What was asked for beside the figures."""
    from ..evaluation import tables

    if of is not None:
        yield tables.FAULTS, tables.fault_rows(results, of, kinds, limit)
    if by_rule:
        yield tables.RULES, tables.rule_rows(results)
    if calibration:
        yield tables.CALIBRATION, tables.calibration_rows(results)
    if curve:
        yield tables.CURVE, tables.curve_rows(results)


def _figures(results: Sequence[Result], details: bool) -> tuple[Row, Iterable[Row]]:
    from ..evaluation import tables

    return tables.FIGURES, tables.figure_rows(results, details=details)


def _compare(results: Sequence[Result], others: Sequence[Result]) -> tuple[Row, Iterable[Row]]:
    from ..evaluation import tables

    return tables.COMPARED, tables.compared_rows(results, others)

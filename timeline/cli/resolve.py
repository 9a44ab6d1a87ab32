"""`timeline resolve`: what one phrase means. Rules only; spaCy is not loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import OptionError
from .messages import complain
from .options import answer_option, customs_options, date_option, read_names
from .output import is_terminal, open_output
from .parameters import read_date
from .setting import setting

if TYPE_CHECKING:
    from ..rules.match import Match
    from ..temporal.customs import Customs
    from ..temporal.expression import Direction
    from ..temporal.values import Moment, TimeValue, Unresolved

Value = str | list[str] | None
WAITING = 2  # exit code: understood, but without --date it has no date


@click.command(
    epilog="""\b
Examples:
  timeline resolve "two weeks before Easter" --date 2024-03-05
  timeline resolve "from 1914 to 1933" -f json
  timeline resolve "last Tuesday" --date today | grep ^value
  timeline resolve "Thanksgiving" --date 2024-03-05 --future

\b
Exit codes: 0 done, also where the phrase has no place in time; 2 usage, no temporal expression,
or no date because --date is missing.
"""
)
@click.argument("phrase")
@date_option
@setting("--day-first/--month-first", default=None, help="How to read 3/4/2021.")
@customs_options
@click.option(
    "--past/--future",
    "is_past",
    default=None,
    help="Of a day that comes again (Thanksgiving, 5 March, Monday) take the last, or the next.",
)
@answer_option
def resolve(
    phrase: str,
    given_date: str | None,
    day_first: bool | None,
    country: str | None,
    hemisphere: str | None,
    fiscal_year_start: int | None,
    named_dates: str | None,
    is_past: bool | None,
    format_name: str | None,
) -> int:
    """Say what a temporal expression means, seen from a date.

    Prints its value (TIMEX3), EDTF, bounds, granularity and rule. Of a day that comes again the
    nearest is taken, and `direction` says on which side it lies. A phrase that is understood but
    has no place in time is printed with the reason; where only --date is missing, the exit code
    is 2.
    """
    from ..rules import find_matches, parse_phrase
    from ..rules.customs import make_customs
    from ..temporal.anchor import bases

    names, customs = read_names(named_dates), make_customs(country, hemisphere, fiscal_year_start)
    match = parse_phrase(phrase.strip(), day_first=day_first, named=names)
    if match is None:
        found = find_matches(phrase, day_first=day_first, named=names)
        inside = [phrase[m.start : m.end] for m in found]
        hint = f"it holds one: {inside[0]!r}" if inside else "try one such as 'two weeks ago'"
        raise OptionError(f"{phrase!r} is not a temporal expression", hint)
    date = read_date(given_date) if given_date else None
    direction: Direction = "near" if is_past is None else "past" if is_past else "future"
    answer = make_answer(phrase, match, date, direction, customs)
    with open_output(None) as stream:
        stream.write(_write(answer, format_name or ("table" if is_terminal() else "tsv")))
    if answer["reason"]:
        is_waiting = date is None and bool(bases(match.expr))
        tip = "give --date: the day it counts from, such as 2024-03-05, or today"
        complain(f"{phrase!r} has no date: {answer['reason']}", tip if is_waiting else None)
        return WAITING if is_waiting else 0
    return 0


def make_answer(
    phrase: str,
    match: Match,
    date: Moment | None,
    direction: Direction = "near",
    customs: Customs | None = None,
) -> dict[str, Value]:
    """Everything about a phrase, by name; None where there is nothing to say."""
    from ..rules.customs import CUSTOMS
    from ..rules.narrative.date_match import type_of
    from ..temporal.anchor import AnchorTime
    from ..temporal.meaning import describe
    from ..temporal.resolve import resolve as resolve_expr
    from ..temporal.values import Unresolved

    def seen(side: Direction) -> TimeValue | Unresolved:
        return resolve_expr(match.expr, AnchorTime(date, date, side, customs=customs or CUSTOMS))

    value = seen(direction)
    sides = {"past": seen("past"), "future": seen("future")}
    is_choice = sides["past"] != sides["future"] and not isinstance(value, Unresolved)
    taken = [side for side, other in sides.items() if other == value] if is_choice else []
    answer: dict[str, Value] = {"phrase": phrase, "type": type_of(match, value)}
    answer |= _describe_value(value)
    answer |= {
        "direction": taken[0] if taken else None,
        "stated": list(match.stated),
        "meaning": describe(match.expr),
        "rule": match.rule,
        "reason": value.reason if isinstance(value, Unresolved) else None,
    }
    return answer


def _describe_value(value: TimeValue | Unresolved) -> dict[str, Value]:
    from ..temporal.arithmetic import first_moment, iso, last_moment
    from ..temporal.edtf import to_edtf
    from ..temporal.timex3 import to_timex3
    from ..temporal.values import Interval, Moment, OneOf, Unresolved

    names = ("value", "mod", "quant", "freq", "edtf", "first", "last", "granularity")
    answer: dict[str, Value] = dict.fromkeys(names)
    if isinstance(value, Unresolved):
        return answer
    timex = to_timex3(value)
    first, last = first_moment(value), last_moment(value)
    cell = value.start if isinstance(value, Interval) else value
    return {
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "edtf": to_edtf(value),
        "first": iso(first) if first else None,
        "last": iso(last) if last else None,
        "granularity": cell.granularity.label if isinstance(cell, Moment | OneOf) else None,
    }


def _write(answer: dict[str, Value], format_name: str) -> str:
    from ..exporters.json import encode
    from ..exporters.safe import show

    if format_name == "json":
        return encode(answer, indent=2) + "\n"
    lines = []
    for name, value in answer.items():
        words = " ".join(value) if isinstance(value, list) else value
        if words:
            gap = "\t" if format_name == "tsv" else " " * (13 - len(name))
            lines.append(f"{name}{gap}{show(words)}\n")
    return "".join(lines)

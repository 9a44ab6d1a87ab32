"""Values of a text whose expressions are read with cues by hand, without a parse."""

from timeline.annotation import DocumentDate, TemporalExpression
from timeline.document import Block
from timeline.rules import find_matches
from timeline.rules.cues import Cue
from timeline.rules.narrative import resolve_matches
from timeline.temporal.edtf import parse_date
from timeline.temporal.timex3 import to_timex3
from timeline.temporal.values import Unresolved


def values(expressions: tuple[TemporalExpression, ...]) -> dict[str, str]:
    """TIMEX3 values by the words; the reason where there is none."""
    return {
        e.text: e.value.reason if isinstance(e.value, Unresolved) else to_timex3(e.value).value
        for e in expressions
    }


def told(
    text: str, date: str | None, cues: dict[str, Cue] | None = None, basis: str = "given"
) -> dict[str, str]:
    """Values of a text of one paragraph a line, with cues by the words that they are for."""
    return values(read(text, date, cues, basis))


def read(
    text: str, date: str | None, cues: dict[str, Cue] | None = None, basis: str = "given"
) -> tuple[TemporalExpression, ...]:
    """The same, as expressions."""
    blocks, start = [], 0
    for line in text.split("\n"):
        kind = "heading" if line.startswith("# ") else "paragraph"
        blocks.append(Block(start, start + len(line), kind))
        start += len(line) + 1
    given = DocumentDate(parse_date(date), basis) if date else DocumentDate(None, None)

    def cue_of(start: int, end: int) -> Cue:
        return (cues or {}).get(text[start:end], Cue("past"))

    return resolve_matches(text, find_matches(text), given, blocks, cue_of)

"""Dates the matches of a parsed Doc: tense and context tell on which side a bare date lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..annotation import FromEvent, TemporalExpression
from ..book import Read, Reading
from ..layers import get_blocks, get_date, get_matches, get_passages, get_text, set_expressions
from ..rules.cues import Aside, Cue
from ..rules.customs import CUSTOMS, Customs
from ..rules.narrative import NO_EVENTS, resolve_matches
from ..tokens import span_of
from .clause_cue import find_cue


class TimexNormalizer:
    """spaCy component: the matches become expressions with values."""

    def __init__(self, customs: Customs = CUSTOMS) -> None:
        self.customs = customs

    def __call__(self, doc: Reading) -> Reading:
        """Predict and store."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Read) -> tuple[TemporalExpression, ...]:
        """The expressions, in text order."""
        return date_matches(doc, self.customs)

    def set_annotations(self, doc: Read, expressions: tuple[TemporalExpression, ...]) -> None:
        """Store the expressions."""
        set_expressions(doc, expressions)


def date_matches(
    doc: Read, customs: Customs = CUSTOMS, from_events: Mapping[str, FromEvent] = NO_EVENTS
) -> tuple[TemporalExpression, ...]:
    """The matches of a Doc as expressions; `from_events` have a value by a dated event."""

    def cue_of(start: int, end: int) -> Cue:
        span = span_of(doc, start, end)
        if span is None:
            return Cue()
        cue = find_cue(span.root)
        # "On 12 May 1902 a papyrus was bought": what opens a sentence leads the story, even
        # where the parser made it a name of the noun behind it.
        leads = span.start - 1 <= span[0].sent.start
        return replace(cue, aside=cue.aside & ~Aside.PASSING) if leads else cue

    matches, date, blocks = get_matches(doc), get_date(doc), get_blocks(doc)
    text, passages = get_text(doc), get_passages(doc)
    return resolve_matches(text, matches, date, blocks, cue_of, customs, passages, from_events)

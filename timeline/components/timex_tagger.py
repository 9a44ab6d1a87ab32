"""Finds temporal expressions in a parsed Doc: by the rules, then the model's own by dateparser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate

from spacy.tokens import Token

from ..book import Read, Reading
from ..layers import get_blocks, get_text, set_matches
from ..rules import fallback, find_matches
from ..rules.match import Match
from ..rules.named import NO_NAMES, NamedDates
from ..tokens import entities_of, span_of

DATE_LABELS = ("DATE", "TIME")
NAME_LABELS = ("PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART")
# Words that a bare month follows, and a person's name hardly ever.
BEFORE_MONTHS = frozenset("in since until till during last next this early late mid".split())


def not_verb(token: Token, match: Match) -> bool:
    """Refuse "may", "march", "sat" where the tagger reads a verb."""
    return token.pos_ not in ("VERB", "AUX")


def not_name(token: Token, match: Match) -> bool:
    """Refuse a word that is part of a name: "April Jones", "Theresa May"."""
    if token.ent_type_ not in NAME_LABELS:
        return True
    if token.i and token.nbor(-1).lower_ in BEFORE_MONTHS:
        return True  # "since March", whatever the model makes of the word
    alone = token.ent_iob_ == "B" and (
        token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
    )
    return alone and token.ent_type_ != "PERSON"


def noun_number(token: Token, match: Match) -> bool:
    """A bare number is a year only where it does not count the noun after it.

    At the head of a line, apart from what follows, it heads a list of years: "1991   Elected".
    """
    return token.dep_ not in ("nummod", "quantmod") or _heads_line(token)


def _heads_line(token: Token) -> bool:
    begins = token.i == 0 or "\n" in token.nbor(-1).text
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    apart = following.text == ":" or (following.is_space and len(following.text) > 1)
    return begins and (apart or "\t" in following.text)


GUARDS: dict[str, Callable[[Token, Match], bool]] = {
    "not-verb": not_verb,
    "not-name": not_name,
    "noun-number": noun_number,
}


class TimexTagger:
    """spaCy component: matches of the rules, guarded by the parse, kept on the Doc."""

    def __init__(self, *, day_first: bool | None = None, named: NamedDates = NO_NAMES) -> None:
        self.day_first = day_first
        self.named = named

    def __call__(self, doc: Reading) -> Reading:
        """Predict and store."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Read) -> tuple[Match, ...]:
        """The matches, in text order."""
        found = find_matches(
            get_text(doc), day_first=self.day_first, blocks=get_blocks(doc), named=self.named
        )
        kept = [match for match in found if _passes(doc, match)]
        kept += self._from_model(doc, found)
        return tuple(sorted(kept, key=lambda m: (m.start, -m.end)))

    def set_annotations(self, doc: Read, matches: tuple[Match, ...]) -> None:
        """Store the matches."""
        set_matches(doc, matches)

    def _from_model(self, doc: Read, found: tuple[Match, ...]) -> list[Match]:
        """Dates of the model that no rule touched and that dateparser reads as calendar dates."""
        taken = sorted((m.start, m.end) for m in found)
        reach = list(accumulate((end for _, end in taken), max))
        extra: list[Match] = []
        text = get_text(doc)
        for lo, hi in entities_of(doc, DATE_LABELS):
            before = bisect_left(taken, (hi,))
            if before and reach[before - 1] > lo:
                continue
            expr = fallback.read_calendar_date(text[lo:hi])
            if expr is not None:
                stated = tuple(
                    name for name in ("year", "month", "day") if getattr(expr, name) is not None
                )
                extra.append(Match(lo, hi, "dateparser", "DATE", expr, stated))
        return extra


def _passes(doc: Read, match: Match) -> bool:
    """True unless a guard of the match refuses one of its words."""
    if match.guard is None:
        return True
    guard = GUARDS[match.guard]
    span = span_of(doc, match.start, match.end)
    return span is None or all(
        guard(token, match) for token in span if token.is_alpha or token.like_num
    )

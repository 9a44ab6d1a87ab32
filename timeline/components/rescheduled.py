"""What was only a plan, as the text goes on to say: "was set for 4 April but moved to 18 April"."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from ..describe.parse import Parse
from ..rules.prospective import ARRANGING, BACK_AND_FORTH, NEW_DAY, RESCHEDULING

SET = ARRANGING | {"due"}


def is_plan(parse: Parse, i: int, triggers: Container[int], is_date: Callable[[int], bool]) -> bool:
    """Whether token i was to be on a day that was given up, or is moved to a day itself."""
    if parse.lemma[i].lower() in SET:
        return any(_moves_to_a_day(parse, k, is_date) for k in _verbs_beyond(parse, i))
    if not _moves_to_a_day(parse, i, is_date):
        return False
    return not any(k in triggers for k in parse.children(i, "dobj", "nsubjpass"))


def _verbs_beyond(parse: Parse, i: int) -> Iterator[int]:
    """The verbs that go on to tell of what is set for a day."""
    verb = parse.head[i] if parse.dep[i] == "acomp" else i
    if parse.dep[verb] in ("acl", "relcl"):
        above = parse.head[parse.head[verb]]
        yield above
        yield from parse.children(above, "conj")
    yield from parse.children(verb, "conj")


def _moves_to_a_day(parse: Parse, verb: int, is_date: Callable[[int], bool]) -> bool:
    lemma = parse.lemma[verb].lower()
    names = (f"{lemma} {parse.lower[k]}" for k in parse.kids[verb])
    particles = (name for name in names if name.rpartition(" ")[2] in BACK_AND_FORTH)
    if lemma not in RESCHEDULING and RESCHEDULING.isdisjoint(particles):
        return False
    return any(
        is_date(day)
        for to in parse.children(verb, "prep")
        if parse.lower[to] in NEW_DAY
        for day in parse.children(to, "pobj")
    )

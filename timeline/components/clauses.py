"""What a clause takes from the one that it belongs to: "until", "once", "if"."""

from __future__ import annotations

from collections.abc import Callable

from ..annotation import Status
from ..describe.parse import Parse
from .verb_group import VerbGroup

CONDITIONS = frozenset({"if", "unless", "whether"})
TIMES = frozenset({"after", "as", "before", "once", "until", "when", "whenever", "while"})
AHEAD = frozenset({"before", "once", "until"})
INVERTING = frozenset({"had", "were", "should"})
WOULD = frozenset({"would", "could", "might", "should"})
# "will leave once it ends", "will not leave until it ends": as open as what they belong to.
INHERITED: dict[Status, Status] = {
    "denied": "possible",
    "generic": "generic",
    "planned": "planned",
    "possible": "possible",
    "recurring": "recurring",
}


def read_time_clause(
    parse: Parse,
    i: int,
    group_of: Callable[[int], VerbGroup],
    status_of: Callable[[int], Status],
) -> Status | None:
    """Return what a clause gets that says when its governor happens.

    A clause of the past is open only after "would": "would not leave until he came".
    """
    above, group = parse.head[i], group_of(i)
    marks = {parse.lower[k] for k in parse.children(i, "advmod", "mark")}
    simple = group.tense == "PRESENT" and "PROGRESSIVE" not in group.aspect
    reported = group.tense == "PAST" and group_of(above).modality == "would"
    if (simple and marks & TIMES) or (reported and marks & AHEAD):
        return INHERITED.get(status_of(above))
    return None


def has_condition(parse: Parse, i: int) -> bool:
    """Tell whether a verb holds only if: "will close if nobody comes", not "even if"."""
    return any(
        parse.lower[m] in CONDITIONS and (m == 0 or parse.lower[m - 1] != "even")
        for clause in parse.children(i, "advcl")
        for m in parse.children(clause, "mark")
    )


def condition_of(parse: Parse, i: int) -> int | None:
    """The verb of the condition that it stands in: "Had the ferry left, it would have come"."""
    verb = i
    for _ in range(3):
        opens = parse.lower[parse.sentence[i]] in INVERTING and verb < parse.head[verb]
        if opens and parse.dep[verb] in ("advcl", "ccomp"):
            above = parse.head[verb]
            first = parse.sentence[i]
            held = first == verb or parse.head[first] == verb
            would = any(parse.lower[k] in WOULD for k in parse.children(above, "aux"))
            return verb if held and would else None
        verb = parse.head[verb]
    return None


def is_unreal(parse: Parse, i: int) -> bool:
    """Whether a condition was not met: "Had it left (if it had left), it would have come"."""
    verb = condition_of(parse, i)
    if verb is None:
        verb = i
        marks = (parse.lower[k] for k in parse.children(i, "mark"))
        if parse.dep[i] != "advcl" or not any(mark in ("if", "unless") for mark in marks):
            return False
    had = {parse.lower[k] for k in parse.children(verb, "aux")}
    above = parse.head[verb]
    would = {parse.lower[k] for k in parse.children(above, "aux")}
    # "Had it left", with "had" for the verb and "left" below its object
    opens = parse.sentence[i] == verb and parse.lower[verb] == "had"
    above_it = parse.head[i]
    below = (above_it == verb and parse.dep[i] == "conj") or (
        opens and verb in (above_it, parse.head[above_it])
    )
    told = "had" in had or opens
    return (i == verb or below) and told and bool(would & WOULD) and "have" in would

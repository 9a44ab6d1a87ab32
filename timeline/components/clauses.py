"""What a clause takes from the one that it belongs to: "until", "once", "if"."""

from __future__ import annotations

from collections.abc import Callable

from ..annotation import Status
from ..describe.parse import Parse
from .verb_group import VerbGroup

CONDITIONS = frozenset({"if", "unless", "whether"})
TIMES = frozenset({"after", "as", "before", "once", "until", "when", "whenever", "while"})
AHEAD = frozenset({"before", "once", "until"})
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

"""Whether a verb or a noun has a date of its own, none of a clause below it."""

from __future__ import annotations

from collections.abc import Collection

from .labels import VERBAL
from .parse import Parse


def has_own_date(parse: Parse, i: int, expressed: Collection[int]) -> bool:
    """Tell whether one of the `expressed` tokens hangs on token i and on no verb below it."""
    todo = list(parse.kids[i])
    while todo:
        t = todo.pop()
        if t in expressed:
            return True
        if parse.pos[t] not in VERBAL or parse.dep[t] in ("aux", "auxpass", "prep"):
            todo.extend(parse.kids[t])
    return False

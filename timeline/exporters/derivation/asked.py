"""What stands at an offset, or is named by an id, and how its date came about."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import OptionError
from ..suggest import suggest
from .found import DATE, Derivation
from .telling import tell_date, tell_entry, tell_event, tell_expression


def tell_at(found: Derivation, offset: int) -> Iterator[str]:
    """Everything that covers an offset of the text; raises OptionError if nothing does."""
    length = len(found.annotated.document.text)
    if not 0 <= offset < length:
        raise OptionError(f"--at {offset} is outside the text", f"it has {length} characters")
    expressions = [e for e in found.annotated.expressions if e.start <= offset < e.end]
    events = [e for e in found.annotated.events if e.start <= offset < e.end]
    date = found.annotated.date
    if date.start is not None and date.start <= offset < (date.end or 0):
        yield from tell_date(found)
    elif not expressions and not events:
        raise OptionError(
            f"nothing was found at offset {offset}, line {found.line(offset)}",
            found.near(offset),
        )
    for expression in expressions:
        yield from tell_expression(found, expression)
    for event in events:
        yield from tell_event(found, event)


def tell_id(found: Derivation, name: str) -> Iterator[str]:
    """What an id names, with or without its document before it; raises OptionError."""
    local = found.local(name)
    # An entry has the id of its first event, and tells that event too.
    entries = {found.local(entry.id): entry for entry in found.timeline.entries}
    if local == DATE:
        yield from tell_date(found)
    elif local in entries:
        yield from tell_entry(found, entries[local])
    elif local in found.events:
        yield from tell_event(found, found.events[local])
    elif local in found.expressions:
        yield from tell_expression(found, found.expressions[local])
    else:
        known = [one for one in (*found.events, *found.expressions) if one[0] == local[:1]]
        meant = suggest(local, known, "ids").partition("ids: ")[0]
        raise OptionError(
            f"there is no {name!r} in {found.annotated.document.source}",
            f"{meant}`timeline explain FILE` lists the ids",
        )

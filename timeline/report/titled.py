"""Whose titles a default chronology needs: those of its entries, and those that are compared."""

from __future__ import annotations

from ..annotation import Annotated
from ..merge import kind_of
from ..merge.mentions import APART, dated_extent
from .entries import is_shown


def find_titled(annotated: Annotated) -> frozenset[str]:
    """The ids of the events with an entry, of those that may be merged with them, and a few more.

    Without the other events' titles the entries are the same, but not what `keep_all` adds.
    """
    told: set[str | None] = set()
    for anchor in annotated.anchors:
        if is_shown(anchor, keep_all=False) or dated_extent(anchor) is not None:
            told.update((anchor.event_id, anchor.part_of))
    kinds = {
        kind_of(event.lemma)
        for event in annotated.events
        if event.id in told and event.class_ not in APART
    }
    return frozenset(
        event.id
        for event in annotated.events
        if event.id in told or (event.class_ not in APART and kind_of(event.lemma) in kinds)
    )

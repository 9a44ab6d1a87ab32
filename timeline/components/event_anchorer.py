"""Dates the events of a Doc by running the sieves over it, and what is counted from events."""

from __future__ import annotations

from collections.abc import Mapping

from .. import layers
from ..annotation import FromEvent, TemporalExpression
from ..book import Read, Reading
from ..rules.customs import CUSTOMS, Customs
from ..sieves import Dated, Scene, date_events, make_scene
from .timex_normalizer import date_matches


class EventAnchorer:
    """spaCy component: gives events their time; needs expressions, events and a parse."""

    def __init__(self, customs: Customs = CUSTOMS) -> None:
        self.customs = customs

    def __call__(self, doc: Reading) -> Reading:
        """Anchor the events of a Doc in place."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Read) -> Dated:
        """The anchors in the order of their events, the undated, and the expressions."""

        def redate(from_events: Mapping[str, FromEvent]) -> tuple[TemporalExpression, ...]:
            return date_matches(doc, self.customs, from_events)

        # Given expressions have no matches: they stay as they were given.
        scene = scene_of(doc)
        try:
            return date_events(scene, redate if layers.get_matches(doc) else None)
        finally:
            scene.doc.untie()

    def set_annotations(self, doc: Read, dated: Dated) -> None:
        """Store the anchors, the undated, the order, and what events gave a date to."""
        layers.set_anchors(doc, dated.anchors, dated.undated)
        layers.set_links(doc, dated.links, dated.disputes)
        if dated.expressions != layers.get_expressions(doc):
            layers.set_expressions(doc, dated.expressions)


def scene_of(doc: Read) -> Scene:
    """What the sieves see of a Doc with expressions, events and a parse."""
    return make_scene(
        doc,
        layers.get_expressions(doc),
        layers.get_events(doc),
        layers.get_date(doc),
        layers.get_blocks(doc),
        layers.get_passages(doc),
    )

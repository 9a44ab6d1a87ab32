"""Dates the events of a Doc by running the sieves over it."""

from __future__ import annotations

from spacy.tokens import Doc

from .. import layers
from ..annotation import Anchor
from ..sieves import Scene, make_scene, run_sieves

Anchors = tuple[tuple[Anchor, ...], tuple[tuple[str, str], ...]]


class EventAnchorer:
    """spaCy component: gives events their time; needs expressions, events and a parse."""

    def __call__(self, doc: Doc) -> Doc:
        """Anchor the events of a Doc in place."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> Anchors:
        """The anchors in the order of their events, and (event id, reason) of the undated."""
        return run_sieves(scene_of(doc))

    def set_annotations(self, doc: Doc, anchors: Anchors) -> None:
        """Store the anchors and the undated."""
        layers.set_anchors(doc, *anchors)


def scene_of(doc: Doc) -> Scene:
    """What the sieves see of a Doc with expressions, events and a parse."""
    return make_scene(
        doc,
        layers.get_expressions(doc),
        layers.get_events(doc),
        layers.get_date(doc),
        layers.get_blocks(doc),
        layers.get_passages(doc),
    )

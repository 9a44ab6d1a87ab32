"""Dates the events of a Doc by running the sieves over it, and brings them into one order."""

from __future__ import annotations

from spacy.tokens import Doc

from .. import layers
from ..annotation import EventLink
from ..consistency import NAME as ORDER
from ..consistency import Settled
from ..sieves import make_scene, put_in_order, run_sieves

Anchors = tuple[Settled, tuple[EventLink, ...], tuple[tuple[str, str], ...]]


class EventAnchorer:
    """spaCy component: gives events their time; needs expressions, events and a parse."""

    def __call__(self, doc: Doc) -> Doc:
        """Anchor the events of a Doc in place."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> Anchors:
        """The anchors with what lost, the links, and (event id, reason) of the undated."""
        scene = make_scene(
            doc,
            layers.get_expressions(doc),
            layers.get_events(doc),
            layers.get_date(doc),
            layers.get_blocks(doc),
            layers.get_passages(doc),
        )
        anchors, undated = run_sieves(scene)
        settled, links = put_in_order(scene, anchors)
        bounded = {anchor.event_id for anchor in settled.anchors if anchor.sieve == ORDER}
        return settled, links, tuple(one for one in undated if one[0] not in bounded)

    def set_annotations(self, doc: Doc, anchors: Anchors) -> None:
        """Store the anchors, what lost against others, the links and the undated."""
        settled, links, undated = anchors
        layers.set_anchors(doc, settled.anchors, undated)
        layers.set_links(doc, links, settled.disputes)

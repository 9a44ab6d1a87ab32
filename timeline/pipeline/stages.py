"""The order of the stages: date, parse, find, resolve, detect, anchor. Only this file knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spacy.pipeline import DependencyParser

from ..annotation import Annotated
from ..components.blanks import even_blanks
from ..components.event_tagger import Later
from ..components.forgetting import forgetting
from ..components.sentences import mark_sentences
from ..components.windows import PIECE, WINDOW, read_in_windows
from ..document import Document
from ..layers import set_source, set_text
from ..report.titled import find_titled
from ..rules import load_rules
from .collect import collect
from .given import place_given
from .options import Options
from .prepare import Prepared, edges_of, prepare, view_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from ..book import Read

# Our stages, after the base pipeline's; the order is the order of the work.
FINDERS = ("timeline_timex_tagger", "timeline_timex_normalizer", "timeline_event_tagger")
TAGGER, ANCHORER = FINDERS[2], "timeline_event_anchorer"
BOOK = 300_000  # tokens of a text whose titles are made at once: its parse would fill the memory


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline with our components, and the options that it reads with."""

    nlp: Language = field(repr=False)
    options: Options

    @property
    def model(self) -> str:
        """Name and version of the spaCy model."""
        meta = self.nlp.meta
        return f"{self.options.model} {meta['version']}"

    @property
    def rules(self) -> str:
        """Digest of the rule files."""
        return load_rules("en").digest

    def annotate(self, document: Document) -> Annotated:
        """Everything found in one document."""
        with forgetting(self.nlp, len(document.text)):
            prepared = prepare(document, self.options)
            return self._annotate(prepared, self._read(prepared))

    def annotate_together(self, documents: Sequence[Document]) -> list[Annotated]:
        """The same of several short documents: parsed at once they take less time."""
        with forgetting(self.nlp, sum(len(document.text) for document in documents)):
            prepared = [prepare(document, self.options) for document in documents]
            docs = self._parse([self._make_doc(one) for one in prepared])
            return [self._annotate(*pair) for pair in zip(prepared, docs, strict=True)]

    def annotate_all(self, documents: Iterable[Document]) -> Iterator[Annotated]:
        """Everything found in each document, in order; no more is read than is asked for.

        What one document says does not hang on the others: `annotate_together` gives the same.
        """
        for document in documents:
            yield self.annotate(document)

    def parse_all(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """The documents as the base pipeline parses them, before our components: for training."""
        made = (self._make_doc(prepare(document, self.options)) for document in documents)
        ours = [name for name in (*FINDERS, ANCHORER) if name in self.nlp.pipe_names]
        with self.nlp.select_pipes(disable=ours):
            yield from self.nlp.pipe(made)

    def find_all(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """The documents with what is found in them, but not when it was: for training."""
        made = (self._make_doc(prepare(document, self.options)) for document in documents)
        with self.nlp.select_pipes(disable=[ANCHORER]):
            yield from self.nlp.pipe(made)

    def parse_given(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """The documents parsed, with the annotations that they bring along: for training."""
        for document in documents:
            prepared = prepare(document, self.options)
            doc = self._parse_one(self._make_doc(prepared))
            place_given(doc, prepared.document)
            yield doc

    def _annotate(self, prepared: Prepared, doc: Read) -> Annotated:
        """What our components find in a parse."""
        if self._is_given(prepared.document):
            place_given(doc, prepared.document)
            self._find(doc, (ANCHORER,))
            return collect(prepared, doc)
        later = None if self.options.every_title or len(doc) > BOOK else Later()
        self._find(doc, (*FINDERS, ANCHORER), later)
        found = collect(prepared, doc)
        if later is None:
            return found
        return replace(found, events=later.titled(found.events, find_titled(found)))

    def _make_doc(self, prepared: Prepared) -> Doc:
        """Tokens of the parsing view, with the sentence starts that are known."""
        view = view_of(prepared.document)
        doc = self.nlp.make_doc(view)
        set_text(doc, view)
        even_blanks(doc)
        mark_sentences(doc, *edges_of(prepared))
        set_source(doc, prepared.date, prepared.document.blocks, prepared.passages)
        return doc

    def _read(self, prepared: Prepared) -> Read:
        """The text as the base pipeline parses it; a long one in windows."""
        view = view_of(prepared.document)
        if len(view) <= PIECE and len(doc := self._make_doc(prepared)) <= WINDOW:
            return self._parse_one(doc)
        book = read_in_windows(self.nlp, view, *edges_of(prepared), self._parse_one)
        set_source(book, prepared.date, prepared.document.blocks, prepared.passages)
        return book

    def _parse_one(self, doc: Doc) -> Doc:
        return self._parse([doc])[0]

    def _parse(self, docs: list[Doc]) -> list[Doc]:
        """What the base pipeline finds in some Docs.

        The parser takes one step in each at a time: for a few texts together these take 40 % less
        time, and the parses are the same. Nothing else gains by it.
        """
        for name, pipe in self.nlp.pipeline:
            if name in (*FINDERS, ANCHORER):
                continue
            if isinstance(pipe, DependencyParser):
                pipe.set_annotations(docs, pipe.predict(docs))
            else:
                docs = [pipe(doc) for doc in docs]
        return docs

    def _is_given(self, document: Document) -> bool:
        return self.options.use_annotations and document.annotations is not None

    def _find(self, doc: Read, names: Iterable[str], later: Later | None = None) -> None:
        """Run some of our components on a parse; titles that are made `later` are not made."""
        for name in names:
            component: Callable[..., object] = self.nlp.get_pipe(name)
            component(doc, **({"later": later} if name == TAGGER else {}))

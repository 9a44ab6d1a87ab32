"""Finds event triggers with the trained model, and reads their attributes off the parse by rule.

A trigger is one token, as in TimeML: the head of the verb group, the head of the noun phrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge

from .. import layers
from ..annotation import Event, TemporalExpression, passage_at
from ..book import Read, Reading
from ..describe import Describer
from ..describe.parse import Parse
from ..temporal.values import Moment
from .carriers import ASPECTUAL, find_carriers, is_arranged
from .diary import find_openers
from .event_features import FeatureReader
from .event_model import EventModel, Found, load_model
from .fragments import find_timed
from .lexicon import EventLexicon, load_lexicon
from .repeated import find_repeated
from .sides import DateAt
from .speech import SpeechReader
from .status import StatusReader
from .status_words import load_status_words

POS_NAMES = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJECTIVE"}
MODIFIER = frozenset({"compound", "nmod", "npadvmod", "amod", "quantmod", "nummod"})
LEAD_IN = re.compile(r"[^:]{0,24}(?::\d\d){0,2}[^:]{0,200}\b(?:wrote|writes):")
BEGINNING = frozenset({"begin", "commence", "launch", "open", "start"})


@dataclass(slots=True)
class Later:
    """Titles that are made when it is known whose are shown: they take longer than all else."""

    describer: Describer | None = None

    def titled(self, events: Sequence[Event], wanted: Collection[str]) -> tuple[Event, ...]:
        """The events, those with an id in `wanted` with a title."""
        made = self.describer
        if made is None:
            return tuple(events)
        return tuple(
            replace(e, title=made.title(e)) if e.id in wanted and not e.title else e for e in events
        )


class EventTagger:
    """Finds events; needs tagger, parser and lemmatizer, and uses entities where there are any."""

    def __init__(
        self, lexicon: EventLexicon | None = None, model: EventModel | None = None
    ) -> None:
        self.lexicon = lexicon or load_lexicon()
        self.model = model or load_model()
        self.words = load_status_words()
        self.features = FeatureReader(self.lexicon.by_part)

    def __call__(self, doc: Reading, later: Later | None = None) -> Reading:
        """Tag a Doc in place: the events with participants, and titles but for those made later."""
        parse = Parse(doc)
        events = self.find(parse)
        describer = Describer(doc, events, parse)
        if later is not None:
            later.describer = describer
        repeated = find_repeated(parse, events, layers.get_expressions(doc), describer.describe)
        described = (describer.describe(e, titled=later is None) for e in _let_go(events))
        self.set_annotations(doc, merge(described, repeated, key=lambda event: event.start))
        return doc

    def set_annotations(self, doc: Read, events: Iterable[Event]) -> None:
        """Store the events."""
        layers.set_events(doc, events)

    def predict(self, doc: Read) -> list[Event]:
        """Return the events of a Doc, in text order, not yet described."""
        return self.find(Parse(doc))

    def find(self, parse: Parse) -> list[Event]:
        """Return the events of a parse, in text order, not yet described."""
        doc = parse.doc
        expressions = layers.get_expressions(doc)
        found = self.find_triggers(parse, _without_own_date(doc, expressions))
        leads = _find_lead_ins(parse)
        found = {i: t for i, t in found.items() if not any(i in lead for lead in leads)}
        triggers = {i: trigger.class_ for i, trigger in found.items()}
        paragraphs = [(block.start, block.end) for block in layers.get_blocks(doc)]
        speech = SpeechReader(parse, triggers, self.words, paragraphs).read()
        reader = StatusReader(parse, triggers, self.words, speech, expressions, _date_at(doc))
        carried = find_carriers(parse, triggers, self.lexicon)
        statuses = {i: reader.read(i) for i in triggers}
        arranged = {i for verb, i in carried.items() if is_arranged(parse, verb)}
        for verb, i in carried.items():
            # "the election will be held", "talks may begin": the verb says it of the noun.
            if i in arranged and statuses[verb] in ("happened", "ongoing"):
                statuses[verb] = statuses[i] = "planned"
            begins = triggers[verb] != ASPECTUAL or parse.lemma[verb] in BEGINNING
            if begins and statuses[i] == "happened":
                statuses[i] = statuses[verb]
        events = []
        for i, class_ in triggers.items():
            group = reader.group(i)
            events.append(
                Event(
                    id=f"e{parse.start[i]}",
                    start=parse.start[i],
                    end=parse.end[i],
                    text=parse.text[parse.start[i] : parse.end[i]],
                    lemma=parse.lemma[i].lower(),
                    pos=POS_NAMES.get(parse.pos[i], "OTHER"),
                    class_=class_,
                    tense=group.tense,
                    aspect=group.aspect,
                    polarity=group.polarity,
                    modality=group.modality,
                    status=statuses[i],
                    sentence=parse.sentence_span(i),
                    attributed_to=speech[i].speaker if i in speech else None,
                    found_by=found[i].by,
                    confidence=found[i].confidence,
                    doubtful=found[i].doubtful and i not in arranged,
                    same_as=f"e{parse.start[carried[i]]}" if i in carried else None,
                )
            )
        reader.close()
        return events

    def find_triggers(
        self, parse: Parse, expressions: Sequence[TemporalExpression] = ()
    ) -> dict[int, Found]:
        """Return the token index of each trigger, its class and who found it, in text order.

        What the model does not know from its corpora, rules add: event nouns with a capital ("the
        Battle of X"), what only an expression shows to be an event ("she was mayor from 1999 to
        2004", "1991: Elected to parliament"), and what opens the sentences of a diary.
        """
        found: dict[int, Found] = {}
        for part in self.features.in_parts(parse.doc) if len(parse) else ():
            found.update(self.model.find(part))
        for i, pos in enumerate(parse.pos):
            if pos == "PROPN" and (class_ := self._name(parse, i)):
                found[i] = Found(class_, None, "rule")
        for i in find_openers(parse, layers.get_passages(parse.doc)):
            told = found.get(i, Found("OCCURRENCE", None, "rule"))
            found[i] = replace(told, doubtful=False)
        timed = find_timed(parse, expressions, found, self.lexicon.by_part["NOUN"])
        found |= {i: Found(class_, None, "rule") for i, class_ in timed.items()}
        return dict(sorted(found.items()))

    def _name(self, parse: Parse, i: int) -> str | None:
        """An event noun with a capital: first in its sentence, or in "the Battle of X"."""
        word = parse.lower[i]
        if parse.dep[i] in MODIFIER:
            return None
        if parse.entity[i] in ("EVENT", "") and word in self.lexicon.names:
            return "OCCURRENCE"
        if parse.entity[i] or not self._begins(parse, i):
            return None
        nouns = self.lexicon.by_part["NOUN"]
        lemmas = (word, word.removesuffix("s"), word.removesuffix("es"))
        return next((nouns[lemma] for lemma in lemmas if lemma in nouns), None)

    def _begins(self, parse: Parse, i: int) -> bool:
        """Tell whether only punctuation or blanks stand before token i in its sentence."""
        before = range(parse.sentence[i], i)
        return all(parse.pos[k] in ("PUNCT", "SPACE") for k in before)


def _let_go(events: list[Event]) -> Iterator[Event]:
    """Each of the events in turn, which the list loses: a book has many."""
    events.reverse()
    while events:
        yield events.pop()


def _find_lead_ins(parse: Parse) -> list[range]:
    """The tokens that say whose mail is quoted below, and when it was written: no event."""
    found = []
    for passage in layers.get_passages(parse.doc):
        stamp = passage.date.end
        if passage.date.basis != "mail" or stamp is None:
            continue
        wrote = LEAD_IN.match(parse.text, stamp)
        if wrote is not None:
            first = bisect_left(parse.start, passage.start)
            found.append(range(first, bisect_left(parse.start, wrote.end())))
    return found


def _date_at(doc: Read) -> DateAt:
    """The date of the passage that an offset stands in, else that of the document."""
    own, passages = layers.get_date(doc).value, layers.get_passages(doc)

    def date_at(offset: int) -> Moment | None:
        passage = passage_at(passages, offset)
        return passage.date.value if passage is not None else own

    return date_at


def _without_own_date(
    doc: Read, expressions: Sequence[TemporalExpression]
) -> list[TemporalExpression]:
    """The expressions without the words of the document's own date: they tell no event."""
    date = layers.get_date(doc)
    if date.start is None or date.end is None:
        return list(expressions)
    return [e for e in expressions if e.end <= date.start or e.start >= date.end]

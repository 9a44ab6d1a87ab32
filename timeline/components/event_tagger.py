"""Finds event triggers by rule: verbs, and the nouns and adjectives that the lexicon knows.

A trigger is one token, as in TimeML: the head of the verb group, the head of the noun phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from .. import layers
from ..annotation import Event, TemporalExpression
from ..describe import describe_events
from ..describe.parse import Parse
from .carriers import ASPECTUAL, find_carriers
from .lexicon import EventLexicon, load_lexicon
from .status import find_speakers, read_status
from .verb_group import read_group

POS_NAMES = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJECTIVE"}
# Tokens inside these entities are names or times: "the Strike Group", "Mourning Day".
NAMES = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "LAW", "WORK_OF_ART"})
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
# A verb form in front of a noun describes it: "stranded foreigners".
DESCRIBING = frozenset({"amod", "compound", "nmod", "prep", "mark", "quantmod", "case", "advmod"})
MODIFIER = frozenset({"compound", "nmod", "npadvmod", "amod", "quantmod", "nummod"})
BEGINNING = frozenset({"begin", "commence", "launch", "open", "start"})
THRESHOLD = 0.45  # share of sightings that were events; best on the development documents


class EventTagger:
    """Finds events; needs tagger, parser and lemmatizer, and uses entities where there are any."""

    def __init__(self, lexicon: EventLexicon | None = None) -> None:
        self.lexicon = lexicon or load_lexicon()

    def __call__(self, doc: Doc) -> Doc:
        """Tag a Doc in place: the events with their titles and participants."""
        self.set_annotations(doc, describe_events(doc, self.predict(doc)))
        return doc

    def set_annotations(self, doc: Doc, events: Sequence[Event]) -> None:
        """Store the events."""
        layers.set_events(doc, events)

    def predict(self, doc: Doc) -> list[Event]:
        """Return the events of a Doc, in text order, not yet described."""
        parse = Parse(doc)
        triggers = self.find_triggers(parse, timed_verbs(parse, layers.get_expressions(doc)))
        speakers = find_speakers(parse, triggers)
        carried = find_carriers(parse, triggers, self.lexicon)
        groups = {i: read_group(parse, i) for i in triggers}
        statuses = {
            i: read_status(parse, i, class_, groups[i], self.lexicon)
            for i, class_ in triggers.items()
        }
        for verb, i in carried.items():
            # "the election will be held", "talks may begin": the verb says it of the noun.
            begins = triggers[verb] != ASPECTUAL or parse.lemma[verb] in BEGINNING
            if begins and statuses[i] == "happened":
                statuses[i] = statuses[verb]
        events = []
        for i, class_ in triggers.items():
            group = groups[i]
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
                    attributed_to=speakers.get(i),
                    same_as=f"e{parse.start[carried[i]]}" if i in carried else None,
                )
            )
        return events

    def find_triggers(self, parse: Parse, timed: frozenset[int] = frozenset()) -> dict[int, str]:
        """Return the token index of each trigger and its TimeML class.

        A form of "be" or "have" is one only where an expression says when (it is in `timed`): "she
        was mayor from 1999 to 2004".
        """
        found: dict[int, str] = {}
        for i, pos in enumerate(parse.pos):
            if pos == "VERB":
                class_ = self._verb(parse, i)
            elif pos == "NOUN":
                class_ = self._noun(parse, i)
            elif pos == "PROPN":
                class_ = self._name(parse, i)
            elif pos == "ADJ":
                class_ = self._adjective(parse, i)
            elif i in timed and parse.dep[i] not in ("aux", "auxpass"):
                class_ = "STATE"
            else:
                continue
            if class_:
                found[i] = class_
        return found

    def _verb(self, parse: Parse, i: int) -> str | None:
        lemma, dep = parse.lemma[i].lower(), parse.dep[i]
        if dep in DESCRIBING and not (dep == "prep" and lemma == "accord"):
            return None
        if self.lexicon.share("verb", lemma, prior=0.9) < THRESHOLD:
            return None
        return self.lexicon.class_of("verb", lemma, "OCCURRENCE")

    def _noun(self, parse: Parse, i: int) -> str | None:
        if parse.dep[i] in MODIFIER or parse.entity[i] in TIMES:
            return None
        if i > 1 and parse.tag[i - 1] == "HYPH" and parse.tag[i - 2] == "IN":
            return None  # "on-call"
        lemma = parse.lemma[i].lower()
        if self.lexicon.noun_share(lemma) < THRESHOLD:
            return None
        return self.lexicon.class_of("noun", lemma, "OCCURRENCE")

    def _name(self, parse: Parse, i: int) -> str | None:
        """An event noun with a capital: first in its sentence, or in "the Battle of X"."""
        word = parse.lower[i]
        if parse.dep[i] in MODIFIER:
            return None
        if parse.entity[i] in ("EVENT", "") and word in self.lexicon.names:
            return "OCCURRENCE"
        if parse.entity[i] or not self._begins(parse, i):
            return None
        for lemma in (word, word.removesuffix("s"), word.removesuffix("es")):
            if self.lexicon.noun_share(lemma) >= THRESHOLD:
                return self.lexicon.class_of("noun", lemma, "OCCURRENCE")
        return None

    def _begins(self, parse: Parse, i: int) -> bool:
        """Tell whether only punctuation or blanks stand before token i in its sentence."""
        before = range(parse.sentence[i], i)
        return all(parse.pos[k] in ("PUNCT", "SPACE") for k in before)

    def _adjective(self, parse: Parse, i: int) -> str | None:
        if parse.dep[i] not in ("acomp", "oprd"):
            return None
        lemma = parse.lemma[i].lower()
        prior = 0.6 if lemma in self.lexicon.hand["adjective"] else 0.0
        if self.lexicon.share("adjective", lemma, prior) < THRESHOLD:
            return None
        return self.lexicon.class_of("adjective", lemma, "STATE")


def timed_verbs(parse: Parse, expressions: Iterable[TemporalExpression]) -> frozenset[int]:
    """Return the copulas that a temporal expression is tied to by a preposition."""
    found = set()
    for expression in expressions:
        span = parse.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None:
            continue
        inside = range(span.start, span.end)
        root = next((t for t in inside if parse.head[t] not in inside), span.start)
        verb = parse.head[parse.head[root]]
        if parse.dep[root] == "pobj" and parse.pos[verb] == "AUX":
            found.add(verb)
    return frozenset(found)

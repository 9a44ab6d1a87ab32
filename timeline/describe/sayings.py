"""Titles of what was said: who said it stays, in short or before a colon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .clause import Clause
from .judge import Judge, Words
from .phrase import noun_phrase
from .price import lost
from .reading import NAMES
from .render import render
from .shorten import LONGEST
from .speaker import (
    NAMED,
    content_ahead,
    saying_above,
    speaker_of,
    speaks_for_oneself,
    without_speakers_office,
)
from .telling import Telling

BEFORE_COLON, UNSAID, NEVER = 0.1, 0.15, 9.0  # what it costs to tell in this way who spoke
LONGEST_OFFICE = 30  # characters before the colon of what somebody without a name said
MOST_KEPT = 0.6  # of the words of what a body says of its own, where its name takes their room
RISKY = 1.0  # from here on other wordings are tried


class Sayings:
    """Makes titles for the sayings of one parse."""

    def __init__(self, judge: Judge, telling: Telling) -> None:
        self.parse = judge.parse
        self.judge = judge
        self.telling = telling

    def ahead(self, i: int, paragraph_start: int) -> str | None:
        """The title "Lee: the bridge is open" of "Mayor Ann Lee said that ...", if that is safe."""
        parse = self.parse
        ahead = content_ahead(parse, i)
        if ahead is None:
            return None
        speaker, said = ahead
        clause = self.telling.clause(said, paragraph_start)
        judged, (kept, words) = self.judge.judged(said, said, clause.tokens(), clause.commas)
        if judged >= RISKY or parse.tag[speaker] == "NNPS":
            return None
        return self._after_name(speaker, kept, words)

    def alone(self, i: int, said: int, best: float, paragraph_start: int) -> str | None:
        """What was said, where the saying at token i leaves more open: behind a name, or alone."""
        parse = self.parse
        clause = self.telling.clause(said, paragraph_start)
        judged, alone = self.judge.judged(said, said, clause.tokens(), clause.commas)
        if judged >= min(best, RISKY):
            return None
        speaker = speaker_of(parse, i)
        named = None
        if speaker is not None and parse.pos[speaker] == "PRON":
            speaker = self.judge.subjects.meant_by(speaker, paragraph_start)
        if speaker is not None and parse.tag[speaker] in ("NNP", "NN"):
            named = self._after_name(speaker, *alone)
        return self.judge.render(alone) if speaker is None else named

    def attributed(self, i: int, chosen: Words) -> str | None:
        """The title "Lee Ltd: net income rose" of what a named body says of its own."""
        parse = self.parse
        kept, words = chosen
        verb = saying_above(parse, i)
        speaker = None if verb is None else speaker_of(parse, verb)
        if speaker is None or parse.entity[speaker] != "ORG" or parse.tag[speaker] not in NAMED:
            return None
        if speaker in kept or parse.child(speaker, "conj") is not None:
            return None
        whole = self._after_name(speaker, kept, words)
        marks = frozenset(t for t in kept if parse.pos[t] == "PUNCT")
        for name in self._names(speaker) if whole is None else ():
            room = LONGEST - len(name) - len(": ")
            judged, (shorter, words) = self.judge.judged(i, i, kept, marks, longest=room)
            if judged < RISKY and len(shorter) >= MOST_KEPT * len(kept):
                whole = whole or self._behind_colon(name, shorter, words)
        return whole

    def whole(
        self, i: int, said: int, tokens: list[int], commas: frozenset[int], paragraph_start: int
    ) -> str:
        """The title of what was said (by the verb `said`) where the speaker takes its room.

        The date is that of the saying, so the speaker stays: in short, or before a colon.
        """
        parse = self.parse
        clause = self.telling.clause(said, paragraph_start)
        told = clause.tokens()
        own_view = speaks_for_oneself(parse, i)
        short = without_speakers_office(parse, i, tokens)
        risk_said, title = self.judge.judged(i, i, short, commas, said)
        ways = [(risk_said + lost(parse, told, title[0]), self.judge.render(title))]
        speaker = speaker_of(parse, i)
        if speaker is not None and parse.tag[speaker] != "PRP":
            cost = BEFORE_COLON if own_view else 0.0
            ways += [
                (judged + cost, line) for judged, line in self._in_short(i, said, clause, speaker)
            ]
        risk_alone, alone = self.judge.judged(i, said, told, clause.commas)
        risk_alone += lost(parse, told, alone[0])
        # What a person holds is not told as a fact.
        ways.append((risk_alone + (NEVER if own_view else UNSAID), self.judge.render(alone)))
        return min(ways, key=lambda way: way[0])[1]

    def _after_name(self, speaker: int, kept: list[int], words: Mapping[int, str]) -> str | None:
        """What was said behind its speaker's name and a colon, if it is not too long."""
        for name in self._names(speaker):
            whole = self._behind_colon(name, kept, words)
            if whole is not None and len(whole) <= LONGEST:
                return whole
        return None

    def _in_short(
        self, i: int, said: int, clause: Clause, speaker: int
    ) -> Iterator[tuple[float, str]]:
        """Yield the same with so much of what was said (by the verb `said`) as has room."""
        tokens, commas = clause.tokens(), clause.commas
        for name in self._names(speaker):
            room = LONGEST - len(name) - len(": ")
            judged, (kept, words) = self.judge.judged(i, said, tokens, commas, longest=room)
            whole = self._behind_colon(name, kept, words) if kept else None
            if whole is not None and len(whole) <= LONGEST:
                yield judged + lost(self.parse, tokens, kept), whole

    def _names(self, speaker: int) -> Iterator[str]:
        """A speaker's name in full and in short, or the office of one who has none."""
        parse = self.parse
        if parse.pos[speaker] == "NOUN":
            office = noun_phrase(parse, speaker, self.judge.dating)
            office = [t for t in office if parse.lower[t] != "here"] or [speaker]
            name = render(parse, office[parse.pos[office[0]] == "DET" :] or [speaker], {})
            if len(name) <= LONGEST_OFFICE:
                yield name
            return
        first = speaker
        while first and parse.entity[first - 1] == parse.entity[speaker] != "":
            first -= 1
        yield " ".join(parse.text[parse.start[first] : parse.end[speaker]].split())
        glued = parse.end[speaker - 1] == parse.start[speaker]  # "Lee Hae-chan"
        if first < speaker and not glued and parse.entity[speaker] == "PERSON":
            yield parse.text[parse.start[speaker] : parse.end[speaker]]

    def _behind_colon(self, name: str, kept: list[int], words: Mapping[int, str]) -> str | None:
        parse = self.parse
        line = render(parse, kept, words)
        named = parse.pos[kept[0]] == "PROPN" or parse.entity[kept[0]] in NAMES
        if not named and line[1:2].islower():
            line = line[0].lower() + line[1:]
        if name.lower() in line.lower():
            return None
        return f"{name[:1].upper()}{name[1:]}: {line}"

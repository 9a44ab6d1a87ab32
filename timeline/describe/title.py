"""An event's title: its clause as one short line of the document's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from .context import joints_above, verb_above
from .doubt import doubt, top_of_chain
from .fill import with_names
from .governing import is_gapped
from .judge import Judge, Words
from .participle import dated_document, is_consequence
from .phrase import VERBAL
from .render import render
from .risk import ABSENT, is_open, opening_risk
from .sayings import RISKY, Sayings
from .shorten import LONGEST, width
from .speaker import content, content_behind, reporting_verb
from .telling import Telling, Told
from .tidy import CONDITIONS
from .wordings import FAR, HIGHEST, is_part_of, slices, whole_clauses

NEAR = 4  # tokens
ROOMY = 70  # characters of a title that has room for more
MOST = 0.6  # of the words of a title must stay where it is shortened for what it is about
SLIGHT, TRIFLE, FEW = 0.3, 0.2, 2  # what more may cost, and the tokens that are too few to matter


class Titles:
    """Makes titles for the events of one parse."""

    def __init__(self, judge: Judge) -> None:
        self.parse = judge.parse
        self.dating = judge.dating
        self.judge = judge
        self.subjects = self.judge.subjects
        self.telling = Telling(self.judge)
        self.sayings = Sayings(self.judge, self.telling)
        self.clause = self.telling.clause

    def title(self, i: int, carrier: int | None = None, paragraph_start: int = 0) -> str:
        """Return the title of the event at token i; `carrier` is the light verb of a noun."""
        parse = self.parse
        document = dated_document(parse, i, self.dating, self.judge.expressed)
        if document:
            return render(parse, document, {})
        if carrier is None:
            saying = reporting_verb(parse, i)
            i = i if saying is None else saying
        tokens, commas = self.telling.of_event(i, carrier, paragraph_start)
        if len(set(tokens)) < len(tokens):
            # What leads to the event may end with what its clause begins with: "being".
            tokens = [t for k, t in enumerate(tokens) if t not in tokens[max(k - NEAR, 0) : k]]
        best, chosen = first = self.judge.judged(i, i, tokens, commas)
        said = content(self.parse, i)
        if said is not None and width(self.parse, tokens) > LONGEST:
            return self.sayings.whole(i, said, tokens, commas, paragraph_start)
        if best >= RISKY and width(parse, tokens) > LONGEST:
            told = self.sayings.ahead(i, paragraph_start)
            if told is not None:
                return told
        said = content_behind(parse, i) if said is None else said
        if said is not None and best >= RISKY:
            told = self.sayings.alone(i, said, best, paragraph_start)
            if told is not None:
                return told
        verb = i if parse.pos[i] in VERBAL else verb_above(parse, i)
        if verb is not None and (verb == i or verb in chosen[0]):
            best += doubt(parse, top_of_chain(parse, verb))
        if best < RISKY or (self.parse.lemma[i] == "date" and self.parse.dep[i] == "acl"):
            return self._line(i, best, chosen)
        seen = set()
        # Where only who "he" is is in doubt, another wording of the same begin is no better.
        begin = chosen[0][0] if chosen[0] and parse.pos[chosen[0][0]] == "PRON" else -1
        begin = begin if opening_risk(parse, *chosen) >= best - ABSENT else -1
        for cost, turn, wording in self._others(i, self._is_lost(chosen), paragraph_start):
            if cost >= best:
                continue  # no risk is below nought
            words = wording()
            if (turn, *words[0]) in seen or words[0][:1] == [begin]:
                continue
            seen.add((turn, *words[0]))
            again = turn == i and words == (tokens, commas)
            judged, other = first if again else self.judge.judged(i, turn, *words)
            if judged + cost < best:
                best, chosen = judged + cost, other
        return self._line(i, best, chosen)

    def _line(self, i: int, best: float, chosen: Words) -> str:
        """Return the line of a title; what names nothing is shortened for what it is about."""
        parse, judge = self.parse, self.judge
        chosen = self._with_more(i, best, self._with_names(best, i, chosen))
        line, wholes = judge.beside(chosen)
        told = next((whole for whole in wholes if len(whole) <= LONGEST), None)
        if told is not None or not wholes:
            return told or line
        room = LONGEST + len(line) - min(map(len, wholes))
        marks = frozenset(t for t in chosen[0] if parse.pos[t] == "PUNCT")
        risk, other = judge.judged(i, i, chosen[0], marks, longest=room)
        told = judge.render(other)
        enough = risk <= best + TRIFLE and len(other[0]) >= MOST * len(chosen[0])
        return told if enough and told != render(parse, *other) else line

    def _with_more(self, i: int, best: float, chosen: Words) -> Words:
        """Return a title that says too little of what it is about with more of its clause.

        "The fire began" was the one "five miles north of Mecca".
        """
        parse = self.parse
        kept, said = chosen
        if parse.pos[i] not in VERBAL or width(parse, kept) > ROOMY:
            return chosen
        if not is_open(parse, kept, said):
            return chosen
        for wording in whole_clauses(parse, i, self.dating):
            if wording.turns_on != i:
                break
            # What else happened is an event of its own.
            others = [k for k in parse.children(i, "conj") if k > i and not is_gapped(parse, k)]
            others += [k for k in parse.children(i, "advcl") if is_consequence(parse, k)]
            joints = [k for k in parse.children(i, "cc") if k > i and others]
            stop = min((*joints, *others), default=len(parse))
            words = self._with_joints(i, [t for t in wording.tokens if t < stop])
            judged, other = self.judge.judged(i, i, *words)
            longer = len(other[0]) > len(kept) + FEW and other[0][0] == kept[0]
            if longer and judged <= best + SLIGHT:
                return other
        return chosen

    def _with_names(self, best: float, i: int, chosen: Words) -> Words:
        """Return a title that leaves open where or of what it tells with the names beside it."""
        parse = self.parse
        kept, said = chosen
        if not kept or not is_open(parse, kept, said):
            return chosen
        extra = sum(len(words) - parse.end[t] + parse.start[t] for t, words in said.items())
        fuller, commas = with_names(parse, kept, self.dating, self.judge.expressed, LONGEST - extra)
        if fuller == kept:
            return chosen
        risk, other = self.judge.judged(i, i, fuller, commas)
        return other if risk <= best + SLIGHT else chosen

    def _others(
        self, i: int, lost_alone: bool, paragraph_start: int
    ) -> Iterator[tuple[float, int, Callable[[], Told]]]:
        """Yield other wordings, not yet made, with what they cost and the token they turn on."""
        parse = self.parse
        above, cost = verb_above(parse, i), FAR
        stranger = None if lost_alone else self.telling.stranger(i)
        while above not in (None, stranger) and cost <= HIGHEST * FAR:
            yield (
                cost + doubt(parse, above),
                i,
                partial(self.telling.context, i, above, paragraph_start),
            )
            above, cost = verb_above(parse, above), cost + FAR
        for wording in (*whole_clauses(parse, i, self.dating), *slices(parse, i, self.dating)):
            if stranger in wording.tokens:
                continue
            words = partial(self._with_joints, i, wording.tokens)
            yield wording.cost, i, words
            if wording.turns_on != i and is_part_of(parse, i, wording.turns_on):
                yield wording.cost, wording.turns_on, words

    def _is_lost(self, chosen: Words) -> bool:
        """Tell whether a title says nothing alone: "They froze it", "If they return"."""
        parse = self.parse
        kept, said = chosen
        if not kept or kept[0] in said:
            return not kept
        first = kept[0]
        pronoun = parse.pos[first] == "PRON" and parse.dep[first] != "expl"
        return pronoun or parse.pos[first] in VERBAL or parse.lower[first] in CONDITIONS

    def _with_joints(self, i: int, tokens: list[int]) -> Told:
        return tokens, joints_above(self.parse, i)

"""An event's title: its clause as one short line of the document's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from .apart import is_told_beside, strangers
from .context import joints_above, verb_above, verbs_above
from .dated import has_own_date
from .doubt import doubt, top_of_chain
from .fill import with_names
from .governing import governor_of, is_gapped
from .judge import Judge, Words
from .labels import VERBAL
from .participle import dated_document, is_consequence
from .reading import is_nameless, is_open, opening_risk
from .render import render
from .risk import ABSENT
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
        line = self._title(i, carrier, paragraph_start)
        beside = carrier is None and is_told_beside(self.parse, i, self.judge.expressed)
        return self._ahead_of(line, i) if beside else line

    def _ahead_of(self, line: str, i: int) -> str:
        """Return the event noun at token i before a clause that is of another day."""
        noun = render(self.parse, self.telling.noun(i), {})
        if noun.lower() not in line[1:].lower():
            return line
        whole = f"{noun} ({self._in_small(line, i)})"
        return whole if len(whole) <= LONGEST else noun

    def _in_small(self, line: str, i: int) -> str:
        """Return a line without the capital of its begin, unless that is a name's."""
        parse = self.parse
        word = line.partition(" ")[0].lower()
        sentence = range(parse.sentence[i], parse.sentence_end(i))
        named = any(parse.lower[t] == word and parse.pos[t] == "PROPN" for t in sentence)
        return line if named or not line[1:2].islower() else line[0].lower() + line[1:]

    def _title(self, i: int, carrier: int | None, paragraph_start: int) -> str:
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
        governor = self._governor(i)
        for cost, turn, wording in self._others(i, self._is_lost(chosen), paragraph_start):
            if cost >= best:
                continue  # no risk is below nought
            words = wording()
            if (turn, *words[0]) in seen or words[0][:1] == [begin]:
                continue
            if governor is not None and governor not in words[0]:
                continue
            seen.add((turn, *words[0]))
            again = turn == i and words == (tokens, commas)
            judged, other = first if again else self.judge.judged(i, turn, *words)
            if judged + cost < best and (governor is None or governor in other[0]):
                best, chosen = judged + cost, other
        return self._line(i, best, chosen)

    def _governor(self, i: int) -> int | None:
        """The verb without which the event would read as a fact that it is not: "denied"."""
        verb = i if self.parse.pos[i] in VERBAL else verb_above(self.parse, i)
        if verb is None:
            return None
        governor = governor_of(self.parse, verb)
        return governor if governor != verb else None

    def _line(self, i: int, best: float, chosen: Words) -> str:
        """Return the line of a title; what names nothing is shortened for what it is about."""
        parse, judge = self.parse, self.judge
        chosen = self._with_more(i, best, self._with_names(best, i, chosen))
        if is_nameless(parse, *chosen):
            attributed = self.sayings.attributed(i, chosen)
            if attributed is not None:
                return attributed
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
        if not kept or parse.pos[i] not in VERBAL or width(parse, kept) > ROOMY:
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
        apart = strangers(parse, i, self.judge.expressed)
        dated = parse.head[i] in self.judge.expressed  # "until May, when it moves"
        if lost_alone and parse.dep[i] in ("advcl", "relcl") and not dated:
            apart = frozenset()  # "since it erupted": how they lie in time is said
        for step, above in enumerate(islice(verbs_above(parse, i), HIGHEST), 1):
            if above in apart:
                break
            cost = step * FAR + doubt(parse, above)
            yield cost, i, partial(self.telling.context, i, above, paragraph_start)
        own = not lost_alone or has_own_date(parse, i, self.judge.expressed)
        for wording in (*whole_clauses(parse, i, self.dating), *slices(parse, i, self.dating)):
            far = own and self._reaches_far(i, wording.tokens)
            if far or not apart.isdisjoint(wording.tokens):
                continue
            words = partial(self._with_joints, i, wording.tokens)
            yield wording.cost, i, words
            if wording.turns_on != i and is_part_of(parse, i, wording.turns_on):
                yield wording.cost, wording.turns_on, words

    def _reaches_far(self, i: int, tokens: Sequence[int]) -> bool:
        """Tell whether a wording has words of another statement, behind a semicolon."""
        marks = self.parse.lower[min(*tokens, i) : max(*tokens, i)] if tokens else ()
        return ";" in marks

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

"""What kind of happening an event is: by its own words, what governs it, and who says so.

The first of denied, possible, planned, recurring, generic, alleged, ongoing that fits is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from ..annotation import Status, TemporalExpression
from ..describe.parse import Parse
from ..rules.chronicle import CLOSING
from .clauses import CONDITIONS, has_condition, is_unreal
from .governor import VERBAL, Governor
from .habit import is_generic, is_of_a_kind, is_of_anyone, repeated_verbs
from .hearsay import is_on_belief
from .negation import happened_after_all, is_replaced, should_have, takes_nothing
from .rescheduled import is_plan
from .sides import DateAt, Sides
from .speech import Speech
from .status_words import HABIT, StatusWords
from .undone import Undone
from .verb_group import VerbGroup, read_group

# "almost doubled" did grow: of a measure these words say how much.
MEASURES = frozenset({"double", "halve", "quadruple", "quintuple", "treble", "triple"})
OPENING = frozenset({'"', "``", "\u201c"})
QUIET = frozenset({"REPORTING", "I_STATE", "STATE", "PERCEPTION"})
LASTING = frozenset({"STATE", "I_STATE"})
DEPTH = 6  # governing words above one another


class StatusReader:
    """The status of the triggers of one parse; `triggers` maps tokens to TimeML classes."""

    def __init__(
        self,
        parse: Parse,
        triggers: Mapping[int, str],
        words: StatusWords,
        speech: Mapping[int, Speech],
        expressions: Iterable[TemporalExpression] = (),
        date_at: DateAt = lambda _: None,
    ) -> None:
        self.parse = parse
        self.triggers = triggers
        self.words = words
        self.speech = speech
        known = tuple(expressions)
        self.repeated = repeated_verbs(parse, known)
        self.dates = sorted(
            (e.start, e.end) for e in known if e.type in ("DATE", "TIME", "INTERVAL")
        )
        self.sides = Sides(parse, known, date_at)
        self.governor = Governor(parse, words, self.group, self.read)
        self.undone = Undone(parse, words, self.group, self.read)
        self._groups: dict[int, VerbGroup] = {}
        self._known: dict[int, Status] = {}
        self._depth = 0

    def close(self) -> None:
        """Part with those that ask back: the parse goes when its last reader does."""
        del self.governor, self.undone

    def group(self, i: int) -> VerbGroup:
        """Return the verb group of token i."""
        if i not in self._groups:
            self._groups[i] = read_group(self.parse, i)
        return self._groups[i]

    def read(self, i: int) -> Status:
        """Return the status of token i, a trigger or a word that governs one."""
        if i not in self._known:
            if self._depth >= DEPTH:
                return "happened"
            self._depth += 1
            status = self._read(i)
            self._known[i] = "denied" if self.undone.is_undone(i, status) else status
            self._depth -= 1
        return self._known[i]

    def _read(self, i: int) -> Status:
        group = self.group(i)
        if self.parse.pos[i] in VERBAL and is_unreal(self.parse, i):
            return "happened" if group.polarity == "NEG" else "denied"
        if group.polarity == "NEG":
            return "happened" if happened_after_all(self.parse, i, group) else "denied"
        if is_replaced(self.parse, i) or takes_nothing(self.parse, i, self.words.litotes):
            return "denied"
        if self._is_commanded(i):
            return "possible"
        beside, governed = self._beside(i), self.governor.read(i)
        if beside is not None and beside not in ("alleged", "recurring"):
            return "denied" if governed == "denied" else beside
        status = self._modal(i, group)
        if status == "planned" and governed in ("denied", "possible"):
            return governed  # "hopes that it will end"
        if status is not None:
            return status
        if governed in ("denied", "possible", "planned"):
            return governed
        if self._is_asked(i):
            return "possible"
        habit = self._habit(i, beside)
        if habit is not None:
            return habit
        speech = self.speech.get(i)
        told = speech is not None and speech.asserted and not speech.factive
        if "alleged" in (beside, governed) or told or is_on_belief(self.parse, i):
            return "alleged"
        if governed is not None:
            return governed
        if is_plan(self.parse, i, self.triggers, self._is_date):
            return "planned"
        if group.tense == "PRESENT" and group.aspect != "PERFECTIVE" and self.sides.lies_ahead(i):
            return "planned"  # "tomorrow we rest"
        return "ongoing" if self._goes_on(i, group) else "happened"

    def _beside(self, i: int) -> Status | None:
        """Read the words directly below: "allegedly", "the planned", "any", "if"."""
        parse = self.parse
        for kid in parse.kids[i]:
            dep = parse.dep[kid]
            if dep == "mark" and parse.lower[kid] in CONDITIONS:
                return "possible"
            if dep not in ("advmod", "amod", "det"):
                continue
            name = self.words.beside.get(parse.lower[kid])
            if name is None or (name == "denied" and parse.lemma[i] in MEASURES):
                continue
            if name == HABIT:
                generic = is_of_a_kind(parse, i) and self.group(i).tense == "PRESENT"
                return "generic" if generic else "recurring"
            if parse.lower[kid] == "any" and parse.pos[i] in VERBAL:
                continue
            return name  # type: ignore[return-value]
        return None

    def _modal(self, i: int, group: VerbGroup) -> Status | None:
        """Read will, may, would: of "would" the words around tell what is meant."""
        parse = self.parse
        if group.tense == "FUTURE":
            return "possible" if has_condition(parse, i) else "planned"
        if group.modality != "would":
            if should_have(parse, i, group):
                return "denied"
            return "possible" if group.modality else None
        if has_condition(parse, i):
            return "denied" if "PERFECTIVE" in group.aspect else "possible"
        speech = self.speech.get(i)
        told = parse.dep[i] == "ccomp" if speech is None else not speech.quoted
        if told:
            return "possible" if "PERFECTIVE" in group.aspect else "planned"
        if "PERFECTIVE" in group.aspect:
            return "denied"
        if any(parse.lower[k] in ("later", "eventually") for k in parse.kids[i]):
            return None  # "he would later become mayor"
        if self.sides.is_over(i):
            return None  # "he would die on Epiphany 1991"
        habit = any(self.words.beside.get(parse.lower[k]) == HABIT for k in parse.kids[i])
        return "recurring" if habit or i in self.repeated else "possible"

    def _is_asked(self, i: int) -> bool:
        """Whether the main verb of a question is open: "did he go?", not "why did he go?"."""
        parse = self.parse
        if parse.pos[i] not in VERBAL:
            return False
        end = parse.sentence_end(i)
        if not any(parse.lower[k] == "?" for k in range(max(i, end - 3), end)):
            return False
        top = i
        while parse.dep[top] in ("conj", "ccomp", "xcomp") and parse.head[top] != top:
            top = parse.head[top]
        if parse.head[top] != top:
            return False
        return not any(parse.tag[k].startswith("W") for k in range(parse.sentence[i], top))

    def _is_commanded(self, i: int) -> bool:
        """Whether a verb is an imperative: no subject, at the head of sentence or quotation."""
        parse = self.parse
        if parse.tag[i] not in ("VB", "VBP"):
            return False
        if parse.head[i] != i:
            opens = i > 0 and parse.lower[i - 1] in OPENING and parse.tag[i] == "VB"
            quoted = opens and parse.dep[i] in ("ccomp", "xcomp")
            return quoted and parse.child(i, "nsubj", "nsubjpass", "aux", "mark") is None
        if parse.child(i, "nsubj", "nsubjpass", "aux") not in (None, *self._objects(i)):
            return False
        before = range(parse.sentence[i], i)
        return all(
            parse.pos[k] in ("PUNCT", "SPACE", "INTJ", "ADV", "CCONJ") or parse.lower[k] == "please"
            for k in before
        )

    def _objects(self, i: int) -> list[int]:
        """What stands after a verb although the parser takes it for a subject: "let us"."""
        return [k for k in self.parse.children(i, "nsubj") if k > i]

    def _habit(self, i: int, beside: Status | None) -> Status | None:
        if is_of_anyone(self.parse, i):
            return "generic"
        if beside == "recurring" or (i in self.repeated and i in self.triggers):
            return "recurring"
        if self.parse.pos[i] != "VERB" or self.triggers.get(i) in QUIET:
            return None
        if self._used_to(i):
            return "recurring"
        return "generic" if is_generic(self.parse, i, self._is_dated(i)) else None

    def _is_dated(self, i: int) -> bool:
        """Whether a date stands in the sentence, or leads the line that it begins: "1970s: ..."."""
        start, end = self.parse.sentence_span(i)
        first = bisect_left(self.dates, (start, start))
        last = bisect_left(self.dates, (end, end))
        if any(e <= end for _, e in self.dates[first:last]):
            return True
        before = self.dates[first - 1][1] if first else None
        return before is not None and not self.parse.text[before:start].strip(CLOSING)

    def _is_date(self, i: int) -> bool:
        """Whether a token is of the words of a date."""
        place = bisect_left(self.dates, (self.parse.end[i],)) - 1
        return place >= 0 and self.parse.start[i] < self.dates[place][1]

    def _used_to(self, i: int) -> bool:
        """Whether it was done again and again: "used to visit her", not "was used to pay"."""
        parse, above = self.parse, self.parse.head[i]
        return (
            parse.dep[i] == "xcomp"
            and parse.lower[above] == "used"
            and self.group(i).tense == "INFINITIVE"
            and not parse.children(above, "auxpass", "dobj")
        )

    def _goes_on(self, i: int, group: VerbGroup) -> bool:
        above = self.parse.head[i]
        if self.parse.dep[i] == "acomp" and self.parse.pos[above] in VERBAL:
            group = self.group(above)  # "is pending"
        if group.tense == "PAST" and "PROGRESSIVE" in group.aspect:
            speech = self.speech.get(i)
            return speech is not None and speech.factive  # "announced that it was closing"
        if group.tense != "PRESENT":
            return False
        if "PROGRESSIVE" in group.aspect:
            return True
        if group.aspect == "NONE":
            return self.triggers.get(i) != "REPORTING"
        # "since 1951 the family has owned"
        parse = self.parse
        since = any(parse.lower[k] == "since" for k in parse.kids[i])
        return since and self.triggers.get(i) in LASTING

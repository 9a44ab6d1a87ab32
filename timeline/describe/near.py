"""The one place that a title's sentence names, where it is that of the title too."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .context import verbs_above
from .dated import has_own_date
from .labels import SUBJECTS, VERBAL
from .parse import Parse
from .people import is_person_noun
from .place_names import PLACES, is_where, may_stand_alone, names_in, text_of_name

# What hangs so tells of another time: "the suspect, who was born in 1980, was shot here".
APART = frozenset({"acl", "relcl", "ccomp", "pcomp"})


class Near:
    """Looks for places; `dating` are the tokens that only say when, `expressed` all dates."""

    def __init__(self, parse: Parse, dating: Collection[int], expressed: Collection[int]) -> None:
        self.parse = parse
        self.dating = dating
        self.expressed = expressed

    def beside(self, line: str, tokens: Sequence[int]) -> str:
        """Return a title that names nothing with the one place that its sentence names."""
        parse = self.parse
        last = tokens[-1]
        if any(parse.pos[t] == "PROPN" for t in tokens):
            return line  # "The envoy left for Naples" of one who had come from Rome
        people = {parse.lower[t] for t, kind in enumerate(parse.entity) if kind == "PERSON"}
        runs = [
            run
            for run in names_in(parse, self.dating, parse.sentence[last], parse.sentence_end(last))
            if parse.entity[run[-1]] in PLACES
            and parse.lower[run[-1]] not in people
            and (parse.dep[run[-1]] == "poss" or is_where(parse, run[-1]))
        ]
        names = {text_of_name(parse, run) for run in runs}
        name = names.pop() if len(names) == 1 else ""
        if not name or not may_stand_alone(name):
            return line
        return f"{line} ({name})" if self._is_there(runs[0][-1], tokens) else line

    def _is_there(self, place: int, tokens: Sequence[int]) -> bool:
        """Tell whether what a title tells happened where another clause of its sentence did.

        Not what describes a part of that, nor where each of them has a date of its own.
        """
        parse = self.parse
        top = _top_verb(parse, tokens)
        top = tokens[0] if top is None else top
        mine, other = self._clauses_above(top), self._clauses_above(place)
        shared = next((t for t in mine if t in other), None)
        if shared is None:
            return False
        between = [*mine[: mine.index(shared)], *other[: other.index(shared)]]
        if any(parse.dep[t] in APART and not self._is_told_of(place, t) for t in between):
            return False
        dated = [has_own_date(parse, t, self.expressed) for t in {mine[0], other[0]}]
        return dated.count(True) < 2

    def _is_told_of(self, place: int, verb: int) -> bool:
        """Tell whether a clause says what happened in a place: "Leeds, where a bus crashed"."""
        parse = self.parse
        where = any(parse.lower[k] == "where" for k in parse.children(verb, "advmod"))
        return where and parse.head[verb] == place

    def _clauses_above(self, t: int) -> list[int]:
        """The verbs that a token stands below, the nearest first, itself if it is one."""
        own = [t] if self.parse.pos[t] in VERBAL else []
        return [*own, *verbs_above(self.parse, t)]


def is_background(parse: Parse, tokens: Sequence[int]) -> bool:
    """Tell whether a title only describes somebody or something: "the man, who was born in 1950".

    Not a thing that its sentence is about: "the offer, which expired on Friday, was low".
    """
    verb = _top_verb(parse, tokens)
    while verb is not None and parse.dep[verb] in ("aux", "auxpass", "conj", "xcomp"):
        verb = parse.head[verb]
    if verb is None or parse.dep[verb] not in ("acl", "relcl"):
        return False
    noun = parse.head[verb]
    return parse.dep[noun] not in SUBJECTS or is_person_noun(parse, noun)


def _top_verb(parse: Parse, tokens: Sequence[int]) -> int | None:
    """Return the first verb of a title that stands below none of its others."""
    verbs = [t for t in tokens if parse.pos[t] in VERBAL]
    return next((t for t in verbs if not any(k in verbs for k in verbs_above(parse, t))), None)

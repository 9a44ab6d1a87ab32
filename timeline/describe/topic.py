"""What a text is about, in one name: for titles that leave open where or of what they tell.

"Nepal: The census started": it says no more than that the text is about Nepal. No person heads a
title so: before a colon the name would be the speaker's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from . import countries
from .parse import Parse
from .people import BODIES
from .phrase import VERBAL

TOPICAL = frozenset({"GPE", "LOC", "EVENT", "FAC", "ORG", "PRODUCT", "PERSON"})
ACTING = frozenset({"ORG", "PERSON", "PRODUCT"})  # a place is the better heading
FIRST_PERSON = 3  # "I" of a text that is told in the first person
PLACES = frozenset({"GPE", "LOC", "FAC", "EVENT"})
# What every country has.
ORGANS = frozenset({"army", "authority", "government", "military", "minister", "ministry",
                    "official", "parliament", "police", "president", "troop"})  # fmt: skip
NEAR = 2  # sentences before a title's own
LEAD = 2  # sentences that name what a text is about
FEWEST = 3  # mentions; two will do where no other place is named
FAR_AHEAD = 1.5  # times as many mentions as the next place: else the text is about both
WHERE = frozenset({"GPE", "LOC"})
INITIALS = 6  # letters of a name in capitals
LONGEST = 32  # characters
SPOKESMEN = ("nsubj", "nsubjpass", "agent")
SAYING = frozenset({"say", "report", "tell", "quote", "cite", "announce", "add"})


class Topic:
    """The name that most of a text turns on; `dating` are the tokens that only say when."""

    def __init__(self, parse: Parse, dating: Collection[int]) -> None:
        self.parse = parse
        self.dating = dating
        self._name: str | None = None
        self._kind = ""

    def beside(self, line: str, tokens: Sequence[int]) -> str:
        """Return a title before the name of what its text is about, if it has one.

        Not where the title of these tokens may be about another, nor before a person's name: that
        would seem to be whose doing it was.
        """
        if self._name is None:
            self._name, self._kind = self._find()
        if not self._name or self._name in line or self._name.split(" ")[-1] in line:
            return line
        if self._kind == "PERSON" or self._is_elsewhere(tokens):
            return line
        return f"{line} ({self._name})"

    def nearest(self, line: str, tokens: Sequence[int]) -> str:
        """Return a title that names nothing before the one place that its sentence names."""
        parse = self.parse
        last = tokens[-1]
        if any(parse.pos[t] == "PROPN" for t in tokens):
            return line  # "The envoy left for Naples" of one who had come from Rome
        people = {parse.lower[t] for t, kind in enumerate(parse.entity) if kind == "PERSON"}
        names = {
            " ".join(parse.text[parse.start[run[0]] : parse.end[run[-1]]].split())
            for run in self._names(parse.sentence[last], parse.sentence_end(last))
            if parse.entity[run[-1]] in PLACES
            and parse.lower[run[-1]] not in people
            and (parse.dep[run[-1]] == "poss" or self._is_where(run[-1]))
        }
        name = names.pop() if len(names) == 1 else ""
        return f"{line} ({name})" if name and _is_heading(name) else line

    def _find(self) -> tuple[str, str]:
        parse = self.parse
        lead = self._lead_end()
        counts: Counter[str] = Counter()
        words: dict[str, tuple[str, str]] = {}
        leading, located, speaking = set(), set(), set()
        for run in self._names():
            text = " ".join(parse.text[parse.start[run[0]] : parse.end[run[-1]]].split())
            if self._speaks(run[-1]):
                if _is_country(text.lower()):
                    speaking.add(text)
                continue
            person = parse.entity[run[-1]] == "PERSON"
            # "Ann Lee" is "Lee" later on, "Harrow Ltd" may be "Harrow".
            key = parse.lower[run[-1]] if person else text.lower().removeprefix("the ")
            if person and len(run) < 2 and run[0] < lead and key not in words:
                continue  # mostly a place
            counts[key] += 1
            words.setdefault(key, (text, parse.entity[run[-1]]))
            if run[0] < lead:
                leading.add(key)
                if self._is_where(run[-1]):
                    located.add(key)
        leading |= self._count_peoples(counts, words, lead)
        if len(speaking) == 1 and not any(kind in WHERE for _, kind in words.values()):
            return speaking.pop(), "GPE"  # "Nepal said that the census had started"
        places = [key for key in words if words[key][1] in WHERE]
        if places:
            key = max(places, key=lambda place: (place in leading, counts[place]))
            known = 2 if key in located else 1 if key in leading else 0
            if self._is_clear(key, counts, words, known):
                return words[key]
        others = [key for key in words if key in leading and words[key][1] not in WHERE]
        told = sum(word == "i" for word in parse.lower)
        if not others or told >= FIRST_PERSON:
            return "", ""  # who tells it, mostly
        key = max(others, key=counts.__getitem__)
        name, kind = words[key]
        if name.lower() in BODIES or kind == "PERSON" or counts[key] < FEWEST:
            return "", ""  # "the Board" of any minutes
        rival = max((counts[place] for place in places), default=0)
        return (name, kind) if counts[key] >= rival and _is_heading(name) else ("", "")

    def _is_clear(
        self,
        key: str,
        counts: Mapping[str, int],
        words: Mapping[str, tuple[str, str]],
        known: int,
    ) -> bool:
        """Tell whether a place is so much more than the next one that the text is about it.

        Of a country no town is a rival, but another country and its people are. `known` is 2 where
        the lead happens there, 1 where it names it, else 0.
        """
        parse = self.parse
        places = [k for k in words if k != key and words[k][1] in WHERE]
        peoples: Counter[str] = Counter()
        if _is_country(key):
            places = [k for k in places if _is_country(k)]
            own = key[: countries.STEM]
            peoples.update(
                word
                for word, kind in zip(parse.lower, parse.entity, strict=True)
                if kind == "NORP" and word[: countries.STEM] != own
            )
        rivals = [*(counts[k] for k in places), *peoples.values()]
        rival = max(rivals, default=0)
        if not known and rival:
            return False
        ahead = FAR_AHEAD if known == 1 else 1.0
        hero = max((counts[k] for k in words if words[k][1] == "PERSON"), default=0)
        if rival or (hero >= FEWEST and hero > counts[key]):
            fewest = FEWEST - known
        else:
            fewest = 1 if known and _is_country(key) else FEWEST - max(known - 1, 0)
        if words[key][1] == "LOC":
            fewest = FEWEST + 1  # more often a part of the world
        return counts[key] >= max(ahead * rival, fewest) and _is_heading(words[key][0])

    def _count_peoples(
        self, counts: Counter[str], words: dict[str, tuple[str, str]], lead: int
    ) -> set[str]:
        """Count "Nigerian" for Nigeria, and return the countries that the lead names only so."""
        parse = self.parse
        stems = {key[: countries.STEM]: key for key, (_, kind) in words.items() if kind == "GPE"}
        leading = set()
        for t, kind in enumerate(parse.entity):
            if kind != "NORP":
                continue
            stem = parse.lower[t][: countries.STEM]
            country = stems.get(stem) or countries.country_of(parse.lower[t])
            if country is None:
                continue
            counts[country] += 1
            words.setdefault(country, (country.title(), "GPE"))
            if t < lead and not self._is_of_author(t):
                leading.add(country)
        return leading

    def _is_of_author(self, t: int) -> bool:
        """Tell whether a people is that of who made something: "a concert by a British group"."""
        parse = self.parse
        while parse.dep[t] in ("amod", "compound", "nmod", "poss") and parse.head[t] != t:
            t = parse.head[t]
        return parse.dep[t] == "pobj" and parse.lower[parse.head[t]] == "by"

    def _moves(self, begin: int, end: int) -> bool:
        """Tell whether a sentence or the one before names another country than this text's."""
        parse = self.parse
        own = set(self._name.lower().split()) if self._name else set()
        begin = parse.sentence[max(begin - 1, 0)]
        if any(parse.lower[t] in own for t in range(begin, end)):
            return False
        for run in self._names(begin, end):
            name = " ".join(parse.lower[t] for t in run).removeprefix("the ")
            if parse.entity[run[0]] == "GPE" and _is_country(name):
                return True
        return False

    def _is_where(self, t: int) -> bool:
        """Tell whether a name says where the text begins: "in north China's Shanxi Province"."""
        parse = self.parse
        preposition = parse.head[t]
        if parse.dep[t] == "nsubj" and not parse.kids[t]:
            return True  # "Macao recorded"
        while parse.dep[t] == "pobj" and parse.lower[preposition] in ("in", "at", "near"):
            above = parse.head[preposition]
            if parse.lower[above] == "born":
                return False
            if parse.pos[above] in VERBAL or parse.pos[above] == "NOUN":
                return True
            t, preposition = above, parse.head[above]  # "at Mina in Saudi Arabia"
        return False

    def _is_elsewhere(self, tokens: Sequence[int]) -> bool:
        """Tell whether a title may be about another than the text is.

        "The government" where two countries are named near; anything where what its sentence names
        is no part of a firm.
        """
        parse = self.parse
        last = tokens[-1]
        begin = parse.sentence[last]
        organ = any(
            parse.dep[t] in ("nsubj", "nsubjpass") and parse.lemma[t] in ORGANS for t in tokens
        )
        if self._kind in PLACES and not organ:
            return self._moves(begin, parse.sentence_end(last))
        for _ in range(NEAR if organ else 0):
            begin = parse.sentence[max(begin - 1, 0)]
        kinds = PLACES if self._kind in PLACES else TOPICAL
        own = self._name.lower().split() if self._name else []
        return any(
            parse.entity[t] in kinds
            and parse.pos[t] == "PROPN"
            and parse.dep[t] != "compound"
            and parse.lower[t] not in own
            for t in range(begin, parse.sentence_end(last))
        )

    def _lead_end(self) -> int:
        end = 0
        for _ in range(LEAD):
            if end < len(self.parse):
                end = self.parse.sentence_end(end)
        return end

    def _names(self, begin: int = 0, end: int | None = None) -> Iterator[list[int]]:
        """Runs of tokens that are one name, without the article."""
        parse = self.parse
        run: list[int] = []
        for t, kind in enumerate([*parse.entity[begin:end], ""], begin):
            if run and (
                kind != parse.entity[run[0]] or parse.sentence[t] != parse.sentence[run[0]]
            ):
                yield from self._one(run)
                run = []
            if kind in TOPICAL and t not in self.dating:
                run.append(t)

    def _one(self, run: list[int]) -> Iterator[list[int]]:
        parse = self.parse
        while run and parse.pos[run[0]] != "PROPN":
            run = run[1:]
        while run and parse.pos[run[-1]] != "PROPN":
            run = run[:-1]
        if run and parse.lower[run[-1]] not in (",", "and"):
            yield run

    def _speaks(self, t: int) -> bool:
        """Tell whether a name is that of a source: "Xinhua reported"."""
        parse = self.parse
        told = parse.dep[t] in ("dobj", "dative") and parse.lemma[parse.head[t]] == "tell"
        return told or (parse.dep[t] in SPOKESMEN and parse.lemma[parse.head[t]] in SAYING)


def _is_country(name: str) -> bool:
    return name in countries.NAMES or name in countries.SHORT


def _is_heading(name: str) -> bool:
    """Tell whether a name may stand before a colon: not a dateline's, and short."""
    return len(name) <= LONGEST and not (name.isupper() and len(name) > INITIALS)

"""What a text is about, in one name: for titles that leave open where or of what they tell.

"The census started (Nepal)": it says no more than that the text is about Nepal. No person stands
so: the name would seem to be whose doing it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from .labels import SUBJECTS
from .parse import Parse
from .people import BODIES, CALLED, is_person_noun
from .peoples import country_named, country_of, told
from .place_names import PLACES, TOPICAL, is_where, may_stand_alone, names_in, text_of_name

HOME = "united states"  # of most news: it says too little, and is seldom all that they are about
FIRST_PERSON = 3  # "I" of a text that is told in the first person
# What every country has.
ORGANS = frozenset({"army", "authority", "government", "military", "minister", "ministry",
                    "official", "parliament", "police", "president", "troop"})  # fmt: skip
# "The town" of a title is one of the places in its text, and not always the one it is about.
SITES = frozenset({"area", "capital", "city", "country", "district", "island", "nation", "province",
                   "region", "state", "town", "village"})  # fmt: skip
BACK = 2  # sentences before a title's own
LEAD = 2  # sentences that name what a text is about
FEWEST = 3  # mentions; two will do where no other place is named
FAR_AHEAD = 1.5  # times as many mentions as the next place: else the text is about both
WHERE = frozenset({"GPE", "LOC"})
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
        """Return a title with the name of what its text is about behind it, if it has one.

        Not where the title of these tokens may be about another.
        """
        if self._name is None:
            self._name, self._kind = self._find()
        if not self._name or self._name in line or self._name.split(" ")[-1] in line:
            return line
        if self._is_elsewhere(tokens):
            return line
        return f"{line} ({self._name})"

    def _find(self) -> tuple[str, str]:
        parse = self.parse
        lead = self._lead_end()
        counts: Counter[str] = Counter()
        words: dict[str, tuple[str, str]] = {}
        leading, located, speaking = set(), set(), set()
        for run in names_in(parse, self.dating):
            text = text_of_name(parse, run)
            if self._speaks(run[-1]):
                if country_named(text.lower()):
                    speaking.add(text)
                continue
            person = parse.entity[run[-1]] == "PERSON"
            # "Ann Lee" is "Lee" later on, "Harrow Ltd" may be "Harrow".
            name = text.lower().removeprefix("the ")
            key = parse.lower[run[-1]] if person else country_named(name) or name
            if person and len(run) < 2 and run[0] < lead and key not in words:
                continue  # mostly a place
            counts[key] += 1
            words.setdefault(key, (text, parse.entity[run[-1]]))
            if run[0] < lead:
                leading.add(key)
                if is_where(parse, run[-1]):
                    located.add(key)
        leading |= self._count_peoples(counts, words, lead)
        if len(speaking) == 1 and not any(kind in WHERE for _, kind in words.values()):
            return speaking.pop(), "GPE"  # "Nepal said that the census had started"
        places = [key for key in words if words[key][1] in WHERE]
        if places:
            key = max(places, key=lambda place: (place in leading, counts[place]))
            known = 2 if key in located else 1 if key in leading else 0
            if key != HOME and self._is_clear(key, counts, words, known):
                return words[key]
        others = [key for key in words if key in leading and words[key][1] not in WHERE]
        own_tale = sum(word == "i" for word in parse.lower) >= FIRST_PERSON
        if not others or own_tale:
            return "", ""  # who tells it, mostly
        self._count_bodies(counts, words)
        key = max(others, key=counts.__getitem__)
        name, kind = words[key]
        if name.lower() in BODIES or kind == "PERSON" or counts[key] < FEWEST:
            return "", ""  # "the Board" of any minutes
        rival = max((counts[place] for place in places), default=0)
        return (name, kind) if counts[key] >= rival and may_stand_alone(name) else ("", "")

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
        country = country_named(key)
        if country:
            places = [k for k in places if country_named(k)]
            peoples.update(
                word
                for word, kind in zip(parse.lower, parse.entity, strict=True)
                if kind == "NORP" and country_of(word) != country
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
            fewest = 1 if known and country else FEWEST - max(known - 1, 0)
        if words[key][1] == "LOC":
            fewest = FEWEST + 1  # more often a part of the world
        return counts[key] >= max(ahead * rival, fewest) and may_stand_alone(words[key][0])

    def _count_peoples(
        self, counts: Counter[str], words: dict[str, tuple[str, str]], lead: int
    ) -> set[str]:
        """Count "Nigerian" for Nigeria, and return the countries that the lead names only so."""
        parse = self.parse
        leading = set()
        for t, kind in enumerate(parse.entity):
            country = country_of(parse.lower[t]) if kind == "NORP" else None
            if country in (None, HOME):
                continue
            counts[country] += 1
            words.setdefault(country, (told(country), "GPE"))
            if t < lead and not self._is_of_author(t):
                leading.add(country)
        return leading

    def _count_bodies(self, counts: Counter[str], words: Mapping[str, tuple[str, str]]) -> None:
        """Count "the company" for the one body that acts in the first sentence."""
        parse = self.parse
        acting = {
            text_of_name(parse, run).lower().removeprefix("the ")
            for run in names_in(parse, self.dating, 0, parse.sentence_end(0))
            if parse.entity[run[-1]] == "ORG" and parse.dep[run[-1]] in SUBJECTS
        }
        if len(acting) != 1 or not acting <= words.keys():
            return
        counts[acting.pop()] += sum(
            parse.lemma[t] in CALLED and parse.lower[t - 1] == "the" for t in range(1, len(parse))
        )

    def _is_of_author(self, t: int) -> bool:
        """Tell whether a people is that of who made something: "a concert by a British group".

        Or of one person, who may be anywhere: "an Australian financier".
        """
        parse = self.parse
        while parse.dep[t] in ("amod", "compound", "nmod", "poss") and parse.head[t] != t:
            t = parse.head[t]
        person = parse.entity[t] == "PERSON" or is_person_noun(parse, t)
        if person and parse.tag[t] in ("NN", "NNP"):
            return True
        return parse.dep[t] == "pobj" and parse.lower[parse.head[t]] == "by"

    def _moves(self, begin: int, end: int) -> bool:
        """Tell whether a sentence or the one before names another country than this text's."""
        parse = self.parse
        own = set(self._name.lower().split()) if self._name else set()
        begin = parse.sentence[max(begin - 1, 0)]
        if any(parse.lower[t] in own for t in range(begin, end)):
            return False
        for run in names_in(parse, self.dating, begin, end):
            name = " ".join(parse.lower[t] for t in run)
            if parse.entity[run[0]] == "GPE" and country_named(name):
                return True
        return False

    def _is_elsewhere(self, tokens: Sequence[int]) -> bool:
        """Tell whether a title may be about another than the text is.

        "The government" where two countries are named near; anything where what its sentence names
        is no part of a firm.
        """
        parse = self.parse
        last = tokens[-1]
        begin = parse.sentence[last]
        if self._kind in PLACES and any(parse.lemma[t].lower() in SITES for t in tokens):
            return True
        organ = any(parse.dep[t] in SUBJECTS and parse.lemma[t] in ORGANS for t in tokens)
        if self._kind in PLACES and not organ:
            return self._moves(begin, parse.sentence_end(last))
        for _ in range(BACK if organ else 0):
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

    def _speaks(self, t: int) -> bool:
        """Tell whether a name is that of a source: "Xinhua reported"."""
        parse = self.parse
        heard = parse.dep[t] in ("dobj", "dative") and parse.lemma[parse.head[t]] == "tell"
        return heard or (parse.dep[t] in SPOKESMEN and parse.lemma[parse.head[t]] in SAYING)

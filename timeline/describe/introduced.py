"""The phrase by which a text introduced a noun: of "the law" the one that said which law it is.

Precision first: where two phrases might be meant the bare noun stays.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence

from .bodies import REACH
from .labels import NOMINAL
from .parse import Parse
from .people import BODIES, CALLED
from .phrase import noun_phrase
from .reading import NAMES
from .tidy import tidy
from .valency import NOUNS

DIFFERENT = frozenset({"different", "first", "former", "further", "last", "new", "next", "other",
                       "previous", "same", "second", "similar", "such", "third"})  # fmt: skip
# What stands for a whole statement as often as for a thing.
SHELLS = frozenset("""
action case change comment decision development effort event fact idea incident issue matter measure
move news number part plan point problem question reason report result situation statement step
subject thing time topic way work
""".split())  # fmt: skip
# What a noun may be that another one names again.
ALIKE = {"NN": ("NN", "NNP"), "NNS": ("NNS", "NNPS"), "NNP": ("NNP",), "NNPS": ("NNPS",)}
PROPER = frozenset({"NNP", "NNPS"})
TYING = frozenset({"against", "at", "between", "in", "of", "on"})
SIZES = frozenset("""
big broad brief entire famous great huge large late long main major small usual whole young
""".split())  # fmt: skip
WHOLE = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
TELLING = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
MOST = 10  # words that may stand for a bare noun
MOST_ALONE = 12  # words that may where the text has no other such noun
NOT_TELLING = frozenset({"case", "det", "punct"})


class Introduced:
    """Looks for the fuller phrases in one parse; `dating` are the tokens that only say when."""

    def __init__(self, parse: Parse, dating: frozenset[int]) -> None:
        self.parse = parse
        self.dating = dating
        self.nouns: dict[str, list[int]] = {}
        for i, pos in enumerate(parse.pos):
            if pos in ("NOUN", "PROPN") and parse.dep[i] != "compound":
                self.nouns.setdefault(parse.lower[i], []).append(i)

    def in_full(self, tokens: Sequence[int], room: int) -> dict[int, str]:
        """Return words that stand for each bare "the law" of a title, as far as there is room."""
        parse = self.parse
        said: dict[int, str] = {}
        for before, t in itertools.pairwise(tokens):
            if not self._is_bare(before, t):
                continue
            phrase = self.phrase(t)
            if phrase is None:
                continue
            first = parse.lower[phrase[0]] if parse.pos[phrase[0]] == "DET" else ""
            words = text_of(parse, phrase[1:] if first else phrase)
            shown = {parse.lemma[k] for k in tokens if k != t and parse.pos[k] in TELLING}
            if any(parse.lemma[k] in shown for k in phrase if parse.pos[k] in TELLING):
                continue  # "finds that the [expired] certificate expired"
            extra = len(words) - parse.end[t] + parse.start[t]
            if extra <= room and words[:1].isalnum():
                owned = any(parse.tag[k] == "POS" for k in phrase)  # "the case": "Lee's case"
                said.update({before: words, t: ""} if owned and not first else {t: words})
                room -= extra
        return said

    def _is_bare(self, before: int, t: int) -> bool:
        """Tell whether a noun of a title has nothing but "the" to say which one it is."""
        parse = self.parse
        if parse.lower[before] != "the" or t != before + 1 or parse.head[before] != t:
            return False
        if parse.tag[t] not in ALIKE or parse.lemma[t] in CALLED or parse.dep[t] not in WHOLE:
            return False
        named = parse.entity[t] and parse.tag[t] not in PROPER
        return not named and all(self._is_loose(k, t) for k in parse.kids[t])

    def _is_loose(self, kid: int, noun: int) -> bool:
        """Tell whether a branch does not say which one its noun is."""
        parse = self.parse
        first = parse.subtree(kid)[0]
        return parse.dep[kid] in NOT_TELLING or (first > noun and parse.lower[first - 1] == ",")

    def phrase(self, noun: int) -> list[int] | None:
        """Return the one phrase that told before what kind of thing a bare noun is."""
        known: dict[int, list[int] | None] = self.parse.memo.setdefault(Introduced, {})
        if noun not in known:
            known[noun] = self._find_phrase(noun)
        return known[noun]

    def _find_phrase(self, noun: int) -> list[int] | None:
        parse = self.parse
        if parse.tag[noun] not in ALIKE:
            return None
        found: dict[str, list[int]] = {}
        mentions = self.nouns.get(parse.lower[noun], [])
        place = bisect_left(mentions, noun)
        body = parse.lemma[noun].lower() in BODIES
        only = place == 1 and not body
        times = 0
        proper = False
        for earlier in mentions[max(place - REACH, 0) : place]:
            if parse.tag[earlier] not in ALIKE[parse.tag[noun]] or parse.dep[earlier] == "attr":
                continue
            phrase = noun_phrase(parse, earlier, self.dating)
            while len(phrase) > 1 and parse.pos[phrase[-1]] == "PUNCT":
                phrase = phrase[:-1]
            loose = (k for k, t in enumerate(phrase) if t > earlier and not self._ties(t))
            whole, phrase = phrase, phrase[: next(loose, len(phrase))]
            phrase = [k for k in phrase if parse.lower[k] not in SIZES]
            if len(phrase) < len(whole) and not any(
                _tells(parse, t) for t in phrase if t != earlier
            ):
                return None  # "the bridge [over the Tyne]" is another one
            if self._tells_more(phrase, earlier, only):
                found.setdefault(text_of(parse, phrase).lower(), phrase)
                proper = proper or parse.tag[earlier] in PROPER
                times += 1
        # "the Harbour Savings Association" and "Harbour Savings Association" are one.
        longest = max(found, key=len, default="")
        if not found or not all(longest.endswith(text.removeprefix("the ")) for text in found):
            return None
        phrase = found[longest]
        if parse.lemma[noun] in SHELLS and not any(parse.entity[k] in NAMES for k in phrase):
            return None
        # "The government" may be another's than that which was named once.
        leading = parse.start[parse.sentence[phrase[0]]] == 0
        return None if body and times < 2 and not (leading or proper) else phrase

    def _ties(self, k: int) -> bool:
        """Tell whether a word is none that may tie what follows to something else."""
        parse = self.parse
        if parse.dep[k] != "prep" or parse.lower[k] in TYING:
            return True
        return (parse.lemma[parse.head[k]].lower(), parse.lower[k]) in NOUNS

    def _tells_more(self, phrase: Sequence[int], noun: int, only: bool) -> bool:
        """Tell whether a phrase says which; `only`: the text has no other one of this noun."""
        parse = self.parse
        if any(parse.tag[t] in ("PRP", "PRP$", "CD") or parse.dep[t] == "conj" for t in phrase):
            return False
        if parse.lower[phrase[0]] in ("no", "any", "every", "another"):
            return False
        different = any(parse.lower[t] in DIFFERENT or parse.pos[t] == "ADV" for t in phrase)
        if any(parse.pos[t] == "ADV" or parse.tag[t] == "JJS" for t in phrase):
            return False
        if not only and (different or len(phrase) > MOST):
            return False
        if len(phrase) > MOST_ALONE:
            return False
        if any(parse.dep[t] == "compound" and parse.tag[t] == "NNS" for t in phrase) and (
            self._is_headline(noun)
        ):
            return False  # "Regulator orders lake lowered": a verb taken for a noun
        others = [t for t in phrase if t != noun and _tells(parse, t)]
        if any(parse.lemma[t].lower() == parse.lemma[noun].lower() for t in others):
            return False  # "the Alliance of Nations alliance"
        return bool(others) and phrase[-1] - phrase[0] == len(phrase) - 1

    def _is_headline(self, noun: int) -> bool:
        """Tell whether no mark ends the noun's sentence."""
        _, end = self.parse.sentence_span(noun)
        return self.parse.text[end - 1].isalnum()


def _tells(parse: Parse, t: int) -> bool:
    return parse.pos[t] in NOMINAL or parse.entity[t] == "NORP"


def text_of(parse: Parse, tokens: Sequence[int]) -> str:
    """Return tokens as the text has them, with one space where something is left out."""
    kept = tidy(parse, list(tokens)) or list(tokens)
    pieces = [parse.text[parse.start[kept[0]] : parse.end[kept[0]]]]
    for before, t in itertools.pairwise(kept):
        space = "" if t == before + 1 and parse.start[t] == parse.end[before] else " "
        pieces.append(space + parse.text[parse.start[t] : parse.end[t]])
    return " ".join("".join(pieces).split())

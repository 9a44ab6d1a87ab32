"""Whom a pronoun subject means, where that is safe to say."""

from __future__ import annotations

from bisect import bisect_left

from .parse import Parse

PERSONAL = frozenset({"he", "she"})
REPLACED = frozenset({"he", "she", "it", "they"})
TITLES = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord", "king"), "he"),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen"), "she"),
}
# Endings of nouns for people: after such a subject "he" may mean that person, whose name we lack.
PERSON_ENDINGS = tuple(
    """
ant boy chief eer ent er ess father girl head host ian ist king man or queen son woman
""".split()
)
NOT_PERSONS = frozenset(
    """
agreement announcement computer department government letter maker number offer order paper
statement
""".split()
)
BODIES = frozenset(
    """
agency airline army bank board business carrier committee company concern council court fund
firm government group institute ministry newspaper organisation organization panel parliament party
police regulator retailer team union university utility
""".split()
)
SENTENCES_BACK = 3


class Subjects:
    """The nouns of a text that are subjects, to look back at."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens = [
            i
            for i, dep in enumerate(parse.dep)
            if dep in ("nsubj", "nsubjpass") and parse.pos[i] in ("NOUN", "PROPN", "PRON")
        ]
        self.people = [i for i in self.tokens if parse.entity[i] == "PERSON"]

    def meant_by(self, pronoun: int, paragraph_start: int) -> int | None:
        """Return the head of the phrase that a pronoun at this token stands for, or None."""
        word = self.parse.lower[pronoun]
        if word not in REPLACED:
            return None
        found = self._governing(pronoun, word)
        if found is None and word in PERSONAL:
            found = self._before(pronoun, word, paragraph_start)
        if found is None and word in PERSONAL:
            found = self._only_person(pronoun, word)
        if found is None and word == "it":
            found = self._body_before(pronoun, paragraph_start)
        return found

    def _only_person(self, pronoun: int, word: str) -> int | None:
        """The one person that the text so far has spoken of: a life, a profile."""
        before = [i for i in self.people if i < pronoun]
        if before and len({self.parse.lower[i] for i in before}) == 1:
            return before[0] if self._fits(before[0], word) else None
        return None

    def _body_before(self, pronoun: int, paragraph_start: int) -> int | None:
        """The body that the sentence before was about, where "it" does something as bodies do."""
        parse, verb = self.parse, self.parse.head[pronoun]
        acts = parse.child(verb, "dobj", "xcomp", "ccomp") is not None
        place = bisect_left(self.tokens, pronoun) - 1
        if parse.dep[pronoun] != "nsubj" or not acts or place < 0:
            return None
        subject = self.tokens[place]
        between = parse.sentence[pronoun] - parse.sentence_end(subject)
        if parse.start[subject] < paragraph_start or between > 0:
            return None
        named = parse.pos[subject] == "PROPN" and parse.entity[subject] in ("ORG", "")
        named = named or parse.lemma[subject].lower() in BODIES
        return subject if named and self._fits(subject, "it") else None

    def _governing(self, pronoun: int, word: str) -> int | None:
        """The subject of a verb above: "LIN said it expects", "Unisys lost money as it moved"."""
        parse, verb = self.parse, self.parse.head[pronoun]
        for _ in range(4):
            above = parse.head[verb]
            if above == verb or parse.dep[verb] not in ("ccomp", "advcl", "conj", "xcomp"):
                return None
            subject = parse.child(above, "nsubj", "nsubjpass")
            if subject is not None and subject < pronoun and parse.pos[subject] != "PRON":
                return subject if self._fits(subject, word) else None
            verb = above
        return None

    def _before(self, pronoun: int, word: str, paragraph_start: int) -> int | None:
        """The nearest person who was a subject before, in the same paragraph and not far away."""
        parse = self.parse
        sentences = {parse.sentence[pronoun]}
        found: int | None = None
        for place in range(bisect_left(self.tokens, pronoun) - 1, -1, -1):
            subject = self.tokens[place]
            sentences.add(parse.sentence[subject])
            if parse.start[subject] < paragraph_start or len(sentences) > SENTENCES_BACK:
                return found
            if parse.pos[subject] == "PRON":
                if parse.lower[subject] == word:
                    # Still about the same person: the way back begins anew.
                    sentences = {parse.sentence[subject]}
                elif parse.lower[subject] in PERSONAL:
                    return None
            elif parse.entity[subject] == "PERSON":
                # Of two names only a title tells which one is meant: then say neither.
                if self._fits(subject, word):
                    if found is not None and parse.lower[found] != parse.lower[subject]:
                        return None
                    found = found if found is not None else subject
            elif is_person_noun(parse, subject) and found is None:
                return None
        return found

    def _fits(self, subject: int, word: str) -> bool:
        parse = self.parse
        plural = parse.tag[subject] in ("NNS", "NNPS") or parse.child(subject, "conj") is not None
        if word == "they":
            return plural
        if plural:
            return False
        person = parse.entity[subject] == "PERSON" or is_person_noun(parse, subject)
        if word == "it":
            return not person
        titles = {TITLES[parse.lower[k]] for k in parse.kids[subject] if parse.lower[k] in TITLES}
        return person and titles <= {word}


def is_person_noun(parse: Parse, i: int) -> bool:
    """Tell whether a common noun seems to name a person: "the spokesman"."""
    lemma = parse.lemma[i].lower()
    return parse.pos[i] == "NOUN" and lemma.endswith(PERSON_ENDINGS) and lemma not in NOT_PERSONS

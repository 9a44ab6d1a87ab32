"""Whose words a quotation in the first person is, by name: Ann Lee's, where "she added" it."""

from __future__ import annotations

from .labels import SUBJECTS
from .names import Subjects
from .parse import Parse
from .tears import SPEAKING

FARTHEST = 8  # tokens between the end of a quotation and the verb of its speaker
HIGHEST = 4  # verbs above an event
TELLING = SPEAKING | {"recall", "remember"}
MARKS = frozenset({"``", "''", '"', "\u201c", "\u201d"})


def name_of_speaker(parse: Parse, subjects: Subjects, i: int, paragraph_start: int) -> str | None:
    """Return the name of the one who says what happens at token i, None where that is doubtful."""
    verb = _verb_above(parse, i)
    if verb is None and i in subjects.quoted:
        verb = _verb_behind(parse, i) or _verb_before(parse, i)
    if verb is None:
        return None
    speaker = parse.child(verb, *SUBJECTS)
    if speaker is None:
        return None
    if parse.pos[speaker] == "PRON":
        meant = subjects.meant_by(speaker, paragraph_start)
        if meant is None:
            return None
        speaker = meant
    if parse.pos[speaker] != "PROPN" or parse.child(speaker, "conj") is not None:
        return None
    return _name(parse, subjects.fullest(speaker))


def _name(parse: Parse, last: int) -> str:
    first = last
    while first and parse.entity[first - 1] == parse.entity[last] != "":
        first -= 1
    return " ".join(parse.text[parse.start[first] : parse.end[last]].split())


def _verb_above(parse: Parse, i: int) -> int | None:
    """The verb of speaking that an event hangs on."""
    for _ in range(HIGHEST):
        head = parse.head[i]
        if head == i:
            return None
        if parse.dep[i] == "ccomp" and parse.lemma[head] in TELLING:
            return head if parse.child(head, *SUBJECTS) is not None else None
        i = head
    return None


def _verb_behind(parse: Parse, i: int) -> int | None:
    """The verb of speaking right behind the end of a quotation: '... too many," he added'."""
    end = i
    while end < len(parse) and parse.lower[end] not in MARKS:
        if "\n" in parse.lower[end]:
            return None
        end += 1
    for t in range(end + 1, min(end + FARTHEST, len(parse))):
        if parse.lower[t] in MARKS or "\n" in parse.lower[t] or parse.sentence[t] == t > end + 1:
            return None
        if parse.lemma[t] in TELLING and parse.pos[t] == "VERB":
            return t
    return None


def _verb_before(parse: Parse, i: int) -> int | None:
    """The verb of speaking of the sentence before, where its speaker goes on."""
    begin = i
    while begin > 0 and parse.lower[begin] not in MARKS:
        begin -= 1
    first = parse.sentence[begin]
    if any(parse.pos[t] not in ("PUNCT", "SPACE") for t in range(first, begin)) or first == 0:
        return None
    begin = parse.sentence[first - 1]
    if not any(parse.lower[t] in MARKS for t in range(begin, first)):
        return None
    for t in range(begin, first):
        if parse.head[t] == t and parse.pos[t] == "VERB":
            return t if parse.lemma[t] in TELLING else None
    return None

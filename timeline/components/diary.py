"""The verbs that open the sentences of a diary: "Left Skardu at dawn", "Camped at Thurgon".

Their subject is the writer, who is not named. A parser that knows the news takes them for names,
and a model that does doubts that they tell anything; the day of the diary says that they do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..annotation import Passage
from ..describe.parse import Parse

DIARY = "day"  # basis of a passage's date
SHORTEST = 5  # letters of a regular past form
# Past forms without a regular ending, and spelled like no other word at the head of a sentence.
PASTS = frozenset(
    """left met lost found made went came took saw had got set put built bought sold sent spent
    slept swam rode drove ran caught brought began broke dug drew fell felt fought gave heard held
    kept laid led lit paid reached read rose sat shot stood stuck struck swept told taught tore
    threw woke won wrote ate drank""".split()
)
VERBAL = ("VERB", "PROPN", "ADJ", "NOUN")
NAMED = ("compound", "amod", "nmod", "advmod")


def find_openers(parse: Parse, passages: Sequence[Passage]) -> Iterator[int]:
    """Token indexes of the past verbs without a subject that open a sentence of a diary's day."""
    for passage in passages:
        if passage.date.basis != DIARY:
            continue
        first = bisect_left(parse.start, passage.start)
        last = bisect_left(parse.start, passage.end)
        for i in dict.fromkeys(parse.sentence[first:last]):
            opener = next((k for k in range(i, last) if parse.pos[k] not in ("SPACE", "PUNCT")), i)
            if opener < last and _is_opener(parse, opener):
                yield opener


def _is_opener(parse: Parse, i: int) -> bool:
    word = parse.lower[i]
    past = word in PASTS or (len(word) >= SHORTEST and word.endswith("ed"))
    if not past or parse.pos[i] not in VERBAL or not parse.text[parse.start[i]].isupper():
        return False
    if any(parse.dep[k] in ("nsubj", "nsubjpass", "aux", "auxpass") for k in parse.kids[i]):
        return False
    if parse.tag[i] in ("VBD", "VBN") and parse.head[i] == i:
        return True
    # "Left Skardu at dawn": a name of which no verb tells anything.
    sentence = parse.sentence[i]
    rest = takewhile(lambda k: parse.sentence[k] == sentence, range(i + 1, len(parse)))
    tells = any(parse.pos[k] == "AUX" or parse.tag[k] in ("VBD", "VBZ", "VBP") for k in rest)
    return parse.dep[i] in (*NAMED, "ROOT") and not tells

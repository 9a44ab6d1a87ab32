"""Participles without a verb of their own, and how their titles are told.

Read on development documents, a participle after a comma ("shares rose, closing up 11 dollars") is
clear only behind its main clause; one behind its noun ("the meeting held in the hall") reads as a
headline does, without the article: "Meeting held in the hall".
"""

from __future__ import annotations

from collections.abc import Collection

from .datewords import FINITE
from .labels import NOMINAL, VERBAL
from .parse import Parse
from .phrase import noun_phrase
from .shorten import width

ARTICLES = ("the", "a", "an")
INSTRUMENT = ("in", "by", "with", "through", "via", "per")
BARE = ("acl", "advcl")
# Verbs and adjectives that say nothing without their time: "lasted for three hours".
TIMED = frozenset({"be", "compare", "due", "last", "prior", "runs", "schedule", "slate",
                   "slated"})  # fmt: skip


def is_consequence(parse: Parse, i: int) -> bool:
    """Tell whether the verb adds to the clause before it: ", forcing hundreds from their homes".

    Also "sent a letter asking for help", "they play in Rome, followed by two games at home".
    """
    if parse.dep[i] != "advcl" or parse.pos[parse.head[i]] not in VERBAL or parse.head[i] > i:
        return False
    apart = parse.lower[i - 1] == ","
    if parse.tag[i] != "VBG" and not (apart and parse.tag[i] == "VBN"):
        return False
    if parse.child(i, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is not None:
        return False
    first = parse.subtree(i)[0]
    led = first == i - 1 and parse.dep[first] == "advmod"  # ", thus raising"
    return first == i or (led and parse.lower[i - 2] == ",")


def is_bare_participle(parse: Parse, i: int) -> bool:
    """Tell whether the verb is a participle behind its noun, whatever the parser made of it."""
    if parse.child(i, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    if parse.dep[i] == "acl":
        return parse.tag[i] in ("VBN", "VBG")
    # "The battle, fought at sea, cost four ships": never a finite verb of the same subject.
    subject = parse.child(parse.head[i], "nsubj", "nsubjpass")
    between = subject is not None and subject < i < parse.head[i]
    return (
        between
        and parse.dep[i] in ("ccomp", "advcl")
        and parse.tag[i] in ("VBN", "VBD")
        and parse.lower[i - 1] == ","
    )


def dated_document(
    parse: Parse, i: int, dating: frozenset[int], expressed: Collection[int]
) -> list[int]:
    """Return "letter dated 29 January" of "The letter, dated 29 January, arrived"; else nothing.

    Only its date is told there, which is why it stays. "Demanded by letter dated 4 May" and "in a
    report dated 4 May, they warned" were of that day themselves.
    """
    noun = parse.head[i]
    if (parse.lemma[i], parse.dep[i]) != ("date", "acl") or parse.pos[noun] in VERBAL:
        return []
    if parse.dep[noun] == "pobj" and parse.lower[parse.head[noun]] in INSTRUMENT:
        return []
    last = i
    while last + 1 < len(parse.lower) and last + 1 in expressed:
        last += 1
    phrase = [t for t in noun_phrase(parse, noun, dating, i) if t < i]
    while phrase and parse.pos[phrase[-1]] == "PUNCT":
        phrase.pop()
    if phrase and parse.lower[phrase[0]] in ARTICLES:
        phrase = phrase[1:]
    return [*phrase, *range(i, last + 1)] if phrase and last > i else []


def without_article(parse: Parse, tokens: list[int]) -> list[int]:
    """Return the tokens without an article at their head."""
    return tokens[1:] if len(tokens) > 2 and parse.lower[tokens[0]] in ARTICLES else tokens


def core(parse: Parse, subject: list[int]) -> list[int]:
    """Return a subject without its participles and its phrases of place or purpose."""
    inside = set(subject)
    gone: set[int] = set()
    for t in subject:
        spare = parse.dep[t] == "acl" or (parse.dep[t] == "prep" and parse.lower[t] != "of")
        if spare and parse.head[t] in inside:
            gone.update(parse.subtree(t))
    return [t for t in subject if t not in gone]


def without_bare(parse: Parse, i: int, kept: list[int], dating: frozenset[int]) -> list[int]:
    """Return a title without the participles behind nouns that only said when.

    "Checks in the mines starting [from Friday]". Where there is no other verb, it is all that the
    title tells. The event at token i keeps its date: "they left the truce signed in 2002".
    """
    dep = parse.dep
    bare = {t for t in kept if dep[t] in BARE and _is_bare(parse, t, kept, dating)}
    if parse.lower[i - 1] == "," and parse.tag[i] != "VBG":
        bare.discard(i)
    if not bare or not any(parse.tag[t] in FINITE for t in kept):
        return kept
    if i in bare:
        bare.discard(i)
        place = kept.index(i) + 1
        dated = [t for t in parse.subtree(i) if t > i and parse.pos[t] not in ("PUNCT", "SPACE")]
        kept = [*kept[:place], *dated, *kept[place:]]
    return [t for t in kept if t not in bare]


def _is_bare(parse: Parse, t: int, kept: Collection[int], dating: frozenset[int]) -> bool:
    if parse.tag[t] not in ("VBN", "VBG"):
        return False
    below = parse.subtree(t)
    if parse.lower[parse.head[parse.head[t]]] == "with":
        return False  # "with production starting"
    behind = parse.pos[t - 1] in NOMINAL or parse.lower[t - 1] == ","
    if below[0] != t or parse.head[t] > t or not behind:
        return False
    if any(k in kept for k in below[1:]) or len(below) < 2:
        return False
    return all(
        k in dating
        or parse.dep[k] in ("cc", "punct")
        or parse.lower[k] == "here"
        or not dating.isdisjoint(parse.kids[k])
        for k in parse.kids[t]
    )


def with_time(parse: Parse, kept: list[int], dating: frozenset[int], longest: int) -> list[int]:
    """Return a title whose last word says nothing without its time with that time.

    "The talks are expected to last [for a decade]", "sales rose, compared [with the year before]".
    """
    last = next((t for t in reversed(kept) if parse.pos[t] != "PUNCT"), -1)
    if last < 0 or parse.pos[last] in NOMINAL or parse.tag[last] == "VBG":
        return kept
    if TIMED.isdisjoint((parse.lemma[last].lower(), parse.lower[last])):
        return kept
    behind = [k for k in parse.kids[last] if k > last and parse.pos[k] not in ("PUNCT", "SPACE")]
    if not behind or any(k in kept for k in behind):
        return kept
    whole = sorted({t for k in behind for t in parse.subtree(k)})
    time = [
        t
        for k in behind
        if not dating.isdisjoint(parse.subtree(k))
        for t in parse.subtree(k)
        if parse.pos[t] != "SPACE"
    ]
    if not time or time[0] != whole[0]:
        return kept
    longer = [*(t for t in kept if t <= last), *time]
    if width(parse, longer) <= longest:
        return longer
    return [t for t in kept if t < last] if parse.lower[last] == "due" else kept

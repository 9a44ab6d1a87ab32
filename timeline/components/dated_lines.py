"""What tells what happened in a dated line: "15/05/2021 - party", "hip replacement 2018"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile

from ..annotation import TemporalExpression
from ..describe.parse import Parse
from ..rules.chronicle import leads_line
from ..temporal.granularity import Granularity
from ..temporal.values import Interval, Moment

DEEP = 8  # steps down from the word that heads a line
MOST_WORDS = 14  # of a line without a verb; a longer one is prose gone wrong in the parser
TERSE = 3  # words of a line that has no noun
SHORT = 8  # words of a line that ends with its date
NOUNS = ("NOUN", "PROPN")
# Nouns that only name a date or what bears it: "Report date: 8 May".
BEARERS = frozenset(
    """date day time year month week deadline version edition copyright status report page issue
    meeting committee board""".split()
)
# What is done at a time that is set for it, or that a record tells with its time.
APPOINTED = frozenset(
    """scan review clinic appointment call ultrasound mri echo echocardiogram angiogram ecg x-ray
    xray biopsy follow-up check-up checkup interview alarm refusal""".split()
)
DERIVED = ("ment", "tion", "sion", "ing", "ance", "ence", "al", "ure")


def find_in_line(
    parse: Parse,
    expression: TemporalExpression,
    tokens: range,
    inside: set[int],
    known: Callable[[int], bool],
    nouns: Mapping[str, str],
) -> int | None:
    """The token that tells what happened in the line of a date that hangs on no verb.

    `inside` are the tokens of all dates, `known` tells whether a token is an event already; then
    there is nothing to find.
    """
    led = leads_line(parse.text, expression.start, expression.end)
    entry = _entry(parse, led.end(), inside) if led else []
    leads, line = bool(entry), entry or _line_of(parse, tokens, inside)
    opening = _opening_verb(parse, line) if leads else None
    if opening is not None:
        return opening
    head = _head_of_line(parse, tokens, line, nouns, leads=leads)
    if head is None and leads and expression.type == "TIME":
        head = _copula(parse, line)
    if head is None and leads and _is_coarse(expression):
        head = _head_name(parse, line)
    if head is None or len(parse.lower[head].rstrip(".")) == 1:  # "A. Since 2011."
        return None
    # "1999-2010: Restoration, funded by the state"
    others = [i for i in line if not (leads and _is_below(parse, i, head))]
    return None if any(known(i) for i in (head, *others)) else head


def outer_root(parse: Parse, tokens: range) -> int:
    """The token that ties some tokens to the rest."""
    return next((i for i in tokens if parse.head[i] not in tokens), tokens.start)


def _is_below(parse: Parse, i: int, head: int) -> bool:
    """Whether a word describes another, directly or not."""
    for _ in range(DEEP):
        i = parse.head[i]
        if i == head:
            return True
    return False


def _entry(parse: Parse, behind: int, inside: set[int]) -> list[int]:
    """The words of a line behind the date that leads it, as far as its first sentence goes.

    To the parser that date may be a sentence of its own.
    """
    first = bisect_left(parse.start, behind)
    same = takewhile(
        lambda i: parse.sentence[i] == parse.sentence[first] and "\n" not in parse.lower[i],
        range(first, len(parse)),
    )
    return _words(parse, same, inside)


def _line_of(parse: Parse, tokens: range, inside: set[int]) -> list[int]:
    """The other words of the line that an expression stands in, within its sentence."""
    sentence = parse.sentence[tokens.start]
    before = takewhile(
        lambda i: i >= sentence and "\n" not in parse.lower[i], range(tokens.start - 1, -1, -1)
    )
    after = takewhile(
        lambda i: parse.sentence[i] == sentence and "\n" not in parse.lower[i],
        range(tokens.stop, len(parse)),
    )
    return _words(parse, (*sorted(before), *after), inside)


def _words(parse: Parse, tokens: Iterable[int], inside: set[int]) -> list[int]:
    return [i for i in tokens if i not in inside and parse.pos[i] not in ("PUNCT", "SPACE", "SYM")]


def _opening_verb(parse: Parse, line: list[int]) -> int | None:
    """The participle or verb that opens what stands behind a date: "Studied law"."""
    first = line[0]
    if parse.dep[first] in ("aux", "auxpass"):
        return None
    participle = parse.lower[first].endswith("ed") and parse.pos[first] in ("ADJ", "PROPN", "VERB")
    return first if participle or parse.tag[first] in ("VBD", "VBN", "VBZ") else None


def _head_of_line(
    parse: Parse, tokens: range, line: list[int], nouns: Mapping[str, str], *, leads: bool
) -> int | None:
    """The word that tells what happened in a line without a verb of its own."""
    if not 1 <= len(line) <= MOST_WORDS or any(parse.pos[i] == "AUX" for i in line):
        return None
    if leads:
        noun = _head_noun(parse, line, nouns)
        verbs = [
            i
            for i in line
            if parse.pos[i] == "VERB"
            and parse.tag[i] != "VBG"
            and (noun is None or i < noun or not _is_below(parse, i, noun))
        ]
        return verbs[0] if verbs else noun
    if any(parse.pos[i] == "VERB" for i in line):
        return None
    root = _noun_above(parse, tokens)
    if root is not None:
        return root
    if len(line) <= SHORT and line[-1] < tokens.start:
        happenings = [i for i in line if _is_happening(parse, i, nouns)]
        return happenings[-1] if happenings else None
    return None


def _copula(parse: Parse, line: list[int]) -> int | None:
    """The verb of what a log finds at an hour: "11:37 Error rates are back to normal"."""
    found = (i for i in line if parse.lemma[i] == "be" and parse.head[i] == i)
    verb = next(found, None)
    return verb if verb is not None and parse.child(verb, "nsubj") is not None else None


def _noun_above(parse: Parse, tokens: range) -> int | None:
    """The noun that stands for a sentence's verb: "Drinks tonight", "Review in six weeks"."""
    root = outer_root(parse, tokens)
    above = parse.head[root]
    if parse.lower[above] in ("on", "in", "at", "by", "from", "until", "till", "since"):
        above = parse.head[above]
    is_root = parse.head[above] == above and above not in tokens
    fits = is_root and parse.pos[above] == "NOUN" and above < root
    return above if fits and parse.lemma[above].lower() not in BEARERS else None


def _head_noun(parse: Parse, words: list[int], nouns: Mapping[str, str]) -> int | None:
    """The noun that the first words of a line are about; "All clear" is about its adjective."""
    noun = next((i for i in words if parse.pos[i] in NOUNS), None)
    while noun is not None and parse.dep[noun] in ("compound", "poss", "amod", "nmod"):
        above = parse.head[noun]
        if above <= noun or above not in words:
            break
        noun = above
    if noun is None and len(words) <= TERSE and parse.pos[words[-1]] == "ADJ":
        return words[-1]
    if noun is not None and noun == words[0] and parse.pos[noun] == "PROPN":
        known = parse.lower[noun] in nouns or parse.lower[noun] in APPOINTED
        return noun if known else None  # "Refusal of consent"
    return noun if noun is not None and parse.pos[noun] == "NOUN" else None


def _head_name(parse: Parse, words: list[int]) -> int | None:
    """The name that a short line begins with: "2018  Swedish Bridge Prize"."""
    if not words or len(words) > MOST_WORDS or any(parse.pos[i] == "VERB" for i in words):
        return None
    last = words[0]
    for i in words[1:]:
        if i != last + 1 or parse.pos[i] not in NOUNS:
            break
        last = i
    named = parse.pos[last] in NOUNS and parse.entity[last] not in ("GPE", "LOC", "PERSON")
    return last if named else None


def _is_happening(parse: Parse, i: int, nouns: Mapping[str, str]) -> bool:
    """True for a noun that names a happening, by our list or by its ending."""
    if parse.pos[i] != "NOUN" or parse.dep[i] in ("compound", "poss"):
        return False
    lemma = parse.lemma[i].lower()
    if lemma in BEARERS:
        return False
    return lemma in nouns or lemma in APPOINTED or (len(lemma) > 7 and lemma.endswith(DERIVED))


def _is_coarse(expression: TemporalExpression) -> bool:
    """Whether a date is a month or more: behind a day or a clock time a name may be a speaker's."""
    value = expression.value
    first = value.start if isinstance(value, Interval) else value
    return isinstance(first, Moment) and first.granularity >= Granularity.MONTH

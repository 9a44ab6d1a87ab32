"""Events that only their date shows: the verb that one hangs on, the head of a dated line.

A model trained on news knows sentences. In "1991: Elected to parliament", "hip replacement 2018" or
"15/05/2021 - party" it knows no word; what proves a happening there is the date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import takewhile

from ..annotation import TemporalExpression
from ..describe.parse import Parse
from ..rules.chronicle import leads_line
from ..tokens import tokens_of

DEEP = 8  # steps down from the word that heads a line
MOST_WORDS = 14  # of a line without a verb; a longer one is prose gone wrong in the parser
PAPERS = frozenset("order judgment judgement ruling decision decree warrant".split())
LABEL_LENGTH = 5  # letters of a participle that labels a date, at least
TERSE = 3  # words of a line that has no noun
SHORT = 8  # words of a line that ends with its date
NOUNS = ("NOUN", "PROPN")
# Verbs that a date is told with and that tell no happening by themselves.
EMPTY = frozenset("have go compare end follow include date make let be do get need want".split())
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
# Adjectives that tell when something is to happen or to hold.
TIMED = frozenset("due open closed payable live ready available".split())
# Adverbs of what "be" says where or in what state something is: "were back by Thursday".
PLACED = frozenset("back out off away home over here there".split())
DERIVED = ("ment", "tion", "sion", "ing", "ance", "ence", "al", "ure")


def find_timed(
    parse: Parse,
    expressions: Iterable[TemporalExpression],
    known: Mapping[int, object],
    nouns: Mapping[str, str],
) -> dict[int, str]:
    """Token indexes of what only a date shows to be an event, with its TimeML class.

    `known` are the triggers found otherwise, `nouns` the classes of event nouns by lemma.
    """
    found: dict[int, str] = {}
    dated = [e for e in expressions if e.type in ("DATE", "TIME", "INTERVAL")]
    spans = [(e, _tokens(parse, e)) for e in dated]
    inside = {i for _, tokens in spans for i in tokens}
    for expression in expressions:
        copula = _copula_above(parse, _tokens(parse, expression), known)
        if copula is not None and copula not in known:
            found[copula] = "STATE"
    for expression, tokens in spans:
        if not tokens:
            continue
        verb = _verb_above(parse, tokens, inside)
        if verb is not None and verb not in known:
            found[verb] = "OCCURRENCE"
        for done in (_label_of_a_deed(parse, tokens), _paper_of_a_day(parse, tokens)):
            if done is not None and done not in known:
                found[done] = "OCCURRENCE"
        noun = _noun_of_a_day(parse, tokens, nouns)
        if noun is not None and noun not in known:
            found[noun] = "OCCURRENCE"
        if verb is None:
            led = leads_line(parse.text, expression.start, expression.end)
            entry = _entry(parse, led.end(), inside) if led else []
            leads, line = bool(entry), entry or _line_of(parse, tokens, inside)
            opening = _opening_verb(parse, line) if leads else None
            if opening is not None and opening not in known:
                found[opening] = "OCCURRENCE"
            if opening is not None:
                continue
            head = _head_of_line(parse, tokens, line, nouns, leads=leads)
            if head is None or len(parse.lower[head].rstrip(".")) == 1:  # "A. Since 2011."
                continue
            # "1999-2010: Restoration, funded by the state"
            others = [i for i in line if not (leads and _is_below(parse, i, head))]
            if not any(i in known or i in found for i in (head, *others)):
                found[head] = "OCCURRENCE"
    return found


def _tokens(parse: Parse, expression: TemporalExpression) -> range:
    return tokens_of(parse.doc, expression.start, expression.end) or range(0)


def _root(parse: Parse, tokens: range) -> int:
    return next((i for i in tokens if parse.head[i] not in tokens), tokens.start)


def _copula_above(parse: Parse, tokens: range, known: Mapping[int, object]) -> int | None:
    """A form of "be" or "have" that an expression is tied to by a preposition.

    Of "is due in three weeks" it is the adjective.
    """
    if not tokens:
        return None
    root = _root(parse, tokens)
    above = parse.head[root]
    for _ in range(4):  # "due no later than 20 December"
        if parse.pos[above] not in ("ADP", "SCONJ", "ADV") or parse.head[above] == above:
            break
        above = parse.head[above]
    if parse.dep[above] == "acomp" and parse.lower[above] in TIMED:
        return above
    verb = parse.head[parse.head[root]]
    if parse.dep[verb] == "advmod" and parse.lower[verb] in PLACED:
        verb = parse.head[verb]
    tied = parse.dep[root] == "pobj" and parse.pos[verb] == "AUX"
    if parse.pos[root] == "ADP" and parse.pos[above] == "AUX":
        tied, verb = True, above  # "I am away from 24th to 31st October"
    if not tied or parse.dep[verb] in ("aux", "auxpass"):
        return None
    subject = parse.child(verb, "nsubj")
    happened = subject is not None and parse.pos[subject] == "NOUN" and subject in known
    told = parse.child(verb, "acomp")
    if told is not None and parse.lower[told] in TIMED:
        return told  # "would be ready within thirty days"
    return None if happened else verb  # "the outing was on Sunday": the outing, not the being


def _verb_above(parse: Parse, tokens: range, inside: set[int]) -> int | None:
    """The full verb that an expression hangs on, directly or by a preposition."""
    root = _root(parse, tokens)
    above = parse.head[root]
    if parse.pos[above] in ("ADP", "SCONJ") and above not in tokens:
        above = parse.head[above]
    if parse.dep[above] == "dobj" and _is_order(parse, parse.head[above]):
        above = parse.head[above]  # "Renew all certificates by 31 March"
    full = parse.pos[above] == "VERB" and parse.tag[above] not in ("VB", "VBG")
    full = full or _is_order(parse, above) or _is_torn_verb(parse, above)
    full = full and above not in inside
    done = parse.lower[above] == "done"  # "Scanner covers chains: done on 1 March"
    return above if full and (done or parse.lemma[above].lower() not in EMPTY) else None


def _is_order(parse: Parse, i: int) -> bool:
    """True for what a line tells to do: "- Add an alert by 15 September"."""
    if parse.tag[i] != "VB" or parse.pos[i] != "VERB" or parse.head[i] != i:
        return False
    return all(parse.pos[k] in ("PUNCT", "SPACE", "SYM") for k in range(parse.sentence[i], i))


def _is_torn_verb(parse: Parse, i: int) -> bool:
    """True for a verb taken for a noun: "who has held the post since 2016 and leaves on Friday"."""
    if parse.tag[i] != "NNS" or parse.dep[i] != "conj" or i == 0 or parse.pos[i - 1] != "CCONJ":
        return False
    head = parse.head[i]
    return head < i and parse.pos[head] in ("VERB", "AUX")


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


def _paper_of_a_day(parse: Parse, tokens: range) -> int | None:
    """What a title says was made on a day: "ORDER of Mr Justice Hart dated 5 June 2020"."""
    dated = parse.head[_root(parse, tokens)]
    dated = parse.head[dated] if parse.pos[dated] == "ADP" else dated
    paper = parse.sentence[tokens.start]
    if parse.lower[dated] != "dated" or parse.lower[paper] not in PAPERS:
        return None
    line = range(paper, dated)
    return paper if not any(parse.pos[i] in ("VERB", "AUX") for i in line[1:]) else None


def _label_of_a_deed(parse: Parse, tokens: range) -> int | None:
    """The participle that a date follows in a form: "Discharged: 17/03", "Dictated 17/03"."""
    i = tokens.start - 1
    if i >= 0 and parse.lower[i] == ":":
        i -= 1
    if i < 0 or parse.sentence[i] != i or len(parse.lower[i]) < LABEL_LENGTH:
        return None
    deed = parse.lower[i].endswith("ed") and parse.pos[i] in ("PROPN", "VERB", "ADJ")
    return i if deed and parse.lower[i] != "dated" else None


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


def _noun_above(parse: Parse, tokens: range) -> int | None:
    """The noun that stands for a sentence's verb: "Drinks tonight", "Review in six weeks"."""
    root = _root(parse, tokens)
    above = parse.head[root]
    if parse.lower[above] in ("on", "in", "at", "by", "from", "until", "till", "since"):
        above = parse.head[above]
    is_root = parse.head[above] == above and above not in tokens
    fits = is_root and parse.pos[above] == "NOUN" and above < root
    return above if fits and parse.lemma[above].lower() not in BEARERS else None


def _noun_of_a_day(parse: Parse, tokens: range, nouns: Mapping[str, str]) -> int | None:
    """What a day is told of: "the scan on 20 January was normal", "a fall on 6 November"."""
    root = _root(parse, tokens)
    preposition = parse.head[root]
    noun = parse.head[preposition]
    if parse.lower[preposition] != "on" or parse.pos[noun] not in NOUNS or noun >= preposition:
        return None
    lemma = parse.lemma[noun].lower()
    if parse.pos[noun] == "PROPN" and lemma not in APPOINTED:
        return None
    if lemma in BEARERS:
        return None
    verb = parse.head[noun]
    told = parse.dep[noun] == "nsubj" and parse.pos[verb] == "AUX" and parse.head[verb] == verb
    return noun if told or lemma in nouns or lemma in APPOINTED else None


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


def _is_happening(parse: Parse, i: int, nouns: Mapping[str, str]) -> bool:
    """True for a noun that names a happening, by our list or by its ending."""
    if parse.pos[i] != "NOUN" or parse.dep[i] in ("compound", "poss"):
        return False
    lemma = parse.lemma[i].lower()
    if lemma in BEARERS:
        return False
    return lemma in nouns or lemma in APPOINTED or (len(lemma) > 7 and lemma.endswith(DERIVED))

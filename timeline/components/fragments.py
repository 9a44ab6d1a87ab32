"""Events that only their date shows: what one hangs on, or the head of a dated line.

A model trained on news knows sentences. In "1991: Elected to parliament", "hip replacement 2018" or
"15/05/2021 - party" it knows no word; what proves a happening there is the date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..annotation import TemporalExpression
from ..describe.parse import Parse
from ..tokens import tokens_of
from .dated_lines import APPOINTED, BEARERS, NOUNS, find_in_line, outer_root

PAPERS = frozenset("order judgment judgement ruling decision decree warrant".split())
LABEL_LENGTH = 5  # letters of a participle that labels a date, at least
# Verbs that a date is told with and that tell no happening by themselves.
EMPTY = frozenset("have go compare end follow include date make let be do get need want".split())
# Adjectives that tell when something is to happen or to hold.
TIMED = frozenset("due open closed payable live ready available".split())
# Adverbs of what "be" says where or in what state something is: "were back by Thursday".
PLACED = frozenset("back out off away home over here there".split())


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
            told = find_in_line(
                parse, expression, tokens, inside, lambda i: i in known or i in found, nouns
            )
            if told is not None and told not in known:
                found[told] = "OCCURRENCE"
    return found


def _tokens(parse: Parse, expression: TemporalExpression) -> range:
    return tokens_of(parse.doc, expression.start, expression.end) or range(0)


def _copula_above(parse: Parse, tokens: range, known: Mapping[int, object]) -> int | None:
    """A form of "be" or "have" that an expression is tied to by a preposition.

    Of "is due in three weeks" it is the adjective.
    """
    if not tokens:
        return None
    root = outer_root(parse, tokens)
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
    root = outer_root(parse, tokens)
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


def _paper_of_a_day(parse: Parse, tokens: range) -> int | None:
    """What a title says was made on a day: "ORDER of Mr Justice Hart dated 5 June 2020"."""
    dated = parse.head[outer_root(parse, tokens)]
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


def _noun_of_a_day(parse: Parse, tokens: range, nouns: Mapping[str, str]) -> int | None:
    """What a day is told of: "the scan on 20 January was normal", "a fall on 6 November"."""
    root = outer_root(parse, tokens)
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

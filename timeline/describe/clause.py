"""The clause that an event's trigger stands in: who did it, what leads up to the trigger, the rest.

A clause is lists of token indices: subject, lead (the verbs that govern the trigger: "attempted
to"), predicate (the trigger with its complements). Each is in text order, and so are they when the
trigger has a subject of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .datewords import FINITE
from .parse import Parse
from .phrase import NOMINAL, VERBAL, is_aside, noun_phrase, without_empty_prepositions
from .relative import PRONOUNS, antecedent, relative_object

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
AUXILIARIES = ("aux", "auxpass", "neg")
# Below these prepositions a gerund is an adjunct; below others it completes a verb ("engaged in").
ADJUNCT = frozenset({"after", "before", "by", "despite", "since", "upon", "when", "while"})
# Branches of a verb that are statements of their own.
OTHER_CLAUSES = frozenset({"advcl", "parataxis", "mark", "intj", "meta", "dep", "preconj", "cc"})
CONNECTIVES = frozenset("""
accordingly additionally afterwards again also anyway apparently besides consequently finally first
furthermore hence however indeed instead later likewise meanwhile moreover nevertheless nonetheless
now otherwise second similarly so soon still subsequently then therefore though thus too yet when
where why how
""".split())  # fmt: skip
# "The way he looked at it": no object of "looked".
DENYING = frozenset({"allege", "argue", "claim", "contend", "contest", "deny", "disprove",
                     "dispute", "doubt", "fear", "hope", "refute", "wish"})  # fmt: skip
CIRCUMSTANCES = frozenset({"case", "day", "moment", "place", "reason", "time", "way", "year"})
# Verbs that need an object where they are told of the one who acts.
NEEDING = frozenset(
    """
acquit arrest behead bury cancel capture charge convict deport destroy detain dismiss execute
extradite fire free hang hire jail kill release replace restore sack sell sentence shoot suspend
""".split()
)
OBJECTS = ("dobj", "ccomp", "xcomp", "oprd", "dative")
DEEPEST = 6  # verbs above a trigger that may lend it their subject


def governor_of(parse: Parse, i: int) -> int:
    """Return the verb whose clause tells the event at token i truly: "forced America to retreat".

    An untensed complement with a subject of its own would read as if it had happened, and so would
    one that is denied or only hoped for.
    """
    if is_gapped(parse, i) or (parse.dep[i] == "acomp" and parse.lemma[parse.head[i]] == "be"):
        return parse.head[i]  # "is more divided than ever": the rest is the copula's
    for _ in range(DEEPEST):
        first = i
        while parse.dep[first] == "conj" and parse.child(first, *SUBJECTS) is None:
            first = parse.head[first]
        if parse.dep[first] == "ccomp" and parse.lemma[parse.head[first]] in DENYING:
            i = parse.head[first]
            continue
        weighed = _weighed_by(parse, first)
        if weighed is not None:
            i = weighed
            continue
        complement = parse.dep[first] in ("ccomp", "xcomp") and parse.tag[first] not in FINITE
        if not complement or parse.child(first, "nsubj", "nsubjpass") is None:
            return i
        if any(parse.tag[k] in FINITE for k in parse.children(first, "aux", "auxpass")):
            return i
        above = parse.head[first]
        if parse.pos[above] not in VERBAL:
            return i
        i = above
    return i


def _weighed_by(parse: Parse, verb: int) -> int | None:
    """Return the copula of "it is unlikely that he came": no fact without it."""
    if parse.dep[verb] != "ccomp":
        return None
    copula = parse.head[verb]
    if parse.pos[copula] == "ADJ":
        copula = parse.head[copula]
    subject = parse.child(copula, "nsubj", "expl")
    weighed = parse.lemma[copula] == "be" and parse.child(copula, "acomp") is not None
    it = subject is not None and parse.lower[subject] == "it" and copula < verb
    return copula if weighed and it else None


def is_gapped(parse: Parse, i: int) -> bool:
    """True for "injured" of "four were killed and 15 injured": its helper is the first one's."""
    return (
        parse.dep[i] == "conj"
        and (parse.tag[i] == "VBN" or (parse.tag[i] == "VBD" and _counts(parse, i)))
        and parse.child(i, "nsubj", "nsubjpass") is not None
        and parse.child(i, "aux", "auxpass", "dobj", "ccomp", "xcomp", "attr", "acomp") is None
        and parse.child(parse.head[i], "auxpass") is not None
    )


def _counts(parse: Parse, verb: int) -> bool:
    """Tell whether the subject of a verb is a number: "18 others"."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    return parse.tag[subject] == "CD" or parse.child(subject, "nummod") is not None


@dataclass(slots=True)
class Clause:
    """Tokens of a clause by their place in it; `commas` are the punctuation that must stay."""

    subject: list[int]
    lead: list[int]
    predicate: list[int]
    front: list[int] = field(default_factory=list)
    commas: frozenset[int] = frozenset()

    def tokens(self) -> list[int]:
        """Return all tokens in the order in which the clause is read."""
        return [*self.front, *self.subject, *self.lead, *self.predicate]


def find_clause(parse: Parse, i: int, dating: frozenset[int]) -> Clause:
    """Return the clause of the verb (or copula) at token i without the tokens in `dating`."""
    own = parse.child(i, *SUBJECTS)
    predicate = find_predicate(parse, i, dating)
    named = parse.head[i]
    alone = parse.dep[i] == "relcl" and parse.head[named] == named and parse.pos[named] == "NOUN"
    if alone and own == named + 1 and parse.pos[own] == "PROPN":
        # "The ferry Aurelia capsized", the whole of its sentence: the name is the ferry's.
        whole = [*noun_phrase(parse, named, dating, bar=i), *noun_phrase(parse, own, dating)]
        return Clause(whole, [], [t for t in predicate if t > own])
    if own is None or _is_relative(parse, own, i):
        subject, lead = _frame(parse, i, dating, 0)
        above = parse.head[i]
        fronted = _fronted(parse, i, above)
        if fronted and parse.dep[above] == "relcl":
            lead = [*lead, *antecedent(parse, above, dating)]
            predicate = [t for t in predicate if t not in fronted]
        return Clause(_without_last_comma(parse, subject), lead, predicate)
    whole = noun_phrase(parse, own, dating, brief=False)
    subject = _without_last_comma(parse, whole)
    if parse.dep[i] == "relcl":
        after = [t for t in predicate if t > own]
        whens = (k for k in parse.kids[i] if k < own and parse.dep[k] == "prep")
        during = any(parse.tag[t] == "WDT" for k in whens for t in parse.kids[k])
        if during or any(parse.tag[t] == "WRB" for t in parse.kids[i]):
            return Clause(subject, [], after)
        described = antecedent(parse, i, dating)
        if relative_object(parse, i) is not None:
            # "an extension, which they granted in writing": "they granted an extension in writing"
            verbs = [t for t in after if t <= i]
            return Clause(subject, [], [*verbs, *described, *(t for t in after if t > i)])
        below = parse.child(i, "xcomp")
        if below is not None and _fronted(parse, below, i):
            # "memoirs that she did not allow to be printed"
            kept = [t for t in after if t not in _fronted(parse, below, i)]
            # "the work that they hope to finish"
            turn = i if parse.child(below, "auxpass") is not None else below
            place = next((k for k, t in enumerate(kept) if t > turn), len(kept))
            return Clause(subject, [], [*kept[:place], *described, *kept[place:]])
        if below is not None and parse.tag[below] == "VB" and not parse.children(below, *OBJECTS):
            # "the projects that they will begin to build"
            place = next((k for k, t in enumerate(after) if t > below), len(after))
            return Clause(subject, [], [*after[:place], *described, *after[place:]])
        if parse.child(i, "ccomp", "xcomp") is not None:
            return Clause([*described, *subject], [], after)  # it may belong farther down
        if parse.lemma[parse.head[i]] in CIRCUMSTANCES:
            return Clause(subject, [], after)
        return Clause(subject, [], _with_object(parse, i, after, described))
    commas = frozenset(_comma_before(parse, own, i))
    front = [t for t in predicate if t < subject[0]]
    front += [t for t in commas if front and front[-1] < t < subject[0]]
    rest = [t for t in predicate if t > subject[0]]
    while rest and parse.pos[rest[0]] == "PUNCT":
        rest = rest[1:]
    return Clause(subject, [], rest, front, commas)


def _fronted(parse: Parse, i: int, above: int) -> list[int]:
    """Return the relative pronoun that stands before the verb above the one it belongs to."""
    if parse.dep[i] != "xcomp":
        return []
    return [k for k in parse.kids[i] if parse.tag[k] in PRONOUNS and k < above]


def _with_object(parse: Parse, i: int, after: list[int], described: list[int]) -> list[int]:
    """Put what a relative clause describes where it misses something: "you live in [the house]".

    Nowhere where it misses nothing: "the crisis they won the vote in spite of".
    """
    whole = parse.child(i, "dobj", "attr", "acomp") is not None
    for t in reversed(after):
        if parse.pos[t] == "ADP" and not parse.kids[t] and parse.dep[t] == "prep":
            place = after.index(t) + 1
            return [*after[:place], *described, *after[place:]]
    if whole or parse.child(i, "auxpass", "nsubjpass") is not None:
        return after
    place = next((k for k, t in enumerate(after) if t > i), len(after))
    return [*after[:place], *described, *after[place:]]


def _without_last_comma(parse: Parse, tokens: list[int]) -> list[int]:
    """Drop a comma at the end, unless it closes what another one opened inside the tokens."""
    last = len(tokens)
    while last and parse.lower[tokens[last - 1]] == ",":
        last -= 1
    open_ = any(t - 1 in tokens and t + 1 in tokens for t in tokens[:last] if parse.lower[t] == ",")
    return tokens[: last + 1] if open_ else tokens[:last]


def _is_relative(parse: Parse, subject: int, verb: int) -> bool:
    pronoun = parse.tag[subject] in PRONOUNS or parse.lower[subject] == "that"
    return parse.dep[verb] == "relcl" and pronoun


def _comma_before(parse: Parse, subject: int, verb: int) -> list[int]:
    """Return the comma between a quotation put first and what follows, subject or verb."""
    quote = parse.child(verb, "ccomp")
    if quote is None or quote > verb:
        return []
    first = min(parse.subtree(subject)[0], verb)
    return [t for t in range(quote, first) if parse.lower[t] in (",", "?", "!")][-1:]


def find_predicate(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """Return the verb at token i with its auxiliaries and complements, without other clauses."""
    shared = _shared_object(parse, i)
    without = parse.of_sentence(i, dating)
    without.update(k for k in parse.kids[i] if k not in shared and _leaves_clause(parse, k, i))
    todo = [kid for kid in parse.kids[i] if kid not in without]
    while todo:
        token = todo.pop()
        for kid in parse.kids[token]:
            if kid not in without:
                aside = is_aside(parse, kid, token, brief=False) and token not in shared
                if aside and parse.dep[kid] == "advcl" and parse.pos[token] in VERBAL:
                    aside = _leaves_clause(parse, kid, token)  # "said they came to help"
                if aside:
                    without.add(kid)
                else:
                    todo.append(kid)
    kept = without_empty_prepositions(parse, parse.subtree(i, without), dating)
    inside = set(kept)
    # The comma behind a date may hang on it: "fell on Monday, the first fall in years".
    commas = {
        t - 1 for t in kept if t > i + 1 and t - 2 in dating and parse.lower[t - 1] == ","
    } - inside
    return sorted({*kept, *commas}) if commas else kept


def _shared_object(parse: Parse, i: int) -> list[int]:
    """Return "and fulfilled" of "heeded and fulfilled the demands": the object is of both verbs."""
    if parse.child(i, "dobj", "ccomp", "xcomp", "prep", "nsubjpass") is not None:
        return []
    for kid in parse.kids[i]:
        if parse.dep[kid] == "conj" and i < kid <= i + 2 and parse.child(kid, "dobj") is not None:
            return [*parse.children(i, "cc"), kid]
    return []


def _is_done_to(parse: Parse, i: int, head: int) -> bool:
    """True for "fired" of "was hired in May and fired in July", taken for what she did."""
    passive = parse.child(head, "auxpass") is not None and parse.tag[i] == "VBD"
    return passive and parse.lemma[i] in NEEDING and parse.child(i, *OBJECTS) is None


def _frame(parse: Parse, i: int, dating: frozenset[int], depth: int) -> tuple[list[int], list[int]]:
    """Return the subject of the verb at token i, its own or borrowed, and the verbs before it."""
    own = parse.child(i, *SUBJECTS)
    dep, head = parse.dep[i], parse.head[i]
    if own is not None:
        if _is_relative(parse, own, i):
            return antecedent(parse, i, dating), []
        return noun_phrase(parse, own, dating), []
    if depth > DEEPEST or head == i:
        return _stray_subject(parse, i, dating), []
    above = parse.pos[head]
    if dep == "conj" and above in VERBAL:
        subject, lead = _frame(parse, head, dating, depth + 1)
        shared = parse.children(head, *AUXILIARIES)
        alike = parse.tag[i] == parse.tag[head] or _is_done_to(parse, i, head)
        if parse.child(head, "auxpass") is not None and parse.child(i, "dobj") is not None:
            alike = False  # "was arrested and spent weeks in prison"
        if shared and alike and parse.child(i, *AUXILIARIES) is None:
            lead = [*lead, *shared]
        return subject, lead
    if dep in ("xcomp", "ccomp", "acomp", "oprd") and (above in VERBAL or above == "ADJ"):
        subject, lead = _frame(parse, head, dating, depth + 1)
        if dep == "ccomp" and is_tensed(parse, i):
            return _stray_subject(parse, i, dating), []  # never the speaker's own doing
        if dep == "ccomp" and parse.tag[i] != "VBG":
            return _stray_subject(parse, i, dating) or subject, []
        return subject, [*lead, *_upto(parse, head, i, dating)]
    if dep == "pcomp":
        return _below_preposition(parse, i, dating, depth)
    if dep in ("acl", "relcl", "amod") and above in NOMINAL:
        return noun_phrase(parse, head, dating, bar=i), []
    if dep == "advcl" and i > head and _is_infinitive(parse, i) and above in VERBAL:
        # "(they) lacked standing to bring the case"
        subject, lead = _frame(parse, head, dating, depth + 1)
        return subject, [*lead, *_upto(parse, head, i, dating)]
    if dep == "advcl" and parse.tag[i] in FINITE and (i > head or parse.child(i, "mark")):
        return _stray_subject(parse, i, dating), []  # another's subject would say something else
    if dep == "advcl" and i > head and parse.lower[i - 1] != ",":
        between = range(head + 1, i)
        if any(parse.tag[t] in FINITE or parse.dep[t] == "relcl" for t in between):
            return [], []  # "punished him for what he said praising it": not the punisher
    if dep in ("advcl", "prep"):
        return _stray_subject(parse, i, dating) or _frame(parse, head, dating, depth + 1)[0], []
    return _stray_subject(parse, i, dating), []


def _below_preposition(
    parse: Parse, i: int, dating: frozenset[int], depth: int
) -> tuple[list[int], list[int]]:
    """A gerund below a preposition: "engaged in repelling", "charges of conspiring"."""
    preposition = parse.head[i]
    above = parse.head[preposition]
    if parse.pos[above] in VERBAL or parse.pos[above] == "ADJ":
        subject, lead = _frame(parse, above, dating, depth + 1)
        if parse.lower[preposition] in ADJUNCT:
            return subject, []
        return subject, [*lead, *_upto(parse, above, i, dating)]
    if parse.pos[above] in NOMINAL and above < preposition and parse.pos[preposition] == "ADP":
        return [], [t for t in noun_phrase(parse, above, dating) if t < i]
    return [], []


def _upto(parse: Parse, verb: int, stop: int, dating: frozenset[int]) -> list[int]:
    """Return a governing verb's predicate as far as the token at which the governed one begins."""
    inside = (k for k in parse.subtree(stop) if k <= stop and (k > verb or stop < verb))
    begin = min(inside, default=stop)
    subject = parse.child(verb, *SUBJECTS)
    first = subject if subject is not None and subject < verb else -1
    return [t for t in find_predicate(parse, verb, dating) if first < t < begin]


def _stray_subject(parse: Parse, i: int, dating: frozenset[int]) -> list[int]:
    """A noun phrase before a finite verb that the parser did not call its subject."""
    if not is_tensed(parse, i):
        return []
    for kid in parse.kids[i]:
        if kid < i and kid not in dating and parse.pos[kid] in NOMINAL:
            return noun_phrase(parse, kid, dating)
    for kid in parse.kids[i]:
        # "Order, they affirm, was restored", "the battle, fought at sea, cost four ships": the
        # subject hangs on the clause put between.
        if kid < i and parse.dep[kid] in ("advcl", "parataxis", "ccomp"):
            first = parse.kids[kid][0] if parse.kids[kid] else kid
            last = parse.subtree(first)[-1]
            if parse.pos[first] in NOMINAL and "," in (parse.lower[last], parse.lower[last + 1]):
                return noun_phrase(parse, first, dating)
    return []


def _leaves_clause(parse: Parse, kid: int, verb: int) -> bool:
    """Tell whether a child of a verb is not part of its own statement."""
    dep, word = parse.dep[kid], parse.lower[kid]
    if kid + 2 == verb and parse.lower[kid + 1] == "-":
        return False  # "nose-dived"
    if dep == "advcl" and parse.pos[kid] == "ADJ" and kid > verb:
        # "pulled them out alive"
        return bool(parse.kids[kid]) or parse.lower[kid - 1] == ","
    if dep == "advcl" and _is_purpose(parse, kid, verb):
        return False
    if dep == "advcl" and kid > verb and parse.lower[parse.subtree(kid)[0]] in ("if", "unless"):
        return False
    if dep == "conj" and is_gapped(parse, kid):
        return False
    if dep == "cc" and kid > verb:
        return not any(is_gapped(parse, k) for k in parse.children(verb, "conj"))
    if dep in SUBJECTS or dep in OTHER_CLAUSES or dep == "conj":
        return True
    if dep == "ccomp" and kid < verb:
        # Before the verb only a quotation with a speaker is its complement.
        between = parse.lower[kid + 1 : verb]
        return ";" in between or parse.child(verb, *SUBJECTS) is None
    if (
        dep == "advmod"
        and kid < verb
        and (parse.dep[kid + 1], parse.head[kid + 1]) == ("mark", verb)
    ):
        return True  # "even after the doors shut"
    if dep == "advmod":
        again = word == "again" and kid > verb
        return (word in CONNECTIVES and not again) or (kid < verb and parse.lower[kid + 1] == ",")
    if dep == "prep" and (parse.pos[kid] == "VERB" or is_aside(parse, kid, verb)):
        return True
    if kid > verb:
        return False
    if dep == "prep":
        return not _is_short_place(parse, kid)
    return parse.pos[kid] in NOMINAL and dep in ("npadvmod", "nmod", "dative")


def is_tensed(parse: Parse, i: int) -> bool:
    """Tell whether a verb is finite, itself or by a helper."""
    helpers = parse.children(i, "aux", "auxpass")
    return parse.tag[i] in FINITE or any(parse.tag[k] in FINITE for k in helpers)


def _is_infinitive(parse: Parse, i: int) -> bool:
    return any(parse.tag[k] == "TO" for k in parse.children(i, "aux"))


def _is_purpose(parse: Parse, kid: int, verb: int) -> bool:
    """Tell whether a branch completes its verb: "called for the city to pay", "went to see"."""
    if kid < verb or not _is_infinitive(parse, kid):
        return False
    first = parse.subtree(kid)[0]
    for before in parse.children(verb, "prep"):
        aside = parse.lower[before] == "with" and parse.lower[before - 1] == ","
        if aside and parse.subtree(before)[-1] == first - 1:
            return False  # ", with crowds in the streets to cheer them on"
    return parse.lower[first - 1] not in (",", "--", "-") and parse.lower[first] in ("to", "for")


def _is_short_place(parse: Parse, preposition: int) -> bool:
    tokens = parse.subtree(preposition)
    return len(tokens) <= 5 and any(parse.entity[t] in ("GPE", "LOC", "FAC") for t in tokens)

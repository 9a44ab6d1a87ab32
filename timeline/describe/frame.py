"""Whose doing a verb tells: its own subject, or that of the verbs that govern it."""

from __future__ import annotations

from .datewords import FINITE
from .governing import DEEPEST
from .labels import ALL_SUBJECTS, NOMINAL, VERBAL
from .parse import Parse
from .phrase import noun_phrase
from .predicate import find_predicate, is_infinitive, is_tensed
from .relative import PRONOUNS, antecedent

# Below these prepositions a gerund is an adjunct; below others it completes a verb ("engaged in").
ADJUNCT = frozenset({"after", "before", "by", "despite", "since", "upon", "when", "while"})
AUXILIARIES = ("aux", "auxpass", "neg")
OBJECTS = ("dobj", "ccomp", "xcomp", "oprd", "dative")
# Verbs that need an object where they are told of the one who acts.
NEEDING = frozenset(
    """
acquit arrest behead bury cancel capture charge convict deport destroy detain dismiss execute
extradite fire free hang hire jail kill release replace restore sack sell sentence shoot suspend
""".split()
)


def find_frame(
    parse: Parse, i: int, dating: frozenset[int], depth: int
) -> tuple[list[int], list[int]]:
    """Return the subject of the verb at token i, its own or borrowed, and the verbs before it."""
    own = parse.child(i, *ALL_SUBJECTS)
    dep, head = parse.dep[i], parse.head[i]
    if own is not None:
        if is_relative(parse, own, i):
            return antecedent(parse, i, dating), []
        return noun_phrase(parse, own, dating), []
    if depth > DEEPEST or head == i:
        return _stray_subject(parse, i, dating), []
    above = parse.pos[head]
    if dep == "conj" and above in VERBAL:
        subject, lead = find_frame(parse, head, dating, depth + 1)
        shared = parse.children(head, *AUXILIARIES)
        alike = parse.tag[i] == parse.tag[head] or _is_done_to(parse, i, head)
        if parse.child(head, "auxpass") is not None and parse.child(i, "dobj") is not None:
            alike = False  # "was arrested and spent weeks in prison"
        if shared and alike and parse.child(i, *AUXILIARIES) is None:
            lead = [*lead, *shared]
        return subject, lead
    if dep in ("xcomp", "ccomp", "acomp", "oprd") and (above in VERBAL or above == "ADJ"):
        subject, lead = find_frame(parse, head, dating, depth + 1)
        if dep == "ccomp" and is_tensed(parse, i):
            return _stray_subject(parse, i, dating), []  # never the speaker's own doing
        if dep == "ccomp" and parse.tag[i] != "VBG":
            return _stray_subject(parse, i, dating) or subject, []
        return subject, [*lead, *_upto(parse, head, i, dating)]
    if dep == "pcomp":
        return _below_preposition(parse, i, dating, depth)
    if dep in ("acl", "relcl", "amod") and above in NOMINAL:
        return noun_phrase(parse, head, dating, bar=i), []
    if dep == "advcl" and i > head and is_infinitive(parse, i) and above in VERBAL:
        # "(they) lacked standing to bring the case"
        subject, lead = find_frame(parse, head, dating, depth + 1)
        return subject, [*lead, *_upto(parse, head, i, dating)]
    if dep == "advcl" and parse.tag[i] in FINITE and (i > head or parse.child(i, "mark")):
        return _stray_subject(parse, i, dating), []  # another's subject would say something else
    if dep == "advcl" and i > head and parse.lower[i - 1] != ",":
        between = range(head + 1, i)
        if any(parse.tag[t] in FINITE or parse.dep[t] == "relcl" for t in between):
            return [], []  # "punished him for what he said praising it": not the punisher
    if dep in ("advcl", "prep"):
        return _stray_subject(parse, i, dating) or find_frame(parse, head, dating, depth + 1)[0], []
    return _stray_subject(parse, i, dating), []


def _below_preposition(
    parse: Parse, i: int, dating: frozenset[int], depth: int
) -> tuple[list[int], list[int]]:
    """A gerund below a preposition: "engaged in repelling", "charges of conspiring"."""
    preposition = parse.head[i]
    above = parse.head[preposition]
    if parse.pos[above] in VERBAL or parse.pos[above] == "ADJ":
        subject, lead = find_frame(parse, above, dating, depth + 1)
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
    subject = parse.child(verb, *ALL_SUBJECTS)
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


def _is_done_to(parse: Parse, i: int, head: int) -> bool:
    """True for "fired" of "was hired in May and fired in July", taken for what she did."""
    passive = parse.child(head, "auxpass") is not None and parse.tag[i] == "VBD"
    return passive and parse.lemma[i] in NEEDING and parse.child(i, *OBJECTS) is None


def is_relative(parse: Parse, subject: int, verb: int) -> bool:
    """Tell whether a relative pronoun is the subject: "the man who left"."""
    pronoun = parse.tag[subject] in PRONOUNS or parse.lower[subject] == "that"
    return parse.dep[verb] == "relcl" and pronoun

"""Relative clauses: what stands for the pronoun, and its place in a statement of its own."""

from __future__ import annotations

from .datewords import FINITE
from .labels import AMOUNTS, NOMINAL, SUBJECTS
from .parse import Parse
from .people import is_person_noun
from .phrase import noun_phrase

PRONOUNS = ("WDT", "WP")
# A name of one of these did nothing that "who" tells of: "Gerard of Cremona, who was born in 1114".
NOT_WHO = frozenset({"GPE", "LOC", "FAC", "ORG", "DATE", "TIME"})


def antecedent(parse: Parse, verb: int, dating: frozenset[int]) -> list[int]:
    """Return the phrase that the relative clause of this verb describes."""
    noun = parse.head[verb]
    while parse.dep[noun] == "conj" and disagrees(parse, noun, verb):
        noun = parse.head[noun]  # "two women and a guide who were abducted"
    while parse.dep[noun] in ("npadvmod", "pobj") and parse.entity[noun] in AMOUNTS:
        noun = parse.head[noun]  # "a contract worth ten million dollars, which was signed"
        while parse.pos[noun] not in NOMINAL and parse.head[noun] != noun:
            noun = parse.head[noun]
        below = [t for t in parse.subtree(noun) if noun < t < verb and parse.dep[t] == "pobj"]
        if disagrees(parse, noun, verb):
            noun = next((t for t in below if disagrees(parse, t, verb) is False), noun)
    if parse.dep[noun] == "pobj" and parse.lower[parse.head[parse.head[noun]]] == "one":
        one = parse.head[parse.head[noun]]
        if parse.dep[one] == "appos" and parse.entity[parse.head[one]] == "PERSON":
            noun = parse.head[one]  # "Ann Lee, one of three judges, who became"
    called = parse.dep[noun] == "appos" and parse.lower[parse.subtree(noun)[0] - 1] != ","
    if called and parse.pos[parse.head[noun]] == "NOUN" and _is_which(parse, verb):
        noun = parse.head[noun]  # "the carrier Dwight D. Eisenhower, which was on patrol"
    preposition = parse.head[noun]
    above = parse.head[preposition]
    misfit = parse.dep[noun] == "pobj" and disagrees(parse, noun, verb) is True
    if misfit and disagrees(parse, above, verb) is False and above < preposition:
        return noun_phrase(parse, above, dating, bar=verb)
    if parse.dep[noun] == "pobj" and parse.dep[preposition] == "prep" and above < preposition:
        name = parse.pos[noun] == parse.pos[above] == "PROPN" and parse.lower[preposition] == "of"
        name = name and parse.child(noun, "det") is None
        who = any(parse.lower[t] in ("who", "whom") for t in parse.kids[verb])
        thing = parse.pos[noun] == "PROPN" or is_person_noun(parse, noun)
        that = thing and any(parse.lower[t] == "that" for t in parse.kids[verb])
        if parse.pos[above] in NOMINAL and (
            name or that or (who and parse.entity[noun] in NOT_WHO and is_person_noun(parse, above))
        ):
            noun = above
    named = parse.dep[noun] == "appos" and parse.pos[parse.head[noun]] == "PROPN"
    # "Mr Ito was convicted, a verdict that was quashed": it is not he who was.
    named = named and not any(parse.tag[t] in FINITE for t in range(parse.head[noun], noun))
    kind = parse.entity[parse.head[noun]] if named else ""
    person = is_person_noun(parse, noun)
    # Not "between Moscow and Minsk, a project that was delayed".
    if named and kind not in ("GPE", "LOC", "NORP") and (kind != "PERSON" or person):
        noun = parse.head[noun]  # "Patrice Lumumba, the minister who was killed"
    return noun_phrase(parse, noun, dating, bar=verb)


def _is_which(parse: Parse, verb: int) -> bool:
    """Tell whether a relative clause is about a thing."""
    return any(parse.lower[t] == "which" for t in parse.children(verb, *SUBJECTS))


def disagrees(parse: Parse, noun: int, verb: int) -> bool | None:
    """Tell whether noun and verb differ in number, None where the verb does not show its own."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or parse.tag[subject] not in ("WDT", "WP"):
        return None
    words = [verb, *parse.children(verb, "aux", "auxpass")]
    single = any(parse.tag[t] == "VBZ" or parse.lower[t] == "was" for t in words)
    several = any(parse.tag[t] == "VBP" or parse.lower[t] == "were" for t in words)
    if single == several:
        return None
    if parse.tag[noun] in ("NNS", "NNPS"):
        return single
    if parse.tag[noun] in ("NN", "NNP") or parse.lower[noun] == "one":
        return several and parse.child(noun, "conj") is None
    return None


def relative_object(parse: Parse, verb: int) -> int | None:
    """Return the pronoun that is the verb's object: "which the plaintiff granted in writing"."""
    for kid in parse.children(verb, "dobj"):
        if parse.tag[kid] in PRONOUNS and kid < verb:
            return kid
    return None

"""Mends the tree where the parser took one clause for part of another.

What gives an error away is what English does not do: "since" with nothing below it opens a clause,
"which" describes the noun before it, a second object behind a comma names the first again.
"""

from __future__ import annotations

from .datewords import FINITE
from .labels import NOMINAL, SUBJECTS, VERBAL
from .parse import Parse

OPENERS = frozenset({"after", "although", "as", "because", "before", "since", "until", "while"})
CLOSING = frozenset({"--", ",", "_", "\u2013", "\u2014"})
NEAR = 6  # words of a speaker's name
ADDRESSING = frozenset({"assure", "inform", "remind", "tell", "warn"})
TALES = frozenset({"anecdote", "joke", "lie", "news", "secret", "story", "tale", "thing", "truth"})
TORN = ("acl", "advcl", "appos", "conj", "dep", "parataxis", "relcl")
SPEAKING = frozenset("""
add announce argue claim confirm declare explain insist note predict report reveal say show state
suggest tell vow warn
""".split())  # fmt: skip


def mend_clauses(parse: Parse) -> None:
    """Mend a parse in place."""
    for i in range(1, len(parse)):
        if parse.lower[i] == "_":
            _mark_dash(parse, i)
        dep = parse.dep[i]
        if dep == "prep" and parse.tag[i + 1 : i + 2] == ["CD"] and not parse.kids[i]:
            _count_to(parse, i)
        if dep == "prep" and parse.lower[i] in OPENERS and parse.kids[i]:
            _open_with_noun(parse, i)
        elif dep == "dobj" and parse.tag[i] != "IN":
            _join_apposition(parse, i)
        elif dep in SUBJECTS and parse.tag[i] in ("WDT", "WP"):
            _close_relative(parse, i)
        elif dep in SUBJECTS:
            _join_subject(parse, i)
        elif dep == "conj" and parse.lemma[parse.head[i]] in SPEAKING:
            _hear_content(parse, i)
        elif dep == "relcl" and parse.dep[parse.head[i]] == "dobj":
            _tell_content(parse, i)
        elif dep == "ccomp":
            _hang_on_it(parse, i)
        elif dep == "acl" and parse.tag[i] == "VBG":
            _spend_doing(parse, i)
        elif dep in TORN and parse.lemma[i] in SPEAKING and parse.tag[i] in ("VBD", "VBN"):
            _lift_speaker(parse, i)
            _turn_speaker(parse, i)


def _mark_dash(parse: Parse, i: int) -> None:
    """As in "two others _ a nurse and a guard": a line is a dash, whatever it was taken for."""
    above = parse.head[i]
    for kid in list(parse.kids[i]):
        parse.attach(kid, above if above != i else kid, parse.dep[kid])
    parse.tag[i], parse.pos[i], parse.dep[i] = ":", "PUNCT", "punct"


def _tell_content(parse: Parse, i: int) -> None:
    """As in "told a packed chamber that she had learned of it": that is what the chamber heard."""
    noun = parse.head[i]
    that = parse.child(i, "dobj")
    told = parse.lemma[parse.head[noun]] in ADDRESSING and parse.lemma[noun] not in TALES
    has_both = that is not None and that < i and parse.child(i, *SUBJECTS) is not None
    if told and has_both and that is not None and parse.lower[that] == "that":
        parse.attach(that, i, "mark")
        parse.attach(i, parse.head[noun], "ccomp")


def _open_with_noun(parse: Parse, i: int) -> None:
    """As in "It is known after the race finally came to its end": the noun is a subject."""
    noun, head = parse.child(i, "pobj"), parse.head[i]
    if noun is None or noun < i or parse.sentence[i] == i:
        return
    end, verb = parse.sentence_end(i), parse.subtree(noun)[-1] + 1
    mark = verb
    if verb >= end:
        return  # also of the document
    if parse.lower[verb] in CLOSING and parse.lower[verb] in parse.lower[noun + 1 : verb]:
        verb += 1  # "speculators -- including one from Orl -- surfaced"
    while verb < end and parse.pos[verb] == "ADV":
        verb += 1
    if verb >= end or parse.tag[verb] not in ("VBD", "VBZ", "VBP") or parse.head[verb] == verb:
        return
    if parse.pos[verb] not in VERBAL or parse.child(verb, *SUBJECTS, "mark") is not None:
        return
    if parse.dep[verb] not in ("conj", "advcl", "dep", "ccomp") or head in parse.subtree(verb):
        return
    if any(k < verb for k in parse.children(parse.head[verb], "cc") if k > i):
        return
    parse.attach(noun, verb, "nsubj")
    if parse.lower[mark] in CLOSING:
        parse.attach(mark, noun, "punct")
    parse.attach(verb, head, "advcl")
    parse.attach(i, verb, "mark")


def _trade_places(parse: Parse, verb: int, kid: int) -> None:
    """Put a verb's child where the verb hangs; the verb hangs nowhere."""
    head, dep = parse.head[verb], parse.dep[verb]
    parse.attach(kid, kid if head == verb else head, dep)
    parse.attach(verb, verb, "ROOT")


def _lift_speaker(parse: Parse, i: int) -> None:
    """As in "The firm plans to sell a mill, the daily reported": what was said is its content.

    Also where the parser took the speaker for an apposition that the verb describes.
    """
    noun = parse.child(i, *SUBJECTS)
    if noun is None and parse.dep[i] == "acl":
        noun = parse.head[i]
    if noun is None and parse.dep[i] == "advcl":
        noun = i - 1
        while parse.head[noun] < i and parse.lower[parse.subtree(noun)[0] - 1] != ",":
            if parse.head[noun] == noun:
                return
            noun = parse.head[noun]
    if noun is None or noun >= i or parse.pos[noun] not in NOMINAL:
        return
    if parse.child(i, "ccomp", "dobj", "xcomp", "mark", "auxpass", "agent") is not None:
        return
    comma = min(parse.subtree(noun, [i])) - 1
    if parse.lower[comma] != "," or parse.sentence[comma] != parse.sentence[i]:
        return
    if any(parse.tag[k] in FINITE for k in range(i + 1, parse.sentence_end(i))):
        return
    verb = i
    while parse.head[verb] != verb:
        verb = parse.head[verb]
    if verb >= comma or parse.pos[verb] not in VERBAL or verb < parse.sentence[i]:
        return
    parse.attach(i, i, "ROOT")
    parse.attach(noun, i, "nsubj")
    parse.attach(verb, i, "ccomp")
    parse.attach(comma, i, "punct")


def _join_apposition(parse: Parse, i: int) -> None:
    """As in "presented the Orb, an electric lamp": one thing named twice is no second object."""
    first = parse.child(parse.head[i], "dobj")
    before = parse.subtree(i)[0] - 1
    if first is None or first == i:
        return
    bare = before + 1 == i and parse.child(i, "cc", "conj") is None
    if parse.lower[before] == "," and before > first and (bare or parse.tag[before + 1] == "DT"):
        near = before - 1
        while parse.pos[near] not in NOMINAL and near > first:
            near -= 1
        parse.attach(i, near, "appos")


def _close_relative(parse: Parse, i: int) -> None:
    """As in "blamed the attack, which took place there, on rebels": the last is not its own."""
    verb = parse.head[i]
    if parse.dep[verb] != "relcl" or parse.lower[i - 1] != ",":
        return
    above = parse.head[verb]
    while parse.pos[above] not in VERBAL and parse.head[above] != above:
        above = parse.head[above]
    if parse.pos[above] not in VERBAL or above > i:
        return
    for kid in parse.children(verb, "prep"):
        if kid > verb and parse.lower[kid - 1] == "," and parse.tag[kid] == "IN":
            parse.attach(kid, above, "prep")


def _join_subject(parse: Parse, i: int) -> None:
    """As in "Bags containing a foot, an arm and a head were found": one verb, one subject."""
    verb = parse.head[i]
    first = parse.child(verb, *SUBJECTS)
    begin = parse.subtree(i)[0]
    if first is not None and first < begin and i < verb:
        joint = max(parse.children(first, "cc"), default=begin)
        if joint < begin and all(parse.pos[t] == "ADV" for t in range(joint + 1, begin)):
            parse.attach(i, first, "conj")  # "not only the mayor but also the bishop"
            for t in range(joint + 1, begin):
                parse.attach(t, i, "advmod")
            return
    if first is None or not first < begin - 2 or i > verb or parse.lower[begin - 1] != ",":
        return
    before = begin - 2
    below = parse.pos[before] in NOMINAL and before in parse.subtree(first) and before != first
    if below and parse.child(i, "cc") is not None and parse.pos[i] in NOMINAL:
        parse.attach(i, before, "conj")


def _hear_content(parse: Parse, i: int) -> None:
    """As in "The daily reported the offer, worth a lot, could come": the offer could."""
    verb = parse.head[i]
    noun = parse.child(verb, "dobj")
    helpers = parse.children(i, "aux", "auxpass")
    finite = parse.tag[i] in FINITE or any(parse.tag[k] in FINITE for k in helpers)
    if noun is None or not verb < noun < i or not finite or parse.child(i, *SUBJECTS) is not None:
        return
    if any(verb < k < i for k in parse.children(verb, "cc")) or parse.child(i, "mark") is not None:
        return
    passive = parse.child(i, "auxpass") is not None
    parse.attach(i, verb, "ccomp")
    parse.attach(noun, i, "nsubjpass" if passive else "nsubj")


def _turn_speaker(parse: Parse, i: int) -> None:
    """As in "The minister will come, reported the Newswire agency": the agency did."""
    speaker, verb = parse.child(i, "dobj"), parse.head[i]
    if speaker is None or parse.tag[i] != "VBD" or parse.lower[i - 1] != "," or verb >= i:
        return
    if parse.child(i, *SUBJECTS, "mark", "ccomp", "prt") is not None or parse.head[verb] != verb:
        return
    last = parse.sentence_end(i)
    close = speaker - i <= NEAR and not any(
        parse.pos[t] in VERBAL or parse.pos[t] == "CCONJ" for t in range(i + 1, last)
    )
    if not close or any(verb < k < i for k in parse.children(verb, "cc")):
        return
    if parse.tag[speaker] not in ("NNP", "NNPS") or parse.tag[verb] == "VBG":
        return
    _trade_places(parse, verb, i)
    parse.attach(verb, i, "ccomp")
    parse.attach(speaker, i, "nsubj")
    parse.attach(i - 1, i, "punct")


def _hang_on_it(parse: Parse, i: int) -> None:
    """As in "He said it was unlikely the dog had come": what was unlikely is that it came."""
    first = parse.child(parse.head[i], "ccomp")
    if first is None or first >= i or parse.child(first, "acomp") is None:
        return
    subject = parse.child(first, "nsubj")
    if subject is not None and parse.lower[subject] == "it" and parse.lemma[first] == "be":
        parse.attach(i, first, "ccomp")


def _count_to(parse: Parse, i: int) -> None:
    """As in "rose to 41 with six missing": 41 is what it rose to."""
    if parse.pos[i + 2 : i + 3] == ["ADP"] and parse.dep[i + 1] in ("quantmod", "nummod"):
        parse.attach(i + 1, i, "pobj")


def _spend_doing(parse: Parse, i: int) -> None:
    """As in "spent millions working", "left one in three trains running": it completes the verb."""
    noun = parse.head[i]
    while parse.dep[noun] in ("pobj", "prep") and parse.head[noun] < noun:
        noun = parse.head[noun]
    verb = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.subtree(noun)[-1] >= i > noun > verb:
        own = noun == parse.head[i] and parse.lemma[verb] in ("spend", "waste")
        if own or (parse.lemma[verb] == "leave" and parse.lower[i - 1] != ","):
            parse.attach(i, verb, "xcomp")

"""Who said what the title tells, where the speaker stands behind it: "..., police said"."""

from __future__ import annotations

from collections.abc import Sequence

from .labels import SUBJECTS, VERBAL
from .parse import Parse
from .people import is_person_noun
from .tears import SPEAKING

NAMED = frozenset({"NNP", "NNPS"})
# Who passes on what happened, where a person may only hold it.
WITNESSES = frozenset("""
agency daily media newspaper newspapers official officials paper police policeman radio report
reports source sources spokesman spokesmen spokeswoman statement station television witness
witnesses
""".split())  # fmt: skip
TELLING = frozenset({"acknowledge", "admit", "allege", "disclose", "emphasise",
                     "emphasize", "stress"})  # fmt: skip
REPORTING = SPEAKING | TELLING | {"estimate", "quote", "recall", "reiterate", "remark", "underline"}
# How what is said about the saying hangs: "said in remarks broadcast on Monday".
FRAMING = frozenset({"acl", "amod", "compound", "nmod", "pcomp", "pobj", "poss", "prep"})
DEEPEST = 8  # heads above an event
SHORT = 15  # letters of a full name that need no shortening
STATEMENTS = frozenset({"article", "editorial", "interview", "letter", "remark", "report",
                        "statement"})  # fmt: skip
SOURCING = frozenset({"cite", "quote"})
SPARED = ("acl", "advcl", "appos", "relcl")


def reporting_verb(parse: Parse, i: int) -> int | None:
    """Return the verb of saying that an event only says something about, or the verb it follows.

    "said in remarks broadcast on Monday", "rose, according to figures released on Monday", "said,
    quoting the police": what was said is the news.
    """
    if _is_source(parse, i):
        return parse.head[i]
    for _ in range(DEEPEST):
        head = parse.head[i]
        if head == i or parse.dep[i] not in FRAMING:
            return None
        if parse.lower[i] == "according":
            return head if parse.pos[head] in VERBAL else None
        told = parse.child(head, "ccomp")
        if parse.lemma[head] in SPEAKING and told is not None and parse.dep[i] == "prep":
            return head
        if parse.lower[head] in ("in", "at") and parse.lemma[i] in STATEMENTS:
            verb = parse.head[head]
            if head < verb and parse.pos[verb] in VERBAL:
                return verb  # "In a statement issued on Monday the company protested"
        i = head
    return None


def without_sources(parse: Parse, tokens: list[int]) -> list[int]:
    """Return the tokens without "according to the police" and without a last "here"."""
    sources = parse.facts(_source_at)
    gone = {k for t in tokens for k in sources[t]}
    return [t for t in tokens if t not in gone] if gone else tokens


def _source_at(parse: Parse, t: int) -> Sequence[int]:
    """Return the tokens that only say who told it, or a "here", where they begin with this one."""
    according = parse.lower[t] == "according" and parse.dep[t] == "prep"
    if according or _is_source(parse, t):
        return parse.subtree(t)
    # Wherever that was.
    return (t,) if parse.lower[t] == "here" and _is_spare(parse, t) else ()


def _is_spare(parse: Parse, here: int) -> bool:
    """Tell whether "here" is not all that a verb has, as in "I am here"."""
    head = parse.head[here]
    alone = parse.lemma[head] == "be" and parse.kids[head][-1] <= here
    return parse.dep[here] == "advmod" and not parse.kids[here] and not alone


def _is_source(parse: Parse, i: int) -> bool:
    """Tell whether a participle only says who told it: ", quoting the police"."""
    source = parse.lemma[i] in SOURCING and parse.tag[i] == "VBG" and parse.dep[i] == "advcl"
    return source and parse.head[i] < i and parse.child(i, "ccomp") is None


def content_behind(parse: Parse, i: int) -> int | None:
    """Return the verb of what was said, where it stands behind the verb of saying at token i."""
    if parse.lemma[i] not in REPORTING or parse.child(i, "neg", "aux") is not None:
        return None
    for kid in parse.children(i, "ccomp"):
        if kid > i and parse.pos[kid] in VERBAL and parse.child(kid, *SUBJECTS, "expl") is not None:
            return kid
    for preposition in parse.children(i, "prep"):
        saying = parse.child(preposition, "pcomp")  # "was quoted as saying"
        if parse.lower[preposition] == "as" and saying is not None:
            return content_behind(parse, saying)
    return None


def saying_above(parse: Parse, i: int) -> int | None:
    """Return the verb of saying whose content is the clause of token i."""
    for _ in range(DEEPEST):
        head = parse.head[i]
        if head == i or parse.dep[i] in ("acl", "relcl", "advcl"):
            return None
        if parse.dep[i] == "ccomp":
            return head if content_behind(parse, head) == i else None
        i = head
    return None


def speaker_of(parse: Parse, i: int) -> int | None:
    """Return who says what the verb at token i is about, its own subject or a lent one."""
    subject = parse.child(i, "nsubj", "nsubjpass")
    lent = parse.dep[i] in ("advcl", "conj") and parse.head[i] < i
    return parse.child(parse.head[i], "nsubj", "nsubjpass") if subject is None and lent else subject


def content(parse: Parse, i: int) -> int | None:
    """Return the verb of what was said, if the speaking verb at token i stands behind it."""
    if parse.lemma[i] not in SPEAKING or parse.child(i, "neg") is not None:
        return None
    subject = parse.child(i, "nsubj", "nsubjpass")
    for kid in parse.children(i, "ccomp"):
        if kid < i and (subject is None or kid < subject) and parse.pos[kid] in VERBAL:
            return kid
    return None


def content_ahead(parse: Parse, i: int) -> tuple[int, int] | None:
    """Return the named speaker and the verb of what was said, as in "Ann Lee said that he came"."""
    subject, said = parse.child(i, "nsubj"), parse.child(i, "ccomp")
    speaking = parse.lemma[i] in SPEAKING or parse.lemma[i] in TELLING
    if not speaking or parse.child(i, "neg", "aux") is not None:
        return None
    if subject is None or said is None or not subject < i < said:
        return None
    named = parse.tag[subject] in NAMED and parse.child(subject, "conj") is None
    own = parse.child(said, "nsubj", "nsubjpass", "expl")
    spoken_of = own is not None and parse.pos[own] != "PRON" and said > own > i
    return (subject, said) if named and spoken_of and parse.pos[said] in VERBAL else None


def speaks_for_oneself(parse: Parse, i: int) -> bool:
    """Tell whether the subject of the speaking verb is a person with a view, not a source."""
    subject = parse.child(i, "nsubj", "nsubjpass")
    if subject is None:
        return False
    if any(parse.lower[t] in WITNESSES for t in (subject, *parse.kids[subject])):
        return False
    if parse.lower[subject] == "it" or (parse.tag[subject] == "NNS" and _is_bare(parse, subject)):
        return False  # "analysts said"
    person = parse.entity[subject] == "PERSON" or is_person_noun(parse, subject)
    return person or parse.pos[subject] == "PRON"


def without_speakers_office(parse: Parse, i: int, tokens: list[int]) -> list[int]:
    """Return the tokens with the speaker's last name, and nothing else about the speaking."""
    subject = parse.child(i, "nsubj")
    if subject is None:
        return tokens
    if parse.entity[subject] == "PERSON" and parse.tag[subject] in NAMED:
        name = [t for t in parse.subtree(subject) if parse.entity[t] == "PERSON" and t <= subject]
        short = sum(parse.end[t] - parse.start[t] + 1 for t in name) <= SHORT
        last = subject
        while last and parse.end[last - 1] == parse.start[last]:
            last -= 1  # "al-Banna"
        gone = set(parse.subtree(subject)) - {*range(last, subject + 1), *(name if short else ())}
    else:
        gone = {k for kid in parse.children(subject, *SPARED) for k in parse.subtree(kid)}
    for kid in parse.children(i, "prep", "npadvmod", "advmod", "advcl"):
        if kid > i:
            gone.update(parse.subtree(kid))
    return [t for t in tokens if t not in gone]


def is_first_person(title: str) -> bool:
    """Tell whether a title begins with "I" or "we"."""
    return _opening(title) in ("I", "We", "My", "Our")


def spoken(title: str, speaker: str | None, longest: int) -> str:
    """Return a title in the first person behind the one who says so: "The mayor: we will stay"."""
    first = _opening(title)
    if speaker is None or not is_first_person(title):
        return title
    if speaker.lower() in ("he", "she", "they", "it", "i", "we", "who"):
        return title
    if title.rstrip("\"'\u201d").endswith("said") or speaker in title:
        return title
    words = title if first == "I" or title[:1] != first[:1] else title[0].lower() + title[1:]
    line = f"{speaker[:1].upper()}{speaker[1:]}: {words}"
    return line if len(line) <= longest else title


def _opening(title: str) -> str:
    return title.lstrip("\"'\u201c").split(" ", 1)[0].partition("'")[0]


def _is_bare(parse: Parse, noun: int) -> bool:
    return all(parse.dep[k] in ("amod", "compound", "nummod") for k in parse.kids[noun])

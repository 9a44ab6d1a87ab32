"""Which country "the country" is, where the sentences before name only one."""

from __future__ import annotations

from collections.abc import Iterator

from .labels import SUBJECTS
from .parse import Parse
from .peoples import UNCLEAR, country_named, country_of, told
from .tears import SPEAKING

CALLED = frozenset({"country", "nation"})
BACK = 2  # sentences before that are looked at
# Who speaks for a country; its soldiers and travellers may be in another one.
SPEAKERS = frozenset({"authority", "government", "minister", "ministry", "official", "parliament",
                      "president", "spokesman", "spokeswoman"})  # fmt: skip


def countries_meant(parse: Parse, noun: int, count: int) -> list[list[int]]:
    """Return the names that "the country" or "the two countries" stands for, as their tokens.

    None where the text has named more or fewer, or a people that may be another country's.
    """
    begin, end = _sentences_around(parse, noun)
    found: dict[str, list[int]] = {}
    for run in _runs(parse, "GPE", begin, end):
        country = country_named(_words(parse, run))
        if country is not None:
            found.setdefault(country, run)
    runs = sorted(found.values())
    if len(runs) != count or any(run[-1] > noun for run in runs) or not UNCLEAR.isdisjoint(found):
        return []
    peoples = {country_of(_words(parse, run)) for run in _runs(parse, "NORP", begin, noun)}
    return runs if count > 1 or peoples <= found.keys() else []


def country_of_people(parse: Parse, noun: int) -> str | None:
    """Return the country of the one government that acts before "the country" as its own."""
    begin, end = _sentences_around(parse, noun)
    if any(parse.entity[t] == "GPE" for t in range(begin, end)):
        return None
    peoples = list(_runs(parse, "NORP", begin, noun))
    countries = {country_of(_words(parse, run)) for run in peoples}
    country = countries.pop() if len(countries) == 1 else None
    if country is None or country in UNCLEAR:
        return None
    owner = parse.tag[noun + 1 : noun + 2] == ["POS"]
    own = any(_speaks(parse, run[-1], owner) for run in peoples)
    return told(country) if own else None


def _speaks(parse: Parse, people: int, owner: bool) -> bool:
    """Tell whether a people is that of a government that says something.

    Or does something with what belongs to "the country".
    """
    speaker = parse.head[people]
    if parse.dep[speaker] not in SUBJECTS or parse.lemma[speaker] not in SPEAKERS:
        return False
    return owner or parse.lemma[parse.head[speaker]] in SPEAKING


def _sentences_around(parse: Parse, noun: int) -> tuple[int, int]:
    begin = parse.sentence[noun]
    for _ in range(BACK):
        begin = parse.sentence[max(begin - 1, 0)]
    return begin, parse.sentence_end(noun)


def _words(parse: Parse, run: list[int]) -> str:
    return " ".join(parse.lower[t] for t in run).removeprefix("the ")


def _runs(parse: Parse, kind: str, begin: int, end: int) -> Iterator[list[int]]:
    """Yield the tokens of each name of a kind."""
    run: list[int] = []
    for t in range(begin, end):
        if parse.entity[t] == kind:
            run.append(t)
        elif run:
            yield run
            run = []
    if run:
        yield run

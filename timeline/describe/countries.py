"""Which country "the country" is, where the sentences before name only one."""

from __future__ import annotations

from functools import cache

from .parse import Parse

CALLED = frozenset({"country", "nation"})
STEM = 4  # letters that "Nigeria" and "Nigerian" share
SHORT = frozenset({"america", "u.k.", "u.s.", "uk", "us"})
SHORTEST = 3  # letters that "Polish" and Poland share
ROMANS = frozenset({"roman"})
BACK = 2  # sentences before that are looked at
NAMES = frozenset(
    name.strip()
    for name in """
afghanistan, albania, algeria, andorra, angola, antigua and barbuda, argentina, armenia,
australia, austria, austria-hungary, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus,
belgium, belize, benin, bhutan, bolivia, bosnia, bosnia and herzegovina, bosnia-herzegovina,
botswana, brazil, britain, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon,
canada, cape verde, central african republic, chad, chile, china, colombia, comoros, congo, costa
rica, cote d'ivoire, croatia, cuba, cyprus, czech republic, czechia, czechoslovakia, democratic
republic of congo, denmark, djibouti, dominican republic, dprk, east germany, east timor, ecuador,
egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini, ethiopia, fiji,
finland, france, gabon, gambia, germany, ghana, greece, greenland, grenada, guatemala, guinea,
guinea-bissau, guyana, haiti, honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq,
ireland, israel, italy, ivory coast, jamaica, japan, kazakhstan, kenya, kiribati, kosovo, kuwait,
kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg,
macedonia, madagascar, malawi, malaysia, maldives, mali, malta, marshall islands, mauritania,
mauritius, micronesia, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar,
namibia, nauru, nepal, netherlands, new zealand, nicaragua, niger, nigeria, north korea, north
macedonia, north vietnam, norway, oman, ottoman empire, pakistan, palau, palestine, papua new
guinea, paraguay, persia, peru, poland, portugal, prussia, puerto rico, qatar, republic of congo,
romania, russia, rwanda, saint lucia, samoa, san marino, sao tome and principe, saudi arabia,
scotland, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon
islands, somalia, south africa, south korea, south sudan, south vietnam, soviet union, spain, sri
lanka, sudan, suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania,
thailand, togo, tonga, trinidad and tobago, tunisia, turkey, turkmenistan, tuvalu, uae, uganda,
ukraine, united arab emirates, united kingdom, united states, uruguay, ussr, uzbekistan, vanuatu,
vatican, venezuela, vietnam, wales, west germany, yemen, yugoslavia, zaire, zambia, zimbabwe
""".split(",")
)


@cache
def country_of(people: str) -> str | None:
    """Return the country whose name begins as that of its people does: "polish" is of Poland."""
    if people in ROMANS:
        return None
    begin = people[:SHORTEST]
    alike = (name for name in NAMES if name[:SHORTEST] == begin and " " not in name)
    return max(alike, key=lambda name: (_shared(name, people), -len(name), name), default=None)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def countries_meant(parse: Parse, noun: int, count: int) -> list[list[int]]:
    """Return the names that "the country" or "the two countries" stands for, as their tokens.

    None where the text has named more or fewer.
    """
    begin = parse.sentence[noun]
    for _ in range(BACK):
        begin = parse.sentence[max(begin - 1, 0)]
    found: dict[str, list[int]] = {}
    for run in _names(parse, begin, parse.sentence_end(noun)):
        name = " ".join(parse.lower[t] for t in run).removeprefix("the ")
        if name in NAMES or name in SHORT:
            found.setdefault(name, run)
    runs = sorted(found.values())
    # "The Kazakh authorities" are of no country that is named in its place.
    stems = {name[:STEM] for name in found}
    peoples = (parse.lower[t] for t in range(begin, noun) if parse.entity[t] == "NORP")
    if count == 1 and any(people[:STEM] not in stems for people in peoples):
        return []
    return runs if len(runs) == count and all(run[-1] < noun for run in runs) else []


def country_of_people(parse: Parse, noun: int) -> str | None:
    """Return the country of the one people that is named before "the country" in its sentence."""
    before = range(parse.sentence[noun], noun)
    if any(parse.entity[t] == "GPE" for t in before):
        return None
    found = {country_of(parse.lower[t]) for t in before if parse.entity[t] == "NORP"}
    country = found.pop() if len(found) == 1 else None
    return country.title() if country else None


def _names(parse: Parse, begin: int, end: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for t in range(begin, end):
        if parse.entity[t] != "GPE":
            continue
        if runs and runs[-1][-1] == t - 1:
            runs[-1].append(t)
        else:
            runs.append([t])
    return runs

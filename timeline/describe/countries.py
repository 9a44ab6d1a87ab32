"""Which country "the country" is, where the sentences before name only one."""

from __future__ import annotations

from .parse import Parse

CALLED = frozenset({"country", "nation"})
BACK = 2  # sentences before that are looked at
NAMES = frozenset(
    name.strip()
    for name in """
afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan,
bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, botswana, brazil,
britain, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, chad, chile,
china, colombia, costa rica, croatia, cuba, cyprus, czechoslovakia, denmark, djibouti, east timor,
ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, fiji, finland, france, gabon,
gambia, germany, ghana, greece, grenada, guatemala, guinea, guyana, haiti, honduras, hungary,
iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, kenya,
kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein,
lithuania, luxembourg, macedonia, madagascar, malawi, malaysia, mali, malta, mauritania, mauritius,
moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands,
new zealand, nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan,
palestine, papua new guinea, paraguay, peru, poland, portugal, prussia, qatar, romania, russia,
rwanda, samoa, saudi arabia, scotland, senegal, serbia, seychelles, sierra leone, singapore,
slovakia, slovenia, solomon islands, somalia, south africa, south korea, south sudan, soviet union,
spain, sri lanka, sudan, suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan,
tanzania, thailand, togo, tonga, tunisia, turkey, turkmenistan, uganda, ukraine,
united arab emirates, united kingdom, united states, uruguay, uzbekistan, vanuatu, venezuela,
vietnam, wales, yemen, yugoslavia, zaire, zambia, zimbabwe
""".split(",")
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
        if name in NAMES:
            found.setdefault(name, run)
    runs = sorted(found.values())
    return runs if len(runs) == count and all(run[-1] < noun for run in runs) else []


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

"""Countries by their names and by those of their peoples."""

from __future__ import annotations

NAMES = frozenset(
    " ".join(name.split())
    for name in """
afghanistan, albania, algeria, andorra, angola, antigua and barbuda, argentina, armenia, australia,
austria, austria-hungary, azerbaijan, bahamas, bahrain, bangladesh, barbados, belarus, belgium,
belize, benin, bhutan, bolivia, bosnia, bosnia and herzegovina, bosnia-herzegovina, botswana,
brazil, britain, brunei, bulgaria, burkina faso, burma, burundi, cambodia, cameroon, canada, cape
verde, central african republic, chad, chile, china, colombia, comoros, congo, costa rica, cote
d'ivoire, croatia, cuba, cyprus, czech republic, czechia, czechoslovakia, democratic republic of
congo, denmark, djibouti, dominica, dominican republic, dprk, east germany, east timor, ecuador,
egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini, ethiopia, fiji, finland,
france, gabon, gambia, georgia, germany, ghana, great britain, greece, greenland, grenada,
guatemala, guinea, guinea-bissau, guyana, haiti, holland, honduras, hong kong, hungary, iceland,
india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan,
kazakhstan, kenya, kiribati, korea, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho,
liberia, libya, liechtenstein, lithuania, luxembourg, macedonia, madagascar, malawi, malaysia,
maldives, mali, malta, marshall islands, mauritania, mauritius, mexico, micronesia, moldova, monaco,
mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, new zealand,
nicaragua, niger, nigeria, north korea, north macedonia, north vietnam, northern ireland, norway,
oman, ottoman empire, pakistan, palau, palestine, panama, papua new guinea, paraguay, persia, peru,
philippines, poland, portugal, prussia, puerto rico, qatar, republic of congo, rhodesia, romania,
russia, rwanda, saint lucia, samoa, san marino, sao tome and principe, saudi arabia, scotland,
senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon islands, somalia,
south africa, south korea, south sudan, south vietnam, soviet union, spain, sri lanka, sudan,
suriname, swaziland, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, tibet,
timor-leste, togo, tonga, trinidad and tobago, tunisia, turkey, turkmenistan, tuvalu, uae, uganda,
ukraine, united arab emirates, united kingdom, united states, uruguay, ussr, uzbekistan, vanuatu,
vatican, venezuela, vietnam, wales, west germany, yemen, yugoslavia, zaire, zambia, zimbabwe
""".split(",")
)
# Other names of the same countries, as they are written in running text.
SAME = {
    "america": "united states", "u.s.": "united states", "us": "united states",
    "usa": "united states", "great britain": "britain", "u.k.": "britain", "uk": "britain",
    "united kingdom": "britain", "holland": "netherlands", "burma": "myanmar",
    "dprk": "north korea", "ussr": "soviet union",
}  # fmt: skip
# Names that are as often another place's, or of two countries: never told for "the country".
UNCLEAR = frozenset({"congo", "georgia", "korea"})
WITH_ARTICLE = ("bahamas", "comoros", "gambia", "maldives", "netherlands", "ottoman empire",
                "philippines", "seychelles", "soviet union", "united arab emirates",
                "united states")  # fmt: skip
# The words for a country's people and what is theirs; a plural's "s" is taken off. No party, faith
# or language is one, nor a people of two countries ("Korean") or of none ("Kurdish").
_PEOPLES = """
afghanistan: afghan; albania: albanian; algeria: algerian; angola: angolan; argentina: argentine
argentinian; armenia: armenian; australia: australian aussie; austria: austrian; azerbaijan:
azerbaijani azeri; bahrain: bahraini; bangladesh: bangladeshi; belarus: belarusian belarussian;
belgium: belgian; benin: beninese; bhutan: bhutanese; bolivia: bolivian; botswana: botswanan;
brazil: brazilian; britain: british briton; brunei: bruneian; bulgaria: bulgarian; burundi:
burundian; cambodia: cambodian; cameroon: cameroonian; canada: canadian; chad: chadian; chile:
chilean; china: chinese; colombia: colombian; cuba: cuban; cyprus: cypriot; czech republic: czech;
czechoslovakia: czechoslovak; denmark: danish dane; djibouti: djiboutian; ecuador: ecuadorian
ecuadorean; egypt: egyptian; eritrea: eritrean; estonia: estonian; ethiopia: ethiopian; fiji:
fijian; finland: finnish finn; france: french frenchman frenchmen; gabon: gabonese; gambia: gambian;
georgia: georgian; germany: german; ghana: ghanaian; greece: greek; guatemala: guatemalan; guyana:
guyanese; haiti: haitian; honduras: honduran; hungary: hungarian; iceland: icelandic icelander;
india: indian; indonesia: indonesian; iran: iranian; iraq: iraqi; ireland: irish irishman; israel:
israeli; italy: italian; jamaica: jamaican; japan: japanese; jordan: jordanian; kazakhstan: kazakh
kazakhstani; kenya: kenyan; kosovo: kosovar; kuwait: kuwaiti; kyrgyzstan: kyrgyz; laos: laotian;
latvia: latvian; lebanon: lebanese; liberia: liberian; libya: libyan; lithuania: lithuanian;
madagascar: malagasy; malawi: malawian; malaysia: malaysian; mali: malian; malta: maltese;
mauritania: mauritanian; mauritius: mauritian; mexico: mexican; moldova: moldovan; mongolia:
mongolian; montenegro: montenegrin; morocco: moroccan; mozambique: mozambican; myanmar: burmese;
namibia: namibian; nepal: nepalese nepali; netherlands: dutch dutchman; nicaragua: nicaraguan;
niger: nigerien; nigeria: nigerian; norway: norwegian; oman: omani; pakistan: pakistani; palestine:
palestinian; panama: panamanian; paraguay: paraguayan; persia: persian; peru: peruvian; philippines:
filipino philippine; poland: polish pole; portugal: portuguese; prussia: prussian; qatar: qatari;
romania: romanian; russia: russian; rwanda: rwandan; samoa: samoan; saudi arabia: saudi; scotland:
scottish scot; senegal: senegalese; serbia: serbian; singapore: singaporean; slovakia: slovak
slovakian; slovenia: slovene slovenian; somalia: somali; south africa: south-african; soviet union:
soviet; spain: spanish spaniard; sri lanka: sri-lankan; sudan: sudanese; sweden: swedish swede;
switzerland: swiss; syria: syrian; taiwan: taiwanese; tajikistan: tajik; tanzania: tanzanian;
thailand: thai; togo: togolese; tunisia: tunisian; turkey: turkish turk; turkmenistan: turkmen;
uganda: ugandan; ukraine: ukrainian; united arab emirates: emirati; united states: american;
uruguay: uruguayan; uzbekistan: uzbek; venezuela: venezuelan; vietnam: vietnamese; wales: welsh;
yemen: yemeni; yugoslavia: yugoslav; zambia: zambian; zimbabwe: zimbabwean
"""
COUNTRIES = {
    people: " ".join(country.split())
    for row in _PEOPLES.split(";")
    for country, _, words in [row.partition(":")]
    for people in words.split()
}


def country_of(people: str) -> str | None:
    """Return the country of a people in small letters, None of a party, a faith or a language."""
    return COUNTRIES.get(people) or COUNTRIES.get(people.removesuffix("s"))


def country_named(name: str) -> str | None:
    """Return the country that a name in small letters is one of, by the name that we know best."""
    name = name.removeprefix("the ")
    return SAME.get(name, name) if name in NAMES or name in SAME else None


def told(country: str) -> str:
    """Return a country's name as it stands in running text: "the Philippines"."""
    words = " ".join(word if word == "and" else word.capitalize() for word in country.split())
    return f"the {words}" if country in WITH_ARTICLE else words

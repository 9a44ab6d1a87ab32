"""Nouns that name persons, and nouns that name bodies of persons."""

from __future__ import annotations

from .parse import Parse

# Endings of nouns for people: after such a subject "he" may mean that person, whose name we lack.
PERSON_ENDINGS = tuple(
    """
ant boy chief eer ent er ess father girl head host ian ist king man or queen son woman
""".split()
)
# Bodies that a text calls "the company" after it has named them; "the government" is another one.
CALLED = frozenset(
    """
airline automaker bank business carrier company concern firm group insurer manufacturer organisation
organization retailer
""".split()
)
PERSONS = frozenset(
    """
adult aide ally analyst athlete attorney aunt bishop bodyguard boss candidate captain chairperson
child citizen coach colleague congressman co-founder counterpart critic delegate deputy detainee
detective diplomat employee entrepreneur envoy executive expert fan fellow female founder friend
graduate guard guerrilla head hostage husband individual inmate judge kid kin lady lord major maid
male migrant monk neighbor neighbour nephew niece nominee nun nurse official orphan partisan patron
person pilgrim pilot poet pope priest rebel refugee relative representative rival secretary spy star
suspect teen thief uncle veteran victim wife
""".split()
)
RANKS = frozenset("""
archbishop ayatollah cardinal chancellor colonel corporal forward general justice lieutenant marshal
midfielder premier prince princess professor sergeant sheikh skipper striker
""".split())  # fmt: skip
# Endings of nouns that name things: "process", "payment", "takeover".
THING_ENDINGS = (
    "cess", "ffer", "hood", "inter", "king", "ment", "meter", "ness", "nter", "over", "water",
    "wer",
)  # fmt: skip
NAMED_BY_THEM = frozenset(
    """
carpenter eyewitness fighter firefighter follower grower hunter interviewer king lover painter
presenter renter reviewer sprinter taker viewer viking widower witness worker
""".split()
)
NOT_PERSONS = frozenset(
    """
accelerator accident arson ascent banner barrier behavior bellwether bison blacklist border boulder
bulldozer butter cancer canister caper cent chamber chapter character charter checklist cheer chess
cider color comparison component compressor computer container content continent contingent
converter cooker copper corner corridor crater current danger decker dent depress descent destroyer
detector dinner disaster dissent divider door dress duress earner equaliser equalizer equivalent er
error event extent factor favor fever filter finger floor folder footer freezer frontier furor
garrison gender giant glacier grant hammer harbor header headquarter helicopter horror human humor
hunger ignorant incident independent indicator indoor intent jeer jettison kronor labor ladder
laser latter lesson letter liaison list liter loudspeaker maker manner master matter merger mess
microprocessor minor mirror monster motor murder newspaper number odor opener order ouster outdoor
paper patent pepper percent persist plant poison poster powder prayer precedent present press prior
prison processor progress propeller quarter reactor reason refrigerator register remainder reminder
remnant rent restaurant river rollercoaster rubber rumor saber season sector semiconductor server
setter shelter shoulder silver slander slaughter slider snooker soccer spiker spinner splendor
steamer sticker stimulant summer superior surrender talent tanker temper tender tent terror theater
thriller thunder tiebreaker tier tiger timber tractor trailer transfer transformer transistor
transplant treason trigger tumor twist unison usher variant vector venison vigor waist warrant
weather whisper wonder wrist
""".split()
)
# Firms that are called by what they do, as persons are.
FIRMS = frozenset(
    """
airliner automaker brewer broadcaster carmaker carrier distributor insurer lender manufacturer
operator publisher regulator retailer supplier wholesaler
""".split()
)
# What a name ends with that is nobody's firm: "the company" is not the coast guard.
PUBLIC = frozenset(
    """
administration agency army assembly association authority bureau cabinet commission committee
congress council court department force forces government guard guards house institute ministry
navy office parliament party police senate team treasury tribunal union university
""".split()
)
BODIES = frozenset(
    """
agency airline army bank board business carrier committee company concern council court fund
firm government group institute ministry newspaper organisation organization panel parliament party
police regulator retailer team union university utility
""".split()
)


def is_person_noun(parse: Parse, i: int) -> bool:
    """Tell whether a common noun seems to name a person: "the spokesman"."""
    return parse.pos[i] == "NOUN" and names_person(parse.lemma[i].lower())


def names_person(lemma: str) -> bool:
    """Tell whether a noun of this lemma names a person, as far as the word shows."""
    if lemma in PERSONS or lemma in NAMED_BY_THEM:
        return True
    if lemma in NOT_PERSONS or lemma in FIRMS or lemma.endswith(THING_ENDINGS):
        return False
    return lemma.endswith(PERSON_ENDINGS)

"""Which words name the same kind of happening: a verb and its noun, synonyms, and general words.

Data that a linguist would edit. A family never holds two things that one text tells apart.
"""

from __future__ import annotations

from functools import lru_cache

# Endings of a noun made from a verb and of the verb itself, from the longest to the shortest:
# what is left of "explosion" and "explode", "arrival" and "arrive", "admission" and "admit".
ENDINGS = tuple(
    """isation ization ations ation ition ssion sions sion tions tion ments ment ances ance ences
    ence ures ure ings ing iage ials ial als al age ify ize ise ate de te y e t""".split()
)
SHORTEST = 4  # letters that a stem keeps

# Words for one kind of happening, beyond what their endings show. A verb with its particle is one.
SAME = tuple(
    frozenset(words.split(", "))
    for words in (
        "death, die, decease, pass away, perish",
        "birth, bear, be bear",
        "wedding, marriage, marry, wed",
        "divorce, split up",
        "return, come back, go back, get back, homecoming",
        "arrival, arrive, reach, get to, land",
        "departure, depart, leave, set out, set off, set sail, sail",
        "dismissal, dismiss, sack, sacking, fire",
        "resignation, resign, quit, step down, stand down",
        "appointment, appoint, name",
        "election, elect, vote, poll",
        "arrest, detention, detain",
        "trial, try",
        "flight, flee, escape",
        "theft, steal, burglary, burgle, robbery, rob, break in, break-in",
        "sale, sell",
        "purchase, buy, acquire, acquisition, takeover, take over",
        "explosion, explode, blast, blow up, detonate, detonation",
        "crash, collision, collide, smash",
        "fire, blaze, burn down, burn, inferno",
        "shipwreck, wreck, sink, sinking, founder, go down",
        "flood, flooding",
        "earthquake, quake, tremor",
        "landslide, mudslide, landslip",
        "overturn, tip over, roll over, turn over",
        "storm, hurricane, gale, cyclone, typhoon",
        "murder, killing, kill, assassinate, assassination, slay",
        "shooting, shoot, gun down",
        "stabbing, stab, knifing",
        "beginning, begin, start, outbreak, break out, onset, commence",
        "end, ending, conclusion, conclude, finish",
        "destruction, destroy",
        "outage, failure, fail, go down, breakdown, break down",
        "strike, walkout, walk out",
        "verdict, convict, conviction, acquit, acquittal",
        "sentence, sentencing",
        "complaint, complain",
        "surrender, capitulation, capitulate",
        "coup, putsch, overthrow, oust",
        "operation, operate, surgery",
        "admission, admit, hospitalise, hospitalize, hospitalisation, hospitalization",
        "purge, purging",
        "choice, choose",
        "loss, lose",
        "discovery, discover, find",
        "meeting, meet",
        "speech, speak",
        "proof, prove",
        "belief, believe",
        "entry, enter",
        "success, succeed",
        "defeat, beat",
        "gift, give, donate, donation",
        "payment, pay",
        "growth, grow",
        "receipt, receive",
        "fall, drop",
        "grounding, run aground",
        "collapse, give way, cave in",
        "launch, lift off, liftoff, lift-off",
        "publication, publish",
        "application, apply",
        "expulsion, expel",
        "merger, merge",
        "diagnosis, diagnose",
        "committal, commit",
    )
)

# A general word may stand for any of the special ones, where it says "the".
GENERAL = {
    "accident": """crash collision collide derail derailment overturn capsize sink fall spill leak
        explosion explode fire collapse smash wreck hit strike grounding crush""",
    "disaster": """explosion explode blast fire flood earthquake eruption erupt sink crash collapse
        collision landslide storm derailment derail avalanche shipwreck wreck leak spill""",
    "catastrophe": """explosion explode blast fire flood earthquake eruption erupt sink crash
        collapse landslide storm avalanche shipwreck wreck""",
    "tragedy": """explosion explode blast fire flood earthquake sink crash collapse collision
        landslide shooting shoot avalanche shipwreck wreck drown death die""",
    "incident": """crash collision collide spill leak explosion explode fire outage fail failure
        shooting shoot stab attack assault fight derail breach fall""",
    "attack": """bombing bomb shooting shoot stab stabbing assault raid ambush strike shell
        shelling invade invasion""",
    "assault": "attack storm raid stab beat",
    "raid": "bomb bombing bombard bombardment hit attack assault",
    "massacre": "kill shoot shooting murder execute execution",
    "operation": """transplant implant bypass replacement resection excision repair amputation
        amputate section graft fusion removal""",
    "procedure": """operation operate surgery transplant implant bypass replacement resection
        excision repair amputation biopsy graft fusion stent ablation""",
    "surgery": """transplant implant bypass replacement resection excision repair amputation
        amputate graft fusion removal""",
    "event": "concert festival match race fair exhibition parade ceremony rally party",
    "outage": "crash fail failure",
}
SPECIAL = {name: frozenset(words.split()) for name, words in GENERAL.items()}
# What is done to a body, by the ending of its word: "appendectomy", "colonoscopy".
MEDICAL = ("ectomy", "otomy", "ostomy", "plasty", "scopy", "centesis", "pexy")
OPERATING = frozenset({"operation", "procedure", "surgery"})

# Verbs that say too little to be known again by their word alone.
PALE = frozenset(
    """be have do get go come make take give say tell see know think want put use become seem begin
    start end continue keep let turn show call try ask need feel work happen occur hold""".split()
)


def stem(word: str) -> str:
    """What a verb and its noun share."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]  # "stabbing", "acquittal"
    if len(word) > SHORTEST and word[-1] in "et":
        word = word[:-1]
    return word


@lru_cache(maxsize=4096)
def same_kind(word: str) -> frozenset[str]:
    """The other words for the same kind of happening."""
    return frozenset(w for family in SAME if word in family for w in family if w != word)


@lru_cache(maxsize=8192)
def is_special(word: str, general: str) -> bool:
    """Whether a general word may stand for this one: "the procedure" for "cholecystectomy"."""
    if not SPECIAL.get(general, frozenset()).isdisjoint({word, *same_kind(word)}):
        return True
    return general in OPERATING and word.endswith(MEDICAL)

"""The prepositions that verbs and nouns take: "focus on", "access to" say little without them."""

from __future__ import annotations

from collections.abc import Mapping


def _table(rows: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Return pairs of lemma and preposition."""
    return frozenset((lemma, word) for word, lemmas in rows.items() for lemma in lemmas.split())


# Verbs that say nothing, or something else, without the phrase.
VERBS = _table({
    "about": """
ask boast bring care complain concern forget hear inquire know learn speak talk think warn worry
write
""",
    "against": """
act appeal campaign caution defend discriminate fight guard lose play protest retaliate side speak
struggle testify turn vote warn win
""",
    "around": "centre center get revolve",
    "as": """
accept act appoint begin choose elect end hire install name resign retire swear treat use
act appear cast cite classify describe designate dismiss double emerge function hail identify
interpret know label portray quote reckon recognise recognize regard see serve specify style view
work
""",
    "at": """
aim arrive direct estimate fire glance laugh look marvel peak point price put shoot shout stand
stare throw trade value work
""",
    "between": """
choose decide differentiate discriminate distinguish mediate oscillate range vary
""",
    "by": """
close decline decrease drop exceed fall gain grow increase jump leap mean plunge rise slip
""",
    "for": """
account aim allow apologise apologize appeal apply argue arrange ask bid blame call campaign care
charge compensate compete criticise criticize dress exchange fight head hope known last leave long
look mistake opt pay plead praise prepare press provide push qualify reach run search send settle
stand strive substitute sue thank trade vie vote wait wish work yearn
""",
    "from": """
absent abstain arise ban bar benefit borrow bring collect come defect depart derive deter differ
discourage distance distinguish divert draw earn elicit emanate emerge escape evict evolve exclude
exempt expel extract free gain graduate hail hear hide import inherit isolate learn obtain
originate prevent prohibit protect quit range receive recover refrain release remove rescue resign
result retire save separate shield stem stop suffer switch take tear transfer turn vary win
withdraw
""",
    "in": """
assist believe co-operate compete confide consist cooperate culminate deal die dwell end engage
engulf enrol enroll ensue figure fit immerse indulge intervene invest involve issue join lie live
lodge meddle originate participate persist place play rank reside result share specialise
specialize stand stay succeed take trust vest work
""",
    "into": """
break bring build bump burst change check convert crash cut delve develop divide drive enter erupt
escalate evolve fall feed flow force go grow inject inquire integrate investigate lead leap look
lure make merge move plunge pour probe pump push put ram reach run rush see send slam slide smash
split step swing take throw transform translate turn usher work
""",
    "of": """
accuse acquit advise assure avail be beware boast clear complain compose consist convict convince
cure deprive despair die dispose dream hear inform know notify persuade relieve remind rid rob
smell speak strip suspect tell think tire warn
""",
    "on": """
act agree attend bank base bear bestow bet blame border build call capitalise capitalize center
centre clamp comment concentrate confer congratulate count crack cut dawn decide depend dwell
eavesdrop elaborate embark encroach expand expend fall feed focus force frown gamble hang heap
hinge impinge impose improve inflict infringe insist lavish lean levy live model place pledge
predicate press pride put reflect rely report rest rule seize serve settle shed sit speculate
spend stand strike touch turn verge vote wage wait work
""",
    "over": """
argue clash disagree fight fret give hand mull pore preside prevail quarrel rule run squabble take
triumph turn watch worry
""",
    "through": """
break carry fall filter follow go live pass push put run sail see sift sit travel
""",
    "to": """
accede accord accustom add address adhere adjust admit affix agree allot allude amount answer
apologise apologize appeal append apply ascribe aspire assent assign attach attend attribute
attune award belong bequeath bind bow bring cater cause cede cling close come commit compare
concede confess confine conform connect consent contribute convert convey credit cut date dedicate
defer deliver demote denote devote direct donate drop elect elevate emigrate encourage endear
entitle entrust equate escape escort evacuate expose extend extradite fall ferry fly force gain
get give go grant grow hand head hold invite issue jump keep lead leap lend liken limit link
listen look lose lower matter migrate move name nominate object occur offer open owe owing pander
pay peg pertain pledge point prefer present proceed promote pronounce propose provide push put
raise react rebound reduce refer refuse relate relegate relocate reply report resort respond
restore restrict retort retreat return reveal rise run rush say scale see sell send sentence shift
shoot show sing slip slump soar speak spread stick subject submit subordinate succumb surrender
swear switch take talk teach tell tend testify throw tie transfer transmit transport travel treat
tumble turn veer warm win write yield
""",
    "toward": "drift head lean move push steer work",
    "towards": "drift head lean move push steer work",
    "under": "bring buckle come fall go keep place put",
    "upon": """
act agree base bestow call come confer depend embark fall impose insist look rely seize
""",
    "with": """
accord acquaint agree align arm associate beat burden burst charge clash clutter co-operate
coincide collaborate collide combine communicate compare compete comply conclude confer confront
confuse connect consort consult contend converse cooperate cope correspond cover credit deal
disagree dispense endow engage entrust equip face familiarise familiarize fight fill finish flirt
fraternise fuse grapple identify impress infect infest infuse inspire integrate interact interfere
keep liaise lie link load meet merge mingle mix negotiate part play plead present provide quarrel
reason reckon reconcile replace rest reunite reward riddle seethe settle share side sign speak
start stay stick struggle supply sympathise sympathize talk tamper tangle team threaten tie toy
trade vie visit work wrestle
""",
})  # fmt: skip
# Nouns that leave open what they are about without it.
NOUNS = _table({
    "about": "complaint concern debate discussion doubt fear information news question",
    "against": """
action attack campaign case charge crime evidence fight measure offence offense offensive protest
sanction strike struggle threat victory vote war win
""",
    "between": """
agreement border clash conflict contact cooperation deal dialogue difference distance fighting gap
line link match meeting relation relationship talk tie war
""",
    "for": """
award base bid call campaign candidate capacity case chance deadline demand hope need plan
preparation reason request respect responsibility right search support vote
""",
    "from": """
benefit departure exemption independence release resignation retirement withdrawal
""",
    "in": """
belief change confidence cut decline drop fall gain growth increase interest involvement jump
participation reduction rise role slump stake step success surge
""",
    "into": "entry inquiry investigation probe research",
    "on": """
agreement attack ban campaign clampdown comment crackdown curb debate decision discussion effect
embargo emphasis focus impact influence information limit negotiation pressure raid report
resolution restriction sanction talk tax view vote war work
""",
    "over": "concern control dispute protest row victory war win",
    "to": """
access aid alternative ambassador answer approach assistance attention barrier challenge
commitment contribution damage danger end exception export invitation key link obstacle opposition
payment reaction reference relation resistance response return right road sale solution support
threat tie trip visit visitor way
""",
    "toward": "attitude progress step",
    "towards": "attitude progress step",
    "with": """
agreement border connection contact contract cooperation deal dialogue interview link meeting
negotiation partnership problem relation relationship talk tie trade war
""",
})  # fmt: skip

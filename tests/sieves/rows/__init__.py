"""Sentences and when their events happened, a file a sieve; the notation is told in scenes.py.

A sentence from a kind of text rather than for one sieve stands in genres.py, one that asks which of
several dates is whose in clauses.py. A new table has to be named in TABLES; `record_parses.py`
then writes the parses of its sentences.
"""

from .agent import AGENT, AGENT_REFUSALS
from .along import ALONG, ALONG_REFUSALS
from .aspect import ASPECT, ASPECT_REFUSALS
from .attached import ATTACHED, ATTACHED_REFUSALS
from .between import BETWEEN, BETWEEN_REFUSALS
from .carried import BESIDE, BESIDE_REFUSALS, CARRIED, CARRIED_REFUSALS
from .clause import CLAUSE, CLAUSE_REFUSALS
from .clauses import CLAUSES
from .contract import CONTRACT
from .counted import COUNTED
from .counted_back import COUNTED_BACK, COUNTED_BACK_REFUSALS
from .day import DAY, DAY_REFUSALS
from .deciding import DECIDING, DECIDING_REFUSALS
from .event import EVENT, EVENT_REFUSALS
from .genres import GENRES, GENRES_REFUSALS
from .lead import LEAD, LEAD_REFUSALS
from .life import LIFE, LIFE_REFUSALS
from .limit import LIMIT, LIMIT_REFUSALS
from .linker import LINKER, LINKER_REFUSALS
from .order import ORDER, ORDER_REFUSALS
from .reporting import REPORTING, REPORTING_REFUSALS
from .row import Row as Row
from .signal import SIGNAL_REFUSALS, SIGNALS
from .stretch import STRETCH, STRETCH_REFUSALS
from .tense import TENSE, TENSE_REFUSALS
from .under import UNDER, UNDER_REFUSALS

TABLES = {
    "contract": CONTRACT,
    "attached": ATTACHED,
    "attached refuses": ATTACHED_REFUSALS,
    "signal": SIGNALS,
    "signal refuses": SIGNAL_REFUSALS,
    "aspect": ASPECT,
    "aspect refuses": ASPECT_REFUSALS,
    "clause": CLAUSE,
    "clause refuses": CLAUSE_REFUSALS,
    "beside": BESIDE,
    "beside refuses": BESIDE_REFUSALS,
    "between": BETWEEN,
    "between refuses": BETWEEN_REFUSALS,
    "carried": CARRIED,
    "carried refuses": CARRIED_REFUSALS,
    "deciding": DECIDING,
    "deciding refuses": DECIDING_REFUSALS,
    "agent": AGENT,
    "agent refuses": AGENT_REFUSALS,
    "along": ALONG,
    "along refuses": ALONG_REFUSALS,
    "lead": LEAD,
    "lead refuses": LEAD_REFUSALS,
    "linker": LINKER,
    "linker refuses": LINKER_REFUSALS,
    "reporting": REPORTING,
    "reporting refuses": REPORTING_REFUSALS,
    "tense": TENSE,
    "tense refuses": TENSE_REFUSALS,
    "clauses": CLAUSES,
    "counted": COUNTED,
    "event": EVENT,
    "event refuses": EVENT_REFUSALS,
    "order": ORDER,
    "order refuses": ORDER_REFUSALS,
    "day": DAY,
    "day refuses": DAY_REFUSALS,
    "counted-back": COUNTED_BACK,
    "counted-back refuses": COUNTED_BACK_REFUSALS,
    "limit": LIMIT,
    "limit refuses": LIMIT_REFUSALS,
    "life": LIFE,
    "life refuses": LIFE_REFUSALS,
    "stretch": STRETCH,
    "stretch refuses": STRETCH_REFUSALS,
    "under": UNDER,
    "under refuses": UNDER_REFUSALS,
    "genres": GENRES,
    "genres refuses": GENRES_REFUSALS,
}

# Sentences that other tests use.
MORE = (
    "The blast [killed] ten people on {Monday=~2022-01-03}. The [attack] [shocked] the town. "
    "Police [denied:REPORTING] the [attack].",
    "A bomb [exploded] on {Monday=~2022-01-03}. The [explosion] [killed] ten people.",
    "He did not [attack:-] the town on {Monday=~2022-01-03}. Rebels [attacked] the town on "
    "{Monday=~2022-01-03}.",
    "[Riots] [erupted] in {May 2021=2021-05}. [Riots] [erupted] in {May "
    "2020=2020-05}. The [riots] [ended].",
    "He [said:REPORTING] on {Monday=~2022-01-10} that it works. He [said:REPORTING] on "
    "{Monday=~2022-01-10} that it is safe.",
    "Rebels [attacked] the town, the minister [said:REPORTING] on {Monday=~2022-01-10}.",
    "A bomb [exploded] on {Monday=~2022-01-03}, officials [said:REPORTING].",
    "Rebels [attacked] the town on {5 May=~2021-05-05}, [taking] ten people.",
    "The firm [sold] a lot in {2014=2014}. The firm had [sold] more by {Christmas=~2016-12-25}.",
    "[Signed] on {Friday=~2022-01-14}.",
    "[Sold] on {Friday=~2022-01-14}.",
    "It is [due:STATE,PRESENT] by {Friday=~2022-01-14}.",
    "She [says:REPORTING,PRESENT] he [won].",
    "He [hopes:I_STATE,PRESENT] that the team [won].",
    "The crowd [left] the hall [built:OCCURRENCE,PASTPART] for the king.",
    "They [left] because the roof [leaked].",
    "They [left] if the roof [leaked].",
    "The roof [fell] and the guests [fled].",
    "The roof [sagged:STATE,PAST] and the guests [fled].",
)
TEXTS = (*(row.text for table in TABLES.values() for row in table), *MORE)

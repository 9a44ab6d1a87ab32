"""The words for a document's own day: labels, and what a document calls itself."""

from __future__ import annotations

import re

# What a document says of its state before the day of it: "Status: final, 9 February 2026".
_STATE = (
    r"(?:final|draft|approved|published|released|revised|updated|closed|open|resolved|complete|completed"
    r"|accepted|issued|current|active|adopted|signed off)"
)
_NUMBER = r"(?:no\.? ?)?(?:v\.?)?\d[\w.]{0,8}"
_OF = r"(?:,| \(| -| –| of| as of| on| as at)?"
# Labels that name the document's own day, the surest first: a label with an earlier rank wins. Of
# those of one rank the first that fits: "date of report" stands before "date".
LABELS = (
    (
        "date of (?:this |the )?(?:report|statement|issue|publication|letter|release|writing"
        "|interview|meeting|visit|note|memo|memorandum|message|minutes|filing|signature|service)",
        "(?:report|statement|letter|issue|publication|release|document|message|memo|meeting|note"
        "|interview|visit|service|filing|log|entry|submission|transcription|dictation|invoice|bill|order"
        "|receipt|clinic|consultation|hearing|session) date",
        "(?:report|statement|letter|issue|release|message|entry|log|meeting|note) dated",
        "date(?: and |/| / )time",
        "date",
        "(?:made|signed|done|given|sworn|dated) (?:on )?this",
        "dated",
        "published",
        "publication",
        "posted",
        "sent",
        "issued",
        "written",
        "recorded",
        "taken",
        "(?:seen|examined)(?: in (?:the )?[a-z]{0,15} ?clinic| in [a-z]{3,12})?",
        "dictated",
        "typed",
        "filed",
        "(?:judge?ment |decision |ruling |award |reasons )?(?:handed down|delivered|pronounced)",
        "(?:hearing|inquest|inquiry|trial|session) (?:concluded|closed|held)",
        "released",
        "submitted",
        "log (?:opened|started|begins|of|for)",
        "for (?:immediate )?release",
        "embargo(?:ed)?(?: until| till)?",
        "as (?:of|at)",
    ),
    ("created", "signed", "reported", "transcribed", "discharged?", "date of discharge",
     "discharge date"),
    (f"(?:document |report )?(?:status|state)(?::| -|) ?{_STATE}(?: draft| version)?{_OF}",
     f"(?:version|revision|rev\\.?|edition|draft|release)(?::|) ?{_NUMBER}(?:,? {_STATE})?{_OF}",
     "(?:last )?(?:reviewed|approved|amended)(?: by [a-z. ]{2,40})?",
     "(?:last )?(?:updated|modified|revised|edited|changed)", "date (?:updated|modified|revised)",
     "received", "printed", "retrieved"),
)  # fmt: skip
# Labels whose date is another one's: they also speak for a date on the line below.
OTHERS = re.compile(
    r"\b(?:born|birth|d\.?o\.?b\b|birthday|due|deadline|expir\w{1,6}|valid|until|till|copyright|next"
    r"|death|died|incident|accident|admission|admitted|arriv\w{1,4}|depart\w{1,5}|start|end"
    r"|effective|review by|renewal|payment|payable|delivery|offen[cs]e|loss|injury|onset|hire[d]?"
    r"|appointment|event|founded|established|since|follow-up|closes?|closing|rsvp)\b|©|\(c\)",
    re.IGNORECASE,
)
# Words of a title that make its date another document's or another day's.
NOT_OWN = re.compile(
    r"\b(?:born|birth|due|deadline|expir\w{1,6}|valid|until|copyright|next|previous|last|prior"
    r"|earlier|following|since)\b|©|\(c\)",
    re.IGNORECASE,
)
# What a document calls itself in its title.
KINDS = (
    r"(?:minutes|report|summary|statement|log|logbook|memo|memorandum|notes?|letter|release|bulletin"
    r"|newsletter|briefing|brief|transcript|record|agenda|update|judge?ment|communiqu[eé]|dispatch"
    r"|sitrep|order|assessment|review|notice|circular|digest|roundup|readout|protocol|declaration"
    r"|affidavit|deposition|testimony|despatch|invoice|receipt|meeting|committee|complaint|petition"
    r"|claim|debate|hearing|sitting|session|proceedings|evidence|interview|speech|address|lecture"
    r"|sermon)"
)

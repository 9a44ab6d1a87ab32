"""What is wrong with a TimeML document: by our schema, and by what a schema cannot see, its ids."""

from collections import Counter
from functools import cache
from pathlib import Path

from lxml import etree

HERE = Path(__file__).parent
WIDE, OWN = "timeml.rng", "timeml-own.rng"
# Every attribute that is an id, and which attributes name one of those.
IDS = {"tid": "TIMEX3", "eid": "EVENT", "eiid": "MAKEINSTANCE", "sid": "SIGNAL"}
NAMES = {
    "anchorTimeID": "tid",
    "beginPoint": "tid",
    "endPoint": "tid",
    "timeID": "tid",
    "relatedToTime": "tid",
    "eventID": "eid",
    "eventInstanceID": "eiid",
    "relatedToEventInstance": "eiid",
    "subordinatedEventInstance": "eiid",
    "signalID": "sid",
}


@cache
def schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(HERE / name)))


def find_faults(xml: bytes, name: str = WIDE) -> list[str]:
    """Faults in words; none in a good document. `name` is that of the schema."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
    rules = schema(name)
    found = [] if rules.validate(root) else [str(error) for error in rules.error_log]
    if name == OWN:
        found += [f"{e.get('tid')} names itself" for e in root.iter("TIMEX3") if _names_itself(e)]
    # To a schema white space is no content.
    blank = [e for e in root.iter("TIMEX3") if e.text and not e.text.strip() and not len(e)]
    return found + [f"{e.get('tid')} marks white space" for e in blank] + _broken_ids(root)


def _names_itself(element: etree._Element) -> bool:
    """As one TIMEX3 of AQUAINT does."""
    return element.get("tid") in [element.get(name) for name in NAMES]


def _broken_ids(root: etree._Element) -> list[str]:
    inside = list(root.iter(*IDS.values(), "TLINK", "SLINK", "ALINK"))
    ids = {key: Counter(e.get(key) for e in inside if e.tag == tag) for key, tag in IDS.items()}
    links = Counter(e.get("lid") for e in inside if e.get("lid") is not None)
    told = [
        f"{key} {id} is given twice"
        for key, counts in {**ids, "lid": links}.items()
        for id, count in counts.items()
        if count > 1
    ]
    for element in inside:
        for name, key in NAMES.items():
            id = element.get(name)
            if id is not None and id not in ids[key]:
                told.append(f"{element.tag} names {name} {id}, which is not there")
    return told

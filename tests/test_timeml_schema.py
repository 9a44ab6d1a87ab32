"""The schema of TimeML says yes to what people annotated and no to what is wrong."""

from pathlib import Path

import pytest
from timeml_schema import OWN, WIDE, find_faults

T0 = (
    '<TIMEX3 tid="t0" type="DATE" value="2021-05-10" temporalFunction="false" '
    'functionInDocument="CREATION_TIME">10 May</TIMEX3>'
)
T1 = (
    '<TIMEX3 tid="t1" type="DATE" value="2021-05-03" temporalFunction="true" '
    'functionInDocument="NONE" anchorTimeID="t0">Monday</TIMEX3>'
)
T2 = (
    '<TIMEX3 tid="t2" type="DURATION" value="P8D" temporalFunction="false" '
    'functionInDocument="NONE" beginPoint="t1" endPoint="t0"/>'
)
SET = (
    '<TIMEX3 tid="t3" type="SET" value="P1W" temporalFunction="false" '
    'functionInDocument="NONE" quant="EVERY" freq="2X">weekly</TIMEX3>'
)
EVENT = '<EVENT eid="e1" class="OCCURRENCE">met</EVENT>'
INSTANCE = (
    '<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>'
)
LINK = '<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>'
GOOD = (
    f"<TimeML><DOCID>a</DOCID><DCT>{T0}</DCT><TEXT>They {EVENT} on {T2}{T1}, {SET}.</TEXT>"
    f"{INSTANCE}{LINK}</TimeML>"
)


@pytest.mark.parametrize("name", [WIDE, OWN])
def test_a_good_document_is_good(name: str) -> None:
    assert find_faults(GOOD.encode(), name) == []


@pytest.mark.parametrize(("folder", "count"), [("timebank", 174), ("aquaint", 73)])
def test_what_people_annotated_is_good(folder: str, count: int, corpora: Path) -> None:
    paths = sorted((corpora / folder).glob("*.tml"))
    assert len(paths) == count
    assert {path.name: bad for path in paths if (bad := find_faults(path.read_bytes()))} == {}


# What is put in the place of what, and why that is wrong; by both schemas.
BROKEN = [
    ("no kind of time", 'type="DATE" value="2021-05-03"', 'type="DAY" value="2021-05-03"'),
    ("an interval is none of TimeML's types", 'type="DURATION"', 'type="INTERVAL"'),
    ("no type", 'tid="t1" type="DATE"', 'tid="t1"'),
    ("no value", 'value="2021-05-03"', ""),
    ("an empty value", 'value="2021-05-03"', 'value=""'),
    ("a date as people write it", 'value="2021-05-03"', 'value="3 May"'),
    ("a month that is none", 'value="2021-05-03"', 'value="2021-13-03"'),
    ("a day that is none", 'value="2021-05-03"', 'value="2021-05-32"'),
    ("a week that is none", 'value="2021-05-03"', 'value="2021-W54"'),
    ("a quarter that is none", 'value="2021-05-03"', 'value="2021-Q5"'),
    ("EDTF's year before Christ", 'value="2021-05-03"', 'value="-0043"'),
    ("EDTF's interval", 'value="2021-05-03"', 'value="2021-05-03/2021-05-04"'),
    ("EDTF's approximation", 'value="2021-05-03"', 'value="2021~"'),
    ("an hour that is none", 'type="DATE" value="2021-05-03"', 'type="TIME" value="2021-05-03T25"'),
    ("a part of the day that is none", 'value="2021-05-03"', 'value="2021-05-03TXM"'),
    ("a time reference that is none", 'value="2021-05-03"', 'value="NOW_REF"'),
    ("a duration without an amount", 'value="P8D"', 'value="P"'),
    ("a duration without a clock amount", 'value="P8D"', 'value="P8DT"'),
    ("a unit of no duration", 'value="P8D"', 'value="P8F"'),
    ("an amount of nothing", 'value="P8D"', 'value="P-8D"'),
    ("a mod that is none", 'value="2021-05-03"', 'value="2021-05-03" mod="ABOUT"'),
    ("a frequency that is none", 'freq="2X"', 'freq="twice"'),
    ("quant outside a SET", 'value="2021-05-03"', 'value="2021-05-03" quant="EVERY"'),
    ("a function that is neither", 'temporalFunction="true"', 'temporalFunction="yes"'),
    ("a role of no document", 'functionInDocument="NONE"', 'functionInDocument="DATE"'),
    ("an attribute of ours", 'tid="t1"', 'tid="t1" edtf="2021-05-03"'),
    ("empty without its points", ' beginPoint="t1" endPoint="t0"/>', "/>"),
    ("an empty date that hangs on nothing", ' anchorTimeID="t0">Monday</TIMEX3>', "/>"),
    ("words that are white space", ">Monday<", "> <"),
    ("a time within a time", ">Monday<", f">{T1.replace('t1', 't7')}<"),
    ("an event within an event", ">met<", f">{EVENT.replace('e1', 'e7')}<"),
    ("a tid that is none", 'tid="t1"', 'tid="one"'),
    ("a tid given twice", 'tid="t3"', 'tid="t1"'),
    ("an anchor that is not there", 'anchorTimeID="t0"', 'anchorTimeID="t9"'),
    ("a begin that is not there", 'beginPoint="t1"', 'beginPoint="t9"'),
    ("an end that is an event", 'endPoint="t0"', 'endPoint="e1"'),
    ("no class", ' class="OCCURRENCE"', ""),
    ("a class that is none", '"OCCURRENCE"', '"EVENT"'),
    ("an event without words", ">met</EVENT>", "/>"),
    ("an instance of no event", 'eventID="e1"', 'eventID="e9"'),
    ("a tense that is none", 'tense="PAST"', 'tense="past"'),
    ("no polarity", ' polarity="POS"', ""),
    ("a part of speech of another set", 'pos="VERB"', 'pos="VBD"'),
    ("a link without a target", ' relatedToTime="t1"', ""),
    ("a link without a source", ' eventInstanceID="ei1"', ""),
    ("a link to two things", "relatedToTime=", 'relatedToEventInstance="ei1" relatedToTime='),
    ("a link to an event and no instance", 'eventInstanceID="ei1"', 'eventInstanceID="e1"'),
    ("a link to a time that is not there", 'relatedToTime="t1"', 'relatedToTime="t9"'),
    ("a relation that is none", '"IS_INCLUDED"', '"VAGUE"'),
    ("a relation of another link", '"IS_INCLUDED"', '"MODAL"'),
    ("no relation", ' relType="IS_INCLUDED"', ""),
    ("no text", "TEXT>", "BODY>"),
    ("no date element", f"<DCT>{T0}</DCT>", ""),
    ("a date that is not the document's", '"CREATION_TIME"', '"NONE"'),
    ("a link within the text", "</TEXT>", f"{LINK.replace('l1', 'l2')}</TEXT>"),
    ("an element of ours", "<TEXT>", "<TEXT><INTERVAL/>"),
]


@pytest.mark.parametrize("row", BROKEN, ids=[row[0] for row in BROKEN])
@pytest.mark.parametrize("name", [WIDE, OWN])
def test_what_is_wrong_is_refused(row: tuple[str, str, str], name: str) -> None:
    _, old, new = row
    assert old in GOOD
    assert find_faults(GOOD.replace(old, new).encode(), name)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('tid="t1" type="DATE" value="2021-05-03"', 'tid="t1" type="DATE" value="P8D"'),
        ('anchorTimeID="t0"', 'anchorTimeID="t1"'),
        (' functionInDocument="NONE"', ""),
        (">Monday<", ' comment="sic">Monday<'),
        (' class="OCCURRENCE"', ' class="OCCURRENCE" stem="meet"'),
    ],
)
def test_what_only_people_write(old: str, new: str) -> None:
    assert old in GOOD
    assert find_faults(GOOD.replace(old, new).encode(), WIDE) == []
    assert find_faults(GOOD.replace(old, new).encode(), OWN)

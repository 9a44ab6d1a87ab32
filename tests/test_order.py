"""The order of events from the text to the output: times, conflicts, links, the derivation."""

import io

import msgspec
import pytest

import timeline
from timeline import chronology as c
from timeline.exporters import timeml
from timeline.exporters.derivation.found import Derivation
from timeline.exporters.derivation.telling import tell_event
from timeline.exporters.registry import Layout
from timeline.pipeline import Options, load
from timeline.readers.make import make_document
from timeline.report import make_timeline
from timeline.report.several import merge_timelines
from timeline.temporal.edtf import parse_date

AGAINST = (
    "The minister resigned on 2 May 2021 after the parliament voted against him on 7 May 2021."
)
AFTER = "The bridge collapsed on 3 May 2021. The firm closed after the bridge collapsed."


def extract(text: str, **options: bool) -> c.Timeline:
    return timeline.extract(text, date="2022-01-10", **options)  # type: ignore[arg-type]


def test_the_less_precise_statement_is_a_conflict_of_the_entry() -> None:
    (resigned, _) = extract(AGAINST).entries
    (conflict,) = resigned.conflicts
    assert resigned.time.begin == c.Bounds(earliest="2021-05-02", latest="2021-05-02")
    assert conflict.time.begin == c.Bounds(earliest="2021-05-07", latest=None)
    assert (conflict.time.sieve, conflict.event) == ("order", resigned.events[0])
    assert [e.text for e in conflict.time.evidence] == ["7 May 2021"]
    assert conflict.quote == AGAINST


def test_what_only_an_event_bounds_has_a_time_and_is_an_entry_on_request() -> None:
    found = extract(AFTER)
    closed = next(event for event in found.events if event.trigger == "closed")
    assert closed.time is not None
    assert (closed.time.sieve, closed.time.basis) == ("order", "event")
    assert closed.time.begin == c.Bounds(earliest="2021-05-03", latest="2022-01-10")
    assert (closed.time.evidence[0].text, closed.time.relation) == ("3 May 2021", "AFTER")
    reasons = {one.event: one.reason for one in found.undated}
    assert reasons[closed.id].startswith('only another event bounds it: after "collapsed"')
    assert closed.id not in [entry.id for entry in found.entries]
    assert closed.id in [entry.id for entry in extract(AFTER, keep_all=True).entries]


def test_the_derivation_tells_the_chain_and_what_lost() -> None:
    options = Options(date="2022-01-10")
    for text, lines in (
        (AFTER, ["dated by the sieve order: an instant, between 2021-05-03 and 2022-01-10",
                 'AFTER t24 "3 May 2021"', "in order: AFTER e69 \"collapsed\""]),
        (AGAINST, ['contradicted: "resigned" (e13) after "voted" (e57)',
                   '"resigned" (e13) by attached: t25; "voted" (e57) by attached: t78']),
    ):  # fmt: skip
        annotated = load(options).annotate(make_document(text, "d"))
        provenance = c.Provenance(version="", model="", rules="", options={}, reading_date=None)
        told = Derivation(annotated, make_timeline([annotated], provenance=provenance))
        lines_told = "\n".join(line for e in annotated.events for line in tell_event(told, e))
        for line in lines:
            assert line in lines_told


def test_timeml_links_the_two_events() -> None:
    stream = io.StringIO()
    timeml.write(extract(AFTER), stream, Layout())
    assert 'relType="AFTER" eventInstanceID="ei2" relatedToEventInstance="ei3"' in stream.getvalue()


def test_merged_chronologies_keep_their_links() -> None:
    """Under new ids where two texts have one; not those of a text that another replaces."""
    one = extract(AFTER)
    other = extract(AFTER.replace("firm", "mill"))
    old, new = one.documents[0].id, other.documents[0].id
    clash = msgspec.json.decode(
        msgspec.json.encode(other).replace(new.encode(), old.encode()), type=c.Timeline
    )
    merged = merge_timelines([one, clash])
    ids = {event.id for event in merged.events}
    assert len(merged.links) == 2 * len(one.links) == 4
    assert all(link.event in ids and link.other in ids for link in merged.links)
    for link in merged.links:
        assert link.event.partition("/")[0] == link.other.partition("/")[0]
    assert merge_timelines([one, one]).links == one.links


@pytest.mark.parametrize("day", ["2021-05-02", "2021-05-03", "2021-05-04"])
def test_no_entry_is_shown_before_what_it_is_after(day: str) -> None:
    """Settled by the bounds alone."""
    text = f"The bridge collapsed on 3 May 2021. The firm closed on {parse_date(day).day} May 2021."
    entries = extract(text).entries
    assert len(entries) == 2
    assert timeline.relation(*entries) == ("not settled" if day[-1] == "3" else "before")

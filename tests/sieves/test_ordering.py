"""What a text says of the order of its events; one order of all of it, and what had to give way."""

from dataclasses import replace

import pytest
from sieves.rows import ORDER, ORDER_REFUSALS
from sieves.scenes import scene_of, show

from timeline.annotation import Anchor, Bounds, Event, EventLink, Evidence
from timeline.consistency import bring_in_order, make_network
from timeline.sieves import RANKS, date_events
from timeline.temporal.edtf import parse_date
from timeline.temporal.granularity import Granularity
from timeline.temporal.points import Point

LINKS = [
    (ORDER[0], [("closed", "AFTER", "collapsed", "signal", "after"),
                ("collapsed", "IDENTITY", "collapsed", "mention", "")]),
    (ORDER[1], [("vote", "IDENTITY", "voted", "mention", ""),
                ("resigned", "AFTER", "vote", "signal", "after")]),
    (ORDER[2], [("resigned", "BEFORE", "voted", "signal", "before")]),
    (ORDER[4], [("wept", "SIMULTANEOUS", "left", "signal", "when")]),
    (ORDER_REFUSALS[3], [("voted", "BEFORE", "resigned", "story", "")]),  # a reason came before
    (ORDER_REFUSALS[4], [("went", "AFTER", "rose", "story", "and")]),
]  # fmt: skip

TOLD = [
    ("She [says:REPORTING,PRESENT] he [won].", [("won", "BEFORE", "says", "reported", "says")]),
    ("He [hopes:I_STATE,PRESENT] that the team [won].",
     [("won", "BEFORE", "hopes", "story", "")]),
    ("The crowd [left] the hall [built:OCCURRENCE,PASTPART] for the king.",
     [("built", "BEFORE", "left", "story", "")]),
    ("They [left] because the roof [leaked].", [("leaked", "BEFORE", "left", "story", "")]),
    ("They [left] if the roof [leaked].", []),
    ("The roof [fell] and the guests [fled].", [("fled", "AFTER", "fell", "story", "and")]),
    ("The roof [sagged:STATE,PAST] and the guests [fled].", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_links_of_a_story(text, expected):
    scene = scene_of(text, "2022-01-10", "given")
    words = {event.id: event.text for event in scene.events}
    found = [
        (words[x.event_id], x.relation, words[x.other_id], x.sieve, x.signal)
        for x in date_events(scene).links
    ]
    assert found == expected


@pytest.mark.parametrize(("row", "expected"), LINKS)
def test_links(row, expected):
    scene = scene_of(row.text, row.date, row.basis)
    words = {event.id: event.text for event in scene.events}
    found = [
        (words[x.event_id], x.relation, words[x.other_id], x.sieve, x.signal)
        for x in date_events(scene).links
    ]
    assert found == expected


def test_evidence_names_the_chain_and_what_dates_its_end():
    row = ORDER[1]
    dated = date_events(scene_of(row.text, row.date, row.basis))
    anchor = dated.anchors[-1]
    assert (anchor.sieve, anchor.basis, anchor.relation) == ("order", "event", "AFTER")
    start = row.text.replace("[", "").index("{3 May")
    assert anchor.evidence[0].timex_id == f"t{start - 1}"
    assert anchor.evidence[0].note == 'after "vote" (e43), that is "voted" (e12)'
    assert anchor.evidence[1].timex_id == "t0"


def test_a_contradiction_names_both_sources_and_the_time_that_gave_way():
    row = ORDER_REFUSALS[0]
    (dispute,) = date_events(scene_of(row.text, row.date, row.basis)).disputes
    assert dispute.event_id == "e13"
    assert show(dispute.anchor) == "order 2021-05-07.."
    assert dispute.note == (
        '"resigned" (e13) after "voted" (e57), against "resigned" (e13) by attached: t25; '
        '"voted" (e57) by attached: t78'
    )


# Events and anchors by hand ----------------------------------------------------------------------


def event(number):
    start = 10 * number
    return Event(
        id=f"e{start}", start=start, end=start + 5, text=f"w{number}", lemma="w", pos="VERB",
        class_="OCCURRENCE", tense="PAST", aspect="NONE", polarity="POS", modality=None,
        status="happened", sentence=(0, 9),
    )  # fmt: skip


def anchor(number, first, last=None, sieve="attached"):
    bounds = Bounds(parse_date(first), parse_date(last or first))
    return Anchor(
        event_id=f"e{10 * number}", relation="IS_INCLUDED", shape="instant", begin=bounds,
        end=bounds, granularity=Granularity.DAY, basis="expression", sieve=sieve,
        evidence=(Evidence(f"t{10 * number + 6}"),),
    )  # fmt: skip


def after(number, other):
    return EventLink(f"e{10 * number}", "AFTER", f"e{10 * other}", "signal", "after")


def bounds_of(events, anchors, links):
    ordered = bring_in_order(events, anchors, links, RANKS)
    return {a.event_id: show(a) for a in ordered.anchors}, ordered.disputes


def test_without_one_link_a_third_event_loses_its_bound():
    events = [event(n) for n in range(3)]
    links = [after(1, 0), after(2, 1)]
    dated = [anchor(0, "2021-05-03")]
    with_both, _ = bounds_of(events, dated, links)
    assert with_both["e20"] == "order 2021-05-03.."
    for left in ([links[0]], [links[1]]):
        assert "e20" not in bounds_of(events, dated, left)[0]


def test_what_is_a_stretch_is_all_of_it_and_no_time_between_its_ends():
    begin = Bounds(parse_date("1984-01-01"), parse_date("1984-01-31"))
    end = Bounds(parse_date("1984-03-17"), parse_date("1984-04-16"))
    strike = replace(anchor(0, "1984-01-01"), shape="interval", begin=begin, end=end)
    links = [EventLink("e10", "IDENTITY", "e0", "mention")]
    found, disputes = bounds_of([event(0), event(1)], [strike], links)
    assert found["e10"] == "order 1984-01-01..1984-01-31/1984-03-17..1984-04-16"
    assert disputes == ()


def test_precise_evidence_replaces_a_guess_and_a_carried_day_but_no_attached_one():
    events = [event(0), event(1)]
    first = anchor(0, "2021-05-03")
    for sieve in ("carried", "reporting"):
        found, disputes = bounds_of(
            events, [first, anchor(1, "2021-05-01", sieve=sieve)], [after(1, 0)]
        )
        assert found["e10"] == "order 2021-05-03.."
        assert [(d.event_id, d.anchor.sieve) for d in disputes] == [("e10", sieve)]
    found, disputes = bounds_of(events, [first, anchor(1, "2021-05-01")], [after(1, 0)])
    assert found["e10"] == "attached 2021-05-01"
    assert [(d.event_id, d.anchor.sieve) for d in disputes] == [("e10", "order")]


def test_a_guess_stays_where_nothing_contradicts_it():
    events = [event(0), event(1)]
    for day, stays in (("2021-05-09", True), ("2021-05-01", False)):
        anchors = [anchor(0, "2021-05-03"), anchor(1, day, sieve="linker")]
        ordered = bring_in_order(events, anchors, [after(1, 0)], RANKS, guesses=("linker",))
        assert (ordered.anchors[1] == anchors[1]) is stays
        assert [d.anchor for d in ordered.disputes] == ([] if stays else [anchors[1]])


def test_what_is_only_told_in_order_dates_nothing_and_orders_begins():
    events = [event(0), event(1)]
    link = EventLink("e10", "AFTER", "e0", "story")
    assert "e10" not in bounds_of(events, [anchor(0, "2021-05-03")], [link])[0]
    network = make_network([], [link], RANKS)
    assert network.precedes(Point("e0"), Point("e10"), 1)
    assert not network.precedes(Point("e0", True), Point("e10"))


def test_twice_the_document_is_twice_the_work():
    """Chains of ten events over days, an odd link against the grain in each."""

    def steps(count):
        anchors, links = [], []
        for start in range(0, count, 10):
            anchors += [anchor(start, "2021-05-03"), anchor(start + 9, "2021-05-20")]
            links += [after(n + 1, n) for n in range(start, start + 9)]
            links.append(after(start, start + 5))
        network = make_network(anchors, links, RANKS)
        assert len(network.contradictions) == count // 10
        return network.steps

    small, middle, large = (steps(count) for count in (200, 400, 800))
    assert small > 0
    assert middle <= 2.4 * small
    assert large <= 2.4 * middle

"""A row, its words and its reason: one thing leads to the other."""

import msgspec
import pytest
from chronologies import Maker, instant
from reports import make_case

from timeline import chronology as c

expect = pytest.importorskip("playwright.sync_api", reason="needs playwright").expect

ROWS = [
    "The old bridge stood",
    "Anna Lind opened the bridge",
    "Dockers blocked the road",
    "The bridge collapsed",
    "Engineers plan a new bridge",
]


def test_it_shows_rows_axis_and_text(case) -> None:
    assert case.titles == ROWS
    assert case.text("#summary") == (
        "5 entries of 2 documents · 1 event not dated · 1 expression unresolved · 1 source failed"
    )
    assert case.text("h1") == "2 documents"
    labels = case.page.locator("#axis .label").all_text_contents()
    assert sorted(labels) == sorted(ROWS)
    assert "Anna Lind opened the bridge" in case.text("#text")
    assert case.page.locator("#text .event").count() == 3
    assert case.page.locator("#text .time").count() == 2


def test_a_row_shows_its_words_and_its_reason(case) -> None:
    case.pick("The bridge collapsed")
    assert case.texts("#text .lit-e") == ["The bridge collapsed"]
    assert case.texts("#text .lit-x") == ["two days later"]
    steps = case.texts("#card .step")
    assert steps[0].startswith(
        "It happened within the time of “two days later” (line 5) → Tue 4 Jan 2022"
    )
    assert "read as: 2 days after the time that is being told · rule later" in steps[0]
    assert steps[1].startswith("counted from “January 2” (line 2) → Sun 2 Jan 2022")
    assert steps[2].startswith("counted from the document's date Mon 10 Jan 2022")
    assert "because: Monday fixes the year" in steps[2]
    assert case.page.locator("#axis .entry.chosen .label").text_content() == "The bridge collapsed"


def test_a_row_of_another_document_opens_its_text(case) -> None:
    case.pick("Engineers plan")
    assert case.page.locator("#document-shown").input_value() == "1"
    assert case.texts("#text .lit-e") == ["Engineers plan a new bridge"]
    assert "planned" in case.text("#entries .row.chosen")


def test_a_mark_shows_its_row(case) -> None:
    case.page.locator("#text .event", has_text="Dockers").click()
    assert case.chosen == "Dockers blocked the road"
    case.page.locator("#text .time", has_text="two days later").click()
    assert case.chosen == "The bridge collapsed"


def test_a_date_of_several_rows_offers_them(case) -> None:
    case.page.locator("#text .time", has_text="January 2").click()
    offered = case.texts("#card .part li")
    assert offered == [
        "Sun 2 Jan 2022: Anna Lind opened the bridge",
        "Sun 2 Jan 2022: Dockers blocked the road",
    ]
    case.page.locator("#card .link", has_text="Dockers").click()
    assert case.chosen == "Dockers blocked the road"


def test_what_is_not_dated_has_its_reason(case) -> None:
    case.page.locator("#undated summary").click()
    expect(case.page.locator("#undated")).to_contain_text("no expression dates it")
    case.page.locator("#undated .pick").click()
    assert case.texts("#text .lit-e") == ["An inquiry was demanded"]
    assert "not dated" in case.text("#card")
    case.page.locator("#unresolved summary").click()
    expect(case.page.locator("#unresolved")).to_contain_text("it is not clear which day is meant")
    assert case.text("#failures").endswith("scan.pdf: it has no text")


def test_a_conflict_quotes_both(case) -> None:
    box = case.text("#entries .conflict")
    assert case.text("#entries .row:has(.conflict) .title") == "The bridge collapsed"
    assert "Tue 4 Jan 2022 wire.txt, line" in box
    assert "but Wed 5 Jan 2022 report.txt" in box
    assert "It fell on 5 Jan." in box


def make_long() -> c.Timeline:
    """A text of some blocks, with more reasons for a date than the card has room for."""
    made = Maker()
    name = made.document("long")
    days = [f"20{n // 12:02}-{1 + n % 12:02}-05" for n in range(150)]
    for number, day in enumerate(days):
        filler = "Nothing of note was written down here, and so it went on. " * (number % 7)
        event = made.event(name, f"Ship {number} sailed {filler}".strip(), None)
        words = tuple(
            made.expression(
                name, f"day {n}", value=day, first_day=day, last_day=day, rule="day", meaning="day"
            )
            for n in range(8 if number % 2 else 1)
        )
        when = instant(day, day, evidence=words)
        made.events[-1] = msgspec.structs.replace(made.events[-1], time=when)
        entry = c.Entry(
            id=f"n{number}", time=when, title=f"Ship {number}", events=(event,), documents=(name,),
            conflicts=(), salience=None,
        )  # fmt: skip
        made.entries.append(entry)
    return made.make()


def test_the_chosen_sentence_is_in_view(open_report) -> None:
    report = open_report(make_long(), viewport={"width": 1280, "height": 900})
    box = report.page.locator("#text")
    # A short card, then a long one, for a sentence that stood at the foot of the pane.
    for number in (1, 149, 148, 2, 3, 20, 21, 60, 63, 110, 111, 112, 115):
        report.page.locator("#entries .pick").nth(number).click()
        report.settle()
        pane = box.bounding_box()
        above, below = report.page.evaluate("""() => {
            const all = [...document.querySelectorAll("#text .lit-s")].map(
                (one) => one.getBoundingClientRect());
            return [Math.min(...all.map((b) => b.top)), Math.max(...all.map((b) => b.bottom))];
        }""")
        assert pane["height"] >= 150
        assert pane["y"] <= above and below <= pane["y"] + pane["height"], number
    # The card scrolls by itself, and the text makes room for what is opened in it.
    assert report.page.evaluate("getComputedStyle(document.getElementById('card')).overflowY") == (
        "auto"
    )
    report.page.locator("#entries .pick").nth(30).click()
    report.page.locator("#entries .pick").nth(32).click()
    report.page.evaluate("""() => {
        const lit = document.querySelector("#text .lit-e").getBoundingClientRect();
        const pane = document.getElementById("text").getBoundingClientRect();
        document.getElementById("text").scrollTop -= pane.bottom - lit.bottom - 14;
    }""")
    report.page.locator("#card summary").click()
    report.settle()
    lit = report.page.locator("#text .lit-e").first.bounding_box()
    pane = box.bounding_box()
    assert pane["y"] <= lit["y"] and lit["y"] + lit["height"] <= pane["y"] + pane["height"]


def test_the_address_names_an_entry(open_report) -> None:
    made = make_case()
    name = next(e.id for e in made.entries if e.title == "The bridge collapsed")
    report = open_report(made, at=f"#{name}")
    assert report.chosen == "The bridge collapsed"
    report.pick("Dockers")
    assert "#wire%2Fn" in report.page.url
    assert name not in report.page.url


def test_overlapping_marks(open_report) -> None:
    made = make_case()
    text = made.documents[0].text
    start = text.index("bridge")
    wide = msgspec.structs.replace(
        made.expressions[0], id="wire/t999", start=start, end=text.index("blocked"),
        reason="made to overlap",
    )  # fmt: skip
    report = open_report(msgspec.structs.replace(made, expressions=(*made.expressions, wide)))
    assert report.page.locator("#text").inner_text().startswith("News\nJanuary 2\nAnna Lind opened")
    both = report.texts("#text .event.time")
    assert both == ["bridge", "Dockers"]
    # The shortest mark under a click is meant.
    report.page.locator("#text .event.time", has_text="Dockers").click()
    assert "made to overlap" in report.text("#card")
    report.page.locator("#text .event:not(.time)", has_text="blocked").click()
    assert report.chosen == "Dockers blocked the road"


def test_gaps_and_corrections_are_seen(open_report) -> None:
    made = make_case()
    first, second, *rest = made.entries
    gap = c.Gap(after=first.id, before=second.id, first_day="2022-01-03", last_day="2022-01-09",
                days=7)  # fmt: skip
    fixed = msgspec.structs.replace(second, corrected=("date",))
    report = open_report(msgspec.structs.replace(made, gaps=(gap,), entries=(first, fixed, *rest)))
    assert report.text("#entries .gap") == "3-9 Jan 2022 nothing is told of 7 days"
    assert "corrected" in report.text("#entries .row:nth-child(3) .what")


def test_an_empty_chronology(open_report) -> None:
    made = make_case()
    empty = msgspec.structs.replace(
        made, documents=(), expressions=(), events=(), entries=(), undated=()
    )
    report = open_report(empty)
    assert "No event" in report.text("#entries")
    assert report.text("#summary").startswith("0 entries of 0 documents")

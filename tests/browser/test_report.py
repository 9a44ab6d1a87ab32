"""The HTML report in a real browser: what it shows, and that one thing leads to the other."""

import re
from itertools import pairwise

import msgspec
import pytest
from chronologies import HOSTILE, Maker, instant, make_hostile, make_mixed
from reports import make_case, make_many, write_report

from timeline import chronology as c
from timeline.exporters.safe import show

expect = pytest.importorskip("playwright.sync_api", reason="needs playwright").expect

ROWS = [
    "The old bridge stood",
    "Anna Lind opened the bridge",
    "Dockers blocked the road",
    "The bridge collapsed",
    "Engineers plan a new bridge",
]


@pytest.fixture
def case(open_report):
    return open_report(make_case())


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


@pytest.mark.parametrize(
    ("selector", "typed", "left"),
    [
        ("#search", "bridge opened", ["Anna Lind opened the bridge"]),
        ("#search", "LATER", ["The bridge collapsed"]),
        ("#search", "5 Jan.", ["The bridge collapsed"]),
        ("#people-filter", "lind", ["Anna Lind opened the bridge"]),
    ],
)
def test_words_filter(case, selector: str, typed: str, left: list[str]) -> None:
    case.page.fill(selector, typed)
    case.await_rows(len(left))
    assert case.titles == left
    assert case.text("#count") == f"{len(left)} of 5 entries"
    drawn = case.page.locator("#axis .label").all_text_contents()
    case.settle()
    assert case.page.locator("#axis .label").all_text_contents() == left, drawn
    case.page.click("#clear-filters")
    assert len(case.titles) == 5


def test_documents_statuses_and_certainties_filter(case) -> None:
    case.page.select_option("#document-filter", label="report.txt")
    assert sorted(case.titles) == ["Engineers plan a new bridge", "The old bridge stood"]
    case.page.locator("#status-filter .chip", has_text="planned").click()
    assert case.titles == ["Engineers plan a new bridge"]
    case.page.locator("#legend .chip", has_text="exact").click()
    assert case.titles == []
    assert "No entry is like that." in case.text("#entries")
    case.page.select_option("#document-filter", "")
    case.page.locator("#status-filter .chip", has_text="planned").click()
    assert len(case.titles) == 3


def test_everything_can_be_done_with_keys(case) -> None:
    keys = case.page.keyboard
    keys.press("/")
    keys.type("bridge")
    case.await_rows(4)
    keys.press("Enter")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    first, second = case.titles[:2]
    assert case.chosen == second
    assert case.page.evaluate("document.activeElement.matches('.row.chosen .pick')")
    keys.press("ArrowUp")
    assert case.chosen == first
    keys.press("End")
    assert case.chosen == "Engineers plan a new bridge"
    keys.press("Escape")
    assert case.page.locator(".row.chosen").count() == 0
    assert case.text("#count") == "4 of 5 entries"
    keys.press("Escape")
    assert case.text("#count") == "5 entries"
    keys.press("?")
    assert case.page.locator("#help").is_visible()
    keys.press("Escape")
    assert not case.page.locator("#help").is_visible()


def test_marks_can_be_walked_with_keys(case) -> None:
    case.page.locator("#text").focus()
    case.page.keyboard.press("ArrowRight")
    case.page.keyboard.press("ArrowRight")
    case.page.keyboard.press("Enter")
    assert case.chosen == "Anna Lind opened the bridge"
    outline = case.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def span_of(report) -> str:
    report.settle()
    return report.text("#axis-span")


def test_the_axis_zooms_and_moves(case) -> None:
    page = case.page
    page.click("#zoom-all")
    whole = span_of(case)
    page.mouse.move(600, 250)
    page.mouse.wheel(0, -400)
    closer = span_of(case)
    assert closer != whole
    page.focus("#axis")
    page.keyboard.press("ArrowRight")
    moved = span_of(case)
    assert moved not in (whole, closer)
    page.keyboard.press("+")
    assert span_of(case) != moved
    page.keyboard.press("0")
    assert span_of(case) == whole
    page.click("#zoom-in")
    box = page.locator("#axis").bounding_box()
    before = span_of(case)
    page.mouse.move(box["x"] + 500, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 20, steps=3)
    page.mouse.up()
    assert span_of(case) != before


def test_two_fingers_zoom(case) -> None:
    case.page.click("#zoom-all")
    whole = span_of(case)
    case.page.evaluate("""() => {
        const box = document.getElementById("axis");
        const touch = (type, id, x) => box.dispatchEvent(new PointerEvent(type,
            { pointerId: id, pointerType: "touch", clientX: x, clientY: 200, button: 0,
              bubbles: true, isPrimary: id === 1 }));
        box.setPointerCapture = () => {};
        touch("pointerdown", 1, 400);
        touch("pointerdown", 2, 500);
        touch("pointermove", 1, 300);
        touch("pointermove", 2, 600);
        touch("pointerup", 1, 300);
        touch("pointerup", 2, 600);
    }""")
    assert span_of(case) != whole


def test_a_point_on_the_axis_chooses_its_row(case) -> None:
    case.page.locator("#axis .label", has_text="Engineers plan").click()
    assert case.chosen == "Engineers plan a new bridge"
    assert case.texts("#text .lit-e") == ["Engineers plan a new bridge"]


def test_years_before_christ_and_minutes(open_report) -> None:
    report = open_report(make_mixed())
    report.page.click("#zoom-all")
    ticks = report.page.locator("#axis .tick")
    assert {"AD 1", "500", "1000"} & set(ticks.all_text_contents())
    assert "44 BC" in report.text("#entries")
    report.pick("The certificate expired")
    report.page.focus("#axis")
    for _ in range(60):
        report.page.keyboard.press("+")
    report.settle()
    assert re.fullmatch(
        r"Mon 6 May 2024 \d\d:\d\d – \d\d:\d\d \(\d earlier\)", report.text("#axis-span")
    ), report.text("#axis-span")
    assert re.fullmatch(r"\d\d:\d\d", ticks.first.text_content())


def test_the_calendar_is_pythons(open_report) -> None:
    """Ticks of years stand where Python has those years."""
    made = Maker()
    name = made.document("old")
    for year in (-1500, -43, 0, 1, 1066, 2024):
        iso = f"{year:05}-01-01" if year < 0 else f"{year:04}-01-01"
        made.entry(name, f"Year {year}", instant(iso, iso), iso)
    report = open_report(made.make())
    report.page.click("#zoom-all")
    report.settle()
    at = report.page.evaluate("""() => Object.fromEntries([...document.querySelectorAll(
        "#axis .tick")].map(t => [t.textContent, Number(t.getAttribute("x")) - 4]))""")
    assert list(at) == [
        "2000 BC", "1500 BC", "1000 BC", "500 BC", "AD 1", "AD 500", "1000", "1500", "2000", "2500",
    ] or {"1000 BC", "AD 1", "1000", "2000"} <= set(at)  # fmt: skip
    assert "0" not in at and "AD 0" not in at
    # 1000 BC is year -999: as far from AD 1 as AD 1 is from 1001, to a day.
    assert at["AD 1"] - at["1000 BC"] == pytest.approx(at["1000"] - at["AD 1"], abs=2)


def test_labels_never_overlap(open_report) -> None:
    report = open_report(make_many(600))
    for _ in range(3):
        boxes = report.page.evaluate("""() => [...document.querySelectorAll("#axis .label")].map(
            (l) => { const b = l.getBoundingClientRect(); return [b.left, b.right, b.top]; })""")
        assert len(boxes) > 10
        for top in {b[2] for b in boxes}:
            lane = sorted(b for b in boxes if b[2] == top)
            for (_, right, _), (left, _, _) in pairwise(lane):
                assert right <= left
        counted = report.page.locator("#axis .cluster").all_text_contents()
        assert counted
        report.page.click("#zoom-in")
        report.settle()


def test_clusters_and_labels_are_all_entries(open_report) -> None:
    report = open_report(make_many(300))
    report.page.click("#zoom-all")
    report.settle()
    counts = report.page.locator("#axis .cluster text").all_text_contents()
    singles = report.page.locator("#axis .entry").count()
    assert singles + sum(int(text[1:]) for text in counts) == 300
    span = span_of(report)
    report.page.locator("#axis .cluster").first.click()
    assert span_of(report) != span


def test_ten_thousand_entries_stay_in_hand(open_report) -> None:
    report = open_report(make_many(10_000))
    assert report.page.locator("#entries .row").count() < 500
    report.page.fill("#search", "ship 9999 ")
    report.await_rows(1)
    report.pick("Ship 9999")
    report.page.click("#clear-filters")
    # The chosen row is made although it is far below.
    assert report.chosen == "Ship 9999 sailed"
    report.page.keyboard.press("End")
    report.page.locator(".row.chosen .pick").focus()
    report.page.keyboard.press("Home")
    assert report.chosen == "Ship 0 sailed"


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


def test_a_filter_moves_the_axis_and_the_choice(case) -> None:
    page = case.page
    whole = span_of(case)
    case.pick("The bridge collapsed")
    page.select_option("#document-filter", label="report.txt")
    assert page.locator(".row.chosen").count() == 0
    assert "Choose a row" in case.text("#card")
    assert page.locator("#document-shown").input_value() == "1"
    assert case.texts("#undated summary") == ["Not dated 1"]
    page.select_option("#document-filter", label="wire.txt")
    assert "earlier" not in span_of(case) and "later" not in span_of(case)
    assert "2022" in span_of(case) and span_of(case) != whole
    assert sorted(page.locator("#axis .label").all_text_contents()) == sorted(case.titles)
    assert case.texts("#legend .chip") == ["exact 3", "month, year, ... 0", "stretch 0"]
    assert "planned 0" in case.texts("#status-filter .chip")
    assert not page.locator("#undated").is_visible()
    # Chips of one kind are counted without their own choice.
    page.locator("#legend .chip", has_text="stretch").click()
    assert case.texts("#legend .chip") == ["exact 3", "month, year, ... 0", "stretch 0"]
    page.click("#clear-filters")
    assert span_of(case) == whole
    assert case.texts("#undated summary") == ["Not dated 1"]


def test_what_passes_the_filter_stays_chosen(case) -> None:
    case.pick("The bridge collapsed")
    case.page.select_option("#document-filter", label="wire.txt")
    assert case.chosen == "The bridge collapsed"


def test_the_browsers_own_search_finds_every_row(open_report) -> None:
    report = open_report(make_many(1000))
    assert report.page.locator("#entries .row").count() == 1000
    assert report.page.evaluate("find('Ship 999 sailed')")
    opened = report.page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    assert opened < 4000  # ms; some 600 on a free machine


def test_the_axis_starts_with_the_whole_time(open_report) -> None:
    made = Maker()
    name = made.document("old")
    for day in ("1858-01-01", *(f"2024-03-{n:02}" for n in range(1, 29))):
        made.entry(name, f"On {day}", instant(day, day), day)
    report = open_report(made.make())
    began = span_of(report)
    assert "earlier" not in began and "later" not in began
    report.page.click("#zoom-all")
    assert span_of(report) == began


def test_the_printed_axis_is_whole(open_report) -> None:
    made = Maker()
    name = made.document("old")
    for day in ("1858-01-01", "1990-01-01", "2024-03-01"):
        made.entry(name, f"On {day} they did what nobody had done before in this town, and left",
                   instant(day, day), day)  # fmt: skip
    report = open_report(made.make())
    for _ in range(4):
        report.page.click("#zoom-in")
    before = span_of(report)
    report.page.emulate_media(media="print")
    report.page.set_viewport_size({"width": 688, "height": 900})
    report.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    report.settle()
    assert "earlier" not in report.text("#axis-span") and "later" not in report.text("#axis-span")
    assert report.page.locator("#axis .label").count() == 3
    edge = report.page.locator("#axis").bounding_box()
    for label in report.page.locator("#axis .label").all():
        box = label.bounding_box()
        assert edge["x"] <= box["x"] and box["x"] + box["width"] <= edge["x"] + edge["width"]
    report.page.emulate_media(media="screen")
    report.page.set_viewport_size({"width": 1280, "height": 800})
    report.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert span_of(report) == before


def test_long_years_are_told_by_month(open_report) -> None:
    made = Maker()
    name = made.document("log")
    for number in range(60):
        day = f"2021-{1 + number // 20:02}-{1 + number % 20:02}"
        made.entry(name, f"Step {number}", instant(day, day), day)
    report = open_report(made.make())
    assert report.texts("#entries h3") == ["2021 60"]
    assert report.texts("#entries h4")[:1] == ["January 2021"]


def test_headings_are_as_fine_as_the_entries_are_many(open_report) -> None:
    made = Maker()
    name = made.document("story")
    days = ["-0399-05-01", "-0043-03-15", "0079-08-24", "1789-07-14", "1801-01-01"]
    days += [f"19{n:02}-02-03" for n in range(14, 27)]
    days += [f"1975-01-{n:02}" for n in range(1, 15)]
    for day in days:
        made.entry(name, f"On {day}", instant(day, day), day)
    report = open_report(made.make())
    assert report.texts("#entries h3") == [
        "4th century BC 1", "1st century BC 1", "1st century 1", "18th century 1",
        "19th century 1", "1910s 6", "1920s 7", "1975 14",
    ]  # fmt: skip


def test_the_address_names_an_entry(open_report) -> None:
    made = make_case()
    name = next(e.id for e in made.entries if e.title == "The bridge collapsed")
    report = open_report(made, at=f"#{name}")
    assert report.chosen == "The bridge collapsed"
    report.pick("Dockers")
    assert "#wire%2Fn" in report.page.url
    assert name not in report.page.url


def test_dark_and_light(open_report) -> None:
    def paper(report) -> str:
        return report.page.evaluate("getComputedStyle(document.body).backgroundColor")

    light, dark = (open_report(make_case(), color_scheme=name) for name in ("light", "dark"))
    assert paper(light) != paper(dark)
    seen = {paper(dark)}
    for _ in range(2):
        dark.page.click("#theme-button")
        seen.add(paper(dark))
    assert seen == {paper(light), paper(dark)}
    assert "dark" in dark.text("#theme-button")
    dark.page.reload()
    assert "Colours: dark" in dark.text("#theme-button")


def test_on_paper_the_list_is_whole(open_report) -> None:
    report = open_report(make_many(1100), color_scheme="dark")
    assert report.page.locator("#entries .row").count() < 1100
    pdf = report.page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") > 8
    assert report.page.locator("#entries .row").count() == 1100
    report.page.emulate_media(media="print")
    assert not report.page.locator("#filters").is_visible()
    assert not report.page.locator("#reader").is_visible()
    overflow = report.page.evaluate("getComputedStyle(document.querySelector('.list')).overflowY")
    assert overflow == "visible"


def test_narrow_screens(open_report) -> None:
    report = open_report(make_case(), viewport={"width": 380, "height": 700})
    wide = report.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 380
    report.pick("The bridge collapsed")
    assert report.page.locator("#card .step").first.is_visible()
    report.page.click("#reader-close")
    report.pick("Dockers")
    assert report.texts("#card h3") == ["Dockers blocked the road"]


def test_for_those_who_listen(case) -> None:
    page = case.page
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("search", name="Choose entries").count() == 1
    assert page.get_by_role("status").inner_text() == "5 entries"
    assert page.get_by_role("region", name="Why this date").count() == 1
    assert page.get_by_role("heading", name="Chronology").count() == 1
    axis = page.locator("#axis")
    assert "list below" in page.locator(f"#{axis.get_attribute('aria-describedby')}").inner_text()
    assert page.locator("#axis svg").get_attribute("aria-hidden") == "true"
    row = page.get_by_role("listitem").filter(has_text="Dockers blocked")
    assert row.get_by_role("button").count() == 1
    row.get_by_role("button").click()
    assert row.get_by_role("button").get_attribute("aria-current") == "true"
    for control in page.locator("input, select").all():
        assert control.evaluate("e => e.labels.length") == 1
    # One stop of the tab key for the whole list.
    assert page.locator("#entries [tabindex='0']").count() == 1


def test_hostile_words_are_words(open_report) -> None:
    made = make_hostile()
    report = open_report(made)
    assert report.titles == [" ".join(show(e.title).split()) for e in made.entries]
    for number, text in enumerate(HOSTILE):
        report.page.select_option("#document-shown", str(number))
        shown = report.text("#text")
        assert "<script>" not in text or "<script>alert(1)</script>" in shown
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b\x7f-\x9f]", shown)
    report.page.select_option("#document-shown", "4")
    assert r"\u202egnp.exe" in report.text("#text")
    report.page.select_option("#document-shown", "8")
    assert r"\ud800" in report.text("#text")
    assert report.page.locator("#text script, #entries script, #card script").count() == 0
    for number in range(len(HOSTILE)):
        report.page.locator("#entries .pick").nth(number).click()
    report.page.fill("#search", "<img src=x onerror=alert(1)>")
    assert report.page.locator("#count").inner_text()


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


def test_a_server_may_be_strict_too(browser) -> None:
    """Under a server's own policy of the same hashes it still works, and nothing is violated."""
    page_text = write_report(make_case())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page_text)
    assert policy
    header = policy[1].replace("&#39;", "'").partition("; base-uri")[0]
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text))
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.route("**/*", lambda route: route.fulfill(
        body=page_text, content_type="text/html",
        headers={"content-security-policy": f"{header}; sandbox allow-scripts"},
    ))  # fmt: skip
    page.goto("http://reports.example/case.html")
    page.wait_for_selector("html[data-ready]")
    page.locator("#entries .pick", has_text="collapsed").click()
    assert page.locator("#text .lit-e").inner_text() == "The bridge collapsed"
    page.click("#theme-button")
    context.close()
    assert not [one for one in complaints if "favicon" not in one]


def test_without_scripts_there_is_a_list(browser, tmp_path) -> None:
    file = tmp_path / "plain.html"
    file.write_text(write_report(make_case()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("noscript tbody tr").count() == 5
    context.close()


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

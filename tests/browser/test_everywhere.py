"""By keyboard, by ear, on paper, on narrow and dark screens, without scripts."""

from chronologies import Maker, instant
from reports import make_case, make_many, write_report


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


def test_the_printed_axis_is_whole(open_report) -> None:
    made = Maker()
    name = made.document("old")
    for day in ("1858-01-01", "1990-01-01", "2024-03-01"):
        made.entry(name, f"On {day} they did what nobody had done before in this town, and left",
                   instant(day, day), day)  # fmt: skip
    report = open_report(made.make())
    for _ in range(4):
        report.page.click("#zoom-in")
    before = report.span
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
    assert report.span == before


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


def test_without_scripts_there_is_a_list(browser, tmp_path) -> None:
    file = tmp_path / "plain.html"
    file.write_text(write_report(make_case()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("noscript tbody tr").count() == 5
    context.close()

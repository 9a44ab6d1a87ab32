"""Words, documents, statuses and certainties filter rows, counts and axis."""

import pytest
from reports import make_many


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


def test_a_filter_moves_the_axis_and_the_choice(case) -> None:
    page = case.page
    whole = case.span
    case.pick("The bridge collapsed")
    page.select_option("#document-filter", label="report.txt")
    assert page.locator(".row.chosen").count() == 0
    assert "Choose a row" in case.text("#card")
    assert page.locator("#document-shown").input_value() == "1"
    assert case.texts("#undated summary") == ["Not dated 1"]
    page.select_option("#document-filter", label="wire.txt")
    assert "earlier" not in case.span and "later" not in case.span
    assert "2022" in case.span and case.span != whole
    assert sorted(page.locator("#axis .label").all_text_contents()) == sorted(case.titles)
    assert case.texts("#legend .chip") == ["exact 3", "month, year, ... 0", "stretch 0"]
    assert "planned 0" in case.texts("#status-filter .chip")
    assert not page.locator("#undated").is_visible()
    # Chips of one kind are counted without their own choice.
    page.locator("#legend .chip", has_text="stretch").click()
    assert case.texts("#legend .chip") == ["exact 3", "month, year, ... 0", "stretch 0"]
    page.click("#clear-filters")
    assert case.span == whole
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

"""A real browser, started once: the system's Chromium, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from reports import make_case, write_report

from timeline import chronology as c

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Root, as in a container, has no sandbox; what is shown is ours.
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; without one the test is skipped."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("needs a Chromium on the PATH (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Report:
    """An open page, and all that went wrong in it: a test that ends with a complaint fails."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return " ".join(self.page.locator(selector).inner_text().split())

    def texts(self, selector: str) -> list[str]:
        return [" ".join(t.split()) for t in self.page.locator(selector).all_inner_texts()]

    def pick(self, title: str) -> None:
        self.page.locator("#entries .pick", has_text=title).first.click()

    def await_rows(self, number: int) -> None:
        """Wait until the list has so many rows."""
        from playwright.sync_api import expect

        expect(self.page.locator("#entries .row")).to_have_count(number)

    @property
    def titles(self) -> list[str]:
        return self.texts("#entries .title")

    @property
    def chosen(self) -> str:
        return self.text("#entries .row.chosen .title")

    @property
    def span(self) -> str:
        """What stretch of time the axis shows."""
        self.settle()
        return self.text("#axis-span")

    def settle(self) -> None:
        """Wait until the axis is drawn: it does not glide for who prefers no motion."""
        self.page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )


Open = Callable[..., Report]


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a chronology's report from disk, in a page that cannot reach anything else."""
    opened: list[tuple[Any, Report]] = []

    def open_page(timeline: c.Timeline, *, at: str = "", **options: Any) -> Report:
        options = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | options
        context = browser.new_context(**options)
        context.set_default_timeout(20_000)
        page = context.new_page()
        report = Report(page)
        file = tmp_path / f"report{len(opened)}.html"
        file.write_text(write_report(timeline), encoding="utf-8", newline="\n")
        address = file.as_uri()

        def allow(route: Any) -> None:
            if route.request.url.partition("#")[0] == address:
                route.continue_()
            else:
                report.complaints.append(f"asks for {route.request.url}")
                route.abort()

        context.route("**/*", allow)
        page.on("request", lambda r: None if r.url.startswith(address) else
                report.complaints.append(f"requests {r.url}"))  # fmt: skip
        page.on("console", lambda m: report.complaints.append(f"console: {m.text}"))
        page.on("pageerror", lambda e: report.complaints.append(f"error: {e}"))
        page.on("dialog", lambda d: (report.complaints.append(f"dialog: {d.message}"), d.dismiss()))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " e => console.error('policy: ' + e.violatedDirective))"
        )
        page.goto(address + at)
        page.wait_for_selector("html[data-ready]")
        opened.append((context, report))
        return report

    yield open_page
    for context, _ in opened:
        context.close()
    for _, report in opened:
        assert not report.complaints, report.complaints


@pytest.fixture
def case(open_report: Open) -> Report:
    """The report of a case that has a row of every kind."""
    return open_report(make_case())

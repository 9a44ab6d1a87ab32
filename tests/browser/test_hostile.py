"""Hostile words are words, and a strict server may serve the page."""

import re

from chronologies import HOSTILE, make_hostile
from reports import make_case, write_report

from timeline.exporters.safe import show


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

"""Makes the pictures of the README again: data/screenshots/*.png.

    python tests/make_screenshots.py

Needs Debian's chromium, and Pillow, which reportlab brings along. The fonts are this machine's, so
the bytes differ from one to another.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import msgspec
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from timeline.batch.run import run
from timeline.exporters import FORMATS
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

DATA = Path(__file__).resolve().parents[1] / "data"
SOURCE = DATA / "wire.txt"  # the README's example
CHOSEN = "Their union had postponed"  # dated through two others
READ_ON = "2026-11-22"
LARGEST = 150_000  # bytes


def write_report(path: Path) -> None:
    """The report on the README's example."""
    made = run(read_sources([str(SOURCE)]), Options(parse_date(READ_ON)))
    [document] = made.documents
    named = msgspec.structs.replace(document, source=SOURCE.name)
    timeline = msgspec.structs.replace(made, documents=(named,))
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        FORMATS["html"].write(timeline, stream)


def picture_report(browser: Browser, report: Path, to: Path) -> None:
    """The page as it stands after a row was chosen."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(report.as_uri())
    page.locator("#entries .pick", has_text=CHOSEN).click()
    page.locator("h1").hover()
    page.wait_for_timeout(500)
    page.screenshot(path=to)
    page.close()
    picture = Image.open(to).convert("RGB")
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for color in choose_colors(picture) for part in color])
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(to, optimize=True)


def choose_colors(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The most frequent colours that differ: with these the file is a third as large."""
    chosen: list[tuple[int, int, int]] = []
    for number, color in sorted(picture.getcolors(1 << 24), reverse=True):
        often = number > 500  # a ground, which is kept as it is
        apart = (sum(abs(a - b) for a, b in zip(color, c, strict=True)) > 18 for c in chosen)
        if len(chosen) < 256 and (often or all(apart)):
            chosen.append(color)
    return chosen


def main() -> None:
    folder = DATA / "screenshots"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        executable = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        report, to = Path(scratch, "wire.html"), folder / "report.png"
        write_report(report)
        picture_report(browser, report, to)
        browser.close()
    if to.stat().st_size > LARGEST:
        raise SystemExit(f"{to} is larger than {LARGEST} bytes")


if __name__ == "__main__":
    main()

"""Makes the pictures of the README again: data/screenshots/report.png and terminal.svg.

    python tests/make_screenshots.py

The report needs Debian's chromium, and Pillow, which reportlab brings along; its fonts are this
machine's, so the bytes differ from one to another. The terminal's picture is rich's own, with the
fonts of whoever looks at it, and a test holds its bytes.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.text import Text

from timeline.batch.run import run
from timeline.chronology import Timeline
from timeline.exporters import FORMATS, Layout
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

if TYPE_CHECKING:
    from PIL import Image
    from playwright.sync_api import Browser

DATA = Path(__file__).resolve().parents[1] / "data"
SOURCE = DATA / "wire.txt"  # the README's example
CHOSEN = "Their union had postponed"  # dated through two others
READ_ON = "2026-11-22"
LARGEST = 150_000  # bytes
COLUMNS = 110
# Without the fonts that rich's own frame would fetch, and without a clip for each line.
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}"
height="{terminal_height}"/></clipPath></defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def make_example(name: str) -> Timeline:
    """The chronology of the README's example, with the source's name as it is to be shown."""
    made = run(read_sources([str(SOURCE)]), Options(parse_date(READ_ON)))
    [document] = made.documents
    named = msgspec.structs.replace(document, source=name)
    return msgspec.structs.replace(made, documents=(named,))


def draw_terminal(timeline: Timeline) -> str:
    """The table with its colours, as rich draws a terminal in SVG."""
    table = io.StringIO()
    FORMATS["table"].write(timeline, table, Layout(width=COLUMNS, color=True))
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    command = f"$ timeline extract data/{SOURCE.name} --read-on {READ_ON}"
    console.print(
        Text(command, style="bold"), Text.from_ansi(table.getvalue().rstrip("\n")), sep="\n"
    )
    drawn = console.export_svg(title="timeline", code_format=FRAME, unique_id="t")
    return re.sub(r' clip-path="url\(#t-line-\d+\)"|[ \t]+$', "", drawn, flags=re.MULTILINE)


def write_report(path: Path) -> None:
    """The report on the README's example."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        FORMATS["html"].write(make_example(SOURCE.name), stream)


def picture_report(browser: Browser, report: Path, to: Path) -> None:
    """The page as it stands after a row was chosen."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(report.as_uri())
    page.locator("#entries .pick", has_text=CHOSEN).click()
    page.locator("h1").hover()
    page.wait_for_timeout(500)
    page.screenshot(path=to)
    page.close()
    from PIL import Image

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
    drawn = draw_terminal(make_example(f"data/{SOURCE.name}"))
    (folder / "terminal.svg").write_text(drawn, encoding="utf-8", newline="\n")
    from playwright.sync_api import sync_playwright

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

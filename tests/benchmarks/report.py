"""How fast the HTML report opens and answers in Chromium, and how large it is.

    python tests/benchmarks/report.py [DOCUMENTS ...] [--chronology FILE]

The documents are the silver news of ../shared/corpora, else the samples of data/ again and again;
or those of a chronology that was written with -f json. Opening is counted from the request; every
answer until the second frame after it, the search's with its wait for the next letter (80 ms).
"""

from __future__ import annotations

import argparse
import io
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import msgspec
from playwright.sync_api import Page, sync_playwright

from timeline.batch.run import run
from timeline.chronology import Timeline
from timeline.document import Document, content_id
from timeline.exporters import FORMATS
from timeline.pipeline import Options
from timeline.readers import read_sources
from timeline.temporal.edtf import parse_date

ROOT = Path(__file__).resolve().parents[2]
SILVER = ROOT.parent / "shared/corpora/te3-silver.zip"
READ_ON = "2026-11-22"

# Milliseconds until the second frame after `act`, which has drawn what it did; again and again.
TIMER = """async ([act, times]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const seen = [];
  for (let i = 0; i < times; i += 1) {
    const began = performance.now();
    const box = document.getElementById("axis");
    if (act === "zoom") {
      const about = box.getBoundingClientRect();
      box.dispatchEvent(new WheelEvent("wheel", { deltaY: i % 8 < 4 ? -300 : 300,
        clientX: about.left + about.width * 0.7, clientY: about.top + 40, cancelable: true }));
    } else if (act === "search") {
      const search = document.getElementById("search");
      const told = new Promise((done) => new MutationObserver(done).observe(
        document.getElementById("count"), { childList: true }));
      search.value = ["said", "president", "", "year"][i % 4];
      search.dispatchEvent(new Event("input"));
      await told;
    } else {
      document.querySelectorAll("#entries .pick")[(i * 7) % 40]?.click();
    }
    await frame();
    await frame();
    seen.push(performance.now() - began);
  }
  return seen;
}"""


def read_documents(number: int) -> list[Document]:
    """So many documents, no two of them alike."""
    if not SILVER.exists():
        samples = [d for d in read_sources([str(ROOT / "data")]) if isinstance(d, Document)]
        texts = [f"{samples[i % len(samples)].text}\n{i}\n" for i in range(number)]
        return [Document(id=content_id(t), text=t, source=f"s{i}") for i, t in enumerate(texts)]
    with zipfile.ZipFile(SILVER) as packed, tempfile.TemporaryDirectory() as folder:
        names = [n for n in sorted(packed.namelist()) if n.endswith(".tml")][:number]
        packed.extractall(folder, names)
        paths = [str(Path(folder, name)) for name in names]
        return [d for d in read_sources(paths) if isinstance(d, Document)]


def extract(number: int) -> Timeline:
    """The chronology of so many documents."""
    return run(read_documents(number), Options(parse_date(READ_ON)))


def measure(page: Page, address: str) -> dict[str, float]:
    """Milliseconds of one opening and of what one does then."""
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(200)
    opened = page.evaluate("""() => {
        const [all] = performance.getEntriesByType("navigation");
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        return { paint: paint ? paint.startTime : NaN, interactive: all.domInteractive,
                 loaded: all.loadEventEnd };
    }""")
    for act, times in (("zoom", 16), ("search", 8), ("row", 8)):
        seen = page.evaluate(TIMER, [act, times])
        opened[act] = statistics.median(seen)
        opened[f"{act} at worst"] = max(seen)
    return opened


def main(numbers: list[int], chronology: str | None) -> None:
    timelines = (
        [msgspec.json.decode(Path(chronology).read_bytes(), type=Timeline)]
        if chronology
        else map(extract, numbers)
    )
    executable = shutil.which("chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for timeline in timelines:
            stream = io.StringIO()
            began = time.process_time()
            FORMATS["html"].write(timeline, stream)
            spent = time.process_time() - began
            path = Path(folder, "report.html")
            path.write_text(stream.getvalue(), encoding="utf-8", newline="\n")
            text = sum(len(d.text.encode("utf-8", "replace")) for d in timeline.documents)
            page = browser.new_page(viewport={"width": 1360, "height": 860})
            found = measure(page, path.as_uri())
            page.close()
            print(
                f"{len(timeline.documents)} documents, {len(timeline.entries)} entries, "
                f"{len(timeline.events)} events: {path.stat().st_size / 1000:.0f} kB of which "
                f"{text / 1000:.0f} kB text; written in {spent:.2f} s CPU"
            )
            print("   ms: " + ", ".join(f"{name} {ms:.0f}" for name, ms in found.items()))
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("documents", nargs="*", type=int, default=[1, 20, 500])
    parser.add_argument("--chronology")
    given = parser.parse_args(sys.argv[1:])
    main(given.documents, given.chronology)

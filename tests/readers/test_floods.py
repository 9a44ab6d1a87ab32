"""Files that repeat one thing: four times as much may take four times as long, not sixteen."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from fuzz.files import OPENER
from readers import office

Make = Callable[[int], bytes]
MAIL = b"From: a@b.example\nDate: Mon, 3 May 2021 10:00:00 +0000\nSubject: x\n"
TML = "<?xml version='1.0'?><TimeML><TEXT>{}</TEXT></TimeML>"
PAGE = "<!DOCTYPE html><html><body><article>{}</article></body></html>"

RUN = "<w:r><w:t>x</w:t></w:r>"


def mixed(parts: bytes) -> bytes:
    return MAIL + b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + parts


FLOODS: dict[str, tuple[str, int, Make]] = {
    "encoded words": ("a.eml", 2_000, lambda n: b"Subject: " + b"=?utf-8?q?a?= " * n + b"\n\nx y"),
    "headers": ("a.eml", 10_000, lambda n: MAIL + b"X-A: b\n" * n + b"\nIt rained."),
    "received": ("a.eml", 3_000, lambda n: MAIL + b"Received: x; y\n" * n + b"\nIt rained."),
    "folds": ("a.eml", 10_000, lambda n: b"Subject: a" + b"\n b" * n + b"\n\nIt rained."),
    "parts": ("a.eml", 2_000, lambda n: mixed(b"--x\n\nIt rained.\n" * n + b"--x--")),
    "attachments": ("a.eml", 2_000, lambda n: mixed(b"--x\nContent-Type: a/b\n\nx\n" * n)),
    "quotes": ("a.eml", 1_500, lambda n: MAIL + b"\n" + b"> It rained.\nYes.\n" * n),
    "deep quotes": ("a.eml", 5_000, lambda n: MAIL + b"\n" + b">" * n + b" It rained."),
    "wrote": ("a.eml", 2_000, lambda n: MAIL + b"\n" + b"On 3 May 2021 A wrote:\n> x\n" * n),
    "mails": (
        "a.mbox",
        400,
        lambda n: (b"From a Mon Jan  1 00:00:00 2024\n" + MAIL + b"\nIt rained.\n\n") * n,
    ),
    "from lines": ("a.mbox", 2_000, lambda n: b"From a Mon Jan  1 00:00:00 2024\n\n" * n),
    "json lines": ("a.jsonl", 1_000, lambda n: b'{"text": "It rained."}\n' * n),
    "broken lines": ("a.jsonl", 3_000, lambda n: b"{\n" * n),
    "one line": ("a.txt", 50_000, lambda n: b"rain " * n),
    "short lines": ("a.txt", 5_000, lambda n: b"rain\n" * n),
    "blank lines": ("a.txt", 20_000, lambda n: b"rain" + b"\n" * n + b"rain"),
    "dashes": ("a.txt", 5_000, lambda n: b"- " * n + b"\n" + b"-\n" * n),
    "columns": ("a.txt", 5_000, lambda n: b"a   b   c\n" * n),
    "stamps": ("a.log", 3_000, lambda n: b"2021-05-03 06:10:01 it fell\n" * n),
    "emphasis": ("a.md", 4_000, lambda n: b"*a **b " * n),
    "links": ("a.md", 4_000, lambda n: b"[a](" * n),
    "bars": ("a.md", 4_000, lambda n: b"|a" * n + b"\n" + b"|-" * n + b"\n" + b"|b" * n),
    "backticks": ("a.md", 4_000, lambda n: b"`a ``b " * n),
    "tags": ("a.md", 3, lambda n: (b"<a " * 400 + b"<!-- " * 400 + b"\n") * n),
    "fences": ("a.md", 3_000, lambda n: b"```\nx\n" * n),
    "fields": ("a.md", 1_000, lambda n: b"---\n" + b"a: b\n" * n + b"---\n\nIt rained."),
    "cues": ("a.srt", 1_000, lambda n: b"1\n00:00:01,000 --> 00:00:02,000\nIt rained.\n\n" * n),
    "elements": ("a.tml", 3_000, lambda n: TML.format("<EVENT>a</EVENT> " * n).encode()),
    "depth": ("a.tml", 3_000, lambda n: TML.format("<s>" * n + "a" + "</s>" * n).encode()),
    "paragraphs": ("a.html", 1_000, lambda n: PAGE.format("<p>It rained there.</p>" * n).encode()),
    "open tags": ("a.html", 1_000, lambda n: PAGE.format("<b>rain <i>snow " * n).encode()),
    "rows": ("a.html", 600, lambda n: PAGE.format(f"<table>{'<tr><td>x' * n}</table>").encode()),
    "meta": ("a.html", 1_000, lambda n: PAGE.format("<p>x y z</p><meta name=a>" * n).encode()),
    "entities": ("a.html", 3_000, lambda n: PAGE.format(f"<p>{'&amp;&#65;' * n}</p>").encode()),
    "runs": ("a.docx", 2_000, lambda n: office.word(body=f"<w:p>{RUN * n}</w:p>")),
    "word rows": (
        "a.docx",
        600,
        lambda n: office.word(body=f"<w:tbl>{_row('x') * n}</w:tbl>"),
    ),
    "word tables": (
        "a.docx",
        150,
        lambda n: office.word(body=_deep(n)),
    ),
    "spans": ("a.odt", 2_000, lambda n: office.open_text(f"<text:p>{'<text:s/>x' * n}</text:p>")),
    "members": ("a.zip", 300, lambda n: office.zipped({f"{i}.txt": "rain" for i in range(n)})),
}  # fmt: skip


def _row(words: str) -> str:
    return f"<w:tr><w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc></w:tr>"


def _deep(depth: int) -> str:
    inner = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return inner


def seconds(name: str, data: bytes) -> float:
    # The collector walks all that other tests left behind, now here and now there.
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        assert list(OPENER.read(data, name))
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("what", FLOODS)
def test_a_flood_is_read_in_linear_time(what: str) -> None:
    name, count, make = FLOODS[what]
    # Twice what is linear, and a little; quadratic would be four times. A busy machine may need to
    # be asked again.
    for _ in range(3):
        small = min(seconds(name, make(count)) for _ in range(2))
        large = seconds(name, make(4 * count))
        if large < 8 * small + 0.05:
            return
    raise AssertionError(f"{small:.3f} s, {large:.3f} s")


def test_what_is_quadratic_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    cost = iter([1.0, 1.0, 16.0] * 3)
    monkeypatch.setitem(globals(), "seconds", lambda name, data: next(cost))
    with pytest.raises(AssertionError):
        test_a_flood_is_read_in_linear_time("headers")

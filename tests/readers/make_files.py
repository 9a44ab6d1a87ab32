"""A folder of small files of all kinds, good and bad, and what must come of each.

`python tests/readers/make_files.py FOLDER` writes it for a look; the tests make it anew each time.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import zstandard

sys.path.insert(0, str(Path(__file__).parents[1]))  # for the call from the command line

from readers import office, papers

THINGS = (
    "bridge mill depot tower chapel quarry school dam kiosk pier tunnel library market garage "
    "orphanage brewery station hospital theatre museum lighthouse bakery prison barracks factory "
    "chimney warehouse windmill monastery aqueduct stadium greenhouse cinema foundry shipyard "
    "observatory laundry crane viaduct sawmill"
).split()


@dataclass(frozen=True)
class Good:
    """A file that is read: the sources and days of the events in it, and a warning about it."""

    name: str
    content: bytes
    told: tuple[tuple[str, str], ...]
    warning: str = ""


@dataclass(frozen=True)
class Bad:
    """A file that is not: words of the one sentence about it, and the source that it names."""

    name: str
    content: bytes
    reason: str
    source: str = ""


class Stories:
    """Hands out sentences, each of another thing and another day."""

    def __init__(self) -> None:
        self.number = 0

    def tell(self) -> tuple[str, str]:
        """A sentence, and the day that it tells of."""
        thing = THINGS[self.number % len(THINGS)]
        day = date(2019, 1, 3) + timedelta(days=19 * self.number)
        self.number += 1
        written = f"{day.day} {day:%B %Y}"
        return f"The {thing} collapsed on {written} and nobody was hurt.", day.isoformat()


def make_good() -> Iterator[Good]:
    """Every kind that is read, under good names, odd names and wrong names."""
    stories = Stories()

    def one(name: str, make, source: str = "", warning: str = "") -> Good:
        words, day = stories.tell()
        return Good(name, make(words), ((source or name, day),), warning)

    yield one("plain.txt", str.encode)
    yield one("utf16.txt", lambda words: words.encode("utf-16"))
    yield one("bom.txt", lambda words: words.encode("utf-8-sig"))
    yield one("latin.txt", lambda w: f"Café. {w}".encode("cp1252"), warning="not valid UTF-8")
    yield one("windows.txt", lambda words: words.replace(" ", "\r\n", 3).encode())
    yield one("note.md", lambda words: f"# A note\n\n{words}\n".encode())
    yield one("OLD.TEXT", str.encode)
    first, second = stories.tell(), stories.tell()
    lines = "".join(f'{{"id": "{n}", "text": "{w}"}}\n' for n, (w, _) in enumerate((first, second)))
    told = (("lines.jsonl:1", first[1]), ("lines.jsonl:2", second[1]))
    yield Good("lines.jsonl", lines.encode(), told)
    yield one("marked.tml", _timeml)
    yield one("marked.xml", _timeml)
    yield one("report.pdf", papers.lines)
    yield one("UPPER.PDF", papers.lines)
    yield one("locked-open.pdf", lambda words: papers.encrypted("", words))
    yield one("half.pdf", papers.half_scanned, warning="1 of 2 pages have no text layer")
    yield one("word.docx", office.word)
    yield one("word.docm", office.word)
    yield one("open.odt", lambda words: office.open_text(f"<text:p>{words}</text:p>"))
    yield one("packed.txt.gz", lambda words: gzip.compress(words.encode(), mtime=0))
    yield one("packed.pdf.gz", lambda words: gzip.compress(papers.lines(words), mtime=0))
    yield one("packed.txt.bz2", lambda words: bz2.compress(words.encode()))
    yield one("packed.docx.xz", lambda words: lzma.compress(office.word(words)))
    yield one("packed.md.zst", lambda words: zstandard.compress(words.encode()))
    first, second = stories.tell(), stories.tell()
    members = {
        "a.txt": first[0],
        "../../up/b.pdf": papers.lines(second[0]),
        "sub/": "",
        "__MACOSX/._a.txt": "no",
        "picture.png": b"\x89PNG\r\n",
    }
    told = (("files.zip/a.txt", first[1]), ("files.zip/up/b.pdf", second[1]))
    yield Good("files.zip", office.zipped(members), told)
    yield one(
        "nested.zip",
        lambda words: office.zipped({"in.zip": office.zipped({"a.txt": words})}),
        "nested.zip/in.zip/a.txt",
    )
    yield one("page.html", _page)
    yield one("page.xhtml", _page)
    yield one("page.htm.gz", lambda words: gzip.compress(_page(words), mtime=0))
    yield one("mail.eml", _mail)
    yield one("matter.markdown", lambda w: f"---\ntitle: A note\n---\n\n{w}\n".encode())
    first, second = stories.tell(), stories.tell()
    box = b"".join(
        b"From a@b.example Mon Jan  1 00:00:00 2024\n" + _mail(w) + b"\n"
        for w in (first[0], second[0])
    )
    yield Good("box.mbox", box, (("box.mbox:1", first[1]), ("box.mbox:2", second[1])))
    cue = "1\n00:00:01,000 --> 00:00:04,000\n{}\n"
    yield one("film.srt", lambda words: cue.format(words).encode())
    yield one("film.vtt", lambda words: f"WEBVTT\n\n{cue.format(words).replace(',', '.')}".encode())
    yield one("server.log", lambda words: f"{words}\n".encode())
    yield one("two words.txt", str.encode)
    yield one("new\nline.txt", str.encode)
    yield one("🚒 fire.txt", str.encode)
    yield one("-x.txt", str.encode)
    yield one("a[1].txt", str.encode)
    yield one("pdf.txt", papers.lines, warning="the content is pdf")
    yield one("word.pdf", office.word, warning="the content is docx")
    yield one("word.zip", office.word)
    yield one("zip.docx", lambda words: office.zipped({"a.txt": words}), "zip.docx/a.txt")
    yield one("gz.txt", lambda words: gzip.compress(words.encode(), mtime=0))
    yield one("page.pdf", _page, warning="the content is html")
    yield one("marked.txt", _timeml, warning="the content is timeml")
    yield one(
        "lines.txt",
        lambda words: f'{{"text": "{words}"}}\n'.encode(),
        "lines.txt:1",
        "the content is jsonl",
    )


def make_bad() -> Iterator[Bad]:
    """Broken, cut off, encrypted, empty, scanned and mislabelled files."""
    pdf, word = papers.lines("It rained on 3 May 2021."), office.word("It rained on 3 May 2021.")
    packed = gzip.compress(b"It rained on 3 May 2021." * 50, mtime=0)
    archive = office.zipped({"a.txt": "It rained on 3 May 2021."})
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    yield Bad("empty.txt", b"", "is empty")
    yield Bad("blank.txt", b" \n\t\n", "nothing but white space")
    yield Bad("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "looks like a PNG image")
    yield Bad("photo.md", b"\xff\xd8\xff\xe0\x00\x10", "looks like a JPEG image")
    yield Bad("program.txt", b"\x7fELF\x02\x01\x00", "looks like a program")
    yield Bad("data.txt", bytes(range(256)), "binary data")
    yield Bad("rich.txt", b"{\\rtf1 It rained.}", "looks like an RTF document")
    yield Bad("tape.txt", _tar(), "looks like a tar archive")
    yield Bad("cut.pdf", pdf[: len(pdf) // 3], "broken or cut off")
    yield Bad("noise.pdf", b"%PDF-1.4\n" + bytes(400), "broken or cut off")
    yield Bad("secret.pdf", papers.encrypted("secret", "It rained."), "needs a password")
    yield Bad("scanned.pdf", papers.scanned(2), "no text layer")
    yield Bad("blank.pdf", papers.drawn(lambda page: None), "holds no text")
    yield Bad("prose.pdf", b"It rained on 3 May 2021.", "looks like plain text")
    yield Bad("image.pdf", b"\x89PNG\r\n\x1a\n\x00", "looks like a PNG image")
    yield Bad("cut.docx", word[: len(word) // 2], "broken or cut off")
    yield Bad("laughs.docx", office.word("It rained.", head=laughs), "document type")
    yield Bad("sheet.docx", office.zipped({"xl/workbook.xml": "<x/>"}), "a spreadsheet (XLSX)")
    secret = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    yield Bad("secret.docx", secret, "encrypted Office document")
    yield Bad("blank.docx", office.word(" "), "holds no text")
    yield Bad("deck.zip", office.zipped({"ppt/presentation.xml": "<x/>"}), "a presentation (PPTX)")
    yield Bad("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "old Office document")
    yield Bad("cut.txt.gz", packed[:-9], "is cut off")
    yield Bad("noise.txt.gz", packed[:10] + b"\x07" + packed[11:], "is broken")
    yield Bad("prose.txt.xz", b"\xfd7zXZ\x00It rained.", "is broken")
    yield Bad("bomb.txt.gz", gzip.compress(bytes(48 << 20), mtime=0), "as only a bomb does")
    yield Bad("tape.txt.gz", gzip.compress(_tar(), mtime=0), "looks like a tar archive")
    yield Bad("cut.zip", archive[:-9], "broken or cut off")
    yield Bad("empty.zip", office.zipped({}), "holds no documents")
    yield Bad("pictures.zip", office.zipped({"a.png": b"\x89PNG\r\n"}), "holds no documents")
    yield Bad("secret.zip", office.locked(archive), "it is encrypted", "secret.zip/a.txt")
    deep = office.zipped({"b.zip": office.zipped({"c.zip": archive})})
    yield Bad("deep.zip", deep, "archives within archives", "deep.zip/b.zip/c.zip")
    yield Bad("line.jsonl", b'{"text": 3}\n', "is not a string", "line.jsonl:1")
    yield Bad("page.xml", b"<page>It rained.</page>", "not TimeML")
    yield Bad("broken.tml", b"<TimeML><TEXT>It rained", "not well-formed")
    yield Bad("laughs.tml", laughs.encode() + b"<TimeML><TEXT>&b;</TEXT></TimeML>", "document type")


def _page(words: str) -> bytes:
    return (
        "<!DOCTYPE html><html lang='en'><head><title>News</title></head><body><article><h1>News"
        f"</h1><p>{words} The people of the town were told by the mayor.</p></article></body>"
    ).encode()


def _mail(words: str) -> bytes:
    return (
        "From: A. Bell <a@b.example>\nTo: c@d.example\nSubject: News\n"
        "Date: Mon, 1 Jan 2024 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{words}\n"
    ).encode()


def _timeml(words: str) -> bytes:
    return f"<?xml version='1.0'?>\n<TimeML><TEXT>{words}</TEXT></TimeML>".encode()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = 5
        archive.addfile(entry, io.BytesIO(b"Rain."))
    return out.getvalue()


def make_files(folder: Path) -> tuple[tuple[Good, ...], tuple[Bad, ...]]:
    """Write all of them into a folder; the good ones and the bad ones."""
    good, bad = tuple(make_good()), tuple(make_bad())
    for file in (*good, *bad):
        (folder / file.name).write_bytes(file.content)
    return good, bad


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    made = make_files(target)
    print(*(file.name for group in made for file in group), sep="\n")  # noqa: T201

"""Targets that take files: every reader, what is packed, and the bombs."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import PurePath
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from fuzz.mutate import mutate_bytes
from fuzz.nasties import STRINGS, bombs
from fuzz.target import Target
from readers import office
from readers.make_files import make_bad, make_good

from timeline.document import Document
from timeline.readers import BUILT_IN, text
from timeline.readers.base import Failure
from timeline.readers.opening import Opener

NAMES = frozenset(reader.name for reader in BUILT_IN)
OPENER = Opener(BUILT_IN, NAMES, text.READER)
File = tuple[str, bytes]
_SURROGATE = re.compile("[\ud800-\udfff]")

MORE: tuple[File, ...] = (
    (
        "more.md",
        b"---\ntitle: A note\ndate: 2021-05-03\ntags: [a, b]\nauthor:\n  - A. Bell\n---\n\n"
        b"# Head\n\n> quoted *words*\n\n- one\n- two\n\n| a | b |\n|---|---|\n| It | rained |\n\n"
        b"```\ncode\n```\n[link](x) ![image](y) It rained on 3 May 2021.\n",
    ),
    ("more.markdown", b'+++\ntitle = "A note"\ndate = 2021-05-03\n+++\n\nIt rained.\n'),
    (
        "more.eml",
        b"From: =?utf-8?q?A=2E_Bell?= <a@b.example>\r\nTo: c@d.example\r\nSubject: =?utf-8?B?TmV3cw"
        b"==?=\r\nDate: Mon, 3 May 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: "
        b'multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary'
        b"=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-"
        b"Encoding: quoted-printable\r\n\r\nIt rained=20on 3 May.\r\n\r\nOn Mon, 3 May 2021 at "
        b"09:05, B wrote:\r\n> It snowed.\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>It rained."
        b"</p>\r\n--y--\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: e@f.example\r\nDate: "
        b"Sun, 2 May 2021 10:00:00 +0000\r\n\r\nIt hailed.\r\n--x\r\nContent-Type: image/png\r\n"
        b'Content-Disposition: attachment; filename="a.png"\r\nContent-Transfer-Encoding: base64'
        b"\r\n\r\niVBORw0KGgo=\r\n--x--\r\n",
    ),
    (
        "more.html",
        b"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>News | Site</title><meta "
        b'property="article:published_time" content="2021-05-03T10:00:00Z"><script type="applicati'
        b'on/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline"'
        b':"News","datePublished":"2021-05-03","author":[{"name":"A. Bell"}]}]}</script></head>'
        b"<body><nav>Menu</nav><article><h1>News</h1><time datetime=2021-05-03>3 May</time><p>The "
        b"bridge collapsed on 2 May 2021 and nobody was hurt, said the mayor of the town.</p><pre>"
        b"a\nb</pre><table><tr><td>2 May</td><td>It rained</td></tr></table><ul><li>one<li>two</ul>"
        b"<blockquote>He left.</blockquote><sup>[1]</sup></article><footer>2019</footer></body>",
    ),
    (
        "more.jsonl",
        b'{"id": "a", "text": "It rained on 3 May.", "date": "2021-05-03", "title": "T"}\n'
        b'{"id": 7, "text": "It\\u0000 \\ud800 snowed.", "date": 20210503}\n[1]\n"x"\n',
    ),
    (
        "more.tml",
        b"<?xml version='1.0'?><TimeML><DOCID>x</DOCID><DCT><TIMEX3 tid='t0' type='DATE' value='202"
        b"1-05-03' functionInDocument='CREATION_TIME'>2021-05-03</TIMEX3></DCT><TITLE>T</TITLE><TEX"
        b"T>It <EVENT eid='e1' class='OCCURRENCE'>rained</EVENT> <SIGNAL sid='s1'>on</SIGNAL> <TIME"
        b"X3 tid='t1' type='DATE' value='2021-05-02' temporalFunction='true' anchorTimeID='t0'>Sund"
        b"ay</TIMEX3>.</TEXT><MAKEINSTANCE eventID='e1' eiid='ei1' tense='PAST' aspect='NONE' polar"
        b"ity='POS' pos='VERB'/><TLINK lid='l1' relType='IS_INCLUDED' eventInstanceID='ei1' related"
        b"ToTime='t1' signalID='s1'/></TimeML>",
    ),
    (
        "more.log",
        b"2021-05-03T06:10:01Z web1 started\n2021-05-03 06:10:02,123 ERROR it fell\n"
        b"[03/May/2021:06:10:03 +0000] GET /\nMay  3 06:10:04 host x[1]: y\n",
    ),
    (
        "more.vtt",
        b"WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:04.000 align:start\n<v A>It <b>rained.\n",
    ),
    ("wide.txt", "It rained on 3 May 2021.\n".encode("utf-16")),
    ("wider.txt", "It rained on 3 May 2021.\n".encode("utf-32")),
)


@cache
def corpus() -> dict[str, tuple[File, ...]]:
    """The sound and broken files of the readers' tests by the kind of their names."""
    files: dict[str, list[File]] = {}
    sound = [(file.name, file.content) for file in (*make_good(), *make_bad())]
    for name, content in (*sound, *MORE):
        if len(content) < 40_000:
            files.setdefault(PurePath(name).suffix.lower(), []).append((name, content))
    return {suffix: tuple(found) for suffix, found in files.items()}


@cache
def tables() -> tuple[File, ...]:
    """Parquet, packed in every way; apart, so that the cases of other targets stay the same."""
    found = []
    for number, packing in enumerate(("none", "snappy", "gzip", "zstd", "brotli", "lz4")):
        rows = [
            {"id": f"a{n}", "text": f"It rained on {n} May 2021." * n, "date": date(2021, 5, n)}
            for n in range(1, 20)
        ]
        stream = BytesIO()
        pq.write_table(
            pa.Table.from_pylist(rows), stream, compression=packing, row_group_size=7,
            use_dictionary=number % 2 == 0, data_page_version="1.0" if number % 3 else "2.0",
        )  # fmt: skip
        found.append((f"{packing}.parquet", stream.getvalue()))
    return tuple(found)


def break_table(rng: Random) -> File:
    """A mutated table; spliced with another one."""
    name, data = rng.choice(tables())
    return name, mutate_bytes(rng, data, [content for _, content in tables()])


def pick(*suffixes: str) -> Callable[[Random], File]:
    """A mutated file of one of these kinds; spliced with any other."""

    def make(rng: Random) -> File:
        name, data = rng.choice(corpus()[rng.choice(suffixes)])
        others = [content for kind in corpus().values() for _, content in kind]
        return name, mutate_bytes(rng, data, others)

    return make


def repack(*suffixes: str) -> Callable[[Random], File]:
    """A file in whose members something was changed, so that its checksums are right again."""

    def make(rng: Random) -> File:
        name, data = rng.choice(corpus()[rng.choice(suffixes)])
        try:
            archive = zipfile.ZipFile(BytesIO(data))
            members = {entry: archive.read(entry) for entry in archive.namelist()}
        except (zipfile.BadZipFile, RuntimeError, EOFError, NotImplementedError):
            members = {}
        if not members or rng.random() < 0.3:
            return name, mutate_bytes(rng, data)
        chosen = rng.choice(sorted(members))
        members[chosen] = mutate_bytes(rng, members[chosen], list(members.values()))
        if rng.random() < 0.1:
            members[rng.choice(STRINGS).encode("utf-8", "replace").decode()[:200]] = b"It rained."
        return name, office.zipped(members)

    return make


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": lambda data: gzip.compress(data, mtime=0),
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.compress,
}


def pack(rng: Random) -> File:
    """A changed file that was packed, or a packed file that was changed."""
    inner, data = pick(*sorted(corpus()))(rng)
    outer = rng.choice(sorted(PACKERS))
    packed = PACKERS[outer](data)
    return inner + outer, mutate_bytes(rng, packed) if rng.random() < 0.6 else packed


def misname(rng: Random) -> File:
    """A changed file under the name of another kind, or from a pipe."""
    _, data = pick(*sorted(corpus()))(rng)
    return rng.choice(("-", "x", *(f"x{suffix}" for suffix in OPENER.suffixes))), data


def bomb(rng: Random) -> File:
    name, data = rng.choice(sorted(bombs().items()))
    return name, data if rng.random() < 0.7 else mutate_bytes(rng, data[:60_000])


def attempt(file: File) -> None:
    """Read it whole; every document must be one that the stages after it can take."""
    name, data = file
    found = list(OPENER.read(data, name))
    assert found, "neither a document nor a reason"
    for item in found:
        if isinstance(item, Failure):
            assert item.reason and "\n" not in item.reason
        else:
            check(item)


def check(document: Document) -> None:
    text = document.text
    assert text.strip() and document.source and document.id
    for words in strings(document):
        assert not _SURROGATE.search(words), f"half a surrogate pair in {words[:80]!r}"
        assert "\x00" not in words, f"NUL in {words[:80]!r}"
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(text), f"{block} after {end}"
        end = block.end
    for marks in ([at for at, _ in document.cues], list(document.pages)):
        assert marks == sorted(marks) and all(0 <= at <= len(text) for at in marks)
    if document.annotations is not None:
        given = document.annotations
        for start, stop, _ in (*given.timexes, *given.events, *given.signals):
            assert 0 <= start <= stop <= len(text)


def strings(document: Document) -> Iterator[str]:
    yield from (document.text, document.title or "", document.id, document.given_date or "")
    yield from document.warnings
    for key, value in (*document.metadata, *document.weak_dates):
        yield from (key, value)


TARGETS = (
    Target("text", 0.015, pick(".txt", ".text"), attempt),
    Target("log", 0.005, pick(".log"), attempt),
    Target("jsonl", 0.02, pick(".jsonl"), attempt),
    Target("timeml", 0.02, pick(".tml", ".xml"), attempt),
    Target("html", 0.004, pick(".html", ".xhtml"), attempt, 10),
    Target("mail", 0.015, pick(".eml"), attempt),
    Target("mbox", 0.006, pick(".mbox"), attempt),
    Target("markdown", 0.02, pick(".md", ".markdown"), attempt),
    Target("subtitles", 0.015, pick(".srt", ".vtt"), attempt),
    Target("pdf", 0.006, pick(".pdf"), attempt, 10),
    Target("parquet", 0.01, break_table, attempt),
    Target("docx", 0.012, repack(".docx", ".docm"), attempt),
    Target("odt", 0.006, repack(".odt"), attempt),
    Target("zip", 0.006, repack(".zip"), attempt),
    Target("packed", 0.008, pack, attempt),
    Target("misnamed", 0.008, misname, attempt, 10),
    Target("bombs", 0.001, bomb, attempt, 30),
)

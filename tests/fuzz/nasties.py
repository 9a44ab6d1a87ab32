"""What a hostile file holds: strings, pieces of files, and whole files that grow when read."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
from functools import cache
from io import BytesIO

import zstandard
from readers import office

# Each stands alone between other words; none is a date.
STRINGS: tuple[str, ...] = (
    "",
    "\x00",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07\x9b2J",
    "\u202egnp.exe\u202c \u2066isolated\u2069 \u200fmark\u200e\u061c",
    "half \ud800 pair \udfff",
    "\U000e0041\U000e007f\ufeff\ufff9\uffff\ufffe",
    "line\u2028separator\u2029paragraph\x85next\x0bvertical\x0cfeed",
    "\r\n\r\n\t\t",
    "e" + "\u0301" * 200,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 20,
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "\t=1+1",
    "\uff1d1+1",
    "[bold red]markup[/] [link=http://example.org]x[/link] :smile: [/]",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</textarea></script><!--",
    "--><svg/onload=alert(1)>]]>",
    "{{7*7}}${7*7}<%= 7*7 %>{% raw %}",
    "| a | b |\n|---|---|\n# head\n- item\n[x](javascript:1) ![i](x)",
    "```\ncode\n```\n---\n***",
    "%%{init: {}}%% : ; # section x\n    2021 : evil",
    "SUMMARY:x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:file:///etc/passwd",
    "// comment\nsection x\n2021: evil #tag @name !id\nendSection",
    "&lol; &#0; &#xD800; %xxe;",
    "../../../../etc/passwd",
    "C:\\windows\\system32\\..\\x",
    "'; DROP TABLE events; --",
    "$(touch owned) `touch owned` ; touch owned",
    "a" * 3000,
    "9" * 400,
    "1e309",
    "-0",
    "NaN Infinity",
    "(" * 300,
    "[" * 300,
    "{" * 300,
    "\u0660\u0661\u0662\u00b2\u2460\u0be7",  # digits to isdigit, numbers to few
    "\u0130\u0131\u017f\u212a\ufb01\u00df",  # letters that grow or shrink with their case
    "\u1e9e\u0345\u03a3\u03c2",
    "\U000110cd\u070f",
    " " * 500,
    "\u00a0\u2003\u3000\u200b\u00ad",
)

# What dates are made of, and what stands at their edges.
DATES: tuple[str, ...] = (
    "2021-05-03", "2022", "-0043", "0000", "9999-12-31", "10000-01-01", "-999999999", "999999999",
    "2021-02-29", "2021-13-01", "2021-W53-7", "2021-366", "2021-05-03T24:00", "T06:10+99:99",
    "2021-05-03T06:10:60Z", "2021-05-03T06:10-00:00", "1984~", "1984?/..", "../1984", "/1984%",
    "[..2021-05-03]", "[2021..2022]", "{2021,2022}", "Y-170000002", "Y17E8", "1950S2", "201X",
    "20XX-XX-XX", "2004-06-~01", "2021-21", "2021-41", "P1D", "PT1H30M", "P-1Y", "PXW", "P0.5Y",
    "P99999999999999999999Y", "R/P1D", "XXXX-WXX-1", "2021-SU", "2021-Q3", "2021-H1", "BC0044",
    "FUTURE_REF", "2021-05-03TMO", "T25:61", "two weeks before Easter", "30 February 2021",
    "the 99th century", "midnight on 31 December 9999", "a few days later", "from 1914 to 1933",
    "the week after next", "every other Friday", "Ramadan", "fiscal 2021", "in 44 BC", "12/13/14",
    "Mon, 3 May 2021 22:30:00 -9999 (EDT)", "1 January 1", "31 December 9999", "3 May", "noon",
    "between 3 and 5 May", "last Monday", "the early 1990s", "in the year 999999999",
)  # fmt: skip

BYTES: tuple[bytes, ...] = (
    b"\x00",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    b"\r",
    b"\n\n",
    b"\x1b]0;x\x07",
    b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"\x1f\x8b\x08",
    b"BZh91AY&SY",
    b"%PDF-1.7\n",
    b"endstream endobj",
    b"<<<<<<<<",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"<?xml version='1.0' encoding='utf-7'?>",
    b"<![CDATA[",
    b"-->",
    b"--=_boundary",
    b'Content-Type: multipart/mixed; boundary=""\n',
    b"Content-Transfer-Encoding: base64\n",
    b"=?utf-8?b?////?= =?x-none?q?=ff?=",
    b"From x@y Mon Jan  1 00:00:00 2024\n",
    b"---\n",
    b"+++\n",
    b"WEBVTT\n",
    b"00:00:01,000 --> 99:99:99,999\n",
    b"\\u0000\\ud800",
    b'{"text": ',
    b"65535",
    b"-1",
    b"4294967296",
    b"99999999999999999999",
)

XXE = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">'
    b'<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
)
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
YAML_LAUGHS = "---\na0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def _nested(opened: str, closed: str, depth: int, inner: str = "It rained on 3 May 2021.") -> str:
    return opened * depth + inner + closed * depth


@cache
def bombs() -> dict[str, bytes]:
    """Small files that are large, deep or endless once they are read, by a telling name."""
    blank = bytes(1 << 26)
    flat = bytes(1 << 24)
    twice = gzip.compress(gzip.compress(blank, mtime=0), mtime=0)
    quine = office.zipped({"a.zip": office.zipped({"b.zip": office.zipped({"c.txt": "x"})})})
    names = {f"../../{'../' * 40}etc/{n}.txt": f"It rained on {n} May 2021." for n in range(1, 20)}
    page = "<html><body><article>{}</article></body></html>"
    return {
        "zeros.txt.gz": gzip.compress(blank, mtime=0),
        "zeros.txt.bz2": bz2.compress(blank),
        "zeros.txt.xz": lzma.compress(blank),
        "zeros.txt.zst": zstandard.compress(blank),
        "twice.txt.gz.gz": twice,
        "zeros.zip": office.zipped({f"{n}.txt": flat for n in range(4)}),
        "zeros.docx": office.zipped({"word/document.xml": blank}),
        "many.zip": office.zipped({f"{n}.txt": "x" for n in range(10_001)}),
        "nested.zip": quine,
        "up.zip": office.zipped(names),
        "link.zip": _symlink("/etc/passwd"),
        "overlapping.zip": _overlapping(),
        "laughs.tml": f"{LAUGHS}<TimeML><TEXT>&a11;</TEXT></TimeML>".encode(),
        "xxe.tml": XXE + b"<TimeML><TEXT>&x;</TEXT></TimeML>",
        "laughs.docx": office.word("It rained.", head=LAUGHS),
        "xxe.docx": office.word("It rained.", head=XXE.decode()),
        "laughs.md": f"{YAML_LAUGHS}---\n\nIt rained on 3 May 2021.\n".encode(),
        "deep.md": f"---\na: {_nested('[', ']', 8000, 'x')}\n---\n\nIt rained.\n".encode(),
        "deeper.md": _nested("> ", "", 5000).encode(),
        "lists.md": "".join(f"{' ' * n}- It rained.\n" for n in range(1500)).encode(),
        "toml.md": f"+++\na = {_nested('[', ']', 4000, '1')}\n+++\n\nIt rained.\n".encode(),
        "deep.tml": _nested("<a>", "</a>", 20_000).join(("<TimeML><TEXT>", "</TEXT></TimeML>"))
        .encode(),
        "deep.docx": office.word(body=_nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 4000,
                                              "<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>")),
        "deep.odt": office.open_text(_nested("<text:span>", "</text:span>", 5000)),
        "spaces.odt": office.open_text('<text:p>a<text:s text:c="999999999"/>b</text:p>'),
        "repeat.odt": office.open_text(
            '<table:table><table:table-row table:number-rows-repeated="999999999">'
            '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p>'
            "</table:table-cell></table:table-row></table:table>"
        ),
        "deep.html": page.format(_nested("<div>", "</div>", 50_000)).encode(),
        "wide.html": page.format("<b>x</b>" * 60_000).encode(),
        "rows.html": page.format(f"<table>{'<tr><td>x' * 20_000}</table>").encode(),
        "deep.jsonl": (b'{"text": ' + b"[" * 100_000),
        "deep2.jsonl": b'{"text": "It rained.", "x": ' + b'{"x":' * 50_000,
        "number.jsonl": b'{"text": "It rained.", "date": ' + b"9" * 100_000 + b"}",
        "line.txt": b"a" * 5_000_000,
        "words.txt": b"January " * 20_000,
        "breaks.txt": b"\n" * 500_000,
        "marks.txt": ("\u202e\u0301" * 100_000).encode(),
        "deep.eml": _deep_mail(200),
        "parts.eml": _many_parts(3000),
        "headers.eml": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nIt rained on 3 May 2021.",
        "deep.mbox": b"From a Mon Jan  1 00:00:00 2024\n" * 20_000,
        "cues.srt": b"1\n00:00:01,000 --> 00:00:02,000\nIt rained.\n\n" * 5_000,
        "arrows.vtt": b"WEBVTT\n\n" + b"--> " * 50_000,
        "quotes.eml": b"Subject: x\n\n" + b">" * 100_000 + b"\n> It rained.\n" * 2_000,
        "loop.pdf": _looping_pdf(),
    }  # fmt: skip


def _symlink(target: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("link.txt", (2022, 1, 1, 0, 0, 0))
        entry.create_system = 3
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, target)
    return out.getvalue()


def _overlapping() -> bytes:
    """An archive whose directory names the same packed bytes five hundred times."""
    data = bytearray(office.zipped({"00000.txt": bytes(1 << 20)}))
    at = data.find(b"PK\x01\x02")
    end = data.find(b"PK\x05\x06")
    entry = bytes(data[at:end])
    entries = b"".join(entry.replace(b"00000", f"{n:05}".encode()) for n in range(500))
    tail = bytearray(data[end:])
    tail[8:12] = (500).to_bytes(2, "little") * 2
    tail[12:16] = len(entries).to_bytes(4, "little")
    return bytes(data[:at]) + entries + bytes(tail)


def _deep_mail(depth: int) -> bytes:
    mail = b"Content-Type: text/plain\n\nIt rained on 3 May 2021.\n"
    for n in range(depth):
        mark = f"b{n}".encode()
        kind = b'Content-Type: multipart/mixed; boundary="' + mark + b'"\n\n'
        mail = kind + b"--" + mark + b"\n" + mail + b"\n--" + mark + b"--\n"
    return b"From: a@b.example\nSubject: deep\nMIME-Version: 1.0\n" + mail


def _many_parts(count: int) -> bytes:
    part = b"--x\nContent-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\nx\n"
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    return head + b"--x\nContent-Type: text/plain\n\nIt rained.\n" + part * count + b"--x--\n"


def _looping_pdf() -> bytes:
    """A PDF whose pages are their own parent."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )

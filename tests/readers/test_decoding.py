"""Bytes to text: every encoding that is promised, and no byte that stops the reading."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.readers.decoding import decode, describe_binary, read_text

CP1252 = ("not valid UTF-8; read as Windows-1252",)
SOME = ("not valid UTF-8 throughout; some bytes read as Windows-1252",)
BROKEN = ("holds broken characters",)

CASES = [
    ("ASCII", b"He left.", "He left.", ()),
    ("UTF-8", "coup d’état".encode(), "coup d’état", ()),
    ("UTF-8 with a mark", codecs.BOM_UTF8 + "é".encode(), "é", ()),
    ("a mark inside the text stays", "a\ufeffb".encode(), "a\ufeffb", ()),
    ("UTF-16, little-endian", codecs.BOM_UTF16_LE + "é😀".encode("utf-16-le"), "é😀", ()),
    ("UTF-16, big-endian", codecs.BOM_UTF16_BE + "é😀".encode("utf-16-be"), "é😀", ()),
    (
        "UTF-16, cut off",
        codecs.BOM_UTF16_LE + b"a\x00b",
        "a\ufffd",
        ("holds characters that are not UTF-16",),
    ),
    ("UTF-32", codecs.BOM_UTF32_LE + "é".encode("utf-32-le"), "é", ()),
    ("Windows-1252", b"caf\xe9 \x93yes\x94 \x80 5", "café “yes” € 5", CP1252),
    ("a byte that Windows-1252 does not have", b"caf\xe9 \x81", "café \x81", CP1252),
    ("UTF-8 with a stray byte", "déjà vu ".encode() + b"caf\xe9", "déjà vu café", SOME),
    ("UTF-8, cut off", "déjà".encode()[:-1], "déjÃ", SOME),
    ("a lone surrogate", b"a\xed\xa0\xbdb", "a\ufffdb", BROKEN),
    ("a pair of surrogates", b"\xed\xa0\xbd\xed\xb8\x80", "😀", BROKEN),
    ("NUL", b"a\x00b", "a\ufffdb", ()),
    ("CRLF and CR", b"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd", ()),
    ("not normalized", "e\u0301".encode(), "e\u0301", ()),
    ("nothing", b"", "", ()),
]


@pytest.mark.parametrize(
    ("data", "text", "warnings"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_read_text(data: bytes, text: str, warnings: tuple[str, ...]) -> None:
    assert read_text(data) == (text, warnings)


BYTES = st.binary() | st.lists(
    st.sampled_from(
        [
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b"\xfe\xff",
            b"\x00",
            b"\xed\xa0\x80",
            b"\xe9",
            b"\r",
            "é".encode(),
        ]
    )
).map(b"".join)


@given(BYTES)
def test_decoding_never_fails_and_gives_text_that_can_be_written(data: bytes) -> None:
    text, _ = read_text(data)
    text.encode("utf-8")
    assert "\x00" not in text
    assert "\r" not in text


@given(st.text(st.characters(exclude_characters="\r\x00", exclude_categories=["Cs"])))
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_was_written_is_read(encoding: str, text: str) -> None:
    assert read_text(text.encode(encoding)) == (text, ())


def test_decode_keeps_line_ends() -> None:
    assert decode(b"a\r\nb\rc") == ("a\r\nb\rc", ())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04rest", "a zip archive or an office document (DOCX, ODT, EPUB)"),
        (b"{\\rtf1 hello}", "an RTF document"),
        (b"<!DOCTYPE html>\n<p>", "an HTML page"),
        (b"\n <HTML><p>", "an HTML page"),
        ("He left.".encode("utf-16-le"), "UTF-16 text without a byte order mark"),
        (b"\x01\x00\x00\x02\x00\x00", "binary data"),
        (b"one stray \x00 is enough", "binary data"),
        (codecs.BOM_UTF16_LE + "He left.".encode("utf-16-le"), None),
        (b"He left.", None),
        (b"\x93Yes\x94", None),
    ],
)
def test_describe_binary(data: bytes, kind: str | None) -> None:
    assert describe_binary(data) == kind

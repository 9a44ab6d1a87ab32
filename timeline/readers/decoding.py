"""Bytes to text: which encoding, and which characters never come through."""

from __future__ import annotations

import codecs
import re

# Longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files begin that hold no text that could be read as it is, and what they are.
KNOWN_STARTS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document (DOCX, ODT, EPUB)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, MSG)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    *((b"BZh%d1AY&SY" % level, "a bzip2 archive") for level in range(1, 10)),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # in the directory of an Office file
HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,80}(?:<\?xml[^<>]{0,80}>\s{0,80})?(?:<!--[^<>]{0,400}-->\s{0,80}){0,3}"
    rb"<(?:!doctype html|html)[\s>]",
    re.IGNORECASE,
)
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{1,30})""",
    re.IGNORECASE,
)
ENCODINGS = re.compile(
    r"utf-?(?:7|8|16(?:le|be)?)|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?\d{1,2}|windows-\d{3,4}|cp\d{3,4}"
    r"|koi8-[ru]|shift_jis|euc-(?:jp|kr)|iso-2022-(?:jp|kr)|gbk?|gb2312|gb18030|big5|mac-?roman|macintosh"
)
HEAD = 4096  # bytes that are looked at to tell text from data
SURROGATE = re.compile("[\ud800-\udfff]")
NEWLINES = re.compile("\r\n?")


def read_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""Decode a file to (text, warnings); never fails.

    A byte order mark decides (UTF-8, UTF-16, UTF-32) and is no part of the text; else UTF-8; else
    Windows-1252. In a file that is UTF-8 but for some bytes only these are read as Windows-1252.
    Line ends become "\n"; what no text can hold (lone surrogates, NUL) becomes U+FFFD.

    >>> read_text(b"caf\xe9\r\n")
    ('café\n', ('not valid UTF-8; read as Windows-1252',))
    """
    text, warnings = decode(data)
    return NEWLINES.sub("\n", text), warnings


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Like `read_text`, with the line ends as they are."""
    for mark, encoding in MARKS:
        if data.startswith(mark) and encoding != "utf-8":
            return _decode_marked(data[len(mark) :], encoding)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return scrub(data.decode("utf-8")), ()
    except UnicodeDecodeError:
        pass
    try:
        return scrub(data.decode("utf-8", "surrogatepass")), ("holds broken characters",)
    except UnicodeDecodeError:
        pass
    # Characters of several bytes hardly arise by chance: a file with some is UTF-8, with flaws.
    sound = sum(c > "\x7f" for c in data.decode("utf-8", "ignore"))
    flaws = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if sound and sound >= flaws:
        mended = data.decode("utf-8", _CP1252_BYTES)
        return scrub(mended), ("not valid UTF-8 throughout; some bytes read as Windows-1252",)
    return scrub(_decode_cp1252(data)), ("not valid UTF-8; read as Windows-1252",)


def decode_as(data: bytes, label: str | None) -> tuple[str, tuple[str, ...]]:
    """Like `decode`, for bytes whose source names their encoding: a page's or a mail's charset.

    What is UTF-8 stays so whatever it is called; an unknown name counts as none.
    """
    name = (label or "").strip().strip("\"'").lower()
    if not ENCODINGS.fullmatch(name) or any(data.startswith(mark) for mark, _ in MARKS):
        return decode(data)
    if name in ("us-ascii", "ascii", "iso-8859-1", "latin1", "utf8", "utf-8"):
        return decode(data)  # what mails and pages in Windows-1252 call themselves, too
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Bytes that shift to other alphabets are ASCII, and so UTF-8.
        if not name.startswith(("iso-2022", "utf-16", "utf-7")):
            return decode(data)
    try:
        return scrub(data.decode(name)), ()
    except LookupError:
        return decode(data)
    except UnicodeDecodeError:
        return scrub(data.decode(name, "replace")), (f"holds characters that are not {name}",)


def decode_declared(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Like `decode_as`, with the encoding that a page declares in its head."""
    found = CHARSET.search(data, 0, HEAD)
    text, warnings = decode_as(data, found[1].decode("ascii") if found else None)
    return NEWLINES.sub("\n", text), warnings


def scrub(text: str) -> str:
    """The text with lone surrogates and NUL as U+FFFD; the halves of a pair are joined."""
    if SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\x00", "\ufffd")


def describe_binary(data: bytes) -> str | None:
    """What a file is that is not text ("a PDF"), or None for text."""
    for start, name in KNOWN_STARTS:
        if data.startswith(start):
            return "an encrypted Office document" if ENCRYPTED in data else name
    if HTML.match(data[:HEAD]):
        return "an HTML page"
    if any(data.startswith(mark) for mark, _ in MARKS):
        return None
    if data[257:262] == b"ustar":
        return "a tar archive"
    if b"\x00" not in data:
        return None
    even, odd = data[0:HEAD:2].count(0), data[1:HEAD:2].count(0)
    if max(even, odd) > 0.3 * min(len(data), HEAD) and min(even, odd) * 20 < max(even, odd):
        return "UTF-16 text without a byte order mark"
    return "binary data"


def _decode_marked(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return scrub(data.decode(encoding)), ()
    except UnicodeDecodeError:
        name = encoding[:6].upper()
        return scrub(data.decode(encoding, "replace")), (f"holds characters that are not {name}",)


def _decode_cp1252(data: bytes) -> str:
    """Windows-1252; its five undefined bytes become the control characters of the same number."""
    return data.decode("cp1252", _LATIN_1_BYTES)


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return _decode_cp1252(error.object[error.start : error.end]), error.end


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


_CP1252_BYTES, _LATIN_1_BYTES = "timeline-cp1252", "timeline-latin-1"
codecs.register_error(_CP1252_BYTES, _as_cp1252)
codecs.register_error(_LATIN_1_BYTES, _as_latin_1)

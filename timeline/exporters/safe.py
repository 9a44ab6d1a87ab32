"""Words of a document made safe to show: no document may steer a terminal, a spreadsheet or a page.

Every text format passes what a document, a file name or a model gave through here. JSON keeps the
characters and escapes them instead (`escape_json`), so that nothing is lost there.
"""

from __future__ import annotations

import re
from html import escape

# What terminals obey and eyes cannot see: control characters (C0, DEL, C1), marks, embeddings,
# overrides and isolates of the writing direction, invisible operators and tags, annotation anchors,
# the byte order mark, what is no character at all (XML refuses it), and halves of a surrogate pair,
# which UTF-8 cannot write.
HIDDEN = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[{HIDDEN}]")
# The same without what JSON escapes itself and XML forbids, and without surrogates.
_UNSAFE_DATA = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# First characters that make a spreadsheet read a cell as a formula (OWASP, CSV injection); their
# full-width forms are normalized to them by some programs.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
LONGEST_CELL = 32_767  # UTF-16 units; Excel's limit
# An underscore that starts an escape of a character in a workbook's XML (ECMA-376, ST_Xstring).
_SHEET_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# What Mermaid takes for syntax, a comment, a directive, mathematics or HTML.
_MERMAID = re.compile(r"""[#;:%{}<>&"`\\\[\]$]""")
# Markwhen's tags, names and ids; its boxes and links; HTML; a comment.
_MARKWHEN = re.compile(r"[#@!](?=\w)|[\[\]<>]|^/(?=/)")
_FULL_WIDTH = 0xFEE0  # from a sign of ASCII to its full-width twin
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~!$]")


def show(text: str) -> str:
    r"""One line of text with everything invisible made visible: "a\x1bb\nc" is r"a\x1bb c"."""
    return _UNSAFE.sub(_escape, " ".join(text.split()))


def show_cell(text: str) -> str:
    """A cell of a spreadsheet that is never a formula: an apostrophe goes before `= + - @`."""
    shown = show(text)
    return f"'{shown}" if text.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown


def show_markdown(text: str) -> str:
    """Text that Markdown and HTML show as it stands, on one line, within a table's cell."""
    escaped = _MARKDOWN.sub(r"\\\g<0>", show(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def show_html(text: str) -> str:
    """Text that HTML shows as it stands, in an element or in a quoted attribute, on one line."""
    return escape(show(text))


def show_mermaid(text: str) -> str:
    """Text that a Mermaid diagram shows as it stands: its signs as its own entities (`#58;`)."""
    return _MERMAID.sub(lambda match: f"#{ord(match[0])};", show(text))


def show_markwhen(text: str) -> str:
    """Text that Markwhen reads as words: it has no escapes, so its signs become full-width ones."""
    return _MARKWHEN.sub(lambda match: chr(ord(match[0]) + _FULL_WIDTH), show(text))


def show_sheet(text: str) -> str:
    """Text for a cell of a workbook, no longer than a cell can hold.

    The cell is typed as text, so it is no formula; but "_x0041_" would be read as an escape.
    """
    shown = _SHEET_ESCAPE.sub("_x005F_", show(text))
    if len(shown.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return shown
    # Half of the length is enough even if every character takes two units.
    return shown[: LONGEST_CELL // 2 - 1] + "…"


def escape_json(encoded: str) -> str:
    """The same JSON with escapes for the characters that a terminal would obey."""
    return _UNSAFE_DATA.sub(_escape_utf16, encoded)


def escape_xml(encoded: str) -> str:
    """The same XML with character references for what a terminal would obey."""
    return _UNSAFE_DATA.sub(lambda match: f"&#x{ord(match[0]):X};", encoded)


def mend_surrogates(text: str) -> str:
    """Text that UTF-8 can write, with all offsets kept: a lone surrogate becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _escape_utf16(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"

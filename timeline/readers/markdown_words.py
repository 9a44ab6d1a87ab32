"""The words of a line of Markdown, without the signs that make them bold or a link."""

from __future__ import annotations

import html
import re

LONGEST = 1_000  # characters between two signs
# In this order: what is kept as it is, what goes altogether, what leaves its words.
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_GONE = (
    re.compile(r"!\[[^\[\]]{0,300}\](?:\([^()\s]{0,2000}(?:\s[^()]{0,200})?\)|\[[^\[\]]{0,80}\])"),
    re.compile(r"!\[\[[^\[\]]{0,300}\]\]"),
    re.compile(r"\[\^[^\[\]\s]{1,80}\]:?"),  # a footnote's number
    re.compile(r"~~(?=\S)[^~\n]{1,1000}~~"),  # what was struck out is no longer said
    re.compile(r"\{[#.:%][^{}\n]{0,200}\}"),
)
_KEPT = (
    (re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]"), r"\1"),
    (
        re.compile(
            r"\[([^\[\]]{1,600})\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)(?:\s{1,4}[\"'(][^\n]{0,200}[\"')])?\)"
        ),
        r"\1",
    ),
    (re.compile(r"\[([^\[\]]{1,600})\]\[[^\[\]]{0,80}\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,400}>"), " "),
    (re.compile(r"(`{1,3})(?!`)([^`\n]{1,1000}?)\1(?!`)"), r"\2"),
    (re.compile(r"(\*{1,3})(?![\s*])([^*\n]{1,1000}?)(?<![\s*])\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?![\s_])([^\n]{1,300}?)(?<![\s_])\1(?!\w)"), r"\2"),
    (re.compile(r"==(?!\s)([^=\n]{1,1000}?)(?<!\s)=="), r"\1"),
)
_HARD_BREAK = re.compile(r"(?: {2,80}|\\)$")


def read_words(line: str) -> str:
    r"""The words of a line.

    >>> read_words(r"On **3 May** the [mill](https://x.example) _burned_\* down.[^1]")
    'On 3 May the mill burned* down.'
    """
    line = _HARD_BREAK.sub("", line)
    # Signs that are escaped wait in a plane that no text uses.
    line = _ESCAPE.sub(lambda found: chr(0xF0000 + ord(found[1])), line)
    for pattern in _GONE:
        line = pattern.sub("", line)
    for pattern, kept in _KEPT:
        line = pattern.sub(kept, line)
    line = html.unescape(line)
    return re.sub("[\U000f0021-\U000f007e]", lambda found: chr(ord(found[0]) - 0xF0000), line)

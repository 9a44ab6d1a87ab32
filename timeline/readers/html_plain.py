"""All the text of an HTML part, as a mail holds it: nothing is left out as a page's frame is."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ..document import Block
from .decoding import scrub
from .html_tags import DROPPED, VOID, TagFlow

HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?0(?![.\d])", re.I)
QUOTE = "blockquote"


class _Parser(HTMLParser):
    """Feeds a TagFlow; counts the depth of what is dropped, and of quoted mails."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.flow = TagFlow()
        self._dropped: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._dropped is not None:
            self._depth += tag == self._dropped
            return
        values = dict(attrs)
        hidden = "hidden" in values or HIDDEN.search(values.get("style") or "") is not None
        if (tag in DROPPED or hidden) and tag not in VOID:
            self._dropped, self._depth = tag, 1
            return
        self.flow.open(tag)
        if tag == QUOTE:
            self.flow.quoted += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped is not None:
            self._depth -= tag == self._dropped
            if not self._depth:
                self._dropped = None
            return
        self.flow.close(tag)
        if tag == QUOTE:
            self.flow.quoted = max(0, self.flow.quoted - 1)

    def handle_data(self, data: str) -> None:
        if self._dropped is None:
            self.flow.add(scrub(data))


def read_html(html: str) -> tuple[str, tuple[Block, ...]]:
    r"""The text of a piece of HTML with its blocks; quoted stretches have "> " before each block.

    >>> read_html("<p>It rained.</p><blockquote><p>When?</p></blockquote>")[0]
    'It rained.\n\n> When?'
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.flow.finish()

"""HTML: the main text of a page, with its title and what its metadata say of its date.

Nothing is fetched: a page is read as it was saved. Menus, sidebars, footers and readers' comments
are left out, and so are their dates.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..document import Document
from .base import Failure, Reader, explain_missing
from .coding import looks_like_code
from .decoding import HTML, decode_declared, scrub
from .html_tags import DROPPED, FRAME, TagFlow
from .make import make_document

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_BYTES = 10_000_000
MOST_ELEMENTS = 100_000
DEPTH = 256  # levels; libxml2 stops there


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The document of a page, or a Failure that says why it has none."""
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        yield explain_missing(source, "reading HTML", "trafilatura", "html")
        return
    if len(data) > MOST_BYTES:
        yield Failure(source, f"this page has more than {MOST_BYTES:,} bytes", "save a part of it")
        return
    html, warnings = decode_declared(data)
    page = _parse(html)
    if isinstance(page, str):
        yield Failure(source, page)
        return
    from .html_dates import find_dates
    from .html_meta import find_metadata, find_title

    dates, metadata, title = find_dates(page), find_metadata(page), find_title(page)
    warnings += _prune(page)
    body = _extract(page)
    flow = TagFlow()
    if body is not None:
        _walk(body, flow)
    text, blocks = flow.finish()
    if not any(map(str.isalpha, text)):
        yield Failure(source, "this page has no main text", "a page that a script fills holds none")
        return
    document = make_document(
        text,
        source,
        title=title,
        given_date=dates.words,
        given_basis="metadata",
        warnings=warnings,
        blocks=blocks,
    )
    yield replace(document, given_place=dates.place, weak_dates=dates.weak, metadata=metadata)


def sniff(head: bytes) -> bool:
    """Whether bytes begin like a page."""
    return HTML.match(head) is not None


def _parse(html: str) -> HtmlElement | str:
    """The page as a tree, or what is wrong with it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return "this page is empty"
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return f"the elements of this page are nested more than {DEPTH} deep"
    if sum(1 for _ in page.iter()) > MOST_ELEMENTS:
        return f"this page has more than {MOST_ELEMENTS:,} elements"
    return page


def _prune(page: HtmlElement) -> tuple[str, ...]:
    """Take out what is no text of the page's own; turn the lines of <pre> into breaks.

    The extractor takes a menu where there is nothing else, and runs the lines of <pre> together.
    """
    from lxml.html import HtmlElement

    code = 0
    for element in list(page.iter(*FRAME, *DROPPED, "sup", "pre", "span")):
        if not isinstance(element, HtmlElement) or element.getparent() is None:
            continue
        words = "".join(element.itertext())
        if element.tag == "pre":
            if looks_like_code(words):
                code += 1
                element.drop_tree()
            else:
                _break_lines(element, words)
        elif element.tag == "span":
            if words.strip() in ("[edit]", "edit"):  # beside a wiki's headings
                element.drop_tree()
        elif element.tag == "sup":
            if words.strip()[:1] == "[":  # the number of a footnote
                element.drop_tree()
        elif element.tag != "header" or not list(element.iterancestors("article", "main")):
            element.drop_tree()
    return (f"left out {code} piece{'s' if code > 1 else ''} of code",) if code else ()


def _break_lines(element: HtmlElement, words: str) -> None:
    from lxml import etree

    tail = element.tail
    element.clear()
    element.tag, element.tail = "p", tail
    first, *others = words.strip("\n").split("\n")
    element.text = first
    for line in others:
        etree.SubElement(element, "br").tail = line


def _extract(page: HtmlElement) -> HtmlElement | None:
    """The main text as a tree of trafilatura's elements, or None."""
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    # Below these sizes it would give up structure, or the page.
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # they tell on stderr
    try:
        found = bare_extraction(page, with_metadata=False, include_comments=False, config=config)
    except RecursionError:
        return None
    return None if found is None or isinstance(found, dict) else found.body


def _walk(body: HtmlElement, flow: TagFlow) -> None:
    from lxml import etree

    for event, element in etree.iterwalk(body, events=("start", "end")):
        kind = element.get("rend", "")
        tag = _TAGS.get(element.tag, element.tag)
        if kind[:2] in ("dt", "dd") and tag == "li":
            tag = kind[:2]
        elif tag == "ul" and kind in ("ol", "dl"):
            tag = kind
        if event == "start":
            flow.open(tag)
            flow.add(scrub(element.text or ""))
        else:
            flow.close(tag)
            if element is not body:
                flow.add(scrub(element.tail or ""))


# trafilatura's names
_TAGS = {"head": "h2", "list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br",
         "quote": "div", "body": "div"}  # fmt: skip

READER = Reader(
    "html",
    (".html", ".htm", ".xhtml"),
    "HTML: the main text of a saved page",
    read,
    sniff,
    is_certain=sniff,
)

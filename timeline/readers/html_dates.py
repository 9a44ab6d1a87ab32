"""When a page says that it was published: its metadata, each with where it stands.

A date that merely stands somewhere on the page is none: it may be a sidebar's or a footer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .html_meta import clean, own_node, read_metas
from .html_tags import FRAME

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The names of <meta>, the surest first.
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article.published", "citation_publication_date", "citation_online_date", "citation_date",
    "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created",
    "dc.date.created", "publication_date", "publish-date", "publishdate", "published_at",
    "pubdate", "sailthru.date", "parsely-pub-date", "date",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revised",
)  # fmt: skip
_DATE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?:\d{4})?(?!\d)")
_OWN = re.compile(r"publish|posted|pubdate|entry-date|post-date|byline|dateline", re.IGNORECASE)
_OTHERS = re.compile(r"comment|related|sidebar|widget|recommend|teaser|promo", re.IGNORECASE)
PROSE = 120  # characters of a paragraph below which the head of the article ends
MOST_RIVALS = 5


@dataclass(frozen=True, slots=True)
class Dates:
    """A page's own date as it writes it, where, and what it says elsewhere."""

    words: str | None
    place: str | None
    weak: tuple[tuple[str, str], ...]


def find_dates(page: HtmlElement) -> Dates:
    """The first date of publication; the others and those of changes are weak."""
    published = [pair for pair in _published(page) if _DATE.search(pair[0])]
    modified = [pair for pair in _modified(page) if _DATE.search(pair[0])]
    words, place = published[0] if published else (None, None)
    weak = list(dict.fromkeys([*published[1:], *modified]))[:MOST_RIVALS]
    return Dates(words, place, tuple(weak))


def _published(page: HtmlElement) -> Iterator[tuple[str, str]]:
    node, metas = own_node(page), read_metas(page)
    for name in ("datePublished", "dateCreated", "uploadDate"):
        yield clean(node.get(name)), f"JSON-LD {name}"
    for name in PUBLISHED:
        yield metas.get(name, ""), name
    yield from _stated(page)


def _modified(page: HtmlElement) -> Iterator[tuple[str, str]]:
    node, metas = own_node(page), read_metas(page)
    yield clean(node.get("dateModified")), "JSON-LD dateModified"
    for name in MODIFIED:
        yield metas.get(name, ""), name


def _stated(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """The one <time> at the head of the one article that a page has."""
    articles = [a for a in page.iter("article") if not _is_aside(a)]
    roots = [a for a in articles if not list(a.iterancestors("article"))]
    root = roots[0] if len(roots) == 1 else None
    if root is None and not roots:
        root = next(page.iter("main"), None)
    if root is None:
        return
    found: list[tuple[str, str]] = []
    for element in root.iter():
        if element.tag == "p" and len(clean("".join(element.itertext()))) >= PROSE:
            break
        if element.get("itemprop") == "datePublished" and not _is_aside(element):
            words = element.get("content") or element.get("datetime") or element.text_content()
            found.insert(0, (clean(words), "itemprop datePublished"))
        elif element.tag == "time" and not _is_aside(element):
            words = clean(element.get("datetime") or element.text_content())
            sure = element.get("pubdate") is not None or _OWN.search(element.get("class") or "")
            found.insert(0 if sure else len(found), (words, "<time> at its head"))
    yield from found


def _is_aside(element: HtmlElement) -> bool:
    """Whether an element belongs to what stands around the text."""
    for one in (element, *element.iterancestors()):
        if one.tag in FRAME and one.tag != "header":
            return True
        if one.tag not in ("html", "body") and _OTHERS.search(
            f"{one.get('class') or ''} {one.get('id') or ''}"
        ):
            return True
    return False

"""What a page says of itself in its head: title, author, site, address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .decoding import scrub

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_NODES = 2_000  # of JSON-LD that are looked at
LONGEST = 300  # characters of a value
ARTICLES = ("Article", "Posting", "Report", "Page", "CreativeWork", "PressRelease")


def read_metas(page: HtmlElement) -> dict[str, str]:
    """The <meta> of a page by their names in small letters; of equal names the first."""
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        value = clean(meta.get("content"))
        for key in ("property", "name", "itemprop"):
            name = clean(meta.get(key)).lower()
            if name and value:
                found.setdefault(name, value)
    return found


def read_linked_data(page: HtmlElement) -> list[dict[str, Any]]:
    """The articles that a page's JSON-LD describes, themselves, not what they mention."""
    found: list[dict[str, Any]] = []
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        nodes = [data]
        for node in nodes[:MOST_NODES]:
            if isinstance(node, list):
                nodes.extend(node[:MOST_NODES])
            elif isinstance(node, dict):
                nodes.append(node.get("@graph"))
                found.append(node)
        nested = [item for node in nodes if isinstance(node, list) for item in node[:MOST_NODES]]
        found.extend(item for item in nested if isinstance(item, dict) and item not in found)
    return [node for node in found if _is_article(node)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(ARTICLES) for name in names)


def own_node(page: HtmlElement) -> dict[str, Any]:
    """The description of the page's own article; empty where several could be it."""
    nodes = read_linked_data(page)
    articles = [node for node in nodes if node.get("headline") or node.get("articleBody")]
    if len(articles) == 1:
        return articles[0]
    if not articles:
        return nodes[0] if len(nodes) == 1 else {}
    names = {name.casefold() for name in _titles(page, {})}
    same = [node for node in articles if clean(node.get("headline")).casefold() in names]
    return same[0] if len(same) == 1 else {}


def find_title(page: HtmlElement) -> str | None:
    """The title of the page's text, without the name of the site."""
    title = next(_titles(page, own_node(page)), None)
    site = read_metas(page).get("og:site_name")
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        if title and site and title.endswith(mark + site):
            title = title.removesuffix(mark + site).strip()
    return title


def _titles(page: HtmlElement, node: dict[str, Any]) -> Iterator[str]:
    metas = read_metas(page)
    heads = [clean("".join(head.itertext())) for head in page.iter("h1")]
    titles = [clean("".join(title.itertext())) for title in page.iter("title")]
    named = [metas.get("og:title"), clean(node.get("headline")), metas.get("citation_title")]
    for title in (*named, *(heads if len(heads) == 1 else ()), *titles[:1]):
        if title:
            yield title


def find_metadata(page: HtmlElement) -> tuple[tuple[str, str], ...]:
    """Author, site and address, where the page names them."""
    metas, node = read_metas(page), own_node(page)
    links = [a.get("href") for a in page.iter("link") if "canonical" in (a.get("rel") or "")]
    values = {
        "author": _names(node.get("author")) or metas.get("author") or metas.get("article:author"),
        "site": metas.get("og:site_name") or _names(node.get("publisher")),
        "url": clean(links[0]) if links else metas.get("og:url"),
    }
    return tuple((key, value) for key, value in values.items() if value)


def _names(value: object) -> str:
    """The name of a person, or those of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_names, value[:20])))
    return clean(value.get("name") if isinstance(value, dict) else value)


def clean(value: object) -> str:
    """A string on one line, as it may stand in a record; nothing for anything else."""
    return " ".join(scrub(value).split())[:LONGEST] if isinstance(value, str) else ""

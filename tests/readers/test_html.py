"""HTML: main text and blocks, dates with where they stand, and pages that hold no text."""

import sys

import pytest

from timeline.dating import find_document_date
from timeline.document import Document
from timeline.readers import html, read_sources
from timeline.readers.base import Failure

LEAD = (
    "<p>Ferries to the island of Osk sailed again on Wednesday after the crews ended a strike, and "
    "the operator signed a new contract with the union late on Tuesday, its lawyer told us.</p>"
)
NEWS = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferries sail again | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Lena Marr">
<meta property="article:published_time" content="2021-05-12T08:30:00+02:00">
<script type="application/ld+json">{{"@graph": [
 {{"@type": "WebSite", "datePublished": "2001-01-01"}},
 {{"@type": "NewsArticle", "headline": "Ferries sail again", "datePublished": "2021-05-11",
   "dateModified": "2021-05-14"}}]}}</script></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/s">Sport of 1 January 2020</a></ul></nav>
<main><article><h1>Ferries sail again</h1>
<p>By Lena Marr | <time datetime="2021-05-12">today</time></p>
{LEAD}<h2>In figures</h2>
<table><tr><th>Date</th><th>Event</th></tr>
<tr><td>3 May 2021</td><td>The crews walked out</td></tr>
</table><ul><li>In April 2020 the union warned of a walkout.<li>Talks collapsed on 28 April.</ul>
<dl><dt>1990</dt><dd>The line was founded.</dd></dl>
<pre>06:10 Left Veld
06:50 Arrived in Osk</pre></article>
<aside><h3>Most read</h3><a href="/a">The mayor resigned on 2 February 2019</a></aside></main>
<footer><p>© 2009-2023 Harbour Gazette. Last updated 30 November 2022.</p></footer>
<script>var told = "It burned on 1 May 1901";</script></body></html>"""


def read(page: str | bytes) -> Document:
    data = page if isinstance(page, bytes) else page.encode()
    (document,) = html.read(data, "a.html")
    assert isinstance(document, Document), document
    spans = [(b.start, b.end) for b in document.blocks]
    assert spans == sorted(spans)
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)
    assert (
        "".join(document.text[b.start : b.end] for b in document.blocks).split()
        == (document.text.split())
        or len(document.blocks) > 1
    )
    return document


def failure(page: bytes | str) -> Failure:
    (found,) = html.read(page if isinstance(page, bytes) else page.encode(), "a.html")
    assert isinstance(found, Failure)
    return found


def article(inside: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{LEAD}{inside}</article></body></html>"


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.fixture(scope="module")
def news() -> Document:
    return read(NEWS)


def test_the_main_text_is_read_and_nothing_around_it(news: Document) -> None:
    for word in ("2020 ", "Sport", "2019", "mayor", "2022", "Gazette", "1901", "Most read"):
        assert word not in news.text.replace("April 2020", "")
    assert news.title == "Ferries sail again"
    assert dict(news.metadata) == {"author": "Lena Marr", "site": "Harbour Gazette"}


def test_headings_rows_items_and_lines_are_blocks(news: Document) -> None:
    found = blocks(news)
    for block in (
        ("heading", "Ferries sail again"),
        ("heading", "In figures"),
        ("paragraph", "3 May 2021 | The crews walked out"),
        ("list-item", "- In April 2020 the union warned of a walkout."),
        ("list-item", "- Talks collapsed on 28 April."),
        ("list-item", "- 1990: The line was founded."),
        ("list-item", "06:10 Left Veld"),
        ("list-item", "06:50 Arrived in Osk"),
    ):
        assert block in found


def test_the_metadata_date_the_page_with_where_they_say_so(news: Document) -> None:
    assert (news.given_date, news.given_basis) == ("2021-05-11", "metadata")
    date = find_document_date(news, reading_date=None)
    assert (date.basis, date.text, date.note) == ("metadata", "2021-05-11", "JSON-LD datePublished")
    assert [one.reason for one in date.alternatives] == [
        "article:published_time says 2021-05-12T08:30:00+02:00",
        "<time> at its head says 2021-05-12",
        "JSON-LD dateModified says 2021-05-14",
    ]


@pytest.mark.parametrize(
    ("head", "inside", "date", "place"),
    [
        ('<meta name="DC.date.issued" content="2021-05-03">', "", "2021-05-03", "dc.date.issued"),
        ('<meta itemprop="datePublished" content="2021-05-03">', "", "2021-05-03", "datepublished"),
        ('<meta name="date" content="soon">', "", None, None),
        ('<meta name="revised" content="2021-05-03">', "", None, None),
        ('<script type="application/ld+json">{"@type": "Article", "head</script>', "", None, None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "", None, None),
        # Two articles, neither of them the page's: a list of links.
        (
            '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "A", '
            '"datePublished": "2021-01-01"}, {"@type": "NewsArticle", "headline": "B", '
            '"datePublished": "2021-02-02"}]</script>',
            "",
            None,
            None,
        ),
        ("", '<footer><time datetime="2021-05-03">x</time></footer>', None, None),
        ("", '<div class="related"><time datetime="2021-05-03">x</time></div>', None, None),
    ],
)
def test_dates_of_the_metadata(head: str, inside: str, date: str | None, place: str | None) -> None:
    document = read(article(inside, head))
    assert (document.given_date, document.given_place) == (date, place)


def test_the_time_at_the_head_of_the_one_article() -> None:
    stamp = '<time datetime="2021-05-03">3 May</time>'
    one = read(f"<html><body><article><h1>A</h1>{stamp}{LEAD}</article></body></html>")
    assert (one.given_date, one.given_place) == ("2021-05-03", "<time> at its head")
    aside = f"<html><body><article><aside>{stamp}</aside>{LEAD}</article></body></html>"
    assert read(aside).given_date is None
    two = f"<article><h1>A</h1>{stamp}{LEAD}</article>" * 2
    assert read(f"<html><body>{two}</body></html>").given_date is None
    assert read(article(stamp)).given_date is None  # below the text


@pytest.mark.parametrize(
    ("declared", "encoding", "warnings"),
    [
        ("utf-8", "utf-8", 0),
        ("iso-8859-1", "cp1252", 1),
        ("windows-1251", "windows-1251", 0),
        ("windows-1251", "utf-8", 0),
        ("no-such-thing", "cp1252", 1),
        ("unicode_escape", "utf-8", 0),
        ("utf-8", "utf-16", 0),
    ],
)
def test_encodings(declared: str, encoding: str, warnings: int) -> None:
    word = "Соня" if encoding == "windows-1251" else "Café “Zoë”"
    page = article(f"<p>It was {word} who left.</p>", f'<meta charset="{declared}">')
    document = read(page.encode(encoding))
    assert f"It was {word} who left." in document.text
    assert len(document.warnings) == warnings


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html>", "this page has no main text"),
        ("<!-- -->", "this page is empty"),
        ("<html><body><nav>Home</nav><footer>3 May 2021</footer>", "this page has no main text"),
        ("<html><script>document.write('It rained')</script>", "this page has no main text"),
        (
            "<html><body>" + "<div>" * 10_000 + LEAD,
            "the elements of this page are nested more than 256 deep",
        ),
        ("<html>" + "<br>" * 100_001, "this page has more than 100,000 elements"),
        ("<html>" + " " * 10_000_000, "this page has more than 10,000,000 bytes"),
    ],
)
def test_pages_without_text(page: str, reason: str) -> None:
    assert failure(page).reason == reason


def test_hostile_markup_is_text_or_nothing() -> None:
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = entity + article(
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &x; stood on the sign.</p>"
        '<img src=x onerror="alert(2)"><style>p{}</style>\x00<p>He left.\ud800</p>'
    )
    document = read(page.encode("utf-8", "surrogatepass"))
    assert "<script>alert(1)</script> &x; stood on the sign." in document.text
    assert "root:" not in document.text and "alert(2)" not in document.text
    assert "\x00" not in document.text
    document.text.encode()


def test_code_and_footnotes_are_left_out() -> None:
    document = read(article("<p>It burned.<sup>[1]</sup></p><pre>x = {1: 2};\ny = f(x);</pre>"))
    assert "It burned.\n" in document.text + "\n" and "f(x)" not in document.text
    assert document.warnings == ("left out 1 piece of code",)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = failure(NEWS)
    assert found.hint == "pip install 'timeline-extract[html]'"
    assert "trafilatura" in found.reason


def test_a_page_is_known_by_its_first_bytes(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "page").write_text("\ufeff <!-- saved --> <HTML><body>" + LEAD)
    (tmp_path / "page.txt").write_text(NEWS)
    one, other = read_sources([str(tmp_path / "page"), str(tmp_path / "page.txt")])
    assert isinstance(one, Document) and one.text.startswith("Ferries")
    assert isinstance(other, Document) and other.given_basis == "metadata"

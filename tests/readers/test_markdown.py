"""Markdown: words without mark-up, blocks, front matter, and what is wrong with it."""

import time

import pytest

from timeline.dating import find_document_date
from timeline.document import Document
from timeline.readers import markdown
from timeline.readers.base import Failure
from timeline.readers.coding import looks_like_code
from timeline.readers.markdown_words import read_words

BODY = "\n\nIt rained in the valley, and the dam broke.\n"


def read(text: str) -> Document:
    (document,) = markdown.read(text.encode(), "a.md")
    assert isinstance(document, Document), document
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)
    return document


def blocks(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("On **3 May** the _mill_ *burned* ***down***.", "On 3 May the mill burned down."),
        ("[The mill](https://x.example/2020/01/01 'a title') burned", "The mill burned"),
        ("[The mill][1] and [[Ard|the town]] and [[Osk]]", "The mill and the town and Osk"),
        ("![a picture of 1999](a.png)It burned.[^1]", "It burned."),
        ("It ended ~~on 3 May~~ on 4 May.", "It ended  on 4 May."),
        (
            r"a\*b, snake_case_name, 2 * 3 * 4 and `x = 1`",
            "a*b, snake_case_name, 2 * 3 * 4 and x = 1",
        ),
        ("<b>bold</b> &amp; <https://x.example>", " bold  & https://x.example"),
        ("It (1999) burned [sic] at 5 < 6 > 4", "It (1999) burned [sic] at 5 < 6 > 4"),
    ],
)
def test_the_words_of_a_line(line: str, words: str) -> None:
    assert read_words(line) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# The fire #\nIt burned.", [("heading", "The fire"), ("paragraph", "It burned.")]),
        ("The fire\n--------\nIt burned.", [("heading", "The fire"), ("paragraph", "It burned.")]),
        ("**The fire**\n\nIt burned.", [("heading", "The fire"), ("paragraph", "It burned.")]),
        ("It burned\non 3 May.", [("paragraph", "It burned on 3 May.")]),
        ("It burned.\n\n---\n\nHe left.", [("paragraph", "It burned."), ("paragraph", "He left.")]),
        (
            "1. In May it\n   burned.\n2. He left.\n   - She stayed.\n\nIt rained.",
            [
                ("list-item", "1. In May it burned."),
                ("list-item", "2. He left."),
                ("list-item", "- She stayed."),
                ("paragraph", "It rained."),
            ],
        ),
        ("- [x] It burned.", [("list-item", "- It burned.")]),
        (
            "| Date | What |\n|:--|--:|\n| 3 May | It `burned` \\| down |\n\nHe left.",
            [
                ("paragraph", "Date | What"),
                ("paragraph", "3 May | It burned / down"),
                ("paragraph", "He left."),
            ],
        ),
        (
            "> It burned\n> on 3 May.\n\nHe left.",
            [("paragraph", "It burned on 3 May."), ("paragraph", "He left.")],
        ),
        (
            "He left.\n```python\nx = date(2019, 1, 1)\n```\nIt burned.",
            [("paragraph", "He left."), ("paragraph", "It burned.")],
        ),
        (
            "```\n2021-05-03 14:02:11 it fell\n2021-05-03 14:05:00 it rose\n```",
            [
                ("list-item", "2021-05-03 14:02:11 it fell"),
                ("list-item", "2021-05-03 14:05:00 it rose"),
            ],
        ),
        ("```text\nIt burned.\n", [("paragraph", "It burned.")]),
        (
            "It burned.\n\n    $ make deploy\n    x = {1: 2}\n\nHe left.",
            [("paragraph", "It burned."), ("paragraph", "He left.")],
        ),
        (
            "<!-- 1 May 1999\n-->It burned.\n\n[1]: https://x.example/1999",
            [("paragraph", "It burned.")],
        ),
    ],
)
def test_blocks(text: str, found: list[tuple[str, str]]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    ("front", "value", "note"),
    [
        ("---\ndate: 2021-05-04\n---", "2021-05-04", None),
        ("---\ndate: 2021-05-04T10:00:00Z\n---", "2021-05-04T10:00:00Z", None),
        ("---\ntitle: x\npublished: May 4, 2021\n...", "2021-05-04", "published"),
        ("+++\ndate = 2021-05-04\n+++", "2021-05-04", None),
        ("---\nlastmod: 2021-05-04\n---", "2021-05-04", "lastmod"),
        ("---\ndate: 2021-13-44\n---", None, None),
        ("---\ndate: [1, 2]\n---", None, None),
    ],
)
def test_the_date_of_the_front_matter(front: str, value: str | None, note: str | None) -> None:
    from timeline.temporal.arithmetic import iso

    document = read(front + BODY)
    assert document.text == BODY.strip()
    date = find_document_date(document, reading_date=None)
    assert (iso(date.value) if date.value else None) == value
    assert date.basis == ("front-matter" if value else None)
    if value:
        assert date.note == note
    else:
        assert "the date in the front matter" in (date.reason or "")


def test_title_author_and_language() -> None:
    document = read(
        '---\nTitle: "The *fire*"\nauthors:\n  - Per\n  - Lena\nlang: de\n---\nOsk, Ard.'
    )
    assert (document.title, document.metadata) == ("The fire", (("author", "Per, Lena"),))
    assert document.language == "de"
    assert read("---\nlang: de\n---" + BODY).language == "en"
    assert read("# The fire" + BODY).title == "The fire"


BOMB = "a: &a [x, x]\n" + "".join(
    f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("front", "warning"),
    [
        (f"---\n{BOMB}---", "its front matter was not used: it uses a YAML alias"),
        ("---\na: [\n---", "its front matter was not used: it is not YAML in line 3"),
        ("---\na: " + "[" * 5000 + "\n---", "its front matter was not used: it is nested too deep"),
        ("---\na: !!python/object/apply:os.system [ls]\n- b\n---", "its front matter was not used"),
        ("---\na:\n" + "- " * 4000 + "x: y\n---", "its front matter was not used"),
        ("---\na: " + "? " * 8000 + "\n---", "its front matter was not used"),
        ("---\na: " + "{a: " * 2000 + "\n---", "its front matter was not used"),
        ("---\na: '" + "x\n" * 8000 + "\n---", "its front matter was not used"),
        ("+++\na = " + "[" * 8000 + "\n+++", "its front matter was not used"),
        ("+++\na = \n+++", "its front matter was not used: it is not TOML"),
        ("---\ntitle: x\nIt rained.", "its front matter is not closed and was read as text"),
        ("---\ntitle: " + "x" * 70_000 + "\n---", "its front matter is not closed"),
    ],
)
def test_broken_front_matter_is_told(front: str, warning: str) -> None:
    begin = time.perf_counter()
    document = read(front + BODY)
    assert time.perf_counter() - begin < 2
    assert document.given_date is None
    assert any(one.startswith(warning) for one in document.warnings), document.warnings
    assert document.text.endswith(BODY.strip())


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    document = read("---\n\nIt rained.\n\n---\n\nHe left.")
    assert (document.text, document.warnings) == ("It rained.\n\nHe left.", ())


@pytest.mark.parametrize("text", ["---\ntitle: x\n---\n", "```sh\nls\n```\n", "<!-- x -->"])
def test_a_note_without_words(text: str) -> None:
    (found,) = markdown.read(text.encode(), "a.md")
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    "hostile",
    [
        "*" * 60_000,
        "[" * 60_000,
        "> " * 30_000,
        "_a" * 30_000,
        "|" * 60_000 + "\n" + "|-" * 30_000,
        "`" * 59_999 + "\n",
        "<" * 60_000,
        "- " * 30_000,
    ],
)
def test_hostile_lines_cost_little(hostile: str) -> None:
    begin = time.perf_counter()
    list(markdown.read((hostile + BODY).encode(), "a.md"))
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("It rained in the valley, and then the dam broke.", "", False),
        ("It rained.", "python", True),
        ("x = f(y);", "text", False),
        ("def f(x):\n    return x", "", True),
        ("$ make\n$ make install", "", True),
        ("06:10 Left Veld\n06:50 Arrived (Osk)", "", False),
        ("06:10 [db] up = 1;\n06:50 [db] up = 0;", "", False),
        ("Dear Anna,\n\nthe mill burned down.\n\nPer", "", False),
    ],
)
def test_what_looks_like_code(text: str, language: str, code: bool) -> None:
    assert looks_like_code(text, language) is code

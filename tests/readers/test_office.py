"""Word and OpenDocument: what stands in them when all changes are accepted."""

import pytest
from readers import office

from timeline.document import Document
from timeline.readers import docx, odt
from timeline.readers.base import Failure

RUN = "<w:r><w:t>{}</w:t></w:r>"
EXPLOSIVE = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def p(words: str, style: str = "", more: str = "") -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = RUN.format(words) if not words.startswith("<") else words
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{run}</w:p>"


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def read(data: bytes) -> Document:
    (document,) = docx.READER.read(data, "a.docx")
    assert isinstance(document, Document)
    return document


def words_of(body: str) -> str:
    return read(office.word(body=body)).text


def failure(data: bytes) -> Failure:
    (found,) = docx.READER.read(data, "a.docx")
    assert isinstance(found, Failure)
    return found


def test_a_word_document() -> None:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    cell = "<w:tc>{}</w:tc>"
    row = (
        "<w:tr>"
        + cell.format(p("3 May 2021"))
        + cell.format(p("The mill") + p("burned"))
        + "</w:tr>"
    )
    body = (
        p("The Mill", "berschrift1")
        + p("<w:r><w:t>It burned</w:t><w:t> on 3 May</w:t><w:br/><w:t>2021.</w:t></w:r>")
        + p("First", more=item)
        + p("Second", "Liste")
        + f"<w:tbl>{row}</w:tbl>"
    )
    note = f'<w:footnote w:id="1">{p("A note of 4 June 2021.")}</w:footnote>'
    document = read(
        office.word(body=body, title="Of mills", created="2021-07-01T10:00:00Z", notes=note)
    )
    assert blocks(document) == [
        ("heading", "The Mill"),
        ("paragraph", "It burned on 3 May 2021."),
        ("list-item", "First"),
        ("list-item", "Second"),
        ("paragraph", "3 May 2021 | The mill burned"),
        ("paragraph", "A note of 4 June 2021."),
    ]
    assert document.title == "Of mills"
    assert document.weak_dates == (("2021-07-01", "the Word file's creation date"),)


def test_the_title_is_else_the_first_heading() -> None:
    assert (
        read(office.word(body=p("The Mill", "berschrift1") + p("It burned."))).title == "The Mill"
    )
    assert read(office.word("It burned.")).weak_dates == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            p("<w:r><w:t>on </w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del>"
              "<w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:r><w:t> May</w:t></w:r>"),
            "on 4 May",
        ),
        (p("<w:r><w:instrText> PAGE </w:instrText><w:t>it</w:t></w:r>"), "it"),
        (p("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>"),
         "coop-x"),
        (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), "a b"),
        (p("<w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>"
           "<mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
           "<w:t>rest</w:t></w:r>"),
         "box\n\nrest"),
        (p("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom>") + p("new"), "new"),
    ],
)  # fmt: skip
def test_what_is_text_and_what_is_not(body: str, expected: str) -> None:
    assert words_of(body).strip() == expected


def test_what_is_no_readable_word_document() -> None:
    whole = office.word("It rained.")
    assert "broken or cut off" in failure(whole[: len(whole) // 2]).reason
    assert "document type" in failure(office.word("&b;", head=EXPLOSIVE)).reason
    assert "XML is broken" in failure(office.word(body="<w:p>")).reason
    assert "holds no text" in failure(office.word(" ")).reason
    assert "encrypted" in failure(office.locked(whole)).reason


def test_a_word_document_that_is_a_bomb() -> None:
    bomb = office.zipped({"word/document.xml": b" " * (1 << 26)})
    assert len(bomb) < 1 << 17
    assert "as only a bomb does" in failure(bomb).reason


def test_an_open_document() -> None:
    deep = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:h>The Mill</text:h>"
        "<text:p>It  burned<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note> on"
        '<text:s text:c="2"/>3<text:span> May</text:span><text:line-break/>2021.</text:p>'
        "<text:list><text:list-item><text:p>First</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row>{deep.format('3 May')}{deep.format('fire')}"
        "</table:table-row></table:table>"
    )
    made = office.open_text(body, title="Of mills", created="2021-07-01T10:00:00")
    (document,) = odt.READER.read(made, "a.odt")
    assert isinstance(document, Document)
    assert blocks(document) == [
        ("heading", "The Mill"),
        ("paragraph", "It burned on 3 May 2021."),
        ("paragraph", "A note."),
        ("list-item", "First"),
        ("paragraph", "3 May | fire"),
    ]
    assert document.title == "Of mills"
    assert document.weak_dates == (("2021-07-01", "the OpenDocument file's creation date"),)
    assert odt.is_certain(made)
    assert not docx.is_certain(made)

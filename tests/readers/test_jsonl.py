"""JSON Lines: every good line is a document, every bad one a failure with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.document import Document, content_id
from timeline.readers.base import Failure
from timeline.readers.jsonl import read, sniff


def read_lines(*lines: str | bytes) -> list[Document | Failure]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read(data, "x.jsonl"))


def read_one(line: str) -> Document:
    (document,) = read_lines(line)
    assert isinstance(document, Document)
    return document


def test_a_whole_record() -> None:
    record = {"id": "a1", "text": "He left.", "date": "10 Jan 2022", "title": "A  way", "more": []}
    document = read_one(json.dumps(record))
    assert (document.id, document.text, document.title) == ("a1", "He left.", "A way")
    assert (document.given_date, document.given_basis) == ("10 Jan 2022", "field")
    assert (document.source, document.warnings) == ("x.jsonl:1", ())


def test_only_a_text() -> None:
    document = read_one('{"text": "He left.", "date": null, "title": "", "id": " "}')
    assert (document.id, document.title) == (content_id("He left."), None)
    assert (document.given_date, document.given_basis) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [("id", "7", "7"), ("id", "7.5", "7.5"), ("date", "2022", "2022"), ("title", "1984", "1984")],
)
def test_a_number_is_taken_as_it_is_written(field: str, value: str, read: str) -> None:
    document = read_one(f'{{"text": "He left.", "{field}": {value}}}')
    name = "given_date" if field == "date" else field
    assert getattr(document, name) == read


@pytest.mark.parametrize("field", ["id", "date", "title"])
def test_an_empty_field_is_told_as_such(field: str) -> None:
    document = read_one(f'{{"text": "He left.", "{field}": " "}}')
    assert document.warnings == (f'the field "{field}" is empty and was not used',)


@pytest.mark.parametrize("value", ["[2022]", "{}", "true"])
@pytest.mark.parametrize("field", ["id", "date", "title"])
def test_a_field_that_is_no_text_is_left_out_with_a_warning(field: str, value: str) -> None:
    document = read_one(f'{{"text": "He left.", "{field}": {value}}}')
    assert document.warnings == (f'the field "{field}" is not text and was not used',)
    assert (document.id, document.title, document.given_date, document.given_basis) == (
        content_id("He left."),
        None,
        None,
        None,
    )


BROKEN = [
    ('{"text": "a"', "this line is not JSON: expecting ',' delimiter at character 13"),
    ("He left.", "this line is not JSON: expecting value at character 1"),
    ("[1]", "this line is JSON, but not an object"),
    ('{"id": "a"}', 'this document has no "text"'),
    ('{"text": null}', 'this document has no "text"'),
    ('{"text": 5}', 'the "text" of this document is not a string'),
    ('{"text": ["a"]}', 'the "text" of this document is not a string'),
    ('{"text": " \\n"}', "the text of this document is empty"),
    ("[" * 100_000, "this line is JSON that is too deep or has too long a number"),
    (
        '{"text": ' + "9" * 10_000 + "}",
        "this line is JSON that is too deep or has too long a number",
    ),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN, ids=[line[:20] for line, _ in BROKEN])
def test_a_broken_line_does_not_stop_the_others(line: str, reason: str) -> None:
    first, broken, last = read_lines('{"text": "one"}', line, '{"text": "three"}')
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.text, last.text) == ("one", "three")
    assert isinstance(broken, Failure)
    assert (broken.source, broken.reason) == ("x.jsonl:2", reason)


def test_blank_lines_count_as_lines_only() -> None:
    (document,) = read_lines("", " ", '{"text": "one"}', "")
    assert document.source == "x.jsonl:3"


def test_no_line_at_all() -> None:
    (failure,) = read_lines("", "  ")
    assert isinstance(failure, Failure)
    assert failure.reason == "the file holds no line with a document"


def test_every_line_has_its_own_encoding_warning() -> None:
    one, two = read_lines('{"text": "café"}', b'{"text": "caf\xe9"}')
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.text, one.warnings) == ("café", ())
    assert (two.text, two.warnings) == ("café", ("not valid UTF-8; read as Windows-1252",))


def test_utf_16_and_unicode_line_separators() -> None:
    data = '{"text": "a\u2028b"}\r\n{"text": "c"}'
    documents = list(read(b"\xff\xfe" + data.encode("utf-16-le"), "x"))
    assert [d.text for d in documents if isinstance(d, Document)] == ["a\u2028b", "c"]


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
@pytest.mark.parametrize("ascii", [True, False])
def test_a_text_is_kept_to_the_letter(ascii: bool, text: str) -> None:
    """Line ends too: whoever wrote the record counts offsets in it."""
    (item,) = read_lines(json.dumps({"text": text}, ensure_ascii=ascii))
    assert isinstance(item, Document) == bool(text.strip())
    assert isinstance(item, Failure) or item.text == text


def test_what_no_text_can_hold_is_replaced_in_place() -> None:
    assert read_one('{"text": "a\\ud800b\\u0000c\\ud83d\\ude00"}').text == "a\ufffdb\ufffdc😀"


@pytest.mark.parametrize("whole", ['{\n"text": "a"\n}', '[\n{"text": "a"},\n{"text": "b"}\n]'])
def test_json_over_several_lines_is_told_once(whole: str) -> None:
    (failure,) = read_lines(whole)
    assert isinstance(failure, Failure)
    assert failure.reason == "this is one piece of JSON over several lines, not JSON Lines"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'{"text": "a"}\n{"text": "b"}', True),
        (b'\xef\xbb\xbf\n {"id": 1, "text": "a"}', True),
        (b'{"text": "a text that goes on and on', True),
        (b'{\n  "text": "a"', True),
        (b'{"text": broken\n', True),
        (b'[{"text": "a"}]', False),
        (b"{He left.}", False),
        (b"He left.", False),
    ],
)
def test_sniff(head: bytes, expected: bool) -> None:
    assert sniff(head) is expected

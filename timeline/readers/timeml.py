"""TimeML: a text, its date and its annotations, read and written without loss of what we model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.parsers import expat

from ..document import Document, GivenAnnotations, GivenLink
from ..errors import ReadError
from ..temporal.arithmetic import iso
from ..temporal.timex3 import Timex3, from_timex3
from ..temporal.values import Moment
from .base import Failure, Reader
from .decoding import HEAD, HTML, decode
from .make import make_document
from .timeml_xml import Attributes, Mark, build_timeml

LINKS = ("TLINK", "SLINK", "ALINK")
MARKS = ("TIMEX3", "EVENT", "SIGNAL")
# Elements of other schemes inside the text, whose words must not run together.
PARTS = ("TEXT", "s", "p", "P", "turn")
CREATION = ("CREATION_TIME", "PUBLICATION_TIME")
# Errors that another encoding may mend.
_ENCODING_ERRORS = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_INVALID_TOKEN,
        expat.errors.XML_ERROR_UNKNOWN_ENCODING,
        expat.errors.XML_ERROR_INCORRECT_ENCODING,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}


class _Parse:
    """What one pass over the XML gathers; positions count characters of the text so far."""

    def __init__(self) -> None:
        self.root: str | None = None
        self.path: list[str] = []
        self.words: dict[str, list[str]] = {"DOCID": [], "TITLE": [], "DCT": []}
        self.text: list[str] = []
        self.length = 0
        self.has_text = False
        self.dct: Attributes = ()
        self.spans: list[tuple[int, int, str, Attributes]] = []
        self.open: list[int] = []
        self.loose: list[Attributes] = []  # TIMEX3 that stand beside the text
        self.instances: list[Attributes] = []
        self.links: list[GivenLink] = []

    def run(self, data: bytes, encoding: str | None) -> None:
        """Parse the whole; raises ExpatError or ReadError."""
        parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.refuse_doctype
        parser.Parse(data, True)

    def refuse_doctype(self, *declaration: object) -> None:
        """Entities of our own making can grow without bound, and those of others are files."""
        raise ReadError(
            "this XML declares a document type (DTD), which is not read",
            "remove the <!DOCTYPE ...> line; TimeML needs none",
        )

    def start(self, name: str, flat: list[str]) -> None:
        """An element opens."""
        if self.root is None:
            self.root = name
            if name != "TimeML":
                raise ReadError(
                    f"this is XML, but not TimeML: its first element is <{name}>",
                    "convert it to plain text or to TimeML first",
                )
        attributes = tuple(zip(flat[::2], flat[1::2], strict=True))
        within = self.place()
        if name == "TEXT":
            self.has_text = True
        if (within == "TEXT" or name == "TEXT") and name in PARTS:
            self.part()
        self.path.append(name)
        if within == "TEXT" and name in MARKS:
            self.open.append(len(self.spans))
            self.spans.append((self.length, self.length, name, attributes))
        elif name == "TIMEX3" and within == "DCT":
            self.dct = self.dct or attributes
        elif name == "TIMEX3" and within is None:
            self.loose.append(attributes)
        elif name == "MAKEINSTANCE":
            self.instances.append(attributes)
        elif name in LINKS:
            self.links.append(GivenLink(name, attributes))

    def end(self, name: str) -> None:
        """An element closes."""
        self.path.pop()
        if name in MARKS and self.open and self.place() == "TEXT":
            index = self.open.pop()
            start, _, _, attributes = self.spans[index]
            self.spans[index] = (start, self.length, name, attributes)

    def characters(self, words: str) -> None:
        """Characters of the text, or of one of the elements before it."""
        within = self.place()
        if within == "TEXT":
            self.text.append(words)
            self.length += len(words)
        elif within is not None:
            self.words[within].append(words)

    def place(self) -> Literal["TEXT", "DCT", "TITLE", "DOCID"] | None:
        """Which of the elements that we read the parser is in."""
        for name in self.path[1:2]:
            if name in ("TEXT", "DCT", "TITLE", "DOCID"):
                return name  # type: ignore[return-value]  # one of the four, as the test says
        return None

    def part(self) -> None:
        """Keep the words of two parts apart where no white space does."""
        if self.text and not self.text[-1][-1:].isspace():
            self.text.append("\n")
            self.length += 1

    def collect(self) -> GivenAnnotations:
        """The annotations; a TIMEX3 that marks no words of the text stands empty at its end."""
        loose = [(self.length, self.length, "TIMEX3", attributes) for attributes in self.loose]
        spans = [*self.spans, *loose]

        def of(kind: str) -> tuple[tuple[int, int, Attributes], ...]:
            return tuple((start, end, a) for start, end, name, a in spans if name == kind)

        return GivenAnnotations(
            timexes=of("TIMEX3"),
            events=of("EVENT"),
            signals=of("SIGNAL"),
            instances=tuple(self.instances),
            links=tuple(self.links),
            dct=self.dct,
            dct_text=_line(self.words["DCT"]) or "",
        )


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The document of a TimeML file: its text is the content of TEXT, with the annotations."""
    try:
        parse, warnings = _parse(data.lstrip(b" \t\r\n"))
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        yield Failure(source, f"this is not well-formed XML: {message} in line {error.lineno}")
        return
    except ReadError as error:
        yield Failure(source, error.message, error.hint)
        return
    text = "".join(parse.text)
    if not text.strip():
        what = "is empty" if parse.has_text else "is missing"
        yield Failure(source, f"the TEXT element of this TimeML {what}")
        return
    annotations = parse.collect()
    date = creation_date(annotations)
    yield make_document(
        text,
        source,
        id=_line(parse.words["DOCID"]),
        title=_line(parse.words["TITLE"]),
        given_date=date,
        given_basis="dct" if date else None,
        warnings=warnings,
        annotations=annotations,
    )


def sniff(head: bytes) -> bool:
    """Whether the first element is TimeML; prolog and comments may stand before it."""
    text, _ = decode(head)
    text = text.lstrip()
    return text.startswith("<") and "<TimeML" in text


def is_certain(data: bytes) -> bool:
    """Whether a file is TimeML, whatever its name."""
    return sniff(data[:HEAD]) and not HTML.match(data)


def creation_date(annotations: GivenAnnotations) -> str | None:
    """The value of the document creation time, or its words where no value is given."""
    marked = (dict(attributes) for _, _, attributes in annotations.timexes)
    created = (a for a in marked if a.get("functionInDocument") in CREATION)
    dct = dict(annotations.dct) or (next(created, {}) if not annotations.dct_text else {})
    value = dct.get("value")
    if value and value.startswith("BC"):
        moment = from_timex3(Timex3("DATE", value))
        value = iso(moment) if isinstance(moment, Moment) else value
    return value or annotations.dct_text or None


def write_timeml(document: Document) -> str:
    """A document with the annotations that its source brought along, as TimeML.

    Reading it again gives the same text, id, title, date and annotations.
    """
    given = document.annotations or GivenAnnotations()
    groups = (("TIMEX3", given.timexes), ("EVENT", given.events), ("SIGNAL", given.signals))
    marks = [
        Mark(start, end, name, attributes)
        for name, group in groups
        for start, end, attributes in group
    ]
    after = [("MAKEINSTANCE", attributes) for attributes in given.instances]
    after += [(link.kind, link.attributes) for link in given.links]
    return build_timeml(
        doc_id=document.id,
        text=document.text,
        marks=marks,
        dct=given.dct,
        dct_text=given.dct_text or ("" if given.dct else document.given_date or ""),
        title=document.title,
        after=after,
    )


def _parse(data: bytes) -> tuple[_Parse, tuple[str, ...]]:
    """Parse in the encoding that the file declares or, if it is in another, in that one."""
    parse = _Parse()
    try:
        parse.run(data, None)
    except (expat.ExpatError, LookupError) as error:
        if isinstance(error, expat.ExpatError) and error.code not in _ENCODING_ERRORS:
            raise
        text, warnings = decode(data)
        parse = _Parse()
        parse.run(text.encode("utf-8"), "utf-8")
        return parse, warnings
    return parse, ()


def _line(words: list[str]) -> str | None:
    return " ".join("".join(words).split()) or None


READER = Reader("timeml", (".tml", ".xml"), "TimeML, a document a file", read, sniff, is_certain)

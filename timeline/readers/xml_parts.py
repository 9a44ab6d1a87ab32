"""XML inside documents, parsed without document types: entities could grow without bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from ..errors import ReadError

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]


def parse_xml(data: bytes, start: Start, end: End, characters: Characters) -> None:
    """Walk through XML; names and attributes come as "namespace name" without prefixes.

    Raises ReadError for XML that is broken or that declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReadError(f"its XML is broken: {expat.ErrorString(error.code)}") from error
    except (LookupError, ValueError) as error:
        raise ReadError("its XML is in an unknown encoding") from error


def _refuse(*declaration: object) -> None:
    raise ReadError("its XML declares a document type (DTD), which is not read")

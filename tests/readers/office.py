"""Word and OpenDocument files and archives for the tests: the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
STYLES = (
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Liste"><w:name w:val="List Bullet"/></w:style>'
)


def zipped(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0)), content, method)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """An archive whose members are marked as encrypted."""
    marked = bytearray(data)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + place] |= 1
            at = marked.find(sign, at + 4)
    return bytes(marked)


def word(
    *paragraphs: str,
    body: str = "",
    title: str = "",
    created: str = "",
    notes: str = "",
    head: str = "",
) -> bytes:
    """A Word document of plain paragraphs, then of `body` as it stands; `head` before the XML."""
    plain = "".join(f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>" for words in paragraphs)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
        f'"http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
        f"<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    members = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f'{head}<w:document xmlns:w="{W}" xmlns:mc="urn:mc"><w:body>'
        f"{plain}{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{STYLES}</w:styles>',
        "docProps/core.xml": core,
    }
    if notes:
        members["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'
    return zipped(members)


def open_text(body: str, *, title: str = "", created: str = "") -> bytes:
    """An OpenDocument text."""
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}" '
        f'xmlns:table="{TABLE}"><office:body><office:text>{body}</office:text></office:body>'
        "</office:document-content>"
    )
    meta = (
        f'<office:document-meta xmlns:office="{OFFICE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
        f"<dc:title>{title}</dc:title><meta:creation-date>{created}</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )
    mime = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mime, "content.xml": content, "meta.xml": meta}, zipfile.ZIP_STORED)

"""One mail: its text, its date, who wrote it to whom, and what is attached.

Of alternatives the plain text is read; HTML only where there is none.
"""

from __future__ import annotations

import email
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from ..document import Document, content_id
from .base import Failure
from .decoding import NEWLINES, decode, decode_as, scrub
from .html_plain import read_html
from .make import make_document
from .quoting import Parts, join_body, split_body, split_marked

DEEPEST = 20  # parts within parts
LONGEST = 1_000  # characters of a header that is kept
KEPT = ("from", "to", "cc", "subject", "message-id", "in-reply-to")
MAIL = ("from", "date", "subject", "to", "received", "message-id", "return-path", "delivered-to")
_FOLD = re.compile(r"\r?\n[ \t]{1,80}")
_BROKEN = ("InvalidBase64LengthDefect", "InvalidBase64CharactersDefect")


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that was parsed: `parts` are the blocks of its text."""

    source: str
    headers: dict[str, str]
    parts: Parts
    warnings: tuple[str, ...]
    received: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Parse:
    """What is gathered from the parts of one mail."""

    parts: Parts = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    broken: str | None = None


def parse_mails(data: bytes, source: str, *, line: str | None = None) -> Iterator[Mail | Failure]:
    """A mail and the mails attached to it; `line` is the From line that an mbox has above it."""
    try:
        message = email.message_from_bytes(data)
    except (RecursionError, ValueError, LookupError, MessageError):
        yield Failure(source, "this mail cannot be taken apart: its parts are broken")
        return
    yield from _parse_message(message, source, line, 0)


def make_mail(mail: Mail) -> Document | Failure:
    """The document of a mail; its id is its Message-ID's, so that it stays the same everywhere."""
    text, blocks = join_body(mail.parts)
    if not text.strip():
        return Failure(mail.source, "this mail has no text")
    name = mail.headers.get("message-id")
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:12] if name else None
    date = mail.headers.get("date")
    document = make_document(
        text,
        mail.source,
        id=digest or content_id(text),
        title=mail.headers.get("subject"),
        given_date=date,
        given_basis="mail",
        warnings=mail.warnings,
        blocks=blocks,
    )
    metadata = tuple((key, mail.headers[key]) for key in KEPT if key in mail.headers)
    return replace(document, weak_dates=mail.received, metadata=metadata)


def _parse_message(
    message: Message, source: str, line: str | None, depth: int
) -> Iterator[Mail | Failure]:
    headers = _read_headers(message)
    if not any(name in headers for name in MAIL):
        yield Failure(source, "this is no mail: it has no header such as From, Date or Subject")
        return
    parse = _Parse()
    _gather(message, parse, depth)
    if not parse.parts and parse.broken:
        yield Failure(source, f"the text of this mail is broken: {parse.broken}")
        return
    if not parse.parts and not parse.mails and headers.get("subject"):
        parse.parts = split_body(headers["subject"])
    if parse.attachments:
        names = ", ".join(parse.attachments)
        parse.warnings.append(f"not read, attached: {names}"[:LONGEST])
    if parse.broken:
        parse.warnings.append(f"a part of it is broken: {parse.broken}")
    if parse.parts or not parse.mails:
        warnings = tuple(dict.fromkeys(parse.warnings))
        yield Mail(source, headers, parse.parts, warnings, tuple(_arrivals(headers, line)))
    for number, attached in enumerate(parse.mails, start=1):
        yield from _parse_message(attached, f"{source}:attached-{number}", None, depth + 1)


def _gather(part: Message, parse: _Parse, depth: int) -> None:
    """Collect the text of a part and of the parts in it."""
    if depth > DEEPEST:
        parse.broken = f"parts within parts, more than {DEEPEST} deep"
        return
    kind = part.get_content_type()
    name = _file_name(part)
    if kind == "message/rfc822" and part.is_multipart():
        parse.mails.extend(_children(part))
    elif part.is_multipart():
        children = _children(part)
        if kind == "multipart/alternative":
            children = _choose(children)
        for child in children:
            _gather(child, parse, depth + 1)
    elif part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
        if kind.startswith("multipart/"):
            parse.broken = "it ends before its first part"
        elif kind != "message/delivery-status":
            parse.attachments.append(name or kind)
    elif kind in ("text/plain", "text/html") and not name:
        _read_text(part, parse)
    else:
        parse.attachments.append(name or kind)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [p for p in payload if isinstance(p, Message)] if isinstance(payload, list) else []


def _choose(children: list[Message]) -> list[Message]:
    """Of alternatives the plain text if it holds any, else the richest, which stands last."""
    for child in children:
        if child.get_content_type() == "text/plain" and _read_bytes(child).strip():
            return [child]
    return children[-1:]


def _read_bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _read_text(part: Message, parse: _Parse) -> None:
    data = _read_bytes(part)
    if any(type(defect).__name__ in _BROKEN for defect in part.defects):
        if type(part.defects[-1]).__name__ == _BROKEN[0]:
            parse.broken = "its base64 is cut off"
            return
        parse.warnings.append("its base64 holds other characters, which were left out")
    charset = part.get_param("charset")
    label = charset if isinstance(charset, str) else None
    text, warnings = decode_as(data, label)
    parse.warnings.extend(warnings)
    text = NEWLINES.sub("\n", text)
    if part.get_content_type() == "text/html":
        parse.parts.extend(split_marked(*read_html(text)))
    else:
        parse.parts.extend(split_body(text))


def _read_headers(message: Message) -> dict[str, str]:
    """The headers by their names in small letters, decoded; of Received the last, the first hop."""
    headers: dict[str, str] = {}
    for name, raw in message.raw_items():
        key = str(name).lower()
        if key in (*MAIL, *KEPT) and (key not in headers or key == "received"):
            value = _decode_header(str(raw))
            if value:
                headers[key] = value
    return headers


def _decode_header(raw: str) -> str:
    """A header on one line; encoded words (RFC 2047) and bare 8-bit bytes are decoded."""
    line = _FOLD.sub(" ", raw)
    line, _ = decode(line.encode("utf-8", "surrogateescape"))
    try:
        pieces = decode_header(line)
    except (ValueError, LookupError, MessageError):
        pieces = [(line, None)]
    words = []
    for piece, charset in pieces:
        words.append(piece if isinstance(piece, str) else decode_as(piece, charset)[0])
    return " ".join(scrub("".join(words)).split())[:LONGEST]


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError):
        name = None
    return _decode_header(name) if name else ""


def _arrivals(headers: dict[str, str], line: str | None) -> Iterator[tuple[str, str]]:
    """When it was passed on: weaker than what its writer says."""
    _, mark, received = headers.get("received", "").rpartition(";")
    if mark:
        yield received.strip(), "the header Received"
    if line:
        try:
            yield parsedate_to_datetime(line).isoformat(), "the From line of the mbox"
        except (ValueError, TypeError, IndexError, OverflowError):
            return

"""A mail in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from .base import Failure, Reader
from .mail import make_mail, parse_mails

# The head of a mail that went through a mail program, not a text that begins "From: ...".
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?[A-Z][A-Za-z-]{1,40}:[ \t\r\n]")
_SURE = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To):", re.I | re.M)


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The mail, then the mails attached to it."""
    for mail in parse_mails(data.lstrip(b"\xef\xbb\xbf \t\r\n"), source):
        yield mail if isinstance(mail, Failure) else make_mail(mail)


def sniff(head: bytes) -> bool:
    """Whether bytes begin like the headers of a mail."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return _HEAD.match(top) is not None and _SURE.search(top) is not None


READER = Reader("eml", (".eml",), "a mail: text, Date, From, To, subject", read, sniff)

"""A mailbox: mails one after the other. What a mail quotes of another one here is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..document import Document
from .base import Failure, Reader
from .mail import Mail, make_mail, parse_mails
from .quoting import drop_told, own_words

_FROM = re.compile(
    rb"^From [^\r\n]{0,200}?[ \t]{1,8}"
    rb"(?P<date>(?:[A-Z][a-z]{2} ){2}[ \d]?\d \d\d:\d\d(?::\d\d)?[^\r\n]{0,40}\d{4})"
    rb"[^\r\n]{0,10}\r?\n",
    re.MULTILINE,
)
_ESCAPED = re.compile(rb"^>(>{0,20}From )", re.MULTILINE)
_RE = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|antw|tr)(?:\[\d{1,3}\])?\s?:\s?)+", re.IGNORECASE)
MOST_SAME = 50  # mails of one subject in which a quotation is looked up


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """The mails in order; a broken one is a Failure between them."""
    mails = list(_parse(data, source))
    if not mails:
        yield Failure(source, 'this is no mailbox: no line "From name date" begins a mail')
        return
    whole = [mail for mail in mails if isinstance(mail, Mail)]
    thread = _Threads(whole)
    for mail in mails:
        yield mail if isinstance(mail, Failure) else _told_once(mail, thread)


def _parse(data: bytes, source: str) -> Iterator[Mail | Failure]:
    starts = [
        found
        for found in _FROM.finditer(data)
        # Not data[:start].endswith: a copy a mail would be quadratic.
        if not found.start() or data.endswith((b"\n\n", b"\r\n\r\n"), 0, found.start())
    ]
    ends = [*(start.start() for start in starts[1:]), len(data)]
    # Where nothing starts, the end is left over.
    for number, (start, end) in enumerate(zip(starts, ends, strict=False), start=1):
        body = _ESCAPED.sub(rb"\1", data[start.end() : end])
        line = start["date"].decode("ascii", "replace")
        yield from parse_mails(body, f"{source}:{number}", line=line)


class _Threads:
    """Finds the mails that a mail answers."""

    def __init__(self, mails: Sequence[Mail]) -> None:
        self._words = [own_words(mail.parts) for mail in mails]
        self._by_id: dict[str, int] = {}
        self._by_subject: dict[str, list[int]] = {}
        self._place = {id(mail): number for number, mail in enumerate(mails)}
        for number, mail in enumerate(mails):
            name = mail.headers.get("message-id")
            if name:
                self._by_id.setdefault(name, number)
            self._by_subject.setdefault(_subject(mail), []).append(number)

    def others(self, mail: Mail) -> list[str]:
        """What the other mails of its thread say, normalized."""
        mine = self._place[id(mail)]
        named = mail.headers.get("in-reply-to", "").split()
        near = [self._by_id[name] for name in named if name in self._by_id]
        same = self._by_subject.get(_subject(mail), []) if _subject(mail) else []
        here = same.index(mine) if mine in same else 0
        around = same[max(0, here - MOST_SAME) : here + MOST_SAME]
        return [self._words[n] for n in dict.fromkeys([*near, *around]) if n != mine]


def _told_once(mail: Mail, threads: _Threads) -> Document | Failure:
    """The mail without what it quotes of the others."""
    others = threads.others(mail)
    parts, count = drop_told(mail.parts, lambda words: any(words in other for other in others))
    if count and parts:
        what = "quoted paragraph" + ("s" if count > 1 else "")
        warning = f"left out {count} {what} of other mails in this mailbox"
        mail = replace(mail, parts=parts, warnings=(*mail.warnings, warning))
    elif count:
        return Failure(mail.source, "this mail only quotes others of this mailbox")
    return make_mail(mail)


def _subject(mail: Mail) -> str:
    return _RE.sub("", mail.headers.get("subject", "")).strip().casefold()


def sniff(head: bytes) -> bool:
    """Whether bytes begin with the From line of a mailbox."""
    return _FROM.match(head) is not None


READER = Reader("mbox", (".mbox", ".mbx"), "a mailbox, a document a mail", read, sniff)

"""Mails and mailboxes: text, dates, quotations, and what is broken."""

import base64

import pytest

from timeline.dating import find_document_date, find_passages
from timeline.document import Document
from timeline.readers import eml, mbox
from timeline.readers.base import Failure
from timeline.readers.quoting import drop_told, join_body, normalize, own_words, split_body

HEAD = (
    "From: Anna <anna@x.example>\nTo: Legal <l@x.example>\nDate: Mon, 19 Sep 2022 09:12:00 +0200\n"
)


def read_all(text: str | bytes) -> list[Document | Failure]:
    return list(eml.read(text if isinstance(text, bytes) else text.encode(), "a.eml"))


def read(text: str | bytes) -> Document:
    document = read_all(text)[0]
    assert isinstance(document, Document), document
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)
    return document


def box(*mails: str) -> list[Document | Failure]:
    lines = (f"From a@x.example Thu Sep 15 18:05:{n:02} 2022\n{m}\n\n" for n, m in enumerate(mails))
    return list(mbox.read("".join(lines).encode(), "a.mbox"))


def part(kind: str, body: str, more: str = "") -> str:
    return f"--XX\nContent-Type: {kind}\n{more}\n{body}\n"


def multi(kind: str, *parts: str, end: str = "--XX--\n") -> str:
    return f'{HEAD}Content-Type: multipart/{kind}; boundary="XX"\n\n{"".join(parts)}{end}'


@pytest.mark.parametrize(
    ("more", "body", "text"),
    [
        ("Content-Type: text/plain; charset=windows-1252\n", b"Caf\xe9 \x93M\x94", "Café “M”"),
        ("Content-Type: text/plain; charset=iso-8859-1\n", b"Caf\xe9 \x93M\x94", "Café “M”"),
        ("Content-Type: text/plain; charset=no-such\n", b"Caf\xc3\xa9 burned.", "Café burned."),
        ("Content-Type: text/plain; charset=utf-16-surprise\n", b"It rained.", "It rained."),
        (
            "Content-Transfer-Encoding: quoted-printable\n",
            b"It b=\nurned =3D fire=2E",
            "It burned = fire.",
        ),
        (
            "Content-Transfer-Encoding: base64\n",
            base64.b64encode("Zoë left.".encode()),
            "Zoë left.",
        ),
        ("Content-Type: text/html\n", b"<p>It <b>burned</b>.<br>He left.", "It burned.\nHe left."),
        (
            "Content-Type: text/html\n",
            b"<div style='display: none'>1 May</div><p>He left.",
            "He left.",
        ),
        ("", b"It rained.\r\nHe left.", "It rained.\nHe left."),
    ],
)
def test_the_text_of_a_mail(more: str, body: bytes, text: str) -> None:
    found = read(f"{HEAD}{more}\n".encode() + body).text
    assert found.replace("\n\n", "\n") == text


def test_a_table_that_only_arranges_a_mail_makes_no_rows() -> None:
    table = (
        "<table><tr><td><h1>News</h1><p>The mill burned.</p><p>It rained.<table><tr><td>3 May<td>"
        "He left.</tr></table>She stayed.</td><td>A</td></tr><tr><td>4 May<td>He came.</table>"
    )
    document = read(f"{HEAD}Content-Type: text/html\n\n{table}")
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "News", "The mill burned.", "It rained.", "3 May | He left.", "She stayed.", "A",
        "4 May | He came.",
    ]  # fmt: skip
    assert document.blocks[0].kind == "heading"


def test_headers_are_kept_and_decoded() -> None:
    mail = (
        "From: =?iso-8859-1?Q?Ren=E9?= <r@x>\nSubject: =?utf-8?B?Q2Fmw6k=?=\n =?utf-8?Q?_fire?=\n"
    )
    document = read(mail + "Message-ID: <a1@x>\n\nIt burned.")
    assert document.title == "Café fire"
    assert dict(document.metadata)["from"] == "René <r@x>"
    assert document.id == read(mail + "Message-ID: <a1@x>\n\nAnother text.").id
    assert document.id != read(mail + "Message-ID: <a2@x>\n\nIt burned.").id


@pytest.mark.parametrize(
    ("head", "value", "basis"),
    [
        ("Date: Mon, 19 Sep 2022 23:50:00 -0400 (EDT)\n", "2022-09-19T23:50:00-04:00", "mail"),
        ("Date: 19 Sep 2022 09:12 GMT\n", "2022-09-19T09:12:00+00:00", "mail"),
        (
            "Received: by x; Tue, 20 Sep 2022 10:00:00 +0000\nSubject: a\n",
            "2022-09-20T10:00:00+00:00",
            "mail",
        ),
        ("Subject: a\n", None, None),
        ("Date: Mon, 99 Sep 2022 09:12:00 +0200\n", None, None),
        (
            "Date: nonsense\nReceived: by x; Tue, 20 Sep 2022 10:00:00 +0000\n",
            "2022-09-20T10:00:00+00:00",
            "mail",
        ),
    ],
)
def test_the_date_of_a_mail(head: str, value: str | None, basis: str | None) -> None:
    from timeline.temporal.arithmetic import iso

    date = find_document_date(read(head + "\nIt rained a lot."), reading_date=None)
    assert date.basis == basis
    assert (iso(date.value) if date.value else None) == value
    if "nonsense" in head or "99" in head:
        assert "is no date of the calendar" in (date.note or date.reason or "")


def test_the_plain_alternative_is_read_and_attachments_are_named() -> None:
    plain, rich = part("text/plain", "It burned."), part("text/html", "<p>Rich.</p>")
    assert read(multi("alternative", plain, rich)).text == "It burned."
    assert read(multi("alternative", part("text/plain", "  "), rich)).text == "Rich."
    pdf = part("application/pdf", "JVBERi0=", "Content-Disposition: attachment; filename=p.pdf\n")
    notes = part("text/plain; name=n.txt", "He left.", "Content-Disposition: attachment\n")
    document = read(multi("mixed", plain, pdf, notes))
    assert document.text == "It burned."
    assert document.warnings == ("not read, attached: p.pdf, n.txt",)


def test_an_attached_mail_is_a_document_with_its_own_date() -> None:
    inner = part("message/rfc822", "From: b@x\nDate: Thu, 1 Sep 2022 08:00:00 +0000\n\nHe left.")
    outer, other = read_all(multi("mixed", part("text/plain", "See below."), inner))
    assert isinstance(outer, Document) and isinstance(other, Document)
    assert (other.text.strip(), other.given_date) == ("He left.", "Thu, 1 Sep 2022 08:00:00 +0000")


@pytest.mark.parametrize(
    ("mail", "reason"),
    [
        ("It rained.\n", "this is no mail: it has no header such as From, Date or Subject"),
        (HEAD + "\n", "this mail has no text"),
        (multi("mixed", end=""), "the text of this mail is broken: it ends before its first part"),
        (
            HEAD + "Content-Transfer-Encoding: base64\n\nSXQgc",
            "the text of this mail is broken: its base64 is cut off",
        ),
    ],
)
def test_broken_mails(mail: str, reason: str) -> None:
    (found,) = read_all(mail)
    assert isinstance(found, Failure)
    assert found.reason == reason


def test_a_mail_cut_off_within_its_last_part_still_has_its_text() -> None:
    assert read(multi("mixed", part("text/plain", "It burned."), end="")).text == "It burned."


def test_parts_within_parts_are_bounded() -> None:
    mail = HEAD
    for n in range(600):
        mail += f'Content-Type: multipart/mixed; boundary="B{n}"\n\n--B{n}\n'
    (found,) = read_all(mail + "Content-Type: text/plain\n\nIt rained.")
    assert isinstance(found, Failure)


REPLY = """We will sue.

On Fri, 16 Sep 2022 at 11:20, Karim Achour <karim@insurer.example>
wrote:

> our inspector came yesterday and found that the sprinklers
> had been switched off.
>
> On Thu, 15 Sep 2022 at 18:30, Anna <anna@x.example> wrote:
>
>> The fire broke out last night.
"""


def test_quoted_paragraphs_stand_on_one_line_and_keep_their_own_day() -> None:
    document = read(HEAD + "\n" + REPLY)
    assert (
        "> our inspector came yesterday and found that the sprinklers had been switched off.\n"
        in document.text
    )
    date = find_document_date(document, reading_date=None)
    passages = find_passages(document, date, day_first=None, reading_date=None)
    days = [
        (p.date.value.day, document.text[p.start : p.start + 2]) for p in passages if p.date.value
    ]
    assert days == [(16, "On"), (15, "> ")]


def test_who_wrote_a_quoted_mail_is_no_event() -> None:
    from timeline import extract

    rows = extract(read(HEAD + "\n" + REPLY).text, date="2022-09-19", reading_date="2023-01-01")
    told = {event.trigger for event in rows.events}
    assert "wrote" not in told and {"came", "broke"} <= told


FIRST = (
    "Message-ID: <m1@x>\nSubject: The fire\n\nThe fire broke out yesterday in the old drying\nroom."
)


def test_a_mailbox_tells_what_is_quoted_once() -> None:
    answer = (
        "Subject: Re: The fire\nIn-Reply-To: <m1@x>\n\nI called the insurer.\n\n"
        "On Thu, 15 Sep 2022 at 18:05, Rene <r@x> wrote:\n> The fire broke out yesterday\n"
        "> in the old drying room."
    )
    stranger = "Subject: Lunch\n\nOn Thu, 15 Sep 2022 at 18:05, Rene <r@x> wrote:\n> It was good."
    first, second, third = box(FIRST, answer, stranger)
    assert isinstance(first, Document) and isinstance(second, Document)
    assert second.text == "I called the insurer."
    assert second.warnings == ("left out 1 quoted paragraph of other mails in this mailbox",)
    assert isinstance(third, Document) and "> It was good." in third.text
    assert (first.source, first.weak_dates[0][0]) == ("a.mbox:1", "2022-09-15T18:05:00")


def test_a_broken_mail_does_not_stop_the_mailbox() -> None:
    found = box(FIRST, 'Subject: b\nContent-Type: multipart/mixed; boundary="QQ"\n', FIRST)
    assert [type(item) for item in found] == [Document, Failure, Document]
    assert found[1].source == "a.mbox:2"


def test_a_line_that_begins_with_from_is_no_new_mail() -> None:
    (one,) = box("Subject: a\n\n>From here it looks bad.\n\nFrom Monday on we rest.")
    assert isinstance(one, Document)
    assert one.text == "From here it looks bad.\n\nFrom Monday on we rest."


@pytest.mark.parametrize(
    ("body", "told", "kept"),
    [
        ("> It rained.\n\nYes.", ["It rained."], "Yes."),
        ("> It rained.\n\nYes.", [], "> It rained.\n\nYes."),
        (
            "No.\n\n-----Original Message-----\nFrom: A\nSent: 3 May 2021\n\nIt rained.",
            ["It rained."],
            "No.",
        ),
        (
            "On 3 May 2021, A wrote:\n> It rained.\n>\n> It snowed.",
            ["It rained."],
            "On 3 May 2021, A wrote:\n\n> It snowed.",
        ),
        ("It rained.", ["It rained."], "It rained."),
    ],
)
def test_what_other_mails_tell_is_dropped(body: str, told: list[str], kept: str) -> None:
    others = [normalize(words) for words in told]
    parts, _ = drop_told(split_body(body), lambda words: any(words in other for other in others))
    text, blocks = join_body(parts)
    assert text == kept
    assert [text[b.start : b.end] for b in blocks] == [words for _, words, _ in parts]


def test_own_words_leave_quotations_out() -> None:
    assert own_words(split_body("Yes, it did.\n\n> It rained.")) == " yes it did "


@pytest.mark.parametrize(
    ("head", "is_mail", "is_box"),
    [
        (b"Received: by x\nFrom: a@x\n\nHi", True, False),
        (b"From: a@x\nMIME-Version: 1.0\n\nHi", True, False),
        (b"From: Anna\nDate: 3 May 2021\n\nMessage-ID: is below the head", False, False),
        (b"From a@x Thu Sep 15 18:05:01 2022\nFrom: a@x\n", False, True),
        (b"From Monday on we rest.\n", False, False),
    ],
)
def test_mails_are_known_by_their_first_bytes(head: bytes, is_mail: bool, is_box: bool) -> None:
    assert (eml.sniff(head), mbox.sniff(head)) == (is_mail, is_box)

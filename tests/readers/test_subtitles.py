"""Subtitles: sentences out of cues, and the cue's time as a place."""

import pytest

from timeline import extract
from timeline.document import Document
from timeline.readers import subtitles
from timeline.readers.base import Failure


def read(text: str) -> Document:
    (document,) = subtitles.read(text.encode(), "a.vtt")
    assert isinstance(document, Document), document
    assert all(document.text[b.start : b.end].strip() for b in document.blocks)
    assert all(0 <= start < len(document.text) for start, _ in document.cues)
    return document


def vtt(*cues: str, head: str = "WEBVTT") -> str:
    lines = [f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{cue}\n" for n, cue in enumerate(cues)]
    return "\n".join([head, "", *lines])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (vtt("The war", "ended in 1945."), "The war ended in 1945."),
        (
            vtt("<i>He</i> <c.red>left</c>.", "{\\an8}She <00:00:02.000>stayed."),
            "He left. She stayed.",
        ),
        (
            vtt("[music] He left.", "♪ la la ♪", "(laughs)", "She stayed &amp; slept."),
            "He left. She stayed & slept.",
        ),
        (
            vtt("<v Anna>I left.", "<v Anna>It rained.", "<v Per>I stayed."),
            "Anna: I left. It rained.\n\nPer: I stayed.",
        ),
        (vtt("- Who left?\n- Anna left."), "Who left?\n\nAnna left."),
        (vtt("so the dam", "so the dam\nbroke in", "broke in\nMay."), "so the dam broke in May."),
        (vtt("", "He left.", "  "), "He left."),
        (
            "1\n00:01,000 --> 00:02,000\nHe left.\n2\n00:02,000 --> 00:03,000\nIt rained.",
            "He left. It rained.",
        ),
        ("1\r\n00:00:01,000 --> 00:00:02,000 X1:1\r\nHe left.\r\n", "He left."),
        (
            vtt(
                "He left.", head="WEBVTT - 3 May\n\nNOTE\nwritten on 1 May 1999\n\nSTYLE\n::cue {}"
            ),
            "He left.",
        ),
        (
            "00:00:01,000 --> 00:00:02,000\nHe left\n\n00:00:30,000 --> 00:00:31,000\nin May.\n\n"
            "00:01:00,000 --> 00:01:01,000\nIt rained.",
            "He left in May.\n\nIt rained.",
        ),
    ],
)
def test_the_words(text: str, words: str) -> None:
    assert read(text).text == words


def test_the_time_of_a_cue_is_a_place_and_no_date() -> None:
    document = read(
        "1\n00:00:01,600 --> 00:00:04,200\nThe war ended\n\n2\n01:02:03,000 --> 01:02:05,000\n"
        "in 1945. He left on 3 May 1946."
    )
    assert document.cues == ((0, "00:00:01"), (14, "01:02:03"))
    assert document.given_date is None
    assert read(vtt("He left.", head="WEBVTT - The hearing")).title == "The hearing"


def test_an_event_names_its_cue() -> None:
    import timeline.batch.run as batch
    from timeline.pipeline import Options

    document = read(vtt("It rained.", "He left on 3 May 1946."))
    timeline = batch.run([document], Options())
    cues = {event.trigger: event.locator.cue for event in timeline.events}
    assert cues["left"] == "00:00:01"
    assert [entry.time.value for entry in timeline.entries] == ["1946-05-03"]
    assert extract("He left on 3 May 1946.").events[0].locator.cue is None


@pytest.mark.parametrize("text", ["WEBVTT\n", "He left.", vtt("", "[music]"), "1\n00:99 -> x\nHe"])
def test_without_words(text: str) -> None:
    (found,) = subtitles.read(text.encode(), "a.srt")
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"WEBVTT\n\n", True),
        (b"\xef\xbb\xbfWEBVTT - x\n", True),
        (b"1\n00:00:01,000 --> 00:00:02,000\nHi", True),
        (b"1\nHe left --> home", False),
        (b"WEBVTTS are fine", False),
    ],
)
def test_subtitles_are_known_by_their_first_bytes(head: bytes, known: bool) -> None:
    assert subtitles.sniff(head) is known

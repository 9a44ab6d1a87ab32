"""Subtitles (SRT, WebVTT): what is said, as running text; a cue's time tells where, never when."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..document import Block, Document
from .base import Failure, Reader
from .breaks import is_finished
from .decoding import read_text
from .make import make_document

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
TIMES = re.compile(rf"[ \t]{{0,8}}{_CLOCK}[ \t]{{0,8}}-->[ \t]{{0,8}}{_CLOCK}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]{1,8}([^<>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{0,80}\}")
_SOUND = re.compile(r"\[[^\[\]]{0,120}\]|\([A-Za-z ]{1,40}\)|♪[^♪]{0,300}♪?|♫[^♫]{0,300}♫?")
_TURN = re.compile(r"[ \t]{0,4}(?:[-–—]{1,2}[ \t]?|>>[ \t]{0,4})(?=\S)")
PAUSE = 4.0  # s of silence after a sentence that begins a paragraph
LONGEST = 1_200  # characters of a paragraph, before its next full stop


@dataclass(frozen=True, slots=True)
class _Cue:
    begin: float
    end: float
    lines: tuple[str, ...]


def read(data: bytes, source: str) -> Iterator[Document | Failure]:
    """One document: the cues joined to sentences, with the time of each as its place."""
    text, warnings = read_text(data)
    cues = list(_read_cues(text))
    if not cues:
        yield Failure(source, 'this file holds no cue such as "00:00:01,000 --> 00:00:04,000"')
        return
    words, blocks, places = _join(cues)
    if not words:
        yield Failure(source, "the cues of this file hold no words")
        return
    header = text.split("\n", 1)[0].removeprefix("\ufeff")
    title = header.removeprefix("WEBVTT").strip(" \t-–") if header.startswith("WEBVTT") else ""
    document = make_document(words, source, title=title or None, warnings=warnings, blocks=blocks)
    yield replace(document, cues=places)


def sniff(head: bytes) -> bool:
    """Whether bytes begin like subtitles."""
    text, _ = read_text(head)
    if re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        return True
    first = text.lstrip().split("\n")[:2]
    return len(first) == 2 and first[0].strip().isdigit() and TIMES.match(first[1]) is not None


def _read_cues(text: str) -> Iterator[_Cue]:
    """The cues in order; what stands before a line of times, or in a NOTE, is none."""
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        times = TIMES.match(lines[place])
        place += 1
        if times is None:
            continue
        said = []
        while place < len(lines) and lines[place].strip() and not TIMES.match(lines[place]):
            said.append(lines[place])
            place += 1
        if said and place < len(lines) and TIMES.match(lines[place]) and said[-1].strip().isdigit():
            said.pop()  # the number of the next cue, without a blank line before it
        yield _Cue(_seconds(times.groups()[:4]), _seconds(times.groups()[4:]), tuple(said))


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds = (int(field or 0) for field in clock[:3])
    part = clock[3] or "0"
    return hours * 3600.0 + minutes * 60 + seconds + float(f"0.{part}")


class _Joiner:
    """Puts the words of cues together to paragraphs."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.places: list[tuple[int, str]] = []
        self.length = 0
        self.begin = 0  # of the paragraph
        self.last = ""

    def break_off(self) -> None:
        """End the paragraph."""
        if self.length > self.begin:
            self.blocks.append(Block(self.begin, self.length, "paragraph"))
            self._put("\n\n")
            self.begin = self.length

    def say(self, words: str, begin: float) -> None:
        """Words of a cue."""
        if self.length > self.begin:
            self._put(" ")
        minutes, seconds = divmod(int(begin), 60)
        hours, minutes = divmod(minutes, 60)
        place = f"{hours:02}:{minutes:02}:{seconds:02}"
        if not self.places or self.places[-1][1] != place:
            self.places.append((self.length, place))
        self._put(words)
        self.last = words

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def _join(cues: list[_Cue]) -> tuple[str, tuple[Block, ...], tuple[tuple[int, str], ...]]:
    joiner = _Joiner()
    shown: tuple[str, ...] = ()
    speaker, end = None, 0.0
    for cue in cues:
        lines = []
        for raw in cue.lines:
            voice = _VOICE.search(raw)
            line = html.unescape(_TAG.sub("", _VOICE.sub("", raw)))
            line = " ".join(_SOUND.sub(" ", line).split())
            if line:
                lines.append((line, html.unescape(voice[1]).strip() if voice else None))
        is_over = not joiner.last or is_finished(joiner.last)
        if (cue.begin - end > PAUSE or joiner.length - joiner.begin > LONGEST) and is_over:
            joiner.break_off()
        for line, voice_name in lines:
            if line in shown:
                continue  # captions that roll show a line again while the next one comes
            turn = _TURN.match(line)
            if (voice_name and voice_name != speaker) or turn:
                joiner.break_off()
            if voice_name and voice_name != speaker:
                speaker = voice_name
                joiner.say(f"{voice_name}:", cue.begin)
            joiner.say(line[turn.end() :] if turn else line, cue.begin)
        shown = tuple(line for line, _ in lines) or shown
        end = cue.end
    joiner.break_off()
    text = "".join(joiner.parts).rstrip("\n")
    return text, tuple(joiner.blocks), tuple(joiner.places)


READER = Reader(
    "subtitles", (".srt", ".vtt"), "subtitles: the words, placed by their cue's time", read, sniff
)

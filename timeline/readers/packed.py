"""Compressed files: gzip, bzip2, xz and zstd, unpacked in small steps and never without bound."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from ..errors import ReadError

STEP = 1 << 20  # bytes asked for at a time
ZST_STEP = 1 << 10  # bytes handed over at a time: each may become 32 KiB
MOST_MEMORY = 1 << 28  # bytes for the dictionary of xz and zstd


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one source may hold when it is unpacked.

    The ratio counts only beyond `free` bytes: a small file of blanks is no bomb.
    """

    size: int = 1 << 30  # bytes, all members together
    ratio: int = 200
    free: int = 1 << 25  # bytes
    members: int = 10_000


LIMITS = Limits()


class TooLargeError(ReadError):
    """A source that unpacks to more than it may; nothing more of it is read."""


class Budget:
    """What is left of the limits for one source, with all that is packed within it."""

    def __init__(self, packed: int, limits: Limits | None = None) -> None:
        self.limits = limits or LIMITS
        self.packed = packed
        self.spent = 0

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked; raises TooLargeError where they are too many."""
        self.spent += size
        if self.spent > self.limits.size:
            most = f"{self.limits.size / (1 << 20):,.0f} MB"
            raise TooLargeError(f"it unpacks to more than {most}", "unpack it first")
        if self.spent > self.limits.free and self.spent > self.limits.ratio * self.packed:
            raise TooLargeError(
                f"it unpacks to more than {self.limits.ratio} times its size, as only a bomb does",
                "unpack it first if you trust it",
            )

    def collect(self, parts: Iterator[bytes]) -> bytes:
        """The parts as one, counted while they come."""
        whole = bytearray()
        for part in parts:
            self.spend(len(part))
            whole += part
        return bytes(whole)


def unpack(data: bytes, kind: str, budget: Budget) -> bytes:
    """The content of a compressed file. Raises ReadError: broken, too large, library missing."""
    try:
        return budget.collect(_UNPACKERS[kind](data))
    except EOFError as error:
        raise ReadError(f"its {kind} data is cut off") from error
    except (OSError, zlib.error, lzma.LZMAError, ValueError) as error:
        raise ReadError(f"its {kind} data is broken") from error


def packed_kind(data: bytes) -> str | None:
    """How a file is compressed, by its first bytes."""
    kind = next((kind for kind, magic in MAGIC.items() if data.startswith(magic)), None)
    return None if kind == "bzip2" and data[4:10] not in BZIP2_BLOCKS else kind


def _gunzip(data: bytes) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
        while part := stream.read(STEP):
            yield part


def _bunzip(data: bytes) -> Iterator[bytes]:
    with bz2.BZ2File(BytesIO(data)) as stream:
        while part := stream.read(STEP):
            yield part


def _unxz(data: bytes) -> Iterator[bytes]:
    while data.strip(b"\0"):
        stream = lzma.LZMADecompressor(memlimit=MOST_MEMORY)
        yield stream.decompress(data, STEP)
        while not stream.eof:
            if stream.needs_input:
                raise EOFError
            yield stream.decompress(b"", STEP)
        data = stream.unused_data


def _unzst(data: bytes) -> Iterator[bytes]:
    try:
        import zstandard
    except ImportError as error:
        raise ReadError(
            "a zstd archive needs the library zstandard, which is not installed",
            "pip install 'timeline-extract[zst]'",
        ) from error
    maker = zstandard.ZstdDecompressor(max_window_size=MOST_MEMORY)
    stream = maker.decompressobj()
    for start in range(0, len(data), ZST_STEP):
        rest = data[start : start + ZST_STEP]
        while rest:
            if stream.eof:
                stream = maker.decompressobj()
            try:
                yield stream.decompress(rest)
            except zstandard.ZstdError as error:
                raise ValueError(str(error)) from error
            rest = stream.unused_data if stream.eof else b""
    if not stream.eof:
        raise EOFError


MAGIC: Mapping[str, bytes] = {
    "gzip": b"\x1f\x8b",
    "bzip2": b"BZh",
    "xz": b"\xfd7zXZ\x00",
    "zstd": b"\x28\xb5\x2f\xfd",
}
# Three letters are no magic: behind them stands a block or the end.
BZIP2_BLOCKS = (b"1AY&SY", b"\x17\x72\x45\x38\x50\x90")
SUFFIXES: Mapping[str, str] = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}
_UNPACKERS: Mapping[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "bzip2": _bunzip,
    "xz": _unxz,
    "zstd": _unzst,
}

"""Forgetting: what a text brings that is new must not stay for ever, nor the memory of a long one.

spaCy keeps every string and every form that it has met. The first ones are worth keeping, they are
the language's common words; those after them are names, numbers and mistakes.

The C library asks the system for large pieces of memory one by one, and gives each back, but only
until the first is given back: then it holds that such pieces are common, and keeps them in a heap,
where they leave holes between what is small and stays. A book has many of them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from threading import Lock

from spacy.language import Language

KEPT = 5_000  # word forms that stay, about 1 kB for each; a short text costs 7 % more without them
LONG = 100_000  # characters; a text of more brings too many at once
LARGE = 1 << 17  # bytes of a large piece; what the C library of Linux begins with
_TRIM, _MMAP = -1, -3  # malloc.h: M_TRIM_THRESHOLD, M_MMAP_THRESHOLD

# A zone's end takes the words away from every Doc made in it, also another thread's.
_LOCK = Lock()


@contextmanager
def forgetting(nlp: Language, length: int) -> Iterator[None]:
    """While a text of this length is read; no Doc made inside may be used afterwards.

    One thread at a time: they would not be faster together.
    """
    with _LOCK:
        if len(nlp.vocab) < KEPT and length <= LONG:
            yield
            return
        if length > LONG:
            give_back()
        with nlp.memory_zone():
            yield


@cache
def give_back() -> None:
    """Have large pieces of memory given back from now on; other C libraries know no such thing."""
    with suppress(AttributeError, OSError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_TRIM, LARGE)
        library.mallopt(_MMAP, LARGE)

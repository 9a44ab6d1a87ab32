"""Forgetting words: what a text brings that is new must not stay for ever.

spaCy keeps every string and every form that it has met. The first ones are worth keeping, they are
the language's common words; those after them are names, numbers and mistakes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from spacy.language import Language

KEPT = 5_000  # word forms that stay, about 1 kB for each; a short text costs 7 % more without them
LONG = 100_000  # characters; a text of more brings too many at once
_LEMMATIZER = "lemmatizer"

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
        with nlp.memory_zone():
            yield
        # Its rules run once for each form, and it remembers what came out.
        lemmas = getattr(nlp.get_pipe(_LEMMATIZER), "cache", None) if _has_lemmas(nlp) else None
        if isinstance(lemmas, dict) and len(lemmas) > KEPT:
            lemmas.clear()


def _has_lemmas(nlp: Language) -> bool:
    return _LEMMATIZER in nlp.pipe_names

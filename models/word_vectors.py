"""Vectors of words alone, from the first layer of a published sentence encoder; for training only.

Reads `model.safetensors` and `tokenizer.json` of all-mpnet-base-v2 (Apache-2.0) with numpy: the
program itself knows nothing of it.
"""

from __future__ import annotations

import json
import re
import struct
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
FIRST_PLACE = 2  # the row of the first piece among the embeddings of places
LONGEST = 30  # letters of a word that are read
PART = re.compile(r"[^\W_]+|[^\w\s]|_")
LAYER = "embeddings."
WORDS, PLACES, NORM = "word_embeddings.weight", "position_embeddings.weight", "LayerNorm"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The arrays of the embeddings by their names, and the numbers of the word pieces."""

    arrays: dict[str, Vectors]
    pieces: dict[str, int]

    def of(self, words: Iterable[str]) -> dict[str, Vectors]:
        """The vector of each word, of its pieces; without words of which a piece is unknown."""
        cuts = ((word, self._cut(word)) for word in sorted(set(words)))
        return {word: self._embedded(cut)[1:-1].mean(axis=0) for word, cut in cuts if cut}

    def _cut(self, word: str) -> list[int]:
        """The numbers of its pieces, the longest from the left; none where one is unknown."""
        plain = unicodedata.normalize("NFD", word.lower()[:LONGEST])
        text = "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")
        parts = [self._cut_part(part) for part in PART.findall(text)]
        return [number for part in parts for number in part] if all(parts) else []

    def _cut_part(self, text: str) -> list[int]:
        numbers: list[int] = []
        start = 0
        while start < len(text):
            for end in range(len(text), start, -1):
                for name in (text[start:end], "##" + text[start:end])[start > 0 :]:
                    if name in self.pieces:
                        break
                else:
                    continue
                numbers.append(self.pieces[name])
                start = end
                break
            else:
                return []
        return numbers

    def _embedded(self, cut: Sequence[int]) -> Vectors:
        """The states [pieces, width] before any layer, with the signs for begin and end."""
        numbers = np.array([self.pieces["<s>"], *cut, self.pieces["</s>"]])
        places = self.arrays[PLACES][FIRST_PLACE : FIRST_PLACE + len(numbers)]
        states = self.arrays[WORDS][numbers] + places
        middle = states.mean(axis=-1, keepdims=True)
        spread = np.sqrt(((states - middle) ** 2).mean(axis=-1, keepdims=True) + 1e-5)
        scaled = (states - middle) / spread
        made: Vectors = scaled * self.arrays[f"{NORM}.weight"] + self.arrays[f"{NORM}.bias"]
        return made


@dataclass(frozen=True, slots=True)
class Words:
    """Short vectors of words in whole steps [1 + words, width]; row 0 is of what is not known."""

    rows: Mapping[str, int]
    steps: NDArray[np.int8]
    step: float  # vectors have the length 1 in the mean

    def of(self, words: Sequence[str], sizes: Sequence[float]) -> NDArray[np.float64]:
        """The vectors of words in one row, each with a length of its own in the mean."""
        rows = self.steps[[self.rows.get(word, 0) for word in words]]
        flat: NDArray[np.float64] = (rows * (np.array(sizes) * self.step)[:, None]).ravel()
        return flat


def shorten(vectors: Mapping[str, Vectors], width: int) -> Words:
    """Vectors moved around 0 and cut to the directions in which they differ most."""
    names = sorted(vectors)
    table = np.array([vectors[name] for name in names], dtype=np.float64)
    table -= table.mean(axis=0)
    _, directions = np.linalg.eigh(table.T @ table)
    short = table @ directions[:, ::-1][:, :width]
    short /= np.sqrt((short**2).sum(axis=1).mean())
    step = float(np.abs(short).max()) / 127
    steps = np.zeros((1 + len(names), short.shape[1]), dtype=np.int8)
    steps[1:] = np.rint(short / step)
    return Words({name: row for row, name in enumerate(names, start=1)}, steps, step)


def read_vectors(folder: Path) -> WordVectors:
    """Read the embeddings of an encoder from its folder."""
    data = (folder / "model.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    arrays: dict[str, Vectors] = {}
    for name, told in json.loads(data[8 : 8 + size]).items():
        layer, _, part = name.removeprefix("mpnet.").partition(LAYER)
        if not layer and part and told["dtype"] == "F32":  # place numbers are none
            start, end = (8 + size + at for at in told["data_offsets"])
            arrays[part] = np.frombuffer(data[start:end], dtype="<f4").reshape(told["shape"])
    tokenizer = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    return WordVectors(arrays, tokenizer["model"]["vocab"])

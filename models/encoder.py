"""Vectors of words from a published sentence encoder (MPNet, twelve layers), for training only.

Reads `model.safetensors` and `tokenizer.json` of all-mpnet-base-v2 (Apache-2.0) and computes with
numpy: the program itself knows nothing of it.
"""

from __future__ import annotations

import json
import re
import struct
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

Vectors = NDArray[np.float32]
HEADS = 12
FIRST_PLACE = 2  # the row of the first piece among the embeddings of places
NEAR, FAR, SIDE = 8, 128, 16  # buckets of distance: exact below NEAR, all one from FAR on; a side
CONTEXT_LAYER = 8  # what the vector of a word in its sentence is taken from: by cross-validation
MOST = 200  # pieces that are read at once
LONGEST = 30  # letters of a word that are read
PART = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Encoder:
    """The arrays of an MPNet by their names, and the numbers of its word pieces."""

    arrays: dict[str, Vectors]
    pieces: dict[str, int]

    def words(self, words: Iterable[str]) -> dict[str, Vectors]:
        """The vector of each word alone: of its pieces, before any layer."""
        cuts = ((word, self._cut(word)) for word in sorted(set(words)))
        return {word: self._embedded(cut)[1:-1].mean(axis=0) for word, cut in cuts if cut}

    def in_context(self, words: Sequence[str], wanted: Sequence[int]) -> list[Vectors]:
        """The vectors of those words of a text whose places are `wanted`, read in the text.

        Of a long text as much is read as stands around the first of these. They are cut to 16 bits,
        so that another order of sums leaves them as they are.
        """
        pieces = [(place, piece) for place, word in enumerate(words) for piece in self._cut(word)]
        at = next((n for n, (place, _) in enumerate(pieces) if place >= wanted[0]), 0)
        first = max(0, min(at - MOST // 2, len(pieces) - MOST))
        pieces = pieces[first : first + MOST]
        read = self._read([piece for _, piece in pieces])
        found: list[Vectors] = []
        for place in wanted:
            rows = [n for n, (owner, _) in enumerate(pieces, start=1) if owner == place]
            vector = read[rows].mean(axis=0) if rows else np.zeros(read.shape[-1])
            found.append(vector.astype(np.float16).astype(np.float32))
        return found

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
        name = "embeddings."
        states = self.arrays[name + "word_embeddings.weight"][numbers]
        places = self.arrays[name + "position_embeddings.weight"]
        states = states + places[FIRST_PLACE : FIRST_PLACE + len(numbers)]
        return self._normal(states, name + "LayerNorm")

    def _read(self, cut: Sequence[int]) -> Vectors:
        """The states [pieces, width] after the layers."""
        states = self._embedded(cut)
        length = len(states)
        weights = self.arrays["encoder.relative_attention_bias.weight"]
        distances = weights[_buckets(length)].transpose(2, 0, 1)
        for layer in range(CONTEXT_LAYER):
            name = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(states, f"{name}attention.attn.{part}")
                .reshape(length, HEADS, -1)
                .transpose(1, 0, 2)
                for part in "qkv"
            )
            looks = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(query.shape[-1]))
            looks += distances
            looks = np.exp(looks - looks.max(axis=-1, keepdims=True))
            looks /= looks.sum(axis=-1, keepdims=True)
            seen = (looks @ value).transpose(1, 0, 2).reshape(length, -1)
            added = self._linear(seen, name + "attention.attn.o")
            states = self._normal(states + added, name + "attention.LayerNorm")
            inner = self._linear(states, name + "intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / np.sqrt(np.float32(2))))
            added = self._linear(inner, name + "output.dense")
            states = self._normal(states + added, name + "output.LayerNorm")
        return states

    def _linear(self, states: Vectors, name: str) -> Vectors:
        made: Vectors = states @ self.arrays[name + ".weight"].T + self.arrays[name + ".bias"]
        return made

    def _normal(self, states: Vectors, name: str) -> Vectors:
        middle = states.mean(axis=-1, keepdims=True)
        spread = np.sqrt(((states - middle) ** 2).mean(axis=-1, keepdims=True) + 1e-5)
        scaled = (states - middle) / spread
        made: Vectors = scaled * self.arrays[name + ".weight"] + self.arrays[name + ".bias"]
        return made


def _buckets(length: int) -> NDArray[np.int64]:
    """[from, to]: the number of each distance, in logarithmic steps; what follows from SIDE on."""
    places = np.arange(length)
    ahead = places[None, :] - places[:, None]
    away = np.abs(ahead)
    steps = np.log(np.maximum(away, NEAR) / NEAR) / np.log(FAR / NEAR) * (SIDE - NEAR)
    number = np.where(away < NEAR, away, np.minimum(NEAR + steps.astype(int), SIDE - 1))
    made: NDArray[np.int64] = number + SIDE * (ahead > 0)
    return made


@cache
def read_encoder(folder: Path) -> Encoder:
    """Read an encoder from its folder."""
    data = (folder / "model.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    arrays: dict[str, Vectors] = {}
    for name, told in json.loads(data[8 : 8 + size]).items():
        if name != "__metadata__" and told["dtype"] == "F32":
            start, end = (8 + size + at for at in told["data_offsets"])
            numbers = np.frombuffer(data[start:end], dtype="<f4").reshape(told["shape"])
            arrays[name.removeprefix("mpnet.")] = numbers
    tokenizer = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    return Encoder(arrays, tokenizer["model"]["vocab"])

"""Vectors of words from a published sentence encoder (BERT, six layers), for training only.

Reads `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (Apache-2.0) and computes with
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
WORD_LAYER = 1  # what the vector of a word alone is taken from: chosen by cross-validation
CONTEXT_LAYERS = (3, 4)  # what that of a word in its sentence is taken from, side by side
MOST = 200  # pieces that are read at once
LONGEST = 30  # letters of a word that are read
PART = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Encoder:
    """The arrays of a BERT by their names, and the numbers of its word pieces."""

    arrays: dict[str, Vectors]
    pieces: dict[str, int]

    def words(self, words: Iterable[str]) -> dict[str, Vectors]:
        """The vector of each word, read alone."""
        by_length: dict[int, list[tuple[str, list[int]]]] = {}
        for word in sorted(set(words)):
            if cut := self._cut(word):
                by_length.setdefault(len(cut), []).append((word, cut))
        found: dict[str, Vectors] = {}
        for length, known in by_length.items():
            states = self._run([self._framed(cut) for _, cut in known], WORD_LAYER)[-1]
            rows = states[:, 1 : length + 1].mean(axis=1)
            found |= {word: row for (word, _), row in zip(known, rows, strict=True)}
        return found

    def in_context(self, words: Sequence[str], wanted: Sequence[int]) -> list[Vectors]:
        """The vectors of those words of a text whose places are `wanted`, read in the text.

        Of a long text as much is read as stands around the first of these. They are cut to 16 bits,
        so that another order of sums leaves them as they are.
        """
        pieces = [(place, piece) for place, word in enumerate(words) for piece in self._cut(word)]
        at = next((n for n, (place, _) in enumerate(pieces) if place >= wanted[0]), 0)
        first = max(0, min(at - MOST // 2, len(pieces) - MOST))
        pieces = pieces[first : first + MOST]
        states = self._run([self._framed([piece for _, piece in pieces])], max(CONTEXT_LAYERS))
        read = np.concatenate([states[layer][0] for layer in CONTEXT_LAYERS], axis=-1)
        found: list[Vectors] = []
        for place in wanted:
            rows = [n for n, (owner, _) in enumerate(pieces, start=1) if owner == place]
            vector = read[rows].mean(axis=0) if rows else np.zeros(read.shape[-1])
            found.append(vector.astype(np.float16).astype(np.float32))
        return found

    def _framed(self, cut: Sequence[int]) -> list[int]:
        return [self.pieces["[CLS]"], *cut, self.pieces["[SEP]"]]

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

    def _run(self, rows: Sequence[Sequence[int]], layers: int) -> list[Vectors]:
        """The states [rows, pieces, width] before and after each layer, of rows of one length."""
        numbers = np.array(rows)
        count, length = numbers.shape
        name = "embeddings."
        states = (
            self.arrays[name + "word_embeddings.weight"][numbers]
            + self.arrays[name + "position_embeddings.weight"][:length]
            + self.arrays[name + "token_type_embeddings.weight"][0]
        )
        states = self._normal(states, name + "LayerNorm")
        all_states = [states]
        for layer in range(layers):
            name = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(states, f"{name}attention.self.{part}")
                .reshape(count, length, HEADS, -1)
                .transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            looks = query @ key.transpose(0, 1, 3, 2) / np.sqrt(query.shape[-1])
            looks = np.exp(looks - looks.max(axis=-1, keepdims=True))
            looks /= looks.sum(axis=-1, keepdims=True)
            seen = (looks @ value).transpose(0, 2, 1, 3).reshape(count, length, -1)
            added = self._linear(seen, name + "attention.output.dense")
            states = self._normal(states + added, name + "attention.output.LayerNorm")
            inner = self._linear(states, name + "intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / np.sqrt(2)))
            added = self._linear(inner, name + "output.dense")
            states = self._normal(states + added, name + "output.LayerNorm")
            all_states.append(states)
        return all_states

    def _linear(self, states: Vectors, name: str) -> Vectors:
        made: Vectors = states @ self.arrays[name + ".weight"].T + self.arrays[name + ".bias"]
        return made

    def _normal(self, states: Vectors, name: str) -> Vectors:
        middle = states.mean(axis=-1, keepdims=True)
        spread = np.sqrt(((states - middle) ** 2).mean(axis=-1, keepdims=True) + 1e-12)
        scaled = (states - middle) / spread
        made: Vectors = scaled * self.arrays[name + ".weight"] + self.arrays[name + ".bias"]
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
            arrays[name.removeprefix("bert.")] = numbers
    tokenizer = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    return Encoder(arrays, tokenizer["model"]["vocab"])

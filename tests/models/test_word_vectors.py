"""The word vectors that the training of the linker asks for, of a tiny encoder made by chance."""

import importlib
import json
import struct

import numpy as np
import pytest

WIDTH = 24
PIECES = ["<s>", "</s>", "re", "-", "##elect", "elect", "##ed", "e", "late"]
SHAPES = {
    "embeddings.word_embeddings.weight": (len(PIECES), WIDTH),
    "embeddings.position_embeddings.weight": (300, WIDTH),
    "embeddings.LayerNorm.weight": (WIDTH,),
    "embeddings.LayerNorm.bias": (WIDTH,),
    "encoder.layer.0.output.dense.bias": (WIDTH,),
}


@pytest.fixture(scope="module")
def vectors(scripts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("encoder")
    chance = np.random.default_rng(1)
    data, told = b"", {}
    for name, shape in SHAPES.items():
        flat = np.full(shape, float("Norm.weight" in name))
        made = chance.normal(size=shape) if len(shape) > 1 else flat
        block = made.astype("<f4").tobytes()
        told[name] = {"dtype": "F32", "shape": shape,
                      "data_offsets": [len(data), len(data) + len(block)]}  # fmt: skip
        data += block
    told["embeddings.position_ids"] = {"dtype": "I64", "shape": (1, 2), "data_offsets": [0, 16]}
    header = json.dumps(told).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + data)
    vocabulary = {"model": {"vocab": {piece: n for n, piece in enumerate(PIECES)}}}
    (folder / "tokenizer.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    return importlib.import_module("word_vectors").read_vectors(folder)


def test_words_are_cut_into_the_longest_pieces(vectors):
    found = vectors.of(["re-elected", "RE-elected", "Élected", "elected", "reelect", "xyz"])
    assert "xyz" not in found
    assert found["elected"].shape == (WIDTH,)
    assert found["Élected"] == pytest.approx(found["elected"], abs=1e-5)
    assert found["re-elected"] == pytest.approx(found["RE-elected"], abs=1e-5)
    assert not np.allclose(found["reelect"], found["elected"], atol=0.01)

"""The encoder that the linker's training asks, on a tiny one with weights of chance."""

import importlib
import json
import struct

import numpy as np
import pytest

pytest.importorskip("scipy", reason="needs scipy, which only training uses")
WIDTH, INNER = 24, 8
PIECES = ["<s>", "</s>", "re", "-", "##elect", "elect", "##ed", "e", "late"]


@pytest.fixture(scope="module")
def encoder(scripts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("encoder")
    chance = np.random.default_rng(1)
    shapes = {"embeddings.word_embeddings.weight": (len(PIECES), WIDTH),
              "embeddings.position_embeddings.weight": (300, WIDTH),
              "encoder.relative_attention_bias.weight": (32, 12)}  # fmt: skip
    blocks = {f"attention.attn.{part}": (WIDTH, WIDTH) for part in "qkvo"}
    blocks |= {"intermediate.dense": (INNER, WIDTH), "output.dense": (WIDTH, INNER)}
    norms = ["embeddings.LayerNorm"]
    for layer in range(8):
        for name, shape in blocks.items():
            shapes[f"encoder.layer.{layer}.{name}.weight"] = shape
            shapes[f"encoder.layer.{layer}.{name}.bias"] = shape[:1]
        norms += [f"encoder.layer.{layer}.{at}.LayerNorm" for at in ("output", "attention")]
    shapes |= {f"{name}.{part}": (WIDTH,) for name in norms for part in ("weight", "bias")}
    data, told = b"", {}
    for name, shape in shapes.items():
        flat = np.full(shape, float("Norm.weight" in name))
        made = chance.normal(size=shape) if len(shape) > 1 else flat
        block = made.astype("<f4").tobytes()
        told[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data)]}
        data += block
        told[name]["data_offsets"].append(len(data))
    header = json.dumps(told).encode()
    (folder / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + data)
    vocabulary = {"model": {"vocab": {piece: n for n, piece in enumerate(PIECES)}}}
    (folder / "tokenizer.json").write_text(json.dumps(vocabulary), encoding="utf-8")
    return importlib.import_module("encoder").read_encoder(folder)


def test_words_are_cut_into_the_longest_pieces(encoder):
    found = encoder.words(["re-elected", "RE-elected", "Élected", "elected", "reelect", "xyz"])
    assert "xyz" not in found
    assert found["Élected"] == pytest.approx(found["elected"], abs=1e-5)
    assert found["re-elected"] == pytest.approx(found["RE-elected"], abs=1e-5)
    assert not np.allclose(found["reelect"], found["elected"], atol=0.01)


def test_a_word_is_read_where_it_stands(encoder):
    alone, early = encoder.in_context(["late", "elected", "late"], [1, 2])
    (other,) = encoder.in_context(["re", "elected", "late"], [1])
    assert alone.shape == (WIDTH,)
    assert not np.allclose(alone, other, atol=0.01)
    assert not np.allclose(alone, early, atol=0.01)


def test_of_a_long_text_what_stands_around_is_read(encoder):
    words = ["late"] * 500
    (far,) = encoder.in_context([*words, "elected", *words], [500])
    (near,) = encoder.in_context([*words[:100], "elected", *words], [100])
    assert far.any()
    assert far == pytest.approx(near, abs=0.01)
    missing = encoder.in_context(["xyz", "late"], [0])[0]
    assert not missing.any()

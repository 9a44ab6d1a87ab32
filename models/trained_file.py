"""What the trainings share: whole numbers for weights, a calibration, and the file that is written.

The file is an npz archive of arrays and one JSON string ("meta"), which `timeline.trained` reads.
"""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
STEPS = 127  # of a weight on either side of 0

Arrays = dict[str, NDArray[Any]]


def pack(weights: NDArray[Any], smallest: float, numbers_as: type[np.unsignedinteger]) -> Arrays:
    """Leave out the rows whose weights are all small, and make whole numbers of the others."""
    numbers = np.flatnonzero((np.abs(weights) >= smallest).any(axis=1))
    scales = (np.abs(weights).max(axis=0) / STEPS).astype(np.float32)
    scales[scales == 0] = 1
    steps = np.rint(weights[numbers] / scales).astype(np.int8)
    return {"numbers": numbers.astype(numbers_as), "weights": steps, "scales": scales}


def fit_line(logits: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Return slope and shift that make probabilities of logits (Platt), by Newton's method."""
    line = np.array([1.0, 0.0])
    table = np.stack([logits, np.ones_like(logits)], axis=1)
    for _ in range(25):
        chances = 1 / (1 + np.exp(-(table @ line)))
        bend = (table * (chances * (1 - chances))[:, None]).T @ table
        line -= np.linalg.solve(bend, table.T @ (chances - right))
    return round(float(line[0]), 4), round(float(line[1]), 4)


def to_bytes(arrays: Arrays, meta: dict[str, Any]) -> bytes:
    """Return the file: an npz archive, always the same bytes for the same numbers."""
    text = json.dumps(meta, indent=1, sort_keys=True).encode()
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays, meta=np.frombuffer(text, dtype=np.uint8))
    return stream.getvalue()


def difference(path: Path, arrays: Arrays, meta: dict[str, Any]) -> str | None:
    """Say what differs between a file and what was trained; None if every byte is equal."""
    with np.load(path, allow_pickle=False) as file:
        for name, array in arrays.items():
            if not np.array_equal(file[name], array):
                return f"{path}: {name} are not what the corpora give"
        if json.loads(file["meta"].tobytes()) != json.loads(json.dumps(meta)):
            return f"{path}: the description is not what the corpora give"
    if path.read_bytes() != to_bytes(arrays, meta):
        return f"{path}: the numbers are what the corpora give, but the bytes are not"
    return None


def make_parser(description: str, output: str) -> argparse.ArgumentParser:
    """The options of every training; `output` is the name of its file."""
    parser = argparse.ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=HERE / output)
    parser.add_argument("--check", action="store_true", help="compare with the file instead")
    return parser


def deliver(
    path: Path,
    trained: tuple[Arrays, dict[str, Any]],
    load: Callable[[Path], object],
    show: Callable[[str], object],
    *,
    check: bool,
) -> int:
    """Write the file and `load` it, or only compare it; returns the exit code."""
    arrays, meta = trained
    if check:
        reason = difference(path, arrays, meta)
        show(reason or f"{path} is what the corpora give")
        return 1 if reason else 0
    path.write_bytes(to_bytes(arrays, meta))
    load(path)
    show(f"{path}: {path.stat().st_size:,} bytes, {json.dumps(meta)}")
    return 0

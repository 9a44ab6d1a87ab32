"""Reads the files of trained models: arrays of numbers and one JSON string, without pickle."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from .errors import ModelError

Model = TypeVar("Model")
Arrays = Mapping[str, NDArray[Any]]
HINT = "install the package again, or train it: see models/README.md"


def read_trained(
    path: Path,
    what: str,
    scheme: Mapping[str, object],
    make: Callable[[Arrays, Mapping[str, Any]], Model],
) -> Model:
    """What `make` makes of a file's arrays and description ("meta").

    `what` calls it in words ("event model"), `scheme` is what its description has to say of how the
    features are numbered. Raises ModelError.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            meta = json.loads(file["meta"].tobytes())
            if any(meta[key] != value for key, value in scheme.items()):
                raise ModelError(f"{path}: this {what} has another format", HINT)
            return make(file, meta)
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: this is no {what}: {error}", HINT) from error

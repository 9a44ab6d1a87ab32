"""Products of matrices by numpy's library, row by row the same whatever stands beside a row.

OpenBLAS adds up in another order where a row stands elsewhere among the rows. But the lanes of one
instruction are treated alike, and each of its kernels fills them with 16 rows, or a part of these:
in blocks of 16, each a column, no row hangs on the others.
"""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
from thinc.api import NumpyOps

BLOCK = 16  # rows
LIBRARY = "numpy._core._multiarray_umath"  # what numpy's OpenBLAS is linked to
GET, SET = "scipy_openblas_get_num_threads64_", "scipy_openblas_set_num_threads64_"


class RowByRow(NumpyOps):  # type: ignore[misc]  # thinc's is not typed
    """Operations of a network whose products of a row are the same beside any others."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """Multiply; with other turns than a network predicts with it is left to numpy."""
        if trans1 or not trans2:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        if out is None:
            out = np.empty((len(x), len(y)), dtype=np.float32)
        block = np.zeros((BLOCK, x.shape[1]), dtype=np.float32)
        with one_thread():
            for start in range(0, len(x), BLOCK):
                rows = x[start : start + BLOCK]
                block[: len(rows)] = rows
                out[start : start + BLOCK] = (y @ block.T).T[: len(rows)]
        return out


@contextmanager
def one_thread() -> Iterator[None]:
    """Keep OpenBLAS from sharing out small products: that costs more than it saves."""
    threads = find_threads()
    if threads is None:
        yield
        return
    get, set_ = threads
    before = get()
    set_(1)
    try:
        yield
    finally:
        set_(before)


@cache
def find_threads() -> tuple[Callable[[], int], Callable[[int], object]] | None:
    """How to ask and tell OpenBLAS its number of threads; None if numpy has another library."""
    spec = importlib.util.find_spec(LIBRARY)
    if spec is None or spec.origin is None:
        return None
    try:
        library = ctypes.CDLL(spec.origin)
        return getattr(library, GET), getattr(library, SET)
    except (AttributeError, OSError):
        return None

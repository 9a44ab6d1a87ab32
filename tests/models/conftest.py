"""The training scripts as modules."""

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from timeline.paths import models_dir


@pytest.fixture(scope="package")
def scripts() -> Iterator[None]:
    """The folder of the scripts on the path, as when one is run."""
    sys.path.insert(0, str(models_dir()))
    yield
    sys.path.remove(str(models_dir()))


@pytest.fixture(scope="package")
def trained_file(scripts: None) -> ModuleType:
    return importlib.import_module("trained_file")

"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run: a red run is a change of the code. No deadline, because a slow
# machine is not a wrong answer.
settings.register_profile("timeline", derandomize=True, deadline=None)
settings.load_profile("timeline")

# A width that the terminal of the tests, or pytest's own workers, set is no width of ours.
os.environ.pop("COLUMNS", None)

CHECKOUT = Path(__file__).resolve().parents[1]


def _shared(name: str) -> Path:
    folder = CHECKOUT.parent / "shared" / name
    if not folder.is_dir():
        pytest.skip(f"needs ../shared/{name}, which is not part of the repository")
    return folder


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the annotated corpora; without it the test is skipped."""
    return _shared("corpora")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The folder of the seed article; without it the test is skipped."""
    return _shared("seed")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the sample documents."""
    return CHECKOUT / "data"


@pytest.fixture(autouse=True)
def _no_settings_from_outside(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A developer's own settings must not change what the tests see."""
    for name in tuple(os.environ):
        if name.startswith("TIMELINE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "config"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden", action="store_true", help="write the goldens again from this run"
    )


@pytest.fixture
def write_golden(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written rather than held."""
    return bool(request.config.getoption("--write-golden"))

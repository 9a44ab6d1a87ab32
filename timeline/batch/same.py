"""What a process works with: two that say the same give the same bytes for the same document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ..errors import ModelError
from ..paths import models_dir
from ..pipeline import Options
from ..rules import load_rules
from .provenance import version_of

_CODE = (".py", ".toml", ".js", ".css", ".j2")
_LIBRARIES = ("spacy", "dateparser", "holidays", "msgspec")

Setting = dict[str, str]  # part of a process -> its version or digest


@lru_cache(maxsize=4)
def describe_process(options: Options) -> Setting:
    """Package, model, rules and libraries of this process, each by its name."""
    from .. import __version__

    return {
        "package": f"{__version__} ({_digest_package()})",
        "model": f"{options.model} {version_of(options.model)}",
        "rules": load_rules("en").digest,
        "trained models": _digest_models(options.event_model),
        **{name: version(name) for name in _LIBRARIES},
    }


def check_same(name: str, told: Mapping[str, str], wanted: Mapping[str, str]) -> None:
    """Raises ModelError that names what differs in another process."""
    apart = [part for part in wanted if told.get(part) != wanted[part]]
    if apart:
        what = ", ".join(f"{part} {told.get(part)}, not {wanted[part]}" for part in apart)
        raise ModelError(
            f"the worker {name} has another version than this program: {what}",
            "install the same on all machines",
        )


def _digest_package() -> str:
    """Of the code and the words: a version number says little of what is being worked on."""
    package = Path(__file__).resolve().parents[1]
    found = sorted(path for path in package.rglob("*") if path.suffix in _CODE)
    return _digest([path for path in found if "_models" not in path.parts], package)


def _digest_models(name: str | None) -> str:
    folder = models_dir()
    paths = [*sorted(folder.glob("*.npz")), *sorted(folder.glob("*.toml"))]
    return _digest([*paths, *([Path(name)] if name else [])], folder)


def _digest(paths: list[Path], base: Path) -> str:
    whole = sha256()
    for path in paths:
        name = path.relative_to(base) if path.is_relative_to(base) else Path(path.name)
        whole.update(f"{name.as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:12]

"""Where the package's files are, installed or in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def models_dir() -> Path:
    """Return the folder of the trained pipelines.

    A wheel carries it inside the package; a checkout, and so an editable install, has it beside
    the package. Raises FileNotFoundError if the installation holds neither.
    """
    return _first_folder(_PACKAGE / "_models", _PACKAGE.parent / "models")


def _first_folder(*candidates: Path) -> Path:
    for folder in candidates:
        # Only ours has the model card: a stranger's `models` beside the package is not it.
        if (folder / "README.md").is_file():
            return folder
    looked = " nor ".join(str(folder) for folder in candidates)
    raise FileNotFoundError(f"this installation has no models: neither {looked}")

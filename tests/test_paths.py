"""Where the models are found, in a checkout and in a wheel."""

from pathlib import Path

import pytest

from timeline import paths


def _folder(path: Path, *files: str) -> Path:
    path.mkdir()
    for name in files:
        (path / name).write_text("", encoding="utf-8")
    return path


def test_this_installation_has_its_models() -> None:
    assert (paths.models_dir() / "README.md").is_file()


def test_the_wheels_own_folder_comes_first(tmp_path: Path) -> None:
    installed = _folder(tmp_path / "_models", "README.md")
    beside = _folder(tmp_path / "models", "README.md")
    assert paths._first_folder(installed, beside) == installed


def test_a_strangers_folder_is_passed_over(tmp_path: Path) -> None:
    stranger = _folder(tmp_path / "models", "weights.bin")
    ours = _folder(tmp_path / "ours", "README.md")
    assert paths._first_folder(tmp_path / "_models", stranger, ours) == ours


def test_an_installation_without_models_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no models: neither .*_models nor .*models"):
        paths._first_folder(tmp_path / "_models", tmp_path / "models")

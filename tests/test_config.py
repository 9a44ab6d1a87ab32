"""timeline.toml: what is read, what stands over what, and what is refused."""

from pathlib import Path

import pytest

from timeline.config import SETTINGS, read_settings
from timeline.errors import OptionError


def write(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "timeline.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path / "home")}


def test_nothing_is_needed(tmp_path: Path, home: dict[str, str]) -> None:
    assert read_settings(tmp_path, home) == {}


def test_the_working_directory_stands_over_the_user(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path / "home" / "timeline", 'format = "csv"\ntop = 5\n')
    write(tmp_path / "here", 'format = "json"\nday-first = true\n')
    assert read_settings(tmp_path / "here", home) == {
        "format": "json",
        "top": 5,
        "day-first": True,
    }


def test_the_user_folder_without_xdg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write(tmp_path / ".config" / "timeline", "top = 7\n")
    assert read_settings(tmp_path, {}) == {"top": 7}
    assert read_settings(tmp_path, {"XDG_CONFIG_HOME": "relative/is/ignored"}) == {"top": 7}


def test_fields_are_a_list(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path, '\ufefffields = ["begin", "title"]\n'.encode())
    assert read_settings(tmp_path, home) == {"fields": "begin,title"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tpo = 3", "unknown setting 'tpo'"),
        ('date = "2022-01-10"', "unknown setting 'date'"),  # a document's, never a habit
        ('[extract]\nformat = "csv"', "unknown setting 'extract'"),
        ("format = 3", "format must be a string"),
        ('top = "3"', "top must be a whole number"),
        ("top = true", "top must be a whole number"),
        ("top = 1.5", "top must be a whole number"),
        ("min-confidence = true", "min-confidence must be a number"),
        ("all = 1", "all must be true or false"),
        ('fields = "begin"', "fields must be a list of strings"),
        ("fields = [1]", "fields must be a list of strings"),
        ("top 3", "not valid TOML"),
        (b"\xff\xfe", "not valid TOML"),
    ],
)
def test_refused(tmp_path: Path, home: dict[str, str], text: str | bytes, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(OptionError, match=message) as caught:
        read_settings(tmp_path, home)
    assert str(path) in caught.value.message
    assert caught.value.hint


def test_a_typo_is_guessed(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path, "day_first = true")
    with pytest.raises(OptionError) as caught:
        read_settings(tmp_path, home)
    assert "did you mean day-first?" in (caught.value.hint or "")


def test_a_folder_of_that_name(tmp_path: Path, home: dict[str, str]) -> None:
    (tmp_path / "timeline.toml").mkdir()
    with pytest.raises(OptionError, match="cannot be read"):
        read_settings(tmp_path, home)


def test_whole_numbers_are_numbers(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path, "min-confidence = 1")
    assert read_settings(tmp_path, home) == {"min-confidence": 1}
    assert "min-confidence" in SETTINGS


def test_a_file_is_beside_the_settings_that_name_it(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path / "home" / "timeline", 'named-dates = "names.toml"\n')
    beside = tmp_path / "home" / "timeline" / "names.toml"
    assert read_settings(tmp_path, home) == {"named-dates": str(beside)}

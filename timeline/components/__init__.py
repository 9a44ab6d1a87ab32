"""spaCy components: finding and dating expressions, finding and anchoring events.

spaCy imports its own commands with itself, and what they download with: a quarter of its import.
Here they wait until somebody asks for them.
"""

import sys
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli.info"  # the one of them that spaCy's first file names


def _import_spacy() -> None:
    """Import spaCy without its commands, if nobody has imported it."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(_COMMANDS)
    stand_in.info = _info  # type: ignore[attr-defined]
    sys.modules[_COMMANDS] = stand_in
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[_COMMANDS]


def _info(*args: Any, **options: Any) -> Any:
    """What `spacy.info` does."""
    from spacy.cli.info import info

    return info(*args, **options)


_import_spacy()

"""spaCy is imported without its commands, which stay at hand."""

import subprocess
import sys

ASKS = """
import sys
import timeline.components.factories
assert "spacy" in sys.modules
print([name for name in ("spacy.cli", "weasel", "httpx", "requests") if name in sys.modules])
import spacy, spacy.cli
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__, callable(spacy.cli.info))
"""


def test_commands_wait_until_they_are_asked_for() -> None:
    """In a process of its own: here others have imported them."""
    done = subprocess.run([sys.executable, "-c", ASKS], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "True True"]

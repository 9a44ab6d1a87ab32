"""Data as JSON that may stand in a script element: no text can end the element or hide in it."""

from __future__ import annotations

import json
import re
from typing import Any

from ..safe import escape_json

# What HTML reads as markup, JavaScript once read as a line's end, and UTF-8 cannot write. Lone
# surrogates survive as escapes.
_MARKUP = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def encode_data(data: Any) -> str:
    """One line of JSON, in which every markup and invisible character is an escape."""
    encoded = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return escape_json(_MARKUP.sub(_escape, encoded))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"

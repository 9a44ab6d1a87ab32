"""Which mentions are one happening: `mentions` within a document, `across` several."""

from .across import merge_entries
from .mentions import merge_mentions
from .words import kind_of, stem

__all__ = ["kind_of", "merge_entries", "merge_mentions", "stem"]

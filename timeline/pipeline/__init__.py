"""From documents to what is found in them: load a pipeline, and annotate."""

from .load import load
from .options import DEFAULT_MODEL, Options, check_date, check_length
from .stages import Pipeline

__all__ = ["DEFAULT_MODEL", "Options", "Pipeline", "check_date", "check_length", "load"]

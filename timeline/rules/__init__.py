"""Temporal expressions by rule: words and patterns are data, their meaning is named Python."""

from .loader import RuleSet, load_rules
from .match import Match
from .matcher import find_matches, parse_phrase
from .order import infer_day_first

__all__ = ["Match", "RuleSet", "find_matches", "infer_day_first", "load_rules", "parse_phrase"]

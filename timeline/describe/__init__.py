"""Titles and participants of events: `describe_events`, or a `Describer` one by one."""

from .events import Describer, describe_events

__all__ = ["Describer", "describe_events"]

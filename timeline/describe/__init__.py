"""Titles and participants of events: `describe_events`."""

from .events import describe_events

__all__ = ["describe_events"]

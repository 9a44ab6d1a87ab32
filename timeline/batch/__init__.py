"""Runners over many documents."""

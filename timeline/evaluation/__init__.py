"""Measuring what the program finds against what people annotated, as the field defines it."""

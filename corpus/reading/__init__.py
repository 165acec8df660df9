"""Bytes to articles: one module per format, cleaned before anything else sees the text."""

from __future__ import annotations

from corpus.reading.clean import clean_line, clean_text
from corpus.reading.load import bundled, load, parse, read, set_apart
from corpus.reading.scan import Candidate, scan

__all__ = [
    "Candidate",
    "bundled",
    "clean_line",
    "clean_text",
    "load",
    "parse",
    "read",
    "scan",
    "set_apart",
]

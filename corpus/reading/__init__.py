"""Bytes to articles: one module per format, cleaned before anything else sees the text."""

from __future__ import annotations

from corpus.reading.clean import clean_line, clean_text
from corpus.reading.load import Files, bundled, in_turn, load, parse, parse_all, read, set_apart
from corpus.reading.scan import Candidate, scan

__all__ = [
    "Candidate",
    "Files",
    "bundled",
    "clean_line",
    "clean_text",
    "in_turn",
    "load",
    "parse",
    "parse_all",
    "read",
    "scan",
    "set_apart",
]

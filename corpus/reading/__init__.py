"""Bytes to articles: one module per format, cleaned before anything else sees the text."""

"""Parsing in child processes: whatever a file does to its parser, it costs one file."""

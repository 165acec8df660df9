"""Dateline's engine: reads articles, finds names and facts in them, answers questions."""

"""Readers of formats other than plain text; they run in a guarded child process only."""

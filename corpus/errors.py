"""Errors of the engine: each says what happened, where, and what to do next."""

from __future__ import annotations


class DatelineError(Exception):
    """Something that the user can act upon; its text is fit to be shown as it stands."""


class UnreadableError(DatelineError):
    """A file that cannot be loaded; the text is the reason shown in the list of skipped files."""


class MissingDataError(DatelineError):
    """A data file of the installation is absent or damaged."""

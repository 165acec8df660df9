"""What can keep a change from the disk."""

from __future__ import annotations

from corpus.errors import DatelineError
from corpus.notebook.records import Record


class NotSavedError(DatelineError):
    """A change that stands in memory only, and is tried again with the next one.

    The text says why; `record` is the record as it stands in memory, None for a removal.
    """

    def __init__(self, reason: str, record: Record | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.record = record


class ReadOnlyError(DatelineError):
    """A change that was refused: a newer Dateline wrote the notebook. Nothing has changed."""

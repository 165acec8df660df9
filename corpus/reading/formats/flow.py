"""Collects paragraphs for a draft: each is a line of its own, and is never joined to the next."""

from __future__ import annotations

import re

from corpus.reading.clean import clean_text
from corpus.reading.rows import FIXED, PLAIN, Draft, Row, remark_on

_SPACES = re.compile(r"[ \t\r\n]+")


class Flow:
    """The rows of a document in the making; its lines are the paragraphs, counted from 1."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._seen: list[str] = []

    def add(self, text: str, shape: str = PLAIN, *, gap: bool = True) -> None:
        """A paragraph, its own line ends kept, with a blank line before it if there is a `gap`."""
        if gap and self.rows and self.rows[-1].text:
            self.rows.append(Row(len(self.rows) + 1, ""))
        self._seen.append(text)
        for line in clean_text(text).split("\n"):
            bare = line.rstrip() if shape == FIXED else _SPACES.sub(" ", line).strip()
            if bare:
                self.rows.append(Row(len(self.rows) + 1, bare, shape, last=True))

    def draft(self) -> Draft:
        """What was collected, with remarks on its characters."""
        return Draft(self.rows, remarks=remark_on("\n".join(self._seen)))

"""Dateline's engine: reads articles, finds names and facts in them, answers questions.

From Python, `corpus.open("reports")` gives the model of a folder; docs/api.md tells the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.api import choose as choose
    from corpus.api import find as find
    from corpus.api import open as open
    from corpus.api import quotes as quotes
    from corpus.api import who as who
    from corpus.frames import from_pandas as from_pandas
    from corpus.frames import to_arrow as to_arrow
    from corpus.frames import to_pandas as to_pandas

_PUBLIC = {
    "open": "corpus.api", "who": "corpus.api", "find": "corpus.api", "quotes": "corpus.api",
    "choose": "corpus.api",
    "to_arrow": "corpus.frames", "to_pandas": "corpus.frames", "from_pandas": "corpus.frames",
}  # fmt: skip
"""Function → where it stands; nothing is imported before it is asked for."""


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'corpus' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})

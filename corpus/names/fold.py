"""Spellings brought to a common form, so that the same name written otherwise compares equal."""

from __future__ import annotations

import re

from corpus.names.letters import fold

__all__ = ["fold", "glue", "mend"]

_BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
_FUSED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")


def mend(name: str) -> str:
    """`name` without the traces of a scanner: "Mu- nich", "GreatYarmouth"."""
    return _FUSED.sub(" ", _BROKEN.sub("", name))


def glue(name: str) -> str:
    """`fold` without the spaces: "Kim Jong Un" and "Kim Jong-un" become one."""
    return fold(name).replace(" ", "")

"""The whole model as JSON lines: docs/json.md."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.export.setting import Setting
from corpus.jsonlines import line, lines
from corpus.model import Corpus


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A line for each thing; at the end one that says how much was left out, if anything was."""
    for one in lines(corpus):
        yield f"{one}\n"
    left = setting.left_out
    if left:
        told = {"type": "left_out", "people": left.people, "names": left.names, "facts": left.facts}
        yield f"{line(told)}\n"

"""Where a reader left each folder, kept between sittings; the reader's own notes lie elsewhere.

A sitting that cannot be read is as good as none, and one that cannot be written costs only the
place in the text: neither is worth an error.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.model import ArticleId, EntityId, Span
from tui.history import Position

_VERSION = 1
_MOST = 50
"""Folders that are remembered."""


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a shape that can be written; the name tells whether an id still means it."""

    article: str = ""
    anchor: int = -1
    mark: tuple[int, int] | None = None
    chosen: str = ""
    name: str = ""

    @classmethod
    def of(cls, position: Position, name: str = "") -> Place:
        """What to keep of `position`; `name` is that of the chosen one."""
        mark = (position.mark.start, position.mark.end) if position.mark else None
        return cls(position.article or "", position.anchor, mark, position.chosen or "", name)

    @property
    def position(self) -> Position:
        """The position again."""
        mark = Span(*self.mark) if self.mark is not None else None
        chosen = EntityId(self.chosen) if self.chosen else None
        return Position(ArticleId(self.article) or None, self.anchor, mark, chosen)


@dataclass(frozen=True, slots=True)
class Sitting:
    """How a reader left the corpus of `paths` (absolute; none for the bundled one), and when."""

    paths: tuple[str, ...] = ()
    when: str = ""
    place: Place = field(default_factory=Place)
    pane: str = ""
    zoomed: bool = False
    marks: Mapping[str, Place] = field(default_factory=dict)


def key_of(paths: Sequence[Path]) -> tuple[str, ...]:
    """What a corpus is remembered by: its paths, wherever the reader stood when naming them."""
    return tuple(sorted(str(path.absolute()) for path in paths))


def load(file: Path) -> tuple[Sitting, ...]:
    """Every sitting that is remembered, latest first; none where the file is no good."""
    try:
        stated = json.loads(file.read_text(encoding="utf-8"))
        if stated["version"] != _VERSION:
            return ()
        return tuple(_sitting(one) for one in stated["sittings"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()


def find(file: Path, paths: Sequence[Path]) -> Sitting | None:
    """How the corpus of `paths` was left."""
    wanted = key_of(paths)
    return next((one for one in load(file) if one.paths == wanted), None)


def keep(file: Path, sitting: Sitting) -> bool:
    """Remember `sitting` as the latest; the file is replaced whole or not at all."""
    others = [one for one in load(file) if one.paths != sitting.paths]
    kept = [asdict(one) for one in (sitting, *others)[:_MOST]]
    text = json.dumps({"version": _VERSION, "sittings": kept}, ensure_ascii=True, indent=1)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=file.parent, prefix=".session-", delete=False, encoding="utf-8"
        ) as draft:
            draft.write(text + "\n")
        os.replace(draft.name, file)  # noqa: PTH105 - a plain rename of two strings
    except (OSError, ValueError):
        return False
    return True


def now() -> str:
    """The present moment as it is written."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _sitting(stated: Mapping[str, Any]) -> Sitting:
    return Sitting(
        tuple(str(path) for path in stated["paths"]),
        str(stated["when"]),
        _place(stated["place"]),
        str(stated["pane"]),
        bool(stated["zoomed"]),
        {str(letter): _place(place) for letter, place in stated["marks"].items()},
    )


def _place(stated: Mapping[str, Any]) -> Place:
    mark = stated["mark"]
    if mark is not None:
        start, end = mark
        mark = (max(0, int(start)), max(0, int(end)))
    return Place(
        str(stated["article"]),
        int(stated["anchor"]),
        mark,
        str(stated["chosen"]),
        str(stated["name"]),
    )

"""The labelled articles: which people and places each one names, and whether the labels hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["people", "places"]
KINDS: tuple[Kind, ...] = ("people", "places")
HOME = Path(__file__).parent / "data" / "entities"
SETS = ("dev", "test", "held")


@dataclass(frozen=True, slots=True)
class Named:
    """One person or place of one article: the fullest form there, and every form used."""

    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a reader finds in one article.

    `optional` forms count neither for nor against; `traps` look like a name of the kind and are
    none, so that a wrong answer can be told from an unexpected one.
    """

    name: str
    text: str
    gold: dict[Kind, tuple[Named, ...]]
    optional: dict[Kind, tuple[str, ...]]
    traps: dict[Kind, tuple[str, ...]]
    path: Path | None = None

    @property
    def genre(self) -> str:
        """The first word of the file name: "wire", "hearing", "scan" …"""
        return self.name.split("-")[0]


def read(path: Path) -> Labels:
    """Reads the article at `path` with the labels that lie beside it as `.json`."""
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Labels(
        name=path.stem,
        text=path.read_text(encoding="utf-8"),
        gold={k: tuple(Named(n["name"], tuple(n["spellings"])) for n in told[k]) for k in KINDS},
        optional={k: tuple(told.get(f"optional_{k}", ())) for k in KINDS},
        traps={k: tuple(told.get(f"traps_{k}", ())) for k in KINDS},
        path=path,
    )


def read_set(folder: Path) -> list[Labels]:
    """Reads every labelled article of `folder`, by name."""
    return [
        read(path) for path in sorted(folder.glob("*.txt")) if path.with_suffix(".json").exists()
    ]


def occurs(form: str, text: str) -> bool:
    """Whether `form` stands in `text` as whole words, across line ends too."""
    words = r"\s+".join(re.escape(word) for word in form.split())
    return bool(words) and re.search(rf"(?<!\w){words}(?!\w)", text) is not None


def faults(labels: Labels) -> Iterator[str]:
    """What is wrong with the labels of one article, a line each."""
    for kind in KINDS:
        forms = {form for named in labels.gold[kind] for form in named.spellings}
        for named in labels.gold[kind]:
            if named.name not in named.spellings:
                yield f"{labels.name}: {kind}: {named.name!r} is not among its spellings"
            if len(set(named.spellings)) != len(named.spellings):
                yield f"{labels.name}: {kind}: {named.name!r} lists a spelling twice"
        others = set(labels.optional[kind]) | set(labels.traps[kind])
        for form in sorted(forms | others):
            if not occurs(form, labels.text):
                yield f"{labels.name}: {kind}: {form!r} does not occur"
        for form in sorted(forms & others):
            yield f"{labels.name}: {kind}: {form!r} is both labelled and excepted"
        for form in sorted(set(labels.optional[kind]) & set(labels.traps[kind])):
            yield f"{labels.name}: {kind}: {form!r} is both optional and a trap"

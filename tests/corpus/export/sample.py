"""A corpus that every format has something to say of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import build
from corpus.model import Corpus, EntityId

FILES = {
    "anna-vella.md": """---
title: "Anna Vella: a clerk leaves Valletta"
publisher: Harbour & Post
author: Pia Zammit
published: 2021-03-04
address: https://post.example/2021/anna-vella?x=1&y=50%25
---
Anna Vella, a clerk of the Harbour Board, fled from Malta to Italy on 2 March 2021. Her daughter
Carla Vella was left behind in Valletta. "I could not stay another day," Anna Vella told Mario Borg.

ANNA VELLA had worked there since 2009. Mario Borg, director of the Harbour Board, said that 40
people were dismissed in 2020. Borg is a member of the Workers' Union.
""",
    "second.txt": """---
title: Board confirms departure
published: 2021-05
---
The Harbour Board confirmed on 9 May 2021 that Anna Vella had left Malta. Vella, Anna, is on its
list. Anna Vella arrived in Italy on 6 March 2021, according to Mario Borg. Mario Borg and Anna
Vella were seen in Rome. Carla Vella is the daughter of Anna Vella.
""",
}


@cache
def corpus() -> Corpus:
    """The corpus of these files, read once."""
    with TemporaryDirectory() as folder:
        for name, text in FILES.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        return build.load([folder])


def entity(name: str) -> EntityId:
    """The id of who is called so."""
    return next(one.id for one in corpus().entities if one.name == name)

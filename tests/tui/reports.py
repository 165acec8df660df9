"""Reports that disagree, hold back, leave open and miscount: one of each that the views show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.model import Corpus
from tests.corpus.across.made import Doc, beside, corpus, fact
from tests.tui.room import Room
from tui.node import Node
from tui.screens.view import View

_PEOPLE = "Mara Quist|Otto Behn"
_PLACES = "Lindow|Aster|Brill"
_UNION = "Harbour Union"
_FIRST = """\
Mara Quist arrived in Lindow on 7 April 2016. Otto Behn met Mara Quist there.

The Harbour Union runs 40 boats. The union runs over 130 shops and earns more than $10 million \
annually. Each shop must pay $300,000 per year.
"""
_SECOND = """\
On 9 April 2016 Mara Quist arrived in Lindow, Otto Behn said. "She came by night," said Otto Behn.

The Harbour Union owns 55 boats.
"""
_THIRD = """\
Mara Quist fled Aster in May 2019. Her escape was made public on 4 June 2020. Nothing was heard \
of the whereabouts of Mara Quist then.
"""
_FOURTH = (
    "Mara Quist arrived in Brill in 2021. Mara Quist was the mayor of Brill from 2022 to 2023."
)


def reports() -> Corpus:
    """Four articles about Mara Quist."""
    days = ("2020-03-04", "2020-03-20", "2020-07-01", "2024-02-02")
    texts = (_FIRST, _SECOND, _THIRD, _FOURTH)
    docs = [
        Doc(text, day, _PEOPLE, _PLACES, _UNION)
        for text, day in zip(texts, days, strict=True)
    ]  # fmt: skip
    made = corpus(*docs)
    where = "the whereabouts of Mara Quist"
    lost = fact(made, "a2", "gap", where, "unknown", object=where)
    return beside(made, "a2", lost)


async def until_idle(opened: Room) -> View:
    """The view on top, once nothing is computed any more."""
    view = opened.app.screen
    assert isinstance(view, View)
    for _ in range(400):
        await opened.pilot.pause(0.005)
        if not view.busy:
            break
    await opened.pilot.pause()
    return view


def every(nodes: Sequence[Node], depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Every node and how deep it lies, those that are made when opened as well."""
    for node in nodes:
        yield node, depth
        inner = node.inner() if callable(node.inner) else node.inner
        yield from every(inner, depth + 1)

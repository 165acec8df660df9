"""Questions that the figures and dates of one text raise against each other.

They are asked, never decided: rounding, other years or a wider sense may well explain them. So few
are asked, and only where words tie the figures together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.across.checking.lists import lists
from corpus.across.checking.parts import parts
from corpus.across.checking.question import Check
from corpus.across.checking.rates import rates
from corpus.across.checking.shares import shares
from corpus.across.checking.times import times
from corpus.model import Article, Extract

__all__ = ["Check", "checks"]

_ASKED: tuple[Callable[[Article, Extract], Iterator[Check]], ...] = (
    rates,
    shares,
    parts,
    lists,
    times,
)


def checks(article: Article, extract: Extract) -> tuple[Check, ...]:
    """The questions that an article raises, in the order of its text."""
    found = {check.spans: check for ask in _ASKED for check in ask(article, extract)}
    return tuple(sorted(found.values(), key=lambda check: check.spans))

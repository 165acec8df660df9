"""Which articles are near-copies of one text, so that three reprints count as one origin.

Two articles are copies where most of the shorter one stands in the other: a wire story with a new
lead and a cut end, a reprint, an excerpt. Two reports of their own on one event are not, nor are
articles that share only a footer. The work grows with the number of words, not of pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.across.fingerprints import Fingerprints, Prints, fingerprints, share
from corpus.model import Article, ArticleId, Corpus

SHARED = 0.45
"""Share of the shorter text's fingerprints from which it counts as a copy."""
_EXCERPT = 0.7
"""The same where the longer text is more than `_LONGER` times as long."""
_LONGER = 2.5
_FEW = 40
"""Fingerprints of a text so short that a single shared one is worth a look."""
_BOILERPLATE = 4
"""Articles from which a passage may be a footer rather than a story."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Articles with one origin, the earliest published first; `share` is their least likeness."""

    articles: tuple[ArticleId, ...]
    share: float = 1.0

    @property
    def first(self) -> ArticleId:
        """The article that was published first, as far as dates tell."""
        return self.articles[0]


@dataclass(frozen=True, slots=True)
class Origins:
    """Every article in exactly one group, in the order of the corpus."""

    groups: tuple[Copies, ...] = ()
    index: Mapping[ArticleId, int] = field(default_factory=dict)
    """The article's number in `groups`."""

    def of(self, article: ArticleId) -> Copies:
        """The group of an article; one that is not known stands alone."""
        at = self.index.get(article)
        return self.groups[at] if at is not None else Copies((article,))

    def count(self, articles: Iterable[ArticleId]) -> int:
        """How many origins stand behind `articles`."""
        return len({self.of(article).first for article in articles})

    @property
    def copied(self) -> tuple[Copies, ...]:
        """The groups of more than one article, largest first."""
        several = [group for group in self.groups if len(group.articles) > 1]
        return tuple(sorted(several, key=lambda group: -len(group.articles)))


Pairs = NDArray[np.int64]


def origins(corpus: Corpus) -> Origins:
    """Groups the articles of `corpus` by the text that they stem from."""
    return group(corpus.articles)


def group(articles: Iterable[Article]) -> Origins:
    """Groups `articles`, given in any order; the earlier published of two is the first."""
    listed = list(articles)
    prints = list(fingerprints(article.text for article in listed))
    pairs, shares = _copies(prints)
    bound = _excerpts_aside(listed, prints, pairs, shares)
    return _grouped(listed, bound)


def _copies(prints: list[Fingerprints]) -> tuple[Pairs, NDArray[np.float64]]:
    """Pairs of articles that share enough, and how much of the shorter one they share."""
    sizes = np.array([len(p.chosen) for p in prints], dtype=np.int64)
    none = np.zeros((0, 2), np.int64), np.zeros(0)
    if not sizes.sum():
        return none
    every = np.concatenate([p.chosen for p in prints])
    owner = np.repeat(np.arange(len(prints), dtype=np.int64), sizes)
    order = np.argsort(every, kind="stable")
    every, owner = every[order], owner[order]
    same = every[1:] == every[:-1]
    if not same.any():
        return none
    code, which = np.unique(owner[:-1][same] * len(prints) + owner[1:][same], return_inverse=True)
    pairs = np.stack((code // len(prints), code % len(prints)), axis=1)
    worth = (np.bincount(which) > 1) | (sizes[pairs].min(axis=1) < _FEW)
    shares = np.zeros(len(pairs))
    shares[worth] = [share(prints[a].runs, prints[b].runs) for a, b in pairs[worth]]
    footers = _footers(every[1:][same], shares[which])
    for at in np.flatnonzero(shares >= SHARED) if len(footers) else ():
        one, other = (prints[i].chosen for i in pairs[at])
        bare = share(np.setdiff1d(one, footers), np.setdiff1d(other, footers))
        shares[at] = min(shares[at], bare) if bare < SHARED / 2 else shares[at]
    kept = shares >= SHARED
    return pairs[kept], shares[kept]


def _footers(shared: Prints, shares: NDArray[np.float64]) -> Prints:
    """Fingerprints that many articles share most of which are otherwise unlike."""
    found, which, count = np.unique(shared, return_inverse=True, return_counts=True)
    unlike = np.bincount(which, weights=shares < SHARED, minlength=len(found))
    many: Prints = found[(count >= _BOILERPLATE - 1) & (unlike * 2 > count)]
    return many


def _excerpts_aside(
    articles: list[Article], prints: list[Fingerprints], pairs: Pairs, shares: NDArray[np.float64]
) -> list[tuple[int, int, float]]:
    """The pairs that bind: not those of a later roundup with the several texts that it takes up."""
    bound: list[tuple[int, int, float]] = []
    taken: dict[int, list[tuple[int, float]]] = {}
    for (a, b), likeness in zip(pairs.tolist(), shares.tolist(), strict=True):
        short, long = sorted((a, b), key=lambda i: len(prints[i].runs))
        if len(prints[long].runs) <= _LONGER * max(1, len(prints[short].runs)):
            bound.append((short, long, likeness))
        elif likeness >= _EXCERPT:
            taken.setdefault(long, []).append((short, likeness))
    for long, parts in taken.items():
        earlier = [(p, s) for p, s in parts if _before(articles[p], articles[long])]
        if len(earlier) > 1 and not _alike(prints, [p for p, _ in earlier]):
            parts = [part for part in parts if part not in earlier]
        bound += [(short, long, likeness) for short, likeness in parts]
    return bound


def _before(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return False
    return one.published.value < other.published.value


def _alike(prints: list[Fingerprints], parts: list[int]) -> bool:
    return all(share(prints[parts[0]].runs, prints[p].runs) >= SHARED for p in parts[1:])


def _grouped(articles: list[Article], bound: list[tuple[int, int, float]]) -> Origins:
    parent = list(range(len(articles)))
    least: dict[int, float] = {}

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for a, b, likeness in bound:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
        least[low] = min(likeness, least.get(low, 1.0), least.get(high, 1.0))
    members: dict[int, list[int]] = {}
    for at in range(len(articles)):
        members.setdefault(root(at), []).append(at)
    groups = tuple(
        Copies(
            tuple(articles[i].id for i in sorted(ids, key=lambda i: (_date(articles[i]), i))),
            least.get(top, 1.0),
        )
        for top, ids in members.items()
    )
    return Origins(groups, {a: n for n, group in enumerate(groups) for a in group.articles})


def _date(article: Article) -> str:
    return article.published.value if article.published is not None else "9999"

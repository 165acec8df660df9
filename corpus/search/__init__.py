"""Full-text search over all articles."""

from __future__ import annotations

from corpus.search.facets import CorpusFacets, Facets
from corpus.search.meaning import Meant
from corpus.search.searcher import Hit, Results, Searcher
from corpus.search.snippets import Snippet

__all__ = ["CorpusFacets", "Facets", "Hit", "Meant", "Results", "Searcher", "Snippet"]

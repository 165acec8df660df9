"""Every place of a word, a phrase or an entity, with what stands beside it."""

from __future__ import annotations

from corpus.concordance.collocates import Collocate, collocates
from corpus.concordance.find import concordance, concordance_of
from corpus.concordance.frequencies import Frequency, frequencies
from corpus.concordance.rows import Concordance, Row

__all__ = [
    "Collocate", "Concordance", "Frequency", "Row", "collocates", "concordance", "concordance_of",
    "frequencies",
]  # fmt: skip

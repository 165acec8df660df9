"""What a family of facts gets to see: one article with everything found in it so far."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Alias, Amount, Article, Chain, Mention, Quotation, Span, When


@dataclass(frozen=True, slots=True)
class Page:
    """An article with its sentences, mentions (by start) and values: the input of each family."""

    article: Article
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    dates: tuple[When, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    aliases: tuple[Alias, ...] = ()

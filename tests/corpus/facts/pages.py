"""Pages for tests: a text, the names in it, and everything else found as in real reading."""

from __future__ import annotations

import re

from corpus.facts.page import Page
from corpus.facts.registry import find_facts
from corpus.language import acronyms, amounts, dates, quotations, sentences
from corpus.model import Article, ArticleId, Chain, Fact, Kind, Mention, Origin, Stated

KINDS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}


def page(
    text: str, people: str = "", places: str = "", bodies: str = "", published: str | None = None
) -> Page:
    """A page on which each name of the lists (split at "|") is a mention.

    Names of people that share their first or last word are one entity.
    """
    found: list[Mention] = []
    for kind, names in ((Kind.PERSON, people), (Kind.PLACE, places), (Kind.ORGANISATION, bodies)):
        for name in sorted(filter(None, names.split("|")), key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                if not any(m.start < match.end() and match.start() < m.end for m in found):
                    found.append(Mention(match.start(), match.end(), kind))
    found.sort()
    stated = Stated(published, Origin.FRONT_MATTER) if published else None
    article = Article(ArticleId("a"), "a.txt", Stated("t", Origin.TEXT), text, published=stated)
    parted = sentences.split(text)
    return Page(
        article,
        parted,
        tuple(found),
        _chains(text, found),
        dates.find(text, published, parted),
        amounts.find(text, parted),
        quotations.find(text),
        acronyms.find(text),
    )


def _chains(text: str, found: list[Mention]) -> tuple[Chain, ...]:
    groups: list[tuple[set[str], Kind, list[int]]] = []
    for index, mention in enumerate(found):
        words = set(text[mention.start : mention.end].split())
        for known, kind, indexes in groups:
            if kind is mention.kind and (words <= known or known <= words):
                known |= words
                indexes.append(index)
                break
        else:
            groups.append((words, mention.kind, [index]))
    return tuple(
        Chain(text[found[i[0]].start : found[i[0]].end], kind, tuple(i)) for _, kind, i in groups
    )


def facts(
    kind: str,
    text: str,
    people: str = "",
    places: str = "",
    bodies: str = "",
    published: str | None = None,
) -> list[Fact]:
    """The facts of one kind on such a page."""
    found = find_facts(page(text, people, places, bodies, published))
    return [f for f in found if f.kind == kind]

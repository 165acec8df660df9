"""Which facts are asked for: by kind, by whom they are about, by who says them, by certainty."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from corpus.model import FACT_KINDS, Certainty, Corpus, EntityId, Fact
from tui.commandline.opening import article, meant
from tui.commandline.spec import Option

KIND: Final = Option("--kind", "only this kind", "KIND", choices=FACT_KINDS, many=True)
WHO: Final = Option("--who", "only what is about this person, place or organisation", "NAME")
BY: Final = Option("--by", "only what this person or organisation says", "NAME")
SURE: Final = Option(
    "--sure", "only what is said so surely: stated, reported, hedged or opinion", "HOW",
    choices=tuple(one.value for one in Certainty), many=True,
)  # fmt: skip
ARTICLE: Final = Option("--in-article", "only what this article states", "ARTICLE")
CHOOSING: Final = (KIND, WHO, BY, SURE, ARTICLE)


def chosen(corpus: Corpus, asked: argparse.Namespace) -> Iterator[Fact]:
    """The facts that the options of CHOOSING leave, in the order of the corpus."""
    about = meant(corpus, asked.who) if asked.who is not None else None
    tellers = meant(corpus, asked.by) if asked.by is not None else None
    for fact in _near(corpus, asked, about, tellers):
        if asked.kind and fact.kind not in asked.kind:
            continue
        if asked.sure and fact.certainty.value not in asked.sure:
            continue
        if about is not None and not about & set(_named(corpus, fact)):
            continue
        if tellers is not None and not tellers & set(_speaking(corpus, fact)):
            continue
        yield fact


def _near(
    corpus: Corpus,
    asked: argparse.Namespace,
    about: frozenset[EntityId] | None,
    tellers: frozenset[EntityId] | None,
) -> Iterable[Fact]:
    """All facts, or those of the article or the names that are asked for."""
    if asked.in_article is not None:
        extract = corpus.extracts.get(article(corpus, asked.in_article).id)
        return extract.facts if extract is not None else ()
    wanted = about if about is not None else tellers
    if wanted is None:
        return corpus.facts
    found = {fact.id: fact for one in sorted(wanted) for fact in corpus.facts_about.get(one, ())}
    if len(wanted) == 1:
        return found.values()
    place = {one: corpus.position(one) or 0 for one in {fact.article for fact in found.values()}}
    return sorted(found.values(), key=lambda f: (place[f.article], f.evidence[0].start, f.id))


def _named(corpus: Corpus, fact: Fact) -> Iterator[EntityId]:
    """Everybody and everything in a fact but those who tell it."""
    told = (fact.subject, fact.object, fact.place, *(detail.ref for detail in fact.details))
    for ref in told:
        entity = corpus.entity_for(fact, ref)
        if entity is not None:
            yield entity.id


def _speaking(corpus: Corpus, fact: Fact) -> Iterator[EntityId]:
    for ref in chain((fact.speaker, fact.source), fact.tellers):
        entity = corpus.entity_for(fact, ref)
        if entity is not None:
            yield entity.id

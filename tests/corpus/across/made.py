"""Small corpora for tests: texts with their names given, and facts found as in real reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.build import assemble
from corpus.facts.registry import find_facts
from corpus.model import ArticleId, Corpus, Entity, Extract
from tests.corpus.facts.pages import page


@dataclass(frozen=True)
class Doc:
    """A text, when it was published, and the names in it, each list split at "|"."""

    text: str
    published: str | None = None
    people: str = ""
    places: str = ""
    bodies: str = ""


def corpus(*docs: Doc) -> Corpus:
    """The corpus of `docs`, whose articles have the ids "a0", "a1" and so on."""
    articles, extracts = [], {}
    for number, doc in enumerate(docs):
        bare = page(doc.text, doc.people, doc.places, doc.bodies, doc.published)
        name = ArticleId(f"a{number}")
        told = replace(bare, article=replace(bare.article, id=name, path=f"{name}.txt"))
        articles.append(told.article)
        extracts[name] = Extract(
            name, told.sentences, told.mentions, told.chains, told.dates, told.amounts,
            told.quotations, told.aliases, find_facts(told),
        )  # fmt: skip
    return assemble(articles, extracts)


def named(made: Corpus, name: str) -> Entity:
    """The entity of that name."""
    return next(e for e in made.entities if e.name == name)

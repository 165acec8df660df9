"""Small corpora for tests: texts with their names given, and facts found as in real reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from corpus.build import assemble
from corpus.facts.registry import find_facts
from corpus.model import ArticleId, Corpus, Entity, Extract, Fact, FactId, Ref, Span, When
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


def beside(made: Corpus, article: str, *facts: Fact) -> Corpus:
    """The same corpus with further facts in one of its articles."""
    extracts = dict(made.extracts)
    name = ArticleId(article)
    extracts[name] = replace(extracts[name], facts=(*extracts[name].facts, *facts))
    return assemble(made.articles, extracts)


def without(made: Corpus, kind: str) -> Corpus:
    """The same corpus without the facts of one kind."""
    extracts = {
        name: replace(extract, facts=tuple(f for f in extract.facts if f.kind != kind))
        for name, extract in made.extracts.items()
    }
    return assemble(made.articles, extracts)


def fact(made: Corpus, article: str, kind: str, words: str, relation: str, **fields: Any) -> Fact:
    """A fact of `article` whose evidence is the first place where `words` stand.

    `subject` and `object` may be given as words; a mention that begins them stands behind them.
    """
    name = ArticleId(article)
    text = made.by_id[name].text
    start = text.index(words)
    for part in ("subject", "object", "place", "speaker"):
        if isinstance(fields.get(part), str):
            fields[part] = ref(made, name, fields[part])
    fields.setdefault("subject", ref(made, name, words))
    evidence = (Span(start, start + len(words)),)
    return Fact(
        FactId(f"{article}:{kind}:{start}:made"), kind, name, relation=relation, evidence=evidence,
        **fields,
    )  # fmt: skip


def ref(made: Corpus, article: ArticleId, words: str) -> Ref:
    """What stands at the first place of `words`, as an entity if a mention begins there."""
    start = made.by_id[article].text.index(words)
    mentions = made.extracts[article].mentions
    found = next((i for i, m in enumerate(mentions) if m.start == start), None)
    return Ref(words, Span(start, start + len(words)), found)


def when(first: str, last: str, text: str) -> When:
    """A date as written."""
    return When(date.fromisoformat(first), date.fromisoformat(last), text, Span(0, 1))

"""Where articles disagree: the values of a slot, who tells them, and from how many origins."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.across.disagreements import Disagreement, Value, disagreements
from corpus.across.told import Told
from corpus.model import Corpus
from tui.desk import Desk
from tui.node import Node
from tui.screens.outlined import OutlineView
from tui.screens.standing import counted
from tui.screens.work import Cancelled
from tui.telling import attribution, date_of, evidence
from tui.wording import source_line


class Disagreements(OutlineView):
    """One heading a slot, a row a value, below it everybody who tells it."""

    CONTEXT = "disagreements"
    TITLE = "Disagreements"
    NOTHING = "No two articles are seen to tell values that exclude each other."

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Node]:
        """Every slot with its values."""
        return tuple(_slot(desk.corpus, one) for one in disagreements(desk.corpus))


def _slot(corpus: Corpus, found: Disagreement) -> Node:
    values = " ≠ ".join(f"{value.text} ({value.origins})" for value in found.values)
    return Node(
        f"{found.subject}, {found.slot}",
        tail=values,
        count=behind(found.articles, found.origins),
        style="heading",
        entity=found.entity,
        note=f"{found.subject}, {found.slot}: in brackets how many origins tell a value.",
        inner=tuple(_value(corpus, found, value) for value in found.values),
        open=True,
    )


def _value(corpus: Corpus, found: Disagreement, value: Value) -> Node:
    first = value.told[0]
    told = tuple(_told(corpus, one) for one in value.told)
    return Node(
        value.text,
        tail=date_of(first.when) if date_of(first.when) != value.text else "",
        count=behind(len(value.articles), value.origins),
        goal=(first.article, first.evidence[0]),
        entity=found.entity,
        note=f"“{first.when.text}”, {first.when.basis}" if first.when is not None else "",
        fact=first.fact,
        inner=told,
        open=True,
    )


def _told(corpus: Corpus, told: Told) -> Node:
    article = corpus.by_id[told.article]
    span = told.evidence[0]
    says = attribution(told.fact) if told.fact is not None else ""
    return Node(
        source_line(article),
        tail=says,
        style="muted",
        goal=(told.article, span),
        entity=told.entity,
        fact=told.fact,
        inner=(evidence(article, span),),
        name=f"{told.article} {span.start}",
    )


def behind(articles: int, origins: int) -> str:
    """How many articles, and of how many origins: near-copies of a text count once."""
    if articles == origins:
        return counted(articles, "article")
    return f"{counted(articles, 'article')}, {counted(origins, 'origin')}"

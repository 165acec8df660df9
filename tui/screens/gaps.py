"""What is said to be unknown, and later facts that may answer it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.across.gaps import Answer, Gap, gaps
from corpus.model import Corpus
from tui.desk import Desk
from tui.node import Node
from tui.screens.outlined import OutlineView
from tui.screens.standing import counted
from tui.screens.work import Cancelled
from tui.telling import INFERRED, below, evidence, plain_statement
from tui.telling import tail as fact_tail
from tui.wording import source_line


class Gaps(OutlineView):
    """A row a gap: below it who says so, and the candidates for an answer."""

    CONTEXT = "gaps"
    TITLE = "What is unknown"
    NOTHING = "No article says that something is unknown."

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Node]:
        """Every gap, what may be answered first."""
        return tuple(_gap(desk.corpus, one) for one in gaps(desk.corpus))


def _gap(corpus: Corpus, gap: Gap) -> Node:
    first = gap.facts[0]
    entity = corpus.entity_by_id.get(gap.entity) if gap.entity is not None else None
    about = f"{entity.name}’s {gap.relative}" if entity and gap.relative else ""
    about = about or (entity.name if entity else "")
    asked = f"{about}: {gap.what}" if about and about not in gap.what else gap.what
    answers = counted(len(gap.answers), "candidate") if gap.answers else ""
    return Node(
        asked,
        tail=f"{INFERRED}{answers} for an answer" if answers else "",
        sign="?",
        goal=(first.article, first.evidence[0]),
        entity=gap.entity,
        fact=first,
        inner=(
            *(_said(corpus, gap, n) for n in range(len(gap.facts))),
            *(_answer(corpus, one) for one in gap.answers),
        ),
        open=bool(gap.answers),
    )


def _said(corpus: Corpus, gap: Gap, number: int) -> Node:
    fact = gap.facts[number]
    article = corpus.by_id[fact.article]
    return Node(
        source_line(article),
        tail=fact_tail(fact, ""),
        style="muted",
        goal=(fact.article, fact.evidence[0]),
        fact=fact,
        inner=(evidence(article, fact.evidence[0]),),
        name=fact.id,
    )


def _answer(corpus: Corpus, answer: Answer) -> Node:
    fact = answer.fact
    line = plain_statement(fact, corpus)
    return Node(
        f"{INFERRED} perhaps: {line}",
        tail=fact_tail(fact, line),
        goal=(fact.article, fact.evidence[0]),
        note=f"{INFERRED} a candidate: {answer.basis}",
        fact=fact,
        inner=below(fact, corpus, source=True),
        name=f"answer {fact.id}",
    )

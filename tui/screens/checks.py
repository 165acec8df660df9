"""Questions that the figures and dates of a text raise against each other."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.across.checks import Check, checks
from corpus.model import Article
from tui.desk import Desk
from tui.node import Node
from tui.screens.outlined import OutlineView
from tui.screens.work import Cancelled
from tui.telling import evidence
from tui.wording import place_line, source_line


class Checks(OutlineView):
    """A heading an article, a row a question, below it the words that raise it."""

    CONTEXT = "checks"
    TITLE = "Questions"
    NOTHING = "Nothing here asks for a second look."

    here = False
    """Whether only the open article is asked."""

    def caption(self) -> str:
        """The title, with the article if it is one."""
        document = self.given.document
        return f"{self.TITLE}: {document.title.value}" if self.here and document else self.TITLE

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Node]:
        """The questions of one article or of all."""
        document = desk.document
        if self.here and document is not None:
            return _asked(desk, document, cancelled)
        found: list[Node] = []
        for article in desk.corpus.articles:
            if cancelled():
                return ()
            asked = _asked(desk, article, cancelled)
            if asked:
                found.append(
                    Node(
                        source_line(article),
                        count=str(len(asked)),
                        style="heading",
                        goal=(article.id, None),
                        inner=asked,
                        open=True,
                        name=article.id,
                    )
                )
        return tuple(found)

    def do_scope(self) -> None:
        """Questions of this article, or of all."""
        self.here = not self.here
        self.refresh_nodes()


def _asked(desk: Desk, article: Article, cancelled: Cancelled) -> tuple[Node, ...]:
    extract = desk.corpus.extracts.get(article.id)
    if extract is None or cancelled():
        return ()
    return tuple(_question(article, one) for one in checks(article, extract))


def _question(article: Article, check: Check) -> Node:
    return Node(
        check.question,
        sign="?",
        goal=(article.id, check.spans[0]),
        note=f"{place_line(article, check.spans[0].start)}: a question, not a verdict.",
        inner=tuple(evidence(article, span) for span in check.spans),
        whole=True,
    )

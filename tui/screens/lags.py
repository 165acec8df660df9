"""How long things stayed unknown: the days between a thing and its becoming public."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpus.across.lags import Lag, lags
from corpus.model import Corpus, When
from tui.desk import Desk
from tui.node import Node
from tui.screens.outlined import OutlineView
from tui.screens.work import Cancelled
from tui.telling import INFERRED, WRITTEN, date_of, fact_node

_ORDERS: tuple[tuple[str, Callable[[Lag], object]], ...] = (
    ("longest first", lambda lag: (-lag.middle, lag.subject)),
    ("by date", lambda lag: (_day(lag.happened) or _day(lag.public) or "9999", lag.subject)),
    ("by name", lambda lag: (lag.subject.casefold(), -lag.middle)),
)


class Lags(OutlineView):
    """A row a lag, below it both dates with their bases and the facts that tell them."""

    CONTEXT = "lags"
    TITLE = "Time to disclosure"
    NOTHING = "No article says when something became public that had happened before."

    order = 0
    """Index into the orders."""
    found: tuple[Lag, ...] = ()

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Node]:
        """Every lag, in the order wished for."""
        self.found = self.found or lags(desk.corpus)
        found = sorted(self.found, key=_ORDERS[self.order][1])  # type: ignore[arg-type]
        return tuple(_lag(desk.corpus, one) for one in found)

    def caption(self) -> str:
        """The title, with the order."""
        return f"{self.TITLE}, {_ORDERS[self.order][0]}"

    def do_order(self) -> None:
        """The next order."""
        self.order = (self.order + 1) % len(_ORDERS)
        self.refresh_nodes()


def _lag(corpus: Corpus, lag: Lag) -> Node:
    first = lag.facts[0]
    dates = " → ".join(date_of(when) or "?" for when in (lag.happened, lag.public))
    return Node(
        f"{length(lag):>13}  {INFERRED if lag.basis else ''}{lag.subject}: {lag.what}",
        tail=dates if lag.happened or lag.public else "",
        goal=(first.article, first.evidence[0]),
        entity=lag.entities[0] if lag.entities else None,
        note=f"{INFERRED} {lag.basis}" if lag.basis else "",
        fact=first,
        inner=lambda: _below(corpus, lag),
        name=f"{lag.subject} {lag.what} {lag.least} {lag.most}",
    )


def _below(corpus: Corpus, lag: Lag) -> tuple[Node, ...]:
    goal = (lag.facts[0].article, lag.facts[0].evidence[0])
    said = [_dated("happened", lag.happened), _dated("became public", lag.public)]
    if lag.basis:
        said.append(f"{INFERRED} {lag.basis}")
    lines = [Node(one, style="muted", goal=goal, whole=True) for one in said if one]
    return (*lines, *(fact_node(fact, corpus, source=True) for fact in lag.facts))


def _dated(what: str, when: When | None) -> str:
    if when is None:
        return ""
    basis = "" if when.basis == WRITTEN else f", {when.basis}"
    return f"{what} {date_of(when) or 'at an unknown date'} (“{when.text}”{basis})"


def length(lag: Lag) -> str:
    """A lag in days: "1 day", "229–238 days", "over 400 days"."""
    if lag.most is None:
        return f"over {lag.least:,} days"
    if lag.least == lag.most:
        return "1 day" if lag.least == 1 else f"{lag.least:,} days"
    return f"{lag.least:,}–{lag.most:,} days"


def _day(when: When | None) -> str:
    return str(when.first or when.last or "") if when is not None else ""

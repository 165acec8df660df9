"""A fact field by field: one is corrected, or a new fact is filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from corpus.model import FACT_KINDS, Article, Certainty, Fact, Span
from tui.desk import Desk
from tui.keymap import Keymap
from tui.render import Line, fit
from tui.screens.view import RowsView
from tui.screens.work import Cancelled
from tui.theme import Palette

if TYPE_CHECKING:
    from corpus.notebook.book import Notebook

_NAME = 12
"""Cells of the name of a field."""
_KNOWN: dict[str, Sequence[str]] = {"kind": FACT_KINDS, "certainty": tuple(Certainty)}
"""Fields whose values Tab completes."""
_KEEP = "keep it"
_ADDED = (
    "kind", "subject", "relation", "object", "value", "unit", "first", "last", "place", "speaker",
    "certainty", "reason",
)  # fmt: skip


class Form(RowsView[str]):
    """Rows are fields; Enter asks for the value of one."""

    CONTEXT = "form"
    FOOT = "Enter: type another value   esc goes back"

    def __init__(
        self, palette: Palette, keymap: Keymap, desk: Desk, title: str, values: dict[str, str]
    ) -> None:
        self.TITLE = title  # type: ignore[misc]
        self.values = values
        super().__init__(palette, keymap, desk)

    def visit(self) -> None:
        """A passing view: nobody comes back to it."""
        return

    def gather(self, desk: Desk, cancelled: Cancelled) -> list[str]:
        """The fields."""
        return list(self.values)

    def draw(self, item: str, part: int, width: int) -> Line:
        """Name and value."""
        line = Line().add(item.ljust(_NAME), self.palette.heading)
        return line.add(fit(self.values[item], width - _NAME), self.palette.text)

    def words(self, item: str) -> str:
        """Name and value."""
        return f"{item} {self.values[item]}"

    def open(self, item: str) -> None:
        """Ask for the value."""
        self.ask(
            f"{item}: ",
            self.values[item],
            lambda text: self.typed(item, text),
            empty=True,
            known=_KNOWN.get(item, ()),
        )

    def typed(self, item: str, text: str) -> None:
        """Take the value of a field."""
        raise NotImplementedError


class Correction(Form):
    """The fields of a fact as it stands; the first that is changed, with its reason, is kept."""

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk, fact: Fact) -> None:
        self.fact = fact
        super().__init__(palette, keymap, desk, "Correct a fact", _values(fact))

    def typed(self, item: str, text: str) -> None:
        """Ask for the reason, unless nothing was changed."""
        if text == self.values[item]:
            return
        self.values[item] = text
        self.rows.touch()
        self.ask("Reason: ", "", lambda reason: self._keep(item, text, reason), empty=True)

    def _keep(self, item: str, text: str, reason: str) -> None:
        corpus, fact = self.corpus, self.fact

        def change(book: Notebook) -> str:
            from corpus.notebook.corrections import edited
            from corpus.notebook.finding import statement
            from corpus.notebook.records import Edit

            record = Edit(on=statement(corpus, fact), field=item, value=text, reason=reason)
            article = corpus.by_id[fact.article]
            edited(fact, record, article, corpus.extracts[fact.article])  # raises what is wrong
            book.add(record)
            return f"Corrected: {item}: {fit(text, 30)}"

        self.notes.do(change)
        self.close()


class Adding(Form):
    """A new fact that a passage states; the last row keeps it."""

    def __init__(
        self, palette: Palette, keymap: Keymap, desk: Desk, article: Article, span: Span, who: str
    ) -> None:
        self.article, self.span = article, span
        values = dict.fromkeys(_ADDED, "")
        values |= {"kind": "event", "subject": who, "certainty": str(Certainty.STATED)}
        values[_KEEP] = " ".join(span.of(article.text).split())
        super().__init__(palette, keymap, desk, "Add a fact", values)

    def open(self, item: str) -> None:
        """Keep the fact, or ask for the value of a field."""
        if item != _KEEP:
            super().open(item)
        elif not (self.values["subject"] and self.values["relation"]):
            self.note("A fact needs a subject and a relation (was, left, met …).")
        else:
            self._keep()

    def typed(self, item: str, text: str) -> None:
        """Take the value, and go to the next field."""
        self.values[item] = text
        self.rows.touch()
        self.rows.choose(self.rows.cursor + 1)

    def _keep(self) -> None:
        given = {name: self.values[name] for name in _ADDED}
        corpus, article, span = self.corpus, self.article, self.span

        def change(book: Notebook) -> str:
            from corpus.model import Extract
            from corpus.notebook.anchors import anchor
            from corpus.notebook.corrections import added, number
            from corpus.notebook.records import Addition

            value = number(given.pop("value", ""))
            record = Addition(evidence=anchor(article, span), value=value, **given)  # type: ignore[arg-type]
            extract = corpus.extracts.get(article.id) or Extract(article.id)
            added(record, article, span, extract)  # raises what is wrong
            book.add(record)
            return f"Added: {record.subject} {record.relation} {record.object}"

        self.notes.do(change)
        self.close()


def _values(fact: Fact) -> dict[str, str]:
    """The fields that can be corrected, as they stand."""

    def of(what: object, read: Callable[[object], str] = str) -> str:
        return "" if what is None else read(what)

    def ref(name: str) -> str:
        found = getattr(fact, name)
        return " ".join(found.text.split()) if found is not None else ""

    def when(name: str) -> str:
        found = getattr(fact, name)
        return f"{found.first}/{found.last}" if found is not None else ""

    return {
        "kind": fact.kind,
        "subject": ref("subject"),
        "relation": fact.relation,
        "object": ref("object"),
        "when": when("when"),
        "since": when("since"),
        "place": ref("place"),
        "speaker": ref("speaker"),
        "source": ref("source"),
        "value": of(fact.value),
        "high": of(fact.high),
        "unit": of(fact.unit),
        "per": fact.per,
        "qualifier": fact.qualifier,
        "certainty": str(fact.certainty),
        "hedge": fact.hedge,
    }

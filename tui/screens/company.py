"""Company: a network of the nearest, and beside it the list of all with their shared sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from textual.geometry import Region

from corpus import company as engine
from corpus.company.drawing import draw, seats
from corpus.company.export import counts
from corpus.company.nearness import Companion, Company, Meeting, Nearness
from corpus.model import ArticleId, EntityId, Kind, Span
from tui.desk import Desk
from tui.keymap import Keymap
from tui.render import Line, fit
from tui.screens.drawn import lines
from tui.screens.exporting import Exporting, Maker
from tui.screens.plan import Slot
from tui.screens.view import RowsView
from tui.screens.work import Cancelled
from tui.theme import Palette
from tui.widgets.picture import Picture

Item = Companion | Meeting
_KINDS: tuple[Kind | None, ...] = (None, Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
_NAMES = {
    None: "Named with",
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Organisations",
}
_NEAR = {
    Nearness.SENTENCE: "sentence",
    Nearness.PARAGRAPH: "paragraph",
    Nearness.ARTICLE: "article",
}


class CompanyView(RowsView[Item], Exporting):
    """Who is named with the chosen one; Enter opens the sentences, then the article."""

    CONTEXT = "company"
    TITLE = "Company"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        desk = replace(desk, chosen=_centre(desk))
        self.given = desk
        self.company = Company()
        self.kind: Kind | None = None
        self.gathered = False
        self.opened: Companion | None = None
        """Whose shared sentences are listed; None for the list of all."""
        self._place = 0
        self._height = 0
        """Rows of the network."""
        self.network = Picture(palette, self._network, self._over)
        super().__init__(palette, keymap, desk, (self.network,))

    def crumb(self) -> str:
        """Of whom."""
        entity = self.given.entity
        return f"{self.TITLE} of {entity.name}" if entity is not None else self.TITLE

    def caption(self) -> str:
        """What is listed."""
        return f"With {self.opened.entity.name}" if self.opened is not None else _NAMES[self.kind]

    def take(self, name: str) -> None:
        """The list stays in hand: there is nothing to choose in the network."""
        if name == "rows":
            super().take(name)

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """The network left of the list, above it on a narrow screen, or the list alone."""
        rows = max(1, height - 1)
        if self.zoomed:
            return {"picture": Slot(Region(0, 0, width, rows))}
        if width >= 100:
            left = max(width // 2, width - 70)
            return {
                "picture": Slot(Region(0, 0, left, rows)),
                "rows": Slot(Region(left, 0, width - left, rows), "┬"),
            }
        if rows < 14:
            return {"rows": Slot(Region(0, 0, width, rows))}
        top = rows // 2
        return {
            "picture": Slot(Region(0, 0, width, top)),
            "rows": Slot(Region(0, top, width, rows - top)),
        }

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Item]:
        """Everybody who is named with the chosen one."""
        if desk.chosen is None:
            return ()
        self.company = engine.gather(desk.corpus, desk.chosen, self.kind, cancelled)
        return self.company.companions

    def arrived(self, items: Sequence[Item]) -> None:
        """Show them, and the network with them."""
        self.gathered = True
        super().arrived(items)
        self.network.repaint()
        self.tell()

    def nothing(self) -> str:
        """Why the list is empty."""
        if not self.gathered:
            return "Working…"
        return "Nobody is named there." if self.given.chosen is not None else "No name is chosen."

    # Drawing

    def draw(self, item: Item, part: int, width: int) -> Line:
        """A name with how near it comes, or a sentence with where it stands."""
        palette = self.palette
        if isinstance(item, Meeting):
            article = self.corpus.by_id[item.article]
            line = Line().add(f"{_NEAR[item.nearness]:<10}", palette.muted)
            words = " ".join(item.span.of(article.text).split())
            return line.add(fit(words, width - line.width), palette.text)
        told = counts(item)
        if len(told) > width // 2:
            told = " ".join(f"{item.count(near)}" for near in _NEAR)
        line = Line().add(f"{palette.signs.kind(item.entity.kind)} ", palette.muted)
        name = fit(item.entity.name, max(1, width - len(told) - 4))
        line.add(name, palette.kind(item.entity.kind))
        return line.pad(width - len(told), palette.text).add(told, palette.muted)

    def words(self, item: Item) -> str:
        """What the filter looks at."""
        if isinstance(item, Meeting):
            return item.span.of(self.corpus.by_id[item.article].text)
        return " ".join((item.entity.name, *item.entity.spellings))

    def _network(self, width: int, height: int) -> Sequence[Line]:
        self._height = height
        plain = not self.palette.signs.drawn
        chosen = self.opened or self.rows.item
        companions = self.company.companions
        at = next((at for at, one in enumerate(companions) if one is chosen), None)
        return lines(draw(self.company, width, height, at, plain=plain), self.palette)

    def _over(self) -> str:
        """The title of the network, with whom the nearest meet besides."""
        said = [self.crumb()]
        more = len(self.company.companions) - len(seats(self.company, self._height))
        if more and self._height:
            said.append(f"… and {more:,} more")
        return " · ".join(said)

    # What can be asked for

    def moved(self) -> None:
        """Mark who is under the cursor."""
        if self.opened is None:
            self.network.repaint()

    def open(self, item: Item) -> None:
        """List the shared sentences, or read one of them."""
        if isinstance(item, Meeting):
            super().open(item)
            return
        self._place = self.rows.cursor
        self._list(item, 0)

    def _list(self, opened: Companion | None, at: int) -> None:
        self.opened = opened
        self.rows.set_filter("")
        self.rows.cursor = 0
        self.arrived(opened.meetings if opened is not None else self.company.companions)
        self.rows.choose(at)

    def do_cancel(self) -> None:
        """Go back from the sentences to the names; else as everywhere."""
        if self.opened is not None and not self.rows.filter:
            self._list(None, self._place)
        else:
            super().do_cancel()

    def target(self, item: Item) -> tuple[ArticleId, Span | None]:
        """The sentence, or the nearest of those that name both."""
        meeting = item if isinstance(item, Meeting) else item.meetings[0]
        return meeting.article, meeting.span

    def named(self) -> EntityId | None:
        """Who is under the cursor."""
        item = self.opened or self.rows.item
        return item.entity.id if isinstance(item, Companion) else None

    def do_centre(self) -> None:
        """Show the company of the one under the cursor."""
        chosen = self.named()
        if chosen is not None:
            self.given = replace(self.given, chosen=chosen)
            self._anew()

    def do_next_kind(self) -> None:
        """Show the next kind."""
        self._turn(1)

    def do_previous_kind(self) -> None:
        """Show the kind before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.kind = _KINDS[(_KINDS.index(self.kind) + step) % len(_KINDS)]
        self._anew()

    def _anew(self) -> None:
        self.opened = None
        self.rows.cursor = 0
        self.refresh_items()

    def makers(self) -> Mapping[str, Maker]:
        """The picture as files."""
        plain = not self.palette.signs.drawn
        return {
            ".svg": partial(engine.to_svg, self.company),
            ".txt": partial(engine.to_text, self.company, plain=plain),
            ".csv": partial(engine.to_csv, self.company, self.corpus),
        }


def _centre(desk: Desk) -> EntityId | None:
    """The chosen name; else whom the open article names most, else the corpus."""
    if desk.entity is not None:
        return desk.chosen
    if desk.article is not None and (there := desk.corpus.entities_in.get(desk.article, ())):
        return there[0]
    return desk.corpus.entities[0].id if len(desk.corpus.entities) else None

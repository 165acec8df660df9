"""The timeline: an axis with what lies where, and below it every event with its bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from textual.geometry import Region

from corpus import timeline as engine
from corpus.model import ArticleId, EntityId, Span
from corpus.timeline.drawing import axis, bar
from corpus.timeline.export import named, waited
from corpus.timeline.moments import Moment, Timeline
from corpus.timeline.scale import Scale, Window, fitted
from tui.desk import Desk
from tui.keymap import Keymap
from tui.render import Line, fit
from tui.screens.exporting import Exporting, Maker
from tui.screens.plan import Slot
from tui.screens.view import RowsView
from tui.screens.work import Cancelled
from tui.theme import Palette
from tui.widgets.picture import Picture
from tui.widgets.rows import folded
from tui.wording import kind_name

_PAN = 0.25
"""Share of the window that a key moves it by."""
_INDENT = 2
"""Cells before a row of the list, where the cursor is shown."""


class TimelineView(RowsView[Moment], Exporting):
    """What is dated, in the window of time that is looked at."""

    CONTEXT = "timeline"
    TITLE = "Timeline"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        self.all = Timeline()
        self.of_kind = Timeline()
        """Those of the kind that is looked at."""
        self.window = fitted(())
        self.kind = ""
        self.one = desk.chosen is not None
        """Whether only what is told of the chosen name is shown."""
        self.gathered = False
        self.apart = (0, 0)
        """How many lie before and after the window."""
        self._folded: dict[int, str] | None = None
        """Identity of a moment → what the filter looks at."""
        self.above = False
        """Whether the axis is in sight."""
        self.given = desk
        self.band = Picture(palette, self._axis, self._span)
        super().__init__(palette, keymap, desk, (self.band,))

    def crumb(self) -> str:
        """Of whom, and of which kind."""
        said = [self.TITLE]
        if self.one and self.given.entity is not None:
            said.append(self.given.entity.name)
        if self.kind:
            said.append(_kind(self.kind).lower())
        return " · ".join(said)

    def caption(self) -> str:
        """What stands over the list."""
        return "Events" if self.above else self.crumb()

    def take(self, name: str) -> None:
        """The list stays in hand: there is nothing to do in the axis."""
        if name == "rows":
            super().take(name)

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """The axis above, the list below; the list alone where there is no room."""
        rows = max(1, height - 1)
        self.above = not self.zoomed and rows >= 12
        if not self.above:
            return {"rows": Slot(Region(0, 0, width, rows))}
        top = max(5, min(10, rows // 4))
        return {
            "picture": Slot(Region(0, 0, width, top)),
            "rows": Slot(Region(0, top, width, rows - top)),
        }

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Moment]:
        """Everything dated, of the chosen name or of all."""
        found = engine.gather(desk.corpus, desk.chosen if self.one else None, cancelled)
        self.all = found
        return found.moments

    def arrived(self, items: Sequence[Moment]) -> None:
        """Look at the whole time."""
        self.gathered = True
        self._folded = None
        self._take_kind(self.all.of_kind(self.kind), None)
        self.work(lambda cancelled: self._fold(items), self._take_folded, lane="words")

    def _fold(self, items: Sequence[Moment]) -> dict[int, str]:
        keys = folded(items, self.words)
        return {id(item): key for item, key in zip(items, keys, strict=True)}

    def _take_folded(self, keys: dict[int, str]) -> None:
        self._folded = keys
        self.look(self.window)

    def _take_kind(self, kept: Timeline, window: Window | None) -> None:
        self.of_kind = kept
        self.look(window or fitted(kept.moments))

    def look(self, window: Window) -> None:
        """Look at another stretch of time; the cursor stays on its moment where that is in it."""
        standing = self.rows.item
        self.window = window
        inside, *apart = self.of_kind.within(window.start, window.end)
        self.apart = (apart[0], apart[1])
        keys = None if self._folded is None else [self._folded[id(one)] for one in inside]
        self.rows.take(inside, keys)
        at = next((at for at, m in enumerate(self.rows.shown) if m is standing), None)
        if at is not None:
            self.rows.choose(at)
        self.band.repaint()
        self.tell()

    def nothing(self) -> str:
        """Why the list is empty."""
        if not self.gathered:
            return "Working…"
        if self.of_kind.moments:
            return "Nothing in these days: h and l move, 0 shows all."
        return f"Nothing with a date; {self.all.undated:,} facts without one."

    # Drawing

    def columns(self, width: int) -> tuple[int, int]:
        """Cells of the date and of the chart in a row `width` cells wide."""
        if width < 40:
            return 11, 0
        if width < 110:
            return 11, max(12, width * 2 // 5)
        return 22, width * 2 // 5

    def draw(self, item: Moment, part: int, width: int) -> Line:
        """The date, the bar, the words."""
        palette = self.palette
        dates, chart = self.columns(width)
        line = Line().add(fit(named(item), dates - 1), palette.muted).pad(dates, palette.text)
        if chart:
            scale = Scale(self.window, chart)
            plain = not palette.signs.drawn
            line.add(bar(item, scale, plain=plain), palette.heading).add(" ", palette.text)
        if wait := waited(item):
            line.add(f"known after {wait}: ", palette.heading)
        count = len(dict.fromkeys(fact.article for fact in item.facts))
        sources = f" ({count} sources)" if count > 1 else ""
        room = max(0, width - line.width - len(sources))
        line.add(fit(item.text, room), palette.text)
        return line.add(sources, palette.muted) if line.width + len(sources) <= width else line

    def words(self, item: Moment) -> str:
        """What the filter looks at: dates, kind, words."""
        return f"{named(item)} {item.kind} {item.text} {item.told}"

    def _axis(self, width: int, height: int) -> Sequence[Line]:
        """The axis, over the charts of the rows."""
        palette = self.palette
        dates, chart = self.columns(width - _INDENT - 1)
        if not chart:
            dates, chart = 0, width - _INDENT
        sheet, division, most = axis(
            self.of_kind, Scale(self.window, chart), height, plain=not palette.signs.drawn
        )
        styles = {"muted": palette.muted, "rule": palette.rule, "text": palette.heading}
        found = []
        for y in range(sheet.height):
            line = Line().pad(_INDENT + dates, palette.text)
            for text, role in sheet.runs(y):
                line.add(text, styles[role])
            found.append(line)
        beside = width - _INDENT - dates - chart
        notes = self._notes(division.name, most)
        for line, note in zip(found, notes, strict=False):
            if beside > 12:
                line.add("  ", palette.text).add(fit(note, beside - 3), palette.muted)
        return found

    def _notes(self, division: str, most: float) -> list[str]:
        """What stands beside the axis."""
        earlier, later = self.apart
        peak = f"{most:.0f}" if most >= 9.5 else f"{most:.1f}".removesuffix(".0")
        said = [f"at most {peak} a {division}"]
        if earlier or later:
            said.append(f"{earlier:,} earlier, {later:,} later")
        if self.all.undated:
            said.append(f"{self.all.undated:,} facts undated")
        return said

    def _span(self) -> str:
        """The days in sight."""
        first, last = (_day(day) for day in (self.window.start, self.window.end - 1))
        return f"{self.crumb()} · {first} – {last}"

    # What can be asked for

    def target(self, item: Moment) -> tuple[ArticleId, Span | None]:
        """The sentence that tells it."""
        return item.target

    def named(self) -> EntityId | None:
        """Whom the moment under the cursor is about."""
        item = self.rows.item
        if item is None:
            return None
        fact = item.facts[0]
        known = (self.corpus.entity_for(fact, ref) for ref in fact.refs)
        return next((entity.id for entity in known if entity is not None), None)

    def do_zoom_in(self) -> None:
        """Show half as much time."""
        self._zoom(0.5)

    def do_zoom_out(self) -> None:
        """Show twice as much time."""
        self._zoom(2.0)

    def _zoom(self, factor: float) -> None:
        item = self.rows.item
        around = sum(item.days) / 2 if item is not None else None
        self.look(self.window.zoomed(factor, around))

    def do_pan_earlier(self) -> None:
        """Move to earlier days."""
        self.look(self.window.panned(-_PAN))

    def do_pan_later(self) -> None:
        """Move to later days."""
        self.look(self.window.panned(_PAN))

    def do_whole(self) -> None:
        """Show the whole time."""
        self.look(fitted(self.of_kind.moments))

    def do_next_kind(self) -> None:
        """Show the next kind alone."""
        self._turn(1)

    def do_previous_kind(self) -> None:
        """Show the kind before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        kinds = ("", *self.all.kinds)
        at = kinds.index(self.kind) if self.kind in kinds else 0
        kind = self.kind = kinds[(at + step) % len(kinds)]
        whole = self.all
        self.work(
            lambda cancelled: whole.of_kind(kind),
            lambda kept: self._take_kind(kept, self.window),
            lane="kind",
        )

    def do_scope(self) -> None:
        """What is told of the chosen name, or of all."""
        if self.given.entity is None:
            self.note("No name is chosen: take one with * first.")
            return
        self.one = not self.one
        self.refresh_items()

    def makers(self) -> Mapping[str, Maker]:
        """The picture as files."""
        kept, window = self.of_kind, self.window
        return {
            ".svg": partial(engine.to_svg, kept, window, self.caption()),
            ".txt": partial(engine.to_text, kept, window, plain=not self.palette.signs.drawn),
            ".csv": partial(engine.to_csv, kept, self.corpus),
        }


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _kind(kind: str) -> str:
    return "Lags" if kind == engine.LAG else kind_name(kind)

"""The map: coasts, places, journeys, and beside it the list of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual.geometry import Region

from corpus import atlas as engine
from corpus.atlas import coast
from corpus.atlas.camera import Camera
from corpus.atlas.drawing import MOST_LEGS, MOST_SPOTS, draw, sign
from corpus.atlas.export import whole
from corpus.atlas.legs import Leg
from corpus.atlas.places import Atlas, Spot
from corpus.model import ArticleId, EntityId, Span
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

Item = Spot | Leg
_PAN = 0.25
"""Share of the picture that a key moves it by."""


class MapView(RowsView[Item], Exporting):
    """Where things are told to have happened."""

    CONTEXT = "map"
    TITLE = "Map"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        self.given = desk
        self.atlas = Atlas()
        self.camera: Camera | None = None
        """None for all of it."""
        self.one = False
        """Whether only the articles of the chosen name count."""
        self.gathered = False
        self.journeys = False
        """Whether the journeys are listed, not the places."""
        self.map = Picture(palette, self._map, self._over)
        super().__init__(palette, keymap, desk, (self.map,))

    def crumb(self) -> str:
        """Of whom."""
        entity = self.given.entity
        return f"{self.TITLE} · {entity.name}" if self.one and entity is not None else self.TITLE

    def caption(self) -> str:
        """What is listed."""
        return "Journeys" if self.journeys else "Places"

    def take(self, name: str) -> None:
        """The list stays in hand: there is nothing to choose in the map."""
        if name == "rows":
            super().take(name)

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        """The map left of the list, above it on a narrow screen, or the list alone."""
        rows = max(1, height - 1)
        if self.zoomed:
            return {"picture": Slot(Region(0, 0, width, rows))}
        if width >= 60:
            left = max(width * 2 // 3, width - 60)
            return {
                "picture": Slot(Region(0, 0, left, rows)),
                "rows": Slot(Region(left, 0, width - left, rows), "┬"),
            }
        if rows < 12:
            return {"rows": Slot(Region(0, 0, width, rows))}
        top = rows // 2
        return {
            "picture": Slot(Region(0, 0, width, top)),
            "rows": Slot(Region(0, top, width, rows - top)),
        }

    def gather(self, desk: Desk, cancelled: Cancelled) -> Sequence[Item]:
        """The atlas; the coasts are read in passing, beside the screen."""
        coast.outlines()
        self.atlas = engine.gather(desk.corpus, desk.chosen if self.one else None, cancelled)
        return self._items()

    def _items(self) -> Sequence[Item]:
        return self.atlas.legs if self.journeys else self.atlas.spots

    def arrived(self, items: Sequence[Item]) -> None:
        """Show them, and the map with them."""
        self.gathered = True
        super().arrived(items)
        self.map.repaint()

    def nothing(self) -> str:
        """Why the list is empty."""
        if not self.gathered:
            return "Working…"
        return "No journeys found." if self.journeys else "Nothing to place."

    # Drawing

    def draw(self, item: Item, part: int, width: int) -> Line:
        """A place with its counts, or who went where."""
        palette = self.palette
        if isinstance(item, Leg):
            return _journey(item, width, palette)
        plain = not palette.signs.drawn
        counts = f"{item.mentions:,} in {item.articles:,}"
        line = Line().add(f"{sign(item.mentions, plain)} ", palette.heading)
        line.add(fit(item.entity.name, max(1, width - len(counts) - 3)), palette.place)
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def words(self, item: Item) -> str:
        """What the filter looks at."""
        if isinstance(item, Leg):
            return f"{item.who} {item.origin.name} {item.target.name}"
        country = item.entity.place.country if item.entity.place else ""
        return f"{' '.join((item.entity.name, *item.entity.spellings))} {country}"

    def _map(self, width: int, height: int) -> Sequence[Line]:
        plain = not self.palette.signs.drawn
        camera = self.camera or whole(self.atlas, width * 2, height * 4)
        sheet = draw(self.atlas, camera, width, height, self.rows.item, plain=plain)
        return lines(sheet, self.palette)

    def _over(self) -> str:
        """The title of the map, with what is not drawn."""
        said = [self.crumb()]
        if len(self.atlas.spots) > MOST_SPOTS:
            said.append(f"… and {len(self.atlas.spots) - MOST_SPOTS:,} more places")
        if len(self.atlas.legs) > MOST_LEGS:
            said.append(f"… and {len(self.atlas.legs) - MOST_LEGS:,} more journeys")
        if self.atlas.unplaced:
            said.append(f"{self.atlas.unplaced:,} without a position")
        return " · ".join(said)

    # What can be asked for

    def moved(self) -> None:
        """Mark what is chosen, and bring it into sight."""
        item = self.rows.item
        if self.camera is not None and item is not None and self.map.columns:
            width, height = self.map.columns * 2, self.map.rows * 4
            at = _middle(item)
            x, y = self.camera.dot(at, width, height)
            if not (0 <= x < width and 0 <= y < height):
                self.camera = self.camera.zoomed(1.0, at)
        self.map.repaint()

    def target(self, item: Item) -> tuple[ArticleId, Span | None]:
        """The sentence that tells a journey, or the first that names a place."""
        if isinstance(item, Leg):
            return item.told
        seen = item.entity.sightings[0]
        return seen.article, Span(seen.start, seen.end)

    def open(self, item: Item) -> None:
        """Read of a journey; choose a place in the reading room."""
        if isinstance(item, Leg):
            super().open(item)
        else:
            self.choose(item.entity.id)

    def named(self) -> EntityId | None:
        """The place, or who made the journey."""
        item = self.rows.item
        if isinstance(item, Leg):
            return item.subject
        return item.entity.id if item is not None else None

    def _now(self) -> Camera:
        """The camera in force."""
        size = (max(2, self.map.columns * 2), max(4, self.map.rows * 4))
        return self.camera or whole(self.atlas, *size)

    def _look(self, camera: Camera | None) -> None:
        self.camera = camera
        self.map.repaint()

    def do_zoom_in(self) -> None:
        """Look closer, at what is chosen."""
        item = self.rows.item
        self._look(self._now().zoomed(0.6, _middle(item) if item is not None else None))

    def do_zoom_out(self) -> None:
        """Look from further away."""
        self._look(self._now().zoomed(1 / 0.6))

    def do_pan_west(self) -> None:
        """Move to the west."""
        self._look(self._now().panned(-2 * self.map.columns * _PAN, 0))

    def do_pan_east(self) -> None:
        """Move to the east."""
        self._look(self._now().panned(2 * self.map.columns * _PAN, 0))

    def do_pan_north(self) -> None:
        """Move to the north."""
        self._look(self._now().panned(0, 4 * self.map.rows * _PAN))

    def do_pan_south(self) -> None:
        """Move to the south."""
        self._look(self._now().panned(0, -4 * self.map.rows * _PAN))

    def do_whole(self) -> None:
        """Show every place."""
        self._look(None)

    def do_journeys(self) -> None:
        """List the places, or the journeys."""
        self.journeys = not self.journeys
        self.rows.cursor = 0
        self.arrived(self._items())

    def do_scope(self) -> None:
        """The places of the chosen name's articles, or all."""
        if self.given.entity is None:
            self.note("No name is chosen: take one with * first.")
            return
        self.one = not self.one
        self.camera = None
        self.refresh_items()

    def makers(self) -> Mapping[str, Maker]:
        """The picture as files."""
        plain = not self.palette.signs.drawn
        size = (self.map.columns or 150, self.map.rows or 44)
        return {
            ".svg": partial(engine.to_svg, self.atlas, None, self.crumb()),
            ".txt": partial(engine.to_text, self.atlas, self.camera, *size, plain=plain),
            ".csv": partial(engine.to_csv, self.atlas, self.corpus),
        }


def _journey(leg: Leg, width: int, palette: Palette) -> Line:
    """From where to where, and who."""
    arrow = " → " if palette.signs.drawn else " to "
    way = f"{leg.origin.name}{arrow}{leg.target.name}"
    line = Line().add(fit(way, max(1, width - 6)), palette.place)
    if leg.basis:
        line.add(" ?", palette.muted)
    room = width - line.width - 2
    return line.add("  " + fit(leg.who, room), palette.person) if room > 4 else line


def _middle(item: Item) -> tuple[float, float]:
    """Where to look for a place, or for the goal of a journey."""
    if isinstance(item, Leg):
        return item.ends[1].lat, item.ends[1].lon
    return item.lat, item.lon

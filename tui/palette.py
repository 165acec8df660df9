"""A list of commands with their keys: what help shows, and what the palette runs."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.names.fold import fold
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.field import Field
from tui.widgets.listing import Listing
from tui.widgets.wrap import wrap


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a heading where there is no `keys`; `id` says what it stands for."""

    name: str
    keys: str = ""
    help: str = ""
    id: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.id


class Entries(Listing):
    """Entries under headings, narrowed by what is typed; best matches first when typing."""

    NAME = "entries"

    def __init__(
        self, palette: Palette, title: str, entries: tuple[Entry, ...], prompt: str = ""
    ) -> None:
        super().__init__(palette)
        self._title_text = title
        self._all = entries
        self.shown = entries
        if prompt:
            self.field = Field(prompt=prompt)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        if self.cursor >= len(self.shown) or self.shown[self.cursor].is_heading:
            return None
        return self.shown[self.cursor]

    def narrowed(self) -> None:
        """Keep the entries that hold all the words typed, those with them in the name first."""
        words = fold(self.filter).split()
        if not words:
            self.shown = self._all
        else:
            kept = [
                (not all(word in fold(entry.name) for word in words), at, entry)
                for at, entry in enumerate(self._all)
                if not entry.is_heading
                and all(word in fold(f"{entry.name} {entry.help} {entry.id}") for word in words)
            ]
            self.shown = tuple(entry for _, _, entry in sorted(kept, key=lambda one: one[:2]))
        self.refill()

    def heading(self) -> str:
        """The title."""
        return f"{self._title_text} /{self.filter}" if self.filter else self._title_text

    def tally(self) -> str:
        """How many entries there are."""
        return str(sum(not entry.is_heading for entry in self.shown))

    def empty(self) -> str:
        """What stands in an empty list."""
        return "Nothing matches."

    def heights(self) -> list[int]:
        """One row, two where the help does not fit beside the name; a blank above headings."""
        return [
            1 + bool(at) if entry.is_heading else len(self._help_rows(entry))
            for at, entry in enumerate(self.shown)
        ]

    def selectable(self, item: int) -> bool:
        """Commands may be chosen, headings not."""
        return not self.shown[item].is_heading

    def draw(self, item: int, part: int) -> Line:
        """Keys, name, help."""
        entry, palette = self.shown[item], self.palette
        line = Line()
        if entry.is_heading:
            return line.add(entry.name if part or not item else "", palette.heading)
        keys, name = self._widths()
        if part == 0:
            line.add(fit(entry.keys, keys), palette.heading).pad(keys + 2, palette.text)
            line.add(fit(entry.name, name - 1), palette.text)
        line.pad(keys + 2 + name, palette.text)
        return line.add(self._help_rows(entry)[part], palette.muted)

    def _widths(self) -> tuple[int, int]:
        return (15, 21) if self.columns >= 76 else (max(4, self.columns // 4), self.columns // 3)

    def _help_rows(self, entry: Entry) -> list[str]:
        keys, name = self._widths()
        room = self.columns - keys - name - 5
        if room < 8:
            return [""]
        return [entry.help[start:end] for start, end in wrap(entry.help, room)]

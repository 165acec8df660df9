"""The files that were not loaded, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Skipped
from tui.desk import Desk
from tui.keymap import Keymap
from tui.render import Line, fit, inert
from tui.screens.view import View
from tui.theme import Palette
from tui.widgets.listing import Listing
from tui.widgets.wrap import wrap


class SkippedFiles(View):
    """Loaded and skipped together are all files that were named."""

    CONTEXT = "skipped"
    TITLE = "Skipped files"

    def __init__(self, palette: Palette, keymap: Keymap, desk: Desk) -> None:
        super().__init__(palette, keymap, desk, (Reasons(palette, desk.corpus.skipped),))


class Reasons(Listing):
    """Path, then reason."""

    NAME = "skipped"
    HEADING = "Skipped files"

    def __init__(self, palette: Palette, skipped: Sequence[Skipped]) -> None:
        super().__init__(palette)
        self._all = skipped
        self._shown: Sequence[Skipped] = skipped

    def narrowed(self) -> None:
        """Keep the files whose path or reason holds what is typed."""
        words = self.filter.casefold()
        self._shown = tuple(
            one for one in self._all if words in inert(f"{one.path} {one.reason}").casefold()
        )
        self.refill()

    def tally(self) -> str:
        """How many there are."""
        return str(len(self._shown))

    def empty(self) -> str:
        """What stands in an empty list."""
        return "Nothing matches." if self._all else "Every file was loaded."

    def heights(self) -> list[int]:
        """A row for the path, and as many as the reason takes."""
        return [1 + len(self._reason(at)) for at in range(len(self._shown))]

    def draw(self, item: int, part: int) -> Line:
        """The path, then the reason."""
        palette = self.palette
        if part == 0:
            return Line().add(fit(self._shown[item].path, self.columns - 3), palette.heading)
        return Line().add("  " + self._reason(item)[part - 1], palette.muted)

    def _reason(self, item: int) -> list[str]:
        reason = inert(self._shown[item].reason)
        return [reason[start:end] for start, end in wrap(reason, self.columns - 6)]

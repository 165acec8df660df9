"""Finding words in the article, as they are typed, however long the text is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from corpus.model import Span
from tui.messages import Noted
from tui.panes.article.page import Page
from tui.theme import Palette
from tui.widgets.field import Field

_COUNTED = 400_000
"""Characters up to which all matches are found at once, so that they can be counted."""
_SIGHT = 1_000
"""Characters round a row that are looked through for what begins or ends outside of it."""


class Finding(Page):
    """Marks every match; in a long text the next one is looked for when it is asked for."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.words = ""
        """What was last looked for in the text."""
        self.matches: list[Span] | None = []
        """Every match, or None where the text is too long to look it all through at once."""
        self._pattern: re.Pattern[str] | None = None
        self.lit: Sequence[Span] = ()
        """What a search over all articles found here, in text order."""
        self._before_find: tuple[int, Span | None] = (-1, None)

    def text_taken(self) -> None:
        """Look for the same words in another text."""
        self.look_for(self.words)

    def light(self, spans: Sequence[Span]) -> None:
        """Mark what a search over all articles found here."""
        if spans or self.lit:
            self.lit = spans
            self.redraw()

    def tally(self) -> str:
        """Which match, or how far the reader has come."""
        counted = self.matches if self.words else self.lit
        if counted:
            at = bisect_right(counted, self.mark) if self.mark else 0
            return f"{at}/{len(counted)}"
        return super().tally()

    def found_in(self, start: int, end: int) -> list[Span]:
        """The matches in a row; where nothing is looked for, the chosen one's mentions."""
        if self._pattern is None and not self.lit:
            return super().found_in(start, end)
        known = self.lit if self._pattern is None else self.matches
        if known is not None:
            low = bisect_left(known, start, key=lambda span: span.end)
            return list(known[low : bisect_right(known, end, key=lambda s: s.start)])
        if self._pattern is None:
            return []
        low, high = max(0, start - _SIGHT), min(len(self.text), end + _SIGHT)
        found = (Span(*match.span()) for match in self._pattern.finditer(self.text, low, high))
        return [span for span in found if span.start < end and start < span.end]

    def look_for(self, words: str) -> None:
        """Look for words, with any blanks between them and in any case."""
        self.words, self.matches, self._pattern = words, [], None
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        if pattern:
            self._pattern = re.compile(pattern, re.IGNORECASE)
            short = len(self.text) <= _COUNTED
            self.matches = [Span(*m.span()) for m in self._matches_from(0)] if short else None

    def do_find(self) -> None:
        """Type words to find."""
        self.field = Field()
        self._before_find = (self.origin, self.mark)
        self.touch_title()

    def typed(self) -> None:
        """Find as it is typed: the first match from the top of the page on."""
        if self.field is None:
            return
        self.look_for(self.field.text)
        anchor, mark = self._before_find
        self.mark = mark
        self.stand_at(anchor)
        start = max(0, anchor, mark.start if mark else 0)
        found = self._match_from(start) or self._match_from(0)
        if found is not None:
            self.set_mark(found)
        else:
            self.redraw()

    def close_field(self, keep: bool) -> None:
        """End typing; the words are kept or dropped."""
        if self.field is None:
            return
        if not keep:
            self.look_for("")
            origin, self.mark = self._before_find
            self.stand_at(origin)
        elif self._pattern is not None and self._match_from(0) is None:
            self.post_message(Noted(f"Not in this article: {self.words}"))
        self.field = None
        self.redraw()

    def do_next_match(self) -> None:
        """To the next match."""
        self._step_match(1)

    def do_previous_match(self) -> None:
        """To the match before."""
        self._step_match(-1)

    def drop(self) -> bool:
        """Drop the words found, then the mark; False where there is neither."""
        if self.words:
            self.look_for("")
        elif self.mark is not None:
            self.mark = None
        else:
            return False
        self.redraw()
        return True

    def here(self, step: int) -> int:
        """The character that a step begins at: the mark, else the top of the page."""
        if self.mark is not None:
            return self.mark.start
        return max(0, self.origin) + (-1 if step > 0 else 0)

    def _step_match(self, step: int) -> None:
        if self._pattern is None:
            self.post_message(Noted("Nothing is looked for: press / and type."))
            return
        here = self.here(step)
        found = self._match_from(here + 1) if step > 0 else self._match_before(here)
        if found is None:
            found = self._match_from(0) if step > 0 else self._match_before(len(self.text) + 1)
            if found is None:
                self.post_message(Noted(f"Not in this article: {self.words}"))
                return
            self.post_message(Noted("From the top again." if step > 0 else "From the end again."))
        self.set_mark(found)

    def _matches_from(self, start: int) -> Iterator[re.Match[str]]:
        assert self._pattern is not None  # noqa: S101 - only asked while something is looked for
        return self._pattern.finditer(self.text, start)

    def _match_from(self, start: int) -> Span | None:
        """The first match that begins at `start` or later."""
        if self._pattern is None:
            return None
        found = self._pattern.search(self.text, max(0, start))
        return Span(*found.span()) if found is not None else None

    def _match_before(self, end: int) -> Span | None:
        """The last match that begins before `end`, looked for in ever longer stretches."""
        assert self._pattern is not None  # noqa: S101
        high, stretch = end, 64 * _SIGHT
        while high > 0:
            low = max(0, high - stretch)
            last = None
            for match in self._pattern.finditer(self.text, low, min(len(self.text), high + _SIGHT)):
                if match.start() < high:
                    last = match
            if last is not None:
                return Span(*last.span())
            high, stretch = low, stretch * 2
        return None

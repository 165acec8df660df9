"""The text of one article: wrapped for reading, its names, sentence and match marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from corpus.model import Article as Document
from corpus.model import Corpus, EntityId, Extract, Mention, Span
from tui.commands import ARTICLE
from tui.messages import EntityAsked, NeighbourAsked, Noted
from tui.render import Line, inert
from tui.theme import Palette
from tui.widgets.field import Field
from tui.widgets.pane import Pane
from tui.widgets.wrap import Row, wrap
from tui.wording import byline, provenance

MEASURE = 88
"""The longest row, in cells, that is still pleasant to read."""
_OVERLAP = 2
"""Rows of the old page that stay in sight on the new one."""
_LONG = 90
"""Characters from which on a mark is shown as a passage, not as a match."""


class Article(Pane):
    """The reading pane."""

    NAME = ARTICLE
    HEADING = "Article"

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.article: Document | None = None
        self.extract: Extract | None = None
        self.chosen: EntityId | None = None
        self.mark: Span | None = None
        self.origin = -1
        """The first character in sight, -1 for the title block: what a new width keeps."""
        self.first = 0
        self.words = ""
        """What was last looked for in the text."""
        self._text = ""
        self._head: list[tuple[str, str]] = []
        self._rows: list[Row] = []
        self._ends: list[int] = []
        self._left = 2
        self._matches: list[Span] = []
        self._sightings: list[Span] | None = None
        self._before_find: tuple[int, Span | None] = (-1, None)
        self._drawn: LRUCache[int, Strip] = LRUCache(2048)

    # What is shown

    def adopt(self, corpus: Corpus) -> None:
        """Take a new corpus; the reader stays where the reader is."""
        self.corpus = corpus
        if self.article is None:
            return
        fresh = corpus.by_id.get(self.article.id)
        if fresh is None:
            return
        same = fresh.text == self.article.text
        self.article, self.extract = fresh, corpus.extracts.get(fresh.id)
        if same:
            self._make_head()
            self._redraw()
        else:
            self.mark = None
            self._take_text()
            self._redraw()

    def show(self, article: Document, anchor: int = -1, mark: Span | None = None) -> None:
        """Show an article from the character `anchor` on, or so that `mark` is in sight."""
        if self.article is None or article.id != self.article.id:
            self.article = article
            self.extract = self.corpus.extracts.get(article.id)
            self.origin, self.mark = anchor, mark
            self._take_text()
        else:
            self.mark = mark
        self.origin = anchor
        self.first = self._row_of(anchor)
        self._clamp()
        if mark is not None:
            self._bring(mark)
        self._redraw()

    def set_chosen(self, chosen: EntityId | None) -> None:
        """Mark the mentions of the chosen one."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._sightings = None
            self._redraw()

    def set_mark(self, mark: Span | None) -> None:
        """Mark a passage and bring it into sight."""
        self.mark = mark
        if mark is not None:
            self._bring(mark)
        self._redraw()

    def heading(self) -> str:
        """The title of the article, once its title block has scrolled away."""
        if self.article is None or self.first < len(self._head):
            return self.HEADING
        return self.article.title.value

    def tally(self) -> str:
        """How far the reader has come; which match."""
        if self._matches and self.words:
            at = bisect_right(self._matches, self.mark) if self.mark else 0
            return f"{at}/{len(self._matches)}"
        total = len(self._head) + len(self._rows)
        if not total or not self.rows:
            return ""
        if total <= self.rows:
            return "all"
        return f"{round(100 * min(1.0, (self.first + self.rows) / total))} %"

    # Laying out

    def lay_out(self) -> None:
        """Wrap the text for the width; the first character in sight stays in sight."""
        measure = max(4, min(MEASURE, self.columns - 3))
        self._left = max(2, (self.columns - MEASURE) // 2) if self.columns > MEASURE + 8 else 2
        self._rows = wrap(self._text, measure) if self.article is not None else []
        self._ends = [end for _, end in self._rows]
        self._measure = measure
        self._make_head()
        self.first = self._row_of(self.origin)
        self._clamp()
        self._drawn.clear()

    def body(self, row: int) -> Strip:
        """A row of the title block or of the text."""
        at = self.first + row
        if at >= len(self._head) + len(self._rows) or self.article is None:
            line = Line()
            if self.article is None and row == 0:
                line.add("  Choose an article and press Enter.", self.palette.muted)
            return line.strip(self.columns, self.palette.text)
        strip = self._drawn.get(at)
        if strip is None:
            strip = self._drawn[at] = self._draw(at)
        return strip

    def _take_text(self) -> None:
        self._text = inert_lines(self.article.text) if self.article else ""
        self._look_for(self.words)
        self.lay_out()

    def _make_head(self) -> None:
        self._head = []
        if self.article is None:
            return
        for text, role in (
            (self.article.title.value, "heading"),
            (byline(self.article), "text"),
            (provenance(self.article), "muted"),
        ):
            text = inert(text)
            self._head += [
                (text[start:end], role) for start, end in wrap(text, self._measure) if end
            ]
        self._head.append(("", "text"))

    def _draw(self, at: int) -> Strip:
        palette, width = self.palette, self.columns
        line = Line()
        if at < len(self._head):
            text, role = self._head[at]
            style = {"heading": palette.heading, "muted": palette.muted}.get(role, palette.text)
            return line.pad(self._left, palette.text).add(text, style).strip(width, palette.text)
        start, end = self._rows[at - len(self._head)]
        sentence = self.sentence
        marked = sentence is not None and start < sentence.end and sentence.start < end
        line.pad(self._left - 2, palette.text)
        line.add("▌ " if marked else "  ", palette.heading)
        for first, last, style in self._pieces(start, end):
            line.add(self._text[first:last], style)
        return line.strip(width, palette.text)

    def _pieces(self, start: int, end: int) -> list[tuple[int, int, Style]]:
        """The row's characters from `start` to `end` in stretches of one style."""
        layers: list[tuple[int, int, Style]] = []
        palette = self.palette
        for mention in self._mentions_in(start, end):
            layers.append((mention.start, mention.end, palette.kind(mention.kind)))
        sentence = self.sentence
        if sentence is not None:
            layers.append((sentence.start, sentence.end, palette.sentence))
        layers += [(s.start, s.end, palette.found) for s in self._lit_in(start, end)]
        if self.mark is not None and not self._is_passage(self.mark):
            layers.append((self.mark.start, self.mark.end, palette.match))
        layers = [layer for layer in layers if layer[0] < end and start < layer[1]]
        cuts = {start, end}
        for first, last, _ in layers:
            cuts |= {max(start, first), min(end, last)}
        stops = sorted(cuts)
        pieces = []
        for first, last in pairwise(stops):
            style = palette.text
            for low, high, over in layers:
                if low <= first and last <= high:
                    style += over
            pieces.append((first, last, style))
        return pieces

    @property
    def sentence(self) -> Span | None:
        """The sentence that holds the mark, or the passage that is marked."""
        if self.mark is None:
            return None
        if self._is_passage(self.mark):
            return self.mark
        return self._sentence_at(self.mark.start) or None

    def _is_passage(self, span: Span) -> bool:
        if span.end - span.start >= _LONG:
            return True
        sentence = self._sentence_at(span.start)
        return sentence is not None and span.holds(sentence)

    def _sentence_at(self, offset: int) -> Span | None:
        if self.extract is None:
            return None
        sentences = self.extract.sentences
        at = bisect_right(sentences, offset, key=lambda span: span.start) - 1
        return sentences[at] if at >= 0 and offset < sentences[at].end else None

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        if self.extract is None:
            return []
        mentions = self.extract.mentions
        at = bisect_left(mentions, start, key=lambda mention: mention.end)
        found = []
        while at < len(mentions) and mentions[at].start < end:
            found.append(mentions[at])
            at += 1
        return found

    def _lit_in(self, start: int, end: int) -> list[Span]:
        spans = self._matches if self.words else self.sightings()
        low = bisect_left(spans, start, key=lambda span: span.end)
        high = bisect_right(spans, end, key=lambda span: span.start)
        return spans[low:high]

    def sightings(self) -> list[Span]:
        """Where the chosen one is named in this article."""
        if self._sightings is None:
            entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
            here = self.article.id if self.article is not None else None
            found = entity.sightings if entity is not None else ()
            self._sightings = sorted(Span(s.start, s.end) for s in found if s.article == here)
        return self._sightings

    # Moving

    def do_down(self) -> None:
        """One row down."""
        self.scroll_rows(1)

    def do_up(self) -> None:
        """One row up."""
        self.scroll_rows(-1)

    def do_page_down(self) -> None:
        """One page down."""
        self.scroll_rows(max(1, self.rows - _OVERLAP))

    def do_page_up(self) -> None:
        """One page up."""
        self.scroll_rows(-max(1, self.rows - _OVERLAP))

    def do_half_down(self) -> None:
        """Half a page down."""
        self.scroll_rows(max(1, self.rows // 2))

    def do_half_up(self) -> None:
        """Half a page up."""
        self.scroll_rows(-max(1, self.rows // 2))

    def do_top(self) -> None:
        """To the title."""
        self.scroll_rows(-self.first)

    def do_bottom(self) -> None:
        """To the end."""
        self.scroll_rows(len(self._head) + len(self._rows))

    def scroll_rows(self, count: int) -> None:
        """Move the text by `count` rows."""
        before = self.first
        self.first += count
        self._clamp()
        if self.first != before:
            self._settle_anchor()
            self.touch()

    def do_next_article(self) -> None:
        """Read the next article of the list."""
        self.post_message(NeighbourAsked(1))

    def do_previous_article(self) -> None:
        """Read the article before."""
        self.post_message(NeighbourAsked(-1))

    def do_next_sentence(self) -> None:
        """Mark the next sentence."""
        self._step_sentence(1)

    def do_previous_sentence(self) -> None:
        """Mark the sentence before."""
        self._step_sentence(-1)

    def step_mention(self, step: int) -> bool:
        """Mark the next or the previous mention of the chosen one; False where there is none."""
        target = self._step(self.sightings(), step)
        if target is None:
            return False
        self.set_mark(target)
        return True

    def do_pick(self) -> None:
        """Choose the name under the mark, or the first one of its sentence."""
        article, extract = self.article, self.extract
        if article is None or extract is None or self.mark is None:
            self.post_message(Noted("Mark a sentence with ( or ) first, or find a name."))
            return
        for where in (self.mark, self.sentence or self.mark):
            for number, mention in enumerate(extract.mentions):
                if mention.span.meets(where):
                    entity = self.corpus.entity_of.get((article.id, number))
                    if entity is not None:
                        self.post_message(EntityAsked(entity))
                        return
        self.post_message(Noted("No name there."))

    def clicked(self, row: int) -> None:
        """Mark the sentence under the pointer."""
        at = self.first + row - len(self._head)
        if 0 <= at < len(self._rows):
            sentence = self._sentence_at(self._rows[at][0])
            if sentence is not None:
                self.set_mark(sentence)

    # Finding

    def do_find(self) -> None:
        """Type words to find."""
        self.field = Field()
        self._before_find = (self.origin, self.mark)
        self.touch_title()

    def typed(self) -> None:
        """Find as it is typed: the first match from the top of the page on."""
        if self.field is None:
            return
        self._look_for(self.field.text)
        anchor, mark = self._before_find
        self.origin, self.mark = anchor, mark
        self.first = self._row_of(anchor)
        self._clamp()
        if self._matches:
            start = max(anchor, mark.start if mark else 0)
            at = bisect_left(self._matches, start, key=lambda span: span.start)
            self.set_mark(self._matches[at % len(self._matches)])
        else:
            self._redraw()

    def close_field(self, keep: bool) -> None:
        """End typing; the words are kept or dropped."""
        if self.field is None:
            return
        if not keep:
            self.words, self._matches = "", []
            self.origin, self.mark = self._before_find
            self.first = self._row_of(self.origin)
            self._clamp()
        elif self.words and not self._matches:
            self.post_message(Noted(f"Not in this article: {self.words}"))
        self.field = None
        self._redraw()

    def do_next_match(self) -> None:
        """To the next match."""
        self._step_match(1)

    def do_previous_match(self) -> None:
        """To the match before."""
        self._step_match(-1)

    def drop(self) -> bool:
        """Drop the words found, then the mark; False where there is neither."""
        if self.words:
            self.words, self._matches = "", []
        elif self.mark is not None:
            self.mark = None
        else:
            return False
        self._redraw()
        return True

    def _look_for(self, words: str) -> None:
        self.words, self._matches = words, []
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        if pattern:
            found = re.finditer(pattern, self._text, re.IGNORECASE)
            self._matches = [Span(match.start(), match.end()) for match in found]

    def _step_match(self, step: int) -> None:
        if not self._matches:
            self.post_message(Noted("Nothing is looked for: press / and type."))
            return
        target = self._step(self._matches, step)
        if target is None:
            target = self._matches[0 if step > 0 else -1]
            self.post_message(Noted("From the top again." if step > 0 else "From the end again."))
        self.set_mark(target)

    def _step_sentence(self, step: int) -> None:
        sentences = list(self.extract.sentences) if self.extract is not None else []
        target = self._step(sentences, step)
        if target is not None:
            self.set_mark(target)

    def _step(self, spans: list[Span], step: int) -> Span | None:
        """The span after or before the mark; without a mark, the first in sight or the last."""
        if self.mark is not None:
            here = self.mark.start
        else:
            here = max(0, self.origin) + (-1 if step > 0 else 0)
        at = bisect_right(spans, here, key=lambda span: span.start)
        if step < 0:
            at = bisect_left(spans, here, key=lambda span: span.start) - 1
        return spans[at] if 0 <= at < len(spans) else None

    # Rows and characters

    def _row_of(self, offset: int) -> int:
        """The row that shows a character."""
        if offset < 0 or not self._rows:
            return 0
        at = bisect_right(self._rows, offset, key=lambda row: row[0]) - 1
        return len(self._head) + max(0, at)

    def _settle_anchor(self) -> None:
        at = self.first - len(self._head)
        self.origin = self._rows[at][0] if 0 <= at < len(self._rows) else -1

    def _bring(self, mark: Span) -> None:
        """Scroll so that `mark` is in sight, a third down the page where it was not."""
        row, last = self._row_of(mark.start), self._row_of(max(mark.start, mark.end - 1))
        if self.rows and not (self.first < row + 0 and last < self.first + self.rows - 1):
            self.first = row - self.rows // 3
            self._clamp()
            self._settle_anchor()

    def _clamp(self) -> None:
        total = len(self._head) + len(self._rows)
        self.first = max(0, min(self.first, total - self.rows))

    def _redraw(self) -> None:
        self._sightings = None
        self._drawn.clear()
        self.touch()


def inert_lines(text: str) -> str:
    """`text` made inert line by line: its newlines stay, and so does every offset."""
    return "\n".join(inert(line) for line in text.split("\n"))

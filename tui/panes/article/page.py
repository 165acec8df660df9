"""An article on the page: its title block, its text, and everything that is marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from corpus.model import Article as Document
from corpus.model import ArticleId, Corpus, EntityId, Extract, Mention, Span
from tui.panes.article.again import passage_again, place_again
from tui.panes.article.layers import Layer, layered
from tui.render import Line, inert
from tui.theme import Palette
from tui.widgets.leaf import Leaf
from tui.widgets.wrap import wrap
from tui.wording import byline, provenance

_LONG = 90
"""Characters from which on a mark is shown as a passage, not as a match."""


class Page(Leaf):
    """Shows an article; the mark is the one passage that the reader has in hand."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.article: Document | None = None
        self.extract: Extract | None = None
        self.chosen: EntityId | None = None
        self.mark: Span | None = None
        self._sightings: list[Span] | None = None
        self.signs: Sequence[tuple[Span, str]] = ()
        """The passages of this article on which the reader has said something, each with a sign."""

    def found_in(self, start: int, end: int) -> list[Span]:
        """What is lit between two characters: the mentions of the chosen one."""
        spans = self.sightings()
        low = bisect_left(spans, start, key=lambda span: span.end)
        return spans[low : bisect_right(spans, end, key=lambda span: span.start)]

    def text_taken(self) -> None:
        """Another text stands on the page."""

    def adopt(self, corpus: Corpus, moved: Mapping[ArticleId, ArticleId]) -> None:
        """Take a new corpus; the reader stays where the reader is."""
        self.corpus = corpus
        self._sightings = None
        id_ = self.article.id if self.article is not None else None
        fresh = corpus.by_id.get(moved.get(id_, id_)) if id_ is not None else None
        if self.article is None or fresh is None:
            return
        same = fresh.text == self.article.text
        self.article, self.extract = fresh, corpus.extracts.get(fresh.id)
        if same:
            self.lay_out()
        else:
            before, origin, mark = self.text, self.origin, self.mark
            self.mark = passage_again(before, fresh.text, mark) if mark is not None else None
            self.take_text(fresh.text, place_again(before, fresh.text, origin))
            self.text_taken()
        self.redraw()

    def show(self, article: Document, anchor: int = -1, mark: Span | None = None) -> None:
        """Show an article from the character `anchor` on, or so that `mark` is in sight."""
        if self.article is None or article.id != self.article.id:
            self.article = article
            self.extract = self.corpus.extracts.get(article.id)
            self._sightings = None
            self.take_text(article.text, anchor)
            self.text_taken()
        else:
            self.stand_at(anchor)
        self.set_mark(mark)

    def set_chosen(self, chosen: EntityId | None) -> None:
        """Mark the mentions of the chosen one."""
        if chosen != self.chosen:
            self.chosen = chosen
            self._sightings = None
            self.redraw()

    def set_mark(self, mark: Span | None) -> None:
        """Mark a passage and bring it into sight."""
        self.mark = mark
        if mark is not None:
            self.bring(mark)
        self.redraw()

    def heading(self) -> str:
        """The title of the article, once its title block has scrolled away."""
        if self.article is None or self.first < 0:
            return self.HEADING
        return self.article.title.value

    def make_titles(self) -> list[tuple[str, str]]:
        """Title, byline, and where these come from."""
        if self.article is None:
            return []
        rows: list[tuple[str, str]] = []
        for words, role in (
            (self.article.title.value, "heading"),
            (byline(self.article), "text"),
            (provenance(self.article), "muted"),
        ):
            words = inert(words)
            rows += [(words[start:end], role) for start, end in wrap(words, self.measure) if end]
        return [*rows, ("", "text")]

    def window(self) -> list[int]:
        """The rows in sight; none where there is no article."""
        return super().window() if self.article is not None else []

    def beside(self, start: int, end: int) -> str:
        """A bar beside the sentence in hand, and the sign of what the reader said of a passage."""
        sentence = self.sentence
        here = sentence is not None and start < sentence.end and sentence.start < end
        bar = self.palette.signs.bar if here else ""
        sign = next((s for place, s in self.signs if start <= place.start < end), "")
        return bar.ljust(1) + sign if sign else bar

    def set_signs(self, signs: Sequence[tuple[Span, str]]) -> None:
        """Show at which passages the reader has said something."""
        if signs != self.signs:
            self.signs = signs
            self.redraw()

    def draw_text(self, line: Line, start: int, end: int) -> None:
        """A row of the text with its marks."""
        for first, last, style in layered(start, end, self.palette.text, self._layers(start, end)):
            line.add(self.text[first:last], style)

    def _layers(self, start: int, end: int) -> list[Layer]:
        palette = self.palette
        layers: list[Layer] = [
            (mention.start, mention.end, palette.kind(mention.kind))
            for mention in self.mentions_in(start, end)
        ]
        sentence = self.sentence
        if sentence is not None:
            layers.append((sentence.start, sentence.end, palette.sentence))
        layers += [(span.start, span.end, palette.found) for span in self.found_in(start, end)]
        if self.mark is not None and not self._is_passage(self.mark):
            layers.append((self.mark.start, self.mark.end, palette.match))
        return layers

    @property
    def sentence(self) -> Span | None:
        """The sentence that holds the mark, or the passage that is marked."""
        if self.mark is None:
            return None
        if self._is_passage(self.mark):
            return self.mark
        return self.sentence_at(self.mark.start)

    def _is_passage(self, span: Span) -> bool:
        if span.end - span.start >= _LONG:
            return True
        sentence = self.sentence_at(span.start)
        return sentence is not None and span.holds(sentence)

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a character."""
        if self.extract is None:
            return None
        sentences = self.extract.sentences
        at = bisect_right(sentences, offset, key=lambda span: span.start) - 1
        return sentences[at] if at >= 0 and offset < sentences[at].end else None

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that share a character with a row."""
        if self.extract is None:
            return []
        mentions = self.extract.mentions
        low = bisect_left(mentions, start, key=lambda mention: mention.end)
        high = bisect_left(mentions, end, key=lambda mention: mention.start)
        return list(mentions[low:high])

    def sightings(self) -> list[Span]:
        """Where the chosen one is named in this article."""
        if self._sightings is None:
            entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
            here = self.article.id if self.article is not None else None
            found = entity.sightings if entity is not None else ()
            self._sightings = sorted(Span(s.start, s.end) for s in found if s.article == here)
        return self._sightings

"""The index: people, places and organisations with how often and in how many articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from corpus.model import ArticleId, Corpus, Entity, EntityId, Kind
from tui.commands import INDEX
from tui.filtering import Names
from tui.messages import EntityAsked
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.listing import Listing

if TYPE_CHECKING:
    from corpus.names.index import Hit, NameIndex

_KINDS: tuple[Kind | None, ...] = (None, Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
_HEADINGS = {
    None: "Names",
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Organisations",
}
_UNDERLINE = Style(underline=True)
_NOT_UNDERLINED = Style(underline=False)
_SIGNS = {Kind.PERSON: "●", Kind.PLACE: "◆", Kind.ORGANISATION: "■"}


class Index(Listing):
    """Who and what is named, in one article or in all, most named first."""

    NAME = INDEX
    HEADING = "Names"

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.kind: Kind | None = None
        self.here = False
        """Whether only the names of the open article are shown."""
        self.open: ArticleId | None = None
        self.shown: tuple[Entity, ...] = ()
        self._counts: dict[EntityId, tuple[int, int]] = {}
        self._names: Names | None = None
        self._lookup: NameIndex | None = None
        self._hits: dict[EntityId, Hit] = {}

    def adopt(self, corpus: Corpus) -> None:
        """Take a new corpus; the cursor stays on the name where it stands."""
        self.corpus = corpus
        self._names = self._lookup = None
        self._counts = {
            entity.id: (len(entity.sightings), len({s.article for s in entity.sightings}))
            for entity in corpus.entities
        }
        self.narrowed()

    @property
    def has_lookup(self) -> bool:
        """Whether the index over the names is there."""
        return self._lookup is not None

    def set_lookup(self, lookup: NameIndex) -> None:
        """Take the index over the names of this corpus; the cursor stays on its name."""
        self._lookup = lookup
        self._names = None
        if self.filter:
            self.narrowed(keep=True)

    def set_open(self, article: ArticleId | None) -> None:
        """Follow the article that is being read."""
        if article != self.open:
            self.open = article
            if self.here:
                self._names = None
                self.narrowed()

    def narrowed(self, keep: bool = False) -> None:
        """Choose the names anew; the cursor goes to the best, or stays on its name if `keep`."""
        standing = self.shown[self.cursor] if self.cursor < len(self.shown) else None
        if self._names is None:
            self._names = Names(self._pool(), self._lookup, self.corpus.entities)
        found = self._names.search(self.filter)
        self.shown = tuple(one.entity for one in found)
        self._hits = {one.entity.id: one.hit for one in found if one.hit is not None}
        at = 0
        if standing is not None and (keep or not self.filter):
            at = next((i for i, one in enumerate(self.shown) if _same(one, standing)), 0)
        self.refill(at)

    def why(self, chosen: EntityId | None) -> str:
        """Why the name under the cursor is there, "" where it is plain to see or is `chosen`."""
        if self.cursor >= len(self.shown) or self.shown[self.cursor].id == chosen:
            return ""
        entity = self.shown[self.cursor]
        hit = self._hits.get(entity.id)
        return f"{entity.name} · {hit.why}" if hit is not None and hit.why else ""

    def heading(self) -> str:
        """The kind that is shown, and whether of this article only."""
        name = _HEADINGS[self.kind] + (" here" if self.here else "")
        return f"{name} /{self.filter}" if self.filter else name

    def tally(self) -> str:
        """Where the cursor stands, and of how many."""
        return f"{self.cursor + 1}/{len(self.shown)}" if self.shown else ""

    def empty(self) -> str:
        """What stands in an empty list."""
        if self.filter:
            return "Nothing matches."
        return "No names here." if self.here else "No names yet."

    def heights(self) -> list[int]:
        """One row a name."""
        return [1] * len(self.shown)

    def draw(self, item: int, part: int) -> Line:
        """A name, its sign, and the counts."""
        palette, width = self.palette, self.columns - 3
        entity = self.shown[item]
        if self.here and self.open is not None:
            counts = str(sum(sighting.article == self.open for sighting in entity.sightings))
        else:
            mentions, articles = self._counts[entity.id]
            counts = f"{mentions} in {articles}"
        line = Line().add(_SIGNS[entity.kind] + " ", palette.muted)
        hit = self._hits.get(entity.id)
        name = fit(entity.name, width - len(counts) - 3)
        meant = hit.spans if hit is not None and hit.spelling == entity.name else ()
        line.extend(_underlined(name, meant, palette.kind(entity.kind)))
        room = width - len(counts) - 2 - line.width
        others = [one for one in entity.spellings if one.casefold() != entity.name.casefold()]
        meant = ()
        if hit is not None and hit.spelling != entity.name:
            others = [hit.spelling, *(one for one in others if one != hit.spelling)]
            meant = hit.spans
        if others and room > 8:
            line.add("  ", palette.muted)
            line.extend(_underlined(fit(", ".join(others), room - 2), meant, palette.muted))
        return line.pad(width - len(counts), palette.text).add(counts, palette.muted)

    def do_open(self) -> None:
        """Choose the name under the cursor."""
        if self.cursor < len(self.shown):
            self.post_message(EntityAsked(self.shown[self.cursor].id))

    def do_next_kind(self) -> None:
        """Show the next kind."""
        self._set_kind(1)

    def do_previous_kind(self) -> None:
        """Show the kind before."""
        self._set_kind(-1)

    def do_scope(self) -> None:
        """Names of this article, or of all."""
        self.here = not self.here
        self._names = None
        self.narrowed()

    def _set_kind(self, step: int) -> None:
        self.kind = _KINDS[(_KINDS.index(self.kind) + step) % len(_KINDS)]
        self._names = None
        self.narrowed()

    def _pool(self) -> tuple[Entity, ...]:
        corpus = self.corpus
        if self.here and self.open is not None:
            pool = tuple(corpus.entity_by_id[one] for one in corpus.entities_in.get(self.open, ()))
        else:
            pool = corpus.entities
        return pool if self.kind is None else tuple(one for one in pool if one.kind is self.kind)


def _same(one: Entity, other: Entity) -> bool:
    return one.id == other.id or (one.name, one.kind) == (other.name, other.kind)


def _underlined(text: str, spans: tuple[tuple[int, int], ...], style: Style) -> Line:
    """`text`, which may have been cut short, with `spans` of it underlined."""
    line, at = Line(), 0
    if spans:  # places are underlined as they are
        style += _NOT_UNDERLINED
    end = len(text) - text.endswith("…")
    for first, last in spans:
        line.add(text[at : min(first, end)], style)
        line.add(text[first : min(last, end)], style + _UNDERLINE)
        at = min(last, end)
    return line.add(text[at:], style)

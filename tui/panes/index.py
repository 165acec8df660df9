"""The index: people, places and organisations with how often and in how many articles."""

from __future__ import annotations

from corpus.model import ArticleId, Corpus, Entity, EntityId, Kind
from tui.commands import INDEX
from tui.filtering import Names
from tui.messages import EntityAsked
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.listing import Listing

_KINDS: tuple[Kind | None, ...] = (None, Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
_HEADINGS = {
    None: "Names",
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Organisations",
}
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

    def adopt(self, corpus: Corpus) -> None:
        """Take a new corpus; the cursor stays on the name where it stands."""
        self.corpus = corpus
        self._names = None
        self._counts = {
            entity.id: (len(entity.sightings), len({s.article for s in entity.sightings}))
            for entity in corpus.entities
        }
        self.narrowed()

    def set_open(self, article: ArticleId | None) -> None:
        """Follow the article that is being read."""
        if article != self.open:
            self.open = article
            if self.here:
                self._names = None
                self.narrowed()

    def narrowed(self) -> None:
        """Choose the names anew."""
        standing = self.shown[self.cursor] if self.cursor < len(self.shown) else None
        if self._names is None:
            self._names = Names(self._pool())
        self.shown = self._names.search(self.filter)
        at = 0
        if standing is not None and not self.filter:
            at = next((i for i, one in enumerate(self.shown) if _same(one, standing)), 0)
        self.refill(at)

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
        line.add(fit(entity.name, width - len(counts) - 3), palette.kind(entity.kind))
        room = width - len(counts) - 2 - line.width
        others = ", ".join(
            name for name in entity.spellings if name.casefold() != entity.name.casefold()
        )
        if others and room > 8:
            line.add("  " + fit(others, room - 2), palette.muted)
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

"""The index: people, places and organisations with how often and in how many articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style

from corpus.model import ArticleId, Corpus, Entity, EntityId, Kind
from tui.citing import Quote
from tui.commands import INDEX
from tui.filtering import Everyone, Found, Names
from tui.messages import EntityAsked
from tui.notes.heir import heir
from tui.notes.thing import Thing
from tui.render import Line, fit
from tui.theme import Palette
from tui.widgets.listing import Listing

if TYPE_CHECKING:
    from corpus.names.index import NameIndex
    from tui.notes.looked import Looked

_KINDS: tuple[Kind | None, ...] = (None, Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
_HEADINGS = {
    None: "Names",
    Kind.PERSON: "People",
    Kind.PLACE: "Places",
    Kind.ORGANISATION: "Organisations",
}
_UNDERLINE = Style(underline=True)
_NOT_UNDERLINED = Style(underline=False)


class Index(Listing):
    """Who and what is named, in one article or in all, most named first."""

    NAME = INDEX
    HEADING = "Names"
    LIT = 24

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.corpus = Corpus()
        self.kind: Kind | None = None
        self.here = False
        """Whether only the names of the open article are shown."""
        self.open: ArticleId | None = None
        self.shown: Sequence[Found] = ()
        self.signs: Mapping[EntityId, str] = {}
        """The sign of a name on which the reader has said something."""
        self._names: Names | None = None
        self._lookup: NameIndex | Looked | None = None

    def adopt(self, corpus: Corpus, moved: Mapping[ArticleId, ArticleId]) -> None:
        """Take a new corpus; the cursor stays on the name where it stands."""
        standing = self.standing
        self.open = moved.get(self.open, self.open) if self.open is not None else None
        self.corpus = corpus
        self._names = self._lookup = None
        self._narrow(standing, keep=False)

    @property
    def has_lookup(self) -> bool:
        """Whether the index over the names is there."""
        return self._lookup is not None

    def set_lookup(self, lookup: NameIndex | Looked) -> None:
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
        self._narrow(self.standing, keep)

    @property
    def standing(self) -> Entity | None:
        """The entity under the cursor."""
        if self.cursor >= len(self.shown):
            return None
        return self.corpus.entities[self.shown[self.cursor].rank]

    def _narrow(self, standing: Entity | None, keep: bool) -> None:
        if self._names is None:
            self._names = Names(self.corpus, self._pool(), self._lookup)
        self.shown = self._names.search(self.filter)
        at = 0
        if standing is not None and (keep or not self.filter):
            at = self._item_of(standing)
        self.refill(at)

    def _item_of(self, entity: Entity) -> int:
        """The item that shows an entity, the first where none does."""
        rank = self.corpus.rank(entity.id)
        if rank is None and (other := heir(self.corpus, entity)) is not None:
            rank = self.corpus.rank(other.id)
        if rank is None:
            return 0
        if isinstance(self.shown, Everyone):
            return self.shown.item_of(rank)
        return next((at for at, one in enumerate(self.shown) if one.rank == rank), 0)

    def why(self, chosen: EntityId | None) -> str:
        """Why the name under the cursor is there, "" where it is plain to see or is `chosen`."""
        entity = self.standing
        if entity is None or entity.id == chosen:
            return ""
        hit = self.shown[self.cursor].hit
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
        found = self.shown[item]
        entity, hit = self.corpus.entities[found.rank], found.hit
        if self.here and self.open is not None:
            counts = str(sum(sighting.article == self.open for sighting in entity.sightings))
        else:
            mentions, articles = self.corpus.counts(found.rank)
            counts = f"{mentions} in {articles}"
        if sign := self.signs.get(entity.id):
            counts = f"{sign} {counts}"
        line = Line().add(self.palette.signs.kind(entity.kind) + " ", palette.muted)
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
        if (entity := self.standing) is not None:
            self.post_message(EntityAsked(entity.id))

    def named(self) -> EntityId | None:
        """Who stands under the cursor."""
        return self.standing.id if self.standing is not None else None

    def thing(self) -> Thing | None:
        """The name under the cursor."""
        return Thing(entity=self.standing) if self.standing is not None else None

    def quoted(self) -> Quote | None:
        """The name under the cursor."""
        return Quote(self.standing.name) if self.standing is not None else None

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

    def _pool(self) -> Sequence[int]:
        """The ranks of the names of the kind and the scope that are wanted."""
        corpus = self.corpus
        if not self.here or self.open is None:
            return corpus.ranks(self.kind)
        ranks = [corpus.rank(one) for one in corpus.entities_in.get(self.open, ())]
        there = [rank for rank in ranks if rank is not None]
        return [at for at in there if self.kind in (None, corpus.entities[at].kind)]


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

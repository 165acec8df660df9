"""The model: what an article is, what is found in it, and what is known across articles.

Every position is a half-open range of character offsets into `Article.text`, the cleaned text that
the screen shows. Everything here is immutable; the reader's own work lies elsewhere, over it.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)
FactId = NewType("FactId", str)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Origin(StrEnum):
    """Where a piece of metadata was found."""

    FRONT_MATTER = "front matter"
    TEXT = "text"
    FILE_NAME = "file name"
    METADATA = "metadata"
    """What a format keeps beside the text: headers of mail, properties of documents."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata, where it comes from, and where in the text it stands, if it does."""

    value: str
    origin: Origin
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One document, cleaned and ready to read.

    `published` holds an ISO date, possibly partial: "2024-09-03", "2024-09" or "2024".
    `offsets` and `lines` are parallel and ascending: from character `offsets[i]` on, the text stems
    from line `lines[i]` (counted from 1) of the original file. For formats with pages, `pages` is
    parallel to them too: the page (from 1) of that stretch; else it is empty.
    """

    id: ArticleId
    path: str
    title: Stated
    text: str
    publisher: Stated | None = None
    author: Stated | None = None
    published: Stated | None = None
    address: Stated | None = None
    offsets: tuple[int, ...] = (0,)
    lines: tuple[int, ...] = (1,)
    digest: str = ""
    remarks: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()

    def line(self, offset: int) -> int:
        """The line of the original file (from 1) that character `offset` stems from."""
        return self.lines[max(0, bisect_right(self.offsets, offset) - 1)]

    def page(self, offset: int) -> int | None:
        """The page (from 1) that character `offset` stands on; None where there are no pages."""
        if not self.pages:
            return None
        return self.pages[max(0, bisect_right(self.offsets, offset) - 1)]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not loaded, and why, in plain words."""

    path: str
    reason: str


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of text that names an entity; `basis` says how it was found ("tagger", a rule)."""

    start: int
    end: int
    kind: Kind
    basis: str = "tagger"

    @property
    def span(self) -> Span:
        """The range of the mention."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: where it lies and how large it is."""

    name: str
    lat: float
    lon: float
    country: str
    """ISO 3166 alpha-2 code of the country, or "" for what lies in none."""
    feature: str
    """"country", "division", "city", "region" or "water"."""
    population: int = 0
    division: str = ""
    """Code of the first-level division within the country."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one entity within one article.

    `name` is the fullest spelling that stands in the text; `mentions` are indexes into
    `Extract.mentions`; `aliases` are further names that the article gives (acronym, gloss);
    `basis` says why mentions with different spellings were joined, one sentence each.
    """

    name: str
    kind: Kind
    mentions: tuple[int, ...]
    aliases: tuple[str, ...] = ()
    place: Place | None = None
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval, both ends included; open ends are None.

    `text` is what the article says and `basis` how the interval follows from it ("as written",
    "publication date 2024-09-03"). Both ends None: the text does not decide it.
    """

    first: date | None
    last: date | None
    text: str
    span: Span
    basis: str = "as written"

    @property
    def precision(self) -> str:
        """How finely it is known: "day", "month", "year", "span", "half open" or "open"."""
        if self.first is None or self.last is None:
            return "open" if self.first == self.last else "half open"
        first, days = self.first, (self.last - self.first).days + 1
        if days == 1:
            return "day"
        if first.day == 1 and days == monthrange(first.year, first.month)[1]:
            return "month"
        whole = (first.month, first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        return "year" if whole and first.year == self.last.year else "span"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: `value` to `high` (equal but for ranges) of `unit`.

    `unit` is an ISO 4217 code for money, "%" for shares, else the counted noun as written or "".
    `qualifier` keeps words such as "over", "some" and "at least"; `per` keeps "year" of a rate.
    """

    value: float
    high: float
    unit: str
    span: Span
    qualifier: str = ""
    per: str = ""
    of: str = ""
    basis: str = ""
    """How the value or unit was inferred; "" for what stands in the text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `span` with the marks, `words` inside them."""

    span: Span
    words: Span


@dataclass(frozen=True, slots=True)
class Alias:
    """`short` stands for `long`, as the text says: "Ministry of State Security (MSS)"."""

    long: Span
    short: Span
    relation: str = "acronym"
    """"acronym" for capital letters, else "gloss"."""


class Certainty(StrEnum):
    """How surely the article says it."""

    STATED = "stated"
    REPORTED = "reported"
    HEDGED = "hedged"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Ref:
    """Whom or what a fact is about, as written at `span`.

    `mention` is an index into `Extract.mentions` when an entity stands behind it. A `basis` marks
    that the link is inferred, and says from what ("he: the last man named").
    """

    text: str
    span: Span | None = None
    mention: int | None = None
    basis: str = ""


FACT_KINDS = (
    "role", "move", "disclosure", "kin", "harm", "quantity", "quotation", "claim", "event", "name",
    "tie", "gap", "practice", "judgement",
)  # fmt: skip
"""Every kind of fact, in the order in which they are shown; `docs/facts.md` explains each."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What a fact says besides subject and object: `role` names it, `ref` holds the words.

    Roles in use: of (whose daughter or company the subject is); method, charge, term and by
    (harm); from, via, means, with and stage (move);
    since (the start of a tie); named (the name of a relative) and fate (kin); reason (gap);
    correction (what the reader changed, and why: see `corpus.notebook`).
    """

    role: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an article states, with the characters that state it (never none).

    A disclosure has the thing disclosed as `object`, `when` it became public, and in `since` when
    it had happened, where that is stated; a lag told in words ("only a day after") stands in
    `value` and `unit` ("day"), which are None otherwise.
    """

    id: FactId
    kind: str
    article: ArticleId
    subject: Ref
    relation: str
    evidence: tuple[Span, ...]
    object: Ref | None = None
    value: float | None = None
    unit: str | None = None
    when: When | None = None
    place: Ref | None = None
    speaker: Ref | None = None
    hops: int = 0
    """Tellers between the article and the fact: 0 stated by the article itself, 1 "he said" …"""
    certainty: Certainty = Certainty.STATED
    hedge: str = ""
    """The words that hedge or judge: "reportedly", "likely", "the highest-ranking"."""
    high: float | None = None
    """The upper end of a range whose lower end is `value`; None where it is no range."""
    qualifier: str = ""
    """Words that bound the value: "over", "some", "at least"."""
    per: str = ""
    """What a rate counts by: "year" of "$300,000 a year"."""
    source: Ref | None = None
    """Where the speaker has it from, or what is cited: "state media", a document, a paper."""
    since: When | None = None
    """The other date of a fact with two; see the docstring for disclosures."""
    details: tuple[Detail, ...] = ()
    tellers: tuple[Ref, ...] = ()
    """Everybody between the article and the fact, the outermost first.

    The last is `speaker`, or the `source` that the speaker has it from."""

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Everything that the fact points to: subject, object, place, speaker, source and more."""
        named = (self.subject, self.object, self.place, self.speaker, self.source)
        found = (*named, *self.tellers, *(detail.ref for detail in self.details))
        return tuple(ref for ref in found if ref is not None)

    def detail(self, role: str) -> Ref | None:
        """The first detail of that role, if there is one."""
        return next((detail.ref for detail in self.details if detail.role == role), None)


@dataclass(frozen=True, slots=True)
class Extract:
    """All that is found in one article: a pure function of it."""

    article: ArticleId
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    dates: tuple[When, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    aliases: tuple[Alias, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention of an entity and the article where it stands."""

    article: ArticleId
    mention: int
    """Index into that article's `Extract.mentions`."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organisation across articles; `spellings` run from most to least used."""

    id: EntityId
    name: str
    kind: Kind
    spellings: tuple[str, ...]
    sightings: Sequence[Sighting]
    place: Place | None = None
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list says of an article, "" for what is not known."""

    id: ArticleId
    path: str
    title: str
    publisher: str
    author: str
    published: str

    @classmethod
    def of(cls, article: Article) -> Heading:
        """The heading of an article."""
        stated = (article.title, article.publisher, article.author, article.published)
        return cls(article.id, article.path, *(one.value if one else "" for one in stated))


@dataclass(frozen=True)
class Corpus:
    """The model: every article with what was found in it. Read-only.

    `articles` are in the order of the list on the screen (date, then path); `entities` by count of
    mentions, most first; `facts` in the order of articles, then of the text. Behind the sequences
    and mappings may lie a store on disk (`corpus/store`): whoever asks for one item pays for one.
    The methods answer what would otherwise need a walk through all of them.
    """

    articles: Sequence[Article] = ()
    extracts: Mapping[ArticleId, Extract] = field(default_factory=dict)
    entities: Sequence[Entity] = ()
    skipped: Sequence[Skipped] = ()
    by_id: Mapping[ArticleId, Article] = field(default_factory=dict)
    entity_by_id: Mapping[EntityId, Entity] = field(default_factory=dict)
    entity_of: Mapping[tuple[ArticleId, int], EntityId] = field(default_factory=dict)
    """(article, index into its mentions) → the entity that the mention names."""
    entities_in: Mapping[ArticleId, tuple[EntityId, ...]] = field(default_factory=dict)
    """The entities of an article, most mentioned there first."""
    facts_about: Mapping[EntityId, Sequence[Fact]] = field(default_factory=dict)
    """Facts that point to the entity in any way (`Fact.refs`), across articles."""

    @property
    def base(self) -> Corpus:
        """Itself; where the reader's notebook is laid over a corpus, the one beneath."""
        return self

    @property
    def facts(self) -> Sequence[Fact]:
        """Every fact, in the order of articles, then of the text."""
        return tuple(
            f for a in self.articles if a.id in self.extracts for f in self.extracts[a.id].facts
        )

    @property
    def headings(self) -> Sequence[Heading]:
        """What a list says of each article, in their order."""
        return tuple(map(Heading.of, self.articles))

    def entity_for(self, fact: Fact, ref: Ref | None) -> Entity | None:
        """The entity that `ref` of `fact` points to, if one stands behind it."""
        if ref is None or ref.mention is None:
            return None
        found = self.entity_of.get((fact.article, ref.mention))
        return self.entity_by_id[found] if found is not None else None

    def position(self, article: ArticleId) -> int | None:
        """Where an article stands in `articles`, None where it does not."""
        return next((at for at, one in enumerate(self.articles) if one.id == article), None)

    def rank(self, entity: EntityId) -> int | None:
        """Where an entity stands in `entities`, None where it does not."""
        return next((at for at, one in enumerate(self.entities) if one.id == entity), None)

    def positions_of(self, entity: EntityId) -> Sequence[int]:
        """The places in `articles` of those that name an entity, ascending."""
        found = self.entity_by_id.get(entity)
        named = {seen.article for seen in found.sightings} if found is not None else ()
        return [at for at, one in enumerate(self.articles) if one.id in named]

    def ranks(self, kind: Kind | None = None) -> Sequence[int]:
        """The places in `entities` of those of one kind, or of all."""
        if kind is None:
            return range(len(self.entities))
        return [at for at, one in enumerate(self.entities) if one.kind is kind]

    def counts(self, rank: int) -> tuple[int, int]:
        """How often the entity at a place of `entities` is named, and in how many articles."""
        seen = self.entities[rank].sightings
        return len(seen), len({one.article for one in seen})

    def kinds_in(self, article: ArticleId) -> Counter[Kind]:
        """How many entities of each kind an article names."""
        return Counter(self.entity_by_id[one].kind for one in self.entities_in.get(article, ()))

    @property
    def kinds(self) -> Counter[Kind]:
        """How many entities of each kind there are."""
        return Counter(one.kind for one in self.entities)

"""How articles and extracts become rows, and back: pure functions, the same in every process."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus import codec
from corpus.model import (
    Alias,
    Amount,
    Article,
    ArticleId,
    Chain,
    Extract,
    Fact,
    Heading,
    Mention,
    Place,
    Quotation,
    Span,
    When,
)
from corpus.store.seal import pack, pack_numbers, seal, unpack, unpack_numbers

if TYPE_CHECKING:
    from corpus.names.cards import Card


_SUM = 4
"""Bytes of the checksum that `seal` puts first."""


class Body(NamedTuple):
    """An article as it is stored: without its path, so that a renamed file is the same article."""

    key: bytes
    words: int
    heading: bytes
    body: bytes


def from_article(article: Article) -> Body:
    """The row of an article, `key` naming all that is in it but the path."""
    plain = codec.encode(replace(article, path=""))
    key = hashlib.blake2b(json.dumps(plain).encode(), digest_size=16).digest()
    heading = codec.encode(replace(Heading.of(article), path=""))
    label = key.hex()
    return Body(
        key,
        len(article.text.split()),
        pack(f"heading {label}", heading),
        pack(f"article {label}", plain),
    )


def to_article(key: bytes, body: object, id_: str, path: str) -> Article:
    """The article of a row under the id and path that it goes by; raises DamagedError."""
    plain = codec.decode(Article, unpack(f"article {key.hex()}", body))
    return replace(plain, id=ArticleId(id_), path=path)


def to_heading(key: bytes, heading: object) -> Heading:
    """The heading of a row, its path still empty; raises DamagedError."""
    return codec.decode(Heading, unpack(f"heading {key.hex()}", heading))


def words_of(heading: Heading) -> tuple[str, ...]:
    """What a list of articles may be filtered by."""
    said = (heading.published, heading.publisher, heading.author, heading.title)
    return (heading.path, *(one for one in said if one))


class Found(NamedTuple):
    """An extract as it is stored: what names need, the facts and the rest apart.

    `cards` are what the article tells of each entity, for who is whom across articles.
    """

    facts_found: int
    refs: bytes
    cards: bytes
    named: bytes
    rest: bytes
    facts: bytes


def from_extract(number: int, article: Article | None, extract: Extract) -> Found:
    """The row of what was found in `article`, the one at `number`, None where that was nothing."""
    from corpus.names.cards import read

    label = _label(number, extract.article)
    cards = read(article, extract) if article is not None else ()
    named = [codec.encode(extract.mentions), codec.encode(extract.chains)]
    rest = [
        codec.encode(part)
        for part in (
            extract.sentences,
            extract.dates,
            extract.amounts,
            extract.quotations,
            extract.aliases,
        )
    ]
    return Found(
        len(extract.facts),
        pack_numbers(f"refs {label}", refs(extract.facts)),
        pack(f"cards {label}", [codec.encode(replace(one, title="")) for one in cards]),
        pack(f"named {label}", named),
        pack(f"rest {label}", rest),
        pack(f"facts {label}", codec.encode(extract.facts)),
    )


def without_labels(found: Found) -> Found:
    """`found` as a machine can make it that does not know the article's number."""
    return Found(found.facts_found, *(blob[_SUM:] for blob in found[1:]))


def with_labels(found: Found, number: int, id_: str) -> Found:
    """What `without_labels` took off, put on for the article at `number`."""
    label = _label(number, id_)
    blobs = zip(Found._fields[1:], found[1:], strict=True)
    return Found(found.facts_found, *(seal(f"{name} {label}", blob) for name, blob in blobs))


def refs(facts: Sequence[Fact]) -> array[int]:
    """Pairs: the number of a fact, and a mention that it is about, in order and each once."""
    pairs = array("i")
    for number, fact in enumerate(facts):
        for mention in sorted({r.mention for r in fact.refs if r.mention is not None}):
            pairs.extend((number, mention))
    return pairs


def to_refs(article: int, id_: str, sealed: object) -> array[int]:
    """The pairs that `refs` made; raises DamagedError."""
    return unpack_numbers(f"refs {_label(article, id_)}", sealed)


def to_cards(article: int, id_: str, title: str, cards: object) -> Iterator[Card]:
    """The cards of a row; all of them share one id and one title. Raises DamagedError."""
    from corpus.names.cards import Card, Clues
    from corpus.names.sightings import Glimpses

    # Hundreds of thousands of cards are compared at once: what they share, they share in memory.
    nothing = Clues()
    title = " ".join(title.split())
    for data in unpack(f"cards {_label(article, id_)}", cards):
        seen = Glimpses(data[3])
        data[0], data[1], data[3], data[-1] = id_, intern(data[1]), (), title
        place = _place(tuple(data[5])) if data[5] is not None else None
        data[5] = None
        card = codec.decode(Card, data)
        clues = nothing if card.clues == nothing else card.clues
        yield replace(card, seen=seen, place=place, clues=clues)


@lru_cache(4096)
def _place(data: tuple[object, ...]) -> Place:
    return codec.decode(Place, list(data))


def to_facts(article: int, id_: str, facts: object) -> tuple[Fact, ...]:
    """The facts of a row; raises DamagedError."""
    return codec.decode(_FACTS, unpack(f"facts {_label(article, id_)}", facts))


def to_extract(article: int, id_: str, named: object, rest: object, facts: object) -> Extract:
    """The extract of a row; raises DamagedError."""
    label = _label(article, id_)
    mentions, chains = unpack(f"named {label}", named)
    parts = unpack(f"rest {label}", rest)
    spans, dates, amounts, quotations, aliases = (
        codec.decode(kind, part) for kind, part in zip(_REST, parts, strict=True)
    )
    return Extract(
        ArticleId(id_), spans, codec.decode(_MENTIONS, mentions), codec.decode(_CHAINS, chains),
        dates, amounts, quotations, aliases, to_facts(article, id_, facts),
    )  # fmt: skip


_MENTIONS: Any = tuple[Mention, ...]
_CHAINS: Any = tuple[Chain, ...]
_FACTS: Any = tuple[Fact, ...]
_REST: tuple[Any, ...] = (
    tuple[Span, ...],
    tuple[When, ...],
    tuple[Amount, ...],
    tuple[Quotation, ...],
    tuple[Alias, ...],
)


def _label(article: int, id_: str) -> str:
    return f"{article} {id_}"

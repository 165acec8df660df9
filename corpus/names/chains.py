"""Who is whom within one article: the mentions of each person, place and organisation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from corpus.model import Alias, Chain, Kind, Mention, Span
from corpus.names import korean, people, places, vocabulary
from corpus.names.beings import Being
from corpus.names.fold import fold, glue


def link(text: str, mentions: Sequence[Mention], aliases: Sequence[Alias]) -> tuple[Chain, ...]:
    """The chains of `text` by first mention; every mention is in exactly one."""
    beings = [
        *people.link(text, mentions),
        *places.link(text, mentions),
        *_organisations(text, mentions),
    ]
    beings = _join_aliases(text, mentions, aliases, beings)
    beings.sort(key=lambda b: min(b.mentions))
    return tuple(_finish(text, mentions, b) for b in beings)


def _organisations(text: str, mentions: Sequence[Mention]) -> list[Being]:
    by_key: dict[str, Being] = {}
    for i, mention in enumerate(mentions):
        if mention.kind is not Kind.ORGANISATION:
            continue
        key = glue(text[mention.start : mention.end])
        key = key[3:] if key.startswith("the") and len(key) > 5 else key
        being = by_key.get(key)
        if being is None:
            being = by_key[key] = Being(Kind.ORGANISATION, [], introduced=mention.start)
        being.mentions.append(i)
    return list(by_key.values())


def _join_aliases(
    text: str, mentions: Sequence[Mention], aliases: Sequence[Alias], beings: list[Being]
) -> list[Being]:
    """Joins what the article itself declares to be one: "Long Form (LF)", "X (gloss)"."""
    owner = {i: b for b in beings for i in b.mentions}
    gone: set[int] = set()
    for alias in aliases:
        a = _at(mentions, alias.long)
        b = _at(mentions, alias.short)
        if a is None or b is None:
            continue
        first, second = owner[a], owner[b]
        if first is second or first.kind is not second.kind:
            continue
        if first.place and second.place and first.place != second.place:
            continue
        if alias.relation != "acronym" and first.kind is Kind.ORGANISATION:
            continue
        first.mentions = sorted(first.mentions + second.mentions)
        first.names += second.names
        first.place = first.place or second.place
        first.introduced = min(first.introduced, second.introduced)
        first.basis.append(f"the text glosses {alias.long.of(text)} as {alias.short.of(text)}")
        first.aliases.append(alias.short.of(text))
        for i in second.mentions:
            owner[i] = first
        gone.add(id(second))
    return [b for b in beings if id(b) not in gone]


def _at(mentions: Sequence[Mention], span: Span) -> int | None:
    """The mention that fills `span`, give or take an article before it."""
    first = bisect_left(mentions, span.start - 4, key=lambda m: m.start)
    for i in range(first, len(mentions)):
        mention = mentions[i]
        if mention.start >= span.end or mention.start > span.start + 4:
            return None
        if mention.end == span.end:
            return i
    return None


def _finish(text: str, mentions: Sequence[Mention], being: Being) -> Chain:
    spellings = Counter(
        " ".join(text[mentions[i].start : mentions[i].end].split()) for i in being.mentions
    )
    if being.kind is Kind.PLACE:
        name = max(spellings, key=lambda s: (not s.isupper(), spellings[s], len(s)))
    else:
        name = max(spellings, key=lambda s: (*_fullness(s, being.kind), spellings[s]))
    if being.kind is Kind.PERSON and ", " in name:
        name = _in_order(name)
    aliases = tuple(dict.fromkeys(a for a in being.aliases if a != name))
    basis = tuple(dict.fromkeys(being.basis))
    return Chain(name, being.kind, tuple(sorted(being.mentions)), aliases, being.place, basis)


def _fullness(spelling: str, kind: Kind) -> tuple[int, int, int]:
    """Plain order before turned, mixed case before capitals, more words before fewer."""
    quiet = 0 if len(spelling) > 4 and spelling.isupper() else 1
    plain = 0 if kind is Kind.PERSON and "," in spelling else 1
    words = len([w for w in re.split(r"[\s-]+", spelling) if len(w.strip(".")) > 1])
    return (words > 1, quiet + plain, words)


def _in_order(name: str) -> str:
    """ "KIM, Yong Chol" → "Kim Yong Chol"; "SMITH, John" → "John Smith"."""
    family, _, given = name.partition(", ")
    family = family.title() if family.isupper() else family
    if fold(given) in vocabulary.SUFFIXES:
        return name
    if korean.is_family(family):
        return f"{family} {given}"
    return f"{given} {family}"

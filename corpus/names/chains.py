"""Who is whom within one article: the mentions of each person, place and organisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from corpus.model import Alias, Chain, Kind, Mention, Place, Span
from corpus.names import gazetteer, person, vocabulary
from corpus.names.fold import fold, glue, mend
from corpus.names.gazetteer import Gazetteer
from corpus.names.person import PersonName

_AKA = re.compile(
    r"^[\s,;(\u201c\"']*(?:a\.?\s?k\.?\s?a\.?|also known as|alias|f\.?k\.?a\.?|formerly known as|"
    r"better known as|known as|n\u00e9e|born|n\u00e9|real name|or|and)?[\s,;(\u201c\"':]*$",
    re.I,
)
_AKA_WORD = re.compile(r"a\.?\s?k\.?\s?a|known as|alias|n\u00e9e|real name|\bborn\b", re.I)


@dataclass(slots=True)
class _Being:
    """A chain in the making."""

    kind: Kind
    mentions: list[int]
    names: list[PersonName] = field(default_factory=list)
    introduced: int = -1
    place: Place | None = None
    basis: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


def link(text: str, mentions: Sequence[Mention], aliases: Sequence[Alias]) -> tuple[Chain, ...]:
    """The chains of `text`, in the order of their first mention; every mention is in exactly one."""
    beings = [
        *_people(text, mentions),
        *_places(text, mentions),
        *_organisations(text, mentions),
    ]
    beings = _join_aliases(text, mentions, aliases, beings)
    beings.sort(key=lambda b: min(b.mentions))
    return tuple(_finish(text, mentions, b) for b in beings)


def _people(text: str, mentions: Sequence[Mention]) -> list[_Being]:
    beings: list[_Being] = []
    by_glue: dict[tuple[str, str], _Being] = {}
    alone: list[tuple[int, PersonName]] = []
    previous: tuple[int, _Being] | None = None
    for i, mention in enumerate(mentions):
        if mention.kind is not Kind.PERSON:
            continue
        name = person.parse(text[mention.start : mention.end])
        if not name.full:
            alone.append((i, name))
            continue
        being = by_glue.get((name.glued, name.generation)) or _known_as(
            text, mentions, previous, mention
        )
        if being is None:
            being = _agreeing(beings, name)
        if being is None:
            being = _Being(Kind.PERSON, [], introduced=mention.start)
            beings.append(being)
        being.mentions.append(i)
        if (name.glued, name.generation) not in by_glue:
            by_glue[name.glued, name.generation] = being
            being.names.append(name)
        previous = (i, being)
    _attach(text, mentions, alone, beings)
    return beings


def _known_as(
    text: str, mentions: Sequence[Mention], previous: tuple[int, _Being] | None, mention: Mention
) -> _Being | None:
    """The person before, when only "a.k.a." or the like stands between."""
    if previous is None:
        return None
    last = mentions[previous[0]]
    if mention.start - last.end > 40:
        return None
    between = text[last.end : mention.start]
    if not _AKA.match(between):
        return None
    if _AKA_WORD.search(between) or (";" in between and _in_aka_list(text, last.start)):
        previous[1].basis.append("the text says that one is also known as the other")
        return previous[1]
    return None


def _in_aka_list(text: str, start: int) -> bool:
    opening = text.rfind("(", max(0, start - 300), start)
    return (
        opening >= 0
        and ")" not in text[opening:start]
        and bool(_AKA_WORD.match(text[opening + 1 :][:20]))
    )


def _agreeing(beings: list[_Being], name: PersonName) -> _Being | None:
    found: _Being | None = None
    why = ""
    for being in beings:
        for other in being.names:
            reason = person.agree(name, other)
            if reason:
                found, why = being, reason
                break
    if found is not None:
        found.basis.append(why)
    return found


def _attach(
    text: str,
    mentions: Sequence[Mention],
    alone: list[tuple[int, PersonName]],
    beings: list[_Being],
) -> None:
    """Single words join the person who bears them; without one they stand for themselves."""
    by_family: dict[str, list[_Being]] = {}
    by_given: dict[str, list[_Being]] = {}
    for being in beings:
        for name in being.names:
            for word in {*name.family, *("".join(name.family),)}:
                by_family.setdefault(word, []).append(being)
            for word in {*name.given, *(name.words[1:] if len(name.words) > 2 else ())}:
                by_given.setdefault(word, []).append(being)
    fresh: dict[str, _Being] = {}
    for i, name in alone:
        word = name.glued
        here = mentions[i].start
        being = _latest(by_family.get(word, []), here) or _latest(by_given.get(word, []), here)
        if being is not None:
            being.mentions.append(i)
            being.basis.append(f"{text[mentions[i].start : mentions[i].end]}: part of the name")
            continue
        being = fresh.get(word)
        if being is None:
            being = fresh[word] = _Being(Kind.PERSON, [], introduced=here)
            beings.append(being)
        being.mentions.append(i)


def _latest(holders: list[_Being], here: int) -> _Being | None:
    """Of several who bear a name: the one introduced last before `here`, else the first after."""
    before = [b for b in holders if b.introduced < here]
    if before:
        return max(before, key=lambda b: b.introduced)
    return min(holders, key=lambda b: b.introduced) if holders else None


def _places(text: str, mentions: Sequence[Mention]) -> list[_Being]:
    atlas = gazetteer.load()
    indexes = [i for i, m in enumerate(mentions) if m.kind is Kind.PLACE]
    names = {i: text[mentions[i].start : mentions[i].end] for i in indexes}
    context = _context(atlas, names.values())
    by_key: dict[str, _Being] = {}
    beings: list[_Being] = []
    for i in indexes:
        name = names[i]
        place = atlas.choose(mend(name), context, _within(text, mentions[i].end))
        half = _HALVES.get(name.casefold())
        if half and half in context and place is not None and place.country != half:
            # "the North" in an article that names North Korea.
            place = next((b.place for b in beings if b.place and _is(b.place, half)), None)
            if place is None:
                place = atlas.choose("North Korea" if half == "KP" else "South Korea")
        key = f"{place.name}|{place.country}|{place.feature}" if place else _bare(name)
        being = by_key.get(key) or by_key.get(_bare(name))
        if being is None:
            being = _Being(Kind.PLACE, [], introduced=mentions[i].start, place=place)
            beings.append(being)
        by_key.setdefault(key, being)
        by_key.setdefault(_bare(name), being)
        being.mentions.append(i)
    return beings


_HALVES = {"north": "KP", "the north": "KP", "south": "KR", "the south": "KR"}


def _is(place: Place, country: str) -> bool:
    return place.feature == "country" and place.country == country


_AFTER = re.compile(r",\s+([A-Z][\w.\u2019'-]*(?:\s[A-Z][\w.\u2019'-]*){0,2})")


def _within(text: str, end: int) -> str | None:
    """The larger place named right after a comma: "Georgia" in "Athens, Georgia"."""
    found = _AFTER.match(text, end, end + 60)
    if found is None:
        return None
    rows = gazetteer.load().find(found.group(1))
    larger = bool(rows) and rows[0].feature in ("country", "division")
    return found.group(1) if larger else None


def _context(atlas: Gazetteer, names: Collection[str]) -> frozenset[str]:
    """Codes of the countries named in the article, to tell places of one name apart."""
    codes = set()
    for name in names:
        rows = atlas.find(name)
        if rows and rows[0].country and rows[0].feature in ("country", "division"):
            codes.add(rows[0].country)
    return frozenset(codes)


def _bare(name: str) -> str:
    """A place's name without "the" and without its generic word: "Onsong County" → "onsong"."""
    words = fold(name).split()
    if words and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in vocabulary.PLACE_HEADS:
        words = words[:-1]
    return " ".join(words)


def _organisations(text: str, mentions: Sequence[Mention]) -> list[_Being]:
    by_key: dict[str, _Being] = {}
    for i, mention in enumerate(mentions):
        if mention.kind is not Kind.ORGANISATION:
            continue
        key = glue(text[mention.start : mention.end])
        key = key[3:] if key.startswith("the") and len(key) > 5 else key
        being = by_key.get(key)
        if being is None:
            being = by_key[key] = _Being(Kind.ORGANISATION, [], introduced=mention.start)
        being.mentions.append(i)
    return list(by_key.values())


def _join_aliases(
    text: str, mentions: Sequence[Mention], aliases: Sequence[Alias], beings: list[_Being]
) -> list[_Being]:
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
    for i, mention in enumerate(mentions):
        if mention.start >= span.end:
            return None
        if mention.end == span.end and span.start - 4 <= mention.start <= span.start + 4:
            return i
    return None


def _finish(text: str, mentions: Sequence[Mention], being: _Being) -> Chain:
    spellings = Counter(text[mentions[i].start : mentions[i].end] for i in being.mentions)
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
    from corpus.names import korean

    family, _, given = name.partition(", ")
    family = family.title() if family.isupper() else family
    if fold(given) in vocabulary.SUFFIXES:
        return name
    if korean.is_family(family):
        return f"{family} {given}"
    return f"{given} {family}"

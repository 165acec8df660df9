"""Which mentions of people in one article are one person."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Kind, Mention
from corpus.names import knownas, lists, person
from corpus.names.beings import Being
from corpus.names.person import PersonName


def link(text: str, mentions: Sequence[Mention]) -> list[Being]:
    """The people of `text`: full names first, then the single words that lean on them."""
    beings: list[Being] = []
    known: dict[tuple[str, str], Being] = {}
    alone: list[tuple[int, PersonName]] = []
    entry: tuple[int, Being] | None = None
    previous: tuple[int, Being] | None = None
    names = {
        i: person.parse(text[m.start : m.end])
        for i, m in enumerate(mentions)
        if m.kind is Kind.PERSON
    }
    seniors = {n.glued for n in names.values() if n.generation in ("sr", "snr")}
    for i, name in names.items():
        mention = mentions[i]
        opens_entry = mention.basis == lists.ENTRY
        if not name.full and not opens_entry:
            if entry and knownas.in_alias_field(text, mentions[entry[0]].end, mention.start):
                _add(entry[1], i, name, "listed as an alias")
                continue
            alone.append((i, name))
            continue
        generation = name.generation
        if name.glued in seniors and not generation:
            generation = "jr"
        key = (name.rough, generation)
        being = None if opens_entry else known.get(key)
        if being is None and not opens_entry:
            being = _alias(text, mentions, previous, entry, i, name, beings)
        if being is None and not opens_entry and name.glued not in seniors:
            being = _agreeing(beings, name)
        if being is None:
            being = Being(Kind.PERSON, [], introduced=mention.start)
            beings.append(being)
        being.mentions.append(i)
        if key not in known or opens_entry:
            known[key] = being
            being.names.append(name)
        previous = (i, being)
        if opens_entry:
            entry = previous
    _attach(text, mentions, alone, beings)
    return beings


def _add(being: Being, mention: int, name: PersonName, why: str) -> None:
    being.mentions.append(mention)
    being.names.append(name)
    being.basis.append(why)


def _alias(
    text: str,
    mentions: Sequence[Mention],
    previous: tuple[int, Being] | None,
    entry: tuple[int, Being] | None,
    i: int,
    name: PersonName,
    beings: list[Being],
) -> Being | None:
    """The person of whom the text says that the name at mention `i` is another name."""
    start = mentions[i].start
    if previous is not None and knownas.says_so(text, mentions[previous[0]].end, start):
        previous[1].basis.append("the text says that one is also known as the other")
        return previous[1]
    if entry is not None and knownas.in_alias_field(text, mentions[entry[0]].end, start):
        entry[1].basis.append("listed as an alias")
        return entry[1]
    if knownas.was_born(text, start):
        for being in reversed(beings):
            if any(set(n.given) & set(name.given) for n in being.names):
                being.basis.append("the name at birth")
                return being
    return None


def _agreeing(beings: list[Being], name: PersonName) -> Being | None:
    """The person introduced last with whose fullest name `name` agrees.

    The fullest decides: "Zammit Bonnici" agrees with both brothers, who do not with each other.
    """
    for being in reversed(beings):
        fullest = max(being.names, key=lambda n: len(n.words), default=None)
        reason = person.agree(name, fullest) if fullest is not None else ""
        if reason:
            being.basis.append(reason)
            return being
    return None


def _attach(
    text: str,
    mentions: Sequence[Mention],
    alone: list[tuple[int, PersonName]],
    beings: list[Being],
) -> None:
    """Single words join the person who bears them; without one they stand for themselves."""
    by_family: dict[str, list[Being]] = {}
    by_given: dict[str, list[Being]] = {}
    for being in beings:
        for name in being.names:
            for word in {*name.family, "".join(name.family)}:
                by_family.setdefault(person.roughen(word), []).append(being)
            for word in {*name.given, *(name.words[1:] if len(name.words) > 2 else ())}:
                by_given.setdefault(person.roughen(word), []).append(being)
    fresh: dict[str, Being] = {}
    for i, name in alone:
        word = name.rough
        here = mentions[i].start
        holder = _latest(by_family.get(word, []), here) or _latest(by_given.get(word, []), here)
        if holder is not None:
            holder.mentions.append(i)
            holder.basis.append(f"{text[mentions[i].start : mentions[i].end]}: part of the name")
            continue
        if word not in fresh:
            fresh[word] = Being(Kind.PERSON, [], introduced=here)
            beings.append(fresh[word])
        fresh[word].mentions.append(i)


def _latest(holders: list[Being], here: int) -> Being | None:
    """Of several who bear a name: the one introduced last before `here`, else the first after."""
    before = [b for b in holders if b.introduced < here]
    if before:
        return max(before, key=lambda b: b.introduced)
    return min(holders, key=lambda b: b.introduced) if holders else None

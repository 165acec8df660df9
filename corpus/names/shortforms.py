"""Acronyms take the kind of their long form, everywhere in the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence

from corpus.model import Alias, Kind, Mention

_WORD = re.compile(r"\w+")
_END = re.compile(r"(?:['\u2019]s)?(?!\w)")


def settle(text: str, mentions: Sequence[Mention], aliases: Sequence[Alias]) -> tuple[Mention, ...]:
    """`mentions` with every declared acronym typed as its long form, and both forms found."""
    out = sorted(mentions)
    declared = [a for a in aliases if a.relation == "acronym" and _is_capital(text, a)]
    places = _places(text, {alias.short.of(text) for alias in declared})
    settled: dict[str, Kind] = {}
    for alias in declared:
        short = alias.short.of(text)
        at = bisect_right(out, alias.long.start, key=lambda m: m.end)
        long = out[at] if at < len(out) and out[at].start < alias.long.end else None
        kind = long.kind if long is not None and _fills(long, alias) else Kind.ORGANISATION
        if kind is Kind.PERSON:
            continue
        start = alias.long.start + (4 if alias.long.of(text).lower().startswith("the ") else 0)
        _lay_over(out, Mention(start, alias.long.end, kind, "long form of an acronym"))
        if settled.get(short) is not kind:
            settled[short] = kind
            for at in places[short]:
                _lay_over(out, Mention(at, at + len(short), kind, "acronym of a long form"))
    return tuple(out)


def _is_capital(text: str, alias: Alias) -> bool:
    return alias.short.of(text)[:1].isupper() and alias.long.of(text)[:1].isupper()


def _places(text: str, shorts: Collection[str]) -> dict[str, list[int]]:
    """Where each short form stands as a word of its own, found in one walk through the text."""
    by_head: defaultdict[str, list[str]] = defaultdict(list)
    for short in shorts:
        by_head[_WORD.match(short)[0]].append(short)  # type: ignore[index]
    found: dict[str, list[int]] = {short: [] for short in shorts}
    for word in _WORD.finditer(text) if shorts else ():
        for short in by_head.get(word[0], ()):
            end = word.start() + len(short)
            if text.startswith(short, word.start()) and _END.match(text, end):
                found[short].append(word.start())
    return found


def _fills(mention: Mention, alias: Alias) -> bool:
    """Whether the mention is most of the long form, not a place or person inside it."""
    common = min(mention.end, alias.long.end) - max(mention.start, alias.long.start)
    return common >= 0.7 * (alias.long.end - alias.long.start)


def _lay_over(out: list[Mention], mention: Mention) -> None:
    """`mention` replaces in `out` what it overlaps, unless that is longer by far."""
    at = stop = bisect_right(out, mention.start, key=lambda m: m.end)
    while stop < len(out) and out[stop].start < mention.end:
        stop += 1
    if not any(
        (m.start <= mention.start and mention.end < m.end) or m.start < mention.start < m.end
        for m in out[at:stop]
    ):
        out[at:stop] = [mention]

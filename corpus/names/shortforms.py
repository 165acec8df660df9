"""Acronyms take the kind of their long form, everywhere in the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from corpus.model import Alias, Kind, Mention


def settle(text: str, mentions: Sequence[Mention], aliases: Sequence[Alias]) -> tuple[Mention, ...]:
    """`mentions` with every declared acronym typed as its long form, and both forms found."""
    out = list(mentions)
    for alias in aliases:
        if alias.relation != "acronym":
            continue
        short = alias.short.of(text)
        if not short[:1].isupper() or not alias.long.of(text)[:1].isupper():
            continue
        long = next((m for m in out if m.start < alias.long.end and alias.long.start < m.end), None)
        kind = long.kind if long is not None and _fills(long, alias) else Kind.ORGANISATION
        if kind is Kind.PERSON:
            continue
        start = alias.long.start + (4 if alias.long.of(text).lower().startswith("the ") else 0)
        found = [Mention(start, alias.long.end, kind, "long form of an acronym")]
        pattern = re.compile(rf"(?<!\w){re.escape(short)}(?=(?:['\u2019]s)?(?!\w))")
        found += [
            Mention(m.start(), m.end(), kind, "acronym of a long form")
            for m in pattern.finditer(text)
        ]
        out = _lay_over(out, found)
    return tuple(out)


def _fills(mention: Mention, alias: Alias) -> bool:
    """Whether the mention is most of the long form, not a place or person inside it."""
    common = min(mention.end, alias.long.end) - max(mention.start, alias.long.start)
    return common >= 0.7 * (alias.long.end - alias.long.start)


def _lay_over(below: list[Mention], above: Iterable[Mention]) -> list[Mention]:
    """`above` replaces what it overlaps in `below`, unless that is longer by far."""
    out = sorted(below)
    for mention in above:
        at = bisect_left(out, mention.start, key=lambda m: m.end)
        while at < len(out) and out[at].end <= mention.start:
            at += 1
        stop = at
        while stop < len(out) and out[stop].start < mention.end:
            stop += 1
        if any(
            (m.start <= mention.start and mention.end < m.end) or m.start < mention.start < m.end
            for m in out[at:stop]
        ):
            continue
        out[at:stop] = [mention]
    return out

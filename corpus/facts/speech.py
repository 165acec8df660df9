"""Who says what: turns, quotations and claims in one order, their pronouns and hops settled."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.facts import accounts, claims, quoted
from corpus.facts.antecedents import gender_of
from corpus.facts.draft import Draft
from corpus.facts.turns import turns
from corpus.facts.view import View
from corpus.model import Kind, Ref, Span

_PRONOUN = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)
_FAR = 800
_REMEMBERED = 4
_DEEPEST = 12


def find(view: View) -> Iterator[Draft]:
    """Quotations and claims, each with its speaker; those that have none are left out."""
    said = [*turns(view), *quoted.find(view), *claims.find(view), *accounts.find(view)]
    said += _within(view, said)
    said.sort(key=lambda draft: (_place(draft).start, -_place(draft).end))
    yield from _nested(_once(_with_speakers(view, said)))


def _place(draft: Draft) -> Span:
    return draft.at or draft.evidence[0]


def _within(view: View, said: Sequence[Draft]) -> list[Draft]:
    """Words in quotation marks inside what somebody is said to have said, as words of theirs."""
    known = {draft.at for draft in said if draft.kind == "quotation"}
    told = sorted((d for d in said if d.kind == "claim"), key=lambda d: _words(d).start)
    starts = [_words(draft).start for draft in told]
    found: list[Draft] = []
    for quotation in view.page.quotations:
        words = quotation.words.of(view.text)
        if quotation.span in known or words.count(" ") < 1:
            continue
        last = bisect_right(starts, quotation.span.start)
        around = [
            d for d in told[max(0, last - _DEEPEST) : last] if _words(d).holds(quotation.words)
        ]
        if not around or around[-1].speaker is None:
            continue
        claim = around[-1]
        who = around[-1].speaker
        who = replace(who, basis=who.basis or f"quoted within what {who.text} {claim.relation}")
        found.append(
            replace(claim, kind="quotation", subject=who, speaker=who, at=quotation.span, when=None,
                    object=Ref(words, quotation.words))
        )  # fmt: skip
    return found


def _words(draft: Draft) -> Span:
    return draft.object.span if draft.object and draft.object.span else _place(draft)


def _once(said: Sequence[Draft]) -> list[Draft]:
    """All but claims that lie within another claim of the same speaker."""
    kept: list[Draft] = []
    for number, draft in enumerate(said):
        near = said[max(0, number - _DEEPEST) : number + _DEEPEST]
        inside = draft.kind == "claim" and any(
            other is not draft and other.kind == "claim" and _words(other).holds(_words(draft))
            and _words(other) != _words(draft) and _same_teller(other.speaker, draft.speaker)
            for other in near
        )  # fmt: skip
        if not inside:
            kept.append(draft)
    return kept


def _same_teller(one: Ref | None, other: Ref | None) -> bool:
    return one is not None and other is not None and one.text == other.text


def _with_speakers(view: View, said: Sequence[Draft]) -> list[Draft]:
    """Each draft with its pronoun taken for the one who spoke before, if nobody came between."""
    done: list[Draft] = []
    spoke: list[tuple[Ref, int]] = []
    pronouns: dict[str, str] = {}
    for draft in said:
        who = draft.speaker
        at = _pronoun(view, who)
        if who is not None and at is not None:
            word = at.of(view.text).lower()
            others = [s for s in spoke[-_REMEMBERED:] if pronouns.get(s[0].text, word) == word]
            meant = _meant(view, others[-1], at) if others else None
            if meant is not None:
                who = meant
                tellers = (*draft.tellers[:-1], who) if draft.tellers else ()
                draft = replace(draft, speaker=who, subject=who, tellers=tellers)
            pronouns[who.text] = word
        if who is not None:
            spoke.append((who, max(_place(draft).end, who.span.end if who.span else 0)))
        done.append(draft)
    return done


def _pronoun(view: View, who: Ref | None) -> Span | None:
    """Where the pronoun stands that a speaker was inferred from, None for any other speaker."""
    if who is None or who.span is None or who.span.end - who.span.start > 4:
        return None
    return who.span if _PRONOUN.fullmatch(who.span.of(view.text)) else None


def _meant(view: View, last: tuple[Ref, int], at: Span) -> Ref | None:
    who, end = last
    word = at.of(view.text).lower()
    if not 0 <= at.start - min(end, at.start) <= _FAR or who.text.lower() == word:
        return None
    kind = view.mentions[who.mention].kind if who.mention is not None else None
    chain = view.chain_of.get(who.mention) if who.mention is not None else None
    if word in ("he", "she"):
        if kind not in (None, Kind.PERSON):
            return None
        if who.mention is not None and gender_of(view, chain, who.mention) not in (None, word):
            return None
    elif kind is Kind.PERSON or (word == "they") != (who.text.endswith("s") and kind is None):
        return None
    between = view.mentions_in(end, at.start, Kind.PERSON) if word in ("he", "she") else []
    if any(view.chain_of.get(i, -1 - i) != chain for i in between):
        return None
    return Ref(who.text, at, who.mention, f"{word}: the one who spoke before")


def _nested(said: Sequence[Draft]) -> Iterator[Draft]:
    """Each draft with all who tell it on: what is said within what another is said to have said."""
    for number, draft in enumerate(said):
        if draft.tellers or draft.speaker is None or draft.object is None:
            yield draft
            continue
        outer = _outer(said, number, draft)
        tellers = (*outer, draft.speaker)
        yield replace(draft, tellers=tellers, hops=len(tellers))


def _outer(said: Sequence[Draft], number: int, draft: Draft) -> list[Ref]:
    words = draft.object.span if draft.object else None
    found: list[Ref] = []
    if words is None:
        return found
    near = said[max(0, number - _DEEPEST) : number + _DEEPEST]
    for other in near:
        held = other.object.span if other.object else None
        if other is draft or held is None or held == words or other.speaker is None:
            continue
        cue = draft.speaker.span if draft.speaker else None
        teller_inside = cue is None or held.holds(cue)
        if not held.holds(words) or not teller_inside or _alike(other.speaker, draft.speaker):
            continue
        if not any(_alike(other.speaker, ref) for ref in found):
            found.append(other.speaker)
    return found


def _alike(one: Ref, other: Ref | None) -> bool:
    return other is not None and one.text == other.text and one.mention == other.mention

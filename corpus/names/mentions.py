"""The people, places and organisations that a text names: the rule layer over the tagger.

Every piece of text that may be a name is judged by what the name itself says and by where it
stands; pieces written alike in one article are judged together, so that one clear occurrence
decides the unclear ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.model import Kind, Mention, Span
from corpus.names import company, evidence, gazetteer, korean, lists, pieces, scene, vocabulary
from corpus.names.fold import mend
from corpus.names.gazetteer import Gazetteer
from corpus.names.pieces import Piece
from corpus.names.scene import LineKind, Scene
from corpus.names.scores import Scores

_ENOUGH = 1.5
_LEAD = 0.3
_KINDS = {"person": Kind.PERSON, "place": Kind.PLACE, "organisation": Kind.ORGANISATION}


@dataclass(slots=True)
class _Group:
    """All pieces of one article that are written alike."""

    pieces: list[Piece]
    lexical: Scores
    local: list[Scores]

    def total(self) -> Scores:
        """The scores of the name itself, plus those of where it stands, damped by their number."""
        out = Scores(why=dict(self.lexical.why))
        share = 1.0 / len(self.local) ** 0.75
        for kind in ("person", "place", "organisation", "thing"):
            setattr(
                out,
                kind,
                getattr(self.lexical, kind) + share * sum(getattr(s, kind) for s in self.local),
            )
        for scores in self.local:
            for kind, why in scores.why.items():
                out.why.setdefault(kind, why)
        return out


def find(
    text: str,
    sentences: Sequence[Span],
    tagged: Sequence[tuple[int, int, str]],
    respelt: Sequence[Sequence[tuple[int, int, str]]] = (),
) -> tuple[Mention, ...]:
    """The mentions of `text` by start, never overlapping.

    `tagged` holds the tagger's (start, end, label), in order; `sentences` the spans of sentences.
    """
    places = gazetteer.load()
    view = scene.lay_out(text, sentences, tagged, respelt)
    listed = [x for x in lists.find(text) if not _is_address(x, text, places)]
    taken = [(x.start, x.end) for x in listed]
    groups = _group(view, places, taken)
    found = [Mention(x.start, x.end, x.kind, x.basis) for x in listed]
    found += _decide(view, groups, places, listed)
    return _without_overlap(found)


def _is_address(entry: lists.Listed, text: str, places: Gazetteer) -> bool:
    """Whether a list form is rather "City, Country": "KARATSU, Japan"."""
    if entry.basis not in ("designation list", lists.ENTRY):
        return False
    after = text[entry.start : entry.end].split(", ")[-1]
    rows = places.find(after)
    return bool(rows) and rows[0].feature in ("country", "division") and not places.doubtful(after)


def _group(view: Scene, places: Gazetteer, taken: list[tuple[int, int]]) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    order: list[tuple[Piece, _Group, Scores]] = []
    taken.sort()
    at = 0
    for piece in pieces.find(view):
        start, end = _range(view, piece)
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        name = view.text[start:end]
        shouted = view.line_kind[piece.first] is LineKind.SHOUT
        key = name.casefold() if not shouted else "\x00" + name.casefold()
        group = groups.get(key)
        if group is None:
            group = groups[key] = _Group([], evidence.lexical(view, piece, places), [])
        group.pieces.append(piece)
        here = company.weigh(view, piece, group.lexical)
        group.local.append(here)
        order.append((piece, group, here))
    _lean(view, order, places)
    return groups


def _lean(view: Scene, order: list[tuple[Piece, _Group, Scores]], places: Gazetteer) -> None:
    """Names side by side lean on each other: "Kuala Lumpur and Johor Baru", "Gori, Georgia"."""
    totals: dict[int, tuple[str, float, float]] = {}
    for _, group, _ in order:
        if id(group) not in totals:
            totals[id(group)] = group.total().best()
    added: list[tuple[Scores, str, float, str]] = []
    for (left, first, at_left), (right, second, at_right) in pairwise(order):
        gap = view.text[_range(view, left)[1] : _range(view, right)[0]]
        if gap not in _SIDE_BY_SIDE or first is second:
            continue
        for giver, taker in ((first, at_right), (second, at_left)):
            kind, score, lead = totals[id(giver)]
            if score >= 2.5 and lead >= 1.0 and kind in ("person", "place"):
                added.append((taker, kind, 0.8, "names beside it"))
        larger = places.find(mend(view.text[slice(*_range(view, right))])) if gap == ", " else ()
        if larger and larger[0].feature in ("country", "division") and not right.titled:
            added.append((at_left, "place", 1.3, "the larger place after it"))
    for scores, kind, weight, why in added:
        scores.add(kind, weight, why)


_SIDE_BY_SIDE = frozenset({", ", " and ", ", and ", " or ", " & ", "; ", " / ", "/"})


def _range(view: Scene, piece: Piece) -> tuple[int, int]:
    return view.words[piece.first].start, view.words[piece.last - 1].end


def _decide(
    view: Scene, groups: dict[str, _Group], places: Gazetteer, listed: list[lists.Listed]
) -> list[Mention]:
    """First the names that stand for themselves, then the parts of names that lean on them."""
    out: list[Mention] = []
    holders: dict[str, list[str]] = defaultdict(list)
    for entry in listed:
        if entry.kind is Kind.PERSON:
            for token in view.text[entry.start : entry.end].replace(",", " ").split():
                if len(token) > 1:
                    holders[token.casefold()].append(entry.order or token)
    single: list[tuple[str, _Group, Scores]] = []
    quiet: list[tuple[str, _Group]] = []
    verdicts: dict[str, str] = {}
    christened = _christened(view, groups)
    for key, group in groups.items():
        if key.startswith("\x00"):
            quiet.append((key[1:], group))
            continue
        total = group.total()
        count = group.pieces[0].last - group.pieces[0].first
        if count == 1:
            single.append((key, group, total))
            continue
        kind = _verdict(total)
        verdicts[key] = kind
        if kind in _KINDS:
            out += _mentions(view, group, kind, total.why.get(kind, "words around it"))
        if kind == "person":
            _hold(view, group, holders, key)
    for key, group, total in single:
        kind = _single(view, key, group, total, holders, places)
        if kind == "person" and key in christened:
            kind = ""
        verdicts[key] = kind
        if kind == "part":
            out += _parts(view, group, total, places)
        elif kind in _KINDS:
            out += _mentions(view, group, kind, total.why.get(kind, "words around it"))
            if kind == "person":
                _hold(view, group, holders, key)
    for key, group in quiet:
        out += _shouted(view, key, group, verdicts, holders, places)
    return out


def _christened(view: Scene, groups: dict[str, _Group]) -> set[str]:
    """Words that name a storm, a ship or the like in this article: "Hurricane Katrina"."""
    out: set[str] = set()
    for group in groups.values():
        piece = group.pieces[0]
        words = view.words[piece.first : piece.last]
        if piece.hint == "thing" and words[0].lower in vocabulary.THING_OPENERS:
            out.update(w.text.casefold() for w in words[1:])
    return out


def _verdict(total: Scores) -> str:
    kind, score, lead = total.best()
    return kind if score >= _ENOUGH and lead >= _LEAD else ""


def _mentions(view: Scene, group: _Group, kind: str, why: str) -> list[Mention]:
    return [Mention(*_range(view, p), _KINDS[kind], why) for p in group.pieces]


def _hold(view: Scene, group: _Group, holders: dict[str, list[str]], key: str) -> None:
    piece = group.pieces[0]
    names = [w for w in view.words[piece.first : piece.last] if w.capital]
    for word in names:
        if len(word.text) > 2 or korean.is_family(word.lower):
            holders[word.text.casefold()].append(key)


def _single(
    view: Scene,
    key: str,
    group: _Group,
    total: Scores,
    holders: dict[str, list[str]],
    places: Gazetteer,
) -> str:
    """The kind of a single word; "part" when it is part of a person's name in this article."""
    if key in holders:
        if key in vocabulary.CALENDAR:
            return ""
        rival = total.place - (total.person if total.person > 0 else 0)
        if rival < 3.0:
            return "part"
        return "part" if not places.find(key) else "place"
    return _verdict(total)


def _parts(view: Scene, group: _Group, total: Scores, places: Gazetteer) -> list[Mention]:
    """A family or given name alone: the person, unless here it stands for a place or a house."""
    out = []
    known = bool(places.find(view.text[slice(*_range(view, group.pieces[0]))]))
    for piece, here in zip(group.pieces, group.local, strict=True):
        start, end = _range(view, piece)
        possessive = view.words[piece.last - 1].possessive
        after = view.after(piece.last - 1)
        if not possessive and (after in vocabulary.FAMILY_HEADS or after == "administration"):
            continue
        if here.organisation > 1.5 and here.person <= 0:
            continue
        if known and here.place >= 1.8 and here.person <= 0.3:
            out.append(Mention(start, end, Kind.PLACE, here.why.get("place", "tagger")))
            continue
        adjective = bool(after) and not view.words[piece.last].capital and not possessive
        if view.before(piece.first) == "the" and adjective and here.person <= 0:
            continue
        out.append(Mention(start, end, Kind.PERSON, "part of a name in this article"))
    return out


def _shouted(
    view: Scene,
    key: str,
    group: _Group,
    verdicts: dict[str, str],
    holders: dict[str, list[str]],
    places: Gazetteer,
) -> list[Mention]:
    """Names in lines of capitals: those that stand elsewhere too, or are beyond doubt."""
    piece = group.pieces[0]
    name = view.text[slice(*_range(view, piece))]
    kind = verdicts.get(key, "")
    if kind in _KINDS:
        return _mentions(view, group, kind, "same name elsewhere in the article")
    if kind == "part" or (piece.last - piece.first == 1 and key in holders):
        return _mentions(view, group, "person", "part of a name in this article")
    if piece.titled in vocabulary.HONORIFICS:
        return _mentions(view, group, "person", "title before the name")
    if places.has(name) and not places.doubtful(name) and len(name) > 3:
        return _mentions(view, group, "place", "gazetteer")
    total = group.total()
    if total.person >= 2.5 and total.best()[0] == "person":
        return _mentions(view, group, "person", total.why.get("person", "tagger"))
    return []


def _without_overlap(found: list[Mention]) -> tuple[Mention, ...]:
    """By start; where two overlap the first rule, then the longer one, stays."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if mention.end > mention.start and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return tuple(kept)

"""Which characters of a name to underline: what the query says, by whole syllables."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from corpus.names import keys
from corpus.names.asking import Form, Unit, joined, of_part
from corpus.names.distance import alike

Spans = tuple[tuple[int, int], ...]
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a name: its range in the spelling, and its keys."""

    start: int
    end: int
    unit: Unit


def pieces(spelling: str) -> list[Piece]:
    """The parts of a spelling with their places in it."""
    return [
        Piece(at + part.start, at + part.end, of_part(part))
        for at, word in keys.words(spelling) for part in word
    ]  # fmt: skip


def literal(found: list[Piece], letters: str) -> Spans:
    """Where `letters` stand in the name run together, if they begin where a part does; else ()."""
    for first in range(len(found)):
        ranges = []
        rest = letters
        for piece in found[first:]:
            own = piece.unit.letters
            if rest.startswith(own):
                ranges.append((piece.start, piece.end))
                rest = rest[len(own) :]
            elif own.startswith(rest):
                ranges.append(_begun(piece, len(rest)))
                rest = ""
            else:
                break
            if not rest:
                return join(ranges)
    return ()


def containing(found: list[Piece], letters: str) -> Spans:
    """The parts that `letters` touch anywhere in the name run together."""
    text = "".join(piece.unit.letters for piece in found)
    at = text.find(letters)
    if at < 0 or not letters:
        return ()
    ranges = []
    seen = 0
    for piece in found:
        size = len(piece.unit.letters)
        if seen < at + len(letters) and at < seen + size:
            ranges.append((piece.start, piece.end))
        seen += size
    return join(ranges)


def matched(found: list[Piece], form: Form) -> list[tuple[Unit, Piece]]:
    """Each part of the query with the part of the name it means; [] unless all of them have one."""
    asked = [unit for word in form.words for unit in word]
    pairs = _pair(asked, found)
    if len(pairs) < len(asked) and len(asked) > len(form.words):
        asked = [joined(word) for word in form.words]
        pairs = _pair(asked, found)
    return pairs if len(pairs) == len(asked) else []


def _pair(asked: list[Unit], found: list[Piece]) -> list[tuple[Unit, Piece]]:
    scored = [
        (how, -abs(i - j), i, j)
        for i, mine in enumerate(asked) for j, piece in enumerate(found)
        if (how := alike(mine, piece.unit, True)) > _ENOUGH
    ]  # fmt: skip
    taken: dict[int, int] = {}
    for _, _, i, j in sorted(scored, reverse=True):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(asked[i], found[j]) for i, j in sorted(taken.items())]


def spans(found: list[Piece], form: Form) -> Spans:
    """The ranges of the name that a form of the query means."""
    whole = form.whole()
    if exact := literal(found, whole.letters):
        return exact
    pairs = matched(found, form)
    if pairs:
        return join([
            _begun(piece, len(unit.letters)) if piece.unit.letters.startswith(unit.letters)
            else (piece.start, piece.end) for unit, piece in pairs
        ])  # fmt: skip
    return _aligned(found, whole.sounds)


def firsts(found: list[Piece], count: int) -> Spans:
    """The first character of the first `count` parts."""
    return join([(piece.start, piece.start + 1) for piece in found[:count]])


def _begun(piece: Piece, count: int) -> tuple[int, int]:
    """The first `count` characters of a part where they are its letters, else all of it."""
    plain = piece.end - piece.start == len(piece.unit.letters)
    return piece.start, piece.start + count if plain and count else piece.end


def _aligned(found: list[Piece], sounds: str) -> Spans:
    """The parts whose sounds occur, in order, among `sounds`."""
    owners = [n for n, piece in enumerate(found) for _ in piece.unit.sounds]
    text = "".join(piece.unit.sounds for piece in found)
    same = [0] * len(found)
    for block in Levenshtein.opcodes(sounds, text):
        if block.tag == "equal":
            for at in range(block.dest_start, block.dest_end):
                same[owners[at]] += 1
    return join([
        (piece.start, piece.end) for piece, count in zip(found, same, strict=True)
        if count and count >= _ENOUGH * len(piece.unit.sounds)
    ])  # fmt: skip


def join(ranges: list[tuple[int, int]]) -> Spans:
    """Ranges in order, those that touch made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif start < end:
            out.append((start, end))
    return tuple(out)

"""Why a name was found, in a reader's words: "also written Ri Il Gyu", "Hangul", "1 letter off"."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from corpus.names import hangul, highlight
from corpus.names.asking import Form
from corpus.names.highlight import Piece

_SCRIPTS = {"hangul": "Hangul", "han": "Chinese characters", "cyrillic": "Cyrillic"}


def reason(name: str, spelling: str, borrowed: bool, query: str, form: Form, found: list[Piece]) -> str:
    """Why `query`, read as `form`, found `spelling`, a name of what is called `name`."""
    asked, written = hangul.script(query), hangul.script(spelling)
    said = []
    if spelling != name:
        shown = _SCRIPTS.get(written) if written != hangul.script(name) else None
        said.append(shown or f"also {'called' if borrowed else 'written'} {spelling}")
    detail = _detail(form, found)
    if asked != written and asked in _SCRIPTS:
        if _SCRIPTS[asked] not in said:
            said.append(_SCRIPTS[asked])
        if detail.startswith(("same sounds", "1 letter", "2 letters")):
            detail = ""
    if detail:
        said.append(detail)
    return ", ".join(said)


def _detail(form: Form, found: list[Piece]) -> str:
    """What differs between the query and the name, "" if nothing does."""
    whole = form.whole()
    letters = "".join(piece.unit.letters for piece in found)
    if letters.startswith(whole.letters):
        return ""
    pairs = highlight.matched(found, form)
    exact = bool(pairs) and all(p.unit.letters.startswith(u.letters) for u, p in pairs)
    if exact:
        return "part of the name" if _in_order(pairs) else "other order"
    if highlight.literal(found, whole.letters):
        return "part of the name"
    heard = "".join(piece.unit.sounds for piece in found)
    if heard.startswith(whole.sounds) or (
        pairs and all(p.unit.sounds.startswith(u.sounds) for u, p in pairs)
    ):
        other = [f"{u.letters} = {p.unit.letters}" for u, p in pairs
                 if not p.unit.letters.startswith(u.letters)]  # fmt: skip
        return "same sounds" + (": " + ", ".join(other[:2]) if other else "")
    off = min(
        OSA.distance(whole.letters, letters),
        OSA.distance(whole.letters, letters[: len(whole.letters)]),
    )
    if off <= 2 and off * 4 <= max(len(whole.letters), 4):
        return "1 letter off" if off == 1 else f"{off} letters off"
    return "similar sounds"


def _in_order(pairs: list[tuple[object, Piece]]) -> bool:
    starts = [piece.start for _, piece in pairs]
    return starts == sorted(starts)

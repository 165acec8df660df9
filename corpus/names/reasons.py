"""Why a name was found, in a reader's words: "also written Ri Il Gyu", "Hangul", "1 letter off"."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from corpus.names import hangul, highlight
from corpus.names.asking import Form, Unit
from corpus.names.highlight import Piece

_SCRIPTS = {"hangul": "Hangul", "han": "Chinese characters", "cyrillic": "Cyrillic"}


def reason(
    name: str, spelling: str, borrowed: bool, query: str, form: Form, found: list[Piece]
) -> str:
    """Why `query`, read as `form`, found `spelling`, a name of what is called `name`."""
    asked, written = hangul.script(query), hangul.script(spelling)
    said = []
    if spelling != name:
        shown = _SCRIPTS.get(written) if written != hangul.script(name) else None
        said.append(shown or f"also {'called' if borrowed else 'written'} {spelling}")
    elif asked != written and asked in _SCRIPTS:
        said.append(_SCRIPTS[asked])
    if asked == written == "hangul":
        detail = _syllables_off(query, spelling)
    else:
        detail = _detail(form, found)
        if asked != written and detail.startswith("same sounds"):
            detail = ""
    if detail:
        said.append(detail)
    return ", ".join(said)


def _syllables_off(query: str, spelling: str) -> str:
    """How many syllables of Hangul differ, those not yet typed left out."""
    asked = hangul.soften("".join(query.split()))
    text = hangul.soften("".join(spelling.split()))
    off = min(OSA.distance(asked, text), OSA.distance(asked, text[: len(asked)]))
    return "" if not off else "1 syllable off" if off == 1 else f"{off} syllables off"


def _detail(form: Form, found: list[Piece]) -> str:
    """What differs between the query and the name, "" if nothing does."""
    whole = form.whole()
    letters = "".join(piece.unit.letters for piece in found)
    if letters.startswith(whole.letters):
        return ""
    pairs = highlight.matched(found, form)
    if pairs and all(p.unit.letters.startswith(u.letters) for u, p in pairs):
        return "part of the name" if _in_order(pairs) else "other order"
    if highlight.literal(found, whole.letters):
        return "part of the name"
    heard = "".join(piece.unit.sounds for piece in found)
    if heard.startswith(whole.sounds) or _alike(pairs, "sounds"):
        return "same sounds" + _differing(pairs)
    begun = letters[: len(whole.letters)]
    off = min(OSA.distance(whole.letters, letters), OSA.distance(whole.letters, begun))
    if off == 1 and len(whole.letters) > 2:
        return "1 letter off"
    if _alike(pairs, "rough"):
        return "similar sounds" + _differing(pairs)
    if off == 2 and len(whole.letters) > 5:
        return "2 letters off"
    return "similar sounds" if pairs else "partly alike"


def _alike(pairs: list[tuple[Unit, Piece]], key: str) -> bool:
    """Whether each part asked begins the part it means, by the key named."""
    return bool(pairs) and all(
        getattr(piece.unit, key).startswith(getattr(unit, key)) for unit, piece in pairs
    )


def _differing(pairs: list[tuple[Unit, Piece]]) -> str:
    """The first two parts that are spelt otherwise."""
    other = [
        f"{unit.letters} = {piece.unit.letters}" for unit, piece in pairs
        if not piece.unit.letters.startswith(unit.letters)
    ]  # fmt: skip
    return ": " + ", ".join(other[:2]) if other else ""


def _in_order(pairs: list[tuple[Unit, Piece]]) -> bool:
    starts = [piece.start for _, piece in pairs]
    return starts == sorted(starts)

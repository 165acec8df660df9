"""Bytes to characters: what the file says about itself first, guesses last, and never a crash."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from corpus.errors import UnreadableError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
# The controls that plain text may hold: tab, line ends, page break, and ESC of a terminal's log.
_CONTROLS: Final = bytes(c for c in range(0x20) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_HIGH: Final = bytes(range(0x80, 0x100))
# Letters by which Latin text tells Windows-1252 from its Central European sister, 1250; the same
# bytes are other letters in the other page, but rare ones there.
_WESTERN: Final = "àãêñûåï".encode("cp1252")
_CENTRAL: Final = "ěůąłňćżźľşţőűđČŘŚŠŻŁ".encode("cp1250")
_CENTRAL_ALONE: Final = "ąłżľş".encode("cp1250")  # mere symbols in Windows-1252
_BETWEEN: Final = "ř".encode("cp1250")
_CZECH_COMPANY: Final = "áíý".encode("cp1250")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CANDIDATES: Final = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp949", "gb18030", "big5", "cp932", "euc_jp"),
    *("cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "cp437", "cp866", "mac_roman"),
)
_NAMES: Final = {"gb18030": "GB 18030", "big5": "Big5", "koi8_r": "KOI8-R", "euc_jp": "EUC-JP"}
_SAMPLE: Final = 32_768


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were in, and how many bytes did not fit it."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes) -> Decoded:
    """The characters of `data`; raises UnreadableError only for what is no text at all."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"looks like binary data ({what}), not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark) and _fits_mark(data, encoding):
            return _as(data[len(mark) :], encoding)
    plain = _strictly(data)
    wide = _wide(data[:_SAMPLE], share=8 if plain is None else 2)
    if wide:
        return _as(data, wide)
    _refuse_binary(data, strict=False)
    if plain is not None:
        return Decoded(plain, "utf-8")
    # A text in UTF-8 with a few broken bytes (cut in the middle, joined) is still one.
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    good = len(lenient) - bad - len(data.translate(None, _HIGH))
    if good > 3 * bad:
        return Decoded(lenient, "utf-8", bad)
    _refuse_binary(data, strict=True)
    return _as(data, _guess(data))


def _strictly(data: bytes) -> str | None:
    """`data` as UTF-8, if it is that without a fault."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _fits_mark(data: bytes, encoding: str) -> bool:
    """Whether the byte order mark can be believed: FF FE 00 00 may also be UTF-16 with a NUL."""
    if not encoding.startswith("utf-32"):
        return True
    if len(data) % 4:
        return False
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes, share: int) -> str | None:
    """The UTF-16 or UTF-32 whose pattern of NULs `sample` shows, without a mark.

    At least one unit in `share` must hold a NUL: few do in Korean, nearly all in English.
    """
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    quarter = len(sample) // 4
    nuls = [sample[i::4].count(0) for i in range(4)]
    if min(nuls[1:]) == quarter and nuls[0] < quarter / 2:
        return "utf-32-le" if _is_text(sample, "utf-32-le") else None
    if min(nuls[:3]) == quarter and nuls[3] < quarter / 2:
        return "utf-32-be" if _is_text(sample, "utf-32-be") else None
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    for many, few, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if many * share >= 2 * quarter and few <= max(2, many / 3) and _is_text(sample, encoding):
            return encoding
    return None


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether `sample` reads as text in `encoding`: next to no controls, no broken units."""
    text = sample.decode(encoding, "replace")
    odd = sum(1 for c in text if (c < " " and c not in "\t\n\v\f\r\x1b") or c == "\ufffd")
    return odd <= 1 + len(text) // 50


def _refuse_binary(data: bytes, *, strict: bool) -> None:
    """Raise for data with more NULs and controls than a damaged text would hold."""
    nuls = data.count(0)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    share = 50 if strict else 10
    if nuls > 4 + len(data) // 100 or controls > 16 + len(data) // share:
        raise UnreadableError("looks like binary data, not text")


def _guess(data: bytes) -> str:
    """The legacy encoding that suits `data` best."""
    sample = _sample(data)
    runs = _HIGH_RUN.findall(sample)
    if sum(map(len, runs)) * 5 < len(sample) and max(map(len, runs), default=0) <= 3:
        return _latin(sample)
    from charset_normalizer import from_bytes  # slow to import, and rarely needed

    found = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    return found.encoding if found else "cp1252"


def _latin(sample: bytes) -> str:
    """Windows-1252 or 1250, by the letters that only one of them would use often."""

    def count(letters: bytes) -> int:
        return len(sample) - len(sample.translate(None, letters))

    between = count(_BETWEEN)
    czech = between > 0 and count(_CZECH_COMPANY) > 0
    central = count(_CENTRAL) + 2 * count(_CENTRAL_ALONE) + (between if czech else 0)
    western = count(_WESTERN) + (0 if czech else between)
    return "cp1250" if central > western else "cp1252"


def _sample(data: bytes) -> bytes:
    """The part of `data` around its first bytes beyond ASCII, cut at line ends where there are."""
    first = _HIGH_RUN.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    start = max(start, (first.start() if first else 0) - _SAMPLE // 2)
    end = data.rfind(b"\n", start, start + _SAMPLE)
    return data[start : end if end > start + _SAMPLE // 2 else start + _SAMPLE]


def _as(data: bytes, encoding: str) -> Decoded:
    """`data` read in `encoding`, with U+FFFD for what does not fit."""
    text = data.decode(encoding, "replace")
    return Decoded(text, _name(encoding), text.count("\ufffd"))


def _name(encoding: str) -> str:
    """The name of `encoding` as people know it: "windows-1252", "utf-16"."""
    if encoding.startswith("utf-"):
        return encoding.removesuffix("-le").removesuffix("-be")
    if encoding.startswith("cp12"):
        return f"windows-{encoding[2:]}"
    return _NAMES.get(encoding, encoding.replace("_", "-"))

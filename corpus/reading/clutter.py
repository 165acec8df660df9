"""What saved pages carry around an article: navigation, buttons, contacts, captions, notices."""

from __future__ import annotations

import re

from corpus.reading.lexicon import BUTTONS

_OPENINGS = re.compile(
    r"(?:skip to|jump to|go to|return to|click |tap |you are here|you may also|sign up"
    r"|subscribe|log ?in"
    r"|follow us|share (?:on|this|via)|listen to|read (?:more|also|next|time)|related:|see also"
    r"|advertis|copyright|©|\(c\) |all rights|cookies?\b|accept |we use|this (?:site|website) uses"
    r"|phone|tel[.:]|fax|e-?mail|contact|posted in|filed under|tags?:|category|categories|topics?:"
    r"|photo|image|picture|file photo|a man|\d+ comments?|\d+ shares?|\d+ min|estimated reading"
    r"|est\. |vol\.|volume |issue |no\. \d|page \d|http|www\.|for more information|view |menu\b"
    r"|donate|support us|download|print\b|published|posted|updated|last |by\b|written by"
    r"|reporting by"
    r"|editor'?s note|correction|to the editor|dear )",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:image|photo(?:graph)?|picture|credit|caption|courtesy)s?\s?(?::|by\b|from\b|of\b|/)"
    r"|\((?:photo|image|ap|afp|reuters|yonhap|getty|kcna|left|right|file)[^)]{0,60}\)"
    r"|(?:reuters|afp|ap|getty images?|epa|yonhap)\s?/|/\s?(?:reuters|afp|ap|getty|epa)\b",
    re.IGNORECASE,
)
_PICTOGRAM = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_PHONE = re.compile(r"(?:\+?\d[\d ().-]{6,}\d)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|\bhttps?://|\bwww\.")


def is_clutter(line: str) -> bool:
    """Whether a line is surely no title of an article."""
    bare = line.strip(" .:|>»›·•*-–—[]()").casefold()
    return bool(
        len(bare) < 3
        or bare in BUTTONS
        or _OPENINGS.match(line.lstrip(" *•[("))
        or _CAPTION.search(line[:300])
        or _PICTOGRAM.search(line[:60])
        or _PHONE.search(line[:120])
        or _ADDRESS.search(line[:300])
        or not any(map(str.isalpha, line))
    )


def is_trail(line: str) -> bool:
    """Whether a line is a row of links: "Home > World > Asia", "News | Sports | Weather"."""
    pieces = re.split(r"\s*[|›»>·•/]\s+|\s{3,}", line[:300])
    return len(pieces) > 2 and sum(len(piece.split()) <= 3 for piece in pieces) >= len(pieces) - 1

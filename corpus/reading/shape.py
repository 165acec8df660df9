"""What a line is by its look: prose, an entry of a list, a turn, a heading, a page's number …"""

from __future__ import annotations

import re
from typing import Final

_ITEM = re.compile(
    r"(?:[-*•·–—▪◦●■□○‣+>]|[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)\]])\s+\S|\(\d{1,3}\)\S"
)
_INITIAL = re.compile(r"(?:[B-PR-Z]|\d{1,2})\.\s+[A-Z]")
_TURN = re.compile(
    r"(?:Q|A)(?:[.:]\s|\s?[–—-]\s)|(?:Question|Answer|QUESTION|ANSWER)\s?\d{0,3}[.:]"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40}:(?:\s|$)|\[?\d\d?:\d\d(?::\d\d)?\]?\s"
)
_SPEAKER = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gen|Col|Amb|The|Chairman|Chairwoman|Senator|Ambassador"
    r"|Secretary|Judge|Justice|Representative|Professor|Minister)\.? (?:[A-Z][\w'’-]+ ?){1,3}[.:] "
)
_FIELD = re.compile(r"[A-Z][\w/&-]*(?: [\w/&-]+){0,2}:(?:\s|$)")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /][A-ZÀ-Þ.'’-]+){0,4}(?:, [^()]{2,40}?)?"
    r"(?: ?\([^()]{2,40}\)| ?/[\w ]{2,20}/)? ?(?:--?|—|–|:)\s"
)
_DESIGNATION = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+[ -]){0,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+, [A-ZÀ-Þ][\w'’-]*"
)
_GAP = re.compile(r"(?<=[^\s.?!:;”\"])\s{3,}(?=\S)|\t")
_FURNITURE = re.compile(
    r"(?:[-–—~\[(|]\s*)?(?:page|p\.|pg\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"\s*(?:[-–—~\])|])?|(?:\S+\s){0,6}\S*,?\s*(?:page|p\.)\s?\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)
_CLOSERS: Final = "\"'”’»)]*›」』"
_TERMINALS: Final = ".!?…:;。！？｡"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _TERMINALS


def starts_low(text: str) -> bool:
    """Whether `text` goes on as within a sentence: with a small letter, or one without case."""
    for char in text[:4]:
        if char.isalpha():
            return not char.isupper() and not char.istitle()
        if char not in "\"'“‘([$€£":
            return False
    return False


def is_caps(text: str) -> bool:
    """Whether `text` has capital letters only, three at least."""
    return text.isupper() and sum(map(str.isalpha, text[:200])) >= 3


def words(text: str) -> list[str]:
    """The words of `text`, without numbers and punctuation."""
    return _WORD.findall(text)


def capital_share(text: str) -> float:
    """The share of the longer words of `text` that begin with a capital: high in a heading."""
    longer = [word for word in words(text) if len(word) > 3] or words(text)
    return sum(word[0].isupper() for word in longer) / len(longer) if longer else 1.0


def starts_entry(text: str) -> bool:
    """Whether a line begins something of its own, and never goes on with the line before."""
    return bool(
        _ITEM.match(text)
        or _TURN.match(text)
        or _FIELD.match(text)
        or _DATELINE.match(text)
        or _DESIGNATION.match(text)
    )


def dateline_end(text: str) -> int:
    """Where the story begins behind the place, date and agency at its start, or 0."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def is_item(text: str) -> bool:
    """Whether a line begins an entry of a list."""
    return bool(_ITEM.match(text))


def is_initial(text: str) -> bool:
    """Whether a line that looks like an entry may begin with an initial or a day: "W. Bush"."""
    return bool(_INITIAL.match(text))


def is_designation(text: str) -> bool:
    """Whether a line is an entry of a list of names: "SURNAME, Given; born …".

    "NINGBO, Zhejiang Province —" begins like one and is a dateline.
    """
    return bool(_DESIGNATION.match(text)) and not _DATELINE.match(text)


def starts_speech(text: str) -> bool:
    """Whether a line may be a speaker's turn as transcripts print it: "Mr. King. Thank you"."""
    return bool(_SPEAKER.match(text))


def is_tabular(text: str) -> bool:
    """Whether a line has columns."""
    return bool(_GAP.search(text)) or text.count("|") > 1


def is_furniture(text: str) -> bool:
    """Whether a line is a page's number, or its foot with the number."""
    return len(text) <= 80 and bool(_FURNITURE.fullmatch(text.strip()))


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a heading, a caption or a label."""
    count = len(words(text[:400]))
    return count >= 6 and len(text) >= 40 and not is_caps(text) and capital_share(text[:400]) < 0.7


def is_unspaced(before: str, after: str) -> bool:
    """Whether two line halves meet in a script that writes no spaces."""
    return bool(_CJK.match(before[-1:]) and _CJK.match(after[:1]))

"""The words of a text as the name rules see them: where they lie and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = "\u0300-\u036f"
_LETTER = r"[^\W\d_]"
_JOIN = "-\u2010\u2011'\u2019\u02bc\u02bb`\u00b4\u00b7"
_WORD = re.compile(
    rf"(?:{_LETTER}\.){{2,}}(?!\w)"
    rf"|{_LETTER}\.(?=[\s,]|{_LETTER}\.|[A-Z])"
    rf"|[^\W_][\w{_MARK}]*(?:[{_JOIN}][^\W_][\w{_MARK}]*)*"
    # A scanner leaves "Gromy- ko" where a line ended in the middle of a name.
    r"(?:(?<=[a-z])-[ ](?!(?:and|or|to|und|y|e|nor|but|the|in)\b)[a-z]{2,})?"
)
_ARTICLE_PREFIX = re.compile(r"(?:al|el|ad|as|an|ar|at|ul|ben|d|l)[-'\u2019][^\W\d_]", re.I)
_COMPOUND = re.compile(
    r"[-\u2010\u2011](?:based|born|led|style|backed|trained|area|era|run|controlled|owned|made|listed|"
    r"bound|registered|flagged|educated|sponsored|supplied|linked|occupied|held|wide|mandated)$"
)
_POSSESSIVE = ("'s", "\u2019s", "'S", "\u2019S")
_CASELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive ending; `capital` tells whether it may begin a name."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    possessive: bool

    @property
    def initial(self) -> bool:
        """Whether it is an initial or several: "J.", "J.K."."""
        return self.text.endswith(".") and self.capital

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals only, and is more than one letter."""
        return len(self.text) > 1 and self.text.isupper() and not self.text.endswith(".")


def split(text: str) -> list[Word]:
    """All words of `text`, in order."""
    words = []
    for found in _WORD.finditer(text):
        word = found.group()
        start, end = found.span()
        possessive = len(word) > 2 and word.endswith(_POSSESSIVE)
        if possessive:
            word, end = word[:-2], end - 2
        elif (tail := _COMPOUND.search(word)) is not None:
            # "Seoul-based": the name is the part before the hyphen.
            word, end = word[: tail.start()], start + tail.start()
        words.append(
            Word(start, end, word, word.lower(), _is_capital(word), possessive),
        )
    return words


def _is_capital(word: str) -> bool:
    first = word[0]
    if first.isupper() or first.istitle():
        return True
    if first.islower():
        cut = _ARTICLE_PREFIX.match(word)
        return cut is not None and word[cut.end() - 1].isupper()
    return _CASELESS.match(first) is not None

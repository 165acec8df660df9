"""Marks within a line: links give way to their words, emphasis to what it stresses.

One pass from left to right with a stack, so it is linear on any input. Line ends are never
touched: what goes in with n lines comes out with n lines.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from corpus.reading.clean import clean_text

_TARGET: Final = (
    r"\]\([ \t]*+(?:<[^<>\n]{0,2000}+>|[^()\s<>]{0,2000}+"
    r"(?:\([^()\s]{0,500}+\)[^()\s<>]{0,2000}+)?)"
    r"(?:[ \t]++(?:\"[^\"\n]{0,500}+\"|'[^'\n]{0,500}+'))?[ \t]*+\)"
)
_ENTITY: Final = r"&(?:[a-zA-Z]{2,8}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});"
_LIGHT = re.compile(
    rf"(?P<close>{_TARGET})|(?P<open>!?\[)|(?P<end>\])|(?P<entity>{_ENTITY})|(?P<run>\*\*)"
)
_TICKS = re.compile("`{1,3}")
_FULL = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`{1,3})"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]{1,2000}+)>"
    r"|(?P<tag></?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|figcaption|figure|font"
    r"|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody"
    r"|td|th|thead|tr|u|ul)\b[^<>\n]{0,2000}+>)"
    rf"|(?P<close>{_TARGET})|(?P<ref>\]\[[^\[\]\n]{{0,200}}+\])|(?P<open>!?\[)|(?P<end>\])"
    rf"|(?P<entity>{_ENTITY})|(?P<run>\*{{1,3}}+|_{{1,3}}+|~~)"
)


def strip_light(text: str) -> str:
    """Plain `text` without the links, strong marks and entities that saved pages carry."""
    if "](" not in text and "**" not in text and "&" not in text:
        return text
    return _strip(text, _LIGHT)


def strip_full(text: str) -> str:
    """Markdown `text` without its inline marks."""
    return _strip(text, _FULL)


def _strip(text: str, tokens: re.Pattern[str]) -> str:
    """`text` with the pieces of markup that `tokens` finds resolved."""
    out: list[str] = []
    brackets: list[int] = []
    runs: dict[str, int] = {}
    place, fence = 0, ""
    ticks = Counter(_TICKS.findall(text)) if "`" in text else Counter()
    for token in tokens.finditer(text):
        kind, mark = token.lastgroup or "", token[0]
        if kind == "ticks":
            ticks[mark] -= 1
        if fence and mark != fence:
            continue
        out.append(text[place : token.start()])
        place = token.end()
        if kind == "ticks":
            # Within code nothing is a mark; an unpaired tick is just a tick.
            if fence:
                fence = ""
            elif ticks[mark] > 0:
                fence = mark
            else:
                out.append(mark)
        elif kind == "escaped":
            out.append(token["escaped"])
        elif kind == "auto":
            out.append(token["auto"].removeprefix("mailto:"))
        elif kind == "entity":
            out.append(_character(mark))
        elif kind == "open":
            brackets.append(len(out))
            out.append(mark)
        elif kind == "end":
            out.append(mark)
            if brackets:
                brackets.pop()
        elif kind in ("close", "ref"):
            if brackets:
                out[brackets.pop()] = ""
            else:
                out.append(mark)
        elif kind == "run":
            _pair(mark, text, token.start(), place, out, runs)
    out.append(text[place:])
    return "".join(out)


def _pair(mark: str, text: str, start: int, end: int, out: list[str], runs: dict[str, int]) -> None:
    """Append the emphasis run `mark`, or drop it together with the run that it closes."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in runs and not before.isspace() and not after.isalnum():
        out[runs.pop(mark)] = ""
        out.append("")
        return
    if not after.isspace() and not before.isalnum():
        runs[mark] = len(out)
    out.append(mark)


def _character(entity: str) -> str:
    """The character that an HTML entity stands for, made harmless."""
    import html  # few texts have any

    return clean_text(html.unescape(entity)).replace("\n", " ")

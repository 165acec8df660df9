"""Finds the title of an article: the line of its head that looks most like one."""

from __future__ import annotations

import re
from typing import Final

from corpus.model import Origin, Span, Stated
from corpus.reading.clean import clean_line
from corpus.reading.clutter import is_clutter, is_trail
from corpus.reading.head import head_parts, is_statement
from corpus.reading.rows import FIXED, HEADING
from corpus.reading.shape import (
    dateline_end,
    ends_sentence,
    is_caps,
    is_furniture,
    is_prose,
    starts_entry,
)
from corpus.reading.unwrap import Body, Part

LIMIT: Final = 300
_CUT: Final = 100
_LABELLED = re.compile(r"(?:title|headline|subject|re)\s?:\s*(?=\S)", re.IGNORECASE)
_BAR = re.compile(r" [|»›] ")
_SENTENCE = re.compile(
    r".{20,}?(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\b[A-Z])[.!?…]['\"’”)]*"
    r"(?=\s+['\"“‘(]?[^\W\d_a-z]|\s*$)|.+",
    re.DOTALL,
)
_INSTITUTION = re.compile(
    r"\b(?:DEPARTMENT|MINISTRY|OFFICE|EMBASSY|(?:SUB)?COMMITTEE|HOUSE OF|AGENCY|SENATE|COURT)\b"
)


def find_title(body: Body) -> Stated | None:
    """The title that the text shows, or its first sentence; None if there are no words."""
    head = head_parts(body)
    for part in head:
        text = part.span.of(body.text)
        if part.shape == HEADING and not is_clutter(text):
            return _stated(part, text, 0)
        if len(text) <= LIMIT and (label := _LABELLED.match(text)):
            return _stated(part, text[label.end() :], label.end())
    best = _best(head, body.text)
    if best:
        # Saved pages add the site's name to the title.
        return _stated(best, _BAR.split(best.span.of(body.text))[0], 0)
    return _sentence(body)


def _stated(part: Part, text: str, at: int) -> Stated:
    """A title that is the words of `part` from `at` on."""
    start = part.span.start + at
    return Stated(clean_line(text, LIMIT), Origin.TEXT, Span(start, start + len(text.rstrip())))


def _best(head: list[Part], text: str) -> Part | None:
    """The line of the head that looks most like a title, if one does."""
    lines = [part.span.of(text) for part in head]
    best: Part | None = None
    most = 0.7
    place = 0
    for index, (part, line) in enumerate(zip(head, lines, strict=True)):
        if len(line) > 160 and is_prose(line):
            break
        if part.shape == FIXED or not _may_be_title(line, lines, index):
            continue
        score = _score(line, lines[index + 1 : index + 4]) - 0.3 * place
        score += 0.0 if place or is_caps(line) else 1.0
        place += 1
        if score > most:
            best, most = part, score
    return best


def _may_be_title(line: str, lines: list[str], index: int) -> bool:
    """Whether nothing speaks against a line: no clutter, date, entry, caption told twice …"""
    if len(line) > 220 or is_clutter(line) or is_trail(line) or is_furniture(line):
        return False
    if is_statement(line) or (starts_entry(line) and not is_caps(line)):
        return False
    if line.endswith(".") and is_prose(line):
        return False
    opening = line[:30].casefold().replace("’", "'")
    return len(line) < 30 or not any(
        other[:30].casefold().replace("’", "'") == opening
        for place, other in enumerate(lines)
        if place != index
    )


def _score(line: str, following: list[str]) -> float:
    """How much a line looks like a title, from its length, its look and what stands below it."""
    count = len(line.split())
    score = 3.0 if 5 <= count <= 22 else 2.0 if count >= 3 else 1.0 if count == 2 else 0.4
    if not line.isascii() and count < 5 and len(line) >= 10:
        score = 3.0  # scripts that write few spaces
    if count > 22:
        score = 1.0
    if _BAR.search(line) and len(_BAR.split(line)[0].split()) < 4:
        score -= 2.5
    if is_caps(line):
        score -= 2.5 if _INSTITUTION.search(line) and count < 9 else 1.5 if count < 4 else 0.4
    if ends_sentence(line) and not line.endswith("?"):
        score -= 2.5 if line.endswith(":") else 1.6
    if any(is_statement(each) for each in following[:2]):
        score += 1.2
    elif following and len(following[0]) > 120:
        score += 0.6
    return score


def _sentence(body: Body) -> Stated | None:
    """The first sentence, cut, of the first paragraph of prose, else of the first with words."""
    texts = [(part, part.span.of(body.text)) for part in body.parts[:200]]
    able = [(p, t) for p, t in texts if any(map(str.isalpha, t)) and not _is_small_clutter(t)]
    if not able:
        return None
    part, text = next(((p, t) for p, t in able if is_prose(t)), able[0])
    at = dateline_end(text)
    text = text[at:]
    found = _SENTENCE.match(text[:2_000])
    sentence = found[0] if found else text[:2_000]
    value = clean_line(sentence)
    if len(value) > _CUT:
        value = value[: _CUT - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    elif value.endswith(".") and not value.endswith("..."):
        value = value[:-1]
    return Stated(
        value,
        Origin.TEXT,
        Span(part.span.start + at, part.span.start + at + len(sentence.rstrip())),
    )


def _is_small_clutter(line: str) -> bool:
    """Whether a line is clutter and no sentence that merely names a picture or an agency."""
    return len(line) < 60 and is_clutter(line)

"""Entries of lists of people: fields split by semicolons, with birth, office and other names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts import offices
from corpus.facts.draft import Draft
from corpus.facts.view import View, trim
from corpus.model import Kind, Ref, Span

_ENTRY = re.compile(
    r"^[ \t]*(?:\(?[\dA-Za-z]{1,3}[.)]\s|[-•*–]\s)?(?P<name>[^\W\d_][^\n;()]{2,70}?)(?=\s\("
    r"|;)[^\n]{0,1200}?;[^\n]*$",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"(?i)\b(?:DOB|D\.O\.B|date\sof\sbirth|POB|nationality|passport|citizen|gender|national"
    r"\sid|imo\b|title)"
)
_BORN = re.compile(r"(?i)\b(?:DOB|D\.O\.B\.?|date\sof\sbirth|born):?\s")
_TITLE = re.compile(r"(?i)^(?:title|position|designation|occupation|function|role):?\s")
_PIECE = re.compile(r"[^;\n]+")


def find(view: View) -> Iterator[Draft]:
    """Offices and births of the people whom the entries of a list name."""
    for entry in _ENTRY.finditer(view.text):
        if not _FIELD.search(entry[0]):
            continue
        who = _holder(view, entry)
        for piece in _PIECE.finditer(view.text, entry.end("name"), entry.end()):
            span = trim(view.text, *piece.span())
            yield from _birth(view, who, span)
            title = _TITLE.match(view.text[span.start : span.end])
            start = span.start + (title.end() if title else 0)
            office = offices.phrase(view, start, span.end)
            if office is not None and office.start - start <= 5:
                end = span.end - (1 if view.text[span.end - 1] == "." else 0)
                whole = Span(office.start, max(office.end, min(end, office.end + 60)))
                yield _draft("role", who, "is", view.ref(whole.start, whole.end), whole)


def _holder(view: View, entry: re.Match[str]) -> Ref:
    span = trim(view.text, *entry.span("name"))
    people = view.mentions_in(span.start, span.end, Kind.PERSON)
    if people:
        return view.named(people[0])
    return view.ref(span.start, span.end)


def _birth(view: View, who: Ref, span: Span) -> Iterator[Draft]:
    born = _BORN.match(view.text, span.start, span.end)
    if born is None:
        return
    dates = view.dates_in(born.end(), span.end)
    if dates and (dates[0].first or dates[0].last):
        at = Span(span.start, min(span.end, dates[0].span.end))
        yield Draft("event", who, "was born", (at,), when=dates[0], at=at)


def _draft(kind: str, who: Ref, relation: str, what: Ref, at: Span) -> Draft:
    return Draft(kind, who, relation, (at,), object=what, at=at)

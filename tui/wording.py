"""Facts, dates and metadata in plain words, for panes and lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from corpus.model import Article, Certainty, Fact, Origin, When

KIND_NAMES = {
    "role": "Roles", "quantity": "Quantities", "date": "Dates", "quotation": "Quotations",
    "claim": "Claims", "acronym": "Acronyms", "name": "Names", "move": "Moves", "kin": "Family",
    "harm": "Harm", "disclosure": "Disclosures", "event": "Events", "tie": "Ties", "gap": "Gaps",
    "practice": "Practices", "judgement": "Judgements",
}  # fmt: skip


def kind_name(kind: str) -> str:
    """The heading of a group of facts."""
    return KIND_NAMES.get(kind, kind.replace("-", " ").replace("_", " ").capitalize())


def fact_line(fact: Fact) -> str:
    """A fact as one line: who, what, and whatever qualifies it, without the date."""
    line = statement(fact)
    if fact.kind in _SPOKEN:
        return line
    if fact.speaker is not None:
        line += f" (says {fact.speaker.text})"
    elif fact.certainty is not Certainty.STATED:
        line += f" ({fact.certainty.value})"
    return line


def statement(fact: Fact) -> str:
    """Who, what and where, without who says so, how surely, and when."""
    line = _SHAPES.get(fact.kind, _plain)(fact)
    if fact.place is not None and fact.place.text not in line:
        line += f", {fact.place.text}"
    return line


def _plain(fact: Fact) -> str:
    pieces = [fact.subject.text, fact.relation.replace("_", " ")]
    if fact.object is not None:
        pieces.append(fact.object.text)
    elif fact.value is not None:
        pieces.append(amount(fact.value, fact.unit))
    return _joined(*pieces)


def _spoken(fact: Fact) -> str:
    """Who says it, then the words."""
    who = fact.speaker or fact.subject
    words = fact.object.text if fact.object is not None else fact.subject.text
    if fact.kind == "quotation":
        words = f"“{words}”"
    return _joined(f"{who.text}:", words)


def _counted(fact: Fact) -> str:
    """The number as written; what is counted is named where the words leave it out."""
    if fact.object is None:
        return _plain(fact)
    words, what = fact.object.text, fact.subject.text
    return _joined(words if what.casefold() in words.casefold() else f"{what}: {words}")


def _family(fact: Fact) -> str:
    """The words where they say whose relative it is ("Jo's wife"), else with the name."""
    if fact.object is None:
        return _plain(fact)
    words, whose = fact.object.text, fact.subject.text
    return _joined(words if whose in words else f"{whose}: {words}")


def _stands_for(fact: Fact) -> str:
    """The short name, then the long one."""
    if fact.object is None:
        return _plain(fact)
    return _joined(fact.object.text, "=", fact.subject.text)


def _joined(*pieces: str) -> str:
    return " ".join(" ".join(pieces).split())


_SHAPES: dict[str, Callable[[Fact], str]] = {
    "quotation": _spoken,
    "claim": _spoken,
    "quantity": _counted,
    "kin": _family,
    "acronym": _stands_for,
    "name": _stands_for,
}
_SPOKEN = frozenset({"quotation", "claim"})
"""Kinds whose line begins with the speaker."""


def amount(value: float, unit: str | None) -> str:
    """A number with its unit: "10,000,000 USD", "12 countries", "3.5 %"."""
    number = f"{int(value):,}" if value == int(value) else f"{value:,}"
    return f"{number} {unit}" if unit else number


def when_line(when: When | None) -> str:
    """An interval as short as it can be said: "2019", "2018-11", "2016–2019", "" for unknown."""
    if when is None or (when.first is None and when.last is None):
        return when.text if when is not None else ""
    first, last = when.first, when.last
    if first is None or last is None:
        return f"until {last}" if first is None else f"since {first}"
    if first == last:
        return first.isoformat()
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    whole_month = first.day == 1 and _ends_month(last)
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02d}"
    return f"{first.isoformat()}–{last.isoformat()}"


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1 if day != date.max else True


def byline(article: Article) -> str:
    """Publisher, author and date on one line."""
    said = [
        stated.value for stated in (article.publisher, article.author, article.published) if stated
    ]
    return " · ".join(said)


def source_line(article: Article) -> str:
    """Which article it is, as short as can be: date and title."""
    said = (article.published, article.title)
    return " ".join(stated.value for stated in said if stated)


def place_line(article: Article, offset: int) -> str:
    """Where in its file a character stands: "port.txt:12", "report.pdf, page 3"."""
    page = article.page(offset)
    if page is not None:
        return f"{article.path}, page {page}"
    return f"{article.path}:{article.line(offset)}"


def provenance(article: Article) -> str:
    """Where title, publisher, author and date come from: "title from text · no author"."""
    named = (
        ("title", article.title), ("publisher", article.publisher), ("author", article.author),
        ("date", article.published),
    )  # fmt: skip
    groups: dict[Origin, list[str]] = {}
    for name, stated in named:
        if stated is not None:
            groups.setdefault(stated.origin, []).append(name)
    missing = [name for name, stated in named[1:] if stated is None]
    if len(groups) == 1 and not missing:
        return f"All of this from {next(iter(groups)).value}"
    parts = [f"{', '.join(names)} from {origin.value}" for origin, names in groups.items()]
    if missing:
        parts.append(f"no {' or '.join(missing)}")
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]

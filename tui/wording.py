"""Facts, dates and metadata in plain words, for panes and lists."""

from __future__ import annotations

from corpus.model import Article, Certainty, Fact, Origin, When

KIND_NAMES = {
    "role": "Roles", "quantity": "Quantities", "date": "Dates", "quotation": "Quotations",
    "claim": "Claims", "acronym": "Acronyms", "name": "Names", "move": "Moves", "kin": "Family",
    "harm": "Harm", "disclosure": "Disclosures", "event": "Events", "tie": "Ties", "gap": "Gaps",
    "practice": "Practices", "judgement": "Judgements",
}  # fmt: skip
_NAMELESS = {"quotation", "claim"}


def kind_name(kind: str) -> str:
    """The heading of a group of facts."""
    return KIND_NAMES.get(kind, kind.replace("-", " ").replace("_", " ").capitalize())


def fact_line(fact: Fact) -> str:
    """A fact as one line: who, what, and whatever qualifies it, without the date."""
    pieces = [fact.subject.text, fact.relation.replace("_", " ")]
    if fact.object is not None:
        pieces.append(fact.object.text)
    elif fact.value is not None:
        pieces.append(amount(fact.value, fact.unit))
    if fact.kind in _NAMELESS and fact.speaker is not None:
        pieces = [f"{fact.speaker.text}:", fact.object.text if fact.object else fact.subject.text]
    line = " ".join(" ".join(pieces).split())
    if fact.place is not None and fact.place.text not in line:
        line += f", {fact.place.text}"
    if fact.certainty is not Certainty.STATED and fact.kind not in _NAMELESS:
        line += f" ({fact.certainty.value})"
    return line


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
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{first.year}-{first.month:02d}"
    return f"{first.isoformat()}–{last.isoformat()}"


def byline(article: Article) -> str:
    """Publisher, author and date on one line."""
    said = [
        stated.value for stated in (article.publisher, article.author, article.published) if stated
    ]
    return " · ".join(said)


def source_line(article: Article) -> str:
    """Which article it is, as short as can be: publisher and date, else the title."""
    said = (article.publisher, article.published)
    return " · ".join(stated.value for stated in said if stated) or article.title.value


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

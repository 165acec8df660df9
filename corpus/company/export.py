"""Company to take along: as text, as a table, as a scalable drawing."""

from __future__ import annotations

import math

from corpus.company.drawing import draw
from corpus.company.nearness import Companion, Company, Nearness
from corpus.drawing import table
from corpus.drawing.sheet import label
from corpus.drawing.svg import Svg
from corpus.model import Corpus

_MOST = 24
"""Companions in a scalable drawing."""


def counts(companion: Companion) -> str:
    """How near and how often: "3 sentences, 1 paragraph", "2 articles"."""
    names = {Nearness.SENTENCE: "sentence", Nearness.PARAGRAPH: "paragraph",
             Nearness.ARTICLE: "article"}  # fmt: skip
    said = []
    for nearness, name in names.items():
        count = companion.count(nearness)
        if count:
            said.append(f"{count:,} {name}{'s' if count != 1 else ''}")
    return ", ".join(said)


def to_text(company: Company, width: int = 120, *, plain: bool = False) -> str:
    """The network, and below it everybody with how near they come."""
    rows = [draw(company, width, 29, plain=plain).text().rstrip("\n"), ""]
    rows += [f"{label(one.entity.name, 48):<48} {counts(one)}" for one in company.companions]
    return "\n".join(rows).rstrip() + "\n"


_HEADER = ("name", "kind", "nearness", "article", "title", "start", "end", "evidence")


def to_csv(company: Company, corpus: Corpus) -> str:
    """A line for each place where somebody is named with the entity, the nearest first."""
    rows: list[tuple[object, ...]] = []
    for companion in company.companions:
        for meeting in companion.meetings:
            article = corpus.by_id[meeting.article]
            rows.append((
                companion.entity.name, companion.entity.kind.value, meeting.nearness.name.lower(),
                article.path, article.title.value, meeting.span.start, meeting.span.end,
                " ".join(meeting.span.of(article.text).split()),
            ))  # fmt: skip
    return table.to_csv(_HEADER, rows)


def to_svg(company: Company) -> str:
    """The nearest in a ring, with lines as strong as they are near, and who of them meets whom."""
    name = company.entity.name if company.entity is not None else ""
    drawing = Svg(960, 720, f"In company of {name}")
    shown = company.companions[:_MOST]
    middle = (480.0, 360.0)
    points = []
    for number in range(len(shown)):
        turn = 2 * math.pi * number / len(shown) - math.pi / 2
        points.append((middle[0] + 300 * math.cos(turn), middle[1] + 270 * math.sin(turn)))
    for a, b, count in company.ties:
        if b < len(points):
            drawing.path([points[a], points[b]], "faint", 0.5 + math.log2(1 + count))
    widths = {Nearness.SENTENCE: 2.0, Nearness.PARAGRAPH: 1.2, Nearness.ARTICLE: 0.8}
    for companion, point in zip(shown, points, strict=True):
        dash = "" if companion.nearest is Nearness.SENTENCE else "5 4"
        count = companion.count(companion.nearest)
        width = widths[companion.nearest] * (1 + math.log2(count) / 2)
        drawing.path([middle, point], "line", width, dash)
    for companion, point in zip(shown, points, strict=True):
        drawing.dot(*point, 5, counts(companion))
        side = "start" if point[0] >= middle[0] else "end"
        x = point[0] + (9 if side == "start" else -9)
        drawing.text(x, point[1] + 4, label(companion.entity.name, 30), "", side)
    drawing.dot(*middle, 9)
    drawing.text(middle[0] + 13, middle[1] - 8, name, "title")
    more = len(company.companions) - len(shown)
    if more > 0:
        drawing.text(16, 706, f"… and {more:,} more", "muted")
    return drawing.done()

"""A timeline to take along: as text, as a table, as a scalable drawing."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from corpus.drawing import table
from corpus.drawing.sheet import label
from corpus.drawing.svg import Svg
from corpus.model import Corpus
from corpus.timeline.drawing import axis, bar
from corpus.timeline.moments import LAG, Moment, Timeline, ordinals
from corpus.timeline.scale import Scale, Window, fitted, labelled

_MOST = 2000
"""Rows of a drawing: more can be neither opened nor read."""


def named(moment: Moment) -> str:
    """The date of a moment: "2023", "2019–2021", "2023-11", "2023-11-23", "2023-11-20–2023-12-03".

    An open end is left blank: "2019-05-01–".
    """
    first, last = moment.when
    if first is None or last is None:
        return f"{first or ''}–{last or ''}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first}" if first == last else f"{first}–{last}"


def waited(moment: Moment) -> str:
    """How long a lag is: "459–518 days", "1 day", "" for what is no lag."""
    if moment.public is None:
        return ""
    if moment.most is None:
        return f"{moment.least:,} days or more"
    if moment.least == moment.most:
        return f"{moment.least:,} day{'s' if moment.least != 1 else ''}"
    return f"{moment.least:,}–{moment.most:,} days"


def to_text(
    timeline: Timeline, window: Window | None = None, width: int = 160, *, plain: bool = False
) -> str:
    """The axis and every moment in the window with its bar, in rows of at most `width`."""
    window = window or fitted(timeline.moments)
    chart = max(10, width * 2 // 5)
    scale = Scale(window, chart)
    head = axis(timeline, scale, 5, plain=plain)[0]
    lead = " " * 24
    rows = [lead + row for row in head.text().splitlines()]
    for moment in timeline.moments:
        if window.meets(*moment.reach):
            words = label(f"{moment.text} {waited(moment)}".strip(), max(10, width - 25 - chart))
            rows.append(f"{named(moment):<24}{bar(moment, scale, plain=plain)} {words}".rstrip())
    if timeline.undated:
        rows.append(f"{timeline.undated} facts have no date and are not shown.")
    return "\n".join(rows) + "\n"


_HEADER = (
    "first", "last", "as written", "kind", "text", "public first", "public last",
    "days at least", "days at most", "basis", "article", "title", "start", "end", "evidence",
    "sources",
)  # fmt: skip


def to_csv(timeline: Timeline, corpus: Corpus) -> str:
    """A line for each moment, with the sentence that tells it."""
    rows = []
    for moment in timeline.moments:
        article_id, span = moment.target
        article = corpus.by_id[article_id]
        public = moment.public or (None, None)
        least = moment.least if moment.kind == LAG else None
        rows.append((
            *moment.when, moment.told, moment.kind, moment.text, *public, least, moment.most,
            moment.basis, article.path, article.title.value, span.start, span.end,
            " ".join(span.of(article.text).split()),
            len({fact.article for fact in moment.facts}),
        ))  # fmt: skip
    return table.to_csv(_HEADER, rows)


def to_svg(timeline: Timeline, window: Window | None = None, title: str = "Timeline") -> str:
    """Bars, points and arrows over an axis; at most some two thousand rows."""
    window = window or fitted(timeline.moments)
    rows = [moment for moment in timeline.moments if window.meets(*moment.reach)]
    shown = rows[:_MOST]
    left, chart, line, top = 170.0, 620.0, 18.0, 64.0
    height = top + line * (len(shown) + 2)
    drawing = Svg(left + chart + 540, height + 20, title)
    drawing.text(16, 26, title, "title")
    scale = Scale(window, round(chart))
    division = labelled(Scale(window, round(chart) // 8))
    for day in division.days_in(window):
        x = left + scale.cell(day)
        if x >= left:
            drawing.path([(x, top - 12), (x, height - line)], "faint")
            drawing.text(x + 2, top - 16, division.label(date.fromordinal(day)), "muted")
    for at, moment in enumerate(shown):
        y = top + line * at
        drawing.text(left - 8, y + 4, named(moment), "muted", "end")
        _bar(drawing, moment, scale, left, y)
        drawing.text(left + chart + 12, y + 4, label(f"{moment.text} {waited(moment)}", 80))
    more = len(rows) - len(shown)
    notes = [f"… and {more:,} more"] if more else []
    notes += [f"{timeline.undated:,} facts have no date"] if timeline.undated else []
    drawing.text(left, height, " · ".join(notes), "muted")
    return drawing.done()


def _bar(drawing: Svg, moment: Moment, scale: Scale, left: float, y: float) -> None:
    def at(day: int) -> float:
        return left + max(0, min(scale.width, scale.cell(day)))

    start, end = (at(day) for day in moment.days)
    if moment.public is not None:
        first, last = (at(day) for day in ordinals(moment.public))
        drawing.path([(end, y), (first, y)], "line", 1, "3 3")
        drawing.arrow((end, y), (first, y))
        drawing.path([(first, y), (last, y)], "line", 3)
    if end - start < 4:
        drawing.dot((start + end) / 2, y, 4, moment.told)
    else:
        drawing.path([(start, y), (end, y)], "line", 5)

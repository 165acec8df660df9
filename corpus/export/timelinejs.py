"""What happened when, for TimelineJS."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from corpus.export import telling
from corpus.export.setting import Setting
from corpus.jsonlines import line
from corpus.model import Corpus, Fact


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """A slide for each dated happening; texts are escaped, since TimelineJS reads HTML."""
    title = {"text": {"headline": html.escape(setting.title), "text": setting.left_out.sentence}}
    yield f'{{"title":{json.dumps(title)},"events":['
    for number, (fact, first, last) in enumerate(telling.happenings(corpus, setting)):
        yield f"{',' if number else ''}\n{line(_event(corpus, fact, first, last))}"
    yield "\n]}\n"


def _event(corpus: Corpus, fact: Fact, first: date, last: date | None) -> dict[str, Any]:
    article = corpus.by_id[fact.article]
    where = telling.place(article, fact.evidence[0].start)
    source = f"{article.title.value} ({where})"
    told = [telling.quote(article, fact), source, telling.uncertain(fact, fact.when)]
    event: dict[str, Any] = {
        "unique_id": fact.id,
        "group": fact.kind,
        "start_date": _date(first, fact),
        "text": {
            "headline": html.escape(telling.says(fact)),
            "text": "".join(f"<p>{html.escape(one)}</p>" for one in told if one),
        },
    }
    if last is not None and last != first:
        event["end_date"] = _date(last, fact)
    return event


def _date(day: date, fact: Fact) -> dict[str, Any]:
    """A date as finely as it is known."""
    precision = fact.when.precision if fact.when is not None else "day"
    parts: dict[str, Any] = {"year": day.year, "month": day.month, "day": day.day}
    if precision == "year":
        del parts["month"]
    if precision in ("year", "month"):
        del parts["day"]
    return parts

"""`dateline timeline`: what happened when, from the dates of the facts."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any, Final

from corpus.model import Corpus, Fact, When
from tui.commandline import output
from tui.commandline.choosing import CHOOSING, chosen
from tui.commandline.opening import ended, open_asked
from tui.commandline.spec import JSON, LIMIT, OVERLAID, PATHS, READING, TABLE, Command, Option
from tui.commandline.tables import Column


def day(text: str) -> tuple[date, date]:
    """The first and the last day of an ISO day, month or year."""
    from calendar import monthrange

    parts = text.split("-")
    try:
        if not all(part.isascii() and part.isdecimal() for part in parts) or len(parts[0]) != 4:
            raise ValueError
        year, month, number = (*map(int, parts), 0, 0)[:3]
        if len(parts) > 3 or (len(parts) > 1 and not month) or (len(parts) > 2 and not number):
            raise ValueError
        first = date(year, month or 1, number or 1)
        return first, date(year, month or 12, number or monthrange(year, month or 12)[1])
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"not a date like 2019, 2019-05 or 2019-05-31: {text}"
        ) from None


COMMAND: Final = Command(
    "timeline",
    "list what happened when",
    "Lists what is told with a date, by that date. A date is an interval; where it does not stand\n"
    "in the text as it is, its basis is given.",
    (PATHS,),
    (
        Option("--from", "only what may have happened then or later", "DATE", parse=day),
        Option("--to", "only what may have happened then or before", "DATE", parse=day),
        *CHOOSING, LIMIT, JSON, TABLE, *OVERLAID, *READING,
    ),
)  # fmt: skip
_COLUMNS: Final = (
    Column("date", 21),
    Column("kind", 11),
    Column("what", share=5),
    Column("basis", share=2, least=100),
    Column("where", share=2),
)
_SAID: Final = frozenset({"quotation", "claim"})


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    output.ready(asked)
    opened = open_asked(asked)
    corpus = opened.corpus
    found = output.some(_dated(corpus, asked), asked.limit) if corpus.articles else iter(())
    if asked.json:
        output.objects(_object(corpus, fact, when) for when, fact in found)
    else:
        output.rows(asked, _COLUMNS, (_row(corpus, fact, when) for when, fact in found))
    return ended(opened)


def _dated(corpus: Corpus, asked: argparse.Namespace) -> list[tuple[When, Fact]]:
    """The facts with a date in the stretch asked for, the earliest first."""
    after = getattr(asked, "from")[0] if getattr(asked, "from") is not None else date.min
    before = asked.to[1] if asked.to is not None else date.max
    found: list[tuple[When, Fact]] = []
    for fact in chosen(corpus, asked):
        when = fact.when
        if when is None or (when.first is None and when.last is None):
            continue
        if fact.kind in _SAID and not asked.kind:  # when it was said is not when it happened
            continue
        if (when.last or date.max) >= after and (when.first or date.min) <= before:
            found.append((when, fact))
    return sorted(found, key=lambda one: (one[0].first or one[0].last, one[0].last or date.max))


def _row(corpus: Corpus, fact: Fact, when: When) -> tuple[str, ...]:
    from tui.commandline.telling import says, where
    from tui.wording import when_line

    basis = "" if when.basis == "as written" else when.basis
    return (when_line(when), fact.kind, says(fact), basis, where(corpus, fact))


def _object(corpus: Corpus, fact: Fact, when: When) -> dict[str, Any]:
    from corpus.jsonlines import of_when
    from tui.commandline.telling import quoted, says

    article = corpus.by_id[fact.article]
    evidence = [quoted(article, span) for span in fact.evidence]
    return {
        "type": "event",
        "date": of_when(when),
        "kind": fact.kind,
        "says": says(fact),
        "fact": fact.id,
        "article": article.id,
        "path": article.path,
        "evidence": evidence,
    }

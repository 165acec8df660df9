"""`dateline disagree`: where reports disagree, what came late, what is open."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from corpus.model import Corpus, Fact, Span
from tui import cli
from tui.commandline import output
from tui.commandline.opening import ended, open_asked
from tui.commandline.spec import JSON, LIMIT, OVERLAID, PATHS, READING, TABLE, Command, Option
from tui.commandline.tables import Column

if TYPE_CHECKING:
    from corpus.across.checks import Check
    from corpus.across.disagreements import Disagreement
    from corpus.across.gaps import Gap
    from corpus.across.lags import Lag

COMMAND: Final = Command(
    "disagree",
    "show where reports disagree, what came late, and what is open",
    "Shows the values on which reports disagree, all of them with everybody who tells them. Texts\n"
    "that are near-copies count as one origin. Other questions are asked by option.",
    (PATHS,),
    (
        Option("--lags", "instead: how long after it happened a thing became public"),
        Option("--gaps", "instead: what is said to be unknown, and later facts that may answer it"),
        Option("--checks", "instead: questions that figures and dates of one text raise"),
        LIMIT, JSON, TABLE, *OVERLAID, *READING,
    ),
    "docs/across.md tells what counts as a disagreement, and what does not.",
)  # fmt: skip

Rows = Iterator[tuple[str, ...]]


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    kinds = [one for one in ("lags", "gaps", "checks") if getattr(asked, one)]
    if len(kinds) > 1:
        raise cli.UsageError(f"--{kinds[0]} and --{kinds[1]} cannot be asked for at once.")
    output.ready(asked)
    opened = open_asked(asked)
    find, columns, rows, objects = _ASKED[kinds[0] if kinds else ""]
    found = output.some(find(opened.corpus), asked.limit)
    if asked.json:
        output.objects(thing for one in found for thing in objects(opened.corpus, one))
    else:
        output.rows(asked, columns, (row for one in found for row in rows(opened.corpus, one)))
    return ended(opened)


def _disagreements(corpus: Corpus) -> Sequence[Disagreement]:
    from corpus.across.disagreements import disagreements

    return disagreements(corpus)


def _lags(corpus: Corpus) -> Sequence[Lag]:
    from corpus.across.lags import lags

    return lags(corpus)


def _gaps(corpus: Corpus) -> Sequence[Gap]:
    from corpus.across.gaps import gaps

    return gaps(corpus)


def _checks(corpus: Corpus) -> Iterator[Check]:
    from corpus.across.checks import checks

    for article in corpus.articles:
        extract = corpus.extracts.get(article.id)
        if extract is not None:
            yield from checks(article, extract)


def _places(corpus: Corpus, facts: Sequence[Fact]) -> str:
    from tui.commandline.telling import where

    return ", ".join(dict.fromkeys(where(corpus, fact) for fact in facts))


def _disagreement_rows(corpus: Corpus, found: Disagreement) -> Rows:
    from tui.wording import place_line

    for value in found.values:
        told = (place_line(corpus.by_id[one.article], one.evidence[0].start) for one in value.told)
        yield (found.subject, found.slot, value.text, str(value.origins),
               ", ".join(dict.fromkeys(told)))  # fmt: skip


def _lag_rows(corpus: Corpus, found: Lag) -> Rows:
    days = f"{found.least:,}" if found.least == found.most else _between(found)
    yield (days, found.subject, found.what, found.basis, _places(corpus, found.facts))


def _between(found: Lag) -> str:
    return f"{found.least:,}+" if found.most is None else f"{found.least:,}–{found.most:,}"


def _gap_rows(corpus: Corpus, found: Gap) -> Rows:
    from tui.commandline.telling import says

    entity = corpus.entity_by_id.get(found.entity) if found.entity is not None else None
    who = " ".join(filter(None, (entity.name if entity else "", found.relative)))
    yield (who, found.what, "", _places(corpus, found.facts))
    for one in found.answers:
        line = f"{says(one.fact)} (inferred: {one.basis})"
        yield ("", "", line, _places(corpus, (one.fact,)))


def _check_rows(corpus: Corpus, found: Check) -> Rows:
    from tui.wording import place_line

    yield (found.question, place_line(corpus.by_id[found.article], found.spans[0].start))


def _disagreement(corpus: Corpus, found: Disagreement) -> Iterator[dict[str, Any]]:
    thing: dict[str, Any] = {"type": "disagreement", "slot": found.slot, "subject": found.subject}
    if found.entity is not None:
        thing["entity"] = found.entity
    values = []
    for value in found.values:
        told = []
        for one in value.told:
            here = _quotes(corpus, one.article, one.evidence)
            told.append(here | {"fact": one.fact.id} if one.fact is not None else here)
        values.append({"text": value.text, "origins": value.origins, "told": told})
    yield thing | {"articles": found.articles, "origins": found.origins, "values": values}


def _lag(corpus: Corpus, found: Lag) -> Iterator[dict[str, Any]]:
    from corpus.jsonlines import of_when

    yield {
        "type": "lag",
        "subject": found.subject,
        "what": found.what,
        "least": found.least,
        "most": found.most,
        "happened": of_when(found.happened) if found.happened is not None else None,
        "public": of_when(found.public) if found.public is not None else None,
        "entities": list(found.entities),
        "basis": found.basis,
        "told": _all(corpus, found.facts),
    }


def _gap(corpus: Corpus, found: Gap) -> Iterator[dict[str, Any]]:
    thing: dict[str, Any] = {"type": "gap", "what": found.what, "asks": found.asks}
    if found.entity is not None:
        thing["entity"] = found.entity
    if found.relative:
        thing["relative"] = found.relative
    answers = [_all(corpus, (one.fact,))[0] | {"basis": one.basis} for one in found.answers]
    yield thing | {"told": _all(corpus, found.facts), "answers": answers}


def _check(corpus: Corpus, found: Check) -> Iterator[dict[str, Any]]:
    yield {
        "type": "check",
        "kind": found.kind,
        "question": found.question,
        **_quotes(corpus, found.article, found.spans),
    }


def _all(corpus: Corpus, facts: Sequence[Fact]) -> list[dict[str, Any]]:
    from tui.commandline.telling import says

    return [
        _quotes(corpus, fact.article, fact.evidence) | {"fact": fact.id, "says": says(fact)}
        for fact in facts
    ]


def _quotes(corpus: Corpus, article: Any, spans: Sequence[Span]) -> dict[str, Any]:
    from tui.commandline.telling import quoted

    found = corpus.by_id[article]
    return {
        "article": found.id,
        "path": found.path,
        "evidence": [quoted(found, span) for span in spans],
    }


_WHERE: Final = Column("where", share=3)
Asked = tuple[Callable[[Corpus], Any], tuple[Column, ...], Callable[..., Rows], Callable[..., Any]]
_ASKED: Final[dict[str, Asked]] = {
    "": (
        _disagreements,
        (Column("who", share=2), Column("what", share=2), Column("value", share=2),
         Column("origins", 7, right=True, least=70), _WHERE),
        _disagreement_rows, _disagreement,
    ),
    "lags": (
        _lags,
        (Column("days", 13, right=True), Column("who", share=2), Column("what", share=4),
         Column("basis", share=3, least=100), _WHERE),
        _lag_rows, _lag,
    ),
    "gaps": (
        _gaps,
        (Column("who", share=2), Column("what is unknown", share=3),
         Column("what may answer it", share=3), _WHERE),
        _gap_rows, _gap,
    ),
    "checks": (_checks, (Column("question", share=5), _WHERE), _check_rows, _check),
}  # fmt: skip
"""Option → how it is found, the columns, its rows, its objects."""

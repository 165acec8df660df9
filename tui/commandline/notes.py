"""`dateline notes`: what the reader's notebook holds."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final

from tui import cli
from tui.commandline import output
from tui.commandline.opening import notebook
from tui.commandline.spec import JSON, LIMIT, NOTEBOOK, PATHS, TABLE, Command, Option
from tui.commandline.tables import Column

if TYPE_CHECKING:
    from corpus.notebook.book import Notebook
    from corpus.notebook.records import Record, Target

KINDS: Final = (
    "note", "tag", "mark", "merge", "split", "hidden", "rejection", "edit", "addition",
)  # fmt: skip
COMMAND: Final = Command(
    "notes",
    "list what your notebook holds",
    "Lists your notes, tags, marks and corrections on these files, the oldest first. No document\n"
    "is read for it.",
    (PATHS,),
    (
        Option("--kind", "only this kind", "KIND", choices=KINDS, many=True),
        LIMIT, JSON, TABLE, NOTEBOOK,
    ),
)  # fmt: skip
_COLUMNS: Final = (
    Column("kind", 9),
    Column("day", 10),
    Column("on", share=3),
    Column("what", share=4),
)


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    output.ready(asked)
    book = notebook(asked)
    if book is None:
        cli.complain("There is no notebook for this yet.", cli.OK)
        return cli.OK
    found = output.some(_records(book, asked.kind), asked.limit)
    if asked.json:
        output.objects(_object(record) for record in found)
    else:
        output.rows(asked, _COLUMNS, map(_row, found))
    return cli.OK


def _records(book: Notebook, kinds: list[str]) -> list[Record]:
    from corpus.notebook.records import TABLES

    found: list[Record] = []
    for name in kinds or KINDS:
        found += book.records(TABLES[name])
    return sorted(found, key=lambda record: (record.created, record.id))


def _object(record: Record) -> dict[str, Any]:
    from corpus.notebook.records import TABLE_OF
    from corpus.notebook.tables import to_table

    table = _plain(to_table(record))
    return {"type": TABLE_OF[type(record)], **table}


def _plain(value: Any) -> Any:
    """`value` with times as text."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _row(record: Record) -> tuple[str, ...]:
    from corpus.notebook.records import TABLE_OF

    on, what = _words(record)
    return (TABLE_OF[type(record)], record.created.date().isoformat(), on, what)


def _words(record: Record) -> tuple[str, str]:
    """What a record is on, and what it says."""
    from corpus.notebook import records as kinds

    match record:
        case kinds.Note():
            return _on(record.on), record.text
        case kinds.Tag():
            return _on(record.on), record.tag
        case kinds.Mark():
            return _on(record.on), record.name
        case kinds.Merge():
            return record.names[0].name if record.names else "", _because(
                f"is also {', '.join(one.name for one in record.names[1:])}", record.reason
            )
        case kinds.Split():
            parts = filter(None, (record.spelling, *record.paths))
            return record.of.name, _because(f"is not {', '.join(parts)}", record.reason)
        case kinds.Hidden():
            return record.who.name, _because("left out of exports", record.reason)
        case kinds.Rejection():
            return _on(record.on), _because("rejected", record.reason)
        case kinds.Edit():
            return _on(record.on), _because(f"{record.field}: {record.value}", record.reason)
        case kinds.Addition():
            said = " ".join(filter(None, (record.subject, record.relation, record.object)))
            return _on(record.evidence), _because(said, record.reason)
    return "", ""


def _on(target: Target) -> str:
    from corpus.notebook.records import Named, Passage

    if isinstance(target, Named):
        return target.name
    passage = target if isinstance(target, Passage) else target.evidence
    return f"{passage.path}: {passage.quote}" if passage.quote else passage.path


def _because(words: str, reason: str) -> str:
    return f"{words} ({reason})" if reason else words

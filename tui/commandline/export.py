"""`dateline export`: what is known, for other programs and for print."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import DatelineError
from corpus.export.registry import FORMATS
from tui import cli
from tui.commandline import output
from tui.commandline.opening import Opened, meant, open_asked
from tui.commandline.spec import JSON, OVERLAID, PATHS, READING, Argument, Command, Option

if TYPE_CHECKING:
    from corpus.export.setting import LeftOut
    from corpus.model import Corpus, EntityId

_TABLES: Final = ("facts", "articles", "entities", "mentions")
COMMAND: Final = Command(
    "export",
    "write what is known for other programs and for print",
    "Writes the articles and what is found in them in another format:\n"
    + "\n".join(f"  {one.name:<11} {one.what}" for one in FORMATS.values()),
    (Argument("format", "FORMAT", "the format", choices=tuple(FORMATS)), PATHS),
    (
        Option("--output", "write there, all or nothing, instead of printing", "FILE", short="-o",
               parse=Path, completes="file"),
        Option("--who", "of one person, place or organisation: its dossier, facts, events", "NAME"),
        Option("--table", "which table CSV holds (default facts)", "TABLE", choices=_TABLES,
               default="facts"),
        Option("--raw-cells", "in CSV, leave cells as they are that spreadsheets would compute"),
        Option("--leave-out", "leave this person out: name, facts, mentions", "NAME", many=True),
        Option("--title", "the title of a report, calendar or timeline", "TEXT",
               default="Dateline"),
        JSON, *OVERLAID, *READING,
    ),
    "Whom your notebook marks as hidden is left out too, also with --bare. What is left out is\n"
    "counted in the export, not named: docs/exports.md.",
)  # fmt: skip


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for."""
    from corpus.export import Setting, export

    if asked.output is None:
        output.ready(asked)
    opened = open_asked(asked)
    if not opened.corpus.articles:
        return cli.nothing_loaded(opened.corpus)
    corpus, left = _without(asked, opened)
    about = None if asked.who is None else _one(corpus, opened, asked.who)
    setting = Setting(asked.table, about, not asked.raw_cells, left, asked.title)
    pieces = export(corpus, asked.format, setting)
    told: dict[str, Any] = {
        "type": "export",
        "format": asked.format,
        "file": None if asked.output is None else str(asked.output),
        "left_out": {"people": left.people, "names": left.names, "facts": left.facts},
    }
    if asked.output is not None:
        save(asked.output, pieces)
        if asked.json:
            output.ready(asked)
            output.objects([told])
        elif left:
            cli.complain(left.sentence, cli.OK)
    elif asked.json:
        output.objects([told | {"text": "".join(pieces)}])
    else:
        _print(pieces)
    return cli.OK


def _without(asked: argparse.Namespace, opened: Opened) -> tuple[Corpus, LeftOut]:
    """The corpus without those whom the words and the notebook leave out."""
    from corpus.export import leave_out
    from corpus.model import Kind
    from corpus.names.fold import fold
    from corpus.notebook.records import Hidden
    from tui.commandline.opening import notebook

    corpus = opened.corpus
    ids: set[EntityId] = set()
    names: list[str] = []
    wanted = [(name, True) for name in asked.leave_out]
    book = opened.notebook or (notebook(asked) if asked.bare else None)
    for record in book.records(Hidden) if book is not None else ():
        wanted += [(one, False) for one in (record.who.name, *record.who.spellings)]
    ids |= set(getattr(corpus, "hidden", ()))
    for name, must in wanted:
        folded = fold(name)
        found = {
            one.id
            for one in corpus.entities
            if one.id == name or (
                one.kind is not Kind.PLACE and folded in {fold(one.name), *map(fold, one.spellings)}
            )
        }  # fmt: skip
        if found:
            ids |= found
        elif not must or _occurs(corpus, name):
            names.append(name)
        else:
            raise cli.UsageError(
                f"Nobody here is called {name}, so nothing was written. `dateline who` tells how"
                " a name is spelt here."
            )
    literal = [name for name in dict.fromkeys(names) if _occurs(corpus, name)]
    return leave_out(corpus, ids, literal)


def _occurs(corpus: Corpus, name: str) -> bool:
    """Whether the words of a name stand in any text or name of a file."""
    from corpus.export.blacking import Names

    names = Names([name])
    return any(
        names.blacken(article.text) != article.text
        or names.blacken_path(article.path) != article.path
        for article in corpus.articles
    )


def _one(corpus: Corpus, opened: Opened, name: str) -> EntityId:
    """The entity that `name` means most likely. Raises UsageError for nobody."""
    found = [one for one in meant(opened.corpus, name) if one in corpus.entity_by_id]
    if not found:
        raise cli.UsageError("This export leaves out the one whom it shall be about.")
    return min(found, key=lambda one: (-len(corpus.entity_by_id[one].sightings), one))


def _print(pieces: Iterable[str]) -> None:
    """Print an export as it stands, byte for byte."""
    import sys

    raw = getattr(sys.stdout, "buffer", None)
    for piece in pieces:
        if raw is None:
            cli.write(piece)
        else:
            raw.write(piece.encode("utf-8", "replace"))
    if raw is not None:
        raw.flush()


def save(path: Path, pieces: Iterable[str]) -> None:
    """Write a file for its owner's eyes, all of it or nothing. Raises DatelineError."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise DatelineError(f"{path} cannot be written: {error.strerror}.") from None
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DatelineError(f"{path} cannot be written: {error.strerror}.") from None
    except BaseException:
        part.unlink(missing_ok=True)
        raise

"""`dateline who`: finds names in a corpus, or in any list of names, from whatever is typed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tui import cli
from tui.commandline.parsing import parse
from tui.commandline.spec import READING, Argument, Command, Option, count

if TYPE_CHECKING:
    from corpus.model import Corpus
    from corpus.names.index import Entry, Hit

_LIMIT: Final = 10
COMMAND: Final = Command(
    "who",
    "find people, places and organisations in any spelling",
    """\
Finds people, places and organisations in any spelling: another romanisation, Hangul, part of a
name, initials, words in another order, a slip of the finger. Put a name of several words in quotes.
Looks in the files and folders named, or, without any, in the articles that come with Dateline.""",
    (Argument("words", "QUERY", "what to look for", "*", completes="file"),),
    (
        Option("--in", "a file or a folder to look in; may be repeated", "PATH", many=True,
               completes="file"),
        Option("--names", "look in a list instead: a name a line, others after tabs", "FILE",
               completes="file"),
        Option("--queries", "look for these too, a query a line", "FILE", completes="file"),
        Option("--limit", f"hits a query (default {_LIMIT})", "N", parse=count, default=_LIMIT),
        Option("--json", "print JSON, an object a query"),
        *READING,
    ),
    """\
The first word is always a query. Of the words behind it, those at the end that are existing files
or folders are paths; with --in or -- all of them are queries.
In FILE, - stands for standard input. docs/lookup.md tells what can be typed and what is answered.
The exit status is 0 as soon as every query was answered, be it with nothing.""",
    """\
dateline who [--json] [--limit N] [--queries FILE] QUERY ... [PATH ...]
       dateline who --names FILE [--json] [--limit N] [--queries FILE] QUERY ...""",
)  # fmt: skip


def take(words: list[str]) -> int:
    """Do what `dateline who` and its `words` ask for; returns the exit status."""
    ahead, behind = _parted(words)
    asked = parse(COMMAND, ahead)
    return cli.OK if asked is None else _look(asked, behind)


def answer(asked: argparse.Namespace) -> int:
    """Do what was asked for, no word standing behind a `--`."""
    return _look(asked, None)


def _look(asked: argparse.Namespace, behind: list[str] | None) -> int:
    if sys.stdout is None:
        return cli.complain("There is no standard output to print to.", cli.FAILED)
    typed, paths = _sorted_out(asked, behind)
    if asked.names == asked.queries == "-":
        raise cli.UsageError("Standard input cannot hold both the names and the queries.")
    queries = [_sound(query) for query in typed]
    if asked.queries is not None:
        queries += [line for line in _lines(asked.queries) if line.strip()]
    elif not queries:
        raise cli.UsageError("Whom to look for? `dateline who --help` shows the usage.")
    if hasattr(sys.stdout, "reconfigure"):
        if asked.json:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        else:
            sys.stdout.reconfigure(errors="replace")
    if asked.names is not None:
        return _among_names(asked, queries)
    return _in_corpus(asked, queries, paths)


def _parted(words: list[str]) -> tuple[list[str], list[str] | None]:
    """The words before the first `--` and those behind it, None if there is no `--`."""
    if "--" not in words:
        return words, None
    at = words.index("--")
    return words[:at], words[at + 1 :]


def _sorted_out(
    asked: argparse.Namespace, behind: list[str] | None
) -> tuple[list[str], list[Path]]:
    """The queries and the paths of the command line, which share its words."""
    words: list[str] = asked.words
    named: list[str] = getattr(asked, "in") + (behind or [])
    if asked.names is not None:
        if named:
            raise cli.UsageError("A list of names is looked up alone: leave out the paths.")
        return words, []
    end = len(words)
    if not getattr(asked, "in") and behind is None:
        first = 0 if asked.queries is not None else 1
        while end > first and os.path.lexists(words[end - 1]):
            end -= 1
    return words[:end], [Path(one) for one in words[end:] + named]


def _sound(text: str) -> str:
    """`text` without the halves of characters that a command line of another encoding leaves."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _lines(file: str) -> list[str]:
    """The lines of a list; what is no UTF-8 in it is replaced. Raises where it cannot be read."""
    try:
        if file != "-":
            raw = Path(file).read_bytes()
        elif sys.stdin is not None:
            raw = sys.stdin.buffer.read()
        else:
            raise cli.NothingError("There is no standard input to read from.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise cli.NothingError(f"{file} cannot be read: {reason}.") from None
    lines = raw.decode("utf-8-sig", "replace").split("\n")
    return [line.removesuffix("\r") for line in lines]


def _entries(file: str) -> list[Entry]:
    from corpus.names.index import Entry

    entries: list[Entry] = []
    for line in _lines(file):
        names = [name for name in map(str.strip, line.split("\t")) if name]
        if names:
            entries.append(Entry(names[0], tuple(names[1:])))
    if not entries:
        raise cli.NothingError(f"{'Standard input' if file == '-' else file} holds no name.")
    return entries


def _among_names(asked: argparse.Namespace, queries: Sequence[str]) -> int:
    from corpus.names.index import build

    index = build(_entries(asked.names))
    for query in queries:
        hits = index.search(query, asked.limit)
        _write(_json(query, [_found(hit) for hit in hits]) if asked.json else _told(query, hits))
    return cli.OK


def _in_corpus(asked: argparse.Namespace, queries: Sequence[str], paths: Sequence[Path]) -> int:
    from tui import config
    from tui.filtering import index_of

    settings = config.load(asked.config)
    given = cli.with_input(paths, settings.reading.limits.file)
    if asked.no_cache or given != paths:
        settings = config.without_cache(settings)
    corpus = cli.load_corpus(given, settings)
    if not corpus.articles:
        return cli.nothing_loaded(corpus)
    index = index_of(corpus)
    for query in queries:
        hits = index.search(query, asked.limit)
        if asked.json:
            _write(_json(query, [_known(corpus, hit) for hit in hits]))
        else:
            _write(_shown(query, hits, corpus))
    return cli.OK


def _json(query: str, hits: list[dict[str, Any]]) -> Iterator[str]:
    from corpus.jsonlines import line

    yield line({"query": query, "hits": hits})


def _found(hit: Hit) -> dict[str, Any]:
    return {
        "name": hit.name,
        "spelling": hit.spelling,
        "score": hit.score,
        "why": hit.why,
        "spans": hit.spans,
    }


def _known(corpus: Corpus, hit: Hit) -> dict[str, Any]:
    """A hit with what the corpus knows of it."""
    entity = corpus.entities[hit.entry]
    mentions, articles = corpus.counts(hit.entry)
    return {
        **_found(hit),
        "id": entity.id,
        "kind": entity.kind,
        "spellings": entity.spellings,
        "mentions": mentions,
        "articles": articles,
    }


def _told(query: str, hits: Sequence[Hit]) -> Iterator[str]:
    """A name a line with the query before it and the reason behind it, parted by tabs."""
    from corpus.reading.clean import clean_line

    for hit in hits:
        yield "\t".join(map(clean_line, (query, hit.name, hit.why)))


def _shown(query: str, hits: Sequence[Hit], corpus: Corpus) -> Iterator[str]:
    """What a reader wants to know of each hit, wrapped like the overview."""
    from corpus.reading.clean import clean_line
    from tui.cells import wrap
    from tui.plain import named, width_of

    width = width_of(sys.stdout)
    yield from wrap(clean_line(query if hits else f"{query}: nothing found"), width, "", 2)
    for hit in hits:
        entity = corpus.entities[hit.entry]
        yield from named(entity, width, entity.kind)
        if hit.why:
            yield from wrap(f"({clean_line(hit.why)})", width, "      ")


def _write(lines: Iterator[str]) -> None:
    for line in lines:
        cli.write(f"{line}\n")

"""From paths to articles: every input becomes an article or is skipped with a reason.

Plain text and Markdown are read at once; every other format is parsed in a guarded child process,
the first of which is started when the first such file comes.
"""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, TypeVar

from corpus.errors import UnreadableError
from corpus.model import Article, ArticleId, Skipped
from corpus.reading.clean import clean_line
from corpus.reading.guard.limits import Limits
from corpus.reading.registry import FORMATS, file_type
from corpus.reading.scan import Candidate, read_bytes, scan
from corpus.reading.sniff import HEAD, kind_of
from corpus.reading.spool import STANDARD_INPUT

if TYPE_CHECKING:
    from corpus.reading.guard.cell import Outcome
    from corpus.reading.guard.pool import Pool

T = TypeVar("T")
_AHEAD: Final = 4
"""Guarded files that are held in memory at once, being parsed or waiting for it."""


def read(path: Path, shown: str) -> Article:
    """The article in the file at `path`, shown as `shown`; raises UnreadableError with a reason.

    Of a file with several articles, the first.
    """
    name = shown if file_type(shown) else path.name
    return parse(read_bytes(path), shown, name)


def parse(data: bytes, shown: str, name: str) -> Article:
    """The first article that `data`, the bytes of a file called `name`, holds."""
    items = parse_all(data, shown, name)
    for item in items:
        if isinstance(item, Article):
            return item
    raise UnreadableError(items[0].reason if isinstance(items[0], Skipped) else "holds no text")


def parse_all(
    data: bytes, shown: str, name: str, limits: Limits | None = None
) -> list[Article | Skipped]:
    """What `data`, the bytes of a file called `name`, holds: depends on nothing else."""
    if limits is None:
        return _files().begin(data, shown, name)()
    with Files(limits) as files:
        return files.begin(data, shown, name)()


@cache
def _files() -> Files:
    """The one reader of those who read single files: its children serve until the process ends."""
    files = Files()
    atexit.register(files.close)
    return files


def load(paths: Sequence[str | Path], limits: Limits | None = None) -> Iterator[Article | Skipped]:
    """The articles that `paths` name or hold, one by one, and what is skipped among them."""
    taken: set[ArticleId] = set()
    with Files(limits) as files:
        for items in in_turn((files.open(found) for found in scan(paths)), files):
            for item in items:
                yield set_apart(item, taken) if isinstance(item, Article) else item


def in_turn(begun: Iterable[Callable[[], T]], files: Files) -> Iterator[T]:
    """What has `begun` with `files`, finished in this order, while some more are begun ahead."""
    waiting: deque[Callable[[], T]] = deque()
    for later in begun:
        waiting.append(later)
        while waiting and (len(waiting) > _AHEAD or not files.busy):
            yield waiting.popleft()()
    while waiting:
        yield waiting.popleft()()


Later = Callable[[], list[Article | Skipped]]
"""Called once, waits for what a file holds."""


def _known(items: list[Article | Skipped]) -> Later:
    return lambda: items


class Files:
    """Reads files here or, the guarded formats, in a pool of children that starts when needed."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._pool: Pool | None = None

    @property
    def busy(self) -> bool:
        """Whether there are children, which work better with several files to come."""
        return self._pool is not None

    def open(self, found: Candidate | Skipped) -> Later:
        """Begin to read a file that was found; what was skipped stays so."""
        if isinstance(found, Skipped):
            return _known([found])
        try:
            data = read_bytes(found.path, self._limits.file)
        except UnreadableError as error:
            return _known([Skipped(clean_line(found.shown), str(error))])
        return self.begin(data, found.shown, found.shown)

    def begin(self, data: bytes, shown: str, name: str) -> Later:
        """Begin to read a file; the answer is waited for when it is called."""
        path = clean_line(shown)
        try:
            if not data:
                raise UnreadableError("empty")
            kind = kind_of(data[:HEAD], name) or ("text" if shown == STANDARD_INPUT else None)
            if kind is None:
                raise UnreadableError(unknown(name))
            FORMATS[kind].require()
            if not FORMATS[kind].guarded:
                return _known(_assembled(data, kind, shown, name))
        except UnreadableError as error:
            return _known([Skipped(path, str(error))])
        if self._pool is None:
            from corpus.reading.guard.pool import Pool  # costs a start only those who need it

            self._pool = Pool(self._limits)
        outcome = self._pool.submit(data, kind, name)
        return lambda: _settled(outcome.result(), data, shown, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the children; a file that comes later starts new ones."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None


def _assembled(data: bytes, kind: str, shown: str, name: str) -> list[Article | Skipped]:
    """The article of a file that needs no guard."""
    from corpus.reading.article import assemble  # its many patterns are not needed to start

    return [assemble(draft, data, shown, name) for draft in FORMATS[kind].reader()(data)]


def _settled(outcome: Outcome, data: bytes, shown: str, name: str) -> list[Article | Skipped]:
    """The articles of a guarded file, numbered where its format holds many, and what is missing.

    The id of one among many follows from its own content: it stays when others are added.
    """
    import json

    from corpus.reading.article import assemble

    items: list[Article | Skipped] = []
    many = FORMATS[outcome.kind].many
    for number, draft in enumerate(outcome.drafts, 1):
        path, content = shown, data
        if many:
            path = f"{shown}#{number}"
            words = [row.text for row in draft.rows if row.text]
            content = json.dumps([words, sorted(draft.stated.items())]).encode()
        try:
            items.append(assemble(draft, content, path, name))
        except UnreadableError as error:
            items.append(Skipped(clean_line(path), str(error)))
    if outcome.reason or not items:
        items.append(Skipped(clean_line(shown), outcome.reason or "holds no text"))
    return items


def unknown(name: str) -> str:
    """Why a file of this name, whose content says nothing either, is not read."""
    ending = clean_line(file_type(name), 20) or "no file type in its name"
    return f"not a format that Dateline reads ({ending})"


def set_apart(article: Article, taken: set[ArticleId]) -> Article:
    """`article` with an id that is not among `taken`, to which it is added.

    Files with equal content have equal ids, so the second one becomes "…-2".
    """
    id_, count = article.id, 1
    while id_ in taken:
        count += 1
        id_ = ArticleId(f"{article.id}-{count}")
    taken.add(id_)
    return article if id_ == article.id else replace(article, id=id_)


def bundled() -> Path:
    """The folder of the articles that come with Dateline."""
    return Path(__file__).resolve().parent.parent / "articles"

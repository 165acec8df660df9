"""The corpus, loaded beside the screen: what the worker thread runs and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from corpus import build, store
from corpus.errors import DatelineError
from corpus.model import Article, Corpus, Skipped
from corpus.news import compare
from tui.filtering import index_of
from tui.making import END, FAILED, MODEL, NAMES, NOTICE, PROGRESS, UNUSABLE
from tui.messages import Arrived, Failed, Indexed, Noted, Progressed

Post = Callable[[Progressed | Arrived | Indexed | Failed | Noted], object]
"""Where reports go: safe to call from any thread."""


def gather(read: Iterable[Article | Skipped]) -> Corpus:
    """What is `read`, with nothing looked for in it yet. Raises DatelineError."""
    return build.gather(read, lambda progress: None, lambda: False)


def load(
    read: Iterable[Article | Skipped],
    bare: Corpus | None,
    engine: str,
    generation: int,
    post: Post,
    cancelled: Callable[[], bool],
) -> None:
    """Load a corpus and post what happens, every report marked with `generation`.

    The articles come first, without what is found in them, so that reading can begin; where a
    `bare` corpus is there already, nothing is read. Names and facts are found in child processes:
    the one that draws has no time for them. The index of all spellings comes last.
    """

    def tell(now: build.Progress) -> None:
        post(Progressed(generation, now.stage, now.done, now.total))

    try:
        if bare is None:
            bare = build.gather(read, tell, cancelled)
            post(Arrived(generation, bare, complete=False))
        found = build.find(bare, engine, build.crew_size(bare, 1), tell, cancelled)
        if not cancelled():
            post(Arrived(generation, found, complete=True))
        if not cancelled() and found.entities:
            index = index_of(found)
            index.search("a name")  # the first search imports and opens tables: not for the screen
            post(Indexed(generation, found, index))
    except DatelineError as error:
        post(Failed(generation, str(error)))


def renew(
    read: Iterable[Article | Skipped],
    before: Corpus,
    engine: str,
    generation: int,
    post: Post,
    cancelled: Callable[[], bool],
) -> None:
    """Load once more what has changed since `before`; what is the same is not looked through."""

    def tell(now: build.Progress) -> None:
        post(Progressed(generation, now.stage, now.done, now.total))

    try:
        bare = build.gather(read, tell, cancelled)
        same = {
            article.id: before.extracts[article.id]
            for article in bare.articles
            if article.id in before.extracts and before.by_id.get(article.id) == article
        }
        changed = replace(bare, articles=[one for one in bare.articles if one.id not in same])
        size = build.crew_size(changed, 1)
        found = build.find(bare, engine, size, tell, cancelled, same)
        if cancelled():
            return
        post(Arrived(generation, found, complete=True, news=compare(before, found)))
        if found.entities:
            post(Indexed(generation, found, index_of(found)))
    except DatelineError as error:
        post(Failed(generation, str(error)))


@dataclass(frozen=True, slots=True)
class Stand:
    """Where reports of one loading go, and whether anybody still wants them."""

    generation: int
    post: Post
    cancelled: Callable[[], bool]


def follow(
    events: Iterable[list[Any]],
    stand: Stand,
    look: Callable[[], store.Snapshot | None],
    shown: store.Snapshot | None,
) -> str:
    """Report what a build tells, and each corpus that it stores; returns why it was not possible.

    `look` opens what is stored; `shown` is what the screen shows already.
    """
    number = stand.generation
    indexed = None
    for kind, *said in events:
        if stand.cancelled():
            return ""
        if kind == PROGRESS:
            stand.post(Progressed(number, *said))
        elif kind == MODEL:
            found = look()
            if found is not None:
                known = shown is not None and shown.complete
                news = compare(shown.corpus, found.corpus) if shown is not None and known else None
                shown = found
                stand.post(Arrived(number, found.corpus, found.complete, found, news))
        elif kind == NOTICE:
            stand.post(Noted(str(said[0])))
        elif kind in (NAMES, END) and shown is not None and shown.mark != indexed:
            indexed = shown.mark
            _index(shown, stand, look)
        if kind == END:
            stand.post(Progressed(number, "", 0, 0))
        elif kind == FAILED:
            stand.post(Failed(number, str(said[0])))
        elif kind == UNUSABLE:
            return str(said[0])
    return ""


def _index(shown: store.Snapshot, stand: Stand, look: Callable[[], store.Snapshot | None]) -> None:
    """Report the index over the names of what is shown; it may be stored later than they are."""
    found = look()
    if found is None:
        return
    index = found.corpus.name_index() if found.mark == shown.mark else None
    found.close()
    if index is not None and not stand.cancelled():
        index.search("a name")  # the first search imports and opens tables: not for the screen
        stand.post(Indexed(stand.generation, shown.corpus, index))


def nothing_found(corpus: Corpus) -> str:
    """What to tell a reader whose corpus has no article, "" where it has one."""
    if corpus.articles:
        return ""
    if corpus.skipped:
        return f"Nothing to read: {len(corpus.skipped)} skipped, press S to see why."
    return "Nothing to read: the folder holds no file that Dateline reads."

"""The corpus, loaded beside the screen: what the worker thread runs and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpus import build
from corpus.errors import DatelineError
from corpus.model import Article, Corpus, Skipped
from tui.filtering import index_of
from tui.messages import Arrived, Failed, Indexed, Progressed

Post = Callable[[Progressed | Arrived | Indexed | Failed], object]
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


def nothing_found(corpus: Corpus) -> str:
    """What to tell a reader whose corpus has no article, "" where it has one."""
    if corpus.articles:
        return ""
    if corpus.skipped:
        return f"Nothing to read: {len(corpus.skipped)} skipped, press S to see why."
    return "Nothing to read: the folder holds no file that Dateline reads."

"""The corpus, loaded beside the screen: what the worker thread runs and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from corpus.errors import DatelineError
from corpus.model import Corpus
from tui.messages import Arrived, Failed, Progressed


class Post(Protocol):
    """Where reports go: safe to call from any thread."""

    def __call__(self, message: Progressed | Arrived | Failed) -> object: ...


def load(
    paths: Sequence[Path],
    engine: str,
    generation: int,
    post: Post,
    cancelled: Callable[[], bool],
) -> None:
    """Load `paths` and post what happens, every report marked with `generation`.

    The articles come first, without what is found in them, so that reading can begin.
    """
    try:
        from corpus import build  # noqa: PLC0415 - the first frame need not wait for the engine

        corpus = build.load(
            paths,
            engine=engine,
            on_progress=lambda step: post(
                Progressed(generation, step.stage, step.done, step.total)
            ),
            on_corpus=lambda early: post(Arrived(generation, early, complete=False)),
            cancelled=cancelled,
        )
    except DatelineError as error:
        post(Failed(generation, str(error)))
        return
    if not cancelled():
        post(Arrived(generation, corpus, complete=True))


def nothing_found(corpus: Corpus) -> str:
    """What to tell a reader whose corpus has no article, "" where it has one."""
    if corpus.articles:
        return ""
    if corpus.skipped:
        return f"Nothing to read: {len(corpus.skipped)} skipped, press S to see why."
    return "Nothing to read: the folder holds no .txt, .md or .markdown file."

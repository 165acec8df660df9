"""The corpus, loaded beside the screen: what the worker thread runs and what it reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import DatelineError
from corpus.model import Corpus
from tui.messages import Arrived, Failed, Progressed

if TYPE_CHECKING:
    from corpus.build import Progress


Post = Callable[[Progressed | Arrived | Failed], object]
"""Where reports go: safe to call from any thread."""


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

    def tell(step: Progress) -> None:
        post(Progressed(generation, step.stage, step.done, step.total))

    def hand_over(early: Corpus) -> None:
        post(Arrived(generation, early, complete=False))

    try:
        from corpus import build  # the first frame need not wait for the engine

        corpus = build.load(
            paths,
            engine=engine,
            on_progress=tell,
            on_corpus=hand_over,
            cancelled=cancelled,
            children=None,
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

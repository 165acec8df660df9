"""The corpus, loaded beside the screen: what the worker thread runs and what it reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from corpus.errors import DatelineError
from corpus.model import Article, ArticleId, Corpus, Extract, Skipped
from tui.messages import Arrived, Failed, Progressed

_FINDING = "finding names and facts"
_MANY = 400_000
"""Characters of text from which a second child pays for its start."""
_STEP = 50
"""Files after which progress is told again."""

Post = Callable[[Progressed | Arrived | Failed], object]
"""Where reports go: safe to call from any thread."""


def gather(
    read: Iterable[Article | Skipped],
    tell: Callable[[int], object] = lambda number: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Corpus:
    """What is `read`, by date, then path: a corpus in which nothing has been looked for yet.

    `tell` is called now and then with the number of files read so far. Raises DatelineError.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for number, item in enumerate(read, 1):
        if isinstance(item, Article):
            articles.append(item)
        else:
            skipped.append(item)
        if number % _STEP == 0:
            tell(number)
        if cancelled():
            break
    articles.sort(key=lambda one: (one.published.value if one.published else "9999", one.path))
    return Corpus(
        articles=tuple(articles),
        skipped=tuple(skipped),
        by_id={article.id: article for article in articles},
    )


def find(
    bare: Corpus, engine: str, generation: int, post: Post, cancelled: Callable[[], bool]
) -> None:
    """Find names and facts in a corpus and post the corpus that holds them, and the way there.

    They are found in child processes: the one that draws has no time for them.
    """
    from corpus import crew

    total = len(bare.articles)
    post(Progressed(generation, _FINDING, 0, total))
    characters = sum(len(article.text) for article in bare.articles)
    children = (os.cpu_count() or 1) if characters > _MANY else 1
    extracts: dict[ArticleId, Extract] = {}
    for extract in crew.extract_in_children(bare.articles, engine, children, cancelled):
        extracts[extract.article] = extract
        post(Progressed(generation, _FINDING, len(extracts), total))
    if not cancelled():
        from corpus import build  # it reaches much that the first frames need not wait for

        corpus = build.assemble(bare.articles, extracts, bare.skipped)
        post(Arrived(generation, corpus, complete=True))


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
    `bare` corpus is there already, nothing is read.
    """
    try:
        if bare is None:
            bare = gather(
                read, lambda number: post(Progressed(generation, "reading", number, 0)), cancelled
            )
            post(Arrived(generation, bare, complete=False))
        find(bare, engine, generation, post, cancelled)
    except DatelineError as error:
        post(Failed(generation, str(error)))


def nothing_found(corpus: Corpus) -> str:
    """What to tell a reader whose corpus has no article, "" where it has one."""
    if corpus.articles:
        return ""
    if corpus.skipped:
        return f"Nothing to read: {len(corpus.skipped)} skipped, press S to see why."
    return "Nothing to read: the folder holds no .txt, .md or .markdown file."

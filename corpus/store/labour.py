"""What is found in stored articles, job by job: the same in this process and in a child."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from corpus.errors import DatelineError
from corpus.extract import extract_all, find_again
from corpus.language.engines import TaggerLike
from corpus.model import Article, ArticleId, Extract
from corpus.store.rows import Found, from_extract, to_article, to_extract


class Task(NamedTuple):
    """One article to look into, under the id that it goes by; `again` looks for facts only."""

    article: int
    id: str
    again: bool


class Result(NamedTuple):
    """What was found in one article, and what went wrong, if anything did."""

    article: int
    id: str
    found: Found
    problem: str


def work(
    connection: sqlite3.Connection, tagger: Callable[[], TaggerLike], tasks: Sequence[Task]
) -> Iterator[Result]:
    """The results of `tasks`; an article that cannot be worked on is a result with a problem."""
    try:
        yield from _results(connection, tagger, tasks)
        return
    except (sqlite3.Error, DatelineError):
        raise
    except Exception as error:  # noqa: BLE001 - one bad article must not end the build
        problem = f"{type(error).__name__}: {error}"
    if len(tasks) == 1:
        yield nothing(tasks[0], problem)
        return
    for task in tasks:
        yield from work(connection, tagger, [task])


def nothing(task: Task, problem: str) -> Result:
    """The result for an article in which nothing could be looked for."""
    empty = Extract(ArticleId(task.id))
    return Result(task.article, task.id, from_extract(task.article, None, empty), problem)


def _results(
    connection: sqlite3.Connection, tagger: Callable[[], TaggerLike], tasks: Sequence[Task]
) -> list[Result]:
    whole = [task for task in tasks if not task.again]
    articles = [_article(connection, task) for task in whole]
    out: list[Result] = []
    found = extract_all(articles, tagger()) if whole else iter(())
    for task, article, extract in zip(whole, articles, found, strict=True):
        out.append(_result(task, article, extract))
    for task in tasks:
        if task.again:
            article = _article(connection, task)
            row = connection.execute(
                "SELECT named, rest, facts FROM extract WHERE article = ? AND id = ?",
                (task.article, task.id),
            ).fetchone()
            extract = find_again(article, to_extract(task.article, task.id, *row))
            out.append(_result(task, article, extract))
    return out


def _result(task: Task, article: Article, extract: Extract) -> Result:
    return Result(task.article, task.id, from_extract(task.article, article, extract), "")


def _article(connection: sqlite3.Connection, task: Task) -> Article:
    key, body = connection.execute(
        "SELECT key, body FROM article WHERE no = ?", (task.article,)
    ).fetchone()
    return to_article(key, body, task.id, "")

"""What a worker does: files to articles to rows, with the functions that a single machine uses."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import fsspec

from corpus.cluster import wire
from corpus.cluster.wire import Item, Stored, Terms, Wanted
from corpus.errors import DatelineError, UnreadableError
from corpus.language.engines import TaggerLike, open_tagger
from corpus.model import Article, ArticleId, Extract, Skipped
from corpus.reading import Files, clean_line
from corpus.reading.guard.limits import Limits
from corpus.reading.scan import plainly, read_bytes, too_large, unfit
from corpus.reading.sniff import HEAD
from corpus.store.intake import Said
from corpus.store.rows import from_article, from_extract, to_article, without_labels
from corpus.store.versions import current

_ONE_AT_A_TIME = threading.Lock()
"""Threads of one worker would only wait for each other within Python."""

tagger = cache(open_tagger)


def look(job: bytes) -> bytes:
    """Read the files of a job and find what is in them.

    Raises what a file system raises when it fails: then the scheduler tries again.
    """
    terms, lines = wire.read_job(job)
    with _ONE_AT_A_TIME:
        _agree(terms)
        read = [_read(Wanted(*line), terms.limits) for line in lines]
        articles = [item for items, _ in read for item in items if isinstance(item, Article)]
        found = _find(articles, tagger(terms.engine))
        return wire.answer(
            [[_item(item, digest, found) for item in items] for items, digest in read]
        )


def look_again(job: bytes) -> bytes:
    """Find what is in the articles of a job, each under the id that it goes by."""
    terms, lines = wire.read_job(job)
    with _ONE_AT_A_TIME:
        _agree(terms)
        articles = [_article(wire.to_stored(line)) for line in lines]
        found = _find(articles, tagger(terms.engine))
        return wire.answer([[_item(article, "", found)] for article in articles])


def _agree(terms: Terms) -> None:
    """Raise DatelineError where this worker would find other things than its client."""
    own = current(terms.engine, {}, terms.limits)
    if own != terms.versions:
        raise DatelineError(
            "a worker has another version of Dateline, or of a library that it uses, "
            "than the machine that asks"
        )


def _read(file: Wanted, limits: Limits) -> tuple[list[Article | Skipped], str]:
    """What a file holds, and the digest of its bytes where it holds several articles."""
    path = clean_line(file.shown)
    try:
        data = _bytes(file, limits.file)
    except UnreadableError as error:
        return [Skipped(path, str(error))], ""
    reason = unfit(data[:HEAD], file.shown)
    if reason:
        return [Skipped(path, reason)], ""
    items = _files(limits).begin(data, file.shown, file.shown)()
    return items, hashlib.sha256(data).hexdigest() if len(items) > 1 else ""


def _bytes(file: Wanted, limit: int) -> bytes:
    if not file.root:
        return read_bytes(Path(file.path), limit)
    system, _ = fsspec.core.url_to_fs(file.root)
    try:
        with system.open(file.path, "rb") as handle:
            data: bytes = handle.read(limit + 1)
    except (FileNotFoundError, PermissionError) as error:
        raise UnreadableError(plainly(error)) from error
    if len(data) > limit:
        raise UnreadableError(too_large(limit))
    if not data:
        raise UnreadableError("empty")
    return data


@cache
def _files(limits: Limits) -> Files:
    """One reader for all jobs, so that its guarded children are started once."""
    return Files(limits)


def _article(stored: Stored) -> Article:
    return to_article(stored.key, stored.body, stored.id, "")


def _find(
    articles: Sequence[Article], engine: TaggerLike
) -> Iterator[tuple[Article, Extract, str]]:
    """The articles without their paths, what is found in each, and what went wrong with it."""
    from corpus.extract import extract_all

    plain = [replace(article, path="") for article in articles]
    try:
        found = list(extract_all(plain, engine))
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad article must not end the build
        if len(plain) > 1:
            for article in plain:
                yield from _find([article], engine)
        elif plain:
            yield plain[0], Extract(ArticleId(plain[0].id)), f"{type(error).__name__}: {error}"
        return
    for article, extract in zip(plain, found, strict=True):
        yield article, extract, ""


def _item(
    item: Article | Skipped, digest: str, found: Iterator[tuple[Article, Extract, str]]
) -> Item:
    """The rows of `item`; what is found comes in the order of the articles."""
    if isinstance(item, Skipped):
        return Item(Said(item.path, "", item.reason, digest), None, None, "")
    article, extract, problem = next(found)
    row = from_extract(0, None if problem else article, extract)
    said = Said(item.path, item.id, "", digest or item.digest)
    return Item(said, from_article(item), without_labels(row), problem)

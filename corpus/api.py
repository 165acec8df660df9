"""The functions that `import corpus` offers: open a corpus, ask it, quote it."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.model import Certainty, Corpus, Entity, EntityId, Fact, Kind

if TYPE_CHECKING:
    from corpus.build import Progress
    from corpus.names.index import NameIndex
    from corpus.search import Results, Searcher

Names = Iterable[str] | str


def open(
    *paths: str | PathLike[str],
    keep: bool = True,
    cache: str | PathLike[str] | None = None,
    engine: str = "small",
    notebook: str | PathLike[str] | None = None,
    progress: Callable[[Progress], object] | None = None,
) -> Corpus:
    """The model of files and folders; without any, of the articles that come with Dateline.

    What is found is kept in the folder `cache`, that of the `dateline` command unless told
    otherwise, so that the next time is quick; with `keep` False, or where that folder cannot be
    used, all is found anew and held in memory. The corrections of the notebook in the folder
    `notebook` are laid over it. Raises DatelineError.
    """
    given = [fspath(path) for path in paths]
    found = _stored(given, cache, engine, progress) if keep else None
    if found is None:
        from corpus.build import load

        found = load(given, engine=engine, on_progress=progress, children=None)
    if notebook is None:
        return found
    from corpus.notebook.book import Notebook
    from corpus.notebook.overlay import apply

    return apply(found, Notebook.open(fspath(notebook)))


def _stored(
    paths: list[str],
    cache: str | PathLike[str] | None,
    engine: str,
    progress: Callable[[Progress], object] | None,
) -> Corpus | None:
    """What is kept, brought up to date; None where nothing can be kept."""
    import platformdirs

    from corpus import store
    from corpus.store.building import build

    folder = Path(cache if cache is not None else platformdirs.user_cache_dir("dateline", False))
    try:
        build(paths, folder, engine, tell=progress)
        snapshot = store.open(paths, folder)
    except (store.BusyError, store.StoreError, store.DamagedError, OSError, sqlite3.Error):
        return None
    return snapshot.corpus if snapshot is not None else None


_indexes: weakref.WeakValueDictionary[int, Corpus] = weakref.WeakValueDictionary()
_names: dict[int, NameIndex] = {}
_searchers: dict[int, Searcher] = {}


def _forget(key: int) -> None:
    _names.pop(key, None)
    _searchers.pop(key, None)


def _remember(corpus: Corpus) -> int:
    """A number for `corpus`, under which indexes are kept as long as it is in use."""
    key = id(corpus)
    if _indexes.get(key) is not corpus:
        _forget(key)
        _indexes[key] = corpus
        weakref.finalize(corpus, _forget, key)
    return key


def who(corpus: Corpus, name: str, limit: int = 10, kind: Kind | None = None) -> list[Entity]:
    """The people, places and organisations that `name` may mean, in any spelling, best first."""
    key = _remember(corpus)
    if key not in _names:
        from corpus.names.index import Entry, build

        _names[key] = build(
            [Entry(e.name, e.spellings, e.kind, len(e.sightings)) for e in corpus.entities]
        )
    hits = _names[key].search(name, max(limit, 50) if kind is not None else limit)
    found = (corpus.entities[hit.entry] for hit in hits)
    return [one for one in found if kind is None or one.kind is kind][:limit]


def find(corpus: Corpus, query: str, limit: int = 50) -> Results:
    """The articles that `query` means, best first; docs/search.md tells what can be asked.

    The first question makes an index in memory, which takes about two seconds for a thousand
    articles.
    """
    key = _remember(corpus)
    if key not in _searchers:
        from corpus.search import Searcher

        _searchers[key] = Searcher.open(corpus)
        _searchers[key].update()
    return _searchers[key].search(query, limit)


def choose(
    corpus: Corpus,
    kind: Names = (),
    about: Entity | EntityId | None = None,
    certainty: Iterable[Certainty] | Certainty = (),
) -> Iterator[Fact]:
    """The facts of some kinds, about one entity, of some certainties; all where nothing is said."""
    kinds = {kind} if isinstance(kind, str) else set(kind)
    sure = {certainty} if isinstance(certainty, Certainty) else set(certainty)
    if about is None:
        chosen: Iterable[Fact] = corpus.facts
    else:
        id_ = about.id if isinstance(about, Entity) else about
        chosen = corpus.facts_about.get(id_, ())
    for fact in chosen:
        if (not kinds or fact.kind in kinds) and (not sure or fact.certainty in sure):
            yield fact


def quotes(corpus: Corpus, fact: Fact) -> tuple[str, ...]:
    """The words of the article that state a fact."""
    text = corpus.by_id[fact.article].text
    return tuple(span.of(text) for span in fact.evidence)

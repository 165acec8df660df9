"""The corpus that a command asks: loaded or out of the store, with the notebook over it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui import cli

if TYPE_CHECKING:
    from corpus.model import Article, ArticleId, Corpus, EntityId
    from corpus.notebook.book import Notebook
    from corpus.search import Searcher


@dataclass(frozen=True, slots=True)
class Opened:
    """`corpus` as the reader has it, `found` as it was found, and the notebook, if there is one."""

    corpus: Corpus
    found: Corpus
    notebook: Notebook | None
    paths: tuple[Path, ...]


def open_asked(asked: argparse.Namespace) -> Opened:
    """What the words and options of a command name. Raises DatelineError."""
    from tui import config

    settings = config.load(asked.config)
    paths: list[Path] = asked.paths
    given = cli.with_input(paths, settings.reading.limits.file)
    if asked.no_cache or given != paths:
        settings = config.without_cache(settings)
    found = cli.load_corpus(given, settings)
    book = None
    corpus = found
    if not getattr(asked, "bare", True) and found.articles:
        book = notebook(asked)
        if book is not None:
            from corpus.notebook.overlay import apply

            corpus = apply(found, book)
    return Opened(corpus, found, book, tuple(given))


def notebook(asked: argparse.Namespace) -> Notebook | None:
    """The notebook of the paths asked for, None where there is none; what is amiss is said."""
    from tui import config, paths

    chosen: Path | None = asked.notebook
    own = config.load(getattr(asked, "config", None)).notebook.folder
    usual = Path(own).expanduser() if own else paths.notebook_folder(asked.paths)
    folder = chosen or usual
    if not folder.is_dir():
        if chosen is not None:
            raise cli.UsageError(f"There is no notebook {chosen}.")
        return None
    from corpus.notebook.book import Notebook

    book = Notebook.open(folder)
    for remark in book.remarks:
        cli.complain(f"{remark[:1].upper()}{remark[1:]}.", cli.FAILED)
    return book


def searcher(opened: Opened) -> Searcher:
    """A searcher of the corpus, its index brought up to date; slow where there is none yet."""
    from corpus.search import CorpusFacets, Searcher
    from corpus.store.lazy import Stored
    from tui.filtering import index_of

    corpus, folder, mark = opened.found, None, ""
    if isinstance(corpus, Stored):
        from corpus.reading import bundled
        from corpus.store.file import place
        from tui import paths

        folder = place(opened.paths or [bundled()], paths.cache_folder()) / "search"
        mark = corpus.mark
    facets = CorpusFacets(corpus, lambda: index_of(corpus), lambda tag: tagged(opened, tag))
    made = Searcher.open(corpus, folder, facets, mark)
    made.update()
    return made


def tagged(opened: Opened, tag: str) -> Iterable[ArticleId]:
    """The articles to which, or to a passage or fact of which, the reader gave `tag`."""
    if opened.notebook is None:
        return ()
    from corpus.notebook.finding import Finder
    from corpus.notebook.records import Named, Passage, Tag

    corpus = opened.corpus
    finder = Finder(corpus)
    ids = {heading.path: heading.id for heading in corpus.headings}
    wanted: list[ArticleId] = []
    for record in opened.notebook.records(Tag):
        if record.tag.casefold() != tag.casefold():
            continue
        if isinstance(record.on, Named):
            entity = finder.entity(record.on, corpus.entity_by_id.get, ())
            wanted += [seen.article for seen in entity.sightings] if entity is not None else []
        else:
            passage = record.on if isinstance(record.on, Passage) else record.on.evidence
            wanted += [ids[passage.path]] if passage.path in ids else []
    return dict.fromkeys(wanted)


def ended(opened: Opened) -> int:
    """The exit status of a command that has printed what it found."""
    return cli.OK if opened.found.articles else cli.nothing_loaded(opened.found)


def meant(corpus: Corpus, name: str) -> frozenset[EntityId]:
    """The ids of whom or what `name` means; it may be an id. Raises UsageError for nobody."""
    from corpus.model import EntityId, Kind
    from corpus.search import CorpusFacets
    from tui.filtering import index_of

    if EntityId(name) in corpus.entity_by_id:
        return frozenset((EntityId(name),))
    base = getattr(corpus, "base", corpus)  # names are looked up as they were found
    found = CorpusFacets(base, lambda: index_of(base)).entities(name, tuple(Kind))
    ids = set()
    for one in found:
        if one in corpus.entity_by_id:
            ids.add(one)
            continue
        for seen in base.entity_by_id[one].sightings:  # the reader joined it to another
            now = corpus.entity_of.get((seen.article, seen.mention))
            ids |= {now} if now is not None else set()
    if not ids:
        raise cli.UsageError(
            f"Nobody and nothing here is called {name}. `dateline who` looks further."
        )
    return frozenset(ids)


def article(corpus: Corpus, name: str) -> Article:
    """The one article whose id, path, file name or title is `name`. Raises UsageError."""
    from pathlib import PurePath

    from corpus.model import ArticleId

    found = corpus.by_id.get(ArticleId(name))
    if found is not None:
        return found
    headings = corpus.headings
    for same in (
        [one.id for one in headings if one.path == name],
        [one.id for one in headings if PurePath(one.path).name == name],
        [one.id for one in headings if PurePath(one.path).stem == name],
        [one.id for one in headings if one.title.casefold() == name.casefold()],
        [one.id for one in headings if name.casefold() in one.title.casefold()],
    ):
        if len(same) == 1:
            return corpus.by_id[same[0]]
        if same:
            listed = ", ".join(same[:5]) + (" ..." if len(same) > 5 else "")
            raise cli.UsageError(f"{len(same):,} articles are called {name}: {listed}.")
    raise cli.UsageError(f"No article is called {name}. `dateline list` lists them.")

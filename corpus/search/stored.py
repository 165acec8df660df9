"""The search over a corpus that lies in the store: its index lies beside it."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

from corpus.model import Corpus
from corpus.search.facets import Facets
from corpus.search.searcher import Searcher, Stop, Tell
from corpus.store import DamagedError, Snapshot, StoreError

_FOLDER = "search"


def open_stored(
    snapshot: Snapshot, facets: Facets | None = None, corpus: Corpus | None = None
) -> Searcher:
    """A searcher of what is stored; quick when the index is up to date, see `bring_up`.

    `corpus` holds the same articles with the reader's changes laid over what was found in them.
    """
    folder = snapshot.folder / _FOLDER
    return Searcher.open(corpus or snapshot.corpus, folder, facets, snapshot.mark)


def bring_up(folder: Path, tell: Tell | None = None, stop: Stop | None = None) -> bool:
    """Bring the index of the corpus stored in `folder` up to date; False if that was not done.

    For a process of its own: whoever searches meanwhile calls `Searcher.update` afterwards, which
    then has nothing left to do but to look.
    """
    try:
        snapshot = Snapshot(folder)
    except (StoreError, DamagedError, OSError):
        return False
    searcher = open_stored(snapshot)
    try:
        return not searcher.in_memory and searcher.update(tell=tell, stop=stop)
    finally:
        searcher.close()
        snapshot.close()


def main() -> int:
    """A child process: reads the folder as a line of JSON, tells "done total" a line at a time.

    Stops when its input ends. The exit status is 0 when the index is up to date.
    """
    folder = Path(json.loads(sys.stdin.readline()))
    over = threading.Event()

    def wait() -> None:
        sys.stdin.read()
        over.set()

    def tell(done: int, total: int) -> None:
        print(done, total, flush=True)

    threading.Thread(target=wait, daemon=True).start()
    try:
        return 0 if bring_up(folder, tell, over.is_set) else 1
    except BrokenPipeError:
        return 1

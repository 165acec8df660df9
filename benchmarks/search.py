"""CPU time of searching and of the concordance over made-up articles, beside SQLite's FTS5.

`python benchmarks/search.py [articles]`. Both engines are given the same folded words; the median
of seven runs, with nothing remembered from one to the next.
"""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.zipf import corpus, vocabulary
from corpus.concordance import Concordance, collocates, concordance, concordance_of
from corpus.model import Corpus, Kind
from corpus.search import Searcher
from corpus.search.words import words

_RUNS = 7
_PAGE = 50


def cpu(work: Callable[[], object]) -> float:
    """Milliseconds of CPU, of all threads of this process, that `work` takes."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def middle(work: Callable[[], object]) -> float:
    """The median of some runs of `work`, in milliseconds of CPU."""
    return median(cpu(work) for _ in range(_RUNS))


def size(folder: Path) -> float:
    """Megabytes in a folder."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def memory() -> float:
    """The most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fts5(of: Corpus, folder: Path) -> sqlite3.Connection:
    """The same articles in an FTS5 table without content."""
    link = sqlite3.connect(folder / "fts5.sqlite")
    link.execute(
        "create virtual table t using fts5(title, text, content='', prefix='2 3',"
        " tokenize='unicode61 remove_diacritics 0')"
    )
    with link:
        link.executemany(
            "insert into t(rowid, title, text) values (?, ?, ?)",
            (
                (at, " ".join(w for w, _, _ in words(one.title.value)),
                 " ".join(w for w, _, _ in words(one.text)))
                for at, one in enumerate(of.articles)
            ),
        )  # fmt: skip
        link.execute("insert into t(t) values ('optimize')")
    return link


def queries(of: Corpus) -> list[tuple[str, str, str]]:
    """Kind of query, the query, and the same for FTS5, or "" where it has none."""
    v = vocabulary(50_000)
    people = [entity for entity in of.entities if entity.kind is Kind.PERSON]
    places = [entity for entity in of.entities if entity.kind is Kind.PLACE]
    who, where = people[0].name, places[0].name
    return [
        ("commonest word", v[0], v[0]),
        ("common word", v[100], v[100]),
        ("rare word", v[3000], v[3000]),
        ("phrase of common words", f'"{v[0]} {v[1]}"', f'"{v[0]} {v[1]}"'),
        ("phrase", f'"{v[30]} {v[40]}"', f'"{v[30]} {v[40]}"'),
        ("prefix, 1 letter", f"{v[0][0]}*", f"{v[0][0]}*"),
        ("prefix, 2 letters", f"{v[0][:2]}*", f"{v[0][:2]}*"),
        ("prefix, 4 letters", f"{v[3000][:4]}*", f"{v[3000][:4]}*"),
        ("AND", f"{v[0]} AND {v[1]} AND {v[2]}", f"{v[0]} AND {v[1]} AND {v[2]}"),
        ("OR", f"{v[0]} OR {v[50]} OR {v[60]}", f"{v[0]} OR {v[50]} OR {v[60]}"),
        ("NOT", f"{v[3]} NOT {v[50]}", f"{v[3]} NOT {v[50]}"),
        ("nested", f'({v[0]} OR {v[30]}) -"{v[50]} {v[2]}"',
         f'({v[0]} OR {v[30]}) NOT "{v[50]} {v[2]}"'),
        ("title:", f"title:{v[0]}", f"title:{v[0]}"),
        ("publisher:", 'publisher:"morning ledger"', ""),
        ("date:", "date:2012..2014", ""),
        ("who:", f'who:"{who}"', ""),
        ("where:", f"where:{where}", ""),
        ("fact:", "fact:harm", ""),
        ("fields and words", f'{v[5]} who:"{who}" date:>2015 -fact:harm', ""),
        ("phrase being typed", f'"{v[0]} {v[1][:2]}', ""),
        ("ending", f"*{v[10]}", ""),
    ]  # fmt: skip


def main() -> None:
    """Print what indexing costs, then every kind of query, then the concordance."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    of = corpus(count)
    held = memory()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        searcher = Searcher.open(of, folder / "search")
        indexing = cpu(searcher.update) / 1000
        print(f"{count} articles: indexed in {indexing:.1f} s CPU, {size(folder):.0f} MB on disk, "
              f"{memory() - held:.0f} MB of memory at most")  # fmt: skip
        again = Searcher.open(of, folder / "search")
        print(f"opened again in {cpu(lambda: Searcher.open(of, folder / 'search')):.0f} ms, "
              f"nothing to update found in {cpu(again.update):.0f} ms")  # fmt: skip
        link: list[sqlite3.Connection] = []
        seconds = cpu(lambda: link.append(fts5(of, folder))) / 1000
        megabytes = (folder / "fts5.sqlite").stat().st_size / 1e6
        print(f"FTS5: indexed in {seconds:.1f} s CPU, {megabytes:.0f} MB, without columns")
        for module in ("tantivy", "sqlite3"):
            code = (f"import time; t = time.process_time(); import {module}; "
                    "print(1000 * (time.process_time() - t))")  # fmt: skip
            done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                                  check=True)  # fmt: skip
            print(f"import {module}: {float(done.stdout):.1f} ms")
        ask(searcher, link[0], of)
        look(searcher, of)


def ask(searcher: Searcher, link: sqlite3.Connection, of: Corpus) -> None:
    """Every kind of query, while typing it, and FTS5's answer to the same."""
    print(f"{'':24} {'found':>6} {'first':>7} {'median':>7} {'FTS5':>7}  ms CPU")
    sql = f"select rowid, rank from t where t match ? order by rank limit {_PAGE}"
    for kind, query, same in queries(of):

        def run(query: str = query) -> None:
            searcher.forget()
            searcher.search(query, _PAGE, typing=True)

        def other(same: str = same) -> None:
            link.execute(sql, (same,)).fetchall()

        first = cpu(run)
        ours = middle(run)
        theirs = f"{middle(other):7.1f}" if same else ""
        total = searcher.search(query, typing=True).total
        print(f"{kind:24} {total:6} {first:7.1f} {ours:7.1f} {theirs:>7}")
    hits = searcher.search(queries(of)[8][1], 20).hits
    print(f"20 snippets of AND: {cpu(lambda: [hit.snippets for hit in hits]):.1f} ms")


def look(searcher: Searcher, of: Corpus) -> None:
    """The concordance of a word and of an entity with about 5,000 rows each, opened and sorted."""
    v = vocabulary(50_000)
    word = min(v[40:200], key=lambda one: abs(len(concordance(searcher, one)) - 5_000))
    entity = min(of.entities, key=lambda one: abs(len(one.sightings) - 5_000))
    report(word, lambda: concordance(searcher, word))
    report(entity.name, lambda: concordance_of(searcher, entity.id))


def report(name: str, find: Callable[[], Concordance]) -> None:
    """Print what a concordance costs."""
    found = find()
    sources = [source for source, _ in found.sources()[:2]]
    opened = middle(lambda: find().sort("R1", "R2", "R3")[:50])
    narrowed = middle(lambda: found.filter(sources=sources, first="2015")[:50])
    print(f"concordance of {name!r}, {len(found)} rows: opened {middle(lambda: find()[:50]):.1f}, "
          f"opened and sorted {opened:.1f}, narrowed {narrowed:.1f}, "
          f"collocates {middle(lambda: collocates(found)):.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()

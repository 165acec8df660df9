"""Measures the lookup of names: how often the right one comes first, and what a keystroke costs.

    python benchmarks/lookup.py [--table DIR] [--names FILE --queries FILE] [--errors]
    python benchmarks/lookup.py --speed [10000 100000 1000000]

Accuracy is measured on data/lookup (own rows, from general knowledge) among 6,000 made-up names, or
on any pair of tables with the columns id, name and query, class, accept_ids. Speed is CPU time of
one keystroke beside `fzf --filter` (the whole process) and rapidfuzz's plain ratio over one list.
"""

from __future__ import annotations

import argparse
import csv
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz import fuzz, process

from benchmarks.lookup_names import distractors
from corpus.names.index import Entry, NameIndex, build
from corpus.names.letters import fold

HOME = Path(__file__).parent / "data" / "lookup"
DISTRACTORS = 6_000
Row = tuple[str, set[int], str]
Finder = Callable[[str], list[int]]


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs and a head."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def own_table(folder: Path) -> tuple[list[Entry], list[Row]]:
    """Our own entities among the distractors, and the queries."""
    entities = rows_of(folder / "entities.tsv")
    entries = [Entry(row["name"], (), row["kind"]) for row in entities]
    more = distractors(DISTRACTORS, {entry.name for entry in entries})
    entries += [Entry(name, (), kind) for name, kind in more]
    place = {entry.name: {number} for number, entry in enumerate(entries[: len(entities)])}
    queries = rows_of(folder / "queries.tsv")
    return entries, [(row["query"], place[row["entity"]], row["class"]) for row in queries]


def open_third(names: Path, queries: Path) -> tuple[list[Entry], list[Row]]:
    """A table of others: names with ids, and queries with the ids that are right."""
    listed = rows_of(names)
    entries = [Entry(row["name"], (), row.get("kind", "")) for row in listed]
    place = {row["id"]: number for number, row in enumerate(listed)}
    found = []
    for row in rows_of(queries):
        right = {place[one.strip()] for one in row["accept_ids"].split(";")}
        found.append((row["query"], right, row["class"]))
    return entries, found


def by_index(entries: Sequence[Entry]) -> Finder:
    """Our own lookup."""
    index = build(entries)
    return lambda query: [hit.entry for hit in index.search(query, 5)]


def by_ratio(entries: Sequence[Entry]) -> Finder:
    """rapidfuzz's plain ratio over folded names."""
    names = [fold(entry.name) for entry in entries]
    return lambda query: [
        number for _, _, number in process.extract(fold(query), names, scorer=fuzz.ratio, limit=5)
    ]


def by_fzf(entries: Sequence[Entry]) -> Finder:
    """`fzf --filter` over folded names."""
    text = "\n".join(f"{fold(entry.name)}\t{number}" for number, entry in enumerate(entries))

    def find(query: str) -> list[int]:
        asked = ["fzf", "--delimiter", "\t", "--nth", "1", "--filter", fold(query)]
        out = subprocess.run(asked, input=text, capture_output=True, text=True, check=False).stdout
        return [int(line.rpartition("\t")[2]) for line in out.split("\n")[:5] if line]

    return find


def accuracy(rows: Sequence[Row], find: Finder, errors: bool = False) -> dict[str, list[int]]:
    """For each class, where the right entry stood (0 first, 5 not among five) a query."""
    ranks: dict[str, list[int]] = defaultdict(list)
    for query, right, kind in rows:
        found = find(query)
        rank = next((n for n, entry in enumerate(found) if entry in right), 5)
        ranks[kind].append(rank)
        if errors and rank:
            print(f"  {kind}: {query!r} stood at {rank + 1 if rank < 5 else '-'}")
    return ranks


def report(entries: Sequence[Entry], rows: Sequence[Row], errors: bool, fzf: bool) -> None:
    """Print hit@1 and hit@5 by class for each finder."""
    finders = {"dateline": by_index(entries), "ratio": by_ratio(entries)}
    if fzf and shutil.which("fzf"):
        finders["fzf"] = by_fzf(entries)
    tables = {name: accuracy(rows, f, errors and name == "dateline") for name, f in finders.items()}
    print(f"{len(rows)} queries over {len(entries)} names; hit@1 hit@5")
    print("class".ljust(22), "rows", *(name.rjust(12) for name in tables))
    for kind in [*tables["dateline"], "all"]:
        cells = []
        for ranks in tables.values():
            here = ranks[kind] if kind != "all" else [r for found in ranks.values() for r in found]
            cells.append(f"{_share(here, 1):.3f} {_share(here, 5):.3f}".rjust(12))
        print(kind.ljust(22), str(len(here)).rjust(4), *cells)


def _share(ranks: Sequence[int], within: int) -> float:
    return sum(rank < within for rank in ranks) / len(ranks)


def speed(sizes: Sequence[int]) -> None:
    """Print what building and a keystroke cost in CPU milliseconds at each size."""
    entries, rows = own_table(HOME)
    typed = [query[:end] for query, _, _ in rows[::9] for end in range(1, len(query) + 1)]
    print("names  build_s  memory_B/name  keystroke_ms: median p95   fzf   share   ratio")
    for size in sizes:
        more = distractors(size, {entry.name for entry in entries})[: size - len(entries)]
        every = [*entries, *(Entry(name, (), kind) for name, kind in more)]
        before, start = _memory(), time.process_time()
        index = build(every)
        built, grown = time.process_time() - start, _memory() - before
        costs = [_cost(index, query) for query in typed]
        fzf = _fzf_cost([entry.name for entry in every], typed[:: max(1, len(typed) // 12)])
        folded = [fold(entry.name) for entry in every]
        ratio = median(_ratio_cost(folded, query) for query in typed[::20])
        middle, high = median(costs), quantiles(costs, n=20)[-1]
        share = f"{middle / fzf:.3f}" if fzf else "-"
        print(f"{size}  {built:.2f}  {grown / size:.0f}  {middle:.2f} {high:.2f}  "
              f"{fzf:.1f}  {share}  {ratio:.1f}")  # fmt: skip


def _memory() -> int:
    """The largest resident size so far in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _cost(index: NameIndex, query: str) -> float:
    start = time.process_time()
    index.search(query)
    return (time.process_time() - start) * 1000


def _ratio_cost(names: Sequence[str], query: str) -> float:
    start = time.process_time()
    process.extract(query, names, scorer=fuzz.ratio, limit=50)
    return (time.process_time() - start) * 1000


def _fzf_cost(names: Sequence[str], queries: Sequence[str]) -> float:
    """The median CPU milliseconds of `fzf --filter`, its process included; 0 without fzf."""
    if not shutil.which("fzf"):
        return 0.0
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "names")
        path.write_text("\n".join(names), encoding="utf-8")
        for query in queries:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            with path.open("rb") as file:
                subprocess.run(
                    ["fzf", "--filter", query], stdin=file, stdout=subprocess.DEVNULL, check=False
                )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
            costs.append(spent * 1000)
    return median(costs)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--table", type=Path, default=HOME, help="folder with our own tables")
    parser.add_argument("--names", type=Path, help="a table of names: id, name, kind")
    parser.add_argument("--queries", type=Path, help="its queries: query, class, accept_ids")
    parser.add_argument("--errors", action="store_true", help="show the queries that went wrong")
    parser.add_argument("--no-fzf", action="store_true", help="leave out fzf, which takes long")
    parser.add_argument("--speed", type=int, nargs="*", help="sizes to measure speed at")
    asked = parser.parse_args()
    if asked.speed is not None:
        speed(asked.speed or [10_000, 100_000, 1_000_000])
        return
    if asked.names and asked.queries:
        entries, rows = open_third(asked.names, asked.queries)
    else:
        entries, rows = own_table(asked.table)
    report(entries, rows, asked.errors, not asked.no_fzf)


if __name__ == "__main__":
    main()

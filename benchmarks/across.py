"""What questions across a large corpus cost, beside splitting its texts into words once.

`python benchmarks/across.py [articles]` (10,000 if not said). The names and facts stem from the
bundled and some made-up texts, read once and told again under other ids and dates, so that some
names stand in thousands of articles; for near-copies every text is made of words of its own, but
for one in five, which is an edited copy.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.read import use_one_thread
from benchmarks.texts import made_up
from corpus.model import Article, ArticleId, Corpus, Extract, Origin, Stated

_WORDS = 600
_VOCABULARY = 30_000


def spread(count: int, seed: int = 3) -> Corpus:
    """A corpus of `count` articles with names and facts as in real reading."""
    from corpus import build, reading
    from corpus.extract import extract_all
    from corpus.language.engines import open_tagger

    title = Stated("", Origin.FILE_NAME)
    real = [a for a in reading.load([reading.bundled()]) if isinstance(a, Article)]
    texts = [*(a.text for a in real), *made_up(120)]
    seeds = [Article(ArticleId(f"s{n}"), "", title, text) for n, text in enumerate(texts)]
    read = list(zip(seeds, extract_all(seeds, open_tagger("small")), strict=True))
    random = Random(seed)
    articles: list[Article] = []
    extracts: dict[ArticleId, Extract] = {}
    for number in range(count):
        article, extract = read[number % len(read)]
        name = ArticleId(f"a{number}")
        day = f"{random.randint(1995, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        articles.append(replace(article, id=name, published=Stated(day, Origin.FRONT_MATTER)))
        facts = tuple(replace(fact, article=name) for fact in extract.facts)
        extracts[name] = replace(extract, article=name, facts=facts)
    return build.assemble(articles, extracts)


def wires(count: int, seed: int = 5) -> list[Article]:
    """Texts of 600 words, one in five of them an edited and cut copy of another."""
    random = Random(seed)
    words = [f"w{n}" for n in range(_VOCABULARY)]
    weights = [1 / (n + 1) for n in range(_VOCABULARY)]
    texts: list[list[str]] = []
    for number in range(count):
        if number > 100 and random.random() < 0.2:
            copy = random.choice(texts)[random.randrange(100) :][: random.randrange(300, _WORDS)]
            texts.append([w if random.random() > 0.04 else f"x{random.random()}" for w in copy])
        else:
            texts.append(random.choices(words, weights, k=_WORDS))
    title = Stated("", Origin.FILE_NAME)
    return [Article(ArticleId(str(n)), "", title, " ".join(t)) for n, t in enumerate(texts)]


def seconds(ask: Callable[[], object]) -> float:
    """CPU seconds for one answer."""
    start = time.process_time()
    ask()
    return time.process_time() - start


def main() -> None:
    """Print CPU seconds of each question and their ratio to splitting the same texts once."""
    use_one_thread()
    from corpus.across.checks import checks
    from corpus.across.disagreements import disagreements
    from corpus.across.dossier import dossier
    from corpus.across.gaps import gaps
    from corpus.across.lags import lags
    from corpus.across.origins import group

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    word = re.compile(r"\w+")
    copied = wires(count)
    plain = seconds(lambda: [word.findall(article.text.lower()) for article in copied])
    taken = seconds(lambda: group(copied))
    print(f"{count} texts of {_WORDS} words, {len(group(copied).groups)} origins")
    print(f"{'origins':14} {taken:6.2f} s, {taken / plain:5.1f} times splitting into words")
    corpus = spread(count)
    facts = sum(len(extract.facts) for extract in corpus.extracts.values())
    print(f"{len(corpus.articles)} articles, {facts} facts, {len(corpus.entities)} names")
    known = group(copied[:1])
    plain = seconds(lambda: [word.findall(article.text.lower()) for article in corpus.articles])
    questions: list[tuple[str, Callable[[], object]]] = [
        ("disagreements", lambda: disagreements(corpus, known)),
        ("lags", lambda: lags(corpus)),
        ("gaps", lambda: gaps(corpus)),
        ("checks (each)", lambda: [checks(a, corpus.extracts[a.id]) for a in corpus.articles]),
    ]
    for name, ask in questions:
        taken = seconds(ask)
        print(f"{name:14} {taken:6.2f} s, {taken / plain:5.1f} times splitting into words")
    ranks = [0, len(corpus.entities) // 20, len(corpus.entities) // 2]
    for rank in ranks:
        entity = corpus.entities[rank]
        held = len({s.article for s in entity.sightings})
        taken = min(seconds(lambda e=entity: dossier(corpus, e.id)) for _ in range(3))  # type: ignore[misc]
        print(f"dossier of a name in {held:5} articles {1000 * taken:8.1f} ms")


if __name__ == "__main__":
    main()

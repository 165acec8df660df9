"""Recall and precision of facts, kind by kind, on articles labelled by hand.

`python benchmarks/facts.py [dev|held] [--misses]`. A found fact answers one label at most: kind and
subject are the same and the evidence overlaps. Dates, values and speakers are judged on the facts
that answer a label which gives one.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.fact_labels import FOLDER, Judge, Label, group, labels
from corpus.extract import extract_all
from corpus.language.tagger import load
from corpus.model import Article, Extract, Fact
from corpus.reading.load import read

_UNJUDGED = ("practice", "judgement")
_ASPECTS = ("dates", "values", "speakers")


@dataclass(slots=True)
class Tally:
    """Counts by kind, and by aspect of the facts that were found."""

    wanted: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


def pair(facts: list[Fact], wanted: list[Label], judge: Judge) -> dict[int, int]:
    """The largest matching of labels with facts, by index: each is used once."""
    fits = [[f for f, fact in enumerate(facts) if judge.answers(fact, label)] for label in wanted]
    owner: dict[int, int] = {}

    def place(label: int, seen: set[int]) -> bool:
        for fact in fits[label]:
            if fact in seen:
                continue
            seen.add(fact)
            if fact not in owner or place(owner[fact], seen):
                owner[fact] = label
                return True
        return False

    # Labels that must be found are placed first; a later one never displaces them for good.
    for label in sorted(range(len(wanted)), key=lambda n: not wanted[n].needed):
        place(label, set())
    return {label: fact for fact, label in owner.items()}


def score(article: Article, extract: Extract, wanted: list[Label], tally: Tally) -> None:
    """Add one article to the tally."""
    judge = Judge(article, extract)
    facts = list(extract.facts)
    pairs = pair(facts, wanted, judge)
    text = article.text
    for n, label in enumerate(wanted):
        kind = label.kinds[0]
        if label.needed:
            tally.wanted[kind] += 1
            tally.met[kind] += n in pairs
        if n in pairs:
            _aspects(judge, facts[pairs[n]], label, tally)
        elif label.needed:
            words = label.evidence.of(text)
            tally.misses.append(f"- {article.path} {kind}: {label.subjects[0]} | {words}")
    answered = set(pairs.values())
    for n, fact in enumerate(facts):
        kind = group(fact.kind)
        tally.found[kind] += 1
        tally.right[kind] += n in answered
        if n not in answered:
            words = " … ".join(span.of(text)[:160] for span in fact.evidence)
            said = f"{fact.subject.text} | {fact.relation} | {fact.object and fact.object.text}"
            tally.misses.append(f"+ {article.path} {kind}: {said} <{words}>")


def _aspects(judge: Judge, fact: Fact, label: Label, tally: Tally) -> None:
    right = {
        "dates": (label.when is not None, judge.dated(fact, label)),
        "values": (label.value is not None, fact.value == label.value),
        "speakers": (bool(label.speakers), judge.spoken(fact, label)),
    }
    for name, (asked, kept) in right.items():
        tally.asked[name] += asked
        tally.kept[name] += asked and kept
        if asked and not kept:
            said = {"dates": fact.when, "values": fact.value, "speakers": fact.speaker}[name]
            tally.misses.append(f"~ {judge.article.path} {name}: {fact.subject.text} {said}")


def measure(folder: Path) -> Tally:
    """The tally of every labelled article of a folder."""
    articles = [read(path, path.name) for path in sorted(folder.glob("*.txt"))]
    tally = Tally()
    for article, extract in zip(articles, extract_all(articles, load()), strict=True):
        wanted = list(labels((folder / article.path).with_suffix(".facts"), article.text))
        score(article, extract, wanted, tally)
    return tally


def main() -> None:
    """Print the table of each set, and what was missed if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["dev", "held"])
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    for name in given.sets:
        folder = FOLDER / name if (FOLDER / name).is_dir() else Path(name)
        tally = measure(folder)
        print(f"{name}: {sum(tally.wanted.values())} labels")
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for kind in sorted({*tally.wanted, *tally.found}):
            row = (tally.met[kind], tally.wanted[kind], tally.right[kind], tally.found[kind])
            _print(kind, *row)
            total = "others" if kind in _UNJUDGED else "all"
            sums[total] = [a + b for a, b in zip(sums[total], row, strict=True)]
        for total, row_sum in sorted(sums.items()):
            _print(total, *row_sum)
        for aspect in _ASPECTS:
            print(f"  {aspect:11} right {tally.kept[aspect]:3}/{tally.asked[aspect]:<3}")
        if given.misses:
            print("\n".join(tally.misses))


def _print(kind: str, met: int, wanted: int, right: int, found: int) -> None:
    recall = f"{met / wanted:.2f}" if wanted else "   –"
    precision = f"{right / found:.2f}" if found else "   –"
    print(
        f"  {kind:11} recall {recall} {met:3}/{wanted:<3} precision {precision} {right:3}/{found}"
    )


if __name__ == "__main__":
    main()

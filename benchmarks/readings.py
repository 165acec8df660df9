"""How well dates, amounts and speakers are read, on labelled texts.

`python benchmarks/readings.py --set dev --errors` lists what is wrong; `--set held` prints figures
only, since those texts are kept to tell how well the rules do elsewhere.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.reading_labels import SETS, SUBJECTS, Text, load
from corpus.extract import extract_all
from corpus.language import amounts, dates, sentences
from corpus.language.tagger import load as load_tagger
from corpus.model import Amount, Article, ArticleId, Extract, Fact, Origin, Span, Stated, When


@dataclass(slots=True)
class Score:
    """Labels, how many were read right, and what was read where nothing is."""

    labels: int = 0
    right: int = 0
    extra: int = 0

    def __str__(self) -> str:
        share = self.right / max(1, self.labels)
        return f"{self.right}/{self.labels} right ({share:.2f}), {self.extra} beside"


Errors = list[str]
T = TypeVar("T")


def score_dates(text: Text, errors: Errors) -> Score:
    """Right: the interval meets the labelled one and is at most twice as wide."""
    found = dates.find(text.text, text.published, sentences.split(text.text))
    return _score(text, [(w.span, w) for w in found], _date_right, errors)


def score_amounts(text: Text, errors: Errors) -> Score:
    """Right: value, upper value, unit and all else that the label gives."""
    found = amounts.find(text.text, sentences.split(text.text))
    return _score(text, [(a.span, a) for a in found], _amount_right, errors)


def _score(
    text: Text, found: list[tuple[Span, T]], right: Callable[[T, str], bool], errors: Errors
) -> Score:
    score = Score()
    used: set[int] = set()
    for span, label in text.marks:
        near = [n for n, (at, _) in enumerate(found) if at.meets(span)]
        used.update(near)
        if label == "~":
            continue
        score.labels += 1
        if any(right(found[n][1], choice) for n in near for choice in label.split("|")):
            score.right += 1
        else:
            told = "; ".join(str(found[n][1]) for n in near) or "nothing"
            errors.append(f"{text.name}: “{span.of(text.text)}” is {label}, read {told}")
    for number, (span, _) in enumerate(found):
        if number not in used:
            score.extra += 1
            around = text.text[max(0, span.start - 20) : span.end + 20].replace("\n", " ")
            errors.append(f"{text.name}: nothing at “{span.of(text.text)}” (…{around}…)")
    return score


def _date_right(when: When, label: str) -> bool:
    if label == "?":
        return when.first is None and when.last is None and "open" in when.basis
    first, _, last = label.partition("..")
    low, high = date.fromisoformat(first), date.fromisoformat(last or first)
    if when.first is None or when.last is None:
        return False
    meets = when.first <= high and low <= when.last
    return meets and (when.last - when.first).days + 1 <= 2 * ((high - low).days + 1)


def _amount_right(amount: Amount, label: str) -> bool:
    values, *rest = label.split()
    low, _, high = values.partition("..")
    if not (_close(amount.value, float(low)) and _close(amount.high, float(high or low))):
        return False
    named = dict(part.split("=", 1) for part in rest if "=" in part)
    plain = [part.replace("-", " ") for part in rest if "=" not in part]
    unit, qualifier = [*plain, "", ""][:2]
    last = amount.unit.lower().replace("-", " ").split()[-1:]
    has_unit = not unit or last == unit.lower().split()[-1:]
    has_per = named.get("per", amount.per) == amount.per
    has_of = named.get("of", "") in amount.of
    return has_unit and has_per and has_of and qualifier in amount.qualifier


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 2e-3 * max(1.0, abs(other))


def score_speech(text: Text, extract: Extract, errors: Errors) -> Score:
    """Right: a quotation or claim with those words whose speaker bears the labelled name."""
    score = Score()
    said = [f for f in extract.facts if f.kind in ("quotation", "claim") and f.object]
    for span, label in text.marks:
        near = [f for f in said if f.object and f.object.span and _same(f, f.object.span, span)]
        if label == "~":
            continue
        if label == "none":
            score.extra += bool(near)
            if near:
                errors.append(f"{text.name}: “{span.of(text.text)}” by nobody, read {_told(near)}")
            continue
        score.labels += 1
        name, _, hops = label.partition("; hops ")
        depth = int(hops or 1)
        speakers = [(s, f.hops) for f in near for s in _names(f, text, extract)]
        if any(_bears(s, name) and found >= depth for s, found in speakers):
            score.right += 1
        else:
            errors.append(f"{text.name}: “{span.of(text.text)}” by {label}, read {_told(near)}")
    return score


def _told(facts: list[Fact]) -> str:
    return "; ".join(f"{f.kind} of {f.speaker.text if f.speaker else None}" for f in facts) or "-"


def _same(fact: Fact, one: Span, other: Span) -> bool:
    """Whether one covers most of the other, in both directions; a quotation may hold more.

    One that runs over paragraphs is labelled in each of them.
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    if fact.kind == "quotation":
        return common >= 0.6 * (other.end - other.start)
    return common >= 0.6 * max(one.end - one.start, other.end - other.start)


def _names(fact: Fact, text: Text, extract: Extract) -> Iterator[str]:
    if fact.speaker is None:
        return
    yield fact.speaker.text
    for chain in extract.chains if fact.speaker.mention is not None else ():
        if fact.speaker.mention in chain.mentions:
            yield chain.name


def _bears(speaker: str, name: str) -> bool:
    words = set(re.findall(r"\w+", speaker.lower()))
    return set(re.findall(r"\w+", name.lower())) <= words


def extracts(texts: list[Text]) -> list[Extract]:
    """Everything that is found in each text."""
    made = [
        Article(ArticleId(t.name), t.name, Stated(t.title, Origin.TEXT), t.text,
                published=Stated(t.published, Origin.FRONT_MATTER) if t.published else None)
        for t in texts
    ]  # fmt: skip
    return list(extract_all(made, load_tagger()))


def measure(subject: str, which: str) -> tuple[Score, Errors]:
    """The score of one subject on one set."""
    texts = load(subject, which)
    errors: Errors = []
    total = Score()
    read = extracts(texts) if subject == "speech" else []
    for number, text in enumerate(texts):
        if subject == "dates":
            score = score_dates(text, errors)
        elif subject == "amounts":
            score = score_amounts(text, errors)
        else:
            score = score_speech(text, read[number], errors)
        total.labels += score.labels
        total.right += score.right
        total.extra += score.extra
    return total, errors


def main() -> None:
    """Print the figures, and on request the errors of the set that rules are made on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, default="dev")
    parser.add_argument("--subject", choices=SUBJECTS, action="append")
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    if chosen.errors and chosen.set == "held":
        parser.error("the errors of the held texts stay unseen")
    for subject in chosen.subject or SUBJECTS:
        score, errors = measure(subject, chosen.set)
        print(f"{subject:8} {chosen.set}: {score}")
        if chosen.errors:
            print(*errors, sep="\n")


if __name__ == "__main__":
    main()

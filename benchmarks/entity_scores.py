"""Strict scoring of entities: one answer for one person or place, neither split nor merged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.entity_labels import Kind, Labels, Named

Answer = frozenset[str]
"""The normalised forms under which a system mentions one entity in one article."""

_BROKEN = re.compile(r"(?<=\w)-\s+(?=\w)")
_NUMBERED_PART = re.compile(r"\s*\b\d:\s*")
_EDGES = " \t\n.,;:!?\"“”„‘'()[]#*–—-"


def normalise(form: str) -> str:
    """`form` without what makes no difference: case, line ends, "the", a possessive ending."""
    text = unicodedata.normalize("NFC", form).replace("’", "'")
    text = _BROKEN.sub("", _NUMBERED_PART.sub(" ", text))
    text = " ".join(text.split()).casefold().strip(_EDGES)
    text = text.removeprefix("the ").removesuffix("'s")
    return text.strip(_EDGES)


def answer(forms: Iterable[str]) -> Answer:
    """The forms of one predicted entity, ready to be compared."""
    return frozenset(filter(None, map(normalise, forms)))


def _words(form: str) -> list[str]:
    return sorted(re.findall(r"\w+", form))


def _closeness(given: Answer, named: Named, kind: Kind) -> int:
    """2 if `given` holds the full name, 1 if it is surely the same under shorter ones, else 0."""
    full = normalise(named.name)
    if full in given or any(_words(form) == _words(full) for form in given):
        return 2
    if not given <= answer(named.spellings):
        return 0
    if kind == "places" or " " not in full:
        return 1
    parts = set(full.split())
    return int(any(len(parts & set(form.split())) >= 2 for form in given))


@dataclass(slots=True)
class Tally:
    """Counts from which precision, recall and F1 follow."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, other: Tally) -> None:
        """Takes the counts of `other` in."""
        self.right += other.right
        self.predicted += other.predicted
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """The share of answers that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of labelled entities that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.predicted + self.gold
        return 2 * self.right / both if both else 0.0


@dataclass(slots=True)
class Outcome:
    """The score of one kind in one article, and its errors by what went wrong."""

    tally: Tally
    errors: dict[str, list[str]] = field(
        default_factory=lambda: {"missed": [], "false": [], "split": [], "merged": []}
    )


def _pair(given: Sequence[Answer], gold: Sequence[Named], kind: Kind) -> dict[int, int]:
    """Which answer stands for which labelled entity, the closest first, each used once."""
    candidates = []
    for g, named in enumerate(gold):
        known = answer(named.spellings)
        for a, forms in enumerate(given):
            if close := _closeness(forms, named, kind):
                candidates.append((close, len(forms & known), -len(forms - known), -g, -a))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for *_, g, a in sorted(candidates, reverse=True):
        if -g not in pairs and -a not in used:
            pairs[-g] = -a
            used.add(-a)
    return pairs


def score(given: Sequence[Answer], labels: Labels, kind: Kind) -> Outcome:
    """Scores the answers of one kind for one article."""
    given = [forms for forms in given if forms]
    gold = labels.gold[kind]
    pairs = _pair(given, gold, kind)
    used = set(pairs.values())
    optional = answer(labels.optional[kind])
    counted = [a for a, forms in enumerate(given) if a in used or not forms <= optional]
    outcome = Outcome(Tally(len(pairs), len(counted), len(gold)))
    for g, named in enumerate(gold):
        if g in pairs:
            continue
        swallowed = next((a for a in sorted(used) if normalise(named.name) in given[a]), None)
        if swallowed is None:
            outcome.errors["missed"].append(named.name)
        else:
            outcome.errors["merged"].append(f"{named.name} in {_show(given[swallowed])}")
    traps = answer(labels.traps[kind])
    for a in counted:
        if a in used:
            continue
        owner = next((n for n in gold if given[a] & answer(n.spellings)), None)
        if owner is not None:
            outcome.errors["split"].append(f"{_show(given[a])} of {owner.name}")
        else:
            trap = " (a trap)" if given[a] & traps else ""
            outcome.errors["false"].append(_show(given[a]) + trap)
    return outcome


def _show(forms: Answer) -> str:
    return " | ".join(sorted(forms, key=lambda form: (-len(form), form)))

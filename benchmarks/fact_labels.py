"""The labelled articles of the benchmark of facts, and when a found fact answers a label.

Beside each article NAME.txt lies NAME.facts, one fact a line, written from the text alone:
`kind | subject | evidence | when=FIRST..LAST | value=NUMBER | speaker=NAME`. Kinds and names may be
alternatives split at " / "; a line that opens with "?" may be found but need not be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.model import Article, Chain, Extract, Fact, Ref, Span

FOLDER = Path(__file__).resolve().parent / "data" / "facts"
_SAID = ("quotation", "claim")


@dataclass(frozen=True, slots=True)
class Label:
    """A fact that a careful reader would note."""

    kinds: tuple[str, ...]
    subjects: tuple[str, ...]
    evidence: Span
    needed: bool = True
    when: tuple[date, date] | None = None
    value: float | None = None
    speakers: tuple[str, ...] = ()


def labels(path: Path, text: str) -> Iterator[Label]:
    """The labels of a file; `text` is the article that they belong to."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        parts = [part.strip() for part in line.removeprefix("?").split(" | ")]
        kinds, subjects, evidence = parts[:3]
        fields = dict(part.split("=", 1) for part in parts[3:])
        words = r"\s+".join(re.escape(word) for word in evidence.split())
        found = re.search(words, text)
        if found is None:
            raise ValueError(f"{path.name}:{number}: not in the text: {evidence}")
        yield Label(
            tuple(group(kind) for kind in kinds.split(" / ")),
            tuple(subjects.split(" / ")),
            Span(*found.span()),
            not line.startswith("?"),
            _interval(fields.get("when")),
            float(fields["value"]) if "value" in fields else None,
            tuple(fields.get("speaker", "").split(" / ")) if "speaker" in fields else (),
        )


def _interval(written: str | None) -> tuple[date, date] | None:
    if written is None:
        return None
    first, last = written.split("..")
    return date.fromisoformat(first), date.fromisoformat(last)


def group(kind: str) -> str:
    """The kind under which a fact is counted: quotations and claims are one."""
    return "said" if kind in _SAID else kind


@dataclass(frozen=True, slots=True)
class Judge:
    """Says whether facts of one article answer labels."""

    article: Article
    extract: Extract

    def answers(self, fact: Fact, label: Label) -> bool:
        """Same kind, evidence that shares characters, and the right subject."""
        return (
            group(fact.kind) in label.kinds
            and any(span.meets(label.evidence) for span in fact.evidence)
            and self.names(fact.subject, label.subjects)
        )

    def names(self, ref: Ref | None, wanted: tuple[str, ...]) -> bool:
        """Whether `ref`, or the entity behind it, goes by one of the wanted words."""
        if ref is None:
            return False
        known = [ref.text]
        if ref.mention is not None:
            chain = self._chain(ref.mention)
            if chain is not None:
                known += [chain.name, *chain.aliases]
        return any(_has(name, word) for name in known for word in wanted)

    def _chain(self, mention: int) -> Chain | None:
        return next((c for c in self.extract.chains if mention in c.mentions), None)

    def dated(self, fact: Fact, label: Label) -> bool:
        """Whether the date overlaps the wanted one and is no wider than twice."""
        if label.when is None or fact.when is None:
            return False
        first, last = fact.when.first, fact.when.last
        if first is None or last is None:
            return False
        low, high = label.when
        return first <= high and low <= last and (last - first).days < 2 * ((high - low).days + 1)

    def spoken(self, fact: Fact, label: Label) -> bool:
        """Whether the speaker is the wanted one."""
        return self.names(fact.speaker, label.speakers)


def _has(name: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name, re.IGNORECASE) is not None

"""What is so, as the reader has it: facts rejected, edited and added, over those of a corpus."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from corpus.model import (
    FACT_KINDS,
    Article,
    ArticleId,
    Certainty,
    Corpus,
    Detail,
    Extract,
    Fact,
    FactId,
    Ref,
    Span,
    When,
)
from corpus.notebook.anchors import CHANGED
from corpus.notebook.finding import Finder
from corpus.notebook.records import Addition, Edit, Rejection, Statement
from corpus.notebook.tidy import tidy

YOURS: Final = "your correction"
"""The basis of what the reader said."""
ROLE: Final = "correction"
"""The role of the detail that a corrected or added fact has: its words are the reason."""
_ISO: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(slots=True)
class Facts:
    """The facts of articles in which something was corrected, and what has become of which."""

    corpus: Corpus
    finder: Finder
    extracts: dict[ArticleId, Extract] = field(default_factory=dict)
    records: dict[FactId, tuple[str, ...]] = field(default_factory=dict)
    """Fact → ids of the records that made it what it is."""
    rejected: dict[FactId, tuple[Fact, str]] = field(default_factory=dict)
    """Facts that are not shown any more, each with the id of its rejection."""
    unlaid: dict[str, str] = field(default_factory=dict)
    """Id of a record that changes nothing → why."""

    def lay(self, records: Iterable[Rejection | Edit | Addition]) -> None:
        """Makes all corrections, oldest first."""
        for record in sorted(records, key=lambda r: (r.created, r.id)):
            why = self._add(record) if isinstance(record, Addition) else self._correct(record)
            if why:
                self.unlaid[record.id] = why

    def _correct(self, record: Rejection | Edit) -> str:
        placed = self.finder.place(record.on.evidence)
        if placed is None:
            return CHANGED
        article, span = placed
        extract = self._extract(article)
        fact = find_fact(extract.facts, record.on, span, self.records)
        if fact is None:
            return "this fact is not found here any more"
        if isinstance(record, Rejection):
            self.rejected[fact.id] = fact, record.id
            made = None
        else:
            try:
                made = edited(fact, record, article, extract)
            except ValueError as error:
                return str(error)
            self.records[fact.id] = (*self.records.get(fact.id, ()), record.id)
        facts = (made if f is fact else f for f in extract.facts)
        self.extracts[article.id] = replace(extract, facts=tuple(f for f in facts if f))
        return ""

    def _add(self, record: Addition) -> str:
        placed = self.finder.place(record.evidence)
        if placed is None:
            return CHANGED
        article, span = placed
        if span.start == span.end:
            return "no words are chosen that say it"
        extract = self._extract(article)
        try:
            fact = added(record, article, span, extract)
        except ValueError as error:
            return str(error)
        self.records[fact.id] = (record.id,)
        facts = sorted((*extract.facts, fact), key=lambda f: f.evidence[0].start)
        self.extracts[article.id] = replace(extract, facts=tuple(facts))
        return ""

    def _extract(self, article: Article) -> Extract:
        found = self.extracts.get(article.id) or self.corpus.extracts.get(article.id)
        return found if found is not None else Extract(article.id)


def find_fact(
    facts: Iterable[Fact], meant: Statement, span: Span, corrected: Container[FactId] = ()
) -> Fact | None:
    """The fact that is meant: of that kind, said at `span`, and most alike."""
    best, found = (0, 0, 0), None
    for fact in facts:
        if fact.kind != meant.kind or not any(e.meets(span) for e in fact.evidence):
            continue
        object_ = fact.object.text if fact.object is not None else ""
        says = (tidy(fact.subject.text) == meant.subject) + (tidy(object_) == meant.object)
        relation = tidy(fact.relation) == meant.relation
        if not relation and says < 2 and fact.id not in corrected:
            continue
        rank = (1 + says, int(relation), int(fact.evidence[0] == span))
        if rank > best:
            best, found = rank, fact
    return found


def edited(fact: Fact, record: Edit, article: Article, extract: Extract) -> Fact:
    """`fact` with one field as the reader has it. Raises ValueError with what is wrong."""
    maker = FIELDS.get(record.field)
    if maker is None:
        raise ValueError(f"{record.field} is no field of a fact")
    made = maker(fact, record.value.strip(), _Place(article, extract, fact.evidence[0]))
    told = Detail(ROLE, Ref(f"{record.field}: {record.reason}".rstrip(": "), basis=YOURS))
    return replace(made, details=(*made.details, told))


def added(record: Addition, article: Article, span: Span, extract: Extract) -> Fact:
    """The fact that the reader found at `span`. Raises ValueError with what is wrong."""
    where = _Place(article, extract, span)
    told = Detail(ROLE, Ref(f"added: {record.reason}".rstrip(": "), basis=YOURS))
    fact = Fact(
        FactId(f"{article.id}:{_kind(record.kind)}:{span.start}:{record.id}"),
        record.kind,
        article.id,
        where.ref(record.subject),
        record.relation,
        (span,),
        where.ref(record.object) if record.object else None,
        record.value,
        record.unit or None,
        place=where.ref(record.place) if record.place else None,
        speaker=where.ref(record.speaker) if record.speaker else None,
        hops=1 if record.speaker else 0,
        certainty=_certainty(record.certainty),
        details=(told,),
    )
    if record.first or record.last:
        dates = f"{record.first or record.last}/{record.last or record.first}"
        return replace(fact, when=where.when(dates))
    return fact


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a corrected fact stands: what its words can point to."""

    article: Article
    extract: Extract
    span: Span

    def ref(self, text: str) -> Ref:
        """What the reader named: as it stands in the evidence, else in the article, else not."""
        words = " ".join(text.split())
        if not words:
            raise ValueError("nothing is named")
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        found = pattern.search(self.article.text, self.span.start, self.span.end)
        found = found or pattern.search(self.article.text)
        if found is None:
            return Ref(words, basis=YOURS)
        span = Span(*found.span())
        mentions = self.extract.mentions
        at = next((i for i, m in enumerate(mentions) if m.span == span), None)
        return Ref(words, span, at, YOURS)

    def when(self, text: str) -> When:
        """The interval of "2019", "2019-03", "2019-03-01" or two of these with a slash between."""
        first, _, last = text.partition("/")
        return When(_day(first, last=False), _day(last or first, last=True), text, self.span, YOURS)


def _day(text: str, *, last: bool) -> date:
    found = _ISO.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text} is no date like 2019, 2019-03 or 2019-03-01")
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1))
    except ValueError:
        raise ValueError(f"{text} is no date") from None


def number(text: str) -> float | None:
    """The number that `text` writes, None for none. Raises ValueError with what is wrong."""
    if not text:
        return None
    try:
        value = float(text.replace(",", "").replace("_", ""))
    except ValueError:
        raise ValueError(f"{text} is no number") from None
    if not math.isfinite(value):
        raise ValueError(f"{text} is no number")
    return value


def _certainty(text: str) -> Certainty:
    try:
        return Certainty(text)
    except ValueError:
        raise ValueError(f"certainty is one of {', '.join(Certainty)}") from None


def _kind(text: str) -> str:
    if text not in FACT_KINDS:
        raise ValueError(f"{text} is no kind of fact")
    return text


_Maker = Callable[[Fact, str, _Place], Fact]
FIELDS: Final[Mapping[str, _Maker]] = {
    "kind": lambda f, v, p: replace(f, kind=_kind(v)),
    "subject": lambda f, v, p: replace(f, subject=p.ref(v)),
    "relation": lambda f, v, p: replace(f, relation=v),
    "object": lambda f, v, p: replace(f, object=p.ref(v) if v else None),
    "place": lambda f, v, p: replace(f, place=p.ref(v) if v else None),
    "speaker": lambda f, v, p: replace(f, speaker=p.ref(v) if v else None),
    "source": lambda f, v, p: replace(f, source=p.ref(v) if v else None),
    "value": lambda f, v, p: replace(f, value=number(v)),
    "high": lambda f, v, p: replace(f, high=number(v)),
    "unit": lambda f, v, p: replace(f, unit=v or None),
    "per": lambda f, v, p: replace(f, per=v),
    "qualifier": lambda f, v, p: replace(f, qualifier=v),
    "when": lambda f, v, p: replace(f, when=p.when(v) if v else None),
    "since": lambda f, v, p: replace(f, since=p.when(v) if v else None),
    "certainty": lambda f, v, p: replace(f, certainty=_certainty(v)),
    "hedge": lambda f, v, p: replace(f, hedge=v),
}
"""Field of a fact → how it is set from the reader's text; empty takes it away where that goes."""

"""A fact before it has its place in the article's list: what a family finds."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Certainty, Detail, Ref, Span, When


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact without id and article; the fields mean what they mean in `Fact`.

    `at` is the stretch that says it within the evidence (by default the first of it): speakers and
    hedges are looked for around it.
    """

    kind: str
    subject: Ref
    relation: str
    evidence: tuple[Span, ...]
    object: Ref | None = None
    value: float | None = None
    unit: str | None = None
    when: When | None = None
    place: Ref | None = None
    speaker: Ref | None = None
    hops: int = 0
    certainty: Certainty = Certainty.STATED
    hedge: str = ""
    high: float | None = None
    qualifier: str = ""
    per: str = ""
    source: Ref | None = None
    since: When | None = None
    details: tuple[Detail, ...] = ()
    tellers: tuple[Ref, ...] = ()
    at: Span | None = None

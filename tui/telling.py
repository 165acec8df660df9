"""A fact as the screen tells it: in plain words, with what is inferred, who says so, how surely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.model import Article, Certainty, Corpus, Fact, Ref, Span, When
from tui.node import Node
from tui.wording import place_line, source_line, statement, when_line

INFERRED = "~"
"""Stands before what is inferred."""
SIGNS = {
    Certainty.STATED: "=", Certainty.REPORTED: ":", Certainty.HEDGED: "?", Certainty.OPINION: "!",
}  # fmt: skip
"""One character for how surely a fact is told, in every terminal."""
WRITTEN = "as written"
YOURS = "your correction"
"""The basis of what the reader said (`corpus.notebook`), which is not inferred."""
_MOST = 600
"""Characters of a sentence that are shown as evidence."""


def plain_statement(fact: Fact, corpus: Corpus | None = None) -> str:
    """Who, what and where; what is inferred carries its sign, and a pronoun gives way to a name."""
    return statement(
        replace(
            fact,
            subject=_marked(fact, fact.subject, corpus),
            object=_marked(fact, fact.object, None) if fact.object is not None else None,
            place=_marked(fact, fact.place, None) if fact.place is not None else None,
            speaker=_marked(fact, fact.speaker, corpus) if fact.speaker is not None else None,
        )
    )


def _marked(fact: Fact, ref: Ref, corpus: Corpus | None) -> Ref:
    if not inferred(ref):
        return ref
    entity = corpus.entity_for(fact, ref) if corpus is not None else None
    return replace(ref, text=INFERRED + (entity.name if entity is not None else ref.text))


def inferred(ref: Ref | None) -> bool:
    """Whether what a fact points to is inferred: neither as written nor said by the reader."""
    return ref is not None and bool(ref.basis) and ref.basis != YOURS


def date_of(when: When | None) -> str:
    """A date as short as can be, with the sign of what is inferred."""
    line = when_line(when)
    if when is None or not line:
        return ""
    if when.basis in (WRITTEN, YOURS) or when.precision == "open":
        return f"{line} (open)" if when.precision == "open" and when.basis != WRITTEN else line
    return INFERRED + line


def attribution(fact: Fact) -> str:
    """Who says so and from whom: "says Ri, as told by the agent", "" for the article itself.

    The speaker of a quotation or a claim stands in its statement already.
    """
    tellers = [one.text for one in fact.tellers] or ([fact.speaker.text] if fact.speaker else [])
    spoken = fact.kind in ("quotation", "claim")
    words = []
    if tellers and not spoken:
        sign = INFERRED if inferred(fact.speaker) else ""
        words.append(f"says {sign}{tellers[-1]}")
    words += [f"as told by {teller}" for teller in reversed(tellers[:-1])]
    if fact.hops > max(1, len(tellers)):
        words.append("at second hand" if fact.hops == 2 else f"through {fact.hops} tellers")
    if fact.source is not None:
        words.append(f"from {fact.source.text}")
    return _flat(", ".join(words))


def surely(fact: Fact) -> str:
    """How surely it is told, in a word or two; "" for what the article itself states."""
    if fact.certainty is Certainty.STATED:
        return ""
    hedge = f": {fact.hedge}" if fact.hedge else ""
    if fact.certainty is Certainty.REPORTED and fact.speaker is not None and not hedge:
        return ""
    return f"{fact.certainty.value}{hedge}"


def tail(fact: Fact, line: str) -> str:
    """What follows the statement: when, who says so, how surely, what the reader changed."""
    when = date_of(fact.when)
    words = [
        when if when and when not in line else "",
        attribution(fact),
        surely(fact),
        "corrected" if fact.detail("correction") else "",
    ]
    return " · ".join(word for word in words if word)


def basis(fact: Fact) -> str:
    """What is inferred in a fact and from what, "" where nothing is."""
    said: list[str] = []
    named = (("who", fact.subject), ("what", fact.object), ("where", fact.place),
             ("speaker", fact.speaker), ("source", fact.source))  # fmt: skip
    for what, ref in named:
        if ref is not None and inferred(ref):
            said.append(f"{what}: {ref.basis}")
    for what, when in (("when", fact.when), ("since", fact.since)):
        if when is not None and when.basis not in (WRITTEN, YOURS):
            said.append(f"{what}: “{when.text}”, {when.basis}")
    return _flat(f"{INFERRED} " + " · ".join(said)) if said else ""


def fact_node(fact: Fact, corpus: Corpus, *, source: bool = False, said: str = "") -> Node:
    """A fact as a row that opens on the words that state it; `source` names the article as well.

    `said` is the sign of what the reader has said of it.
    """
    line = " ".join(word for word in (said, plain_statement(fact, corpus)) if word)
    entity = corpus.entity_for(fact, fact.subject) or corpus.entity_for(fact, fact.speaker)
    article = corpus.by_id.get(fact.article) if source else None
    further = (tail(fact, line), source_line(article) if article is not None else "")
    return Node(
        line,
        tail=" · ".join(one for one in further if one),
        sign=SIGNS[fact.certainty],
        goal=(fact.article, fact.evidence[0]),
        entity=entity.id if entity is not None else None,
        note=basis(fact),
        fact=fact,
        inner=below(fact, corpus, source=source),
        folds=False,
        name=fact.id,
    )


def below(fact: Fact, corpus: Corpus, *, source: bool) -> Callable[[], tuple[Node, ...]]:
    """Makes the rows that open below a fact: its words, its further details, its article."""

    def made() -> tuple[Node, ...]:
        article = corpus.by_id.get(fact.article)
        if article is None:
            return ()
        nodes = [evidence(article, span) for span in fact.evidence]
        goal = (fact.article, fact.evidence[0])
        for words in details(fact):
            nodes.append(Node(words, style="muted", goal=goal, whole=True))
        if source:
            where = f"{source_line(article)} ({place_line(article, fact.evidence[0].start)})"
            nodes.append(Node(where, style="muted", goal=goal, whole=True))
        return tuple(nodes)

    return made


def evidence(article: Article, span: Span) -> Node:
    """The words of an article at `span`, as a row."""
    words = _flat(span.of(article.text)[:_MOST])
    if span.end - span.start > _MOST:
        words += "…"
    return Node(f"“{words}”", style="muted", goal=(article.id, span), whole=True,
                name=f"{span.start}-{span.end}")  # fmt: skip


def details(fact: Fact) -> list[str]:
    """What a fact says besides: since when, how, why, from what it is inferred."""
    said = []
    if fact.since is not None:
        said.append(f"happened: {date_of(fact.since)}")
    corrected = fact.detail("correction")
    if corrected is not None:
        said.append(f"corrected by you: {corrected.text}")
    said += [
        f"{one.role}: {INFERRED if inferred(one.ref) else ''}{one.ref.text}"
        for one in fact.details
        if one.role != "correction"
    ]
    told = [attribution(fact), f"{fact.certainty.value}{f' ({fact.hedge})' if fact.hedge else ''}"]
    said.append(" · ".join(word for word in told if word))
    if why := basis(fact):
        said.append(why)
    return [_flat(one) for one in said]


def _flat(text: str) -> str:
    return " ".join(text.split())

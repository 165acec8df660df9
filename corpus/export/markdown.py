"""A report of everything that is stated, or a dossier of one entity, with footnoted evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.across.dossier import dossier
from corpus.across.merging import Line, lines
from corpus.across.parties import words
from corpus.export import telling
from corpus.export.setting import Setting
from corpus.model import FACT_KINDS, Article, Corpus, EntityId, Fact

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$^]")
_LEADING = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_SECTIONS = (
    ("aliases", "Other names"), ("roles", "Roles"), ("moves", "Moves"),
    ("disclosures", "Disclosures"), ("kin", "Family"), ("harm", "Harm"), ("events", "Events"),
    ("quantities", "Quantities"), ("ties", "Ties"), ("said", "Says"), ("told", "Others say"),
    ("gaps", "Unknown"), ("others", "Further"),
)  # fmt: skip
_HEADINGS = {
    "role": "Roles", "move": "Moves", "disclosure": "Disclosures", "kin": "Family", "harm": "Harm",
    "quantity": "Quantities", "quotation": "Quotations", "claim": "Claims", "event": "Events",
    "name": "Names", "tie": "Ties", "gap": "Unknown", "practice": "Practices",
    "judgement": "Judgements",
}  # fmt: skip


def write(corpus: Corpus, setting: Setting) -> Iterator[str]:
    """The dossier of the entity that `setting` narrows to, else a report of all articles."""
    notes = Footnotes(corpus)
    yield from (
        _dossier(corpus, setting.about, notes) if setting.about else _report(corpus, setting, notes)
    )
    if setting.left_out:
        yield f"\n*{escaped(setting.left_out.sentence)}*\n"
    yield from notes.lines()


def escaped(text: str) -> str:
    """`text` in one line, with nothing in it that Markdown would act upon."""
    plain = " ".join(text.split())
    plain = _SPECIAL.sub(lambda found: f"\\{found[0]}", plain)
    plain = re.sub(r"(?i)(https?|ftp)://|(www)\.", _unlinked, plain)
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}",
                        plain)  # fmt: skip


def _unlinked(found: re.Match[str]) -> str:
    """An address that stays words: `http\\://` is read as it was, and no link is made of it."""
    return f"{found[1]}\\://" if found[1] else f"{found[2]}\\."


class Footnotes:
    """The evidence, numbered in the order in which it is first quoted."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._numbers: dict[tuple[object, ...], int] = {}
        self._facts: list[Fact] = []

    def marks(self, facts: Iterable[Fact]) -> str:
        """The marks of the sentences that state `facts`, each once."""
        found: dict[int, None] = {}
        for fact in facts:
            key = (fact.article, fact.evidence)
            if key not in self._numbers:
                self._numbers[key] = len(self._numbers) + 1
                self._facts.append(fact)
            found[self._numbers[key]] = None
        return "".join(f"[^{number}]" for number in found)

    def lines(self) -> Iterator[str]:
        """The notes themselves."""
        if self._facts:
            yield "\n"
        for number, fact in enumerate(self._facts, 1):
            article = self._corpus.by_id[fact.article]
            where = telling.place(article, fact.evidence[0].start)
            said = escaped(telling.quote(article, fact))
            yield f"[^{number}]: “{said}” — {source(article)} ({escaped(where)})\n"


def source(article: Article) -> str:
    """An article as a note names it."""
    stated = (article.author, article.title, article.publisher, article.published)
    return ", ".join(
        f"*{escaped(one.value)}*" if one is article.title else escaped(one.value)
        for one in stated if one is not None
    )  # fmt: skip


def _dossier(corpus: Corpus, about: EntityId, notes: Footnotes) -> Iterator[str]:
    found = dossier(corpus, about)
    yield f"# {escaped(found.entity.name)}\n\n"
    counts = f"{len(found.entity.sightings):,} mentions in {len(found.articles):,} articles"
    yield f"{found.entity.kind.value.capitalize()}, {counts}.\n"
    others = [one.text for one in found.spellings if one.text != found.entity.name]
    if others:
        yield f"\nAlso written: {', '.join(map(escaped, others))}.\n"
    for name, heading in _SECTIONS:
        yield from _section(heading, getattr(found, name), notes)
    if found.company:
        yield "\n## Named together with\n\n"
        for one in found.company:
            places = f"{len(one.sentences):,} sentences, {len(one.articles):,} articles"
            yield f"- {escaped(one.entity.name)} ({places})\n"
    yield from _sources(corpus.by_id[one] for one in found.articles)
    for note in found.notes:
        yield f"\n{escaped(note)}\n"


def _report(corpus: Corpus, setting: Setting, notes: Footnotes) -> Iterator[str]:
    yield f"# {escaped(setting.title)}\n\n"
    yield f"{len(corpus.articles):,} articles, {len(corpus.entities):,} names.\n"
    boxes: dict[str, list[Fact]] = {}
    for fact in telling.facts(corpus, setting):
        boxes.setdefault(fact.kind, []).append(fact)
    for kind in sorted(boxes, key=_rank):
        merged = lines(boxes[kind], lambda f: (words(f), f.relation, f.certainty), telling.says)
        yield from _section(_HEADINGS.get(kind, kind.capitalize()), merged, notes)
    yield from _sources(corpus.articles)
    if corpus.skipped:
        yield "\n## Not loaded\n\n"
        for one in corpus.skipped:
            yield f"- {escaped(one.path)}: {escaped(one.reason)}\n"


def _rank(kind: str) -> tuple[int, str]:
    return (FACT_KINDS.index(kind) if kind in FACT_KINDS else len(FACT_KINDS)), kind


def _section(heading: str, found: Sequence[Line], notes: Footnotes) -> Iterator[str]:
    if not found:
        return
    yield f"\n## {heading}\n\n"
    for line in found:
        when = _date(line)
        sure = sorted({f.certainty.value for f in line.facts} - {"stated"})
        told = "; ".join(filter(None, (when, ", ".join(sure))))
        tail = f" ({escaped(told)})" if told else ""
        yield f"- {escaped(line.text)}{tail}{notes.marks(line.facts)}\n"


def _date(line: Line) -> str:
    when = line.when
    if when is None:
        return ""
    if when.first is None and when.last is None:
        return when.text
    ends = dict.fromkeys((when.first, when.last))
    span = "–".join(str(end or "") for end in ends)
    return span if when.basis == "as written" else f"{span}, by {when.basis}"


def _sources(articles: Iterable[Article]) -> Iterator[str]:
    yield "\n## Sources\n\n"
    for article in articles:
        yield f"- {source(article)}. {escaped(article.path)}\n"

"""All formats in one place: adding one is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from corpus.export.setting import Setting
from corpus.model import Corpus

Write = Callable[[Corpus, Setting], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ending of its files, and what of the corpus it holds."""

    name: str
    ending: str
    what: str

    def write(self, corpus: Corpus, setting: Setting) -> Iterator[str]:
        """The text of the export in pieces."""
        module = import_module(f"corpus.export.{self.name.replace('-', '_')}")
        write: Write = module.write
        return write(corpus, setting)


FORMATS: Final[dict[str, Format]] = {
    one.name: one
    for one in (
        Format("csv", ".csv", "facts, articles, entities or mentions as a table"),
        Format("jsonl", ".jsonl", "the whole model as JSON lines"),
        Format("markdown", ".md", "a report, or of one entity a dossier, with footnoted evidence"),
        Format("bibtex", ".bib", "the sources for BibTeX and biblatex"),
        Format("csl-json", ".json", "the sources for Zotero, pandoc and others"),
        Format("ftm", ".ftm.json", "entities, documents and relations for FollowTheMoney"),
        Format("geojson", ".geojson", "the places with who names them"),
        Format("icalendar", ".ics", "what happened when, for calendars"),
        Format("timelinejs", ".json", "what happened when, for TimelineJS"),
        Format("gexf", ".gexf", "who is named with whom, for Gephi"),
        Format("graphml", ".graphml", "who is named with whom, for yEd, Gephi, igraph"),
    )
}


def export(corpus: Corpus, name: str, setting: Setting | None = None) -> Iterator[str]:
    """The text of an export in pieces. Raises KeyError for an unknown format."""
    return FORMATS[name].write(corpus, setting or Setting())

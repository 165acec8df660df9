"""Tantivy, which finds and ranks articles: its index, and our queries in its terms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur
from tantivy import Query as Wanted

from corpus.search.query import All, Any, Node, Not, Words

_MEMORY = 20_000_000
"""Bytes that hold new articles before they are written."""
_TITLE = 2.0
"""How much more a word counts in the title."""
_EXPANDED = 64
"""Words that a prefix is spelt out to; from more on, all of them count alike."""
_LONGER = 0.4
"""How much a longer word counts that only begins with what was typed."""
_TYPED_OUT = 2.0
"""What a word gets ahead of the longer ones, which are rarer and would else rank first."""
_WHOLE_WORDS = "words"


@dataclass(frozen=True, slots=True)
class Found:
    """Numbers of articles and their scores, in no order that matters."""

    numbers: NDArray[np.int64]
    scores: NDArray[np.float32]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=False, indexed=True, fast=True)
    builder.add_text_field("title", tokenizer_name=_WHOLE_WORDS)
    builder.add_text_field("text", tokenizer_name=_WHOLE_WORDS)
    return builder.build()


class Engine:
    """The index in the folder `path`, or in memory where that is None.

    Words come here folded and parted by blanks, so that an article has the same words for us and
    for the engine.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._schema = _schema()
        if path is None:
            self._index = tantivy.Index(self._schema)
        else:
            path.mkdir(parents=True, exist_ok=True)
            self._index = tantivy.Index(self._schema, path=str(path), reuse=True)
        splitter = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_WHOLE_WORDS, splitter)
        self._writer: tantivy.IndexWriter | None = None
        self._searcher = self._index.searcher()

    @property
    def count(self) -> int:
        """How many articles are indexed."""
        return self._searcher.num_docs

    def stamp(self) -> str:
        """What changes with every commit; to see whether the index is the one last written."""
        if self._path is None:
            return ""
        return str(json.loads((self._path / "meta.json").read_text())["opstamp"])

    def files(self, thorough: bool) -> dict[str, tuple[int, int]]:
        """The files that hold the index: their sizes and, if `thorough`, their check sums, else 0.

        The engine believes what it reads, and a damaged file would bring it down.
        """
        if self._path is None:
            return {}
        live: dict[str, str] = {}
        for part in json.loads((self._path / "meta.json").read_text())["segments"]:
            deletes = part["deletes"] or {}
            live[part["segment_id"].replace("-", "")] = f".{deletes.get('opstamp')}.del"
        found = [
            file for file in sorted(self._path.iterdir())
            if (bare := live.get(file.name.partition(".")[0])) is not None
            and (file.suffix != ".del" or file.name.endswith(bare))
        ]  # fmt: skip
        return {
            file.name: (file.stat().st_size, crc32(file.read_bytes()) if thorough else 0)
            for file in found
        }

    def add(self, number: int, title: str, text: str) -> None:
        """Index an article by its folded words."""
        document = tantivy.Document()
        document.add_unsigned("number", number)
        document.add_text("title", title)
        document.add_text("text", text)
        self._writing().add_document(document)

    def remove(self, numbers: Iterable[int]) -> None:
        """Take articles out."""
        for number in numbers:
            # by a query, since a term given as a number is taken to be signed and found nowhere
            this = Wanted.term_query(self._schema, "number", number)
            self._writing().delete_documents_by_query(this)

    def commit(self) -> None:
        """Make lasting, and findable, what was added and removed."""
        if self._writer is not None:
            self._writer.commit()
        self.reload()

    def close_writer(self) -> None:
        """Let merging come to its end, and give memory and lock of the writer back."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.rollback()
            writer.garbage_collect_files()
            writer.wait_merging_threads()
        self.reload()

    def reload(self) -> None:
        """Take in what others have written."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_MEMORY, 1)
        return self._writer

    def find(self, node: Node, like: Callable[[str, int], list[str]]) -> Found:
        """The articles that `node` (without fields of ours) means; `like` spells patterns out.

        Raises `ValueError` when words with `*` in a row stand for too many.
        """
        searcher, like = self._searcher, cache(like)
        limit = max(1, searcher.num_docs)
        hits = searcher.search(self._wanted(node, like), limit, count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return Found(
            np.array(numbers, dtype=np.int64),
            np.fromiter((score for score, _ in hits), dtype=np.float32, count=len(hits)),
        )

    def _wanted(self, node: Node, like: Callable[[str, int], list[str]]) -> Wanted:
        if isinstance(node, Words):
            title = Wanted.boost_query(self._row("title", node.patterns, like), _TITLE)
            if node.title:
                return title
            return Wanted.boolean_query(
                [(Occur.Should, title), (Occur.Should, self._row("text", node.patterns, like))]
            )
        if isinstance(node, Not):
            return Wanted.boolean_query(
                [(Occur.Must, Wanted.const_score_query(Wanted.all_query(), 0.0)),
                 (Occur.MustNot, self._wanted(node.part, like))]
            )  # fmt: skip
        if isinstance(node, Any):
            return Wanted.boolean_query(
                [(Occur.Should, self._wanted(part, like)) for part in node.parts]
            )
        if isinstance(node, All):
            return Wanted.boolean_query(
                [(Occur.Must, self._wanted(part, like)) for part in node.parts]
            )
        raise TypeError(node)

    def _row(
        self, field: str, patterns: tuple[str, ...], like: Callable[[str, int], list[str]]
    ) -> Wanted:
        if len(patterns) == 1:
            return self._word(field, patterns[0], like)
        fixed: list[str | tuple[int, str]] = [
            (at, word) for at, word in enumerate(patterns) if word != "*"
        ]
        if not any("*" in word for word in patterns if word != "*"):
            return Wanted.phrase_query(self._schema, field, fixed)
        pairs: list[str | tuple[int, str]] = [
            (at, _regex(word)) for at, word in enumerate(patterns) if word != "*"
        ]
        return Wanted.regex_phrase_query(self._schema, field, pairs)

    def _word(
        self, field: str, pattern: str, like: Callable[[str, int], list[str]]
    ) -> Wanted:  # fmt: skip
        if "*" not in pattern:
            return Wanted.term_query(self._schema, field, pattern, "freq")
        spelt = like(pattern, _EXPANDED + 1)
        stem = pattern.rstrip("*")
        terms = [Wanted.term_query(self._schema, field, stem, "freq")]
        if len(spelt) > _EXPANDED:
            longer = [Wanted.regex_query(self._schema, field, _regex(pattern))]
        else:
            longer = [
                Wanted.term_query(self._schema, field, word, "freq")
                for word in spelt if word != stem
            ]  # fmt: skip
        if "*" not in pattern[:-1]:
            longer = [Wanted.boost_query(one, _LONGER) for one in longer]
            longer.extend((*terms, Wanted.const_score_query(terms[0], _TYPED_OUT)))
        return Wanted.boolean_query([(Occur.Should, one) for one in longer])


def _regex(pattern: str) -> str:
    """`pattern` as a regular expression of the engine."""
    return ".*".join(_escaped(part) for part in pattern.split("*"))


def _escaped(text: str) -> str:
    return "".join(c if c.isalnum() else f"\\{c}" for c in text)

"""Engines: the tagger that the settings name, ours or a pipeline of spaCy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from corpus.errors import DatelineError
from corpus.language.tagger import Tagged, load
from corpus.language.tokens import Tokens

SMALL = "small"
_SPACY = "spacy:"
_NEEDLESS = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "morphologizer")


class TaggerLike(Protocol):
    """What finds the names in texts."""

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """The names in each text, in order and apart."""
        ...

    def tag_tokens(self, texts: Sequence[Tokens]) -> list[list[Tagged]]:
        """The same for texts that are cut into tokens already."""
        ...


class SpacyTagger:
    """A pipeline of spaCy; it cuts texts into tokens of its own and keeps its own labels."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def tag(self, texts: Sequence[str]) -> list[list[Tagged]]:
        """The names in each text, in order and apart."""
        return [
            [Tagged(name.start_char, name.end_char, name.label_) for name in document.ents]
            for document in self._pipeline.pipe(texts)
        ]

    def tag_tokens(self, texts: Sequence[Tokens]) -> list[list[Tagged]]:
        """The names in the text behind each list of tokens."""
        return self.tag([tokens.text for tokens in texts])


def open_tagger(engine: str) -> TaggerLike:
    """The tagger named `engine`: "small", or "spacy:" and the name of an installed pipeline.

    Raises DatelineError, with the command that helps, if there is no such engine here.
    """
    if engine == SMALL:
        return load()
    name = engine.removeprefix(_SPACY)
    if name == engine or not name:
        raise DatelineError(
            f'the tagger engine "{engine}" is unknown: use "{SMALL}" or "{_SPACY}NAME", '
            f'for instance "{_SPACY}en_core_web_md"'
        )
    try:
        import spacy
    except ImportError as error:
        raise DatelineError(
            f'the tagger engine "{engine}" needs spaCy: run  pip install "dateline[spacy]"'
        ) from error
    try:
        pipeline = spacy.load(name, exclude=_NEEDLESS)
    except (OSError, ImportError, ValueError) as error:
        raise DatelineError(
            f'spaCy cannot load the pipeline "{name}": run  python -m spacy download {name}  '
            f"({str(error).splitlines()[0] if str(error) else type(error).__name__})"
        ) from error
    if not {"ner", "entity_ruler", "span_ruler", "beam_ner"} & set(pipeline.pipe_names):
        raise DatelineError(f'the spaCy pipeline "{name}" finds no names: choose one with "ner"')
    pipeline.max_length = 1 << 30
    return SpacyTagger(pipeline)

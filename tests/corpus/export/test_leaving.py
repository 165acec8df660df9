"""Whoever is left out is nowhere to be read, and all that stays is where it says it is."""

from __future__ import annotations

import re

import pytest
from anyascii import anyascii
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.export import FORMATS, Setting, export, leave_out
from corpus.export.blacking import BLACK, Cuts, Names, merged
from corpus.model import Corpus, Span
from tests.corpus.export import sample


def without(*names: str) -> tuple[Corpus, Setting]:
    made, left = leave_out(sample.corpus(), [sample.entity(name) for name in names])
    return made, Setting(left_out=left)


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_names_whom_it_leaves_out(name: str) -> None:
    plain = "".join(export(sample.corpus(), name))
    assert re.search(r"anna[\W_]{1,3}vella", plain, re.I) or name == "geojson"
    made, setting = without("Anna Vella")
    text = "".join(export(made, name, setting))
    assert not re.search(r"anna[\W_]{1,3}vella|vella[\W_]{1,3}anna", text, re.I)
    assert not re.search(r"\banna\b", text, re.I)
    assert "Mario Borg" in text or name in ("bibtex", "csl-json", "geojson")
    counted = setting.left_out
    record = text.replace("\\", "").replace("\r\n ", "").replace("&quot;", '"')
    assert "1 person is left out" in record or f'"names":{counted.names}' in record.replace(" ", "")


def test_what_is_left_out_is_counted_but_not_named() -> None:
    made, setting = without("Anna Vella", "Mario Borg")
    left = setting.left_out
    assert left.people == 2
    assert left.names == sum(article.text.count(BLACK) for article in made.articles)
    assert left.facts == len(sample.corpus().facts) - len(made.facts) > 0
    assert not leave_out(sample.corpus(), [])[1]


def test_every_span_that_stays_holds_the_same_words() -> None:
    made, _ = without("Anna Vella")
    before = {fact.id: fact for fact in sample.corpus().facts}
    names = Names(["Anna Vella"])
    assert len(made.facts) > 0
    for fact in made.facts:
        old, new = (c.by_id[fact.article].text for c in (sample.corpus(), made))
        for then, now in zip(before[fact.id].evidence, fact.evidence, strict=True):
            squeezed = re.sub(re.escape(BLACK), "", now.of(new))
            assert squeezed in names.blacken(then.of(old)).replace(BLACK, "")
        for ref in fact.refs:
            if ref.span is not None and not ref.basis:
                assert ref.text in (ref.span.of(new), " ".join(ref.span.of(new).split()))
    for entity in made.entities:
        for seen in entity.sightings:
            shown = made.by_id[seen.article].text[seen.start : seen.end]
            assert " ".join(shown.split()) in entity.spellings


def test_the_corpus_holds_together_without_them() -> None:
    made, _ = without("Anna Vella")
    gone = sample.entity("Anna Vella")
    assert gone not in made.entity_by_id
    assert gone not in {one.id for one in made.entities}
    assert all(gone not in ids for ids in made.entities_in.values())
    assert gone not in set(made.entity_of.values())
    for one in made.entities:
        assert made.entity_by_id[one.id] == one
        for fact in made.facts_about.get(one.id, ()):
            assert fact in made.extracts[fact.article].facts
    for fact in made.facts:
        for ref in fact.refs:
            made.entity_for(fact, ref)
    assert [one.id for one in made.headings] == [one.id for one in made.articles]
    assert all("anna" not in one.path.casefold() for one in made.headings)


def test_relatives_keep_their_own_name() -> None:
    made, _ = without("Anna Vella")
    assert any(one.name.startswith("Carla") for one in made.entities)


def test_a_name_that_nobody_was_found_under_is_blacked_out_too() -> None:
    made, left = leave_out(sample.corpus(), [], ["harbour board"])
    assert left.people == 1
    assert not any("Harbour Board" in article.text for article in made.articles)
    assert not any("Harbour Board" in entity.name for entity in made.entities)


TEXTS = st.text(st.sampled_from("ab Z-_.\n김é"), max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
       st.integers(0, 60), st.integers(0, 60))  # fmt: skip
def test_cuts_move_a_span_to_the_same_words(
    text: str, ranges: list[tuple[int, int]], start: int, end: int
) -> None:
    size = len(text)
    spans = merged(Span(min(a, size), min(b, size)) for a, b in ranges if a < b)
    cuts = Cuts(spans)
    made = cuts.text(text)
    start, end = sorted((min(start, size), min(end, size)))
    span = Span(start, end)
    now = cuts.span(span)
    assert 0 <= now.start <= now.end <= len(made)
    if start == end:
        return
    low = min([start, *(s.start for s in spans if s.start < start < s.end)])
    high = max([end, *(s.end for s in spans if s.start < end < s.end)])
    inner = Cuts(
        tuple(Span(s.start - low, s.end - low) for s in spans if low <= s.start and s.end <= high)
    )
    assert now.of(made) == inner.text(text[low:high])


@given(st.lists(st.sampled_from(["Anna", "Il-kyu", "Ri", "Zoë", "김정은", "O'Neil"]), min_size=2,
                max_size=3, unique=True),
       st.sampled_from([" ", "-", "_", ", ", "  ", "\n", ". "]), st.booleans())  # fmt: skip
@example(["Zoë", "Ri"], "-", True)
def test_a_name_is_found_however_it_is_joined(words: list[str], joint: str, small: bool) -> None:
    names = Names([" ".join(words)])
    shown = joint.join(words)
    shown = shown.lower() if small else shown
    for text in (f"before {shown} after", f"{shown}'s", f"/{anyascii(shown)}.md", shown.upper()):
        black = names.blacken_path(text)
        assert BLACK in black
        assert shown.casefold() not in black.casefold()


@given(st.text(max_size=80))
def test_any_name_can_be_left_out_of_any_text(name: str) -> None:
    names = Names([name])
    assert isinstance(names.blacken(name), str)
    assert isinstance(names.blacken_path(name), str)

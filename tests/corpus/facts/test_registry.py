"""What holds for every fact of every text: evidence, ids, order, and time in proportion."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.facts.registry import find_facts
from corpus.model import FACT_KINDS, Certainty
from tests.corpus.facts.pages import page

_BITS = (
    "Kim |Lee Min| said |that |“We left,” |he |minister |former |, |. |and his wife |was executed |"
    "in 2019 |fled to |Lima |over 20 people |\n\n|(ABC) |Alpha Beta Corp |according to |the |who |"
    "there is no information about |it is unclear whether |declined to comment |, known as |"
    "survived by |made public |a unit of |state-run |Born in |the summit |generally |the largest |"
    "until |; DOB |were |"
    "1. Kim (a.k.a. |handed over to |whose |three people died |him |I |a day after |in prison for |"
    'served as |Q. |A: |"|’s |reportedly |Ä|\ue000'
).split("|")


@settings(max_examples=250)
@given(st.lists(st.sampled_from(_BITS), max_size=25).map("".join) | st.text())
def test_any_text_gives_facts_that_stand_in_it(text: str) -> None:
    found = page(text, "Kim|Lee Min", "Lima", "Alpha Beta Corp")
    facts = find_facts(found)
    for fact in facts:
        assert fact.evidence
        for span in fact.evidence:
            assert 0 <= span.start < span.end <= len(text)
        for ref in fact.refs:
            assert ref.mention is None or 0 <= ref.mention < len(found.mentions)
            assert ref.span is None or 0 <= ref.span.start <= ref.span.end <= len(text)
        assert fact.kind in FACT_KINDS
        assert fact.certainty is not Certainty.REPORTED or fact.speaker is not None
    assert len({f.id for f in facts}) == len(facts)
    starts = [f.evidence[0].start for f in facts]
    assert starts == sorted(starts)
    assert find_facts(found) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Omar Said (2016-2019) fled to Lima in July 2019, said Eva Lind. "
        "“We saw him leave,” she added. He was arrested with his wife and paid $3 million.\n\n",
        '“ " said who was told and he left and they were made public by ',
        "there is no information about Omar Said, a man, a nurse, and, or, the one, ",
        "1. Omar Said (a.k.a. Eva Lind); ",
        "and left and was sent, who left and, ",
        "he fled to Lima on 3 May 2019 and ",
    ],
)
def test_work_grows_in_proportion_to_the_text(text: str) -> None:
    few, many = (_calls(text * n) for n in (40, 80))
    assert many < 2.2 * few


def _calls(text: str) -> int:
    made = 0

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal made
        made += 1

    found = page(text, "Omar Said|Eva Lind", "Lima")
    sys.setprofile(count)
    try:
        find_facts(found)
    finally:
        sys.setprofile(None)
    return made

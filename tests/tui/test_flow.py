"""Lazy wrapping shows every character once, in order, and finds the same rows from anywhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from corpus.model import Corpus, Span
from tests.tui import sample
from tests.tui.room import room
from tui.render import inert
from tui.widgets.flow import Flow

TOKENS = (
    "a",
    "b",
    " ",
    "é",
    "한",
    "e\u0301",
    "\n",
    "\t",
    "\u3000",
    "👩\u200d💻",
    "\x1b",
    "שלום",
    "אב",
)
WORDS = st.lists(st.sampled_from(TOKENS), max_size=200).map("".join)


def forwards(flow: Flow) -> list[tuple[int, int]]:
    """Every row from the first on."""
    rows = [flow.row_at(0)]
    while (row := flow.after(rows[-1][0])) is not None:
        rows.append(row)
    return rows


@settings(deadline=None)
@given(st.lists(WORDS, max_size=3), st.sampled_from([1, 60, 900]), st.integers(2, 90))
def test_every_character_is_shown_once_and_rows_fit(
    parts: list[str], times: int, width: int
) -> None:
    text = "\n".join(part * times for part in parts)[:30_000]
    flow = Flow(text, width)
    rows = forwards(flow)
    assert rows == sorted(rows)
    assert len({start for start, _ in rows}) == len(rows)
    at = 0
    for start, end in rows:
        assert not text[at:start].strip()
        assert cell_len(inert(text[start:end])) <= width
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()
    assert rows[-1] == flow.last


@settings(deadline=None)
@given(WORDS, st.sampled_from([1, 40, 700]), st.integers(4, 90), st.data())
def test_rows_are_the_same_from_anywhere(
    words: str, times: int, width: int, data: st.DataObject
) -> None:
    text = (words * times)[:20_000]
    rows = forwards(Flow(text, width))
    fresh = Flow(text, width)
    offset = data.draw(st.integers(0, len(text)))
    row = fresh.row_at(offset)
    assert row in rows
    at = rows.index(row)
    assert fresh.before(row[0]) == (rows[at - 1] if at else None)
    assert fresh.after(row[0]) == (rows[at + 1] if at + 1 < len(rows) else None)


async def test_a_line_of_five_million_characters_is_wrapped_only_where_it_is_seen() -> None:
    text = "the harbour of Port Elin grew " * 170_000
    article = sample.article("long", "One line", text, "2021-03-09")
    corpus = Corpus(articles=(article,), by_id={article.id: article})
    async with room(corpus) as opened:
        reading = opened.reading
        reading.take("article")
        await opened.press("z", "j", "space", "G", "k")
        pane = reading.article
        assert pane.origin > len(text) - 20_000
        await opened.press("/", "=grew", "enter", "N")
        assert pane.mark is not None
        assert pane.mark.of(text) == "grew"
        pane.show(article, 2_500_000, Span(2_500_000, 2_500_003))
        await opened.pilot.resize_terminal(91, 30)
        await opened.pilot.pause()
        assert 0 < len(pane._flow._pieces) < 20

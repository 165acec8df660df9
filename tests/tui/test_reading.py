"""What a reader does and sees: opening, choosing, finding, going back."""

from __future__ import annotations

import pytest
from textual import events

from corpus.model import Corpus, Span
from tests.tui import sample
from tests.tui.room import room
from tui import messages
from tui.filtering import index_of


async def test_four_panes_show_the_corpus() -> None:
    async with room(sample.corpus()) as open_room:
        assert "2021-03-04 · Coast" in open_room.pane("sources")
        assert "2p 2pl" in open_room.pane("sources")
        assert "1 file skipped" in open_room.pane("sources")
        assert "author" in open_room.pane("article")
        assert "Marta Quill" in open_room.pane("index")
        assert "5 in 3" in open_room.pane("index")
        assert "Roles 3" in open_room.pane("facts")
        assert "3 articles · 3 people · 2 places" in open_room.status()


async def test_enter_opens_the_article_under_the_cursor() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("j", "enter")
        assert "Ledgers of the harbour" in open_room.pane("article")
        assert open_room.reading.pane == "article"
        assert "Ines Morrow" in open_room.pane("article")


async def test_choosing_a_name_narrows_sources_marks_it_and_shows_its_facts() -> None:
    async with room(sample.corpus(), (200, 40)) as open_room:
        await open_room.press("3", "/", "=adair", "enter", "enter")
        assert "Sources: Tomas Adair" in open_room.pane("sources")
        assert "Breakwater" not in open_room.pane("sources")
        assert "Facts: Tomas Adair" in open_room.pane("facts")
        assert "2021-03-04 Harbour" in open_room.pane("facts")
        article = open_room.reading.article
        assert article.article is not None
        assert article.mark is not None
        assert article.mark.of(article.article.text) == "Tomas Adair"
        assert "2 mentions in 2 articles" in open_room.status()


async def test_mentions_lead_from_one_article_into_the_next_and_back() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("3", "/", "=adair", "enter", "enter", "}")
        article = open_room.reading.article
        assert article.article is not None
        assert article.article.id == "ledgers"
        await open_room.press("}")
        assert "No further mention of Tomas Adair" in open_room.status()
        await open_room.press("{")
        assert article.article.id == "harbour"


async def test_a_fact_leads_to_its_evidence_in_another_article() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("2", "l")
        await open_room.press("3", "/", "=marta", "enter", "enter", "4", "enter")
        reading = open_room.reading
        assert reading.article.article is not None
        assert reading.article.article.id == "harbour"
        assert reading.article.mark is not None
        evidence = reading.article.mark.of(reading.article.article.text)
        assert evidence.startswith("The harbour master of Port Elin, Marta Quill")
        assert any(row.startswith("│▌ The harbour master") for row in _rows(open_room, "article"))


def _rows(open_room: object, pane: str) -> list[str]:
    return open_room.pane(pane).split("\n")  # type: ignore[attr-defined,no-any-return]


async def test_back_and_forward_restore_article_place_and_name() -> None:
    async with room(sample.corpus(), size=(100, 12)) as open_room:
        reading = open_room.reading
        await open_room.press("2", "space")
        place = reading.article.origin
        assert place > 0
        await open_room.press("l")
        assert reading.position().article == "ledgers"
        await open_room.press("[")
        assert reading.position().article == "harbour"
        assert reading.article.origin == place
        await open_room.press("]")
        assert reading.position().article == "ledgers"
        await open_room.press("]")
        assert "nothing ahead" in open_room.status()


async def test_finding_in_the_article_marks_counts_and_steps() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("2", "/", "=quill")
        article = open_room.reading.article
        assert article.article is not None
        starts = [span.start for span in article.matches or ()]
        assert len(starts) == 3
        await open_room.press("enter", "n")
        assert article.mark is not None
        assert article.mark.start == starts[1]
        assert "2/3" in open_room.pane("article")
        await open_room.press("N", "N")
        assert article.mark.start == starts[2]
        assert "From the end again" in open_room.status()
        await open_room.press("escape")
        assert not article.matches


async def test_giving_up_a_search_returns_to_the_place() -> None:
    async with room(sample.corpus(), size=(100, 12)) as open_room:
        article = open_room.reading.article
        await open_room.press("2", "/", "=ledgers since")
        assert article.origin > 0
        await open_room.press("escape")
        assert article.origin == -1
        assert article.mark is None


async def test_words_broken_over_rows_are_found_and_absent_ones_told() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("2", "/", "=LEFT HER OFFICE", "enter")
        assert open_room.reading.article.mark is not None
        await open_room.press("/", "=zebra", "enter")
        assert "Not in this article: zebra" in open_room.status()


async def test_the_index_shows_kinds_and_scope() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("3", "l")
        assert "People" in open_room.pane("index")
        assert "Port Elin" not in open_room.pane("index")
        await open_room.press("l")
        assert "Marta" not in open_room.pane("index")
        await open_room.press("h", "w")
        assert "People here" in open_room.pane("index")
        assert "Ines Morrow" not in open_room.pane("index")


async def test_the_index_finds_other_spellings_and_says_why() -> None:
    corpus = sample.corpus()
    async with room(corpus) as open_room:
        await open_room.press("3", "/", "=kuill")
        before = open_room.reading.corpus
        generation = open_room.app.generation
        index = index_of(before)
        open_room.reading.on_indexed(messages.Indexed(generation - 1, before, index))
        open_room.reading.on_indexed(messages.Indexed(generation, Corpus(), index))
        assert open_room.reading.index.why(None) == ""
        open_room.reading.on_indexed(messages.Indexed(generation, before, index))
        await open_room.press("escape", "/", "=Маrtа Kwill")
        assert "Marta Quill" in open_room.pane("index").splitlines()[1]
        assert "Marta Quill · " in open_room.status()
        why = open_room.reading.index.why(None)
        assert why.partition(" · ")[2] != ""
        underlined = [
            segment.text
            for segment in open_room.reading.index.body(0)
            if segment.style is not None and segment.style.underline
        ]
        assert underlined
        assert set("".join(underlined)) <= set("Marta Quill")
        await open_room.press("enter", "enter")
        assert "mentions in" in open_room.status()
        await open_room.press("escape")
        assert "Port Elin" in open_room.pane("index")


async def test_a_kind_can_be_typed_before_a_name() -> None:
    async with room(sample.corpus()) as open_room:
        reading = open_room.reading
        index = index_of(reading.corpus)
        reading.on_indexed(messages.Indexed(open_room.app.generation, reading.corpus, index))
        await open_room.press("3", "/", "=@")
        assert "Port Elin" in open_room.pane("index")
        assert "Marta Quill" not in open_room.pane("index")


async def test_escape_drops_filter_then_name() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("3", "/", "=adair", "enter", "enter", "escape")
        assert open_room.reading.chosen is not None
        assert "Port Elin" in open_room.pane("index")
        await open_room.press("escape")
        assert open_room.reading.chosen is None
        assert "Breakwater" in open_room.pane("sources")


async def test_filtering_sources_and_facts() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("&", "=gazette", "enter", "enter")
        assert open_room.reading.position().article == "breakwater"
        await open_room.press("1", "escape", "4", "/", "=crowns")
        assert "Quantities 1" in open_room.pane("facts")
        assert "Roles" not in open_room.pane("facts")


async def test_skipped_files_can_be_seen_with_their_reasons() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("G", "enter")
        assert "reports/scan.pdf" in open_room.text()
        assert "no text files are read from .pdf yet" in open_room.text()
        await open_room.press("escape")
        assert "Sources" in open_room.text()


async def test_help_lists_every_command_and_the_palette_runs_them() -> None:
    async with room(sample.corpus(), size=(120, 80), keys={"app.redraw": "f5"}) as open_room:
        await open_room.press("?")
        assert "f5" in open_room.text()
        assert "Read the chosen article." in open_room.text()
        await open_room.press("q")
        assert open_room.app.screen is open_room.reading
        await open_room.press(":", "=go to facts", "enter")
        assert open_room.reading.pane == "facts"


async def test_own_keys_work_and_the_old_ones_do_not() -> None:
    async with room(sample.corpus(), keys={"move.down": ","}) as open_room:
        await open_room.press("j")
        assert open_room.reading.sources.cursor == 0
        await open_room.press(",")
        assert open_room.reading.sources.cursor == 1


async def test_choosing_the_name_of_a_sentence() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("2", "enter")
        assert "Mark a sentence" in open_room.status()
        await open_room.press(")", ")", "enter")
        assert open_room.reading.chosen == "organisation:Coastal Board"


async def test_a_better_corpus_leaves_the_reader_where_the_reader_is() -> None:
    async with room(sample.bare(), size=(200, 12)) as open_room:
        reading = open_room.reading
        assert "No names yet" in open_room.pane("index")
        await open_room.press("j", "enter", "space", "4")
        place = reading.position()
        early = sample.article("early", "An earlier one", "Old news.\n", "1999")
        reading.on_arrived(messages.Arrived(open_room.app.generation, sample.corpus(early), True))
        await open_room.pilot.pause()
        assert reading.position() == place
        assert reading.pane == "facts"
        assert reading.sources.standing == "ledgers"
        assert "Ines Morrow" in open_room.pane("article") or reading.article.extract is not None


async def test_a_stale_report_is_dropped() -> None:
    async with room(sample.corpus()) as open_room:
        stale = messages.Arrived(open_room.app.generation - 1, Corpus(), True)
        open_room.reading.on_arrived(stale)
        assert open_room.reading.corpus.articles


async def test_progress_and_failure_are_told() -> None:
    async with room(sample.corpus()) as open_room:
        reading, generation = open_room.reading, open_room.app.generation
        reading.on_progressed(messages.Progressed(generation, "finding names", 3, 21))
        await open_room.pilot.pause()
        assert "Finding names 3 of 21…" in open_room.status()
        reading.on_failed(messages.Failed(generation, "The model is damaged: install again."))
        await open_room.pilot.pause()
        assert "The model is damaged" in open_room.status()


async def test_an_empty_folder_says_so() -> None:
    async with room(Corpus()) as open_room:
        assert "Nothing to read" in open_room.status()
        await open_room.press("enter", "j", "G", "space", "2", ")", "/", "=x", "enter", "}", "[")


@pytest.mark.parametrize(
    "size", [(20, 5), (31, 7), (60, 16), (79, 23), (80, 24), (120, 40), (200, 60), (500, 200)]
)
async def test_every_size_can_be_used(size: tuple[int, int]) -> None:
    async with room(sample.corpus(), size=size) as open_room:
        keys = "tab tab tab tab shift+tab j k G g space b ctrl+d ctrl+u enter z z ? escape"
        for key in keys.split():
            await open_room.press(key)
            assert len(open_room.rows()) == size[1]
        for number, name in enumerate(("sources", "article", "index", "facts"), 1):
            await open_room.press(str(number))
            assert open_room.reading.panes[name].region.width > 0


async def test_resizing_keeps_place_and_pane() -> None:
    async with room(sample.corpus(), size=(120, 12)) as open_room:
        reading = open_room.reading
        await open_room.press("2", "space")
        article = reading.article
        assert article.article is not None
        seen = article.article.text[article.origin : article.origin + 8]
        for size in ((60, 12), (200, 14), (20, 5), (120, 12)):
            await open_room.pilot.resize_terminal(*size)
            await open_room.pilot.pause()
            assert reading.pane == "article"
            assert seen.split()[0] in open_room.pane("article")


async def test_zoom_gives_the_pane_everything_and_takes_it_back() -> None:
    async with room(sample.corpus()) as open_room:
        await open_room.press("4", "z")
        assert open_room.reading.facts.region.width == 120
        await open_room.press("z")
        assert open_room.reading.facts.region.width < 60


async def test_a_mark_out_of_sight_is_brought_into_sight() -> None:
    async with room(sample.corpus(), size=(100, 10)) as open_room:
        article = open_room.reading.article
        text = sample.articles()[0].text
        at = text.index("ledgers since")
        article.set_mark(Span(at, at + 7))
        await open_room.pilot.pause()
        assert "ledgers since" in " ".join(open_room.pane("article").split())


async def test_the_mouse_chooses_and_scrolls() -> None:
    async with room(sample.corpus(), mouse=True, size=(120, 14)) as open_room:
        await open_room.pilot.click("#sources", offset=(5, 3))
        await open_room.pilot.click("#sources", offset=(5, 3))
        await open_room.pilot.pause()
        assert open_room.reading.position().article == "ledgers"


@pytest.mark.parametrize("sheet", ["?", "S", ":"])
async def test_leaving_keys_typed_at_once_leave_a_sheet_once(sheet: str) -> None:
    async with room(sample.corpus()) as opened:
        await opened.press(sheet)
        left = opened.app.screen
        assert left is not opened.reading
        for key in ("escape", "escape", "escape"):
            left.post_message(events.Key(key, None))
        await opened.pilot.pause()
        assert opened.app.screen is opened.reading
        assert opened.app.is_running

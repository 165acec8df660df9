"""The text of an article."""

from __future__ import annotations

from tui.commands.command import ARTICLE, Command, pane_context

CONTEXT = pane_context(ARTICLE, "Article")

COMMANDS: tuple[Command, ...] = (
    Command("article.find", "Find", ("/",), "Find words in this article.", ARTICLE, "find"),
    Command("article.next-match", "Next match", ("n",), "To the next match of the words found.", ARTICLE),
    Command("article.previous-match", "Previous match", ("N",), "To the match before.", ARTICLE),
    Command("article.next-sentence", "Next sentence", (")",), "Mark the next sentence.", ARTICLE),
    Command("article.previous-sentence", "Previous sentence", ("(",), "Mark the sentence before.", ARTICLE),
    Command("article.next-paragraph", "Next paragraph", ("p",), "Mark the beginning of the next paragraph.", ARTICLE),
    Command("article.previous-paragraph", "Paragraph before", ("P",), "Mark the beginning of the paragraph before.", ARTICLE),
    Command("article.next-fact", "Next fact", ("e",), "Mark the words (the evidence) of the next fact.", ARTICLE),
    Command("article.previous-fact", "Fact before", ("E",), "Mark the words of the fact before.", ARTICLE),
    Command("article.pick", "Choose the name", ("enter",), "Choose the name under the mark, or in its sentence.", ARTICLE),
    Command("article.next-article", "Next article", ("J", "right", "l"), "Read the next article of the list.", ARTICLE),
    Command("article.previous-article", "Previous article", ("K", "left", "h"), "Read the article before.", ARTICLE),
    Command("article.add-fact", "Add a fact", ("+",), "Add a fact that the marked words state.", ARTICLE),
)  # fmt: skip

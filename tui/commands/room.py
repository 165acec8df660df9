"""What can be asked for in the reading room, whichever pane is in hand."""

from __future__ import annotations

from tui.commands.command import ANY, ROOM, Command, Context

CONTEXT = Context(ROOM, "In the reading room", (ANY,))

COMMANDS: tuple[Command, ...] = (
    Command("app.quit", "Quit", ("q",), "Leave Dateline.", ROOM, "quit"),
    Command("pane.to-sources", "Go to sources", ("1",), "Go to the list of sources.", ROOM),
    Command("pane.to-article", "Go to article", ("2",), "Go to the text of the article.", ROOM),
    Command("pane.to-index", "Go to index", ("3",), "Go to the people and places.", ROOM),
    Command("pane.to-facts", "Go to facts", ("4",), "Go to the facts.", ROOM),
    Command("place.back", "Back", ("[",), "Back to where you were before.", ROOM),
    Command("place.forward", "Forward", ("]",), "Forward again, after going back.", ROOM),
    Command("place.cancel", "Give up", ("escape",), "Drop the filter, the mark, the name or the zoom.", ROOM),
    Command("place.mark", "Set a mark", ("M",), "Keep this place under a letter: M, then the letter.", ROOM),
    Command("place.recall", "Go to a mark", ("'",), "Go to a kept place: ', then its letter; '' goes back.", ROOM),
    Command("name.take", "Take the name", ("*",), "Choose the name under the cursor, wherever it stands.", ROOM),
    Command("mention.next-mention", "Next mention", ("}",), "To the next place that names the chosen one.", ROOM),
    Command("mention.previous-mention", "Previous mention", ("{",), "To the mention before.", ROOM),
)  # fmt: skip

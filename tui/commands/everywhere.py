"""What can be asked for everywhere: in the reading room and in every view."""

from __future__ import annotations

from tui.commands.command import ANY, Command, Context

CONTEXT = Context(ANY, "Everywhere")

COMMANDS: tuple[Command, ...] = (
    Command("app.help", "Help", ("?", "f1"), "Show every key, those of this pane first.", ANY, "help"),
    Command("app.palette", "Commands", (":", "ctrl+p"), "Find a command by name and run it."),
    Command("app.jump", "Jump", ("f",), "Show a letter at each row and name in sight; typing it goes there."),
    Command("app.repeat", "Repeat", (".",), "Carry out the last command again."),
    Command("keep.copy", "Copy", ("y",), "Copy the marked passage or the row with its citation."),
    Command("keep.save", "Save", ("s",), "Save what this pane shows as text, or the screen as SVG."),
    Command("keep.pipe", "Pipe", ("|",), "Hand the marked passage or the row to a command."),
    Command("keep.original", "Open the original", ("o",), "Open the file of the article in $PAGER or $EDITOR."),
    Command("keep.address", "Web address", ("O",), "Show the web address of the article, and copy it."),
    Command("app.mouse", "Mouse on or off", (), "Let clicks and the wheel reach Dateline, or the terminal again."),
    Command("note.write", "Note", ("a",), "Write a note on the passage, name or fact under the cursor."),
    Command("note.tag", "Tag", ("t",), "Tag it: words with commas between them, Tab completes."),
    Command("note.undo", "Undo", ("U",), "Undo the last change of your notebook, also after a restart."),
    Command("note.redo", "Redo", ("ctrl+r",), "Make the change again that was undone last."),
    Command("app.interrupt", "Break off", ("ctrl+c",), "Leave at once, with exit status 130."),
    Command("app.suspend", "Suspend", ("ctrl+z",), "Go back to the shell; `fg` returns."),
    Command("app.redraw", "Redraw", ("ctrl+l",), "Draw the whole screen again."),
    Command("pane.next-pane", "Next pane", ("tab",), "Go to the next pane."),
    Command("pane.previous-pane", "Previous pane", ("shift+tab",), "Go to the pane before."),
    Command("pane.zoom", "Zoom", ("z",), "Give this pane the whole screen, or take it back."),
)  # fmt: skip

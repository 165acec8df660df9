"""Taking things along: copied with their citation, saved, piped, opened where they come from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from textual.app import SuspendNotSupported

from corpus.model import Article
from corpus.reading import bundled
from tui import outside
from tui.citing import Quote
from tui.clipboard import osc52
from tui.screens.asking import Asking


class Keeping(Asking):
    """What is under the cursor can leave Dateline, with where it comes from."""

    def quoted(self) -> Quote | None:
        """The words under the cursor."""
        return self.in_hand.quoted()

    def original(self) -> Article | None:
        """The article whose file `o` opens."""
        found = self.quoted()
        return found.article if found is not None else self.desk().document

    def do_copy(self) -> None:
        """Copy the words under the cursor with their citation."""
        found = self.quoted()
        if found is None:
            self.note("Nothing to copy: mark a sentence with ) or choose a row first.")
        else:
            self.copy(found.text)

    def copy(self, text: str) -> None:
        """Send `text` to the terminal's clipboard, and say so."""
        sequence = osc52(text, os.environ)
        if sequence is None:
            self.note("Too long for the clipboard of a terminal: save it (s) or pipe it (|).")
            return
        driver = self.app._driver
        if driver is not None:
            driver.write(sequence)
            driver.flush()
        through = ", if tmux lets it pass" if os.environ.get("TMUX") else ""
        self.note(f"Sent to the terminal's clipboard{through}: {len(text)} characters.")

    def do_save(self) -> None:
        """Save what the pane in hand shows, as text, or as a picture of the screen (.svg)."""
        name = f"{self.in_hand.heading().split(':')[0].strip().lower() or 'view'}.txt"
        start = str(Path.home() / name.replace(" ", "-").replace("/", "-"))
        self.ask("Save to (.txt or .svg): ", start, self._save)

    def _save(self, name: str) -> None:
        target = Path(name).expanduser()
        if target.exists():
            self.note(f"Already there, choose another name: {target}")
            return
        try:
            if target.suffix.lower() == ".svg":
                text = self.app.export_screenshot(title="Dateline")
            else:
                text = self.in_hand.as_text()
            with target.open("x", encoding="utf-8", errors="replace") as file:
                file.write(text)
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            self.note(f"Not written: {why} ({target})")
            return
        self.note(f"Saved to {target}.")

    def do_pipe(self) -> None:
        """Hand the words under the cursor to a command."""
        if self.quoted() is None:
            self.note("Nothing to pipe: mark a sentence with ) or choose a row first.")
            return
        self.ask("Pipe to: ", "", self._pipe)

    def _pipe(self, command: str) -> None:
        found = self.quoted()
        if found is None:
            return
        environment = outside.safe_environment(os.environ, self.reader.paths)

        def run() -> int:
            status = outside.pipe(command, found.text, environment)
            print("\n— Enter goes back to Dateline. ", end="", flush=True)
            input()
            return status

        self._outside(run, "The command")

    def do_original(self) -> None:
        """Open the file that the article was read from, in $PAGER or $EDITOR."""
        article = self.original()
        file = self._file_of(article) if article is not None else None
        if file is None:
            self.note("The original file cannot be found from here.")
            return
        environment = outside.safe_environment(os.environ, self.reader.paths)
        command = outside.pager(environment)
        if command is None:
            self.note("There is neither $PAGER nor $EDITOR nor less to show it with.")
            return
        self._outside(lambda: outside.show(command, file, environment), command[0])

    def do_address(self) -> None:
        """Show the web address of the article, and copy it if that is wished."""
        article = self.original()
        address = article.address.value if article is not None and article.address else ""
        if not address.startswith(("https://", "http://")):
            self.note("No web address is known for this article.")
            return

        def answer(key: str) -> None:
            if key == "y":
                self.copy(address)

        self.listen(f"{address} — y copies it, any other key does nothing.", answer)

    def _file_of(self, article: Article) -> Path | None:
        """The file of an article, whose path may be relative to one of the folders opened."""
        paths = self.reader.paths or (bundled(),)
        roots = [Path(), *paths, *(path.parent for path in paths)]
        for root in roots:
            file = root / article.path
            if file.is_file():
                return file
        return None

    def _outside(self, run: Callable[[], int], what: str) -> None:
        """Leave the screen to another program until it ends."""
        try:
            with self.app.suspend():
                status = run()
        except SuspendNotSupported:
            self.note("This terminal cannot be left to another program.")
            return
        except (OSError, EOFError, KeyboardInterrupt) as error:
            why = getattr(error, "strerror", "") or type(error).__name__
            self.note(f"{what} could not be run: {why}.")
            return
        finally:
            self.reader.redraw()
        self.note("" if status == 0 else f"{what} ended with status {status}.")

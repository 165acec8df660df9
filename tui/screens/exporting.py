"""Pictures as files: the suffix of the name decides what is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.drawing.saving import save
from corpus.errors import DatelineError
from tui.screens.view import View
from tui.screens.work import Cancelled

Maker = Callable[[], str]
"""Makes what is written; called in a thread."""


class Exporting(View):
    """A view whose picture can be taken along as text, table or scalable drawing."""

    def makers(self) -> Mapping[str, Maker]:
        """What makes each kind of file, by suffix: ".svg", ".txt", ".csv"."""
        raise NotImplementedError

    def do_save(self) -> None:
        """Ask for the name of the file."""
        kinds = list(self.makers())
        name = re.sub(r"[^\w]+", "-", self.crumb().lower()).strip("-") or "picture"
        prompt = f"Save to ({', '.join(kinds[:-1])} or {kinds[-1]}): "
        self.ask(prompt, str(Path.home() / f"{name[:60]}{kinds[0]}"), self._named)

    def _named(self, name: str) -> None:
        target = Path(name).expanduser()
        makers = self.makers()
        make = makers.get(target.suffix.lower())
        if make is None:
            self.note(f"The name has to end in {', '.join(makers)}.")
        elif target.exists():

            def answer(key: str) -> None:
                if key == "y":
                    self._write(target, make, True)

            told = f"Already there: y replaces it, any other key does not ({target})."
            self.listen(told, answer)
        else:
            self._write(target, make, False)

    def _write(self, target: Path, make: Maker, replace: bool) -> None:
        def job(cancelled: Cancelled) -> Path:
            try:
                save(target, make(), replace=replace)
            except OSError as error:
                raise DatelineError(f"Not written: {error.strerror} ({target})") from error
            return target

        self.work(job, lambda done: self.note(f"Saved to {done}."), lane="file")

"""The program on the screen: the wire to the terminal, the loader, signals, the exit status."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.filter import LineFilter

from corpus import store
from corpus.errors import DatelineError
from corpus.model import ArticleId, Corpus, EntityId, Span
from tui.ahead import Ahead
from tui.keymap import make_keymap
from tui.loader import Stand, follow, gather, load, renew
from tui.maker import Maker
from tui.messages import Noted
from tui.notes.notes import Notes
from tui.paths import cache_folder, notebook_folder
from tui.render import Net
from tui.renewals import Renewals
from tui.screens.hunting import Searching
from tui.screens.paned import Paned
from tui.screens.reading import Reading
from tui.screens.view import View
from tui.seeking import Seeker
from tui.sentinel import PATIENCE, Sentinel
from tui.session import find, keep, key_of
from tui.terminal import Wire
from tui.theme import palette_for
from tui.watching import Watch

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.screen import Screen

    from tui.config import Config
    from tui.notes.state import Laid

_LAST = 15.0
"""Seconds that the notebook may take for its last changes once the terminal is restored."""


_LAG = 1.0
"""Seconds after which the index of words is looked after, if nobody has searched before."""


class Dateline(App[int], inherit_bindings=False):
    """Owns the wire to the terminal, the loader and the exit status."""

    CSS_PATH = "app.tcss"
    TITLE = "Dateline"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list] = []  # type: ignore[type-arg]

    def __init__(
        self,
        paths: Sequence[Path],
        config: Config,
        corpus: Corpus | None = None,
        ahead: Ahead | Maker | store.Snapshot | None = None,
        session: Path | None = None,
    ) -> None:
        """`ahead` is what `paths` have come to so far: stored, being built or being read.

        A `corpus` is shown as it is: for tests, pictures. `session` is the file in which it is kept
        how the reader leaves; None keeps nothing.
        """
        keymap = make_keymap(config.keys)
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self._disable_tooltips = True
        self._disable_notifications = True
        self.paths = tuple(paths)
        self.engine = config.tagger.engine
        self.limits = config.reading.limits
        self.keeps = config.cache.keep
        """Whether what is read and found is kept in the user's cache folder."""
        self.generation = 0
        self._watch = Watch(self.paths, self._notice) if config.reading.watch else None
        self._renewals = Renewals()
        depth = self.console.color_system
        colours = not self.no_color
        self.wire = Wire(colours and config.screen.theme != "mono")
        screen = config.screen
        palette = palette_for(screen.theme, colours=colours, depth=depth, plain=screen.plain)
        self.reading = Reading(palette, keymap)
        self._session = session
        if session is not None and config.screen.restore:
            self.reading.wish = find(session, self.paths)
        self.notes = Notes(_notebook_of(config, self.paths, corpus), self)
        self._given = corpus
        self._ahead = ahead
        self._child: Ahead | Maker | None = None
        self._snapshot: store.Snapshot | None = None
        self._net = Net()
        self.seeker = Seeker(
            lambda: self.is_running and self.call_later(self._sought),
            lambda error: self.is_running and self.call_later(self._handle_exception, error),
        )
        self.seeker.lookup = lambda: self.reading.names
        self.seeker.tags = self.notes.tagged

    def get_default_screen(self) -> Screen[object]:
        """The reading room."""
        return self.reading

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Only the net: colours are fitted to the terminal by the wire."""
        return (self._net,)

    def on_mount(self) -> None:
        """Show what has been read by now, and load the rest."""
        self.app_resume_signal.subscribe(self, lambda _: self.redraw())
        self.call_after_refresh(self._open_notes)
        if self._given is not None:
            self.reading.show(self._given, complete=True)
            return
        self.load()
        if self._watch is not None:
            self._watch.start()

    @property
    def renewing(self) -> bool:
        """Whether what is being loaded is what has changed since."""
        return self._renewals.running

    def _notice(self) -> None:
        """Files have changed, says the thread that watches them."""
        if self.is_running:
            self.call_later(self._renew, wanted=True)

    def _renew(self, wanted: bool = False) -> None:
        """Take in what has changed, unless something is being loaded or was so a moment ago."""
        wait = self._renewals.wait(wanted)
        if wait is None:
            return
        if wait:
            self.set_timer(wait, self._renew)
            return
        self.load(again=True)

    def load(self, distrust: str = "", again: bool = False) -> None:
        """Load the corpus beside the screen; what an earlier call reports from now on is stale.

        The thread is a daemon so that quitting never waits for it. What is stored, or read before
        the first frame, stands in that frame. `distrust` says why what is stored cannot be used;
        `again` that only what has changed is to be found.
        """
        self._renewals.begin(again)
        self.generation += 1
        self.stop_child()
        ahead, self._ahead = self._ahead, None
        if ahead is None and not self.keeps:
            ahead = Ahead(self.paths, self.limits)
        if isinstance(ahead, Ahead):
            self._child = ahead
            if again:
                self._start_beside(self._load_again, ahead, self.reading.base, self.generation)
            else:
                self._load_unkept(ahead)
            return
        if isinstance(ahead, store.Snapshot):
            self._show_stored(ahead, self.generation)
        maker = ahead if isinstance(ahead, Maker) else None
        if maker is not None:
            self._child = maker
            if maker.shown.is_set() and (found := self._open_stored()) is not None:
                self._show_stored(found, self.generation)
        self._start_beside(self._follow, maker, distrust, self.generation)

    def stop_child(self) -> None:
        """End the process that reads or builds; what it has stored stays."""
        child, self._child = self._child, None
        if child is not None:
            child.stop()

    def keep_open(self, found: store.Snapshot, generation: int) -> bool:
        """Take a stored corpus, if its `generation` is still wanted; the one before is let go."""
        if generation != self.generation:
            found.close()
            return False
        before, self._snapshot = self._snapshot, found
        found.on_damage(lambda reason: self.call_later(self._damaged, reason, generation))
        if before is not None:
            # Threads that still look something up in it shall come to an end first.
            self.set_timer(PATIENCE, partial(self._let_go, before))
        return True

    def _let_go(self, before: store.Snapshot) -> None:
        """Close what was shown, once neither the room nor a view that is open shows it any more."""
        views = (screen.corpus for screen in self.screen_stack if isinstance(screen, View))
        if any(one.base is before.corpus for one in (self.reading.corpus, *views)):
            self.set_timer(PATIENCE, partial(self._let_go, before))
        else:
            before.close()

    def take_in(self, corpus: Corpus) -> None:
        """Have the words of a corpus that is shown indexed, soon; the reader's changes count."""
        snapshot = self._snapshot
        stored = snapshot is not None and snapshot.corpus is self.reading.base
        self.seeker.adopt(corpus, snapshot if stored else None)
        self.set_timer(_LAG, self.seeker.begin)

    def _sought(self) -> None:
        """Tell the screens that more words are indexed."""
        for screen in self.screen_stack:
            if isinstance(screen, Searching):
                screen.index_grew()

    def _show_stored(self, found: store.Snapshot, generation: int) -> None:
        if self.keep_open(found, generation):
            self.reading.show(found.corpus, complete=found.complete)

    def _damaged(self, reason: str, generation: int) -> None:
        """Build anew what turned out to be damaged."""
        if generation == self.generation:
            self.load(distrust=reason)

    def _open_stored(self) -> store.Snapshot | None:
        try:
            return store.open(self.paths, cache_folder())
        except store.DamagedError:
            return None

    def _load_unkept(self, ahead: Ahead) -> None:
        """Load into memory, with nothing kept."""
        bare = None
        if ahead.finished.is_set():
            try:
                bare = gather(ahead)
            except DatelineError as error:
                self.reading.fail(str(error))
                return
            self.reading.show(bare, complete=False)
        self._start_beside(self._load, ahead, bare, self.generation)

    def _start_beside(self, work: Callable[..., None], *values: object) -> None:
        """Do `work` in a thread, once the next frame is out."""
        thread = threading.Thread(
            target=self._guarded, args=(work, *values), name="loader", daemon=True
        )
        self.call_after_refresh(self._after_first_frame, thread)

    @staticmethod
    def _after_first_frame(work: threading.Thread) -> None:
        gc.freeze()
        gc.enable()
        work.start()

    def _guarded(self, work: Callable[..., None], *values: object) -> None:
        try:
            work(*values)
            if self.is_running:
                self.call_later(self._loaded, values[-1])
        except Exception as error:  # noqa: BLE001 - handed to the event loop, which ends the program
            if self.is_running:
                self.call_later(self._handle_exception, error)

    def _loaded(self, generation: object) -> None:
        """What was loading has come to its end; files that changed meanwhile are next."""
        if generation == self.generation:
            self._renewals.end()
            self._renew()

    def _load_again(self, ahead: Ahead, before: Corpus, generation: int) -> None:
        renew(
            ahead,
            before,
            self.engine,
            generation,
            self.reading.post_message,
            lambda: self._is_stale(generation),
        )

    def _load(self, ahead: Ahead, bare: Corpus | None, generation: int) -> None:
        load(
            ahead,
            bare,
            self.engine,
            generation,
            self.reading.post_message,
            lambda: self._is_stale(generation),
        )

    def _follow(self, maker: Maker | None, distrust: str, generation: int) -> None:
        """Take in what is built, and load without the store where that cannot be used."""
        if maker is None:
            maker = Maker(self.paths, cache_folder(), self.engine, distrust, self.limits)
            self._child = maker
        stand = Stand(generation, self.reading.post_message, lambda: self._is_stale(generation))
        reason = follow(maker, stand, self._open_stored, self._snapshot)
        if reason and not self._is_stale(generation):
            stand.post(Noted(f"Nothing is kept of this reading: {reason}."))
            self.keeps = False
            ahead = Ahead(self.paths, self.limits)
            self._child = ahead
            if self.renewing:
                self._load_again(ahead, self.reading.base, generation)
            else:
                self._load(ahead, None, generation)

    def _is_stale(self, generation: int) -> bool:
        return generation != self.generation or not self.is_running

    async def on_event(self, event: events.Event) -> None:
        """As Textual's, but a new size has all drawn again: the terminal may have lost it."""
        await super().on_event(event)
        if isinstance(event, events.Resize):
            self.redraw()

    def _open_notes(self) -> None:
        self.notes.start()
        self.notes.lay(self.reading.base)

    def call_notes(self, call: Callable[[], None]) -> None:
        """Make a call from the notebook's thread on the event loop."""
        if self.is_running:
            self.call_later(call)

    def notes_said(self, words: str) -> None:
        """Say what became of a change of the notebook."""
        if isinstance(self.screen, Paned):
            self.screen.note(words)

    def notes_laid(self, laid: Laid) -> None:
        """Show the corpus as the reader has it."""
        known = self.reading.corpus
        self.reading.lay(laid)
        self.seeker.retag()
        if self.reading.corpus is not known:
            self.take_in(self.reading.corpus)
        for screen in self.screen_stack:
            if isinstance(screen, View):
                screen.notes_changed(laid)

    def notes_failed(self, error: Exception) -> None:
        """End: the notebook's thread met with what nobody expected."""
        self._handle_exception(error)

    def redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self.wire.forget()
        if self.screen_stack:
            self.screen.refresh()

    def go(self, article: ArticleId, mark: Span | None = None) -> None:
        """Read `article` at the passage `mark`, whatever is on the screen; the one way there."""
        views = tuple(screen.visit() for screen in self.screen_stack if isinstance(screen, View))
        self._close_views()
        self.reading.arrive(article, mark, tuple(one for one in views if one is not None))

    def choose(self, entity: EntityId) -> None:
        """Choose a name in the reading room, whatever is on the screen."""
        self._close_views()
        self.reading.pick(entity)

    def _close_views(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def turn_mouse(self) -> bool:
        """Turn the mouse on or off; returns whether it is on now."""
        driver = self._driver
        on = driver is not None and not driver._mouse
        if driver is not None:
            # Textual only switches where the driver was told to use a mouse.
            driver._mouse = True
            name = "_enable_mouse_support" if on else "_disable_mouse_support"
            getattr(driver, name, lambda: None)()
            driver._mouse = on
        return on

    def leave(self, status: int) -> None:
        """End with an exit status."""
        self.generation += 1
        self.seeker.close()
        if self._session is not None and self.reading.corpus.articles:
            keep(self._session, self.reading.sitting(key_of(self.paths)))
        self.exit(status)

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        """As Textual's; signals are answered before the terminal is changed, so it is restored."""
        if not headless:
            self._answer_signals()
        return super()._build_driver(headless, inline, mouse, size)

    def _answer_signals(self) -> None:
        loop = asyncio.get_running_loop()
        Sentinel(lambda number: loop.call_soon_threadsafe(self.leave, 128 + number)).start()

    def _set_pointer_shape(self, shape: str) -> None:
        """Send nothing: few terminals change their pointer, and some print the code."""

    def _handle_exception(self, error: Exception) -> None:
        """Keep the error for `run`, which raises it on the restored terminal."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


def _notebook_of(config: Config, paths: Sequence[Path], corpus: Corpus | None) -> Path | None:
    """The folder of the notebook, None for none; that of a given corpus has to be named."""
    wanted = config.notebook
    if not wanted.keep or (corpus is not None and not wanted.folder):
        return None
    return Path(wanted.folder).expanduser() if wanted.folder else notebook_folder(paths)


def finished(app: Dateline, status: int | None) -> int:
    """The exit status of an app that has ended; raises what ended it unexpectedly.

    The notebook's last changes are brought to the disk first; what could not be is told.
    """
    lost = app.notes.close(_LAST)
    if lost:
        print(f"dateline: not all notes could be saved: {lost}", file=sys.stderr)
    if app._exception is not None:
        raise app._exception
    return status or 0

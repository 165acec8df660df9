"""The reading room: four panes, one status line, and what happens between them."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from corpus.model import ArticleId, Corpus, EntityId, Kind, Span
from tui import messages
from tui.commands import ANY, ARTICLE, BY_ID, COMMANDS, FACTS, INDEX, PANES, SOURCES, Command
from tui.history import History, Position
from tui.keymap import Keymap
from tui.loader import nothing_found
from tui.panes.article import Article
from tui.panes.facts import Facts
from tui.panes.index import Index
from tui.panes.sources import Sources
from tui.screens.base import WiredScreen
from tui.screens.plan import Slot, plan
from tui.theme import Palette
from tui.widgets.pane import Pane
from tui.widgets.status import Hint, Status

_NAMES = {SOURCES: "Sources", ARTICLE: "Article", INDEX: "Names", FACTS: "Facts"}


class Reading(WiredScreen):
    """The screen on which Dateline is read."""

    def __init__(self, palette: Palette, keymap: Keymap) -> None:
        super().__init__(palette, keymap)
        self.corpus = Corpus()
        self.history = History()
        self.sources = Sources(palette)
        self.article = Article(palette)
        self.index = Index(palette)
        self.facts = Facts(palette)
        self.status = Status(palette)
        self.panes: dict[str, Pane] = {
            pane.NAME: pane for pane in (self.sources, self.article, self.index, self.facts)
        }
        self.chosen: EntityId | None = None
        self.pane = SOURCES
        self.zoomed = False
        self._recent: tuple[str, ...] = (SOURCES, ARTICLE, INDEX, FACTS)
        self._slots: dict[str, Slot] = {}
        self._note = ""
        self._progress = "Starting…"
        self._failure = ""
        self.sources.active = True

    def compose(self) -> ComposeResult:
        """The panes and the status line."""
        yield from self.panes.values()
        yield self.status

    def on_mount(self) -> None:
        """Show where the reader is."""
        super().on_mount()
        self._tell()

    def on_resize(self, event: events.Resize) -> None:
        """Take the new size, keeping place and pane."""
        self._place(event.size.width, event.size.height)

    # Keys and commands

    def key_pressed(self, key: str, character: str | None) -> None:
        """Type into an open field, else run the command of the key."""
        pane = self.panes[self.pane]
        self._note = ""
        if pane.field is not None and self._type(pane, key, character):
            self._tell()
            return
        command = self.keymap.find(key, self.pane)
        if command is not None:
            self.run_command(command)
        self._tell()

    def run_command(self, command: Command) -> None:
        """Carry out a command: the screen's own, or one of the pane in hand."""
        if command.context == ANY:
            getattr(self, command.method)()
        else:
            self.panes[self.pane].run(command.method)

    def _type(self, pane: Pane, key: str, character: str | None) -> bool:
        """Give a key to the open field; False where it is none for a field."""
        if pane.field is None:
            return False
        if key in ("escape", "ctrl+c"):
            pane.close_field(keep=False)
        elif key == "enter":
            pane.close_field(keep=True)
        elif key in ("up", "down", "pageup", "pagedown") or not pane.field.feed(key, character):
            return False
        else:
            pane.typed()
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Paste into an open field."""
        event.stop()
        pane = self.panes[self.pane]
        if pane.field is not None:
            pane.field.insert(event.text)
            pane.typed()

    def do_help(self) -> None:
        """Show every key."""
        from tui.screens.help import Help

        self.app.push_screen(Help(self.palette, self.keymap, self.pane))

    def do_palette(self) -> None:
        """Find a command by name."""
        from tui.screens.commands import Commands

        self.app.push_screen(Commands(self.palette, self.keymap, self.pane), self._run_chosen)

    def _run_chosen(self, command_id: object) -> None:
        if isinstance(command_id, str):
            self.run_command(BY_ID[command_id])
            self._tell()

    def do_skipped(self) -> None:
        """List what was not loaded."""
        from tui.screens.skipped import SkippedSheet

        self.app.push_screen(SkippedSheet(self.palette, self.keymap, self.corpus.skipped))

    def do_quit(self) -> None:
        """Leave."""
        self.reader.leave(0)

    def do_interrupt(self) -> None:
        """Leave at once."""
        self.reader.leave(130)

    def do_suspend(self) -> None:
        """Go back to the shell."""
        self.app.action_suspend_process()

    def do_redraw(self) -> None:
        """Draw everything again."""
        self.reader.redraw()

    def do_next_pane(self) -> None:
        """To the next pane."""
        self.take(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def do_previous_pane(self) -> None:
        """To the pane before."""
        self.take(PANES[PANES.index(self.pane) - 1])

    def do_to_sources(self) -> None:
        """To the sources."""
        self.take(SOURCES)

    def do_to_article(self) -> None:
        """To the article."""
        self.take(ARTICLE)

    def do_to_index(self) -> None:
        """To the index."""
        self.take(INDEX)

    def do_to_facts(self) -> None:
        """To the facts."""
        self.take(FACTS)

    def do_zoom(self) -> None:
        """Give the pane in hand the whole screen, or take it back."""
        self.zoomed = not self.zoomed
        self._place()

    def do_back(self) -> None:
        """Back to the place before."""
        self._go(self.history.back(self.position()), "This is where you began.")

    def do_forward(self) -> None:
        """Forward again."""
        self._go(self.history.forward(self.position()), "There is nothing ahead.")

    def do_cancel(self) -> None:
        """Drop the narrowest thing: filter or mark, the chosen name, the zoom."""
        if self.panes[self.pane].drop():
            return
        if self.chosen is not None:
            self._leave()
            self.choose(None)
        elif self.zoomed:
            self.do_zoom()

    def do_next_mention(self) -> None:
        """To the next mention of the chosen one, in this article or the next."""
        self._step_mention(1)

    def do_previous_mention(self) -> None:
        """To the mention before."""
        self._step_mention(-1)

    # What panes ask for

    def on_article_asked(self, message: messages.ArticleAsked) -> None:
        """Read an article."""
        self.open_article(message.article, message.mark)
        self.take(ARTICLE)
        self._tell()

    def on_entity_asked(self, message: messages.EntityAsked) -> None:
        """Show where the chosen one is named, and the facts."""
        self._leave()
        self.choose(message.entity)
        article = self.article.article
        if article is not None and self.article.sightings():
            self.article.set_mark(self.article.sightings()[0])
        else:
            sightings = self.corpus.entity_by_id[message.entity].sightings
            if sightings:
                first = sightings[0]
                self._read(first.article, Span(first.start, first.end))
        if ARTICLE not in self._slots:
            self.take(ARTICLE)
        self._tell()

    def on_fact_asked(self, message: messages.FactAsked) -> None:
        """Go to the words that state a fact."""
        self.open_article(message.fact.article, message.fact.evidence[0])
        if ARTICLE not in self._slots:
            self.take(ARTICLE)
        self._tell()

    def on_neighbour_asked(self, message: messages.NeighbourAsked) -> None:
        """Read the article beside this one in the list."""
        article = self.sources.neighbour(message.step)
        if article is not None:
            self.open_article(article)
        else:
            self._note = "That was the last article." if message.step > 0 else "This is the first."
        self._tell()

    def on_pane_asked(self, message: messages.PaneAsked) -> None:
        """Take a pane in hand."""
        self.take(message.pane)
        self._tell()

    def on_skipped_asked(self) -> None:
        """List what was not loaded."""
        self.do_skipped()

    def on_noted(self, message: messages.Noted) -> None:
        """Say a word in the status line."""
        self._note = message.text
        self._tell()

    # What the loader reports

    def on_progressed(self, message: messages.Progressed) -> None:
        """Say how far the loader is."""
        if message.generation == self.reader.generation:
            total = f" of {message.total}" if message.total else ""
            count = f" {message.done}{total}" if message.done or message.total else ""
            self._progress = f"{message.stage[:1].upper()}{message.stage[1:]}{count}…"
            self._tell()

    def on_arrived(self, message: messages.Arrived) -> None:
        """Take a corpus."""
        if message.generation == self.reader.generation:
            self.show(message.corpus, message.complete)

    def on_indexed(self, message: messages.Indexed) -> None:
        """Look names up in the index from now on."""
        if message.generation == self.reader.generation and message.corpus is self.corpus:
            self.index.set_lookup(message.index)
            self._tell()

    def on_failed(self, message: messages.Failed) -> None:
        """Say why loading broke off."""
        if message.generation == self.reader.generation:
            self.fail(message.reason)

    def show(self, corpus: Corpus, complete: bool) -> None:
        """Show a corpus; a `complete` one is the last for now."""
        self._progress = "" if complete else "Finding names and facts…"
        self.adopt(corpus)

    def fail(self, reason: str) -> None:
        """Say why there is no corpus, or no complete one."""
        self._progress, self._failure = "", reason
        self._tell()

    def adopt(self, corpus: Corpus) -> None:
        """Show a new corpus; selection, place and pane stay as they are."""
        before, self.corpus = self.corpus, corpus
        if self.chosen is not None and self.chosen not in corpus.entity_by_id:
            self.choose(_same_entity(before, corpus, self.chosen))
        for pane in (self.sources, self.article, self.index, self.facts):
            pane.adopt(corpus)
        if self.article.article is None and corpus.articles:
            self._read(corpus.articles[0].id)
        if not corpus.articles:
            self._failure = nothing_found(corpus) if not self._progress else ""
        self._tell()

    # Moving about

    def take(self, name: str) -> None:
        """Take a pane in hand, bringing it into sight where it is not."""
        if name == self.pane:
            return
        self.panes[self.pane].put_in_hand(False)
        self.pane = name
        self._recent = (name, *(one for one in self._recent if one != name))
        self.panes[name].put_in_hand(True)
        self._place()

    def position(self) -> Position:
        """Where the reader is."""
        article = self.article.article
        return Position(
            article.id if article else None, self.article.origin, self.article.mark, self.chosen
        )

    def open_article(self, article: ArticleId, mark: Span | None = None) -> None:
        """Read an article, remembering the place that is left."""
        if self.position().article != article or mark != self.article.mark:
            self._leave()
            self._read(article, mark)

    def choose(self, entity: EntityId | None) -> None:
        """Choose a person, place or organisation for all panes, or none."""
        self.chosen = entity
        self.sources.set_chosen(entity)
        self.article.set_chosen(entity)
        self.facts.set_chosen(entity)

    def _leave(self) -> None:
        self.history.leave(self.position())

    def _read(
        self, article: ArticleId, mark: Span | None = None, anchor: int | None = None
    ) -> None:
        document = self.corpus.by_id[article]
        same = self.article.article is not None and self.article.article.id == article
        if anchor is None:
            anchor = self.article.origin if same else -1
        self.article.show(document, anchor, mark)
        self.sources.set_open(article)
        self.index.set_open(article)
        self.facts.set_open(article)

    def _go(self, place: Position | None, otherwise: str) -> None:
        if place is None or place.article is None or place.article not in self.corpus.by_id:
            self._note = otherwise
            return
        chosen = place.chosen if place.chosen in self.corpus.entity_by_id else None
        self.choose(chosen)
        self._read(place.article, place.mark, place.anchor)

    def _step_mention(self, step: int) -> None:
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        if entity is None:
            self._note = "Choose a name in the index first (3, then Enter)."
            return
        if self.article.step_mention(step):
            return
        here = self.position().article
        order = [a.id for a in self.corpus.articles]
        named = {sighting.article for sighting in entity.sightings}
        at = order.index(here) if here in order else -1
        ahead = order[at + 1 :] if step > 0 else list(reversed(order[: max(0, at)]))
        target = next((one for one in ahead if one in named), None)
        if target is None:
            self._note = f"No further mention of {entity.name}."
            return
        spans = sorted(Span(s.start, s.end) for s in entity.sightings if s.article == target)
        self.open_article(target, spans[0 if step > 0 else -1])

    # The frame

    def slots(self, width: int, height: int) -> dict[str, Slot]:
        return plan(width, height, self.pane, self._recent, self.zoomed)

    def _place(self, width: int = 0, height: int = 0) -> None:
        size = self.size
        slots = self.slots(width or size.width, height or size.height)
        for name, slot in slots.items():
            tabs = tuple((_NAMES[one], one == name) for one in slot.shared)
            self.panes[name].place(slot.edge, tabs, slot.region.width, slot.region.height)
        if slots != self._slots:
            self._slots = slots
            self._clear_arrangement_cache()
            self.refresh(layout=True)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self.palette = palette
        for pane in self.panes.values():
            pane.set_palette(palette)
        self.status.set_palette(palette)

    def _tell(self) -> None:
        self.status.say(self._line(), self._hints(), warning=bool(self._failure))

    def _line(self) -> str:
        if self._note or self._failure:
            return self._note or self._failure
        if self._progress:
            return self._progress
        if self.pane == INDEX and (why := self.index.why(self.chosen)):
            return why
        entity = self.corpus.entity_by_id.get(self.chosen) if self.chosen else None
        if entity is not None:
            articles = len({sighting.article for sighting in entity.sightings})
            others = [name for name in entity.spellings if name != entity.name]
            also = f" · also {', '.join(others)}" if others else ""
            where = _counted(articles, "article")
            return f"{entity.name} · {_counted(len(entity.sightings), 'mention')} in {where}{also}"
        return summary(self.corpus)

    def _hints(self) -> tuple[Hint, ...]:
        if self.panes[self.pane].field is not None:
            return (("enter", "keep"), ("esc", "drop"))
        return tuple(
            (self.keymap.shown(command.id), command.hint)
            for context in (self.pane, ANY)
            for command in COMMANDS
            if command.context == context and command.hint and self.keymap.shown(command.id)
        )


def summary(corpus: Corpus) -> str:
    """The corpus in one line: how many articles, people and places."""
    if not corpus.articles:
        return ""
    counts = {kind: sum(one.kind is kind for one in corpus.entities) for kind in Kind}
    words = [_counted(len(corpus.articles), "article")]
    if corpus.entities:
        words.append(_counted(counts[Kind.PERSON], "person", "people"))
        words.append(_counted(counts[Kind.PLACE], "place"))
        words.append(_counted(counts[Kind.ORGANISATION], "organisation"))
    if corpus.skipped:
        words.append(f"{len(corpus.skipped)} skipped")
    return " · ".join(words)


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _same_entity(before: Corpus, now: Corpus, chosen: EntityId) -> EntityId | None:
    """Who was `chosen` before a new corpus gave out new ids."""
    was = before.entity_by_id.get(chosen)
    if was is None:
        return None
    return next((e.id for e in now.entities if (e.name, e.kind) == (was.name, was.kind)), None)

"""A list whose rows open: headings over facts, facts over the words that state them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from rich.style import Style

from corpus.model import Article, EntityId, Fact
from corpus.names.fold import fold
from tui.citing import Quote, cite, quote
from tui.messages import Go
from tui.node import Block, Goal, Node
from tui.notes.thing import Thing
from tui.render import Line, cut, fit, inert
from tui.theme import Palette
from tui.widgets.listing import Listing
from tui.widgets.pane import Target
from tui.widgets.wrap import wrap

_WHOLE_ROWS = 40
"""Rows that an opened node may take."""
_BARS = "▁▂▃▄▅▆▇█"
_PLAIN_BARS = ".:-=+*#@"
_MOST_BARS = 60

Kept = tuple[str, str, tuple[tuple[str, bool], ...]]
"""Filter, path of the node under the cursor, and what the reader opened or closed."""

_key = lru_cache(maxsize=1 << 16)(fold)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a visible node lies: in which sequence, how deep, below which one, under what path."""

    nodes: Sequence[Node]
    at: int
    depth: int
    parent: int
    path: str

    @property
    def node(self) -> Node:
        return self.nodes[self.at]


class Outline(Listing):
    """Nodes over nodes; what is open stays open when the outline is filled anew."""

    HEADING = ""
    LIT = 32

    def __init__(self, palette: Palette, name: str, rows: int = 1, indent: int = 2) -> None:
        """`rows` are those that a closed node may take; at 1 long words end in an ellipsis.

        `indent` are the cells by which the first level below the top stands further right.
        """
        self.NAME = name  # type: ignore[misc]
        super().__init__(palette)
        self.most_rows = rows
        self._first_indent = indent
        self.nodes: Sequence[Node] = ()
        """What the outline is made of."""
        self.find_article: Callable[[str], Article | None] = lambda _: None
        self.title: Callable[[], str] = lambda: self.HEADING
        self.waiting: Callable[[], str] = lambda: "Nothing found."
        """What an empty outline says."""
        self._places: list[_Place] = []
        self._turned: dict[str, bool] = {}
        """Path → whether it is open, where the reader has opened or closed it."""
        self._inner: dict[str, Sequence[Node]] = {}
        self._rows: dict[int, list[tuple[int, int]]] = {}
        self._wish: Kept | None = None

    # What is under the cursor

    @property
    def node(self) -> Node | None:
        """The node under the cursor."""
        return self._places[self.cursor].node if self.cursor < len(self._places) else None

    @property
    def item(self) -> Fact | None:
        """The fact under the cursor, or the one whose evidence stands there."""
        at = self.cursor
        while 0 <= at < len(self._places):
            place = self._places[at]
            if (fact := place.node.fact) is not None:
                return fact
            at = place.parent
        return None

    def thing(self) -> Thing | None:
        """The fact under the cursor, for whoever wants to say something of it."""
        return Thing(fact=self.item) if self.item is not None else None

    @property
    def goal(self) -> Goal | None:
        """Where the node under the cursor leads: itself, else the first one below it that does."""
        node, below = self.node, 0
        while node is not None and node.goal is None and below < 4:
            inner = self._inner_of(node, "") if self.cursor < len(self._places) else ()
            node, below = (inner[0] if len(inner) else None), below + 1
        return node.goal if node is not None else None

    def named(self) -> EntityId | None:
        """Whom the node under the cursor is about."""
        at = self.cursor
        while 0 <= at < len(self._places):
            place = self._places[at]
            if (entity := place.node.entity) is not None:
                return entity
            at = place.parent
        return None

    def quoted(self) -> Quote | None:
        """The words behind the node under the cursor."""
        node, goal = self.node, self.goal
        if node is None:
            return None
        article = self.find_article(goal[0]) if goal is not None else None
        if goal is None or article is None:
            return Quote(f"{node.words} {node.tail}".strip())
        return quote(article, goal[1]) if goal[1] is not None else Quote(cite(article), article)

    # Filling

    def take(self, nodes: Sequence[Node]) -> None:
        """Show other nodes; the cursor stays on the node that it stands on, if that is there."""
        standing = self._standing
        if self._wish is not None:
            (self.filter, standing, turned), self._wish = self._wish, None
            self._turned = dict(turned)
        self.nodes = nodes
        self._inner.clear()
        self._spread(standing)

    @property
    def _standing(self) -> str:
        return self._places[self.cursor].path if self.cursor < len(self._places) else ""

    def kept(self) -> Kept:
        """Filter, cursor and what is open: what a reader who comes back wants to find again."""
        return self.filter, self._standing, tuple(self._turned.items())

    def keep(self, place: Kept) -> None:
        """Have a place again once the nodes are there."""
        self._wish = place

    def narrowed(self) -> None:
        """Keep the nodes that hold the words typed, with what they stand under."""
        self._inner.clear()
        self._spread("")

    def heading(self) -> str:
        """The title, with the filter in force."""
        return f"{self.title()} /{self.filter}" if self.filter else self.title()

    def empty(self) -> str:
        """What stands in an empty outline."""
        return "Nothing matches." if self.filter and len(self.nodes) else self.waiting()

    def words_wanted(self) -> Sequence[str]:
        """The words of the filter that rows must hold."""
        return _key(self.filter).split()

    def _spread(self, standing: str) -> None:
        words = self.words_wanted()
        nodes = [kept for n in self.nodes if (kept := _kept(n, "", words))] if words else self.nodes
        self._places = []
        self._lay(nodes, 0, -1, "")
        at = next((n for n, p in enumerate(self._places) if p.path == standing), None)
        if at is None and words:
            at = next((n for n in range(len(self._places)) if self._matches(n, words)), 0)
        elif at is None:
            at = min(self.cursor, max(0, len(self._places) - 1)) if standing else self._begin()
        self.refill(at or 0)

    def _begin(self) -> int:
        """The first row worth standing on: below a heading that leads nowhere by itself."""
        if len(self._places) < 2 or self._places[1].parent != 0:
            return 0
        first = self._places[0].node
        return 1 if first.style == "heading" and first.goal is None else 0

    def stand_on(self, words: str) -> None:
        """Put the cursor on the node with these words, if it is one of those in sight."""
        for at, place in enumerate(self._places):
            if not isinstance(place.nodes, Block) and place.node.words == words:
                self.choose(at)
                return

    def _matches(self, at: int, words: Sequence[str]) -> bool:
        """Whether a node itself, with what it stands under, holds the words."""
        own = ""
        while at >= 0:
            node = self._places[at].node
            own += f"{_key(node.words)} {_key(node.tail)} "
            at = self._places[at].parent
        return all(word in own for word in words)

    def _lay(self, nodes: Sequence[Node], depth: int, parent: int, path: str) -> None:
        own = nodes if isinstance(nodes, Block) else None
        for at in range(len(nodes)):
            here = f"{path}\x1f{own.key(at) if own is not None else nodes[at].key}"
            self._places.append(_Place(nodes, at, depth, parent, here))
            if own is not None and here not in self._turned:
                continue
            node = nodes[at]
            if self._is_open(node, here):
                inner = self._inner_of(node, here)
                self._lay(inner, depth + 1, len(self._places) - 1, here)

    def _is_open(self, node: Node, path: str) -> bool:
        return bool(node.inner) and self._turned.get(path, node.open)

    def _inner_of(self, node: Node, path: str) -> Sequence[Node]:
        if not callable(node.inner):
            return node.inner
        if not path:
            return node.inner()
        found = self._inner.get(path)
        if found is None:
            found = self._inner[path] = node.inner()
        return found

    # Drawing

    def lay_out(self) -> None:
        """Wrap anew."""
        self._rows.clear()
        super().lay_out()

    def make_starts(self) -> Sequence[int]:
        """Rows are counted out only for what may take several of them."""
        if self.most_rows > 1 or len(self._places) < 500:
            return [0, *accumulate(map(len, map(self._rows_of, range(len(self._places)))))]
        heights = [1] * len(self._places)
        for at, place in enumerate(self._places):
            if not isinstance(place.nodes, Block) or place.path in self._turned:
                heights[at] = len(self._rows_of(at))
        return [0, *accumulate(heights)]

    def _rows_of(self, at: int) -> list[tuple[int, int]]:
        rows = self._rows.get(at)
        if rows is None:
            place = self._places[at]
            node = place.node
            full = node.whole or self._is_open(node, place.path)
            most = _WHOLE_ROWS if full else self.most_rows
            if most == 1 or node.bars:
                rows = [(0, -1)]
            else:
                text = _text(node)
                rows = wrap(text, self._room(place) - len(node.count) - 1)
                if len(rows) > most:
                    rows = [*rows[: most - 1], (rows[most - 1][0], -1)]
            gap = node.style == "heading" and place.depth == 0 and at > 0 and self._spaced
            self._rows[at] = rows = [(-1, -1), *rows] if gap else rows
        return rows

    @property
    def _spaced(self) -> bool:
        """Whether a blank row stands over headings: not where most of the rows would be blank."""
        return len(self._places) < 500 and self.rows >= 12

    def _indent(self, place: _Place) -> int:
        return self._first_indent + 2 * (place.depth - 1) if place.depth else 0

    def _room(self, place: _Place) -> int:
        node = place.node
        own = 2 if (node.inner and node.folds) else 0
        return max(8, self.columns - 3 - self._indent(place) - own - (2 if node.sign else 0))

    def draw(self, item: int, part: int) -> Line:
        """A row of a node."""
        place, palette = self._places[item], self.palette
        node = place.node
        line = Line()
        rows = self._rows_of(item)
        start, end = rows[part]
        if start < 0:
            return line
        ink = _ink(node.style, palette)
        first = part == 0 or (part == 1 and rows[0][0] < 0)
        lead = self._indent(place)
        if node.inner and node.folds:
            mark = "-" if self._is_open(node, place.path) else "+"
            line.add(" " * lead + (mark if first else " ") + " ", ink)
        else:
            line.add(" " * lead, ink)
        if node.sign:
            # In the ink of the words: every change of ink is sent with each move of the cursor.
            line.add((node.sign if first else " ") + " ", ink)
        room = self.columns - 3 - line.width
        if node.bars:
            return self._draw_bars(line, node, room, ink)
        count = inert(node.count) if first else ""
        if (start, end) == (0, -1):
            _draw_one(line, node, room - (len(count) + 1 if count else 0), ink, palette)
        else:
            self._draw_wrapped(line, node, start, end, room, ink)
        if count:
            line.pad(self.columns - 3 - len(count), palette.text).add(count, palette.muted)
        return line

    def _draw_wrapped(
        self, line: Line, node: Node, start: int, end: int, room: int, ink: Style
    ) -> None:
        text, border = _text(node), len(inert(node.words))
        piece = text[start:end] if end >= 0 else cut(text[start:].replace("\n", " "), room)
        said = max(0, border - start)
        line.add(piece[:said], ink).add(piece[said:], self.palette.muted)

    def _draw_bars(self, line: Line, node: Node, room: int, ink: Style) -> Line:
        """The words, the chart, and what comes after it."""
        tail = inert(node.tail)
        line.add(fit(node.words, room), ink)
        free = room - len(inert(node.words)) - len(tail) - 2
        if free > 3:
            signs = _BARS if self.palette.signs.drawn else _PLAIN_BARS
            line.add(" " + chart(node.bars, min(free, _MOST_BARS), signs), self.palette.text)
        return line.add(cut(f" {tail}", max(0, room - line.width)), self.palette.muted)

    # Commands

    def do_open(self) -> None:
        """Go to the words behind the node; open it where there are none."""
        goal = self.goal
        if goal is not None:
            self.post_message(Go(*goal))
        else:
            self.do_turn()

    def do_turn(self) -> None:
        """Open what lies below, or close it; from the lowest row, close what it lies in."""
        if self.cursor < len(self._places):
            place = self._places[self.cursor]
            if place.node.inner:
                self._turn(place, not self._is_open(place.node, place.path))
            elif place.parent >= 0:
                self._turn(self._places[place.parent], False)

    def do_unfold(self) -> None:
        """Open the node; into it where it is open."""
        if self.cursor < len(self._places):
            place = self._places[self.cursor]
            if place.node.inner and not self._is_open(place.node, place.path):
                self._turn(place, True)
            elif place.node.inner:
                self.choose(self.cursor + 1)

    def do_fold(self) -> None:
        """Close the node; out of it where it is closed."""
        if self.cursor < len(self._places):
            place = self._places[self.cursor]
            if self._is_open(place.node, place.path):
                self._turn(place, False)
            elif place.parent >= 0:
                self.choose(place.parent, -1)

    def do_fold_all(self) -> None:
        """Close all headings, or open them all where they are closed."""
        tops = [place for place in self._places if place.depth == 0 and place.node.inner]
        close = any(self._is_open(place.node, place.path) for place in tops)
        standing = self._top(self.cursor) if self.cursor < len(self._places) else ""
        for place in tops:
            self._turned[place.path] = not close
        self._spread(standing)

    def _top(self, at: int) -> str:
        while self._places[at].parent >= 0:
            at = self._places[at].parent
        return self._places[at].path

    def _turn(self, place: _Place, open_: bool) -> None:
        self._turned[place.path] = open_
        self._spread(place.path)

    def targets(self) -> list[Target]:
        """The rows in sight, but for headings that are open: what they hold is a target itself."""
        return [one for one in super().targets() if not self._is_open_heading(one.row)]

    def _is_open_heading(self, row: int) -> bool:
        place = self._places[bisect_right(self._starts, self.first + row) - 1]
        return place.node.style == "heading" and self._is_open(place.node, place.path)


def _text(node: Node) -> str:
    """Words and tail as one text, inert, so that both wrap together."""
    return inert(node.words) + (f"  {inert(node.tail)}" if node.tail else "")


def _draw_one(line: Line, node: Node, room: int, ink: Style, palette: Palette) -> None:
    """Words and tail on one row: the words give way first, but keep more than half of it."""
    tail = inert(node.tail)
    least = min(len(inert(node.words)), room * 3 // 5)
    tail = cut(tail, max(0, room - least - 2)) if tail else ""
    words = fit(node.words, room - (len(tail) + 2 if tail else 0))
    line.add(words, ink)
    if tail:
        line.add(f"  {tail}", palette.muted)


def _ink(style: str, palette: Palette) -> Style:
    return {
        "heading": palette.heading,
        "muted": palette.muted,
        "warning": palette.warning,
    }.get(style, palette.text)


def chart(heights: Sequence[int], width: int, signs: str = _BARS) -> str:
    """Bars side by side, as many as there are up to `width`; neighbours are added up to fit."""
    width = min(width, len(heights))
    sums = [
        sum(heights[n * len(heights) // width : (n + 1) * len(heights) // width])
        for n in range(width)
    ]
    most = max(sums, default=0)
    return "".join(
        " " if not one else signs[min(len(signs) - 1, (one * len(signs) - 1) // most)]
        for one in sums
    )


def _kept(node: Node, above: str, words: Sequence[str]) -> Node | None:
    """The node if it or something below it holds all words, what does not hold them left out."""
    own = f"{above} {_key(node.words)} {_key(node.tail)}"
    if all(word in own for word in words):
        return node
    if callable(node.inner):
        return None
    inner = tuple(kept for one in node.inner if (kept := _kept(one, own, words)))
    return replace(node, inner=inner, open=True) if inner else None

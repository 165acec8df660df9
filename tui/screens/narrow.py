"""A sheet to choose kinds, certainties and speakers from, dismissed with the filter as typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from corpus.model import Certainty, Fact
from tui.desk import Desk
from tui.keymap import Keymap
from tui.narrowing import ITSELF, Wish, certainties, kinds, speakers, wish
from tui.node import Node
from tui.screens.outlined import OutlineView
from tui.telling import SIGNS
from tui.theme import Palette
from tui.wording import kind_name

_SPEAKERS = 40
_FIELDS = ("kinds", "sure", "by")


class Narrow(OutlineView):
    """Enter or space puts a cross before a row or takes it away."""

    TITLE = "Which facts"
    FOOT = "enter or space chooses   / finds   - all or none open   esc goes back"

    def __init__(
        self, palette: Palette, keymap: Keymap, desk: Desk, facts: Sequence[Fact], text: str
    ) -> None:
        """`facts` are those that are counted, `text` the filter in force."""
        self.facts = facts
        self.wish = wish(text)
        super().__init__(palette, keymap, desk)

    def visit(self) -> None:
        """A passing view: going back does not open it again."""

    def hinted(self) -> tuple[str, ...]:
        """None: the foot says enough."""
        return ()

    def caption(self) -> str:
        """The title with the filter."""
        return f"{self.TITLE}: {self.wish.text}" if self.wish.text else self.TITLE

    def refresh_nodes(self) -> None:
        """Lay the choices out."""
        self.outline.take(choices(self.facts, self.wish))

    def do_open(self) -> None:
        """Choose the row under the cursor, or let it go."""
        node = self.outline.node
        field, _, value = (node.name if node is not None else "").partition(":")
        if field in _FIELDS and value:
            self.wish = self.wish.turned(field, value)
            self.refresh_nodes()
        else:
            self.outline.do_turn()

    def do_turn(self) -> None:
        """The same by the space bar."""
        self.do_open()

    def close(self) -> None:
        """Go back with what is chosen."""
        self.dismiss(self.wish.text)


def choices(facts: Sequence[Fact], wanted: Wish) -> tuple[Node, ...]:
    """Headings over what can be chosen, each with how many of `facts` it stands for."""
    of_kind = Counter(fact.kind for fact in facts)
    of_sure = Counter(fact.certainty.value for fact in facts)
    said = dict(list(speakers(facts).items())[:_SPEAKERS])
    own = said.pop("", 0)
    names = [ITSELF, *said, *(one for one in wanted.by if one not in said and one != ITSELF)]
    further = [one for one in wanted.kinds if one not in kinds()]
    return (
        _field("Kinds", "kinds", (*kinds(), *further), wanted, of_kind, kind_name),
        _field("How surely", "sure", certainties(), wanted, of_sure,
               lambda one: f"{SIGNS[Certainty(one)]} {one}"),
        _field("Who says so", "by", names, wanted, {**said, ITSELF: own},
               lambda one: "the article itself" if one == ITSELF else one),
    )  # fmt: skip


def _field(
    title: str,
    field: str,
    values: Sequence[str],
    wanted: Wish,
    counts: Mapping[str, int],
    words: Callable[[str], str],
) -> Node:
    chosen = getattr(wanted, field)
    inner = tuple(
        Node(
            f"[{'x' if one in chosen else ' '}] {words(one)}",
            count=str(counts.get(one) or ""),
            name=f"{field}:{one}",
        )
        for one in values
    )
    return Node(title, style="heading", inner=inner, open=True, name=title)

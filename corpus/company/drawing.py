"""The nearest of an entity as a network in characters: it in the middle, they on both sides."""

from __future__ import annotations

from corpus.company.nearness import Companion, Company, Nearness
from corpus.drawing.sheet import Sheet, label, width_of
from corpus.model import Kind

_LINES = {
    Nearness.SENTENCE: ("━", "="),
    Nearness.PARAGRAPH: ("─", "-"),
    Nearness.ARTICLE: ("┄", "."),
}
"""Sign, and sign where nothing is drawn: the heavier, the nearer."""
_ROLES = {Kind.PERSON: "person", Kind.PLACE: "place", Kind.ORGANISATION: "organisation"}


def draw(
    company: Company, width: int, height: int, chosen: int | None = None, *, plain: bool = False
) -> Sheet:
    """The network on `width` × `height` cells; `chosen` is a place in the list of companions.

    As many of the nearest as there is room for stand left and right by turns, from the middle
    outwards; the number on a line counts the shared sentences, else paragraphs, else articles.
    """
    sheet = Sheet(width, height)
    if company.entity is None or width < 16 or height < 3:
        return sheet
    name = label(company.entity.name, max(4, width // 3))
    size = width_of(name) + 4
    left, middle = (width - size) // 2, height // 2
    shown = seats(company, height)
    for number, (companion, y, right) in enumerate(shown):
        role = "mark" if number == chosen else _ROLES[companion.entity.kind]
        _branch(sheet, companion, y, right, (left, size), role, plain)
    _trunks(sheet, shown, (left, size), middle, plain)
    _box(sheet, name, left, middle, size, plain)
    return sheet


def seats(company: Company, height: int) -> list[tuple[Companion, int, bool]]:
    """Who has room, on which row and whether on the right: the nearest in the middle."""
    rows = sorted(range(0, height, 2 if height > 12 else 1), key=lambda y: abs(y - height // 2))
    found = []
    for number, companion in enumerate(company.companions[: 2 * len(rows)]):
        found.append((companion, rows[number // 2], number % 2 == 1))
    return found


def _branch(
    sheet: Sheet, companion: Companion, y: int, right: bool, box: tuple[int, int], role: str,
    plain: bool,
) -> None:  # fmt: skip
    """A name, and its line with the number on it."""
    left, size = box
    trunk = left + size + 1 if right else left - 2
    sign = _LINES[companion.nearest][1 if plain else 0]
    count = f"{companion.count(companion.nearest)}"
    room = (sheet.width - trunk - 2) if right else trunk - 1
    name = label(companion.entity.name, max(1, room - len(count) - 5))
    line = max(3 + len(count), room - width_of(name) - 1)
    lead = min(line, 5 + len(count))
    rest = lead - len(count) - 2
    words = f"{sign * (rest // 2 + rest % 2)} {count} {sign * (rest // 2)}"
    if right:
        sheet.put(trunk + 1, y, words, "muted")
        sheet.put(trunk + 1 + len(words) + 1, y, name, role)
    else:
        sheet.put(trunk - len(words), y, words, "muted")
        sheet.put(trunk - len(words) - 1 - width_of(name), y, name, role)


def _trunks(
    sheet: Sheet, shown: list[tuple[Companion, int, bool]], box: tuple[int, int], middle: int,
    plain: bool,
) -> None:  # fmt: skip
    """The two lines that gather the branches of each side."""
    left, size = box
    for right in (False, True):
        rows = {y for _, y, side in shown if side is right}
        if not rows:
            continue
        x = left + size + 1 if right else left - 2
        top, end = min(*rows, middle), max(*rows, middle)
        for y in range(top, end + 1):
            sheet.put(x, y, _corner(y, rows, middle, (top, end), right, plain), "rule")
        sheet.put(x - 1 if right else x + 1, middle, "-" if plain else "─", "rule")


def _corner(
    y: int, rows: set[int], middle: int, ends: tuple[int, int], right: bool, plain: bool
) -> str:
    """The sign where a trunk passes, bends or branches: which of its four arms it has."""
    up, down = y > ends[0], y < ends[1]
    out, inner = y in rows, y == middle
    if plain:
        return "+" if out or inner else "|"
    west, east = (inner, out) if right else (out, inner)
    arms = "".join(mark for mark, has in zip("udwe", (up, down, west, east), strict=True) if has)
    return _ARMS.get(arms, "─")


_ARMS = {
    "ud": "│", "udw": "┤", "ude": "├", "udwe": "┼", "uw": "┘", "ue": "└", "uwe": "┴", "dw": "┐",
    "de": "┌", "dwe": "┬", "we": "─", "u": "│", "d": "│", "w": "─", "e": "─",
}  # fmt: skip


def _box(sheet: Sheet, name: str, left: int, middle: int, size: int, plain: bool) -> None:
    """The entity itself, in a frame."""
    if plain:
        sheet.put(left, middle, f"[ {name} ]", "heading")
        return
    sheet.put(left, middle - 1, "┏" + "━" * (size - 2) + "┓", "heading")
    sheet.put(left, middle, "┃ ", "heading")
    sheet.put(left + 2, middle, name, "heading")
    sheet.put(left + size - 2, middle, " ┃", "heading")
    sheet.put(left, middle + 1, "┗" + "━" * (size - 2) + "┛", "heading")

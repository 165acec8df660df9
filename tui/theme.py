"""Colours and attributes, one palette for every kind of terminal.

Nothing is told by colour alone: people are bold, places underlined, organisations italic, a match
reversed in every palette. Text keeps a contrast of 4.5:1 or more, in true colour and in 256.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from rich.style import Style

from corpus.model import Kind


@dataclass(frozen=True, slots=True)
class Signs:
    """What frames and cursors are drawn with, a cell each."""

    drawn: bool = True
    """Whether lines, blocks and braille may be drawn at all."""
    rule: str = "─"
    heavy: str = "━"
    wall: str = "│"
    pointer: str = "▸"
    bar: str = "▌"
    """Beside what is marked."""
    resting: str = "▏"
    """Beside the chosen row of a pane that is not in hand."""
    kinds: tuple[str, str, str] = ("●", "◆", "■")
    """Before people, places and organisations."""

    def kind(self, kind: Kind) -> str:
        """The sign of an entity of `kind`."""
        return self.kinds[(Kind.PERSON, Kind.PLACE, Kind.ORGANISATION).index(kind)]


PLAIN_SIGNS = Signs(
    drawn=False, rule=" ", heavy=" ", wall=" ", pointer=">", bar=">", resting="-",
    kinds=("p", "l", "o"),
)  # fmt: skip
"""For screen readers, which spell out every line that is drawn."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles of everything on the screen; each carries its background."""

    text: Style
    muted: Style
    rule: Style
    title: Style
    active: Style
    heading: Style
    person: Style
    place: Style
    organisation: Style
    cursor: Style
    """Laid over a row in the pane in hand."""
    resting: Style
    """Laid over the chosen row of a pane that is not in hand."""
    sentence: Style
    """Laid over the current sentence."""
    match: Style
    """Laid over the current match or mention."""
    found: Style
    """Laid over the other matches."""
    label: Style
    """Letters to jump to, over whatever stands there."""
    warning: Style
    status: Style
    key: Style
    signs: Signs = Signs()

    def kind(self, kind: Kind) -> Style:
        """The style of an entity of `kind`."""
        if kind is Kind.PERSON:
            return self.person
        return self.place if kind is Kind.PLACE else self.organisation


@dataclass(frozen=True, slots=True)
class _Inks:
    paper: str
    text: str
    muted: str
    rule: str
    bright: str
    person: str
    place: str
    organisation: str
    cursor: str
    resting: str
    sentence: str
    match: str
    found: str
    warning: str
    status: str


def _painted(inks: _Inks) -> Palette:
    def on(colour: str, extra: str = "", paper: str = inks.paper) -> Style:
        return Style.parse(f"{extra} {colour} on {paper}")

    return Palette(
        text=on(inks.text),
        muted=on(inks.muted),
        rule=on(inks.rule),
        title=on(inks.muted),
        active=on(inks.bright, "bold"),
        heading=on(inks.bright, "bold"),
        person=on(inks.person, "bold"),
        place=on(inks.place, "underline"),
        organisation=on(inks.organisation, "italic"),
        cursor=Style.parse(f"on {inks.cursor}"),
        resting=Style.parse(f"on {inks.resting}"),
        sentence=Style.parse(f"on {inks.sentence}"),
        match=Style.parse(f"not italic {inks.paper} on {inks.match}"),
        found=Style.parse(f"{inks.bright} on {inks.found}"),
        label=Style.parse(f"bold not italic not underline {inks.paper} on {inks.place}"),
        warning=on(inks.warning, "bold"),
        status=on(inks.muted, paper=inks.status),
        key=on(inks.bright, "bold", paper=inks.status),
    )


@cache
def dark() -> Palette:
    """Warm text on near black."""
    return _painted(
        _Inks(
            paper="#121417",
            text="#d5d3cd",
            muted="#a8a69e",
            rule="#55544f",
            bright="#f4f1ea",
            person="#ecc07a",
            place="#8fcfae",
            organisation="#9cbdf0",
            cursor="#2d3138",
            resting="#22252a",
            sentence="#26282c",
            match="#ecc07a",
            found="#4a3c22",
            warning="#f0937f",
            status="#1d2024",
        )
    )


@cache
def light() -> Palette:
    """Dark text on paper."""
    return _painted(
        _Inks(
            paper="#faf8f3",
            text="#2b2a27",
            muted="#56524b",
            rule="#a8a397",
            bright="#0e0d0b",
            person="#6f3300",
            place="#0d5233",
            organisation="#1d447d",
            cursor="#dcd6c8",
            resting="#ebe6db",
            sentence="#efe9da",
            match="#6f3300",
            found="#f1d9a8",
            warning="#8f1d10",
            status="#ebe6db",
        )
    )


@cache
def ansi() -> Palette:
    """The terminal's own colours, and its own background."""
    return replace(
        mono(),
        person=Style.parse("bold magenta"),
        place=Style.parse("underline green"),
        organisation=Style.parse("italic cyan"),
        warning=Style.parse("bold red"),
    )


@cache
def mono() -> Palette:
    """No colour: bold, underline, italic and reverse."""
    plain, bold, reverse = Style(), Style(bold=True), Style(reverse=True)
    return Palette(
        text=plain,
        muted=plain,
        rule=plain,
        title=plain,
        active=bold,
        heading=bold,
        person=bold,
        place=Style(underline=True),
        organisation=Style(italic=True),
        cursor=reverse,
        resting=bold,
        sentence=reverse,
        # A match stands in a reversed sentence, so it is the one thing there that is not reversed.
        match=Style(bold=True, underline=True, reverse=False),
        found=Style(bold=True, underline=True),
        label=Style(bold=True, reverse=True),
        warning=bold,
        status=plain,
        key=bold,
    )


PALETTES: dict[str, Callable[[], Palette]] = {
    "dark": dark,
    "light": light,
    "ansi": ansi,
    "mono": mono,
}
"""Name of a theme → its palette, made when it is first asked for."""


def palette_for(name: str, *, colours: bool, depth: str | None, plain: bool = False) -> Palette:
    """The palette called `name`, or a plainer one where the terminal shows less.

    `depth` is what rich calls the colour system: "truecolor", "256", "standard" or None; a `plain`
    palette draws no lines.
    """
    if not colours or depth is None:
        name = "mono"
    elif depth in ("standard", "windows") and name != "mono":
        name = "ansi"
    palette = PALETTES[name]()
    return replace(palette, signs=PLAIN_SIGNS) if plain else palette

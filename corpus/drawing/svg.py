"""Scalable drawings as text, every word in them escaped."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from corpus.reading.clean import clean_line

_STYLE = (
    "text{font:12px 'DejaVu Sans',Arial,sans-serif;fill:#1c1b19}.muted{fill:#5a564f}"
    ".title{font-size:17px;font-weight:bold}.line{stroke:#1c1b19;fill:none}"
    ".faint{stroke:#c9c4b8;fill:none}.fill{fill:#1c1b19}.soft{fill:#8d877b}.paper{fill:#fff}"
)

Point = tuple[float, float]


class Svg:
    """A drawing of `width` × `height`, black on white."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self._parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}"'
            f' width="{_n(width)}" height="{_n(height)}" role="img">',
            f"<title>{_words(title)}</title>",
            f"<style>{_STYLE}</style>",
            '<rect width="100%" height="100%" fill="#fff"/>',
        ]

    def text(self, x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> None:
        """Words with their baseline at (`x`, `y`); `anchor` is "start", "middle" or "end"."""
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}" text-anchor={quoteattr(anchor)}'
            f" class={quoteattr(kind)}>{_words(words)}</text>"
        )

    def path(
        self, points: Iterable[Point], kind: str = "line", width: float = 1, dash: str = ""
    ) -> None:
        """A line through points."""
        way = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dashes = f" stroke-dasharray={quoteattr(dash)}" if dash else ""
        self._parts.append(
            f'<polyline points="{way}" class={quoteattr(kind)} stroke-width="{_n(width)}"{dashes}/>'
        )

    def box(self, x: float, y: float, width: float, height: float, kind: str = "fill") -> None:
        """A rectangle."""
        self._parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            f" class={quoteattr(kind)}/>"
        )

    def dot(self, x: float, y: float, radius: float, words: str = "", kind: str = "fill") -> None:
        """A disc; `words` are shown where the pointer rests."""
        told = f"<title>{_words(words)}</title>" if words else ""
        self._parts.append(
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" class={quoteattr(kind)}>'
            f"{told}</circle>"
        )

    def arrow(self, start: Point, end: Point, size: float = 5) -> None:
        """The head of an arrow at `end`, coming from `start`."""
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5 or 1.0
        across = ((end[0] - start[0]) / length * size, (end[1] - start[1]) / length * size)
        foot = (end[0] - across[0] * 1.6, end[1] - across[1] * 1.6)
        corners = (
            end,
            (foot[0] - across[1] * 0.7, foot[1] + across[0] * 0.7),
            (foot[0] + across[1] * 0.7, foot[1] - across[0] * 0.7),
        )
        way = " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)
        self._parts.append(f'<polygon points="{way}" class="fill"/>')

    def done(self) -> str:
        """The whole file."""
        return "\n".join([*self._parts, "</svg>"]) + "\n"


def _words(text: str) -> str:
    return escape(clean_line(text))


def _n(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.1f}".removesuffix(".0")

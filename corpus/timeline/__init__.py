"""What happened when, what was dated how finely, and when it became known."""

from corpus.timeline.drawing import axis, bar
from corpus.timeline.export import to_csv, to_svg, to_text
from corpus.timeline.moments import LAG, Moment, Timeline, gather
from corpus.timeline.scale import Scale, Window, fitted

__all__ = [
    "LAG", "Moment", "Scale", "Timeline", "Window", "axis", "bar", "fitted", "gather",
    "to_csv", "to_svg", "to_text",
]  # fmt: skip

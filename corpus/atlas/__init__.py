"""Where things are told to have happened, and who went from where to where."""

from corpus.atlas.camera import Camera, fitted
from corpus.atlas.drawing import draw
from corpus.atlas.export import to_csv, to_svg, to_text
from corpus.atlas.legs import Leg
from corpus.atlas.places import Atlas, Spot, gather

__all__ = [
    "Atlas", "Camera", "Leg", "Spot", "draw", "fitted", "gather", "to_csv", "to_svg", "to_text",
]  # fmt: skip

"""Who is named with whom, how closely, and where."""

from corpus.company.drawing import draw
from corpus.company.export import to_csv, to_svg, to_text
from corpus.company.nearness import Companion, Company, Meeting, gather

__all__ = ["Companion", "Company", "Meeting", "draw", "gather", "to_csv", "to_svg", "to_text"]

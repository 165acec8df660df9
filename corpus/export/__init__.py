"""What is known, in forms that other programs read; chosen people can be left out.

`registry.FORMATS` names them all. Exports do not change from one run to the next.
"""

from __future__ import annotations

from corpus.export.leaving import LeftOut, leave_out
from corpus.export.registry import FORMATS, Format, export
from corpus.export.setting import Setting

__all__ = ["FORMATS", "Format", "LeftOut", "Setting", "export", "leave_out"]

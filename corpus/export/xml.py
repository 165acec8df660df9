"""Text for XML: escaped, and without the characters that XML cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: object) -> str:
    """`value` between tags."""
    return escape(_UNFIT.sub("\ufffd", str(value)))


def attribute(value: object) -> str:
    """`value` as an attribute, with its quotation marks."""
    return quoteattr(_UNFIT.sub("\ufffd", str(value)))

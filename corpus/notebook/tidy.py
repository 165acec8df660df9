"""Text as the notebook keeps it: exact, but for what no reader typed on purpose."""

from __future__ import annotations

import re
from typing import Final

_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LONE: Final = re.compile("[\ud800-\udfff]")


def tidy(text: str) -> str:
    """`text` without control characters; line breaks and tabs stay, lone surrogates are marked.

    What is shown must still go through `corpus.reading.clean`, as document text does.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LONE.sub("\ufffd", _CONTROLS.sub("", text))

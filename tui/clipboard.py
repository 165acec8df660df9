"""The clipboard of the reader's own terminal, by OSC 52, through tmux and screen where need be."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

LIMIT = 74_994
"""Bytes of base64 that terminals take; with more, some drop everything."""
_SCREEN = 76
"""Bytes that GNU screen passes on in one piece."""


def osc52(text: str, environment: Mapping[str, str]) -> str | None:
    """What to send so that the terminal copies `text`; None where it is too long for that."""
    coded = b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if len(coded) > LIMIT:
        return None
    sequence = f"\x1b]52;c;{coded}\x07"
    if environment.get("TMUX"):
        # tmux keeps the first where `set-clipboard` is on, and passes the second on to the terminal
        # where `allow-passthrough` is.
        return sequence + "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environment.get("STY"):
        parts = [sequence[at : at + _SCREEN] for at in range(0, len(sequence), _SCREEN)]
        return "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return sequence

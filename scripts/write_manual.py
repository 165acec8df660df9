"""Writes docs/dateline.1, the manual page, from what the commands say of themselves."""

from __future__ import annotations

from pathlib import Path

from tui.commandline.man import page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dateline.1"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

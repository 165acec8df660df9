"""Writes requirements.lock, every library with its hashes, and sbom.cdx.json, the same as a list.

Needs uv and cyclonedx-bom on the path or beside this Python, and an index of packages.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
BILL = ROOT / "sbom.cdx.json"
EXTRAS = ("html", "pdf")
"""The extras that most people install."""


def tool(name: str) -> str:
    """The path of a program. Raises SystemExit where it is not there."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is not installed: python -m pip install uv cyclonedx-bom")
    return found


def main() -> None:
    """Write both files."""
    extras = [word for extra in EXTRAS for word in ("--extra", extra)]
    subprocess.run(
        [tool("uv"), "pip", "compile", "pyproject.toml", *extras, "--universal",
         "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url",
         "--no-emit-find-links", "--custom-compile-command", "python -m scripts.make_lock",
         "--quiet", "--upgrade", "--output-file", LOCK.name],
        cwd=ROOT, check=True,
    )  # fmt: skip
    subprocess.run(
        [tool("cyclonedx-py"), "requirements", LOCK.name, "--output-reproducible",
         "--output-format", "JSON", "--output-file", BILL.name],
        cwd=ROOT, check=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()

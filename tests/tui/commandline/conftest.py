"""What the commands read and write belongs to the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.commandline.reports import write


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of reports; what was found in it is kept for the next command."""
    return write(tmp_path_factory.mktemp("commands") / "reports")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and notebooks of the tester are neither read nor written."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("NO_COLOR", raising=False)

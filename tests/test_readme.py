"""What the documentation promises is what the project does: commands, files, keys, settings."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tui.commands import COMMANDS, key_name

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command(name: str) -> str:
    """The README's command called `name`: the block behind its marker, which is one line."""
    found = re.findall(rf"^<!-- command: {name} -->\n```sh\n(.*?)\n```$", README, re.M | re.S)
    assert len(found) == 1
    assert "\n" not in found[0]
    return str(found[0])


@pytest.mark.parametrize("name", ["start", "test"])
def test_a_command_needs_nothing_but_python(name: str) -> None:
    first, *more = command(name).split(" && ")
    assert first == "python3 -m venv .venv"
    assert more
    assert all(part.startswith(".venv/bin/") for part in more)


def test_the_commands_start_dateline_and_the_tests() -> None:
    assert command("start").endswith("/dateline")
    assert command("test").endswith("/python -m pytest")


def test_ci_runs_the_test_command_as_it_stands() -> None:
    shown = subprocess.run(
        ["bash", str(ROOT / ".ci" / "run"), "--print-test-command"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == command("test") + "\n"
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "pytest" not in script
    assert 'bash -euo pipefail -c "$command"' in script


def test_uv_and_pipx_are_shown() -> None:
    assert "uv tool install ." in README
    assert "pipx install ." in README


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_files_that_the_architecture_names_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:corpus|tui|tests|scripts|benchmarks)/[\w/]*(?:\.\w+)?", text))
    assert len(named) > 20
    for path in named:
        assert (ROOT / path).exists(), path


def test_the_keys_of_the_readme_are_those_of_the_registry() -> None:
    table = README.partition("| key | what it does")[2].partition("\n\n")[0]
    shown = {key for cell in re.findall(r"`([^`]+)`", table) for key in [cell] if cell != "…"}
    known = {key_name(key) for one in COMMANDS for key in one.keys}
    known |= {key for one in COMMANDS for key in one.keys}
    assert shown
    assert shown <= known

"""A small folder of reports, and what a command line answers about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from tui import cli

DATA = Path(__file__).resolve().parents[3] / "corpus" / "data"

FILES = {
    "first.txt": """---
title: A clerk leaves Valletta
publisher: Harbour Post
published: 2021-03-04
---
Anna Vella, a clerk of the harbour board, fled from Malta to Italy on 2 March 2021. Her daughter
Carla Vella was left behind in Valletta. "I could not stay another day," Anna Vella said.

The harbour board said that 40 people had been dismissed in 2020. It is not known where the
daughter is.
""",
    "second.txt": """---
title: Board confirms departure
publisher: Island Wire
published: 2021-05-10
---
The Harbour Board confirmed on 9 May 2021 that Anna Vella had left Malta in March. Anna Vella
arrived in Italy on 6 March 2021, according to Mario Borg, a lawyer for the family.
""",
    "empty.txt": "",
}


def write(folder: Path) -> Path:
    """Write the reports into a new folder."""
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit status of a command line, and what it printed."""
    capsys.readouterr()
    status = cli.main(list(words))
    out, err = capsys.readouterr()
    return status, out, err


def objects(capsys: pytest.CaptureFixture[str], command: str, *words: str) -> list[dict[str, Any]]:
    """What a command prints with --json, every line of it checked against its schema."""
    status, out, err = run(capsys, command, "--json", *words)
    assert status == 0, err
    found: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
    check = validator(command)
    for one in found:
        check.validate(one)
    return found


def validator(command: str) -> jsonschema.Draft202012Validator:
    """Checks a line of a command against commands.schema.json."""
    registry: Registry[Any] = Registry()
    for name in ("dateline", "commands"):
        schema = json.loads((DATA / f"{name}.schema.json").read_text(encoding="utf-8"))
        registry = Resource.from_contents(schema) @ registry
    return jsonschema.Draft202012Validator(
        {"$ref": f"urn:dateline:commands:1#/$defs/{command}"}, registry=registry
    )

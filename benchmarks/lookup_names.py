"""Names to hide the right one among: common parts put together, the same ones every time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random


def distractors(count: int, taken: set[str], seed: int = 7) -> list[tuple[str, str]]:
    """`count` (name, kind) pairs, none of them in `taken`, different from one another."""
    random = Random(seed)
    makers = [_korean, _chinese, _russian, _arabic, _western, _place]
    makers += [_western] * (6 if count > 200_000 else 0)  # the others would run out
    names: dict[str, str] = {}
    while len(names) < count:
        maker = makers[random.randrange(len(makers))]
        name = maker(random)
        if name not in taken:
            names[name] = "place" if maker is _place else "person"
    return list(names.items())


@cache
def _parts() -> dict[tuple[str, int], list[str]]:
    """The parts of names by whose they are and where in the name they stand."""
    table = Path(__file__).parent / "data" / "lookup" / "parts.tsv"
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()[1:]]
    return {(row[0], n): row[n + 1].split() for row in rows for n in (0, 1)}


def _pick(random: Random, whose: str, place: int) -> str:
    return random.choice(_parts()[whose, place])


def _korean(random: Random) -> str:
    joint = random.choice(["-", "-", "-", " ", ""])
    given = f"{_pick(random, 'korean', 1)}{joint}{_pick(random, 'korean', 1)}"
    parts = given.split(" ")
    return f"{_pick(random, 'korean', 0)} {' '.join(part.capitalize() for part in parts)}"


def _chinese(random: Random) -> str:
    given = _pick(random, "chinese", 1) + (
        _pick(random, "chinese", 1) if random.random() < 0.8 else ""
    )
    return f"{_pick(random, 'chinese', 0)} {given.capitalize()}"


def _russian(random: Random) -> str:
    father = [_pick(random, "russian", 1) + "ovich"] if random.random() < 0.3 else []
    return " ".join([_pick(random, "russian", 1), *father, _pick(random, "russian", 0)])


def _arabic(random: Random) -> str:
    first = [_pick(random, "arabic", 0) for _ in range(random.choice([1, 2, 2]))]
    return " ".join([*first, _pick(random, "arabic", 1)])


def _western(random: Random) -> str:
    middle = [_pick(random, "western", 0)] if random.random() < 0.2 else []
    families = [_pick(random, "western", 1) for _ in range(random.choice([1, 1, 2]))]
    return " ".join([_pick(random, "western", 0), *middle, *families])


def _place(random: Random) -> str:
    ends = "".join(_pick(random, "places", 1) for _ in range(random.choice([1, 1, 2])))
    joint = random.choice(["", "", " "])
    return _pick(random, "places", 0) + (ends if not joint else " " + ends.capitalize())

"""Make a folder of invented news, as large as wanted, to measure Dateline on.

Run as `python -m scripts.make_corpus FOLDER [--articles N] [--words N] [--seed N]`. The same
numbers give the same files. People, places and offices return as they do in real news: few often,
many once (Zipf's law). Two sentences in three come from the moulds below, the others are taken
from the bundled articles with other names put in. Files lie in a folder for each year.
"""

from __future__ import annotations

import argparse
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

from corpus.reading import bundled

GIVEN: Final = """Anna Marta Ines Paul Jakob Leila Omar Sofia Viktor Nadia Pierre Chloe Hiroshi Yuki
Carlos Elena Tomas Ewa Jonas Freya Samuel Ruth Amara Kofi Zainab Ibrahim Farid Layla Arjun Priya
Mina Daniel Oscar Beatriz Andrei Irina Dmitri Olga Stefan Klara Hugo Alice Nils Astrid Marco Giulia
Rafael Lucia Edward Grace Henry Clara Walter Edith Simon Judith Martin Helen Peter Laura""".split()
FAMILY: Final = """Quill Morrow Larsen Haddad Okafor Mensah Novak Petrov Ivanova Sato Tanaka Garcia
Moreno Silva Costa Rossi Ferrari Dubois Laurent Schmidt Weber Keller Berg Lindqvist Nielsen Olsen
Kowalski Nowak Horvat Kovacs Popescu Yilmaz Demir Rahman Chowdhury Sharma Gupta Perera Nguyen Tran
Santos Reyes Mbeki Diallo Traore Haile Tesfaye Cohen Levi Rosen Walsh Murphy Byrne Campbell Fraser
Hughes Morgan Price Turner Parker Cooper Bennett Foster Griffin Harper Lawson Mercer""".split()
KOREAN_FAMILY: Final = "Kim Ri Pak Choe Jong Kang Jo Yun Jang Rim Han O So Sin Kwon Hwang".split()
KOREAN_PARTS: Final = """chol yong il su min hyon song jin kyong ho nam hui sun ok chun gil ryol sik
guk hak""".split()
PLACES: Final = """Seoul Pyongyang Beijing Moscow Tokyo Washington London Paris Berlin Vienna Geneva
Havana Hanoi Dandong Vladivostok Kuwait Warsaw Prague Budapest Rome Madrid Lisbon Stockholm Oslo
Helsinki Copenhagen Dublin Brussels Athens Istanbul Cairo Nairobi Lagos Accra Dakar Tunis Jakarta
Manila Bangkok Singapore Delhi Mumbai Karachi Dhaka Colombo Sydney Melbourne Auckland Toronto Ottawa
Chicago Boston Denver Houston Lima Bogota Santiago Montevideo Quito Caracas Busan Incheon Shenyang
Dalian Yanji Osaka Kyoto Ulaanbaatar Tashkent Almaty Baku Tbilisi Yerevan""".split()
BODIES: Final = """Ministry of Trade|Ministry of Unification|Foreign Ministry|Ministry of Defence|\
Central Bank|Harbour Authority|Red Cross|World Food Programme|Trade Commission|National Assembly|\
Supreme Court|Institute of Strategic Studies|Coast Guard|Labour Office|Shipping Registry|\
Northern Steel Corporation|Eastern Fisheries Company|Union of Journalists|City Council|\
Human Rights Commission|Customs Service|Central University|Observer Foundation""".split("|")
TITLES: Final = """ambassador|minister|deputy minister|spokesman|spokeswoman|director|professor|\
researcher|governor|lawyer|editor|captain|inspector|president|secretary""".split("|")
VERBS: Final = """visited left criticised praised warned welcomed questioned advised represented
joined addressed audited""".split()
PUBLISHERS: Final = """Harbour Gazette|Northern Observer|Daily Lantern|Morning Ledger|\
Continental Wire|Peninsula Review|River Post|Evening Chronicle|Capital Dispatch""".split("|")

MOULDS: Final = (
    "{person}, the {title} of the {body}, {verb} officials in {place} on {day}.",
    "The {body} said on {weekday} that {number} {noun} had been moved from {place} to {place2}.",
    "“We have not seen any {noun} of this kind in {place},” said {person}, a {title}.",
    "{person} told reporters in {place} that the {noun} would cost ${money} million.",
    "According to {person}, at least {number} people crossed into {place} during the {noun}.",
    "{person} was appointed {title} of the {body} in {month} {year}.",
    "In {year} {person} left {place} for {place2} with a wife and two children.",
    "{family} added that the {noun} and the {noun2} were not yet {adjective}.",
    "The {adjective} {noun} was {adjective2}, and the {body} did not answer questions about it.",
    "Prices of {noun} in {place} rose by {percent} percent between {month} and {month2}.",
    "{person} and {person2} met in {place} to speak about the {noun}.",
    "A court in {place} sentenced {person} to {small} years in prison for smuggling {noun}.",
    "Neither {person} nor the {body} has confirmed the report, which first appeared in {place}.",
    "The agreement between {place} and {place2} was signed on {day} and runs for {small} years.",
    "{family} declined to comment.",
    "It remains unclear how much {noun} the {body} has kept since {year}.",
    "Some {number} workers from {place} are employed by the {body}, {person} said.",
    "The {noun} of the {noun2} was {adjective}, as it had been in {year}.",
)  # fmt: skip
_SLOT: Final = re.compile(r"\{(\w+)\}")
_WORD: Final = re.compile(r"\b[a-z]{4,}\b")
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z-]+)+")
_MONTHS: Final = """January February March April May June July August September October November
December""".split()
_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Zipf:
    """Draws from a list, the item at place n about 1/n times as often as the first."""

    def __init__(self, items: Sequence[str], steepness: float = 1.0) -> None:
        self._items = items
        self._sums = list(accumulate(1 / (n + 2) ** steepness for n in range(len(items))))

    def draw(self, random: Random) -> str:
        """One of the items."""
        return self._items[bisect_left(self._sums, random.random() * self._sums[-1])]


class Newsroom:
    """Writes articles; everything follows from the seed."""

    def __init__(self, articles: int, seed: int) -> None:
        self.random = Random(seed)
        files = [one for one in sorted(bundled().iterdir()) if one.suffix in (".md", ".txt")]
        texts = [path.read_text("utf-8").split("\n---\n")[-1] for path in files]
        words = sorted({word for text in texts for word in _WORD.findall(text)})
        self.random.shuffle(words)
        self.words = Zipf(words)
        self.sentences = [
            sentence
            for text in texts
            for sentence in re.split(r"(?<=[.!?”]) +(?=[A-Z“])", " ".join(text.split()))
            if 40 < len(sentence) < 300
        ]
        count = 60 + articles // 2
        self.people = Zipf(list(dict.fromkeys(self._invent() for _ in range(count))), 0.9)
        self.places, self.bodies = Zipf(PLACES, 0.8), Zipf(BODIES, 0.8)

    def _invent(self) -> str:
        random = self.random
        if random.random() < 0.35:
            first, second = random.sample(KOREAN_PARTS, 2)
            return f"{random.choice(KOREAN_FAMILY)} {first.title()}-{second}"
        middle = f" {random.choice('ABCDEFGHJKLMNPRSTW')}." if random.random() < 0.15 else ""
        return f"{random.choice(GIVEN)}{middle} {random.choice(FAMILY)}"

    def write(self, words: int) -> tuple[str, date]:
        """A Markdown file with front matter, and its date."""
        random = self.random
        cast = [self.people.draw(random) for _ in range(6)]
        scene = [self.places.draw(random) for _ in range(4)]
        day = date(1998, 1, 1) + timedelta(days=int(random.random() ** 0.5 * 9800))
        wanted = max(60, round(random.gauss(words, words / 4)))
        paragraphs: list[str] = []
        written = 0
        while written < wanted:
            sentences = [self._sentence(cast, scene, day) for _ in range(random.randint(2, 5))]
            paragraphs.append(" ".join(sentences))
            written += len(paragraphs[-1].split())
        title = f"{cast[0]} and the {self.words.draw(random)} of {scene[0]}"
        head = (
            f"---\ntitle: {title}\npublisher: {random.choice(PUBLISHERS)}\n"
            f"author: {self.people.draw(random)}\npublished: {day}\n---\n"
        )
        paragraphs[0] = f"{scene[0].upper()} — {paragraphs[0]}"
        return head + "\n" + "\n\n".join(paragraphs) + "\n", day

    def _sentence(self, cast: Sequence[str], scene: Sequence[str], day: date) -> str:
        random = self.random
        if random.random() < 0.35:
            name = random.choice(cast)
            return _NAME.sub(name, random.choice(self.sentences), count=1)
        first, second = random.sample(cast, 2)
        slots: dict[str, Callable[[], str]] = {
            "person": lambda: first, "person2": lambda: second,
            "family": lambda: first.split()[0 if "-" in first else -1],
            "place": lambda: random.choice(scene), "place2": lambda: self.places.draw(random),
            "body": lambda: self.bodies.draw(random), "title": lambda: random.choice(TITLES),
            "verb": lambda: random.choice(VERBS),
            "day": lambda: f"{_MONTHS[day.month - 1]} {day.day}, {day.year}",
            "weekday": lambda: random.choice(_DAYS),
            "year": lambda: str(random.randint(1985, 2024)),
            "month": lambda: random.choice(_MONTHS), "month2": lambda: random.choice(_MONTHS),
            "number": lambda: f"{random.randint(2, 40) * 50:,}",
            "small": lambda: str(random.randint(2, 20)),
            "percent": lambda: str(random.randint(2, 60)),
            "money": lambda: str(random.randint(1, 900)),
        }  # fmt: skip
        word = lambda: self.words.draw(random)  # noqa: E731 - the rest of the slots
        return _SLOT.sub(lambda slot: slots.get(slot[1], word)(), random.choice(MOULDS))


def make(folder: Path, articles: int, words: int = 600, seed: int = 1) -> None:
    """Write `articles` files of about `words` words below `folder`."""
    newsroom = Newsroom(articles, seed)
    for number in range(articles):
        text, day = newsroom.write(words)
        below = folder / str(day.year)
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{day}-{number:06}.md").write_text(text, "utf-8")


def main() -> None:
    """As the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    make(asked.folder, asked.articles, asked.words, asked.seed)


if __name__ == "__main__":
    main()

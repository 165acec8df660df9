"""Names in the forms that lists and wires have: datelines, designations, speakers' turns.

Here capitals carry meaning of their own: "VALLETTA (Reuters) -", "KIM, Yong Chol (a.k.a. …)",
"Mr. SMITH of New Jersey.", "The CHAIRMAN."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import Kind
from corpus.names import vocabulary

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAPS = rf"{_UPPER}[^\W\d_a-z]*(?:['\u2019.-]{_UPPER}[^\W\d_a-z]*)*"
_DATELINE = re.compile(
    rf"^[ \t]*(?P<city>{_CAPS}(?:[ -]{_CAPS}){{0,3}})"
    r"(?:,[ ](?P<region>[A-Z][A-Za-z.]+(?:[ ][A-Z][a-z.]+){0,3}))?"
    r"(?:[,/][^\n()]{0,40}?)?(?:[ ]\([^)\n]{2,40}\))?[ ]?(?:--|[-\u2013\u2014])[ ]",
    re.M,
)
_GIVEN = (
    rf"{_UPPER}[\w'\u2019\u2018`-]*"
    rf"(?:[ ](?:{_UPPER}(?:\.|[\w'\u2019\u2018`-]*)|bin|al|de|del|von|van)){{0,3}}"
)
_DESIGNATION = re.compile(
    rf"(?<![\w'\u2019-])(?P<name>(?P<family>{_CAPS}(?:[ -]{_CAPS}){{0,2}}),[ ]"
    rf"(?P<given>{_GIVEN}))(?=\s*(?:[()\];,:.\u2013\u2014-]|$|\s[a-z\d]))",
    re.M,
)
_MARKED = re.compile(
    r"a\.?k\.?a\b|\bDOB\b|\bPOB\b|d\.o\.b|date of birth|nationality|passport|\bdesignat"
    r"|\bgender\b|\balias"
    r"|^\s*(?:\d+[.)]|[\u2022*])\s",
    re.I,
)
_TURN = re.compile(
    rf"^[ \t]*(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Senator|Representative|Ambassador|Chairman|Chairwoman|"
    rf"Secretary|General|Gen|Adm|Judge|Prof|Professor|Lord|Baroness|Sir|Dame|Madam)\.?[ ])"
    rf"(?P<name>{_CAPS}(?:[ ]{_CAPS}){{0,2}})"
    rf"(?:[ ]of[ ](?P<state>[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?))?[.:]",
    re.M,
)
_TURNED_PLACE = re.compile(
    r"\bKorea, (?:North|South)\b|\bWashington,? D\.?C\b\.?"
    r"|\bCongo, (?:Democratic )?Republic of(?: the)?\b|\bVirgin Islands, (?:British|U\.?S\.?)"
)
_FIRM = (
    vocabulary.ORG_SUFFIXES
    | vocabulary.ORG_OPENERS
    | {"pob", "dob", "note", "corporation", "company", "trading", "limited", "shipping", "general"}
)
_NOT_CITIES = frozenset(
    "Q A QA Q&A NOTE UPDATE BREAKING NEWS EXCLUSIVE ANALYSIS OPINION EDITORIAL FACTBOX TIMELINE "
    "PROFILE CHAPTER PART SECTION ARTICLE EXHIBIT TABLE FIGURE COUNT CONTACT MEDIA PRESS FOR THE "
    "ABSTRACT SUMMARY BACKGROUND WASHINGTON-BASED WATCH READ LIVE VIDEO PHOTOS UN EU US UK".split()
)


ENTRY = "entry of a designation list"
"""Basis of a name that opens an entry, and so stands for a person of its own."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name whose form alone tells its kind; `order` is the name in plain order, if turned."""

    start: int
    end: int
    kind: Kind
    basis: str
    order: str = ""


def find(text: str) -> Iterator[Listed]:
    """All names in list form; they may overlap, the earlier rule first."""
    for found in _TURNED_PLACE.finditer(text):
        yield Listed(found.start(), found.end(), Kind.PLACE, "turned name of a place")
    yield from _numbered_parts(text)
    yield from _datelines(text)
    yield from _designations(text)
    yield from _entries(text)
    yield from _turns(text)


def _datelines(text: str) -> Iterator[Listed]:
    for found in _DATELINE.finditer(text):
        city = found["city"]
        if city.split()[0].strip(".") in _NOT_CITIES or len(city) < 4:
            continue
        yield Listed(found.start("city"), found.end("city"), Kind.PLACE, "dateline")


def _designations(text: str) -> Iterator[Listed]:
    for found in _DESIGNATION.finditer(text):
        opening = text.rfind("\n", 0, found.start()) + 1
        ending = text.find("\n", found.end())
        line = text[opening : ending if ending >= 0 else len(text)]
        around = text[max(opening, found.start() - 12) : found.end() + 160]
        heads_line = not line[: found.start() - opening].strip(" \t0123456789.)\u2022*")
        if not _MARKED.search(around) and not (heads_line and _MARKED.match(line)):
            continue
        given = found["given"]
        # "SEOUL, KOREA": two shouted words are as likely a place.
        shouted = given.isupper() and len(given) > 3 and found["family"].isupper()
        if shouted and not re.search(r"DOB|POB|a\.?k\.?a", around, re.I):
            continue
        firm = {w.casefold().strip(".") for w in (*found["family"].split(), *given.split())}
        if firm & _FIRM or len(given.strip(".")) < 2:
            continue
        yield Listed(
            found.start("name"),
            found.end("name"),
            Kind.PERSON,
            ENTRY if heads_line else "designation list",
            f"{given} {found['family'].title()}",
        )


_PART_WORDS = rf"{_UPPER}[\w'\u2019-]*(?: {_UPPER}[\w'\u2019-]*){{0,3}}"
_PARTS = re.compile(rf"\b1: {_PART_WORDS}(?: [2-6]: (?:na|{_PART_WORDS})){{1,5}}")
_PART = re.compile(r"[1-6]: ((?:(?! [2-6]: ).)+)")
_ENTRY = re.compile(
    rf"^[ \t]*(?:\d+[.)]|[\u2022*])[ \t]+(?P<name>{_CAPS}(?:[ ]{_CAPS}){{1,3}})(?=\s*[,;(])", re.M
)


def _numbered_parts(text: str) -> Iterator[Listed]:
    """Names as the United Nations list them: "1: RI 2: HONG-SOP 3: na 4: na"."""
    for found in _PARTS.finditer(text):
        words = []
        end = found.end()
        for part in _PART.finditer(text, found.start(), found.end()):
            if part.group(1).strip().lower() not in ("na", "n/a"):
                words.append(part.group(1).strip())
                end = part.end(1)
        order = " ".join(words).title()
        yield Listed(found.start() + 3, end, Kind.PERSON, ENTRY, order)


def _entries(text: str) -> Iterator[Listed]:
    """Numbered entries that begin with a name in capitals: "4. U THAN HTAY (a.k.a. …)"."""
    for found in _ENTRY.finditer(text):
        if _MARKED.search(text[found.end() : found.end() + 160]):
            name = found["name"]
            start, end = found.span("name")
            yield Listed(start, end, Kind.PERSON, ENTRY, name.title())


def _turns(text: str) -> Iterator[Listed]:
    for found in _TURN.finditer(text):
        yield Listed(found.start("name"), found.end("name"), Kind.PERSON, "speaker's turn")
        if found["state"]:
            yield Listed(found.start("state"), found.end("state"), Kind.PLACE, "speaker's state")

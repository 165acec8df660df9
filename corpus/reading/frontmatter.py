"""Metadata above a text: a TOML block between +++ lines, or a YAML block between --- lines.

Values are data, never instructions: tags, anchors and aliases are refused, nesting and size are
limited, and a block that cannot be read stays in the text, with a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from corpus.reading.clean import clean_line, clean_text

if TYPE_CHECKING:
    from yaml.events import Event

LIMIT: Final = 65_536
"""Characters of a block; more is no metadata."""
_VALUE_LIMIT: Final = 1_000
_DEPTH: Final = 4
_DOTS: Final = 100  # the standard library reads a dotted TOML key in quadratic time
_NAMES: Final[dict[str, str]] = {
    synonym: name
    for name, synonyms in {
        "title": "title headline heading",
        "publisher": "publisher source site outlet publication newspaper site_name website agency",
        "author": "author authors by byline writer writers creator reporter",
        "published": "published date published_at created publication_date date_published pubdate"
        " publish_date published_time issued",
        "address": "address url link original permalink canonical source_url canonical_url uri",
    }.items()
    for synonym in synonyms.split()
}
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)\s?:(?:\s+|$)(.*)")
_AT_LINE = re.compile(r"\(at line (\d+)")


@dataclass(slots=True)
class Matter:
    """What stands in a block: `stated` by model field, and on how many lines (0: there is none)."""

    lines: int = 0
    stated: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


class _UnfitError(Exception):
    """The block is no plain mapping of names to values; the text says why."""


def read_matter(lines: list[str]) -> Matter:
    """The front matter at the top of the raw `lines` of a file, if there is any."""
    fence = lines[0].rstrip() if lines else ""
    if fence not in ("---", "+++"):
        return Matter()
    end, size = 0, 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == fence or (fence == "---" and line.rstrip() == "..."):
            end = number
            break
        size += len(line) + 1
        if size > LIMIT:
            return Matter(remarks=["front matter is longer than 64 KiB and is shown as text"])
    if not end:
        return Matter()
    block = [clean_text(line).replace("\n", " ") for line in lines[1:end]]
    if not any(line.strip() for line in block):
        return Matter(lines=end + 1)
    return (_read_toml if fence == "+++" else _read_yaml)(block)


def _read_toml(block: list[str]) -> Matter:
    """A TOML block; what is wrong with it is told by line of the file."""
    import tomllib  # only few files have such a block

    if any(line.count(".") > _DOTS for line in block):
        return _refuse("front matter is nested too deeply")
    try:
        return _settle(tomllib.loads("\n".join(block)), len(block))
    except RecursionError:
        return _refuse("front matter is nested too deeply")
    except ValueError as error:
        at = _AT_LINE.search(str(error))
        return _refuse(
            f"front matter is not valid TOML (line {int(at[1]) + 1 if at else 'unknown'})"
        )


def _read_yaml(block: list[str]) -> Matter:
    """A YAML block, or one that is meant as such: plain "name: value" lines do."""
    import yaml  # slow to import

    try:
        return _settle(_mapping("\n".join(block)), len(block))
    except _UnfitError as error:
        return _refuse(str(error)) if str(error) else Matter()
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else "unknown"
        fault = f"front matter is not valid YAML (line {line})"
        simple = [_FIELD.match(row) for row in block if row.strip()]
        if not all(simple):
            return _refuse(fault)
        matter = _settle({m[1]: m[2].strip("\"' ") for m in simple if m}, len(block))
        matter.remarks.append(f"{fault}; read line by line")
        return matter


def _refuse(why: str) -> Matter:
    """No front matter, and a remark that says why."""
    return Matter(remarks=[f"{why}; it is shown as text"])


def _settle(values: Mapping[str, object], lines: int) -> Matter:
    """The known names among `values`, the first of several synonyms winning."""
    matter = Matter(lines=lines + 2)
    for key, value in values.items():
        name = field_of(str(key))
        text = clean_line(_plain(value), _VALUE_LIMIT)
        if name == "publisher" and re.match(r"https?://", text):
            name = "address"
        if name and text:
            matter.stated.setdefault(name, text)
    return matter


def field_of(name: str) -> str | None:
    """The field of the model that goes by this name in a file, if one does."""
    return _NAMES.get(re.sub(r"[\s-]+", "_", name.strip().casefold()))


def _plain(value: object, depth: int = _DEPTH) -> str:
    """A value as a line: lists are joined, of a mapping the name counts."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and depth:
        return ", ".join(filter(None, (_plain(item, depth - 1) for item in value)))
    if isinstance(value, dict):
        return _plain(value.get("name", ""), depth - 1) if depth else ""
    return "" if value is None or isinstance(value, bool | list) else str(value)


def _mapping(block: str) -> dict[str, object]:
    """The mapping of a YAML block, built from its events: strings, lists and mappings only."""
    import yaml
    from yaml import events as e

    stream = yaml.parse(block, Loader=yaml.BaseLoader)

    def build(event: Event, depth: int) -> object:
        if isinstance(event, e.AliasEvent) or getattr(event, "anchor", None):
            raise _UnfitError("front matter with anchors or aliases is not read")
        if getattr(event, "tag", None):
            raise _UnfitError("front matter with tags is not read")
        if depth > _DEPTH:
            raise _UnfitError("front matter is nested too deeply")
        if isinstance(event, e.ScalarEvent):
            return str(event.value)
        if isinstance(event, e.SequenceStartEvent):
            return [build(item, depth + 1) for item in _until(stream, e.SequenceEndEvent)]
        if isinstance(event, e.MappingStartEvent):
            pairs: dict[str, object] = {}
            for key in _until(stream, e.MappingEndEvent):
                name = build(key, depth + 1)
                value = build(next(stream), depth + 1)
                if isinstance(name, str):
                    pairs.setdefault(name, value)
            return pairs
        raise _UnfitError("")

    for event in stream:
        if isinstance(event, e.StreamStartEvent | e.DocumentStartEvent):
            continue
        built = build(event, 0)
        if not isinstance(built, dict):
            raise _UnfitError("")
        for rest in stream:
            if not isinstance(rest, e.DocumentEndEvent | e.StreamEndEvent):
                raise _UnfitError("")
        return built
    raise _UnfitError("")


def _until(stream: Iterator[Event], end: type[Event]) -> Iterator[Event]:
    """The events of `stream` before the next `end` on this level."""
    for event in stream:
        if isinstance(event, end):
            return
        yield event

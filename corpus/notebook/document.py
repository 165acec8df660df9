"""One file of the notebook: its text from records, and records from its text.

Each record is a block of text of its own. Blocks that were read or written before are known by
their text, so a file of thousands of records is read again by looking at what changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

import tomli
import tomli_w

from corpus.notebook.records import FILES, TABLE_OF, TABLES, Record
from corpus.notebook.tables import from_table, to_table

VERSION: Final = 1
_HEADER: Final = """\
# {title} of a Dateline notebook, described in docs/notebook.md of Dateline. You may edit
# this file; comments are not kept.
version = {version}
"""
_BLOCK: Final = re.compile(rf"^(?=\[\[(?:{'|'.join(TABLES)})\]\]$)", re.MULTILINE)
_LONG: Final = re.compile("\"\"\"|'''")
_MOST: Final = 20_000
"""Blocks that are remembered; beyond that the memory is emptied."""


class DamagedError(ValueError):
    """A text that is no document of the notebook; the message says why."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: records by id, and blocks that were not understood, word for word."""

    records: dict[str, Record] = field(default_factory=dict)
    foreign: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    newer: str = ""
    """Why it must not be written: it is of a version that this Dateline does not know."""


@dataclass(slots=True)
class Blocks:
    """Texts of blocks and their records, both ways."""

    records: dict[str, Record] = field(default_factory=dict)
    texts: dict[Record, str] = field(default_factory=dict)

    def text(self, record: Record) -> str:
        """The block of `record`; proved to read back as the same record."""
        known = self.texts.get(record)
        if known is None:
            known = _block(TABLE_OF[type(record)], to_table(record))
            if self.record(known) != record:
                raise ValueError("the record cannot be written as TOML")
            self._keep(known, record)
        return known

    def record(self, text: str) -> Record:
        """The record in a block. Raises ValueError (TOMLDecodeError is one)."""
        known = self.records.get(text)
        if known is None:
            known = _one(_tables(text), text)
            self._keep(text, known)
        return known

    def _keep(self, text: str, record: Record) -> None:
        if len(self.records) >= _MOST:
            self.records.clear()
            self.texts.clear()
        self.records[text] = record
        self.texts.setdefault(record, text)


def write(name: str, document: Document, blocks: Blocks) -> bytes:
    """The text of the file called `name`: tables in their order, records by time, then id."""
    order = {TABLES[table]: place for place, table in enumerate(FILES[name])}
    records = sorted(document.records.values(), key=lambda r: (order[type(r)], r.created, r.id))
    parts = [_HEADER.format(title=name.capitalize(), version=VERSION)]
    parts += sorted((t for t in document.foreign if not t.startswith("[")), reverse=True)
    parts.append("\n")
    parts += [blocks.text(record) for record in records]
    parts += [text for text in document.foreign if text.startswith("[")]
    return ("".join(parts).rstrip("\n") + "\n").encode()


def _block(key: str, table: dict[str, Any]) -> str:
    """`table` as an entry of the array of tables `key`, always below a line `[[key]]`."""
    text = tomli_w.dumps({key: table})
    head = tomli_w.dumps({key: {}}).rstrip("\n")
    body = text.removeprefix(f"{head}\n")
    return f"[{head}]\n{body}".rstrip("\n") + "\n\n"


def read(name: str, data: bytes, blocks: Blocks) -> Document:
    """What the file called `name` holds. Raises DamagedError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DamagedError(f"is not UTF-8 text (byte {error.start})") from None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    try:
        return _by_blocks(name, text, blocks)
    except (ValueError, RecursionError):
        pass
    try:
        return _whole(name, text)
    except RecursionError:
        raise DamagedError("is nested too deeply") from None


def _by_blocks(name: str, text: str, blocks: Blocks) -> Document:
    """The quick way, for texts in which a line `[[note]]` can only begin a record.

    Raises ValueError for all others, and for all that is not as it should be.
    """
    if _LONG.search(text):
        raise ValueError("holds texts of several lines")
    head, *rest = _BLOCK.split(text)
    said = _tables(head)
    if said != {"version": VERSION} or type(said["version"]) is not int:
        raise ValueError("has more than a version before its records")
    records: dict[str, Record] = {}
    for block in rest:
        record = blocks.record(block.rstrip("\n") + "\n\n")
        if record.id in records or TABLE_OF[type(record)] not in FILES[name]:
            raise ValueError("holds an id twice, or a record of another file")
        records[record.id] = record
    return Document(records)


def _whole(name: str, text: str) -> Document:
    """The careful way: keeps whatever is TOML, and says what was not understood."""
    try:
        tables = _tables(text)
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"is not valid TOML: {str(error) or 'nested too deeply'}") from None
    version = tables.pop("version", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise DamagedError("does not say its version (version = 1)")
    newer = ""
    if version > VERSION:
        newer = f"is of version {version}, and this Dateline knows versions up to {VERSION}"
    records: dict[str, Record] = {}
    foreign: list[str] = []
    remarks: list[str] = []
    for key, value in tables.items():
        if key in FILES[name]:
            value = [value] if isinstance(value, dict) else value  # [note] for [[note]]
            if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
                raise DamagedError(f"has something else than records under {key}")
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            foreign.append(tomli_w.dumps({key: value}))
            remarks.append(f"{name}.toml: {key} is not known, and was left as it stands")
            continue
        for item in value:
            again = _block(key, item)
            try:
                if key not in FILES[name]:
                    raise ValueError(f"{key} does not belong here")
                record = _one({key: [item]}, again)
            except ValueError as error:
                foreign.append(again)
                remarks.append(f"{name}.toml: an entry was left as it stands: {error}")
                continue
            while record.id in records and records[record.id] != record:
                record = _renamed(record)
                remarks.append(f"{name}.toml: two records have one id; both are kept")
            records[record.id] = record
    return Document(records, tuple(foreign), tuple(remarks), newer)


def _renamed(record: Record) -> Record:
    origin = record.conflict_of or record.id
    return replace(record, id=f"{record.id}~", conflict_of=origin)


def _tables(text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _one(tables: dict[str, Any], text: str) -> Record:
    """The single record of a block; one written by hand without an id gets one from its words."""
    if len(tables) != 1:
        raise ValueError("is not one record")
    ((table, items),) = tables.items()
    if table not in TABLES or not isinstance(items, list) or len(items) != 1:
        raise ValueError(f"{table} is not known")
    item = items[0]
    if not isinstance(item, dict):
        raise ValueError(f"{table} is not a table")
    if "id" not in item or item["id"] == "":
        item = item | {"id": "h" + sha256(text.encode()).hexdigest()[:11]}
    return from_table(TABLES[table], item)


def now() -> datetime:
    """The time of a change, to the millisecond."""
    time = datetime.now(UTC)
    return time.replace(microsecond=time.microsecond // 1000 * 1000)

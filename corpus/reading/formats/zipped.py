"""Documents that are ZIP archives: their parts, as far as the limits go, and XML without risk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from corpus.errors import UnreadableError

PART: Final = 128 * 1024 * 1024
"""Bytes of a part, unpacked."""
_PARTS: Final = 20_000
_DEPTH: Final = 400


class Package:
    """The parts of a document, by name; raises UnreadableError for what is none."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UnreadableError("damaged: not a valid ZIP archive") from error
        self._left = 2 * PART
        self.names = [info.filename for info in self._archive.infolist()]
        if len(self.names) > _PARTS:
            raise UnreadableError(f"an archive of more than {_PARTS:,} parts")

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            info = self._archive.getinfo(name)
            if info.flag_bits & 1:
                raise UnreadableError("protected by a password")
            with self._archive.open(info) as part:
                data = part.read(min(PART, self._left) + 1)
        except KeyError as error:
            raise UnreadableError("damaged: a part of it is missing") from error
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UnreadableError("damaged: a part of it cannot be unpacked") from error
        self._left -= len(data)
        if len(data) > PART or self._left < 0:
            raise UnreadableError(f"unpacks to more than {PART // (1024 * 1024)} MB")
        return data


def events(source: bytes | IO[bytes]) -> Iterator[tuple[str, Element]]:
    """The starts and ends of the elements of an XML document, without DOCTYPE or entities."""
    depth = 0
    stream = BytesIO(source) if isinstance(source, bytes) else source
    try:
        for event, element in iterparse(
            stream,
            events=("start", "end"),
            forbid_dtd=True,
            forbid_entities=True,
            forbid_external=True,
        ):
            depth += 1 if event == "start" else -1
            if depth > _DEPTH:
                raise UnreadableError("nested too deeply")
            yield event, element
    except DefusedXmlException as error:
        raise UnreadableError("has a DOCTYPE or entities of its own, which are not read") from error
    except ParseError as error:
        line = error.position[0] if getattr(error, "position", None) else 0
        raise UnreadableError(f"damaged: not valid XML (line {line})") from error
    except (ValueError, LookupError) as error:
        raise UnreadableError("damaged: not valid XML") from error


def bare(tag: object) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def fields(data: bytes) -> dict[str, str]:
    """The texts in an XML document of properties, by their elements' names; the first wins."""
    found: dict[str, str] = {}
    for event, element in events(data):
        if event == "end" and element.text and element.text.strip():
            found.setdefault(bare(element.tag), element.text.strip()[:1000])
    return found

"""Reads mail: the words of a message, its headers as metadata; of a mailbox, every message."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from corpus.errors import UnreadableError
from corpus.model import Origin
from corpus.reading.clean import clean_line
from corpus.reading.decode import decode
from corpus.reading.formats.markup import words_of
from corpus.reading.rows import Draft, clean_rows, remark_on, split_lines

_ENVELOPE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{1,500}\r?\n(?=[A-Za-z][\w-]*:)")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_REPLY = re.compile(r"^(?:re|fwd?|aw|wg)\s?:\s*", re.IGNORECASE)
_NAMED: Final = 5


def read_mbox(data: bytes) -> Iterator[Draft]:
    """The drafts of the messages in a mailbox."""
    starts = [found.start() for found in _ENVELOPE.finditer(data)]
    if not starts:
        raise UnreadableError("holds no message")
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        message = data[data.index(b"\n", start) + 1 : end]
        yield from read_message(_QUOTED.sub(rb"\1", message))


def read_message(data: bytes) -> Iterator[Draft]:
    """The draft of one message; a message without words says so as its text is empty."""
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("damaged: a message without headers")
    draft = _body(message)
    draft.origin = Origin.METADATA
    draft.stated = _stated(message)
    if receivers := _header(message, "To"):
        draft.remarks.append(f"sent to {clean_line(receivers, 200)}")
    if attached := _attached(message):
        more = f" and {len(attached) - _NAMED:,} more" if len(attached) > _NAMED else ""
        draft.remarks.append(f"attachments are not read: {', '.join(attached[:_NAMED])}{more}")
    yield draft


def _body(message: EmailMessage) -> Draft:
    """The words of a message: its plain text, else those of its HTML."""
    part: Message | None = None
    try:
        part = message.get_body(("plain", "html"))
    except (AttributeError, KeyError, ValueError, IndexError, TypeError):
        part = None  # damaged parts make the library stumble
    if part is None:
        part = next((p for p in message.walk() if p.get_content_maintype() == "text"), None)
    if part is None:
        return Draft([])
    text = _text(part)
    if part.get_content_subtype() == "html":
        return words_of(text).draft()
    return Draft(clean_rows(split_lines(text)), remarks=remark_on(text))


def _text(part: Message) -> str:
    """The characters of a part, in the encoding that it names if that fits."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        data = str(part.get_payload()).encode("utf-8", "replace")
    try:
        return data.decode(part.get_content_charset("") or "utf-8").removeprefix("\ufeff")
    except (LookupError, ValueError):
        return decode(data).text if data else ""


def _stated(message: EmailMessage) -> dict[str, str]:
    """Subject, sender and date of a message."""
    stated: dict[str, str] = {}
    if subject := _REPLY.sub("", clean_line(_header(message, "Subject"))):
        stated["title"] = subject
    sender = _header(message, "From")
    try:
        name, address = parseaddr(sender)
    except (ValueError, TypeError, IndexError):
        name, address = "", ""
    if author := clean_line(name or address or sender, 200):
        stated["author"] = author
    with contextlib.suppress(ValueError, TypeError, IndexError, OverflowError):
        stated["published"] = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    for header in ("Archived-At", "Content-Location", "Snapshot-Content-Location"):
        address = clean_line(_header(message, header)).strip("<> ")
        if address.startswith(("http://", "https://")):
            stated["address"] = address
    if organisation := clean_line(_header(message, "Organization"), 200):
        stated["publisher"] = organisation
    return stated


def _header(message: EmailMessage, name: str) -> str:
    """A header's value; a damaged one as it stands, or nothing."""
    try:
        return str(message.get(name, "") or "")
    except Exception:  # noqa: BLE001 - the library's parser of headers fails in many ways
        return next((str(v) for k, v in message.raw_items() if k.lower() == name.lower()), "")


def _attached(message: EmailMessage) -> list[str]:
    """The names of what is attached."""
    names: list[str] = []
    try:
        for part in message.iter_attachments():
            names.append(clean_line(part.get_filename() or part.get_content_type(), 80))
    except (AttributeError, KeyError, ValueError, IndexError, TypeError):
        return names
    return names

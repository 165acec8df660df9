"""Plain words for what the system says and for what was changed."""

from __future__ import annotations

import errno
from typing import Final

from corpus.notebook.changes import Change
from corpus.notebook.records import (
    Addition,
    Edit,
    Hidden,
    Mark,
    Merge,
    Note,
    Record,
    Rejection,
    Split,
    Tag,
)

_REASONS: Final = {
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EIO: "the disk reports an error",
    errno.ENOLCK: "the file system offers no locks",
    errno.ENOTSUP: "the file system offers no locks",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "a file stands where a folder should be",
}


def reason(error: OSError) -> str:
    """Why a file could not be read or written."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error) or "unknown error")


def describe(record: Record) -> str:
    """A record in a few words: "the note “first words…”"."""
    match record:
        case Note():
            return f"the note {_quoted(record.text)}"
        case Tag():
            return f"the tag {_quoted(record.tag)}"
        case Mark():
            return f"the mark {_quoted(record.name)}"
        case Merge():
            return "the merge of " + " and ".join(_quoted(n.name) for n in record.names)
        case Split():
            what = _quoted(record.spelling) if record.spelling else "an article"
            return f"the split of {what} from {_quoted(record.of.name)}"
        case Hidden():
            return f"the hiding of {_quoted(record.who.name)}"
        case Rejection():
            return f"the rejection of a fact ({record.on.kind})"
        case Edit():
            return f"the correction of a fact ({record.field}: {_quoted(record.value)})"
        case Addition():
            return f"the added fact ({record.kind})"
    return "a record"


def tell(change: Change, how: str) -> str:
    """What was undone or redone: "Undone: added the note “…”"."""
    record = change.after or change.before
    verb = "changed" if change.before and change.after else "added" if change.after else "removed"
    what = describe(record) if record else "a record"
    return f"{'Undone' if how == 'undo' else 'Redone'}: {verb} {what}"


def tell_passed_over(change: Change, how: str) -> str:
    """Why a change was not undone or redone."""
    record = change.after or change.before
    what = describe(record) if record else "a record"
    done = "undone" if how == "undo" else "redone"
    return f"Not {done}: {what} was changed elsewhere since"


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line if len(line) <= 40 else line[:39] + '…'}”"

"""What was changed, and how a change meets what others have changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.notebook.records import EPOCH, Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where there is none. `of` is what it undoes or redoes."""

    key: str
    file: str
    before: Record | None
    after: Record | None
    how: str = "do"
    """"do", "undo" or "redo"."""
    of: str = ""

    @property
    def id(self) -> str:
        """The id of the record that is changed."""
        record = self.after or self.before
        return record.id if record else ""


def same(one: Record | None, other: Record | None) -> bool:
    """Whether two records say the same, however often each was changed."""
    if one is None or other is None:
        return one is other
    return _bare(one) == _bare(other)


def _bare(record: Record) -> Record:
    return replace(record, revision=0, created=EPOCH, changed=EPOCH)


def meet(records: dict[str, Record], change: Change) -> tuple[Change | None, str]:
    """Makes `change` in `records`, which may have changed since it was asked for.

    Returns the change as it was made, None if it was not, and a remark ("" when nothing came
    between). Nothing of others is lost: of two versions of a record both are kept.
    """
    now = records.get(change.id)
    after = change.after
    if now == after:
        return change, ""
    if same(now, change.before):
        if after is not None:
            after = replace(after, revision=now.revision + 1 if now else max(1, after.revision))
        return _set(records, replace(change, before=now, after=after)), ""
    if after is None:
        return None, "a removal was left out: the record was changed elsewhere meanwhile"
    if now is None:
        made = replace(change, before=None)
        return _set(records, made), "a record that was removed elsewhere was changed, and is kept"
    if same(now, after):
        return replace(change, after=now), ""
    copy = replace(after, id=f"{now.id}~{change.key[:6]}", conflict_of=now.id, revision=1)
    made = replace(change, before=records.get(copy.id), after=copy)
    return _set(records, made), "a record was changed in two places at once; both are kept"


def _set(records: dict[str, Record], change: Change) -> Change:
    if change.after is None:
        records.pop(change.id, None)
    else:
        records[change.id] = change.after
    return change

"""What relative dates count from: the publication date and the dates before them in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date

from corpus.language import intervals
from corpus.language.intervals import Interval
from corpus.language.written import read
from corpus.model import Span, When

_CUE = re.compile(
    r"\b(?:(?P<ahead>(?:will|would|could|may|might)(?:\s[a-z]+){0,3}|upcoming|scheduled|slated|ahead\sof|due|plan(?:s|ned)?|expected"
    r"|set\s(?:to|for)|fixed\sfor|opens|begins|starts|takes\splace|until|coming|deadline|going\sto|to\sbe|as\searly\sas)"
    r"|(?P<behind>said|says|told|was|were|had|did|went|came|left|held|met|took|made|gave|began"
    r"|fled|sent|saw|since|wrote|won|lost|died|became|[a-z]{2,}ed))\b"
)
_WILL = re.compile(r"[^.\n]{0,40}\bwill\b")
_LASTING = re.compile(r"(?i:since|until|by|before|after|founded|born)\b")
_MONTH = 31
_REACH = 240


class Context:
    """What is known where a date stands: the publication date and the dates before it."""

    def __init__(self, text: str, published: str | None, sentences: tuple[Span, ...]) -> None:
        self.text = text
        self.published = intervals.parse(published)
        self.stated = (published or "").strip()
        self.starts = [s.start for s in sentences]
        self._last: When | None = None
        self._leading: When | None = None
        self._storied: When | None = None

    def remember(self, when: When, form: str) -> None:
        """Keep a decided date as one that later words may count from."""
        if when.first is None or when.last is None:
            return
        self._last = when
        if form in ("md", "dm", "my", "year", "part_year", "iso") and when.basis == "as written":
            lead = self.text[self.sentence_start(when.span.start) : when.span.start]
            self._leading = when if len(lead) <= 12 and not _LASTING.match(lead) else None
        if (when.last - when.first).days <= _MONTH and not when.basis.startswith("publication"):
            self._storied = when

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around `offset` begins."""
        at = bisect_right(self.starts, offset) - 1
        return max(self.starts[at] if at >= 0 else 0, offset - _REACH)

    def anchor(self, offset: int) -> When | None:
        """The decided date that stands shortly before `offset`, in the same paragraph."""
        return self._near(self._last, offset)

    def leading(self, offset: int) -> When | None:
        """The full date that opened a sentence of this paragraph ("In September 2019, …")."""
        return self._near(self._leading, offset)

    def storied(self, offset: int) -> When | None:
        """The last month or day with its year, in the sentence around `offset` or before it."""
        when = self._near(self._storied, offset)
        if when is None:
            return None
        begin = bisect_right(self.starts, offset) - bisect_right(self.starts, when.span.start)
        return when if begin <= 1 else None

    def _near(self, when: When | None, offset: int) -> When | None:
        if when is None or offset - when.span.end > 2 * _REACH:
            return None
        between = self.text[when.span.end : offset]
        return None if "\n\n" in between else when

    def ahead(self, offset: int) -> bool | None:
        """Whether the words before a date speak of what is to come; None where neither shows."""
        found = None
        for cue in _CUE.finditer(self.text, self.sentence_start(offset), offset):
            found = cue.lastgroup == "ahead"
        if found is None and _WILL.match(self.text, offset):
            return True
        return found

    def with_year_of(self, left: When, right: When) -> When | None:
        """A date without a year read as the last one before `right`."""
        numbers = read(left.text)
        if numbers.month is None or right.last is None:
            return None
        for year in (right.last.year, right.last.year - 1):
            found = numbers.interval(year)
            if found and found[0] <= right.last:
                return When(found[0], found[1], left.text, left.span)
        return None


def agree(
    context: Context, reckon: Callable[[date], Interval | None]
) -> tuple[Interval | None, str]:
    """What `reckon` says for the first and the last day that the publication date may mean."""
    if context.published is None:
        return None, "open: no publication date"
    first, last = context.published
    basis = f"publication date {context.stated}"
    low = reckon(first)
    if first == last:
        return low, basis
    high = reckon(last)
    if low is None or high is None:
        return None, "open: publication date too coarse"
    if low == high:
        return low, basis
    if (last - first).days <= 31:
        return (min(low[0], high[0]), max(low[1], high[1])), basis
    return None, f"open: publication date {context.stated} is too coarse"

"""Going from sentence to sentence, paragraph to paragraph, fact to fact, name to name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus.model import Span
from tui.messages import Noted
from tui.panes.article.finding import Finding

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
"""What stands between two paragraphs."""


class Stepping(Finding):
    """Moves the mark."""

    def do_next_sentence(self) -> None:
        """Mark the next sentence."""
        self._mark_next(self.extract.sentences if self.extract else (), 1, "sentence")

    def do_previous_sentence(self) -> None:
        """Mark the sentence before."""
        self._mark_next(self.extract.sentences if self.extract else (), -1, "sentence")

    def do_next_fact(self) -> None:
        """Mark the words of the next fact."""
        self._mark_next(self._evidence(), 1, "fact")

    def do_previous_fact(self) -> None:
        """Mark the words of the fact before."""
        self._mark_next(self._evidence(), -1, "fact")

    def do_next_paragraph(self) -> None:
        """Mark the first sentence of the next paragraph."""
        gap = _GAP.search(self.text, max(0, self._start()))
        self._mark_at(gap.end() if gap is not None else len(self.text), "further paragraph")

    def do_previous_paragraph(self) -> None:
        """Mark the first sentence of the paragraph before, or of this one."""
        here = self._start()
        low = max(0, here - 50_000)
        starts = [gap.end() for gap in _GAP.finditer(self.text, low, max(low, here))]
        before = [start for start in starts if start < here]
        target = before[-1] if before else 0
        self._mark_at(target if here > 0 else len(self.text), "paragraph before")

    def step_mention(self, step: int) -> bool:
        """Mark the next or the previous mention of the chosen one; False where there is none."""
        target = self._step(self.sightings(), step)
        if target is None:
            return False
        self.set_mark(target)
        return True

    def _start(self) -> int:
        return self.mark.start if self.mark is not None else self.origin

    def _mark_at(self, start: int, what: str) -> None:
        """Mark the sentence that begins at `start`, or the line where no sentences are known."""
        if start >= len(self.text):
            self.post_message(Noted(f"There is no {what}."))
            return
        end = self.text.find("\n", start)
        line = Span(start, end if end > start else len(self.text))
        self.set_mark(self.sentence_at(start) or line)

    def _evidence(self) -> list[Span]:
        facts = self.extract.facts if self.extract is not None else ()
        return sorted({fact.evidence[0] for fact in facts})

    def _mark_next(self, spans: Sequence[Span], step: int, what: str) -> None:
        target = self._step(spans, step)
        if target is not None:
            self.set_mark(target)
        else:
            where = "further" if step > 0 else "earlier"
            self.post_message(Noted(f"There is no {where} {what} here."))

    def _step(self, spans: Sequence[Span], step: int) -> Span | None:
        """The span after or before the mark; without a mark, the first in sight or the last."""
        here = self.here(step)
        if step > 0:
            at = bisect_right(spans, here, key=lambda span: span.start)
        else:
            at = bisect_left(spans, here, key=lambda span: span.start) - 1
        return spans[at] if 0 <= at < len(spans) else None

"""Shares beside the numbers that they are shares of: "30% of the 200 workers, or 80 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.across.checking.question import NUMBER, Check, rough, show, value
from corpus.model import Article, Extract, Span

_SHARE = r"(?P<share>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|percent\b|per\scent\b)"
_SOME = r"(?:about|around|some|roughly|nearly|almost|just\sover|just\sunder)?\s?"
_THE = r"(?:the|its|their|all|a\stotal\sof)?\s?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_SHARE}\sof\s{_THE}(?P<whole>{NUMBER})\s(?:[\w'’-]+\s?){{1,3}}"
        rf"(?:,\s?(?:or|that\sis|i\.e\.)|\s?[(—–])\s?,?{_SOME}(?P<part>{NUMBER})(?!\s?(?:%|per))\b",
        rf"(?P<part>{NUMBER})\s(?:[\w'’-]+\s){{0,2}}(?:out\s)?of\s{_THE}(?P<whole>{NUMBER})"
        rf"(?:\s[\w'’-]+){{0,4}}\s?(?:,\s?or|[(—–])\s?{_SOME}{_SHARE}",
        rf"[Oo]f\s(?:the|its|their)\s(?P<whole>{NUMBER})\s(?:[\w'’-]+\s?){{1,3}},\s{_SOME}"
        rf"(?P<part>{NUMBER})(?:\s[\w'’-]+){{0,2}}\s?(?:,\sor|\()\s?{_SOME}{_SHARE}",
    )
)


def shares(article: Article, extract: Extract) -> Iterator[Check]:
    """Asks where part and whole give another share than the text."""
    text = article.text
    if "%" not in text and "per" not in text:
        return
    for form in _FORMS:
        for found in form.finditer(text):
            part, whole = value(found["part"]), value(found["whole"])
            share = float(found["share"])
            if not part or not whole or part > whole:
                continue
            real = 100 * part / whole
            vague = any(rough(text, found.start(name)) for name in ("part", "whole", "share"))
            slack = max(3.0, share * 0.15) if vague else _rounding(found["share"], part, whole)
            if abs(real - share) <= slack:
                continue
            spans = tuple(sorted(Span(*found.span(name)) for name in ("part", "whole", "share")))
            yield Check(
                "share", article.id,
                f"{show(part)} of {show(whole)} is {show(round(real, 1))}%; "
                f"the text says {found['share']}%. Do both hold?", spans,
            )  # fmt: skip


def _rounding(share: str, part: float, whole: float) -> float:
    """Percentage points that rounding of the share, and of large round numbers, explains."""
    own = 0.06 if "." in share else 0.6
    round_numbers = any(n >= 1000 and n % 100 == 0 for n in (part, whole))
    return max(own, 1.5) if round_numbers else own

"""A page with its indexes: what lies where, found by bisection, for every family of facts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from corpus.facts.grammar import Tokens, parse
from corpus.facts.page import Page
from corpus.model import Amount, Kind, Mention, Quotation, Ref, Span, When

PERSON, PLACE, BODY = "\ue000", "\ue001", "\ue002"
"""Letters that stand for the characters of a mention in `View.masked`."""
_LETTER = {Kind.PERSON: PERSON, Kind.PLACE: PLACE, Kind.ORGANISATION: BODY}
DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:,\s[A-Z][\w.]+(?:\s\w+){0,2}){0,2}(?:\s\([^()\n]{1,20}\))?"
    r"\s(?:—|–|--?)\s"
)
"""The head of a wire story: "SEOUL, April 8 (Yonhap) -- "."""
_JOINS = re.compile(r"\b(?:of|in|at|to|for|from|with|by|on|and|under)\s|['’]s?\s$")
_LONGEST = 700
_SIGHT = 700
_SPACES = re.compile(r"\s+")


class View:
    """One page, ready to be asked: sentences, mentions, dates and quotations by offset.

    `masked` is the text with each mention written over by the letter of its kind, so that one
    pattern can ask for "a person, then a verb" and its offsets still hold for the text.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.article.text
        self.sentences = page.sentences
        self.mentions = page.mentions
        self.masked = _mask(self.text, page.mentions)
        self._sentence_starts = [s.start for s in page.sentences]
        self._mention_starts = [m.start for m in page.mentions]
        self._date_starts = [w.span.start for w in page.dates]
        self._amount_starts = [a.span.start for a in page.amounts]
        self._quote_starts = [q.span.start for q in page.quotations]
        self._tokens: dict[int, tuple[Tokens, list[int]]] = {}
        self.genders: dict[int, str | None] = {}
        """Filled by `antecedents` as it is asked: chain (or minus mention) to "he" or "she"."""
        self.chain_of = {m: n for n, c in enumerate(page.chains) for m in c.mentions}

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence around `offset`, -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentence(self, offset: int) -> Span:
        """The sentence around `offset`; an empty span where there is none.

        One that runs on for pages is cut to its surroundings, so that no text makes reading slow.
        """
        at = self.sentence_index(offset)
        if at < 0:
            return Span(offset, offset)
        found = self.sentences[at]
        if found.end - found.start <= 2 * _SIGHT or offset >= found.end:
            return found
        low = found.start if offset - found.start <= _SIGHT else offset - _SIGHT
        high = found.end if found.end - offset <= _SIGHT else offset + _SIGHT
        return Span(low, high)

    def parsed(self, offset: int, wanted: int | None = None) -> tuple[Tokens, int]:
        """The tokens of the sentence around `offset`, and the index of the first from `wanted` on.

        A sentence is parsed once, however long it runs on; `wanted` is `offset` if not given.
        """
        at = self.sentence_index(offset)
        whole = self.sentences[at] if at >= 0 else Span(offset, offset)
        found = self._tokens.get(whole.start)
        if found is None:
            tokens = parse(self.masked, whole.start, whole.end)
            found = self._tokens[whole.start] = tokens, [token.start for token in tokens]
        return found[0], bisect_left(found[1], offset if wanted is None else wanted)

    def evidence(self, start: int, end: int) -> Span:
        """The sentence that holds a range, cut around the range where it runs on and on."""
        first, last = self.sentence(start), self.sentence(max(start, end - 1))
        low, high = min(first.start, start), max(last.end, end)
        if high - low > _LONGEST:
            low = max(low, start - 250) if start - low > 250 else low
            high = min(high, end + 250) if high - end > 250 else high
            while low < start and not self.text[low - 1 : low].isspace():
                low += 1
            while high > end and high < len(self.text) and not self.text[high].isspace():
                high -= 1
        return trim(self.text, low, high)

    def in_dateline(self, offset: int) -> bool:
        """Whether `offset` stands in the dateline that its sentence opens with."""
        found = DATELINE.match(self.text, self.sentence(offset).start)
        return bool(found and offset < found.end())

    def mention_at(self, start: int) -> int | None:
        """The index of the mention that begins at `start`."""
        at = bisect_left(self._mention_starts, start)
        found = at < len(self.mentions) and self._mention_starts[at] == start
        return at if found else None

    def mention_around(self, offset: int) -> int | None:
        """The index of the mention that holds the character at `offset`."""
        at = bisect_right(self._mention_starts, offset) - 1
        return at if at >= 0 and self.mentions[at].end > offset else None

    def mentions_in(self, start: int, end: int, kind: Kind | None = None) -> list[int]:
        """The indexes of the mentions that begin in a range, of one kind or of all."""
        low, high = (bisect_left(self._mention_starts, x) for x in (start, end))
        return [i for i in range(low, high) if kind is None or self.mentions[i].kind is kind]

    def dates_in(self, start: int, end: int) -> tuple[When, ...]:
        """The dates that begin in a range."""
        low, high = (bisect_left(self._date_starts, x) for x in (start, end))
        return self.page.dates[low:high]

    def amounts_in(self, start: int, end: int) -> tuple[Amount, ...]:
        """The amounts that begin in a range."""
        low, high = (bisect_left(self._amount_starts, x) for x in (start, end))
        return self.page.amounts[low:high]

    def quotation_around(self, offset: int) -> Quotation | None:
        """The quotation that holds the character at `offset`."""
        at = bisect_right(self._quote_starts, offset) - 1
        found = self.page.quotations[at] if at >= 0 else None
        return found if found and found.span.end > offset else None

    def ref(self, start: int, end: int, basis: str = "") -> Ref:
        """A reference to what stands in a range, with the one mention in it, if there is one."""
        span = trim(self.text, start, end)
        inside = [i for i in self.mentions_in(span.start, span.end)
                  if self.mentions[i].end <= span.end]  # fmt: skip
        exact = [i for i in inside if self.mentions[i].span == span]
        mention = exact[0] if exact else inside[0] if len(inside) == 1 else None
        return Ref(_SPACES.sub(" ", span.of(self.text)), span, mention, basis)

    def phrase(self, start: int, end: int, basis: str = "") -> Ref:
        """A reference to a noun phrase; it is an entity only where it ends in a name of one.

        "Foreign Minister Ri" is Ri; "a member of the Assembly" and "an Assembly member" are not
        the Assembly.
        """
        span = trim(self.text, start, end)
        text = _SPACES.sub(" ", span.of(self.text))
        last = self.mention_around(span.end - 1)
        if last is None or self.mentions[last].start < span.start:
            return Ref(text, span, None, basis)
        lead = self.text[span.start : self.mentions[last].start]
        return Ref(text, span, None if _JOINS.search(lead) else last, basis)

    def named(self, mention: int, basis: str = "") -> Ref:
        """A reference to a mention."""
        found = self.mentions[mention]
        text = _SPACES.sub(" ", self.text[found.start : found.end])
        return Ref(text, found.span, mention, basis)

    def place_in(self, start: int, end: int) -> Ref | None:
        """The last place named in a range."""
        places = self.mentions_in(start, end, Kind.PLACE)
        return self.named(places[-1]) if places else None


def trim(text: str, start: int, end: int) -> Span:
    """A range without the white space at its ends (as it stands where it is nothing else)."""
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    return Span(start + left, start + right) if right > left else Span(start, end)


def _mask(text: str, mentions: tuple[Mention, ...]) -> str:
    parts: list[str] = []
    at = 0
    for mention in mentions:
        if mention.start < at:
            continue
        parts.append(text[at : mention.start])
        parts.append(_LETTER[mention.kind] * (mention.end - mention.start))
        at = mention.end
    parts.append(text[at:])
    return "".join(parts)

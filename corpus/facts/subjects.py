"""Who does what a verb says: the name, noun phrase or pronoun that is its subject."""

from __future__ import annotations

from corpus.facts import grammar
from corpus.facts.antecedents import antecedent
from corpus.facts.grammar import Part, Range, Tokens
from corpus.facts.view import BODY, PERSON, PLACE, View, trim
from corpus.model import Kind, Ref

__all__ = ["NAME", "antecedent", "joint", "subject", "subjects"]

NAME = f"[{PERSON}{PLACE}{BODY}]"
_OWNED = ("his", "her", "their", "its")
_LONGEST = 90


def subject(view: View, verb: int) -> Ref | None:
    """The subject of the verb that begins at `verb` (the first of joined ones), None if not plain.

    A pronoun that nobody can be meant by gives None too.
    """
    found = subjects(view, verb)
    return found[0] if found else None


def subjects(view: View, verb: int) -> list[Ref]:
    """The subjects of the verb at `verb`: "Kim and Ri fled" has two.

    Somebody "and his wife" is one, whose text is the whole.
    """
    tokens, at = view.parsed(verb)
    ranges = grammar.subjects(tokens, at)
    if len(ranges) > 1 and tokens[ranges[-1][0]].lower in _OWNED:
        return _together(view, tokens, ranges)
    return [ref for found in ranges if (ref := _ref(view, tokens, found)) is not None]


def joint(view: View, verb: int) -> Ref | None:
    """All that is the subject of the verb at `verb`, as one phrase: "children and parents"."""
    found = subjects(view, verb)
    spans = [ref.span for ref in found if ref.span is not None]
    if len(found) < 2 or len(spans) < len(found):
        return found[0] if found else None
    return view.phrase(min(s.start for s in spans), max(s.end for s in spans))


def _together(view: View, tokens: Tokens, ranges: list[Range]) -> list[Ref]:
    first = _ref(view, tokens, ranges[0])
    if first is None:
        return []
    whole = trim(view.text, tokens[ranges[0][0]].start, tokens[ranges[-1][1]].end)
    if first.basis:
        return [Ref(first.text, whole, first.mention, first.basis)]
    return [Ref(" ".join(whole.of(view.text).split()), whole, first.mention)]


def _ref(view: View, tokens: Tokens, found: Range) -> Ref | None:
    first, last = tokens[found[0]], tokens[found[1]]
    if first.part is Part.PRONOUN:
        return _pronoun(view, first.start, first.end)
    start, end = first.start, last.end
    explained = tokens[max(0, found[0] - 2) : found[0] + 1]
    if [token.part for token in explained] == [Part.NAME, Part.COMMA, Part.DETERMINER]:
        name = view.mention_at(explained[0].start)
        if name is not None and explained[0].is_person:
            return view.named(name, "the name that the words before the verb explain")
    if end - start > _LONGEST:
        end = _head_end(tokens, found)
    if all(token.part in (Part.NUMBER, Part.MARK) for token in tokens[found[0] : found[1] + 1]):
        return None
    found_ref = view.phrase(start, end)
    if found_ref.mention is not None and view.mentions[found_ref.mention].kind is Kind.PERSON:
        return view.named(found_ref.mention)
    return found_ref


def _head_end(tokens: Tokens, found: Range) -> int:
    """Where the first simple phrase of a long one ends: "The owner" of a shop in which …."""
    for token in tokens[found[0] + 1 : found[1] + 1]:
        if token.part in (Part.PREPOSITION, Part.RELATIVE, Part.COMMA, Part.DONE):
            return tokens[tokens.index(token, found[0]) - 1].end
    return tokens[found[1]].end


def _pronoun(view: View, start: int, end: int) -> Ref | None:
    word = view.text[start:end]
    if word.lower() in ("he", "she"):
        return antecedent(view, start, word)
    return view.ref(start, end)

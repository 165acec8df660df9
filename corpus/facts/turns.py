"""Interviews and hearings: lines that open with who speaks ("Q.", "MS. LEE:", "The Witness:")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.facts.draft import Draft
from corpus.facts.view import View, trim
from corpus.model import Certainty, Kind, Ref, Span

_LABEL = re.compile(
    r"^[ \t]*(?:(?P<letter>[QA])(?:[.:]|\s?:)\s|(?P<name>(?:[A-Z][\w.'’-]{0,20}\s){0,4}"
    r"[A-Z][\w.'’-]{0,24})\s?:\s)(?=\S)",
    re.MULTILINE,
)
_OFFICE = re.compile(
    r"^(?:M[RS]S?\.|DR\.|THE\s|CHAIR|SEN|REP|JUDGE|JUSTICE|Mr\.|Ms\.|Mrs\.|Dr\.|The\s(?:Court|Witness"
    r"|Chair|President|Interpreter)|Moderator|Interviewer|MODERATOR|INTERVIEWER|QUESTION|ANSWER)"
)
_LONGEST = 4_000


def turns(view: View) -> Iterator[Draft]:
    """Each turn as a quotation of the speaker that its label names."""
    found = [m for m in _LABEL.finditer(view.text) if m["letter"] or _is_speaker(view, m)]
    if len(found) < 3:
        return
    witness = _witness(view, found)
    for match, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else _end(view.text, match.end())
        words = trim(view.text, match.end(), min(end, match.end() + _LONGEST))
        speaker = _speaker(view, match, witness)
        if words.end - words.start < 3 or speaker is None:
            continue
        yield Draft(
            "quotation", speaker, "said", (trim(view.text, match.start(), words.end),),
            object=Ref(" ".join(words.of(view.text).split()), words), speaker=speaker, hops=1,
            certainty=Certainty.REPORTED, at=words,
        )  # fmt: skip


def _end(text: str, start: int) -> int:
    found = text.find("\n\n", start)
    return found if found >= 0 else len(text)


def _is_speaker(view: View, match: re.Match[str]) -> bool:
    return bool(_OFFICE.match(match["name"])) or bool(
        view.mentions_in(match.start("name"), match.end("name"), Kind.PERSON)
    )


def _witness(view: View, found: list[re.Match[str]]) -> Ref | None:
    """Who answers, if one person alone is named before the first question."""
    first = next((m for m in found if m["letter"]), None)
    if first is None:
        return None
    people = view.mentions_in(0, first.start(), Kind.PERSON)
    if len({view.chain_of.get(i, -1 - i) for i in people}) != 1:
        return None
    return view.named(people[0])


def _speaker(view: View, match: re.Match[str], witness: Ref | None) -> Ref | None:
    if match["name"]:
        return view.ref(match.start("name"), match.end("name"))
    span = Span(match.start("letter"), match.end("letter"))
    if match["letter"] == "A" and witness is not None:
        basis = "A.: the one person named before the questions"
        return Ref(witness.text, span, witness.mention, basis)
    return Ref(match["letter"], span)

"""Interviews and hearings: lines that open with who speaks ("Q.", "MS. LEE:", "HOST:")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.facts.draft import Draft
from corpus.facts.view import View, trim
from corpus.model import Certainty, Kind, Ref, Span

_LABEL = re.compile(
    r"^[ \t]*(?:(?P<letter>[QA])\d{0,3}(?:[.:]|\s?:)\s|(?P<name>(?:[A-Z][\w.'’-]{0,20}\s){0,4}"
    r"[A-Z][\w.'’-]{0,24})\s?:\s)(?=\S)",
    re.MULTILINE,
)
_OFFICE = re.compile(
    r"^(?:M[RS]S?\.|DR\.|THE\s|CHAIR|SEN|REP|JUDGE|JUSTICE|Mr\.|Ms\.|Mrs\.|Dr\.|The\s(?:Court|Witness"
    r"|Chair|President|Interpreter)|Moderator|Interviewer|MODERATOR|INTERVIEWER|QUESTION|ANSWER)"
)
_NO_LABEL = re.compile(
    r"(?i:note|notes|photo|date|dated|to|from|subject|cc|re|source|sources|author|by|title|tel|fax"
    r"|phone|email|e-mail|address|update|updated|published|category|tags|share|read more|see also"
    r"|dob|pob|nationality|passport|gender|caption|summary|comment|ref|reference|contact)$"
)
_EXAMINER = re.compile(
    r"^[ \t]*(?:BY|By)\s(?P<name>(?:M[RS]S?|DR|Mr|Ms|Mrs|Dr)\.?\s[\w'’-]+):?[ \t]*$", re.M
)
_WITNESS = re.compile(
    r"(?i:interview\s(?:with|of)|examination\sof|testimony\sof|deposition\sof|conversation\swith"
    r"|talk\swith|spoke\s(?:to|with)|met\swith|met|questions?\sto|q\s?&\s?a\swith|joined\sby)\s(?:[\w.'’-]+\s){0,6}$"
)
_BY_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|I|[Ww]e)\s(?:spoke|talked|met|sat)\b[^.]{0,30}$")
_SWORN = re.compile(
    r",?\s(?:\w+\s){0,4}(?:sworn|called\sas\sa\switness|answers?|responded|talks)\b"
)
_LONGEST = 4_000
_REPEATED = 2


def turns(view: View) -> Iterator[Draft]:
    """Each turn as a quotation of the speaker that its label names."""
    labels = list(_LABEL.finditer(view.text))
    often = Counter(m["name"] for m in labels if m["name"])
    found = [m for m in labels if m["letter"] or _is_speaker(view, m, often)]
    if len(found) < 3:
        return
    witness = _witness(view, found)
    examiners = list(_EXAMINER.finditer(view.text))
    for match, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else _end(view.text, match.end())
        words = trim(view.text, match.end(), min(end, match.end() + _LONGEST))
        speaker = _speaker(view, match, witness, examiners)
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


def _is_speaker(view: View, match: re.Match[str], often: Counter[str]) -> bool:
    name = match["name"]
    if _NO_LABEL.match(name):
        return False
    if _OFFICE.match(name) or view.mentions_in(match.start("name"), match.end("name"), Kind.PERSON):
        return True
    # Capitals that open several lines are a speaker: "HOST:", "LINDQVIST:".
    return often[name] >= _REPEATED and (name.isupper() or len(often) == _REPEATED)


def _witness(view: View, found: Sequence[re.Match[str]]) -> tuple[int, str] | None:
    """Who answers: the one person named before the first question, or who stands out there."""
    first = next((m for m in found if m["letter"]), None)
    if first is None:
        return None
    people = view.mentions_in(0, first.start(), Kind.PERSON)
    chains = Counter(view.chain_of.get(i, -1 - i) for i in people)
    if len(chains) == 1:
        return people[0], "the one person named before the questions"
    for index in people:
        mention = view.mentions[index]
        lead = view.text[max(0, mention.start - 60) : mention.start]
        if _BY_PRONOUN.search(lead):
            continue
        if _WITNESS.search(lead) or _SWORN.match(view.text, mention.end, mention.end + 50):
            return index, "the person said to be interviewed"
    line = view.text.find("\n")
    titled = {view.chain_of.get(i, -1 - i): i for i in people if view.mentions[i].start < line}
    if len(titled) == 1:
        return next(iter(titled.values())), "the one person named in the title"
    ranked = chains.most_common(2)
    if ranked and ranked[0][1] >= 2 * ranked[1][1]:
        foremost = next(i for i in people if view.chain_of.get(i, -1 - i) == ranked[0][0])
        return foremost, "the person named most before the questions"
    return None


def _speaker(
    view: View,
    match: re.Match[str],
    witness: tuple[int, str] | None,
    examiners: Sequence[re.Match[str]],
) -> Ref | None:
    if match["name"]:
        return _labelled(view, match.start("name"), match.end("name"))
    letter = match["letter"]
    span = Span(match.start("letter"), match.end("letter"))
    if letter == "A" and witness is not None:
        index, basis = witness
        named = view.named(index)
        return Ref(named.text, span, index, f"A.: {basis}")
    asking = [e for e in examiners if e.start() < match.start()]
    if letter == "Q" and asking:
        return Ref(asking[-1]["name"], span, None, "Q.: the examiner named before the questions")
    return Ref(letter, span)


def _labelled(view: View, start: int, end: int) -> Ref:
    """The person whose name, surname or initials a label is; else the label as written."""
    ref = view.ref(start, end)
    label = ref.text.rsplit(" ", 1)[-1].rstrip(".").casefold()
    if ref.mention is not None or len(label) < 2:
        return ref
    bearers: dict[int, int] = {}
    for index in view.mentions_in(0, min(start, _LONGEST), Kind.PERSON):
        words = view.text[view.mentions[index].start : view.mentions[index].end].split()
        initials = "".join(w[0] for w in words).casefold()
        if words[-1].casefold() == label or words[0].casefold() == label or initials == label:
            bearers.setdefault(view.chain_of.get(index, -1 - index), index)
    if len(bearers) != 1:
        return ref
    index = next(iter(bearers.values()))
    basis = f"{ref.text}: the one person of that name before"
    return Ref(view.named(index).text, ref.span, index, basis)

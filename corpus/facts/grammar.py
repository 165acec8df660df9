"""A shallow grammar of English: what kind of word stands where, and which noun phrase ends there.

It reads the masked text of a view, one sentence at a time, and knows function words, irregular
verbs and endings; everything else counts as a noun or adjective. Each step looks to the left by a
bounded number of words, so the work is in proportion to the questions asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from corpus.facts.lists import words

_P, _L, _B = "\ue000", "\ue001", "\ue002"
_TOKEN = re.compile(
    r"(?P<bound>(?:[Aa]t\s(?:least|most)|(?:[Mm]ore|[Ll]ess|[Ff]ewer)\sthan|[Uu]p\sto|[Aa]s"
    r"\smany\sas"
    r"|[Aa]bout|[Aa]round|[Oo]ver|[Nn]early|[Aa]lmost|[Rr]oughly|[Ss]ome)(?=\s(?:\d|two"
    r"|three|four|five|six"
    r"|seven|eight|nine|ten|an?\s(?:dozen|hundred)|half|dozens|hundreds|thousands)))|"
    rf"(?P<name>{_P}+|{_L}+|{_B}+)|(?P<own>['’]s?(?!\w))"
    rf"|(?P<number>[€£¥$]?\d(?:[\d,.]{{0,20}}\d)?(?:[a-z]{{2}}\b)?%?)"
    r"|(?P<word>(?:Mrs?|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Prof|Maj|Capt|Rev|Adm|Cpl)\."
    r"|(?:[A-Z]\.){2,6}|[^\W\d_](?:[\w-]|['’](?!s\b)\w)*)|(?P<mark>\S)"
)


class Part(Enum):
    """What a word does in its sentence."""

    NAME = auto()
    OWN = auto()
    NUMBER = auto()
    DETERMINER = auto()
    PREPOSITION = auto()
    AND = auto()
    CLAUSE = auto()
    RELATIVE = auto()
    HELPER = auto()
    VERB = auto()
    DONE = auto()
    DOING = auto()
    ADVERB = auto()
    PRONOUN = auto()
    OBJECT = auto()
    TO = auto()
    NOUN = auto()
    COMMA = auto()
    OPEN = auto()
    CLOSE = auto()
    MARK = auto()


IRREGULAR = words(
    "left went came became fled met won died took began held gave got ran led sent fell rose broke "
    "built lost made sold bought spoke shot wrote struck stood sank set paid put fought flew drove "
    "grew brought taught slipped hit cut beat swore said told says say tells saw found knew known "
    "thought kept felt heard let meant read sat slept spent threw understood woke wore chose drew "
    "drank ate forgot hid hung hurt lay laid lent lit rode rang sang shook shut sought spread "
    "stole swam swept tore underwent withdrew belongs earns runs serves remains believes has"
)
_DONE = words(
    "born taken given sent shot held found known seen made built sold won lost forced beaten "
    "driven written chosen broken stolen torn thrown flown drawn bought brought caught taught told "
    "led put set hit cut paid kept left met struck hanged spoken worn hidden"
)
_TELLING = words(
    "said says say told tells believes believed claims claimed reported reports thinks thought "
    "added adds confirmed argued insisted noted wrote knew feared hoped showed shows heard"
)
_KINDS: dict[str, Part] = {}
for _kind, _list in (
    (Part.DETERMINER, "the a an his her its their our your my this these those some many "
     "several all other another both each most no every any one two three four five six seven "
     "eight nine ten eleven twelve thirteen dozens hundreds thousands few whose"),
    (Part.PREPOSITION, "of in on at by for from with without under over into onto through between "
     "among against within about around near across along behind beyond per during to upon via "
     "toward towards inside outside like amid despite including off up down out away back"),
    (Part.AND, "and or & nor plus"),
    (Part.CLAUSE, "but then after before when while since until because although though if unless "
     "whether where so yet as than once why how what"),
    (Part.RELATIVE, "who which whom that"),
    (Part.HELPER, "has have had was were is are be been being will would could can may might must "
     "should shall did does do cannot having get gets got"),
    (Part.ADVERB, "also later not never now still already just soon again only even ever first "
     "twice once once long ago thus therefore however meanwhile instead himself herself themselves "
     "itself often always sometimes seldom rarely there here abroad home ashore alone together "
     "yesterday today tomorrow n't nonetheless nevertheless moreover"),
    (Part.PRONOUN, "i he she they it we you"),
    (Part.OBJECT, "him them me us himself"),
    (Part.VERB, ""),
):  # fmt: skip
    for _word in _list.split():
        _KINDS.setdefault(_word, _kind)
_NOT_DONE = words(
    "need feed seed speed indeed breed deed exceed succeed proceed bleed united red hundred sacred "
    "kindred hatred naked wicked rugged"
)
_NOT_ADVERB = words(
    "family assembly supply reply ally italy july rally bully anomaly monopoly butterfly jelly "
    "belly early daily weekly monthly elderly friendly only likely"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the masked text."""

    start: int
    end: int
    part: Part
    lower: str

    @property
    def is_person(self) -> bool:
        """Whether it is the name of a person."""
        return self.lower[0] == _P

    @property
    def is_place(self) -> bool:
        """Whether it is the name of a place."""
        return self.lower[0] == _L


Tokens = list[Token]


def parse(masked: str, start: int, end: int) -> Tokens:
    """The tokens of a stretch of masked text."""
    return [
        Token(m.start(), m.end(), _part(m), m[0].lower())
        for m in _TOKEN.finditer(masked, start, end)
    ]


def _part(match: re.Match[str]) -> Part:
    group = match.lastgroup
    if group == "bound":
        return Part.DETERMINER
    if group == "name":
        return Part.NAME
    if group == "own":
        return Part.OWN
    if group == "number":
        return Part.NUMBER
    if group == "mark":
        mark = match[0]
        if mark == ",":
            return Part.COMMA
        return Part.OPEN if mark in "([" else Part.CLOSE if mark in ")]" else Part.MARK
    return _word_part(match[0])


def _word_part(written: str) -> Part:
    word = written.lower()
    known = _KINDS.get(word)
    if known is not None:
        return known
    if word in IRREGULAR:
        return Part.VERB
    if word in _DONE:
        return Part.DONE
    if "-" in word or written[0].isupper():
        return Part.NOUN
    if word.endswith("ed") and len(word) > 4 and word not in _NOT_DONE:
        return Part.DONE
    if word.endswith("ing") and len(word) > 5:
        return Part.DOING
    if word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERB:
        return Part.ADVERB
    return Part.NOUN


_NOMINAL = (Part.NAME, Part.NOUN, Part.NUMBER, Part.CLOSE)
_INSIDE = (Part.NAME, Part.NOUN, Part.NUMBER, Part.OWN)
_VERBAL = (Part.VERB, Part.DONE, Part.HELPER)
_COUNTS = words(
    "all some many most both one two three few dozens hundreds thousands several none each"
)
_DEEPEST = 6
_FARTHEST = 45
Range = tuple[int, int]


def subjects(tokens: Tokens, verb: int, depth: int = 0) -> list[Range]:
    """Ranges of tokens (last included) that are the subject of the verb that begins at `verb`.

    Joined subjects ("Kim and Ri") are several ranges; none means that no subject is plain.
    """
    if depth > _DEEPEST:
        return []
    at = verb - 1
    while at >= 0 and (
        tokens[at].part in (Part.HELPER, Part.ADVERB)
        or (tokens[at].lower == "to" and at and tokens[at - 1].part is Part.HELPER)
    ):
        at -= 1
    if at < 0:
        return []
    token = tokens[at]
    if token.part is Part.PRONOUN:
        return [(at, at)]
    if token.part is Part.RELATIVE:
        return _related(tokens, at, depth)
    if token.part is Part.AND or token.lower in ("but", "then"):
        return _shared(tokens, at, depth)
    if token.part is Part.COMMA or token.lower in ("—", "–"):
        return _around(tokens, at, depth) or _shared(tokens, at, depth)
    if token.part is Part.CLOSE:
        back = _opening(tokens, at)
        return phrase(tokens, back - 1, depth) if back > 0 else []
    if token.part in (Part.VERB, Part.DONE, Part.DOING, Part.OBJECT):
        return _before_relative(tokens, at, depth)
    if token.part in _INSIDE or token.lower in ("all", "both", "some", "many", "most", "few"):
        return phrase(tokens, at, depth)
    return []


def _related(tokens: Tokens, at: int, depth: int) -> list[Range]:
    """What "who" or "which" stands for: the noun phrase before it."""
    end = at - 1
    if end >= 0 and tokens[end].part is Part.COMMA:
        end -= 1
    if end < 0 or tokens[end].part not in _NOMINAL:
        return []
    start = chunk(tokens, end)
    if tokens[at].lower != "who" or tokens[end].is_person:
        return [(start, end)]
    found = phrase(tokens, end, depth + 1)
    return found[-1:] or [(start, end)]


def _before_relative(tokens: Tokens, at: int, depth: int) -> list[Range]:
    """What a relative clause or participle that ends at `at` belongs to: "people who fled were"."""
    for back in range(at, max(0, at - 14), -1):
        part = tokens[back].part
        if part in (Part.COMMA, Part.MARK, Part.CLAUSE) and back != at:
            break
        if part is Part.RELATIVE or tokens[back].lower == "whose":
            end = back - 1
            if tokens[end].part is Part.PREPOSITION:
                end -= 1
            return (
                phrase(tokens, end, depth + 1) if end >= 0 and tokens[end].part in _NOMINAL else []
            )
        if part in (Part.DONE, Part.DOING) and back < at and tokens[back - 1].part in _NOMINAL:
            return phrase(tokens, back - 1, depth + 1)
    return []


def _shared(tokens: Tokens, at: int, depth: int) -> list[Range]:
    """The subject of the verb before: "he left X and entered Y"."""
    # Behind a comma the verb goes with the main clause: "they heard what she said, but left".
    apart = at > 0 and tokens[at - 1].part is Part.COMMA
    inner: list[Range] = []
    for tried, back in enumerate(range(at - 1, max(-1, at - _FARTHEST), -1)):
        token = tokens[back]
        if token.lower in (";", ":") or tried > _FARTHEST:
            break
        plain = tokens[at].part is not Part.COMMA and _is_main(tokens, back)
        if token.part is Part.HELPER and not plain:
            continue
        if token.part not in (Part.VERB, Part.DONE, Part.HELPER):
            continue
        if back and tokens[back - 1].part in (Part.DETERMINER, Part.TO, Part.OWN):
            continue
        found = subjects(tokens, back, depth + 1)
        if not found:
            continue
        first = found[0][0]
        nested = first > 0 and tokens[first - 1].part in (Part.CLAUSE, Part.RELATIVE)
        if not (nested and apart):
            return found
        inner = inner or found
    return inner


def _is_main(tokens: Tokens, helper: int) -> bool:
    """Whether a form of "be" or "have" is the verb itself: "he was the envoy and became …"."""
    after = helper + 1
    while after < len(tokens) and tokens[after].part is Part.ADVERB:
        after += 1
    verbal = (Part.VERB, Part.DONE, Part.DOING, Part.HELPER)
    return after < len(tokens) and tokens[after].part not in verbal


def _around(tokens: Tokens, at: int, depth: int) -> list[Range]:
    """The noun phrase before an aside that ends at `at`: "Omar Said, a nurse, fled"."""
    limit = max(0, at - _FARTHEST)
    for back in range(at - 1, limit, -1):
        token = tokens[back]
        if token.lower in (";", ":"):
            break
        if token.part is not Part.COMMA and token.lower not in ("—", "–"):
            continue
        if back + 2 == at and tokens[back + 1].is_person:
            return [(back + 1, back + 1)]
        if tokens[back - 1].part in _NOMINAL and _is_aside(tokens, back + 1):
            end = back - 1
            if tokens[end].part is Part.CLOSE:
                end = _opening(tokens, end) - 1
            return phrase(tokens, end, depth + 1) if end >= 0 else []
    return []


def _is_aside(tokens: Tokens, first: int) -> bool:
    part = tokens[first].part
    if part in (Part.DONE, Part.DOING, Part.RELATIVE, Part.DETERMINER, Part.NUMBER, Part.NAME):
        return True
    return part in (Part.NOUN, Part.PREPOSITION, Part.ADVERB, Part.CLAUSE) or (
        tokens[first].lower in ("whose", "including")
    )


def _opening(tokens: Tokens, close: int) -> int:
    for back in range(close - 1, max(-1, close - 20), -1):
        if tokens[back].part is Part.OPEN:
            return back
    return 0


def chunk(tokens: Tokens, end: int) -> int:
    """The first token of the simple noun phrase that ends at token `end`."""
    start = end
    if tokens[end].part is Part.CLOSE:
        start = max(0, _opening(tokens, end) - 1)
    while start > 0 and end - start < 14:
        here, left = tokens[start], tokens[start - 1]
        if here.part is Part.DETERMINER and left.part is not Part.DETERMINER:
            break
        if left.part is Part.DETERMINER or left.part in (Part.NOUN, Part.OWN):
            start -= 1
        elif left.part is Part.NAME:
            if here.part is Part.NAME:
                break
            start -= 1
        elif left.part is Part.NUMBER:
            if here.part is Part.NAME or _is_year(left.lower):
                break
            start -= 1
        elif left.part in (Part.DONE, Part.DOING, Part.ADVERB):
            before = tokens[start - 2].part if start > 1 else None
            if before not in (Part.DETERMINER, Part.OWN) or here.part is not Part.NOUN:
                break
            start -= 1
        elif left.part is Part.COMMA and here.is_place and start > 1 and tokens[start - 2].is_place:
            start -= 2
        else:
            break
    return start


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def following(tokens: Tokens, first: int) -> int | None:
    """The last token of the simple noun phrase that begins at token `first`, None if none does."""
    at, last = first, None
    while at < len(tokens) and at - first < 12:
        token = tokens[at]
        before = tokens[at - 1].part if at > first else None
        if token.part in (Part.NOUN, Part.NAME, Part.NUMBER):
            if token.part is Part.NAME and before is Part.NAME:
                break
            last = at
        elif token.part is Part.DETERMINER or (token.part is Part.OWN and last is not None):
            if token.part is Part.DETERMINER and last is not None:
                break
        elif (
            (
                token.part in (Part.DONE, Part.DOING, Part.ADVERB)
                and before
                in (
                    Part.DETERMINER,
                    Part.OWN,
                    Part.NUMBER,
                    None,
                )
            )
            or (
                token.lower in ("at", "more", "less", "up", "about", "around", "over")
                and last is None
            )
            or (token.lower in ("least", "most", "than", "to", "of") and last is None)
        ):
            pass
        else:
            break
        at += 1
    return last


def phrase(tokens: Tokens, end: int, depth: int = 0) -> list[Range]:
    """The noun phrases, joined by "and" perhaps, that end at `end` and can be a subject."""
    if depth > _DEEPEST:
        return []
    start = chunk(tokens, end)
    if start == 0:
        return [(0, end)]
    left = tokens[start - 1]
    if left.part is Part.PREPOSITION:
        return _governed(tokens, start, end, depth)
    if left.part is Part.AND:
        return _joined(tokens, start, end, depth)
    if left.part is Part.OPEN:
        return []
    if left.part in (Part.VERB, Part.DONE, Part.DOING):
        return _after_verb(tokens, start, end, depth)
    if left.part is Part.HELPER:
        return []
    if left.part is Part.RELATIVE and start > 1 and tokens[start - 2].part in _NOMINAL:
        named = tokens[end].part is Part.NAME or tokens[start].part is Part.DETERMINER
        if left.lower in ("who", "which") and not named:
            return phrase(tokens, start - 2, depth + 1)
        return [(start, end)] if named else []
    return [(start, end)]


def _governed(tokens: Tokens, start: int, end: int, depth: int) -> list[Range]:
    """A phrase behind a preposition: the whole is what stands before ("owner of a shop")."""
    before = start - 2
    if before < 0:
        return []
    part = tokens[before].part
    if part in (*_NOMINAL, Part.OBJECT) or tokens[before].lower in _COUNTS:
        found = phrase(tokens, before, depth + 1)
        return [(found[-1][0], end)] if found else []
    if part in (Part.DONE, Part.DOING):
        found = _reduced(tokens, before, depth)
        return [(found[-1][0], end)] if found else []
    if part is Part.ADVERB and before > 0 and tokens[before - 1].part in (Part.DONE, Part.DOING):
        found = _reduced(tokens, before - 1, depth)
        return [(found[-1][0], end)] if found else []
    return []


def _reduced(tokens: Tokens, participle: int, depth: int) -> list[Range]:
    """ "A woman arrested in Busan": the phrase before a participle that has no helper."""
    before = participle - 1
    if before < 0 or tokens[before].part not in (*_NOMINAL, Part.COMMA):
        return []
    if tokens[before].part is Part.COMMA:
        before -= 1
    if before < 0 or tokens[before].part not in _NOMINAL:
        return []
    return phrase(tokens, before, depth + 1)


def _after_verb(tokens: Tokens, start: int, end: int, depth: int) -> list[Range]:
    """A phrase right behind a verb is its object, unless the verb tells ("said Kim fled")."""
    verb = start - 1
    if tokens[verb].lower in _TELLING:
        return [(start, end)]
    for back in range(verb - 1, max(-1, verb - 8), -1):
        part = tokens[back].part
        if part is Part.RELATIVE and back and tokens[back - 1].part in _NOMINAL:
            return phrase(tokens, back - 1, depth + 1)
        if part not in (Part.HELPER, Part.ADVERB):
            break
    return _reduced(tokens, verb, depth) if tokens[verb].part is Part.DOING else []


def _joined(tokens: Tokens, start: int, end: int, depth: int) -> list[Range]:
    """ "Kim and Ri", where the left one is no object of a verb before."""
    left = start - 2
    if left >= 0 and tokens[left].part is Part.COMMA:
        left -= 1
    if left >= 0 and tokens[left].part is Part.PRONOUN:
        return [(left, left), (start, end)]
    if left < 0 or tokens[left].part not in _NOMINAL:
        return [(start, end)]
    opening = chunk(tokens, left)
    before = tokens[opening - 1] if opening else None
    if before is not None and before.part is Part.PREPOSITION:
        governing = tokens[opening - 2].part if opening > 1 else None
        if governing in _NOMINAL:
            found = phrase(tokens, left, depth + 1)
            return [(found[-1][0], end)] if found else [(start, end)]
        return [(start, end)]
    if before is not None and before.part in (*_VERBAL, Part.DOING):
        telling = before.lower in _TELLING
        return [(opening, left), (start, end)] if telling else [(start, end)]
    rest: list[Range] = []
    if before is not None and before.part is Part.COMMA and opening > 1:
        further = opening - 2
        if tokens[further].part in _NOMINAL and tokens[opening].part is not Part.DETERMINER:
            first = chunk(tokens, further)
            if first == 0 or tokens[first - 1].part in (Part.CLAUSE, Part.MARK, Part.COMMA):
                rest = [(first, further)]
    return [*rest, (opening, left), (start, end)]

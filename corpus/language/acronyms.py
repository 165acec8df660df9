"""What the text itself says that a short form or another name stands for."""

from __future__ import annotations

import re

from corpus.model import Alias, Span

_BRACKET = re.compile(r"\(([^()\n]{1,80})\)")
_SHORT = re.compile(r"[^\W\d_a-z][\w&.’'/-]{0,11}[^\W_a-z]s?|(?:[A-Z]\.){2,6}|[A-Z]{2,10}")
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_SKIPPED = frozenset(
    ("of", "and", "the", "for", "in", "on", "to", "de", "del", "la", "et", "und", "der", "für",
     "y", "des", "du", "&", "a", "an", "by", "with")
)  # fmt: skip
_LEAD_IN = re.compile(r"^(?:also |better |formerly |or |aka |a\.k\.a\.? |hereafter |the )+", re.I)
_QUOTES = "\"“”'‘’"
_KNOWN = re.compile(
    r"(?:,?\s\(?(?:(?:(?:also|better|formerly|otherwise|widely|commonly)\s)?(?:known|referred\sto)"
    r"\s(?:simply\s|as\s|by\s(?:his|her|its|the)\s(?:nickname|alias|pen\sname|stage\sname)\s?){1,2}"
    r"|a\.k\.a\.?\s|aka\s|alias\s|nicknamed\s|abbreviated\s(?:as|to)\s))"
)
_NAME_AFTER = re.compile(
    r"(?:the\s)?[\"“‘']?((?:[A-Z\d][\w.’-]*|of|the|de|al|el)(?:\s(?:[A-Z\d][\w.’-]*|of|de|al|el)){0,5})"
)
_NAME_BEFORE = re.compile(
    r"((?:[A-Z][\w.’-]*)(?:\s(?:[A-Z][\w.’-]*|of|and|the|for|de|al|el|bin|van|von|da|dos)){0,7})$"
)
_LOWER_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_A-Z][\w’'-]*(?:[ ][a-z][\w’'-]*){0,2})$")
_NO_GLOSS = re.compile(
    r"[.;:!?]|\d|\b(?:who|which|that|is|was|were|are|has|had|he|she|it|they|see|left|right|center"
    r"|centre|above|below|pictured|photo|image|reuters|yonhap|ap|afp|xinhua|and|but|eds?|including"
    r"|since|until|about|some|per|only|both|if|when|then|via)\b"
    r"|^(?:not|for|from|in|on|at|by|with|to|of|as|[a-z]+ly)\b",
    re.I,
)
_LEADING = re.compile(
    r"^(?:(?:The|In|On|At|From|To|By|For|And|But|the|an?|of|in|his|her|its|and)\s)+"
)
_SURNAME = re.compile(r"(?:[^\W\d_a-z]{2,}[ -]){0,2}[^\W\d_a-z]{2,},\s$")
_ARTICLE = re.compile(r"^(?:(?:The|In|On|At|But|And)\s)+")
_GIVEN = re.compile(r",\s[A-Z][a-z]+(?:[\s-][A-Za-z][a-z]+){0,2}(?=[;,)])")
_BODY = re.compile(
    r"\b(?:Ministry|Committee|University|Party|Union|Agency|Service|Council|Front|Movement|Institute"
    r"|Association|Federation|League|Office|Bureau|Police|Army|Bank|Commission|Organi[sz]ation"
    r"|Department|Directorate|Court|Company|Corporation|Society|Academy|Confederation|Command)\b"
)
_STOP = re.compile(r"\n[ \t]*\n|(?<=[a-z]{3})[.!?][\"”’)]?\s+")
_AGENCIES = frozenset(("AP", "AFP", "TASS", "DPA", "EFE", "ANSA", "UPI", "KCNA", "CTK", "ČTK"))
_REACH = 90


def find(text: str) -> tuple[Alias, ...]:
    """Short forms and other names that the text explains, by place of the short one."""
    found: list[Alias] = []
    for bracket in _BRACKET.finditer(text):
        alias = _bracketed(text, bracket)
        if alias is not None:
            found.append(alias)
    shorts = {alias.short for alias in found}
    found.extend(alias for alias in _known(text) if alias.short not in shorts)
    return tuple(sorted(set(found), key=lambda a: (a.short, a.long, a.relation)))


def _bracketed(text: str, bracket: re.Match[str]) -> Alias | None:
    inner = bracket[1].strip()
    start = bracket.start(1) + len(bracket[1]) - len(bracket[1].lstrip())
    lead = _LEAD_IN.match(inner)
    if lead:
        start += lead.end()
        inner = inner[lead.end() :]
    if inner[:1] in _QUOTES and inner[-1:] in _QUOTES and len(inner) > 2:
        start, inner = start + 1, inner[1:-1]
    before = text[max(0, bracket.start() - _REACH) : bracket.start()]
    line = _sentence(before).rstrip()
    if not line or before[-1:] not in (" ", "\u00a0") or not inner:
        return None
    stop = bracket.start() - (len(before) - len(before.rstrip()))
    short = Span(start, start + len(inner))
    if _SHORT.fullmatch(inner):
        long = _long_form(line, stop, inner) or _body(line, stop, inner)
        return Alias(long, short) if long else None
    word = re.search(r"(?<![\w.-])([A-Z][A-Z&.]{1,8}[A-Z.])$", line)
    if word and _spells(word[1], inner):
        return Alias(short, Span(stop - len(word[1]), stop))
    return _gloss(line, stop, inner, short, marked=lead is not None)


def _body(line: str, stop: int, short: str) -> Span | None:
    """The name of a body whose short form comes from another language: "… Committee (KGB)"."""
    name = _NAME_BEFORE.search(line)
    if name is None or not short.isupper() or short in _AGENCIES or not _BODY.search(name[1]):
        return None
    begin = name.end(1) - len(_LEADING.sub("", name[1]))
    return Span(stop - len(line) + begin, stop)


def _sentence(before: str) -> str:
    """What stands before in the same sentence."""
    return _STOP.split(before)[-1]


def _letters(short: str) -> str:
    plural = short[:-1] if len(short) > 2 and short.endswith("s") else short
    return "".join(c for c in plural if c.isalnum()).lower()


def _long_form(line: str, stop: int, short: str) -> Span | None:
    """The words before the bracket whose first letters, in order, make the short form."""
    letters = _letters(short)
    words = list(_WORD.finditer(line))
    if len(letters) < 2:
        return None
    at = _align(words, letters)
    if at is None:
        at = _align_within(words, letters)
    if at is None or (not any(w[0][0].isupper() for w in words[at:]) and len(words) - at < 2):
        return None
    if re.search(r"[.;:!?]\s", line[words[at].start() : words[-1].start()]):
        return None
    base = stop - len(line)
    return Span(base + words[at].start(), stop)


def _align(words: list[re.Match[str]], letters: str) -> int | None:
    """Match letters to initials from the right, passing over small words; the first's index."""
    at = len(words)
    rest = list(letters)
    while rest and at:
        at -= 1
        word = words[at][0].lower()
        before = words[at - 1][0] if at else ""
        if word in _SKIPPED and len(rest) == 1 and before[:1].lower() == rest[0] != before[:1]:
            continue
        parts = [p for p in re.split(r"[-’']", word) if p]
        if word[0] == rest[-1] and len(parts) < 2:
            rest.pop()
        elif len(parts) > 1 and rest[-len(parts) :] == [p[0] for p in parts]:
            del rest[-len(parts) :]
        elif word[0] == rest[-1]:
            rest.pop()
        elif word not in _SKIPPED:
            return None
    return at if not rest and words[at][0].lower() not in _SKIPPED else None


def _align_within(words: list[re.Match[str]], letters: str) -> int | None:
    """Fewer words than letters: each letter found in order, each word's first letter used."""
    for count in range(1, min(len(letters) + 4, len(words)) + 1):
        chosen = words[-count:]
        if len(chosen) < count or chosen[0][0][0].lower() != letters[0]:
            continue
        capitals = all(w[0][0].isupper() or w[0].lower() in _SKIPPED for w in chosen)
        if capitals and (_uses(chosen, letters) or _ends_in_noun(chosen, letters)):
            return len(words) - count
    return None


def _uses(words: list[re.Match[str]], letters: str) -> bool:
    """Whether the letters run through the words, touching the start of each that matters."""
    index = 0
    for word in words:
        lower = word[0].lower()
        if index < len(letters) and lower[0] == letters[index]:
            index += 1
            for char in lower[1:]:
                if (
                    index < len(letters)
                    and char == letters[index]
                    and index < len(letters) - 1 + (word is words[-1])
                ):
                    index += 1
        elif lower not in _SKIPPED:
            return False
    return index == len(letters)


def _ends_in_noun(words: list[re.Match[str]], letters: str) -> bool:
    """ "Korea Economic Institute of America (KEI)": initials, then "of Somewhere" unmarked."""
    for at, word in enumerate(words):
        if word[0].lower() in ("of", "for", "in") and at:
            initials = "".join(w[0][0].lower() for w in words[:at] if w[0].lower() not in _SKIPPED)
            if initials == letters:
                return True
    return False


def _spells(short: str, long: str) -> bool:
    words = list(_WORD.finditer(long))
    return len(words) > 1 and _align(words, _letters(short)) == 0


def _gloss(line: str, stop: int, inner: str, short: Span, marked: bool) -> Alias | None:
    """ "South Chosun (South Korea)", "charge d'affaires (acting ambassador)"."""
    words = inner.split()
    if len(words) > 4 or len(inner) < 4 or _NO_GLOSS.search(inner) or "," in inner:
        return None
    if inner[0].isupper():
        if not (marked or len(words) > 1) or not all(
            w[0].isupper() or w in _SKIPPED for w in words
        ):
            return None
        name = _NAME_BEFORE.search(line)
    elif inner.islower() and inner[0].isalpha() and len(words) > 1:
        name = _LOWER_BEFORE.search(line)
    else:
        return None
    if name is None or name[1].lower() == inner.lower():
        return None
    begin = name.start(1)
    long = _LEADING.sub("", name[1])
    begin += len(name[1]) - len(long)
    if not long or (inner[0].isupper() and len(long) < 3):
        return None
    if marked and (surname := _SURNAME.search(line[:begin])):
        begin = surname.start()
    return Alias(Span(stop - len(line) + begin, stop), short, "gloss")


def _known(text: str) -> list[Alias]:
    found = []
    for cue in _KNOWN.finditer(text):
        line = _sentence(text[max(0, cue.start() - _REACH) : cue.start()])
        name = _NAME_BEFORE.search(line)
        other = _NAME_AFTER.match(text, cue.end())
        if name is None or other is None or name[1] == other[1] or not other[1][0].isupper():
            continue
        begin = cue.start() - len(line) + name.start(1)
        begin += len(name[1]) - len(_ARTICLE.sub("", name[1]))
        surname = _SURNAME.search(line[: name.start(1)])
        if surname is not None:
            begin = cue.start() - len(line) + surname.start()
        short = Span(*other.span(1))
        if other[1].isupper() and (given := _GIVEN.match(text, other.end(1))):
            short = Span(short.start, given.end())
        plain = surname is None and short.end == other.end(1)
        capitals = _SHORT.fullmatch(other[1]) and other[1].isupper()
        relation = "acronym" if plain and capitals else "gloss"
        found.append(Alias(Span(begin, cue.start()), short, relation))
    return found

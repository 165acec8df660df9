"""What sort of thing a fact tells (a leaving, an arrival, a death), and which nouns mean it."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.model import Fact

LEAVING, ARRIVING, RETURNING, DEATH, BIRTH = "departure", "arrival", "return", "death", "birth"
DEFECTING, PRISON, ARREST, SENTENCE = "defection", "imprisonment", "arrest", "sentence"
RELEASE, APPOINTING, RESIGNING, MARRYING = "release", "appointment", "resignation", "marriage"

ONCE = frozenset({BIRTH, DEATH, DEFECTING})
"""What nobody does twice, so that any two dates for it disagree."""

_VERBS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for name, words in (
        (BIRTH, r"was born|were born|birth"),
        (DEATH, r"executed|execution|killed|killing|died|murder(?:ed)?|assassinat(?:ed|ion)|hanged"
                r"|put to death|death|shot dead|passed away|drowned"),
        (SENTENCE, r"sentenced"),
        (RELEASE, r"released|freed|set free|release"),
        (ARREST, r"arrest(?:ed)?|detained|detention|taken into custody"),
        (PRISON, r"imprison(?:ed|ment)|jailed|sent to (?:an? |the )?(?:\w+ ){0,2}(?:camp|prison)"
                 r"|put in(?:to)? (?:an? |the )?(?:\w+ ){0,2}(?:camp|prison|jail)"),
        (DEFECTING, r"defected|defection|sought asylum|requested asylum"),
        (RETURNING, r"returned|went back|came back|repatriated|return"),
        (LEAVING, r"fled|left|escaped?|slipped away|disappear(?:ed|ance)|vanished|departed"
                  r"|departure|flight|emigrated|went missing|sneaked|flew out|deported|expelled"),
        (ARRIVING, r"arriv(?:ed|al)|entered|reached|landed|came|resettled|settled|moved|relocated"
                   r"|flown|went|presence"),
        (RESIGNING, r"resigned|stepped down|quit|resignation"),
        (APPOINTING, r"became|appoint(?:ed|ment)|was (?:\w+ )?named|elected|promoted|sworn in"
                     r"|took office|election|took over"),
        (MARRYING, r"married|marriage|wed"),
    )
)  # fmt: skip
_MEANT: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE), names)
    for nouns, names in (
        (r"presence|whereabouts|been in|living in|lived in",
         (ARRIVING, DEFECTING, LEAVING)),
        (r"arrivals?", (ARRIVING, DEFECTING)),
        (r"defections?|asylum", (DEFECTING, LEAVING, ARRIVING)),
        (r"escapes?|flight|departures?|disappearances?", (LEAVING, DEFECTING)),
        (r"returns?", (RETURNING,)),
        (r"deaths?|executions?|killings?|murders?|assassinations?", (DEATH,)),
        (r"arrests?|detentions?", (ARREST, PRISON)),
        (r"imprisonments?|sentences?", (PRISON, SENTENCE)),
        (r"releases?", (RELEASE,)),
        (r"resignations?", (RESIGNING,)),
        (r"appointments?|promotions?|elections?", (APPOINTING,)),
        (r"marriages?|weddings?", (MARRYING,)),
    )
)  # fmt: skip


def sort(fact: Fact) -> str:
    """The sort of happening that a fact tells, "" where it is none of these."""
    if fact.kind not in ("move", "harm", "event", "role", "kin"):
        return ""
    if fact.kind in ("event", "move") and (noun := meant(fact.subject.text)):
        return noun[0]
    if fact.kind == "event" and fact.subject.mention is None:
        return ""
    return of_words(fact.relation)


@lru_cache(maxsize=4096)
def of_words(words: str) -> str:
    """The sort of happening that a verb tells."""
    return next((name for name, pattern in _VERBS if pattern.search(words)), "")


@lru_cache(maxsize=4096)
def meant(phrase: str) -> tuple[str, ...]:
    """The sorts of happening that a noun phrase may mean, likeliest first."""
    return next((names for pattern, names in _MEANT if pattern.search(phrase)), ())

"""Names written the Korean way: a family name, then a pair of syllables.

The pattern alone tells a person, whatever the tagger says: "Ri Il-kyu", "Kim Jong Un",
"Choe Ryong Hae", "Park Geun-hye". Hangul names need an honorific or a gloss and are left to lists.
"""

from __future__ import annotations

import re

FAMILY_NAMES = frozenset(
    "kim gim ri lee yi rhee rhie i pak park bak choe choi chae che jong jung chung chong cheong jeong "
    "kang gang cho jo joe yun yoon chang jang lim im rim han o oh so seo suh sin shin kwon gwon hwang "
    "an ahn song yu yoo ryu yoo you hong chon jeon jun chun ko ko go koh mun moon son sohn yang pae bae "
    "paek baek paik back hyon hyun ho heo hur huh nam sim shim no roh noh ha chu joo ju ku koo gu goo "
    "kwak gwak kwag song sung seong cha u woo wu min ra na rah chin jin chi ji om eom um won won pang "
    "bang kong gong kang hyon ham pyon byun byon yom yeom chu to do tae thae ki gi mae myong myung wang "
    "kum keum ok yuk yook in maeng mo pok bok pong bong so sol seol sok seok suk son sun wi ye pan ban "
    "tan dan tong tak kil gil ryang rang yong p'yo pyo phyo kye ri rim ro ryang ryom hwangbo namgung "
    "sonu seonu sunwoo tokko dokgo chegal jegal sagong hwang-bo nam-gung "
    "jon ryo sok ru kuk kuk".split()
)
_SYLLABLE = (
    r"(?:kk|tt|pp|ss|jj|tch|ch'|k'|t'|p'|kh|th|ph|ch|sh|ts|[bcdghjklmnprstyw])?"
    r"(?:y|wh?)?(?:ae|eo|eu|oe|ui|oo|ee|ou|ai|ah|oh|[aeiouŏŭ])(?:e|i|u)?(?:ng|lk|lb|ck|[klmnptbgdrsh])?"
)
_PAIR = re.compile(rf"^{_SYLLABLE}[-\u2010\u2011']{_SYLLABLE}$", re.I)
_ONE = re.compile(rf"^{_SYLLABLE}$", re.I)
_TWO = re.compile(rf"^{_SYLLABLE}{_SYLLABLE}$", re.I)


def is_family(word: str) -> bool:
    """Whether `word` is a romanised Korean family name."""
    return word.lower() in FAMILY_NAMES


def is_pair(word: str) -> bool:
    """Whether `word` is a hyphenated pair of syllables ("Il-kyu")."""
    return _PAIR.match(word) is not None


def is_syllable(word: str) -> bool:
    """Whether `word` reads as one syllable ("Jong")."""
    return len(word) <= 6 and _ONE.match(word) is not None


def is_joined(word: str) -> bool:
    """Whether `word` reads as two syllables written together ("Yongho")."""
    return 3 < len(word) <= 10 and _TWO.match(word) is not None


def length_of_name(words: list[str], strict: bool = True) -> int:
    """How many of `words` form a Korean name from the first on: 3, 2 or 0.

    Three syllables count only if `strict` is off or all are capitalised monosyllables of a kind
    that English does not share; the caller has made sure that the words are capitalised.
    """
    if not words or not is_family(words[0]):
        return 0
    if len(words) >= 2 and is_pair(words[1]):
        return 2
    if len(words) >= 3 and is_syllable(words[1]) and is_syllable(words[2]):
        return 3 if not strict or not _english(words[1:3]) else 0
    return 0


_ENGLISH = frozenset(
    "in on an do so to no go he me we us is as at it if be my by or up the of son sun song long king "
    "hill park young old man men sea bay day way may den can her his him one two ten new air army "
    "north south east west bank said has had was were not".split()
)


def _english(words: list[str]) -> bool:
    return any(
        w.lower() in _ENGLISH - {"son", "sun", "song", "man", "in", "no", "do"} for w in words
    )

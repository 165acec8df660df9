"""Names written the Korean way: a family name, then a pair of syllables.

The pattern alone tells a person, whatever the tagger says: "Ri Il-kyu", "Kim Jong Un",
"Choe Ryong Hae", "Park Geun-hye". Hangul names need an honorific or a gloss and are left to lists.
"""

from __future__ import annotations

import re

FAMILY_NAMES = frozenset(
    "ahn an back bae baek bak ban bang bok bong byon byun cha chae chang che chegal cheong "
    "chi chin cho choe choi chon chong chu chun chung dan do dokgo eom gang gi gil gim go "
    "gong goo gu gwak gwon ha ham han heo ho hong huh hur hwang hwang-bo hwangbo hyon hyun i "
    "im in jang jegal jeon jeong ji jin jo joe jon jong joo ju jun jung kang keum ki kil kim "
    "ko koh kong koo ku kuk kum kwag kwak kwon kye lee lim mae maeng min mo moon mun myong "
    "myung na nam nam-gung namgung no noh o oh ok om p'yo pae paek paik pak pan pang park "
    "phyo pok pong pyo pyon ra rah rang rhee rhie ri rim ro roh ru ryang ryo ryom ryu sagong "
    "seo seok seol seong seonu shim shin sim sin so sohn sok sol son song sonu suh suk sun "
    "sung sunwoo tae tak tan thae to tokko tong u um wang wi won woo wu yang ye yeom yi yom "
    "yong yoo yook yoon you yu yuk yun".split()
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
    "in on an do so to no go he me we us is as at it if be my by or up the of son sun song "
    "long king hill park young old man men sea bay day way may den can her his him one two "
    "ten new air army north south east west bank said has had was were not".split()
)


def _english(words: list[str]) -> bool:
    return any(
        w.lower() in _ENGLISH - {"son", "sun", "song", "man", "in", "no", "do"} for w in words
    )

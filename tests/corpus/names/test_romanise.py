"""Keys of sound: the spellings of one name meet, those of another do not; nothing ever fails."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names import asking, hangul, keys, readings, wade_giles
from corpus.names.fold import fold, glue


def spoken(name: str) -> str:
    return keys.rough(keys.spoken(name))


@pytest.mark.parametrize(
    "spellings",
    [
        ("Kim Jong-un", "Gim Jeong-eun", "Kim Chŏng-ŭn", "Kim Chong Un", "김정은", "KIM Jong Un"),
        ("Ri Il-kyu", "Lee Il-gyu", "Yi Il Kyu", "Rhee Il-gyu", "리일규", "이일규"),
        ("Park Geun-hye", "Pak Kŭn-hye", "Bak Geunhye", "박근혜"),
        ("Choe Ryong-hae", "Choi Ryong-hae", "Ch'oe Ryong-hae", "최룡해"),
        ("Thae Yong-ho", "Tae Yeongho", "T'ae Yŏng-ho", "Tae Young-ho", "태영호"),
        ("Roh Moo-hyun", "No Mu-hyeon", "Noh Moo-hyun", "노무현"),
        ("Ryu", "Yoo", "Yu", "Ryoo", "류", "유"),
        ("Mohammed", "Mohamed"),
        ("Sulayman", "Sulaiman", "Soulayman"),
        ("Khrushchev", "Хрущёв"),
        ("Sergei", "Sergey", "Сергей"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({spoken(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Yong-chol", "Kim Yong-chun"),
        ("Ri Yong-ho", "Thae Yong-ho"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Pak", "Paek"),
        ("Kang", "Kong"),
        ("Ivanov", "Petrov"),
        ("Kim Jung-un", "Kim Jong-un"),
    ],
)
def test_names_of_two_do_not(one: str, other: str) -> None:
    assert keys.spoken(one) != keys.spoken(other)


@pytest.mark.parametrize(
    ("syllable", "revised", "mccune", "north"),
    [
        ("김", "gim", "kim", "kim"),
        ("정", "jeong", "chong", "jong"),
        ("철", "cheol", "chol", "chol"),
        ("태", "tae", "tae", "thae"),
        ("은", "eun", "un", "un"),
        ("리", "ri", "ri", "ri"),
        ("각", "gak", "kak", "kak"),
    ],
)
def test_hangul_is_spelt_by_each_system(
    syllable: str, revised: str, mccune: str, north: str
) -> None:
    spelt = [hangul.romanise(syllable, system) for system in hangul.SYSTEMS]
    assert spelt == [revised, mccune, north]


@pytest.mark.parametrize(
    ("one", "soft"),
    [
        ("리일규", "이일규"),
        ("로동", "노동"),
        ("류", "유"),
        ("녀", "여"),
        ("김", "김"),
        ("라", "나"),
    ],
)
def test_the_initial_law(one: str, soft: str) -> None:
    assert hangul.soften(one) == soft


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("Kim Jong-un", "kjo"),
        ("Ri Il-kyu", "ook"),
        ("Kim Dongcheol", "ktj"),
        ("Thae Yong-ho", "toh"),
    ],
)
def test_korean_names_have_initial_consonants(name: str, classes: str) -> None:
    assert readings.consonants([word for _, word in keys.words(name)]) == classes


@pytest.mark.parametrize("name", ["Mikhail Gorbachev", "Kim", "Xi Jinping", "Kim Qasim"])
def test_other_names_have_none(name: str) -> None:
    assert readings.consonants([word for _, word in keys.words(name)]) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Chou", "zhou"),
        ("en", "en"),
        ("ch'ing", "qing"),
        ("hsi", "xi"),
        ("Tse", "ze"),
        ("tung", "dong"),
        ("Kuo", "guo"),
        ("jen", "ren"),
        ("ssu", "si"),
        ("ch’uan", "chuan"),
        ("hsü", "xu"),
        ("chih", "zhi"),
        ("p'eng", "peng"),
        ("teng", "deng"),
        ("yüan", "yuan"),
        ("ho", "he"),
    ],
)
def test_wade_giles_has_pinyin(old: str, new: str) -> None:
    assert new in wade_giles.readings(old)


def test_what_is_no_wade_giles_has_none() -> None:
    assert wade_giles.to_pinyin(["Smith"]) == []
    assert wade_giles.to_pinyin([]) == []


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert glue(glue(text)) == glue(text)


@given(st.text(max_size=30) | st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)))
def test_keys_never_fail_and_point_into_the_name(text: str) -> None:
    for start, word in keys.words(text):
        for part in word:
            assert 0 <= start + part.start < start + part.end <= len(text)
            assert part.letters.isascii() and part.letters.isalnum()
            assert part.letters == part.letters.lower()
    for form in asking.forms(text):
        assert form.whole().letters


@given(st.text(max_size=20))
def test_letters_are_their_own_letters(text: str) -> None:
    letters = keys.ascii_letters(text)
    assert keys.ascii_letters(letters) == letters


@given(st.sampled_from(["Kim Jong-un", "Václav Havel", "Ch'oe Ryong-hae", "José"]), st.booleans())
def test_accents_case_and_composition_do_not_matter(name: str, upper: bool) -> None:
    other = unicodedata.normalize("NFD", name.upper() if upper else name)
    assert spoken(other) == spoken(name)

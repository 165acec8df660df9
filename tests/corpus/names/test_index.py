"""The lookup of names: who is found by which spelling, why, and what is underlined."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.names.index import Entry, NameIndex, build

PEOPLE = (
    "Kim Jong-un", "Kim Jong-il", "Kim Ju-ae", "Kim Jong-nam", "Ri Il-kyu", "Ri Yong-ho",
    "Thae Yong-ho", "Kim Yong-chol", "Kim Yong-chun", "Kim Chung-un", "Choe Ryong-hae",
    "Park Chung-hee", "Ban Ki-moon", "Jang Song-thaek", "Xi Jinping", "Zhou Enlai",
    "Nikita Khrushchev", "Mohammed Morsi", "Václav Havel", "Recep Tayyip Erdoğan",
    "José Luis Rodríguez Zapatero", "John Smith", "Joan Smith", "Kang Il-gyu", "Ri Il-hwan",
)  # fmt: skip
PLACES = ("Seoul", "Pyongyang", "Kaesong", "Beijing", "Shenyang", "Gdańsk", "Jongno", "Unsan")


@pytest.fixture(scope="module")
def index() -> NameIndex:
    entries = [Entry(name, (), "person", 3) for name in PEOPLE]
    entries += [Entry(name, (), "place") for name in PLACES]
    return build([*entries, Entry("Reconnaissance General Bureau", ("RGB",), "organisation")])


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Kim Chong-un", "Kim Jong-un"),
        ("Kim Jeong-eun", "Kim Jong-un"),
        ("김정은", "Kim Jong-un"),
        ("kimjongun", "Kim Jong-un"),
        ("ㄱㅈㅇ", "Kim Jong-un"),
        ("Kim Jnog-un", "Kim Jong-un"),
        ("Ким Чен Ын", "Kim Jong-un"),
        ("Ri Il Gyu", "Ri Il-kyu"),
        ("Lee Il-kyu", "Ri Il-kyu"),
        ("리일규", "Ri Il-kyu"),
        ("이일규", "Ri Il-kyu"),
        ("il kyu ri", "Ri Il-kyu"),
        ("Tae Yongho", "Thae Yong-ho"),
        ("태영호", "Thae Yong-ho"),
        ("Pak Chŏng-hŭi", "Park Chung-hee"),
        ("Chou En-lai", "Zhou Enlai"),
        ("习近平", "Xi Jinping"),
        ("Хрущёв", "Nikita Khrushchev"),
        ("Chruschtschow", "Nikita Khrushchev"),
        ("Muhammad Mursi", "Mohammed Morsi"),
        ("vaclav havel", "Václav Havel"),
        ("recep erdogan", "Recep Tayyip Erdoğan"),
        ("zapatero", "José Luis Rodríguez Zapatero"),
        ("Peking", "Beijing"),
        ("mukden", "Shenyang"),
        ("Danzig", "Gdańsk"),
        ("평양", "Pyongyang"),
        ("k j nam", "Kim Jong-nam"),
        ("rgb", "Reconnaissance General Bureau"),
        ("thae y", "Thae Yong-ho"),
    ],
)
def test_any_spelling_finds_the_name_first(index: NameIndex, query: str, name: str) -> None:
    assert index.search(query)[0].name == name


def test_lookalikes_are_both_shown_the_exact_one_first(index: NameIndex) -> None:
    assert [hit.name for hit in index.search("Kim Yong-chol", 2)] == [
        "Kim Yong-chol",
        "Kim Yong-chun",
    ]
    assert [hit.name for hit in index.search("Kim Yong-chun", 2)] == [
        "Kim Yong-chun",
        "Kim Yong-chol",
    ]


def test_ri_yong_ho_is_no_answer_to_thae_yong_ho(index: NameIndex) -> None:
    first, *others = index.search("Tae Yong-ho")
    assert first.name == "Thae Yong-ho"
    assert all(hit.score < NameIndex.GOOD for hit in others if hit.name == "Ri Yong-ho")


def test_hangul_is_compared_with_hangul_where_the_source_gives_it() -> None:
    names = build([Entry("Kim Jong-un", ("김정은",)), Entry("Kim Jong-un", ("김종은",))])
    assert [hit.entry for hit in names.search("김종은")] == [1, 0]
    assert [hit.entry for hit in names.search("김정은")] == [0, 1]
    first, second = names.search("김종은")
    assert first.score == 1.0 > second.score
    assert second.why == "Hangul, 1 syllable off"


def test_two_people_with_one_name_stay_two() -> None:
    names = build([Entry("Ri Yong-ho", (), "person", 2), Entry("Ri Yong-ho", (), "person", 9)])
    assert [hit.entry for hit in names.search("ri yong ho")] == [1, 0]


def test_the_one_mentioned_more_often_comes_first_only_between_equals() -> None:
    names = build([Entry("Anna Kim", weight=1), Entry("Anna Kimball", weight=90), Entry("Anna Lee"),
                   Entry("Anna Lie", weight=50)])  # fmt: skip
    assert names.search("anna kim")[0].name == "Anna Kim"
    assert names.search("anna l")[0].name == "Anna Lie"


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("Kim Jong-un", ""),
        ("kim jong", ""),
        ("Kim Chong-un", "same sounds: chong = jong"),
        ("Kim Jong-u n", ""),
        ("Jong-un Kim", "other order"),
        ("Kim Jomg-un", "1 letter off"),
        ("김정은", "Hangul"),
        ("ㄱㅈㅇ", "initial consonants"),
        ("kju", "initials"),
        ("jong-un", "part of the name"),
    ],
)
def test_each_hit_says_why(query: str, why: str) -> None:
    names = build([Entry("Kim Jong-un"), Entry("Ri Sol-ju")])
    hit = names.search(query)[0]
    assert (hit.name, hit.why) == ("Kim Jong-un", why)


def test_a_further_spelling_is_named() -> None:
    names = build([Entry("Ri Il-kyu", ("Ri Il Gyu", "Lee Ilgyu")), Entry("Shenyang")])
    assert names.search("Ri Il Gyu")[0].why == "also written Ri Il Gyu"
    hit = names.search("Mukden")[0]
    assert (hit.name, hit.spelling, hit.why) == ("Shenyang", "Mukden", "also called Mukden")


@pytest.mark.parametrize(
    ("query", "underlined"),
    [
        ("kim jung eun", ["Kim", "Jong", "un"]),
        ("kim jo", ["Kim", "Jo"]),
        ("gimjeongeun", ["Kim", "Jong", "un"]),
        ("Jong-un Kim", ["Kim", "Jong", "un"]),
        ("un", ["un"]),
    ],
)
def test_what_was_asked_is_underlined(query: str, underlined: list[str]) -> None:
    hit = build([Entry("Kim Jong-un")]).search(query)[0]
    assert [hit.spelling[start:end] for start, end in hit.spans] == underlined


def test_hangul_is_underlined_by_syllable() -> None:
    hit = build([Entry("Kim Jong-un", ("김정은",))]).search("김정")[0]
    assert (hit.spelling, hit.spans) == ("김정은", ((0, 2),))


@pytest.mark.parametrize(
    ("query", "kind"),
    [("p:un", "person"), ("@un", "place"), ("L: un", "place"), ("o:bureau", "organisation")],
)
def test_a_kind_can_be_asked_for(index: NameIndex, query: str, kind: str) -> None:
    hits = index.search(query)
    assert hits
    assert {index.entries[hit.entry].kind for hit in hits} == {kind}


def test_a_kind_alone_lists_it(index: NameIndex) -> None:
    assert {hit.name for hit in index.search("@")} == set(PLACES)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("'ilky", {"Ri Il-kyu"}),
        ("^thae", {"Thae Yong-ho"}),
        ("^kim un$", {"Kim Jong-un", "Kim Chung-un", "Kim Yong-chun"}),
        ("^kim un$ !yong", {"Kim Jong-un", "Kim Chung-un"}),
        ("^thae | ^xi", {"Thae Yong-ho", "Xi Jinping"}),
        ("^kim nam$ | ae$", {"Kim Jong-nam", "Kim Ju-ae"}),
        ("'smith !joan", {"John Smith"}),
        ("^seoul$", {"Seoul"}),
        ("!zzz ^xi", {"Xi Jinping"}),
    ],
)
def test_operators_hold_to_the_letter(index: NameIndex, query: str, names: set[str]) -> None:
    assert {hit.name for hit in index.search(query)} == names


def test_words_and_alternatives(index: NameIndex) -> None:
    assert {hit.name for hit in index.search("tae yongho | peking", 2)} == {
        "Thae Yong-ho",
        "Beijing",
    }
    assert all("Kim" not in hit.name for hit in index.search("yong !kim"))


@pytest.mark.parametrize("query", ["", " ", "!", "'", "^", "|", "$", "-", "…", "👍"])
def test_nothing_asked_is_nothing_found(index: NameIndex, query: str) -> None:
    assert index.search(query) == []


def test_an_empty_index_answers() -> None:
    names = build([])
    assert names.search("kim") == []
    assert names.search("ㄱㅈㅇ") == []
    assert names.search("p:") == []


def test_the_limit_holds(index: NameIndex) -> None:
    assert len(index.search("kim", 3)) == 3
    assert index.search("kim", 0) == []


def test_an_index_comes_back_from_its_arrays(index: NameIndex) -> None:
    again = NameIndex.from_arrays(index.to_arrays())
    assert list(again.entries) == list(index.entries)
    for query in ("kim", "김정은", "p: ri", "'un !kim", "ㄱㅈㅇ", "mukden", "kju"):
        assert again.search(query) == index.search(query)


def test_arrays_of_another_version_are_refused(index: NameIndex) -> None:
    arrays = index.to_arrays()
    with pytest.raises(ValueError, match="another version"):
        NameIndex.from_arrays({**arrays, "version": arrays["version"] + 1})


def test_arrays_hold_no_objects(index: NameIndex) -> None:
    assert all(array.dtype.kind in "iufb" for array in index.to_arrays().values())


_NAMES = st.lists(
    st.text(max_size=12) | st.sampled_from([*PEOPLE, "김정은", "李四", "Ы", "\ud800", "a\nb\0c"]),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(names=_NAMES, query=st.text(max_size=14) | st.sampled_from(PEOPLE))
def test_any_text_is_a_name_and_a_query(names: list[str], query: str) -> None:
    found = build([Entry(name, tuple(names[:2]), "person") for name in names])
    hits = found.search(query)
    assert hits == found.search(query)
    assert hits == NameIndex.from_arrays(found.to_arrays()).search(query)
    assert len({hit.entry for hit in hits}) == len(hits)
    for hit in hits:
        entry = found.entries[hit.entry]
        assert hit.name == entry.name
        assert 0.0 <= hit.score <= 1.0
        ends = 0
        for start, end in hit.spans:
            assert ends <= start < end <= len(hit.spelling)
            ends = end
        json.dumps([hit.name, hit.spelling, hit.score, hit.why, hit.spans])


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from(PEOPLE + PLACES), cut=st.integers(3, 30))
def test_a_name_is_found_by_its_beginning(index: NameIndex, name: str, cut: int) -> None:
    begun = name[: max(cut, 3)]
    hit = next(hit for hit in index.search(begun) if hit.name == name)
    assert hit.score > NameIndex.GOOD

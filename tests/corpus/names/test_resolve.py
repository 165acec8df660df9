"""Who is whom across articles: what is joined, with which reason, and what stays apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.build import load
from corpus.model import Corpus, Entity, Kind
from corpus.names import careers, syllables


def _corpus(folder: Path, *articles: tuple[str, str]) -> Corpus:
    for number, (day, text) in enumerate(articles):
        page = f"---\ntitle: Report {number}\ndate: {day}\n---\n\n{text}\n"
        (folder / f"{number:02}.md").write_text(page, "utf-8")
    return load([folder])


def _people(corpus: Corpus, *names: str) -> list[Entity]:
    """The people who have one of `names` among their spellings, each once."""
    return [
        e for e in corpus.entities if e.kind is Kind.PERSON and set(names) & {*e.spellings, e.name}
    ]


def test_one_name_in_two_romanisations_is_one_person_for_a_reason(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2024-07-16", "Ri Il-kyu, a counselor at the embassy in Havana, has reached Seoul."),
        ("2024-09-03", "Ri Il Gyu told reporters on Monday that he was glad to have left."),
    )
    (person,) = _people(corpus, "Ri Il-kyu", "Ri Il Gyu")
    assert {"Ri Il-kyu", "Ri Il Gyu"} <= set(person.spellings)
    assert any("same Korean syllables" in reason for reason in person.basis)
    for seen in person.sightings:
        assert corpus.by_id[seen.article].text[seen.start : seen.end] in person.spellings


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kim Jong-un", "Kim Jong-eun"),
        ("Kim Yong-chol", "Kim Yong-chun"),
        ("Ri Yong-ho", "Thae Yong-ho"),
        ("Kang Song-min", "Kang Sung-min"),
    ],
)
def test_look_alikes_stay_apart(tmp_path: Path, first: str, second: str) -> None:
    corpus = _corpus(
        tmp_path,
        ("2020-03-07", f"{first}, a teacher in Hamhung, spoke on Monday about the flood."),
        ("2020-03-08", f"{second}, a teacher in Hamhung, spoke on Tuesday about the flood."),
    )
    assert len(_people(corpus, first, second)) == 2


def test_the_same_hangul_joins_what_the_vowels_leave_open(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2020-03-07", "Kang Song-min (강성민), a teacher in Hamhung, spoke on Monday."),
        ("2020-03-08", "Kang Sung-min (강성민) wrote a letter to the school on Tuesday."),
    )
    (person,) = _people(corpus, "Kang Song-min", "Kang Sung-min")
    assert any("강성민" in reason for reason in person.basis)


def test_other_hangul_parts_people_of_one_spelling(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2020-03-07", "Kang Song-min (강성민), a teacher in Hamhung, spoke on Monday."),
        ("2020-03-08", "Kang Song Min (강송민) wrote a letter to the school on Tuesday."),
    )
    assert len(_people(corpus, "Kang Song-min", "Kang Song Min")) == 2


def test_years_of_birth_part_namesakes_and_the_reason_is_told(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2020-02-06", "John Smith, 34, a carpenter from Leeds, escaped the fire on Friday."),
        ("2020-03-06", "John Smith, 71, lost the vote in the council on Friday."),
    )
    first, second = _people(corpus, "John Smith")
    assert first.id != second.id
    assert all(any("kept apart: born" in reason for reason in p.basis) for p in (first, second))


def test_work_that_has_nothing_in_common_parts_namesakes(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2016-02-06", "Ri Yong-ho, chief of the general staff of the army, lost his posts."),
        ("2017-02-06", "Ri Yong-ho, the foreign minister of North Korea, spoke on Friday."),
    )
    assert len(_people(corpus, "Ri Yong-ho")) == 2


def test_the_same_company_keeps_one_person_with_two_careers_together(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2016-02-06", "Anna Berg, a surgeon, and her brother Olaf Berg opened the clinic."),
        ("2017-02-06", "Anna Berg, the goalkeeper, thanked her brother Olaf Berg on Friday."),
    )
    assert len(_people(corpus, "Anna Berg")) == 1


def test_northern_and_southern_spelling_of_a_family_needs_company(tmp_path: Path) -> None:
    texts = (
        ("2016-02-06", "Ri Chang-su, an engineer, left Hamhung with Pak Mi-ran."),
        ("2017-02-06", "Lee Chang-soo won the race in Daegu on Friday."),
    )
    apart = _corpus(tmp_path, *texts)
    assert len(_people(apart, "Ri Chang-su", "Lee Chang-soo")) == 2
    together = _corpus(tmp_path, texts[0], ("2017-02-06", texts[1][1] + " Pak Mi-ran was there."))
    assert len(_people(together, "Ri Chang-su", "Lee Chang-soo")) == 1


def test_two_names_in_one_article_are_two_people(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2016-02-06", "Cho Song-kil met Jo Song-gil in Milan on Friday. Cho Song-kil left first."),
        ("2016-02-07", "Jo Song-gil stayed in Milan."),
    )
    people = _people(corpus, "Cho Song-kil", "Jo Song-gil")
    assert len(people) == 2
    assert not any({"Cho Song-kil", "Jo Song-gil"} <= set(p.spellings) for p in people)


def test_an_acronym_alone_is_the_body_that_another_article_gives_it_to(tmp_path: Path) -> None:
    corpus = _corpus(
        tmp_path,
        ("2016-02-06", "The Harbour Workers' Council (HWC) met in Leeds. The HWC voted on Friday."),
        ("2016-02-07", "The HWC voted again on Saturday, said the HWC in a statement."),
    )
    bodies = [e for e in corpus.entities if "HWC" in e.spellings]
    assert len(bodies) == 1
    assert len({s.article for s in bodies[0].sightings}) == 2


def test_entities_do_not_depend_on_chance(tmp_path: Path) -> None:
    texts = [(f"2016-02-0{n % 9 + 1}", f"Anna Berg, {30 + n}, met Olaf Dahl.") for n in range(9)]
    assert _corpus(tmp_path, *texts).entities == load([tmp_path]).entities


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ri Il-kyu", "Ri Il Gyu", True),
        ("Ri Il-kyu", "Lee Il-kyu", True),
        ("Thae Yong-ho", "Tae Yongho", True),
        ("Ryu Hyun-woo", "Yoo Hyeon-woo", True),
        ("Paik Nak-chung", "Baek Nak-chung", True),
        ("Kim Jong-un", "Kim Jong-eun", False),
        ("Kim Yong-chol", "Kim Yong-chun", False),
        ("Jang Song-ho", "Jang Sung-ho", False),
    ],
)
def test_syllables_meet_only_where_no_vowel_is_guessed(a: str, b: str, same: bool) -> None:
    assert (syllables.key(a) == syllables.key(b)) is same


@pytest.mark.parametrize("name", ["Anna Berg", "Jean-Luc Picard", "J. R. Lee", ""])
def test_names_that_are_not_korean_have_no_syllables(name: str) -> None:
    assert syllables.key(name) == ""


def test_fields_of_work() -> None:
    assert careers.fields("chief of the general staff of the army") == {"military"}
    assert careers.fields("foreign minister of North Korea") == {"diplomacy"}
    assert careers.fields("secretary general of the party") == {"politics"}
    assert careers.together({"politics"}, {"business"})
    assert not careers.together({"military"}, {"diplomacy"})
    assert careers.together(set(), {"sport"})

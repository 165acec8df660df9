"""The labels hold against their texts, and the score counts splits and merges as errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import entities
from benchmarks.entity_labels import (
    HOME,
    KINDS,
    SETS,
    Labels,
    Named,
    faults,
    occurs,
    read,
    read_set,
)
from benchmarks.entity_scores import Outcome, answer, normalise, score
from benchmarks.presidio import read_presidio

ARTICLES = [labels for part in SETS for labels in read_set(HOME / part)]
FORMS = sorted({f for a in ARTICLES for k in KINDS for n in a.gold[k] for f in n.spellings})


def article(*gold: Named, optional: tuple[str, ...] = (), traps: tuple[str, ...] = ()) -> Labels:
    nothing: tuple[Named, ...] = ()
    return Labels(
        name="wire-x",
        text="",
        gold={"people": gold, "places": nothing},
        optional={"people": optional, "places": ()},
        traps={"people": traps, "places": ()},
    )


def people(labels: Labels, *answers: set[str]) -> Outcome:
    return score([answer(forms) for forms in answers], labels, "people")


@pytest.mark.parametrize("labels", ARTICLES, ids=lambda labels: labels.name)
def test_labels_stand_in_their_text(labels: Labels) -> None:
    assert list(faults(labels)) == []
    assert 180 <= len(labels.text.split()) <= 450


def test_every_text_has_labels_and_no_label_lacks_a_text() -> None:
    for part in SETS:
        texts = {path.stem for path in (HOME / part).glob("*.txt")}
        assert texts == {path.stem for path in (HOME / part).glob("*.json")}


def test_sets_are_balanced_and_share_no_article() -> None:
    dev, test = ([labels.genre for labels in read_set(HOME / part)] for part in SETS[:2])
    assert sorted(dev) == sorted(test)
    assert len(dev) == 22
    assert len({labels.name for labels in ARTICLES}) == len(ARTICLES)


def test_faults_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Kim met the Kimball brothers in Nara.")
    named = {"people": [{"name": "Kim Anna", "spellings": ["Kim", "Anna", "ball"]}]}
    rest = {"places": [{"name": "Nara", "spellings": ["Nara"]}], "traps_places": ["Nara"]}
    (tmp_path / "a.json").write_text(json.dumps(named | rest))
    found = "\n".join(faults(read(tmp_path / "a.txt")))
    assert "'Kim Anna' is not among its spellings" in found
    assert "'ball' does not occur" in found
    assert "'Nara' is both labelled and excepted" in found
    assert "'Kim' does not" not in found


def test_a_name_may_run_over_a_line_end() -> None:
    assert occurs("Le Duc Tho", "talks with Le\n    Duc Tho.")
    assert not occurs("Tho", "Thomas")


@pytest.mark.parametrize("labels", ARTICLES, ids=lambda labels: labels.name)
def test_the_labels_themselves_score_one(labels: Labels) -> None:
    for kind in KINDS:
        right = [answer(named.spellings) for named in labels.gold[kind]]
        outcome = score(right[::-1], labels, kind)
        assert outcome.tally.f1 == 1.0 or not right
        assert not any(outcome.errors.values())


KIMS = article(
    Named("Kim Jong Un", ("Kim Jong Un", "Kim")),
    Named("Kim Yo Jong", ("Kim Yo Jong", "Yo Jong")),
    optional=("Juche",),
    traps=("Kim Il Sung Square",),
)


def test_a_second_entity_for_one_person_is_an_error() -> None:
    outcome = people(KIMS, {"Kim Jong Un"}, {"Kim"}, {"Kim Yo Jong"})
    assert (outcome.tally.right, outcome.tally.predicted) == (2, 3)
    assert outcome.errors["split"] == ["kim of Kim Jong Un"]


def test_a_merged_pair_finds_one_of_the_two() -> None:
    outcome = people(KIMS, {"Kim Jong Un", "Kim", "Kim Yo Jong"})
    assert (outcome.tally.right, outcome.tally.predicted, outcome.tally.gold) == (1, 1, 2)
    assert len(outcome.errors["merged"]) == 1


def test_a_bare_surname_does_not_find_the_person() -> None:
    assert people(KIMS, {"Kim"}).tally.right == 0


def test_two_people_with_one_name_need_two_entities() -> None:
    named = Named("Ramón García", ("Ramón García",))
    twins = article(named, named)
    assert people(twins, {"Ramón García"}).tally.right == 1
    assert people(twins, {"Ramón García"}, {"Ramón García"}).tally.right == 2


def test_optional_names_count_neither_way_and_traps_are_shown() -> None:
    outcome = people(KIMS, {"Juche"}, {"Kim Il Sung Square"})
    assert outcome.tally.predicted == 1
    assert outcome.errors["false"] == ["kim il sung square (a trap)"]


def test_order_and_hyphens_of_a_full_name_do_not_matter() -> None:
    labels = article(Named("CHOE, Thae-Hyok", ("CHOE, Thae-Hyok", "Choe")))
    assert people(labels, {"Choe Thae Hyok"}).tally.right == 1


@given(st.sampled_from(FORMS))
def test_article_possessive_and_case_do_not_matter(form: str) -> None:
    assert normalise(f"the {form}'s") == normalise(form) == normalise(f'"{form},"')
    assert normalise(form.title()) == normalise(form) or not form.isascii()


@given(st.lists(st.sets(st.sampled_from(FORMS), min_size=1), max_size=8))
def test_no_answers_earn_more_than_there_is(answers: list[set[str]]) -> None:
    for labels in ARTICLES[:6]:
        for kind in KINDS:
            outcome = score([answer(forms) for forms in answers], labels, kind)
            lost = len(outcome.errors["missed"]) + len(outcome.errors["merged"])
            extra = len(outcome.errors["split"]) + len(outcome.errors["false"])
            assert outcome.tally.right + lost == outcome.tally.gold
            assert outcome.tally.right + extra == outcome.tally.predicted


def test_presidio_sentences_join_a_part_to_its_whole(tmp_path: Path) -> None:
    def document(*spans: tuple[str, str]) -> dict[str, object]:
        told = [{"entity_type": kind, "entity_value": value} for kind, value in spans]
        return {"full_text": "…", "spans": told}

    content = [
        document(("PERSON", "Novak"), ("PERSON", "Jana Novak"), ("GPE", "Brno")),
        document(("PERSON", "Ada"), ("STREET_ADDRESS", "1 High Street")),
        document(("AGE", "7")),
    ]
    path = tmp_path / "set.json"
    path.write_text(json.dumps(content))
    (labels,) = read_presidio(path)
    assert labels.gold["people"] == (Named("Jana Novak", ("Jana Novak", "Novak")),)
    assert labels.gold["places"] == (Named("Brno", ("Brno",)),)


def test_the_report_sums_genres(monkeypatch: pytest.MonkeyPatch) -> None:
    def perfect(articles: object) -> list[entities.Answers]:
        return [
            {kind: [answer(n.spellings) for n in labels.gold[kind]] for kind in KINDS}
            for labels in ARTICLES
        ]

    lines = entities.report(ARTICLES, entities.measure(ARTICLES, perfect))
    assert lines[2].startswith("all") and lines[2].count("1.000") == 6
    assert len(lines) == 3 + len({labels.genre for labels in ARTICLES})


def test_check_ends_with_an_error_for_an_empty_set(tmp_path: Path) -> None:
    assert entities.main(["--check", "--set", "all"]) == 0
    assert entities.main(["--set", str(tmp_path)]) == 1

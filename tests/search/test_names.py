"""How people, organisations and terms may be asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import PersonId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.text import LocalizedText
from generator.search.names import Name, names
from tests.pages.shown import EN, HANS, HANT, fixture, shelf_of

EVERYTHING = frozenset(["欧阳", "阳绿", "ouyang", "lv_", "lu_", "linda"])
PERSON = Person(
    id=PersonId("ouyang-lv"),
    names=LocalizedText(((HANS, "欧阳绿"), (HANT, "歐陽綠"), (EN, "Ouyang Lü"))),
    aliases=("Linda Ouyang",),
    misheard=("欧阳律",),
)

WAYS = (
    "欧阳绿,欧阳律,ouyanglv,ouyang lv,lv ouyang,ou yang lv,oyl,ouyang lu,ouyanglu,"
    "linda ouyang,ouyang linda,lindaouyang"
)


def asked(language: Language, person: Person = PERSON) -> Name:
    held = fixture()
    edition = shelf_of(replace(held, people={**held.people, person.id: person}), language).edition
    return next(one for one in names(edition, {}, EVERYTHING) if one.shown == edition.name(person.id).text)


@pytest.mark.parametrize("language", [HANS, HANT, EN])
@pytest.mark.parametrize("way", WAYS.split(","))
def test_a_person_may_be_asked_for_in_many_ways(language: Language, way: str) -> None:
    assert way in asked(language).asked


def test_the_first_form_is_the_name_as_it_is_shown_and_others_stand_in_the_texts() -> None:
    assert asked(HANS).forms == ("欧阳绿", "ouyang lu", "linda ouyang")
    assert asked(EN).forms == ("ouyang lu", "欧阳绿", "linda ouyang")


def test_how_a_name_is_sorted_says_how_it_is_read() -> None:
    person = replace(
        PERSON, names=LocalizedText(((HANS, "曾朴"),)), sort="ceng piao", aliases=(), misheard=()
    )
    assert "cengpiao" in asked(HANS, person).asked
    assert "zengpu" not in asked(HANS, person).asked


def test_people_come_before_organisations_and_terms() -> None:
    edition = shelf_of(fixture(), HANS).edition
    held = fixture()
    shown = [one.shown for one in names(edition, {}, frozenset())]
    people, organisations = len(held.people), len(held.organisations)
    assert shown[:people] == [edition.name(one).text for one in held.people]
    assert shown[people] == edition.organisation(next(iter(held.organisations))).text
    assert len(shown) == people + organisations + len(held.terms)


def test_nothing_is_asked_for_by_nothing() -> None:
    for one in names(shelf_of(fixture(), HANS).edition, {}, frozenset()):
        assert all(one.asked)
        assert len(set(one.asked)) == len(one.asked)
        assert len(one.forms) == 1

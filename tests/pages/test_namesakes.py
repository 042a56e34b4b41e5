"""People of one name: told apart by organisation, or else by the label that the editor gave them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.identifiers import ForumId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.session import Appearance, Session
from generator.model.text import LocalizedText
from generator.pages.namesakes import names_apart, told_apart
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PANEL,
    SALT,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)

MARSH = ForumId("salt-marsh-2025")
BIRDS, MAPS = "jian-du-birds", "jian-du-maps"


def panel(held: Proceedings) -> Session:
    return next(one for one in held.forums[MARSH].sessions if one.id == "panel-who-counts")


def with_people(**changes: Appearance | None) -> Proceedings:
    """Return the invented forum with other appearances in the panel, by person."""

    def change(session: Session) -> Session:
        kept = [changes.get(one.person.replace("-", "_"), one) for one in session.people]
        return replace(session, people=tuple(one for one in kept if one))

    return changed("salt-marsh-2025", "panel-who-counts", change)


def appearance(person: str) -> Appearance:
    return next(one for one in panel(fixture()).people if one.person == person)


def signs(held: Proceedings, language: Language) -> dict[str, str]:
    edition = shelf_of(held, language).edition
    found = told_apart(edition, held.forums[MARSH], panel(held).people)
    return {person: said.text for person, said in found.items()}


def test_by_organisation_where_those_differ() -> None:
    assert signs(fixture(), HANS) == {BIRDS: "潮间带观察社", MAPS: "芦汐港务所"}
    assert signs(fixture(), HANT) == {BIRDS: "潮間帶觀察社", MAPS: "蘆汐港務所"}


def test_only_in_languages_that_write_them_alike() -> None:
    assert signs(fixture(), EN) == {}
    turns = shelf(EN)[PANEL].texts(".fp-turn b")
    assert {"Jian Du", "Dora Jian"} <= set(turns)


def test_by_label_where_the_organisation_is_missing_or_shared() -> None:
    birds, maps = appearance(BIRDS), appearance(MAPS)
    for change in (
        {"jian_du_birds": replace(birds, affiliations=()), "jian_du_maps": replace(maps, affiliations=())},
        {"jian_du_maps": replace(maps, affiliations=birds.affiliations)},
    ):
        assert signs(with_people(**change), HANS) == {BIRDS: "数鸟", MAPS: "画图"}
        assert signs(with_people(**change), HANT) == {BIRDS: "數鳥", MAPS: "畫圖"}
    one = with_people(jian_du_birds=replace(birds, affiliations=()))
    assert signs(one, HANS) == {BIRDS: "数鸟", MAPS: "芦汐港务所"}


@pytest.mark.parametrize(
    ("label", "sign"),
    [
        ("简渡（数鸟）", "数鸟"),
        ("小简", "小简"),
        ("数鸟的简渡", "数鸟的"),
        ("简渡", ""),
        ("Jian Du (birds)", "birds"),
    ],
)
def test_of_a_label_the_words_beside_the_name(label: str, sign: str) -> None:
    changed_birds = replace(appearance(BIRDS), affiliations=(), label=label)
    found = signs(with_people(jian_du_birds=changed_birds), HANS)
    assert found.get(BIRDS, "") == sign


def test_who_appears_twice_is_one_person() -> None:
    held = fixture()
    edition = shelf(HANS).edition
    birds = appearance(BIRDS)
    assert told_apart(edition, held.forums[MARSH], (birds, replace(birds, affiliations=()))) == {}


def test_lists_and_programmes_tell_them_apart() -> None:
    page = shelf(HANS)["topics/marsh-birds/"]
    line = next(text for text in page.texts("small") if "简渡" in text)
    assert "简渡（潮间带观察社）" in line
    assert "简渡（芦汐港务所）" in line
    programme = next(text for text in shelf(HANS)[SALT].texts(".fp-by") if "简渡" in text)
    assert "简渡 圆桌嘉宾 潮间带观察社、简渡 圆桌嘉宾 芦汐港务所" in programme
    names = names_apart(shelf(HANS).edition, fixture().forums[MARSH], panel(fixture()).people)
    assert len(names) == 5
    description = shelf_of(with_abstract(None), HANS)[PANEL].frame["description"]
    assert "简渡（潮间带观察社）" in str(description)


def with_abstract(text: LocalizedText | None) -> Proceedings:
    return changed("salt-marsh-2025", "panel-who-counts", lambda one: replace(one, abstract=text))


def test_the_head_of_a_session_says_it_once() -> None:
    who = shelf(HANS)[PANEL].texts(".fp-who li")
    assert [text.count("潮间带观察社") for text in who if "简渡" in text] == [1, 0]
    birds, maps = appearance(BIRDS), appearance(MAPS)
    held = with_people(
        jian_du_birds=replace(birds, affiliations=()), jian_du_maps=replace(maps, affiliations=())
    )
    who = shelf_of(held, HANS)[PANEL].texts(".fp-who li")
    assert [("数鸟" in text, "画图" in text) for text in who if "简渡" in text] == [
        (True, False),
        (False, True),
    ]


def test_a_sign_in_another_language_says_in_which() -> None:
    """On an English page two people may share a name, and their label is in Chinese."""
    held = with_people(
        jian_du_birds=replace(appearance(BIRDS), affiliations=()),
        jian_du_maps=replace(appearance(MAPS), affiliations=()),
    )
    people = dict(held.people)
    for person, one in people.items():
        if person == MAPS:
            people[person] = replace(one, names=LocalizedText((*one.names.texts[:1], (EN, "Jian Du"))))
    page = shelf_of(replace(held, people=people), EN)[PANEL]
    roles = [one for one in page.all(".fp-turn .fp-role") if words(one) in {"数鸟", "画图"}]
    assert len(roles) > 2
    assert {lang_of(one) for one in roles} == {"zh-Hans"}
    listed = [one for one in page.all(".fp-who .fp-role span") if words(one) in {"数鸟", "画图"}]
    assert [lang_of(one) for one in listed] == ["zh-Hans", "zh-Hans"]


def test_a_person_says_who_else_is_called_so() -> None:
    page = shelf(HANS)[f"people/{BIRDS}/"]
    links = [a for a in page.all(".fp-row > .fp-small a") if MAPS in attr(a, "href")]
    assert [words(a) for a in links] == ["简渡"]
    assert "制图员" in words(links[0].parent) if links[0].parent else False
    alone = shelf(EN)[f"people/{BIRDS}/"].all(".fp-row > .fp-small a")  # in English nobody else is called so
    assert [a for a in alone if MAPS in attr(a, "href")] == []
    aside = page.frame["aside"]
    assert isinstance(aside, dict)
    notes = {item["href"]: item.get("note", "") for item in aside["items"]}
    assert (notes[f"../{MAPS}/"], notes["./"], notes["../mu-weibai/"]) == ("芦汐港务所", "潮间带观察社", "")

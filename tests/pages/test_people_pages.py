"""People: an index that each language sorts its own way, and a page each."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from generator.model.identifiers import ForumId, PersonId
from generator.model.language import Language
from generator.model.person import Person
from generator.model.proceedings import Proceedings
from generator.model.session import Appearance, Attendance, SessionStatus
from generator.model.text import LocalizedText
from tests.pages.shown import (
    EN,
    HANS,
    HANT,
    PLATES,
    SALT,
    attr,
    changed,
    fixture,
    lang_of,
    shelf,
    shelf_of,
    words,
)


def groups(language: Language) -> list[tuple[str, list[str]]]:
    page = shelf(language)["people/"]
    return [
        (words(one.select("h2")[0]), [words(a) for a in one.select("li a")]) for one in page.all(".fp-group")
    ]


def test_simplified_sorts_by_pinyin_as_people_say_theirs() -> None:
    assert [letter for letter, _ in groups(HANS)] == list("CFHJLMPQSTWY")
    found = dict(groups(HANS))
    assert found["H"] == ["何暮染", "埃达·霍姆奎恩"]  # he muran, holmqvane edda: not by 埃
    assert found["L"] == ["郎一禾", "骆平绛"]
    assert found["J"] == ["简渡", "简渡"]


def test_traditional_sorts_by_strokes_and_letters_first() -> None:
    found = groups(HANT)
    assert [letter for letter, _ in found] == [
        "H", "I", "3畫", "7畫", "9畫", "10畫", "12畫", "13畫", "14畫", "16畫", "18畫",
    ]  # fmt: skip
    assert dict(found)["16畫"] == ["穆葦白", "駱平絳"]
    assert dict(found)["3畫"] == ["于秋枝"]


def test_english_sorts_by_family_names() -> None:
    assert [letter for letter, _ in groups(EN)] == list("CFHJLMPQSTWY")
    found = dict(groups(EN))
    assert found["M"] == ["Oswin Marlock", "Mu Weibai"]
    assert found["H"] == ["He Muran", "Edda Holmqvane"]


@pytest.mark.parametrize("language", Language)
def test_everyone_is_in_the_index_once_and_has_a_page(language: Language) -> None:
    links = [attr(link, "href") for link in shelf(language)["people/"].all(".fp-group li a")]
    assert sorted(links) == [f"{person}/" for person in fixture().people]
    assert all(f"people/{link}" in shelf(language).pages for link in links)
    letters = [attr(link, "href") for link in shelf(language)["people/"].all(".fp-letters a")]
    assert [shelf(language)["people/"].one(letter).name for letter in letters] == ["h2"] * len(letters)


def test_two_people_who_share_a_name_are_two_pages() -> None:
    birds, maps = (shelf(HANS)[f"people/{one}/"] for one in ("jian-du-birds", "jian-du-maps"))
    assert words(birds.one("h1")) == words(maps.one("h1")) == "简渡"
    assert "数鸟" in birds.text
    assert birds.texts("#positions ~ ol a") == ["潮间带观察社"]
    assert maps.texts("#positions ~ ol a") == ["芦汐港务所"]
    assert birds.text.count("芦汐港务所") == 2  # where it says who else is called so, and was on the stage
    assert [attr(a, "href") for a in birds.all("#partners ~ ul a")].count("../jian-du-maps/") == 1
    facts = shelf(HANS)["people/"].texts(".fp-group li:has(a[href^='jian-du'])")
    assert facts == ["简渡潮间带观察社", "简渡芦汐港务所，制图员"]


def test_all_forms_of_a_name_stand_in_their_own_language() -> None:
    names = shelf(EN)["people/shu-heting/"].all(".fp-dl dd")
    assert [(words(one), lang_of(one)) for one in names] == [
        ("舒鹤汀", "zh-Hans"),
        ("舒鶴汀", "zh-Hant"),
        ("Shu Heting", ""),
        ("Shū Hètīng", "zh-Latn-pinyin"),
        ("H. T. Shu", ""),
    ]


def test_misheard_forms_are_shown_to_nobody() -> None:
    for language in Language:
        for page in shelf(language).pages.values():
            for wrong in ("舒贺婷", "罗平江", "样房", "朝间带"):
                assert wrong not in page.source()


def test_appearances_by_year_the_latest_first_with_their_roles() -> None:
    page = shelf(EN)["people/mu-weibai/"]
    years = [
        (words(one.select(".fp-t")[0]), [words(a) for a in one.select("ul a")])
        for one in page.all("#appearances ~ ol > li")
    ]
    assert years == [
        (
            "2025",
            [
                "Closing",
                "Long Watches on the Salt Marsh",
                "Opening",
                "Launch of the Field Handbook",
            ],
        ),
        ("2024", ["Tide Tables by Hand"]),
    ]
    facts = page.texts("#appearances ~ ol small")
    assert facts[0] == "Closing · Host · Long Watches on the Salt Marsh · 19 October 2025 10:50"
    assert facts[1] == "Host, Chair · 18 October 2025"
    assert facts[-1] == "Chair · 1 June 2024"


def test_positions_are_those_of_each_year() -> None:
    page = shelf(EN)["people/luo-pingjiang/"]
    rows = [words(one) for one in page.all("#positions ~ ol > li")]
    assert rows == ["2025Secretary, Tideland CircleTideland Circle"]
    assert [words(one) for one in page.all("#positions ~ ol ul > li")] == [
        "Secretary, Tideland Circle",
        "Tideland Circle",
    ]


def test_where_positions_of_a_year_differ_each_appearance_says_that_of_its_day() -> None:
    lines = shelf(EN)["people/luo-pingjiang/"].texts("#appearances ~ ol ul > li small")
    assert any("Secretary, Tideland Circle" in line for line in lines)
    assert not all("Secretary" in line for line in lines)
    # Who had one position says it once, over the list.
    lines = shelf(EN)["people/shu-heting/"].texts("#appearances ~ ol ul > li small")
    assert lines
    assert not any("Research fellow" in line for line in lines)


def test_partners_of_one_name_are_told_apart() -> None:
    names = shelf(HANS)["people/luo-pingjiang/"].texts("#partners ~ ul a")
    assert [one for one in names if "简渡" in one] == ["简渡（潮间带观察社）", "简渡（芦汐港务所）"]
    assert "简渡（芦汐港务所）" in shelf(HANS)["people/jian-du-birds/"].texts("#partners ~ ul a")
    assert "Jian Du" in shelf(EN)["people/luo-pingjiang/"].texts("#partners ~ ul a")


def test_what_says_no_time_of_its_own_comes_with_what_it_belongs_to() -> None:
    host = next(
        one for one in fixture().forums[ForumId("salt-marsh-2025")].sessions if one.id == "opening"
    ).people[0]
    held = changed(
        "salt-marsh-2025", "launch-film", lambda one: replace(one, start=None, end=None, people=(host,))
    )
    titles = shelf_of(held, EN)[f"people/{host.person}/"].texts("#appearances ~ ol ul > li > a")
    launch = titles.index("Launch of the Field Handbook")
    assert titles[launch - 1 : launch + 2] == [
        "Opening",
        "Launch of the Field Handbook",
        "Film: A Day of Spring Tide",
    ]


def test_partners_are_those_who_were_on_the_stage_together() -> None:
    page = shelf(EN)["people/luo-pingjiang/"]
    (together,) = page.all("#partners ~ ul li")
    assert {words(one) for one in together.select("a")} == {
        "Inês Corvane",
        "Jian Du",
        "Dora Jian",
        "Wen Shuoyu",
    }
    assert words(together.select(".fp-why")[0]) == "Panel: Who Counts, and for Whom"


def test_who_met_most_often_comes_first() -> None:
    held = changed("salt-marsh-2025", "closing", lambda one: replace(one, people=(*one.people, *_guests())))
    partners = shelf_of(held, EN)["people/mu-weibai/"].texts("#partners ~ ul li a")
    assert partners == ["Yu Qiuzhi", "He Muran"]


def _guests() -> tuple[Appearance, ...]:
    forum = fixture().forums[ForumId("salt-marsh-2025")]
    return tuple(one for session in forum.sessions for one in session.people if one.person == "yu-qiuzhi")


def test_nobody_shared_a_stage_that_was_never_set_up_or_where_they_were_not() -> None:
    assert shelf(EN)["people/oswin-marlock/"].all("#partners") == []  # the questions never came about
    absent = changed(
        "salt-marsh-2025",
        "panel-who-counts",
        lambda one: replace(
            one,
            people=tuple(replace(who, attended=Attendance.ABSENT) for who in one.people[:1]) + one.people[1:],
        ),
    )
    partners = shelf_of(absent, EN)["people/luo-pingjiang/"].texts("#partners ~ ul li a")
    assert "Wen Shuoyu" not in partners
    assert shelf_of(absent, EN)["people/wen-shuoyu/"].all("#partners") == []
    cancelled = changed(
        "salt-marsh-2025", "panel-who-counts", lambda one: replace(one, status=SessionStatus.CANCELLED)
    )
    assert shelf_of(cancelled, EN)["people/luo-pingjiang/"].all("#partners") == []


def test_an_appearance_says_whether_it_came_about() -> None:
    facts = words(shelf(EN)["people/pei-luan/"].one("#appearances ~ ol small"))
    assert "Cancelled" in facts
    assert "Absent" in facts
    assert "Not recorded" not in facts
    tarn = words(shelf(EN)["people/tarn/"].one("#appearances ~ ol small"))
    assert "Remote" in tarn


def test_someone_who_never_appeared_has_a_page_that_says_so() -> None:
    held = fixture()
    lone = replace(held.people[PersonId("tarn")], id=PersonId("lone"), formerly=())
    page = shelf_of(replace(held, people={**held.people, lone.id: lone}), EN)["people/lone/"]
    assert page.all("#appearances ~ p")
    assert page.all("#positions, #partners") == []


def test_a_portrait_has_its_words_and_its_rights() -> None:
    page = shelf(HANT)["people/shu-heting/"]
    image = page.one("img")
    assert attr(image, "src") == "../../../assets/people/shu-heting.png"
    assert "舒鶴汀" in attr(image, "alt")
    assert "觀察社繪，隨意使用" in page.text


def test_a_portrait_stands_in_the_place_of_the_monogram_and_says_nothing_twice() -> None:
    page = shelf(EN)[PLATES]
    faces = page.all(".fp-who .fp-face, .fp-turn .fp-face")
    assert len(faces) == 1 + len([one for one in page.texts(".fp-turn") if "Shu Heting" in one])
    for face in faces:
        assert attr(face, "src") == "../../../../assets/people/shu-heting.png"
        assert face["alt"] == ""  # the name is beside it
        assert attr(face, "loading") == "lazy"
        assert attr(face, "width") == attr(face, "height")
        assert int(attr(face, "width")) > 0
    # Who has none keeps the monogram, also beside one who has.
    people = shelf(EN)[SALT].all(".fp-cards li")
    signs = {
        words(one.select("a")[0]): [attr(sign, "class") for sign in one.select("img, .fp-mono")]
        for one in people
    }
    assert signs["Shu Heting"] == ["fp-face"]
    assert all(len(sign) == 1 for sign in signs.values())
    assert "fp-mono" in signs["Edda Holmqvane"][0]


def test_links_elsewhere_are_named_by_their_kind_or_title() -> None:
    links = {words(a): attr(a, "href") for a in shelf(EN)["people/shu-heting/"].all("#links ~ ul a")}
    assert links == {
        "Website": "https://luxi.example/shu/",
        "ORCID": "https://orcid.example/0000-0000-0000-0000",
        "Write to her": "mailto:shu@luxi.example",
    }


def column(held: Proceedings, person: str) -> list[str]:
    aside = shelf_of(held, Language.HANS)[f"people/{person}/"].frame["aside"]
    assert isinstance(aside, dict)
    return [item["title"] for item in aside["items"]]


def test_a_large_site_shows_beside_a_person_those_of_the_same_letter_alone() -> None:
    held = fixture()
    assert len(column(held, "tarn")) == len(held.people)
    crowd = {
        PersonId(f"x-{number}"): Person(
            id=PersonId(f"x-{number}"),
            names=LocalizedText.of({Language.HANS: f"{'白陈'[number % 2]}某{'甲乙丙丁'[number % 4]}"}),
        )
        for number in range(60)
    }
    large = replace(held, people=MappingProxyType({**held.people, **crowd}))
    beside = column(large, "x-0")
    assert len(beside) == 30
    assert all(name.startswith("白") for name in beside)
